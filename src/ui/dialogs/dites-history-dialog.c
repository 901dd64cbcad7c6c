/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-history-dialog.h"

#include <glib/gi18n.h>

#include "dites-history.h"

/**
 * DitesHistoryDialog:
 *
 * Who did what, and when, about all documents or about one; each entry can be
 * taken back from here, whatever was done since.
 */
struct _DitesHistoryDialog
{
  AdwDialog parent_instance;

  DitesStore   *store;
  char         *id; /* (nullable): the document it is about */
  DitesHistory *history;
  GCancellable *cancellable;

  AdwToastOverlay *toast_overlay;
  GtkStack        *stack;
  AdwStatusPage   *status;
  GtkListView     *list_view;
};

typedef enum
{
  PROP_STORE = 1,
  PROP_ID,
} DitesHistoryDialogProperty;

static GParamSpec *properties[PROP_ID + 1];

G_DEFINE_FINAL_TYPE (DitesHistoryDialog, dites_history_dialog, ADW_TYPE_DIALOG)

static gboolean
has_text (gpointer    unused,
          const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
describe (gpointer    unused,
          const char *origin,
          const char *details)
{
  if (origin == NULL || details == NULL || *details == '\0')
    return g_strdup (origin);

  return g_strconcat (details, "\n", origin, NULL);
}

static void
update (DitesHistoryDialog *self)
{
  const GError *error = dites_history_get_error (self->history);
  const char   *page = "list";

  if (error != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_icon_name (self->status, "dialog-warning-symbolic");
      adw_status_page_set_title (self->status, _("The History Cannot Be Read"));
      adw_status_page_set_description (self->status, escaped);
      page = "status";
    }
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->history)) == 0)
    {
      adw_status_page_set_icon_name (self->status, "document-open-recent-symbolic");
      adw_status_page_set_title (self->status, _("Nothing Yet"));
      adw_status_page_set_description (self->status, _("What is changed is listed here, and can be undone."));
      page = dites_history_is_loading (self->history) ? "loading" : "status";
    }
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
tell (DitesHistoryDialog *self,
      const char         *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
reverted_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DitesHistoryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = dites_store_revert_finish (DITES_STORE (object), result, &error);
  g_autofree char *message = NULL;

  /* Closed meanwhile: there is nobody to tell. */
  if (self->store == NULL)
    return;

  if (name == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tell (self, error->message);
      return;
    }

  /* Translators: %s is what was done: “Import of 41 interns”. */
  message = g_strdup_printf (_("Undone: %s"), name);
  tell (self, message);
  /* The button that was pressed may be gone; the keyboard stays in the list. */
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
undo_cb (GtkListItem *list_item)
{
  DitesHistoryItem *item = gtk_list_item_get_item (list_item);
  GtkWidget        *dialog = gtk_widget_get_ancestor (gtk_list_item_get_child (list_item), DITES_TYPE_HISTORY_DIALOG);

  if (item != NULL && dialog != NULL)
    dites_store_revert_async (DITES_HISTORY_DIALOG (dialog)->store, dites_history_item_get_sequence (item),
                              DITES_HISTORY_DIALOG (dialog)->cancellable, reverted_cb, g_object_ref (dialog));
}

static void
dites_history_dialog_constructed (GObject *object)
{
  DitesHistoryDialog *self = DITES_HISTORY_DIALOG (object);
  GtkSelectionModel  *selection;

  G_OBJECT_CLASS (dites_history_dialog_parent_class)->constructed (object);

  self->history = dites_history_new (self->store, self->id);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->history))));
  gtk_list_view_set_model (self->list_view, selection);
  g_object_unref (selection);
  g_signal_connect_object (self->history, "notify::loading", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
dites_history_dialog_dispose (GObject *object)
{
  DitesHistoryDialog *self = DITES_HISTORY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->history);
  g_clear_object (&self->store);

  /* A closed dialog would leave its child behind (libadwaita 1.7). */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);

  G_OBJECT_CLASS (dites_history_dialog_parent_class)->dispose (object);
}

static void
dites_history_dialog_finalize (GObject *object)
{
  DitesHistoryDialog *self = DITES_HISTORY_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_free (self->id);

  G_OBJECT_CLASS (dites_history_dialog_parent_class)->finalize (object);
}

static void
dites_history_dialog_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  DitesHistoryDialog *self = DITES_HISTORY_DIALOG (object);

  switch ((DitesHistoryDialogProperty) prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_history_dialog_class_init (DitesHistoryDialogClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dites_history_dialog_constructed;
  object_class->dispose = dites_history_dialog_dispose;
  object_class->finalize = dites_history_dialog_finalize;
  object_class->set_property = dites_history_dialog_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, DITES_TYPE_STORE, flags);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (DITES_TYPE_HISTORY_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/dialogs/dites-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesHistoryDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, DitesHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DitesHistoryDialog, status);
  gtk_widget_class_bind_template_child (widget_class, DitesHistoryDialog, list_view);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, describe);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
}

static void
dites_history_dialog_init (DitesHistoryDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dites_history_dialog_new:
 * @store: the store
 * @id: (nullable): the document it is about; %NULL for all of the history
 *
 * Returns: (transfer floating): a dialog
 */
DitesHistoryDialog *
dites_history_dialog_new (DitesStore *store,
                          const char *id)
{
  g_return_val_if_fail (DITES_IS_STORE (store), NULL);

  return g_object_new (DITES_TYPE_HISTORY_DIALOG, "store", store, "id", id, NULL);
}
