/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-error.h"
#include "dites-import-summary.h"
#include "dites-plan-page-private.h"
#include "dites-wrapped-texts.h"

/**
 * DitesPlanPage:
 *
 * What the import of lists would do, row by row, before anything is written: one list
 * after the other. Nothing that is answered on it is lost while it lives, so the
 * window keeps it when somebody leaves it.
 */

typedef enum
{
  PROP_IMPORTS = 1,
  PROP_FOLDED,
} DitesPlanPageProperty;

static GParamSpec *properties[PROP_FOLDED + 1];

G_DEFINE_FINAL_TYPE (DitesPlanPage, dites_plan_page, ADW_TYPE_NAVIGATION_PAGE)

#define SETTINGS_WIDTH 400

void
dites_plan_page_show_title (DitesPlanPage *self)
{
  const char      *name = dites_import_get_name (dites_plan_page_get_import (self));
  g_autofree char *several = NULL;

  if (self->imports->len > 1)
    /* Translators: which of several lists it is, how many there are, and the name of the file. */
    several = g_strdup_printf (_("List %u of %u: %s"), self->position + 1, self->imports->len, name);
  adw_window_title_set_subtitle (self->window_title, several != NULL ? several : name);
  gtk_widget_set_visible (self->skip_button, self->position + 1 < self->imports->len);
}

/* Says what the import will do, in sight and aloud. */
void
dites_plan_page_update (DitesPlanPage *self)
{
  DitesPlanCounts  counts = dites_plan_get_counts (self->plan);
  g_autofree char *intent = dites_import_summary_intent (self->plan);

  dites_plan_list_update (self->list);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.import",
                                 self->cancellable == NULL && counts.added + counts.changed + dites_plan_get_n_trashed (self->plan) > 0);
  if (g_str_equal (gtk_label_get_label (self->intent), intent))
    return;

  gtk_label_set_label (self->intent, intent);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), intent, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
update_cb (gpointer data)
{
  DitesPlanPage *self = data;

  self->update_id = 0;
  if (self->plan != NULL)
    dites_plan_page_update (self);

  return G_SOURCE_REMOVE;
}

/* Many rows may be decided on at once, and summing up a long list takes a while. */
void
dites_plan_page_queue_update (DitesPlanPage *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
forget_plan (DitesPlanPage *self)
{
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_func (self->plan, dites_plan_page_queue_update, self);
  g_clear_object (&self->plan);
}

static void
show_notice (DitesPlanPage *self)
{
  const char *notice = _("Something was changed meanwhile: this is what the import would do now.");

  if (self->conflicted)
    {
      adw_banner_set_title (self->notice_banner, notice);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), notice, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }
  adw_banner_set_revealed (self->notice_banner, self->conflicted);
  self->conflicted = FALSE;
}

void
dites_plan_page_show_plan (DitesPlanPage *self)
{
  DitesImport    *import = dites_plan_page_get_import (self);
  DitesListTable *table = dites_import_get_table (import);
  gboolean        first = self->plan == NULL;

  forget_plan (self);
  self->plan = g_object_ref (dites_import_get_plan (import));
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (dites_plan_page_queue_update), self, G_CONNECT_SWAPPED);

  dites_plan_page_show_title (self);
  show_notice (self);
  dites_plan_remarks_show (self->remarks, import);
  dites_plan_facts_show (self->facts, import);
  dites_plan_mapping_show (self->mapping, import);
  dites_plan_list_show (self->list, import);
  adw_banner_set_revealed (self->repair_banner, dites_list_table_is_doubly_encoded (table));
  dites_plan_page_queue_update (self);
  gtk_stack_set_visible_child_name (self->stack, "plan");
  gtk_widget_set_visible (GTK_WIDGET (self->bottom), TRUE);
  if (first)
    dites_plan_list_start (self->list);
}

static gboolean
is_picture (DitesImport *import)
{
  g_autofree char *type = g_content_type_guess (dites_import_get_name (import), NULL, 0, NULL);

  return g_content_type_is_a (type, "image/*") || g_str_has_prefix (type, "image/");
}

void
dites_plan_page_show_error (DitesPlanPage *self,
                            const GError  *error)
{
  DitesImport *import = dites_plan_page_get_import (self);
  gboolean     stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  gboolean     no_list = g_error_matches (error, DITES_ERROR, DITES_ERROR_NOT_A_LIST);
  gboolean     picture = no_list && is_picture (import);
  gboolean     last = self->position + 1 == self->imports->len;
  const char  *title = stopped ? _("Reading Was Stopped") : no_list ? _("This Is Not a List")
                                                                 : _("The List Cannot Be Read");
  g_autofree char *description = NULL;
  g_autofree char *escaped = NULL;

  forget_plan (self);
  dites_plan_page_show_title (self);
  if (stopped)
    description = g_strdup (_("Nothing was written."));
  else if (picture)
    description = g_strdup (_("Photos are added to a home: open the home, then drop them on it."));
  else
    description = g_strdup_printf ("%s.", error->message);
  escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (self->error_page, stopped ? "process-stop-symbolic" : picture ? "image-x-generic-symbolic"
                                                                                                : "dialog-warning-symbolic");
  adw_status_page_set_title (self->error_page, title);
  adw_status_page_set_description (self->error_page, escaped);
  gtk_widget_set_visible (self->again_button, !no_list);
  gtk_widget_set_visible (self->homes_button, picture);
  gtk_widget_set_visible (self->choose_button, last && !stopped);
  gtk_widget_set_visible (self->next_button, !last);
  adw_banner_set_revealed (self->repair_banner, FALSE);
  adw_banner_set_revealed (self->notice_banner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->bottom), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "error");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), description, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
show_panes_cb (DitesPlanPage *self)
{
  gboolean       rows = g_strcmp0 (adw_toggle_group_get_active_name (self->pane_switcher), "rows") == 0;
  GtkOrientation bottom = self->folded > 1 ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  /* Before it is hidden: what is hidden does not ask again. */
  gtk_widget_set_size_request (self->settings, self->folded == 0 ? SETTINGS_WIDTH : -1, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->pane_switcher), self->folded > 0);
  gtk_widget_set_visible (self->settings, self->folded == 0 || !rows);
  gtk_widget_set_visible (self->separator, self->folded == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->folded == 0 || rows);
  gtk_widget_set_hexpand (self->settings, self->folded > 0);
  gtk_orientable_set_orientation (self->intent_box, bottom);
  gtk_orientable_set_orientation (self->busy_box, bottom);
}

static void
plan_anew_cb (DitesPlanPage *self)
{
  dites_plan_page_make_plan (self);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  dites_plan_page_write (DITES_PLAN_PAGE (widget));
}

static void
skip_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dites_plan_page_next (DITES_PLAN_PAGE (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_cancellable_cancel (DITES_PLAN_PAGE (widget)->cancellable);
}

static void
reread_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  dites_plan_page_resume (DITES_PLAN_PAGE (widget));
}

static void
repair_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DitesPlanPage *self = DITES_PLAN_PAGE (widget);

  dites_import_set_repair (dites_plan_page_get_import (self), TRUE);
  dites_plan_page_make_plan (self);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.import", NULL);
  gtk_widget_activate_action (widget, "navigation.pop", NULL);
}

static void
show_homes_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.show-kind", "s", "housing");
  gtk_widget_activate_action (widget, "navigation.pop", NULL);
}

static void
add_imports (DitesPlanPage *self,
             GListModel    *imports)
{
  for (guint i = 0; i < g_list_model_get_n_items (imports); i++)
    g_ptr_array_add (self->imports, g_list_model_get_item (imports, i));
}

static void
dites_plan_page_constructed (GObject *object)
{
  DitesPlanPage *self = DITES_PLAN_PAGE (object);

  G_OBJECT_CLASS (dites_plan_page_parent_class)->constructed (object);

  add_imports (self, self->given);
  g_clear_object (&self->given);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.import", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.cancel", FALSE);
  dites_plan_page_begin (self);
}

/* Nobody waits any more for a list that has not been read yet. */
static void
dites_plan_page_unroot (GtkWidget *widget)
{
  DitesPlanPage *self = DITES_PLAN_PAGE (widget);

  if (self->plan == NULL)
    dites_plan_page_stop (self);

  GTK_WIDGET_CLASS (dites_plan_page_parent_class)->unroot (widget);
}

static void
dites_plan_page_dispose (GObject *object)
{
  DitesPlanPage *self = DITES_PLAN_PAGE (object);

  dites_plan_page_stop (self);
  g_clear_handle_id (&self->busy_id, g_source_remove);
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  g_clear_handle_id (&self->update_id, g_source_remove);
  forget_plan (self);
  g_clear_object (&self->given);
  g_clear_pointer (&self->imports, g_ptr_array_unref);

  G_OBJECT_CLASS (dites_plan_page_parent_class)->dispose (object);
}

static void
dites_plan_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DitesPlanPage *self = DITES_PLAN_PAGE (object);

  switch ((DitesPlanPageProperty) prop_id)
    {
    case PROP_IMPORTS:
      self->given = g_value_dup_object (value);
      break;

    case PROP_FOLDED:
      self->folded = g_value_get_uint (value);
      show_panes_cb (self);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, skip_button);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, repair_banner);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, notice_banner);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, busy_page);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, progress);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, again_button);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, homes_button);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, choose_button);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, pane_switcher);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, settings);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, separator);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, facts);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, remarks);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, mapping);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, list);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, bottom);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, intent_box);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, intent);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, busy_box);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, busy_label);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, busy_progress);
  gtk_widget_class_bind_template_callback (widget_class, plan_anew_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_panes_cb);
}

static void
dites_plan_page_class_init (DitesPlanPageClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dites_plan_page_constructed;
  object_class->dispose = dites_plan_page_dispose;
  widget_class->unroot = dites_plan_page_unroot;
  object_class->set_property = dites_plan_page_set_property;

  properties[PROP_IMPORTS] = g_param_spec_object ("imports", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_FOLDED] = g_param_spec_uint ("folded", NULL, NULL, 0, 2, 0, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (DITES_TYPE_PLAN_FACTS);
  g_type_ensure (DITES_TYPE_PLAN_MAPPING);
  g_type_ensure (DITES_TYPE_PLAN_LIST);
  g_type_ensure (DITES_TYPE_PLAN_REMARKS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/pages/dites-plan-page.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "plan.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "plan.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "plan.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "plan.reread", NULL, reread_action);
  gtk_widget_class_install_action (widget_class, "plan.repair", NULL, repair_action);
  gtk_widget_class_install_action (widget_class, "plan.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "plan.show-homes", NULL, show_homes_action);
}

static void
dites_plan_page_init (DitesPlanPage *self)
{
  self->imports = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  dites_wrap_texts (GTK_WIDGET (self->error_page));
  dites_wrap_texts (self->settings);
}

/**
 * dites_plan_page_new:
 * @imports: (element-type DitesImport): lists, at least one
 *
 * Returns: (transfer floating): the page, which begins to read them
 */
DitesPlanPage *
dites_plan_page_new (GListModel *imports)
{
  return g_object_new (DITES_TYPE_PLAN_PAGE, "imports", imports, NULL);
}

/**
 * dites_plan_page_add:
 * @self: a page
 * @imports: (element-type DitesImport): more lists
 *
 * Has more lists come after those that are there; at once if the last of these is none.
 */
void
dites_plan_page_add (DitesPlanPage *self,
                     GListModel    *imports)
{
  gboolean failed = self->plan == NULL && self->cancellable == NULL && self->position + 1 == self->imports->len;

  add_imports (self, imports);
  dites_plan_page_show_title (self);
  if (failed)
    dites_plan_page_next (self);
}

/**
 * dites_plan_page_get_import:
 * @self: a page
 *
 * Returns: (transfer none): the list that is shown
 */
DitesImport *
dites_plan_page_get_import (DitesPlanPage *self)
{
  return self->imports->pdata[self->position];
}

/**
 * dites_plan_page_has_answers:
 * @self: a page
 *
 * Returns: whether something was answered on it that is not written
 */
gboolean
dites_plan_page_has_answers (DitesPlanPage *self)
{
  return self->plan != NULL && dites_plan_has_answers (self->plan);
}

/**
 * dites_plan_page_resume:
 * @self: a page that somebody left
 *
 * Reads the list that is shown again; what was answered stays as long as the file is the same.
 */
void
dites_plan_page_resume (DitesPlanPage *self)
{
  dites_import_reread (dites_plan_page_get_import (self));
  dites_plan_page_make_plan (self);
}
