/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-list.h"

#include <glib/gi18n.h>

#include "dites-plan-item.h"
#include "dites-plan-missing.h"
#include "dites-plan-text.h"

/**
 * DitesPlanList:
 *
 * The rows of a list that is being imported, and which of them to show.
 */
struct _DitesPlanList
{
  AdwBin parent_instance;

  DitesImport     *import; /* (nullable) */
  DitesPlanFilter *filter;
  GtkWidget       *buttons[DITES_PLAN_N_SHOWS]; /* of GtkToggleButton */
  GtkLabel        *labels[DITES_PLAN_N_SHOWS];
  gboolean         showing; /* what is pressed is not pressed by a person */
  guint            start_id;
  guint            follow_id;
  guint            frames; /* until the focus is looked for */

  AdwWrapBox       *chips;
  GtkWidget        *answer_button;
  GtkStack         *stack;
  AdwStatusPage    *empty_page;
  DitesPlanMissing *missing;
  GtkListView      *list_view;
};

G_DEFINE_FINAL_TYPE (DitesPlanList, dites_plan_list, ADW_TYPE_BIN)

static char *
dup_chip_label (DitesPlanShow show,
                guint         n)
{
  switch (show)
    {
    case DITES_PLAN_SHOW_QUESTIONS:
      return g_strdup_printf (_("To Be Decided: %'u"), n);
    case DITES_PLAN_SHOW_NEW:
      return g_strdup_printf (_("New: %'u"), n);
    case DITES_PLAN_SHOW_CHANGED:
      return g_strdup_printf (_("Changed: %'u"), n);
    case DITES_PLAN_SHOW_SAME:
      return g_strdup_printf (_("Nothing New: %'u"), n);
    case DITES_PLAN_SHOW_REFUSED:
      return g_strdup_printf (_("Cannot Be Read: %'u"), n);
    case DITES_PLAN_SHOW_SKIPPED:
      return g_strdup_printf (_("Left Out: %'u"), n);
    case DITES_PLAN_SHOW_REMARKS:
      return g_strdup_printf (_("With Remarks: %'u"), n);
    case DITES_PLAN_SHOW_ABSENT:
      return g_strdup_printf (_("No Longer in This List: %'u"), n);
    case DITES_PLAN_SHOW_ALL:
    case DITES_PLAN_N_SHOWS:
    default:
      return g_strdup_printf (_("All Rows: %'u"), n);
    }
}

static const char *
get_chip_icon_name (DitesPlanShow show)
{
  switch (show)
    {
    case DITES_PLAN_SHOW_QUESTIONS:
      return dites_plan_text_get_icon_name (DITES_ROW_DOUBTFUL);
    case DITES_PLAN_SHOW_NEW:
      return dites_plan_text_get_icon_name (DITES_ROW_NEW);
    case DITES_PLAN_SHOW_CHANGED:
      return dites_plan_text_get_icon_name (DITES_ROW_CHANGED);
    case DITES_PLAN_SHOW_SAME:
      return dites_plan_text_get_icon_name (DITES_ROW_SAME);
    case DITES_PLAN_SHOW_REFUSED:
      return dites_plan_text_get_icon_name (DITES_ROW_REFUSED);
    case DITES_PLAN_SHOW_SKIPPED:
      return dites_plan_text_get_icon_name (DITES_ROW_SKIPPED);
    case DITES_PLAN_SHOW_REMARKS:
      return "dialog-information-symbolic";
    case DITES_PLAN_SHOW_ABSENT:
      return "list-remove-symbolic";
    case DITES_PLAN_SHOW_ALL:
    case DITES_PLAN_N_SHOWS:
    default:
      return NULL;
    }
}

/* GTK 4.18 loses a reference on what is around the focus when the row that has it goes,
 * so the focus goes first; returns whether it was here. */
static gboolean
hide_model (DitesPlanList *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean   focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view));

  if (focused)
    gtk_root_set_focus (root, NULL);
  gtk_list_view_set_model (self->list_view, NULL);

  return focused;
}

static void
show_model (DitesPlanList *self)
{
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->filter)));

  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

static void
update_stack (DitesPlanList *self)
{
  DitesPlanShow show = dites_plan_filter_get_show (self->filter);
  gboolean      all = show == DITES_PLAN_SHOW_ALL;

  if (show == DITES_PLAN_SHOW_ABSENT)
    {
      gtk_stack_set_visible_child_name (self->stack, "missing");
      return;
    }

  adw_status_page_set_description (self->empty_page, all ? _("The list has headers, and nothing below them.")
                                                         : _("All that was here has been dealt with."));
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->filter)) > 0 ? "rows" : "empty");
}

static void
chosen_cb (DitesPlanList   *self,
           GtkToggleButton *button)
{
  if (self->showing || !gtk_toggle_button_get_active (button))
    return;

  for (DitesPlanShow show = 0; show < DITES_PLAN_N_SHOWS; show++)
    {
      if (self->buttons[show] == GTK_WIDGET (button))
        dites_plan_filter_set_show (self->filter, show);
    }
  update_stack (self);
  dites_plan_list_update (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filter)) > 0)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
}

static void
add_chip (DitesPlanList *self,
          DitesPlanShow  show)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  if (get_chip_icon_name (show) != NULL)
    {
      GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                      "icon-name", get_chip_icon_name (show), NULL);

      gtk_box_append (GTK_BOX (box), icon);
    }
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_widget_add_css_class (button, "plan-chip");
  if (show > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->buttons[0]));
  g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->chips, button);
  self->buttons[show] = button;
  self->labels[show] = GTK_LABEL (label);
}

static void
setup_cb (DitesPlanList *self,
          GtkListItem   *list_item)
{
  gtk_list_item_set_child (list_item, dites_plan_item_new ());
}

static void
bind_cb (DitesPlanList *self,
         GtkListItem   *list_item)
{
  dites_plan_item_bind (DITES_PLAN_ITEM (gtk_list_item_get_child (list_item)), self->import, list_item);
}

static void
unbind_cb (DitesPlanList *self,
           GtkListItem   *list_item)
{
  dites_plan_item_unbind (DITES_PLAN_ITEM (gtk_list_item_get_child (list_item)));
}

/* “known” decides only where one alone is known; who it is of several has to be looked at. */
static void
answer (DitesPlanRow *row,
        const char   *what)
{
  g_autoptr (GPtrArray) candidates = NULL;

  if (g_str_equal (what, "later"))
    dites_plan_row_decide (row, NULL);
  else if (dites_plan_row_get_decision (row) != NULL)
    return;
  else if (g_str_equal (what, "new"))
    dites_plan_row_decide (row, DITES_PLAN_NEW);
  else
    {
      candidates = dites_plan_row_get_candidates (row);
      if (candidates->len == 1)
        dites_plan_row_decide (row, dites_document_get_id (candidates->pdata[0]));
    }
}

/* The rows are not shown meanwhile: each would follow every one of the decisions. */
static void
answer_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DitesPlanList *self = DITES_PLAN_LIST (widget);

  hide_model (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->filter)); i++)
    {
      g_autoptr (DitesPlanRow) row = g_list_model_get_item (G_LIST_MODEL (self->filter), i);

      answer (row, g_variant_get_string (parameter, NULL));
    }
  show_model (self);
}

/* Enter on a row goes on to what can be done with it. */
static void
activate_cb (DitesPlanList *self,
             guint          position)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)))
    gtk_widget_child_focus (focus, GTK_DIR_TAB_FORWARD);
}

/* How many frames a view takes to give the row that has the focus its place. */
#define FRAMES 2

static gboolean
follow_focus_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  DitesPlanList  *self = DITES_PLAN_LIST (widget);
  GtkWidget      *view = GTK_WIDGET (self->list_view);
  GtkWidget      *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkAdjustment  *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  graphene_rect_t bounds;

  if (self->frames-- > 0)
    return G_SOURCE_CONTINUE;

  self->follow_id = 0;
  if (focus != NULL && gtk_widget_is_ancestor (focus, view) && gtk_widget_compute_bounds (focus, view, &bounds))
    {
      double top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;

      gtk_adjustment_clamp_page (adjustment, top, top + bounds.size.height);
    }

  return G_SOURCE_REMOVE;
}

/* A view scrolls to the row that has the focus; in a row that is higher than the view, what has it may
 * still be out of sight. */
static void
focus_moved_cb (DitesPlanList *self)
{
  self->frames = FRAMES;
  if (self->follow_id == 0 && self->list_view != NULL)
    self->follow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_focus_cb, NULL, NULL);
}

static void
dites_plan_list_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dites_plan_list_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_moved_cb), widget, G_CONNECT_SWAPPED);
}

static void
stop_following (DitesPlanList *self)
{
  if (self->follow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->follow_id);
  self->follow_id = 0;
}

static void
dites_plan_list_unroot (GtkWidget *widget)
{
  stop_following (DITES_PLAN_LIST (widget));
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_moved_cb, widget);

  GTK_WIDGET_CLASS (dites_plan_list_parent_class)->unroot (widget);
}

static void
dites_plan_list_dispose (GObject *object)
{
  DitesPlanList *self = DITES_PLAN_LIST (object);

  stop_following (self);
  g_clear_handle_id (&self->start_id, g_source_remove);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  self->list_view = NULL;
  g_clear_object (&self->filter);
  g_clear_object (&self->import);

  G_OBJECT_CLASS (dites_plan_list_parent_class)->dispose (object);
}

static void
dites_plan_list_class_init (DitesPlanListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dites_plan_list_dispose;
  widget_class->root = dites_plan_list_root;
  widget_class->unroot = dites_plan_list_unroot;

  g_type_ensure (DITES_TYPE_PLAN_MISSING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/widgets/dites-plan-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesPlanList, chips);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanList, answer_button);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanList, stack);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanList, empty_page);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanList, missing);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "rows.answer-all", "s", answer_all_action);
}

static void
dites_plan_list_init (DitesPlanList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = dites_plan_filter_new ();
  for (DitesPlanShow show = 0; show < DITES_PLAN_N_SHOWS; show++)
    add_chip (self, show);
  dites_plan_list_update (self);
}

/**
 * dites_plan_list_show:
 * @self: a list
 * @import: an import that has a plan
 *
 * Shows the rows of the plan.
 */
void
dites_plan_list_show (DitesPlanList *self,
                      DitesImport   *import)
{
  gboolean focused = hide_model (self);

  g_set_object (&self->import, import);
  dites_plan_filter_set_plan (self->filter, dites_import_get_plan (import));
  dites_plan_missing_show (self->missing, dites_import_get_plan (import));
  show_model (self);
  dites_plan_list_update (self);
  update_stack (self);
  if (focused)
    dites_plan_list_start (self);
}

/**
 * dites_plan_list_update:
 * @self: a list
 *
 * Counts the rows anew, after something was decided.
 */
void
dites_plan_list_update (DitesPlanList *self)
{
  DitesPlanShow shown = dites_plan_filter_get_show (self->filter);

  self->showing = TRUE;
  for (DitesPlanShow show = 0; show < DITES_PLAN_N_SHOWS; show++)
    {
      g_autofree char *label = dup_chip_label (show, dites_plan_filter_count (self->filter, show));

      gtk_label_set_label (self->labels[show], label);
      gtk_widget_set_visible (self->buttons[show], show == shown || dites_plan_filter_is_offered (self->filter, show));
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[shown]), TRUE);
  gtk_widget_set_visible (self->answer_button, shown == DITES_PLAN_SHOW_QUESTIONS &&
                                                 g_list_model_get_n_items (G_LIST_MODEL (self->filter)) > 1);
  self->showing = FALSE;
}

static gboolean
start_cb (gpointer data)
{
  DitesPlanList *self = data;

  self->start_id = 0;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filter)) > 0 && gtk_widget_get_mapped (GTK_WIDGET (self->list_view)))
    gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

/**
 * dites_plan_list_start:
 * @self: a list
 *
 * Puts the keyboard on the first row, where the work begins, once there is one.
 */
void
dites_plan_list_start (DitesPlanList *self)
{
  if (self->start_id == 0)
    self->start_id = g_idle_add_full (G_PRIORITY_LOW, start_cb, self, NULL);
}
