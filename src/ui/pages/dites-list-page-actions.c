/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-bulk.h"
#include "dites-bulk-dialog.h"
#include "dites-export-vcard.h"
#include "dites-list-content.h"
#include "dites-list-job.h"
#include "dites-list-page-private.h"
#include "dites-list-row.h"

/* What is done to the rows that are chosen. Each action is one function, named after it. */

static void
tell (DitesListPage *self,
      const char    *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
}

static void
tell_error (DitesListPage *self,
            const GError  *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tell (self, error->message);
}

static GtkBitset *
get_chosen (DitesListPage *self)
{
  return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
}

/* What goes on with the ids of some rows, once they are known. */
typedef struct
{
  DitesListPage *self;
  void (*func) (DitesListPage *self, char **ids);
} Going;

static void
collected_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Going *going = user_data;
  g_autoptr (DitesListPage) self = going->self;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = dites_query_collect_finish (DITES_QUERY (object), result, &error);

  if (ids == NULL)
    tell_error (self, error);
  else
    going->func (self, ids);
}

static void
with_ids (DitesListPage *self,
          GtkBitset     *positions,
          void (*func) (DitesListPage *self, char **ids))
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  Going        *going = g_new0 (Going, 1);
  GtkBitsetIter iter;
  guint         place;

  going->self = g_object_ref (self);
  going->func = func;
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, positions, &place); valid; valid = gtk_bitset_iter_next (&iter, &place))
    g_array_append_val (places, place);
  dites_query_collect_async (self->query, (gconstpointer) places->data, places->len, self->cancellable, collected_cb, going);
}

static void
with_chosen (DitesListPage *self,
             void (*func) (DitesListPage *self, char **ids))
{
  g_autoptr (GtkBitset) chosen = get_chosen (self);

  with_ids (self, chosen, func);
}

static void
trashed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DitesListPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = dites_bulk_trash_finish (DITES_STORE (object), result, &error);

  if (done == NULL)
    {
      tell_error (self, error);
      return;
    }

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", done);
  dites_list_page_set_selecting (self, FALSE);
}

static void
trash (DitesListPage *self,
       char         **ids)
{
  dites_bulk_trash_async (self->store, (const char *const *) ids, NULL, trashed_cb, g_object_ref (self));
}

static void
trash_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  with_chosen (DITES_LIST_PAGE (widget), trash);
}

static void
show_set_dialog (DitesListPage *self,
                 char         **ids)
{
  adw_dialog_present (ADW_DIALOG (dites_bulk_dialog_new (self->store, self->kind, (const char *const *) ids)), GTK_WIDGET (self));
}

static void
set_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  with_chosen (DITES_LIST_PAGE (widget), show_set_dialog);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DitesListPage *self = DITES_LIST_PAGE (widget);
  g_autoptr (GtkBitset) chosen = get_chosen (self);
  guint            n = gtk_bitset_get_size (chosen);
  g_autofree char *count = dites_kind_dup_count (self->kind, n);
  g_autofree char *message = NULL;
  g_autoptr (GdkContentProvider) content = dites_list_content_new (self->store, self->query, self->kind, chosen);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  /* Translators: %s is what was copied: “3 interns”. */
  message = g_strdup_printf (_("Copied: %s"), count);
  tell (self, message);
}

/* An export, from the choice of a file to the writing of it. */
typedef struct
{
  DitesListPage  *self;
  DitesListFormat format;
  char          **ids;
  GFile          *file; /* (nullable): it is not chosen yet */
} Exporting;

static void
exporting_free (Exporting *exporting)
{
  g_object_unref (exporting->self);
  g_strfreev (exporting->ids);
  g_clear_object (&exporting->file);
  g_free (exporting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Exporting, exporting_free)

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Exporting) exporting = user_data;
  DitesListPage *self = exporting->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) damaged = NULL;
  g_autoptr (GBytes) text = dites_list_export_finish (DITES_STORE (object), result, &damaged, &error);
  guint            n = g_strv_length (exporting->ids) - damaged->len;
  g_autofree char *path = g_file_get_path (exporting->file);
  g_autofree char *message = NULL;

  if (text == NULL)
    {
      tell_error (self, error);
      return;
    }

  message = dites_list_page_dup_exported (self, n, damaged);
  if (path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-file", "(^ays)", path, message);
  else
    tell (self, message);
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Exporting) exporting = user_data;
  DitesListPage *self = exporting->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file == NULL)
    {
      tell_error (self, error);
      return;
    }

  g_set_object (&exporting->file, file);
  dites_list_export_async (self->store, self->kind, (const char *const *) exporting->ids, exporting->format, file,
                           self->cancellable, exported_cb, exporting);
  g_steal_pointer (&exporting);
}

static void
choose_file (DitesListPage  *self,
             char          **ids,
             DitesListFormat format)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Exporting       *exporting = g_new0 (Exporting, 1);
  g_autofree char *today = dites_day_to_iso (dites_day_today ());
  g_autofree char *name = g_strdup_printf ("%s %s.%s", dites_kind_get_plural (self->kind), today, format == DITES_LIST_VCARD ? "vcf" : "csv");

  exporting->self = g_object_ref (self);
  exporting->format = format;
  exporting->ids = g_strdupv (ids);
  gtk_file_dialog_set_title (dialog, format == DITES_LIST_VCARD ? _("Export as Address Cards") : _("Export as a Table"));
  gtk_file_dialog_set_accept_label (dialog, _("_Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable, file_chosen_cb, exporting);
}

static void
export_table (DitesListPage *self,
              char         **ids)
{
  choose_file (self, ids, DITES_LIST_CSV);
}

static void
export_cards (DitesListPage *self,
              char         **ids)
{
  choose_file (self, ids, DITES_LIST_VCARD);
}

/* The rows that are chosen if several are, else all that the list shows. */
static GtkBitset *
get_exported (DitesListPage *self)
{
  g_autoptr (GtkBitset) chosen = get_chosen (self);

  return self->selecting && !gtk_bitset_is_empty (chosen) ? g_steal_pointer (&chosen)
                                                          : gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->query)));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DitesListPage *self = DITES_LIST_PAGE (widget);
  g_autoptr (GtkBitset) exported = get_exported (self);

  with_ids (self, exported, export_table);
}

static void
export_cards_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DitesListPage *self = DITES_LIST_PAGE (widget);
  g_autoptr (GtkBitset) exported = get_exported (self);

  with_ids (self, exported, export_cards);
}

static void
make_catalogue (DitesListPage *self,
                char         **ids)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.catalogue", g_variant_new_strv ((const char *const *) ids, -1));
}

static void
catalogue_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DitesListPage *self = DITES_LIST_PAGE (widget);
  g_autoptr (GtkBitset) chosen = self->selecting ? get_chosen (self) : gtk_bitset_new_empty ();

  with_ids (self, chosen, make_catalogue);
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-document", "s", dites_list_page_get_kind (DITES_LIST_PAGE (widget))->name);
}

static void
select_rows_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DitesListPage *self = DITES_LIST_PAGE (widget);

  dites_list_page_set_selecting (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
select_all_rows_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  DitesListPage *self = DITES_LIST_PAGE (widget);

  dites_list_page_set_selecting (self, TRUE);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

static void
unselect_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  dites_list_page_set_selecting (DITES_LIST_PAGE (widget), FALSE);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  dites_list_page_clear_filters (DITES_LIST_PAGE (widget));
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  dites_query_retry (DITES_LIST_PAGE (widget)->query);
}

static GMenuModel *
make_row_menu (DitesListPage *self,
               guint          n)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();

  if (n == 1)
    g_menu_append (first, _("_Open"), "list.open");
  g_menu_append (first, _("_Copy"), "list.copy");
  if (n > 1)
    g_menu_append (first, _("Change a _Field…"), "list.set");
  else
    g_menu_append (first, _("_Select"), "list.select-rows");
  if (dites_vcard_has_kind (self->kind))
    g_menu_append (first, _("_Export as Address Cards…"), "list.export-cards");
  g_menu_append (second, _("Move to the _Trash"), "list.trash");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));

  return G_MENU_MODEL (menu);
}

/* @popover is closed, or its row goes. */
static gboolean
unparent (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* What was chosen in it is yet to be done. */
static void
popover_closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent, g_object_ref (popover), g_object_unref);
}

/* The menu of the rows that are chosen, at the one that has the keyboard. */
static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DitesListPage *self = DITES_LIST_PAGE (widget);
  g_autoptr (GtkBitset) chosen = NULL;
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  GtkWidget *child = row != NULL ? gtk_widget_get_first_child (row) : NULL;
  GtkWidget *popover;

  if (!DITES_IS_LIST_ROW (child))
    return;

  /* The keyboard may stand on a row that is not chosen: it is meant then. */
  chosen = get_chosen (self);
  if (gtk_bitset_is_empty (chosen))
    {
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), dites_list_row_get_position (DITES_LIST_ROW (child)), TRUE);
      g_clear_pointer (&chosen, gtk_bitset_unref);
      chosen = get_chosen (self);
    }

  menu = make_row_menu (self, gtk_bitset_get_size (chosen));
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, row);
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  g_signal_connect_object (row, "destroy", G_CALLBACK (unparent), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DitesListPage *self = DITES_LIST_PAGE (widget);
  g_autoptr (GtkBitset) chosen = get_chosen (self);

  if (!gtk_bitset_is_empty (chosen))
    dites_list_page_open (self, gtk_bitset_get_minimum (chosen));
}

/**
 * dites_list_page_update_actions:
 * @self: a page
 *
 * Private to the page: enables what can be done now.
 */
void
dites_list_page_update_actions (DitesListPage *self)
{
  static const char *const of_chosen[] = { "list.trash", "list.set", "list.copy", "list.open" };
  g_autoptr (GtkBitset) chosen = get_chosen (self);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   rows = g_list_model_get_n_items (G_LIST_MODEL (self->query)) > 0;
  gboolean   homes = self->kind->published_state != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (of_chosen); i++)
    gtk_widget_action_set_enabled (widget, of_chosen[i], !gtk_bitset_is_empty (chosen));
  gtk_widget_action_set_enabled (widget, "list.export", rows);
  gtk_widget_action_set_enabled (widget, "list.export-cards", rows && dites_vcard_has_kind (self->kind));
  gtk_widget_action_set_enabled (widget, "list.select-rows", rows);
  gtk_widget_action_set_enabled (widget, "list.select-all-rows", rows);
  gtk_widget_action_set_enabled (widget, "list.catalogue", rows && homes);
  gtk_widget_set_visible (self->cards_button, dites_vcard_has_kind (self->kind));
  gtk_widget_set_visible (self->catalogue_button, homes);
}

/**
 * dites_list_page_install_actions:
 * @widget_class: the class of the page
 *
 * Private to the page.
 */
void
dites_list_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "list.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "list.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "list.trash", NULL, trash_action);
  gtk_widget_class_install_action (widget_class, "list.set", NULL, set_action);
  gtk_widget_class_install_action (widget_class, "list.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "list.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "list.export-cards", NULL, export_cards_action);
  gtk_widget_class_install_action (widget_class, "list.catalogue", NULL, catalogue_action);
  gtk_widget_class_install_action (widget_class, "list.select-rows", NULL, select_rows_action);
  gtk_widget_class_install_action (widget_class, "list.select-all-rows", NULL, select_all_rows_action);
  gtk_widget_class_install_action (widget_class, "list.unselect", NULL, unselect_action);
  gtk_widget_class_install_action (widget_class, "list.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "list.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "list.menu", NULL, menu_action);
}
