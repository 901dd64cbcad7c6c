/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-trash-page.h"

#include <glib/gi18n.h>

#include "dites-bulk.h"
#include "dites-list-row.h"
#include "dites-query.h"

/**
 * DitesTrashPage:
 *
 * What waits in the trash, in a section for each kind, to be chosen from and restored.
 *
 *   a DitesQuery for each kind ─► GtkFlattenListModel ─► GtkMultiSelection ─► GtkListView
 */
struct _DitesTrashPage
{
  AdwNavigationPage parent_instance;

  DitesStore          *store;
  GtkFlattenListModel *rows;
  GtkMultiSelection   *selection;

  GtkListView *list_view;
  GtkStack    *stack;
  AdwBanner   *banner;
};

G_DEFINE_FINAL_TYPE (DitesTrashPage, dites_trash_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update (DitesTrashPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
  adw_banner_set_revealed (self->banner, any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trash.restore", !gtk_bitset_is_empty (chosen));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trash.select-all", any);
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DitesTrashPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = dites_bulk_restore_finish (DITES_STORE (object), result, &error);

  if (done != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", done);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
restore (DitesTrashPage *self,
         GStrvBuilder   *ids)
{
  g_auto (GStrv) list = g_strv_builder_end (ids);

  if (list[0] != NULL)
    dites_bulk_restore_async (self->store, (const char *const *) list, NULL, restored_cb, g_object_ref (self));
}

/* The ids of what is chosen, from several queries: one asks after the other. */
typedef struct
{
  DitesTrashPage *self;
  GtkBitset      *chosen;
  GStrvBuilder   *ids;
  guint           next; /* the query that is asked next */
  guint           offset;
} Collecting;

static void collect_next (Collecting *collecting);

static void
collected_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Collecting *collecting = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = dites_query_collect_finish (DITES_QUERY (object), result, &error);

  if (ids != NULL)
    g_strv_builder_addv (collecting->ids, (const char **) ids);
  else
    g_debug ("Cannot read what is chosen: %s", error->message);
  collect_next (collecting);
}

static void
collect_next (Collecting *collecting)
{
  GListModel *queries = gtk_flatten_list_model_get_model (collecting->self->rows);
  g_autoptr (DitesQuery) query = g_list_model_get_item (queries, collecting->next++);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;

  if (query == NULL)
    {
      restore (collecting->self, collecting->ids);
      g_object_unref (collecting->self);
      gtk_bitset_unref (collecting->chosen);
      g_strv_builder_unref (collecting->ids);
      g_free (collecting);
      return;
    }

  n = g_list_model_get_n_items (G_LIST_MODEL (query));
  for (guint i = 0; i < n; i++)
    if (gtk_bitset_contains (collecting->chosen, collecting->offset + i))
      g_array_append_val (places, i);
  collecting->offset += n;
  dites_query_collect_async (query, (gconstpointer) places->data, places->len, NULL, collected_cb, collecting);
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DitesTrashPage *self = DITES_TRASH_PAGE (widget);
  Collecting     *collecting = g_new0 (Collecting, 1);

  collecting->self = g_object_ref (self);
  collecting->chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  collecting->ids = g_strv_builder_new ();
  collect_next (collecting);
}

static void
select_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (DITES_TRASH_PAGE (widget)->selection));
}

/* A click chooses a row or no longer, as its check button says. */
static void
pressed_cb (GtkGesture *gesture,
            int         n_press,
            double      x,
            double      y,
            gpointer    user_data)
{
  DitesTrashPage    *self = user_data;
  DitesListRow      *row = dites_list_row_at (self->list_view, x, y);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  guint              position;

  if (row == NULL ||
      (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    return;

  position = dites_list_row_get_position (row);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  if (gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_unselect_item (selection, position);
  else
    gtk_selection_model_select_item (selection, position, FALSE);
}

static void
add_gesture (DitesTrashPage *self)
{
  GtkGesture *choose = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (choose), GTK_PHASE_CAPTURE);
  g_signal_connect_object (choose, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (choose));
}

static void
set_up_row_cb (DitesTrashPage *self,
               GtkListItem    *item)
{
  GtkWidget *row = dites_list_row_new (item);

  dites_list_row_set_checks (DITES_LIST_ROW (row), TRUE);
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (DitesTrashPage *self,
             GtkListItem    *item)
{
  dites_list_row_set_row (DITES_LIST_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_row_cb (DitesTrashPage *self,
               GtkListItem    *item)
{
  dites_list_row_set_row (DITES_LIST_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
set_up_heading_cb (DitesTrashPage *self,
                   GtkListHeader  *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "list-heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_heading_cb (DitesTrashPage *self,
                 GtkListHeader  *header)
{
  GListModel      *query = gtk_flatten_list_model_get_model_for_item (self->rows, gtk_list_header_get_start (header));
  g_autofree char *name = NULL;

  if (query == NULL)
    return;

  g_object_get (query, "kind", &name, NULL);
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), dites_kind_get_plural (dites_kind_get (name)));
}

static void
set_up_view (DitesTrashPage *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headings = gtk_signal_list_item_factory_new ();

  add_gesture (self);
  g_signal_connect_object (rows, "setup", G_CALLBACK (set_up_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, rows);
  g_signal_connect_object (headings, "setup", G_CALLBACK (set_up_heading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headings, "bind", G_CALLBACK (bind_heading_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_header_factory (self->list_view, headings);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

static void
dites_trash_page_finalize (GObject *object)
{
  DitesTrashPage *self = DITES_TRASH_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dites_trash_page_parent_class)->finalize (object);
}

static void
dites_trash_page_class_init (DitesTrashPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dites_trash_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/pages/dites-trash-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesTrashPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, DitesTrashPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DitesTrashPage, banner);
  gtk_widget_class_install_action (widget_class, "trash.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "trash.select-all", NULL, select_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "trash.select-all", NULL);
}

static void
dites_trash_page_init (DitesTrashPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dites_trash_page_new:
 * @store: the store
 *
 * Returns: (transfer floating): what waits in its trash
 */
DitesTrashPage *
dites_trash_page_new (DitesStore *store)
{
  DitesTrashPage         *self = g_object_new (DITES_TYPE_TRASH_PAGE, NULL);
  GListStore             *queries = g_list_store_new (DITES_TYPE_QUERY);
  guint                   n_kinds;
  const DitesKind *const *kinds = dites_kind_get_all (&n_kinds);

  self->store = g_object_ref (store);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (DitesQuery) query = dites_query_new (store, kinds[i]->name);

      dites_query_set_trashed (query, TRUE);
      g_list_store_append (queries, query);
    }
  self->rows = gtk_flatten_list_model_new (G_LIST_MODEL (queries));
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  set_up_view (self);
  update (self);

  return self;
}
