/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-catalogue-dialog.h"
#include "dites-export-job.h"
#include "dites-preview-dialog.h"
#include "dites-save-pdf.h"
#include "dites-store-reads.h"
#include "dites-temporary.h"
#include "dites-window-private.h"

/* What becomes of homes outside the window: a PDF, paper, a catalogue. What is being
 * typed is saved first, and a home that may not be published is not handed out. */

/* How long a sheet is drawn before it is said, in milliseconds. */
#define SLOW 700

typedef struct _Handout Handout;

struct _Handout
{
  DitesWindow *self;
  char        *id;
  char        *name; /* (nullable): what a file of it is called */
  char        *path; /* (nullable): where its PDF goes */

  /* What follows when it is saved; as it is, or only if it may be published. */
  void (*next) (Handout *handout);
  gboolean as_it_is;

  GCancellable *cancellable; /* (nullable): of the drawing */
  guint         slow_id;
  AdwToast     *slow; /* (nullable): says that it is drawn */
};

static void
handout_free (Handout *handout)
{
  g_clear_handle_id (&handout->slow_id, g_source_remove);
  g_clear_object (&handout->cancellable);
  g_clear_object (&handout->slow);
  g_object_unref (handout->self);
  g_free (handout->id);
  g_free (handout->name);
  g_free (handout->path);
  g_free (handout);
}

/* A fault that stops what was asked for says more than a toast holds. */
static void
refuse (Handout   *handout,
        GPtrArray *problems)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Cannot Be Handed Out Yet"), NULL);
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const DitesProblem *problem = problems->pdata[i];

      if (problem->severity == DITES_SEVERITY_BLOCKS)
        g_string_append_printf (body, "%s%s", body->len > 0 ? "\n\n" : "", problem->message);
    }
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), body->str);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (handout->self));
}

static gboolean
blocks (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    if (((DitesProblem *) problems->pdata[i])->severity == DITES_SEVERITY_BLOCKS)
      return TRUE;

  return FALSE;
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Handout *handout = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesSnapshot) snapshot = dites_store_get_finish (DITES_STORE (object), result, &error);
  g_autoptr (GPtrArray) problems = NULL;
  const DitesKind *kind = dites_kind_get ("housing");

  if (snapshot == NULL || snapshot->document == NULL)
    {
      if (error != NULL)
        dites_window_tell_error (handout->self, error);
      handout_free (handout);
      return;
    }

  problems = dites_kind_check (kind, snapshot->document);
  if (!handout->as_it_is && blocks (problems))
    {
      refuse (handout, problems);
      handout_free (handout);
      return;
    }

  handout->name = dites_save_pdf_name (snapshot->document);
  handout->next (handout);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Handout *handout = user_data;
  g_autoptr (GError) error = NULL;

  if (!dites_editor_flush_finish (DITES_EDITOR (object), result, &error))
    {
      dites_window_tell_error (handout->self, error);
      handout_free (handout);
      return;
    }

  dites_store_get_async (handout->self->store, handout->id, NULL, read_cb, handout);
}

/* Does @next for the home that is named, or for the one that is shown if none is. */
static void
begin (GtkWidget *widget,
       GVariant  *parameter,
       gboolean   as_it_is,
       void (*next) (Handout *handout))
{
  DitesWindow       *self = DITES_WINDOW (widget);
  DitesDocumentPage *page = dites_window_get_document_page (self);
  const char        *id = g_variant_get_string (parameter, NULL);
  Handout           *handout;

  if (*id == '\0' && page != NULL)
    id = dites_document_page_get_id (page);
  if (!g_str_has_prefix (id, "housing:"))
    {
      dites_window_tell (self, _("Sheets are made of homes: one must be shown"), FALSE);
      return;
    }

  handout = g_new0 (Handout, 1);
  handout->self = g_object_ref (self);
  handout->id = g_strdup (id);
  handout->next = next;
  handout->as_it_is = as_it_is;

  dites_window_take_over (self);

  if (page != NULL && strcmp (dites_document_page_get_id (page), id) == 0)
    dites_editor_flush_async (dites_document_page_get_editor (page), NULL, saved_cb, handout);
  else
    dites_store_get_async (self->store, id, NULL, read_cb, handout);
}

/* Most sheets are there at once; one with many photos is waited for, or given up. */
static gboolean
slow_cb (gpointer user_data)
{
  Handout *handout = user_data;

  handout->slow_id = 0;
  handout->slow = adw_toast_new (_("Drawing the sheet…"));
  adw_toast_set_timeout (handout->slow, 0);
  adw_toast_set_priority (handout->slow, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (handout->slow, _("_Cancel"));
  g_signal_connect_object (handout->slow, "button-clicked", G_CALLBACK (g_cancellable_cancel), handout->cancellable, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (handout->self->toast_overlay, g_object_ref (handout->slow));

  return G_SOURCE_REMOVE;
}

static void
draw (Handout            *handout,
      GAsyncReadyCallback callback)
{
  const char *const ids[] = { handout->id, NULL };
  g_autofree char  *language = g_settings_get_string (handout->self->settings, "export-language");
  DitesOfferExport  what = { .path = handout->path, .ids = ids, .available_on = DITES_DAY_NONE, .language = language };

  handout->cancellable = g_cancellable_new ();
  handout->slow_id = g_timeout_add (SLOW, slow_cb, handout);
  dites_export_offers_async (handout->self->store, &what, NULL, NULL, handout->cancellable, callback, handout);
}

static gboolean
finish_drawing (Handout      *handout,
                GObject      *store,
                GAsyncResult *result)
{
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  g_clear_handle_id (&handout->slow_id, g_source_remove);
  if (handout->slow != NULL)
    adw_toast_dismiss (handout->slow);
  if (dites_export_offers_finish (DITES_STORE (store), result, &n, &refusals, &error))
    return TRUE;

  dites_window_tell_error (handout->self, error);
  handout_free (handout);

  return FALSE;
}

/* A PDF */

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Handout *handout = user_data;

  if (!finish_drawing (handout, object, result))
    return;

  dites_window_tell_file (handout->self, handout->path, NULL);
  handout_free (handout);
}

static void
path_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  Handout *handout = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  handout->path = file != NULL ? g_file_get_path (file) : NULL;
  if (handout->path == NULL)
    {
      if (file != NULL)
        dites_window_tell (handout->self, _("The PDF can only be saved on this computer"), FALSE);
      else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        dites_window_tell_error (handout->self, error);
      handout_free (handout);
      return;
    }

  draw (handout, exported_cb);
}

static void
ask_path (Handout *handout)
{
  g_autoptr (GtkFileDialog) dialog = dites_save_pdf_dialog_new (handout->name);

  gtk_file_dialog_save (dialog, GTK_WINDOW (handout->self), NULL, path_chosen_cb, handout);
}

static void
export_pdf_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  begin (widget, parameter, FALSE, ask_path);
}

/* Paper */

static void
printed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Handout *handout = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_print_dialog_print_file_finish (GTK_PRINT_DIALOG (object), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    {
      AdwToast *toast = adw_toast_new (_("No printer can be reached"));

      g_debug ("Not printed: %s", error->message);
      adw_toast_set_button_label (toast, _("_Save PDF…"));
      adw_toast_set_action_name (toast, "win.export-pdf");
      adw_toast_set_action_target_value (toast, g_variant_new_string (handout->id));
      adw_toast_overlay_add_toast (handout->self->toast_overlay, toast);
    }
  handout_free (handout);
}

static void
drawn_for_print_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  Handout *handout = user_data;
  g_autoptr (GtkPrintDialog) dialog = NULL;
  g_autoptr (GFile) file = NULL;

  if (!finish_drawing (handout, object, result))
    return;

  dialog = gtk_print_dialog_new ();
  file = g_file_new_for_path (handout->path);
  gtk_print_dialog_set_title (dialog, _("Print Sheet"));
  gtk_print_dialog_print_file (dialog, GTK_WINDOW (handout->self), NULL, file, NULL, printed_cb, handout);
}

static void
draw_for_print (Handout *handout)
{
  g_autoptr (GError) error = NULL;

  handout->path = dites_temporary_path (handout->name, &error);
  if (handout->path == NULL)
    {
      dites_window_tell_error (handout->self, error);
      handout_free (handout);
      return;
    }

  draw (handout, drawn_for_print_cb);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  begin (widget, parameter, FALSE, draw_for_print);
}

/* A look at it, and many at once */

static void
show_preview (Handout *handout)
{
  g_autofree char *language = g_settings_get_string (handout->self->settings, "export-language");

  adw_dialog_present (ADW_DIALOG (dites_preview_dialog_new (handout->self->store, handout->id, language)), GTK_WIDGET (handout->self));
  handout_free (handout);
}

/* A home that may not be published yet can be looked at. */
static void
preview_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  begin (widget, parameter, TRUE, show_preview);
}

static void
show_catalogue (DitesWindow       *self,
                const char *const *ids)
{
  adw_dialog_present (ADW_DIALOG (dites_catalogue_dialog_new (self->store, self->settings, ids)), GTK_WIDGET (self));
}

static void
catalogue_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);

  show_catalogue (DITES_WINDOW (widget), *ids != NULL ? ids : NULL);
}

/* The same for menus, whose files cannot say an empty list. */
static void
new_catalogue_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  show_catalogue (DITES_WINDOW (widget), NULL);
}

void
dites_window_class_install_exports (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-pdf", "s", export_pdf_action);
  gtk_widget_class_install_action (widget_class, "win.print", "s", print_action);
  gtk_widget_class_install_action (widget_class, "win.preview", "s", preview_action);
  gtk_widget_class_install_action (widget_class, "win.catalogue", "as", catalogue_action);
  gtk_widget_class_install_action (widget_class, "win.new-catalogue", NULL, new_catalogue_action);
}
