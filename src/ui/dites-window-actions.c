/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-due-dialog.h"
#include "dites-history-dialog.h"
#include "dites-trash-page.h"
#include "dites-window-private.h"

/* What can be done anywhere in the window. Each action is one function, named after it. */

static void
toast_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  dites_window_tell (DITES_WINDOW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

static void
toast_undo_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  dites_window_tell (DITES_WINDOW (widget), g_variant_get_string (parameter, NULL), TRUE);
}

static void
show_kind_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  dites_window_show_kind (DITES_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
search_kind_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  const char *kind, *text;

  g_variant_get (parameter, "(&s&s)", &kind, &text);
  dites_window_search (DITES_WINDOW (widget), kind, text);
}

static void
open_document_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  dites_window_open_document (DITES_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_references_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  DitesWindow   *self = DITES_WINDOW (widget);
  const char    *kind, *id, *title;
  DitesListPage *page;

  g_variant_get (parameter, "(&s&s&s)", &kind, &id, &title);
  page = dites_list_page_new (self->store, self->settings, kind);
  dites_list_page_narrow (page, id, title);
  dites_window_show_list_page (self, page);
  dites_sidebar_page_set_shown (self->sidebar, kind);
}

static void
show_trash_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DitesWindow *self = DITES_WINDOW (widget);

  if (!DITES_IS_TRASH_PAGE (adw_navigation_view_get_visible_page (self->views)))
    adw_navigation_view_push (self->views, ADW_NAVIGATION_PAGE (dites_trash_page_new (self->store)));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DitesWindow     *self = DITES_WINDOW (widget);
  g_autofree char *id = NULL;
  guint            n;

  if (self->visited->len == 0)
    return;

  id = g_ptr_array_steal_index (self->visited, self->visited->len - 1);
  n = self->visited->len;
  dites_window_open_document (self, id);
  /* Going back is not going somewhere. */
  g_ptr_array_set_size (self->visited, n);
  gtk_widget_action_set_enabled (widget, "win.back", n > 0);
}

/* A new document; what can be published begins as what is not, where it is looked for. */
static DitesDocumentBuilder *
begin_document (const DitesKind *kind)
{
  g_autofree char *id = dites_document_new_id (kind->name);
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new (kind->name, id);

  if (kind->published_state != NULL)
    dites_document_builder_set_string (builder, kind->state_field, dites_kind_get_field (kind, kind->state_field)->choices[0].id);

  return g_steal_pointer (&builder);
}

static void
new_document_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DitesWindow   *self = DITES_WINDOW (widget);
  DitesListPage *list = dites_window_get_list_page (self);
  const char    *kind = g_variant_get_string (parameter, NULL);
  g_autoptr (DitesDocumentBuilder) builder = NULL;
  g_autoptr (DitesDocument) draft = NULL;
  g_autoptr (DitesEditor) editor = NULL;

  if (*kind == '\0')
    kind = dites_list_page_get_kind (list)->name;
  else
    dites_window_show_kind (self, kind);

  builder = begin_document (dites_kind_get (kind));
  draft = dites_document_builder_end (builder);
  editor = dites_editor_new_for_draft (self->store, draft);
  dites_window_show_document_page (self, dites_document_page_new (editor));
}

/* What was shown is gone, or was never begun: who works through a list finds the next one. */
static void
leave_document_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  DitesWindow       *self = DITES_WINDOW (widget);
  DitesDocumentPage *page = dites_window_get_document_page (self);
  DitesListPage     *list = dites_window_get_list_page (self);

  if (page == NULL || strcmp (dites_document_page_get_id (page), g_variant_get_string (parameter, NULL)) != 0)
    return;

  dites_window_show_document_page (self, NULL);
  if (list != NULL && !adw_navigation_split_view_get_collapsed (self->inner))
    dites_list_page_open_next (list);
  /* What had the focus has gone with the page. */
  if (list != NULL && gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    dites_list_page_focus_shown (list);
}

/* A new document that refers to one that is there. */
static void
new_referring_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DitesWindow      *self = DITES_WINDOW (widget);
  const char       *kind, *member, *target;
  const DitesField *field;
  g_autoptr (DitesDocumentBuilder) builder = NULL;
  g_autoptr (DitesDocument) draft = NULL;
  g_autoptr (DitesEditor) editor = NULL;

  g_variant_get (parameter, "(&s&s&s)", &kind, &member, &target);
  field = dites_kind_get_field (dites_kind_get (kind), member);
  builder = begin_document (dites_kind_get (kind));
  if (field->flags & DITES_FIELD_MULTIPLE)
    dites_document_builder_set_strings (builder, member, (const char *[]) { target, NULL });
  else
    dites_document_builder_set_string (builder, member, target);
  draft = dites_document_builder_end (builder);
  editor = dites_editor_new_for_draft (self->store, draft);

  dites_window_remember_shown (self);
  dites_window_show_kind (self, kind);
  dites_window_show_document_page (self, dites_document_page_new (editor));
}

static void
history_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);

  adw_dialog_present (ADW_DIALOG (dites_history_dialog_new (DITES_WINDOW (widget)->store, *id != '\0' ? id : NULL)), widget);
}

static void
show_due_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  adw_dialog_present (ADW_DIALOG (dites_due_dialog_new (DITES_WINDOW (widget)->store)), widget);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DitesWindow *self = DITES_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->outer, TRUE);
  adw_navigation_split_view_set_show_content (self->inner, FALSE);
  dites_list_page_start_search (dites_window_get_list_page (self));
}

/* How long a step back or forth may take before it is said that it is under way, in milliseconds. */
#define STEP_PATIENCE 500

static void
tell_stepping (gpointer user_data)
{
  DitesWindow *self = user_data;

  self->step_id = 0;
  self->stepping = adw_toast_new (_("This takes a moment…"));
  adw_toast_set_timeout (self->stepping, 0);
  adw_toast_set_priority (self->stepping, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toast_overlay, g_object_ref (self->stepping));
}

/* Whether another step may be made. Who sees nothing happen presses once more, and does not mean the step before it. */
static gboolean
begin_step (DitesWindow *self)
{
  if (self->stepping != NULL)
    return FALSE;

  if (self->step_id == 0)
    self->step_id = g_timeout_add_once (STEP_PATIENCE, tell_stepping, self);

  return TRUE;
}

/* @name: what was taken back or done again; NULL if nothing was. */
static void
tell_step (DitesWindow  *self,
           const char   *done,
           const char   *name,
           const GError *error)
{
  g_autoptr (GString) message = g_string_new (done);

  g_clear_handle_id (&self->step_id, g_source_remove);
  if (self->stepping != NULL)
    adw_toast_dismiss (self->stepping);
  g_clear_object (&self->stepping);
  if (name == NULL)
    {
      dites_window_tell_error (self, error);
      return;
    }

  g_string_replace (message, "%s", name, 1);
  dites_window_tell (self, message->str, FALSE);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DitesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = dites_store_undo_finish (DITES_STORE (object), result, &error);

  /* Translators: %s is what was done: “Import of 41 interns”. */
  tell_step (self, _("Undone: %s"), undone, error);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DitesWindow *self = DITES_WINDOW (widget);

  if (!begin_step (self))
    return;

  /* What is being typed is what shall be undone. */
  dites_window_take_over (self);
  dites_store_undo_async (self->store, NULL, undone_cb, g_object_ref (self));
}

static void
redone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DitesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *redone = dites_store_redo_finish (DITES_STORE (object), result, &error);

  /* Translators: %s is what was done: “Import of 41 interns”. */
  tell_step (self, _("Done again: %s"), redone, error);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DitesWindow *self = DITES_WINDOW (widget);

  if (begin_step (self))
    dites_store_redo_async (self->store, NULL, redone_cb, g_object_ref (self));
}

static void
mail_begun_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DitesWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    dites_window_tell (self, _("No program on this computer writes e-mails"), FALSE);
}

static void
write_mail_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  g_autofree char *address = g_uri_escape_string (g_variant_get_string (parameter, NULL), "@", FALSE);
  g_autofree char *uri = g_strconcat ("mailto:", address, NULL);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (widget), NULL, mail_begun_cb, g_object_ref (widget));
}

void
dites_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.toast-undo", "s", toast_undo_action);
  gtk_widget_class_install_action (widget_class, "win.show-kind", "s", show_kind_action);
  gtk_widget_class_install_action (widget_class, "win.search-kind", "(ss)", search_kind_action);
  gtk_widget_class_install_action (widget_class, "win.open-document", "s", open_document_action);
  gtk_widget_class_install_action (widget_class, "win.show-references", "(sss)", show_references_action);
  gtk_widget_class_install_action (widget_class, "win.show-trash", NULL, show_trash_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.new-document", "s", new_document_action);
  gtk_widget_class_install_action (widget_class, "win.leave-document", "s", leave_document_action);
  gtk_widget_class_install_action (widget_class, "win.new-referring", "(sss)", new_referring_action);
  gtk_widget_class_install_action (widget_class, "win.history", "s", history_action);
  gtk_widget_class_install_action (widget_class, "win.show-due", NULL, show_due_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.write-mail", "s", write_mail_action);
  dites_window_class_install_import_actions (widget_class);
}
