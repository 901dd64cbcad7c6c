/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-bulk.h"
#include "dites-change-name.h"
#include "dites-document-page-private.h"

/* What can be done with the document of a page. Each action is one function, named after it. */

static void
tell (DitesDocumentPage *self,
      const char        *action,
      const char        *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", message);
}

static void
tell_error (DitesDocumentPage *self,
            const GError      *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, "win.toast", error->message);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (DitesDocumentPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!dites_editor_flush_finish (DITES_EDITOR (object), result, &error))
    g_debug ("Still not saved: %s", error->message);
  if (self->editor != NULL)
    dites_document_page_show_failure (self);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DitesDocumentPage *self = DITES_DOCUMENT_PAGE (widget);
  GtkRoot           *root = gtk_widget_get_root (widget);
  GtkWidget         *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* A field is taken over when it is left. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    {
      gtk_root_set_focus (root, NULL);
      gtk_widget_grab_focus (focus);
    }
  dites_editor_flush_async (self->editor, NULL, saved_cb, g_object_ref (self));
}

static void
trashed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DitesDocumentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = dites_bulk_trash_finish (DITES_STORE (object), result, &error);

  if (done == NULL)
    {
      tell_error (self, error);
      return;
    }

  tell (self, "win.toast-undo", done);
  if (self->editor != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-document", "s", dites_editor_get_id (self->editor));
}

static void
flushed_for_trash_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (DitesDocumentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  const char *ids[] = { dites_editor_get_id (DITES_EDITOR (object)), NULL };

  if (!dites_editor_flush_finish (DITES_EDITOR (object), result, &error))
    {
      tell_error (self, error);
      return;
    }

  dites_bulk_trash_async (dites_editor_get_store (DITES_EDITOR (object)), ids, NULL, trashed_cb, g_object_ref (self));
}

static void
trash_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DitesDocumentPage *self = DITES_DOCUMENT_PAGE (widget);
  GtkRoot           *root = gtk_widget_get_root (widget);

  /* What is being typed is part of what is kept in the trash. */
  if (root != NULL)
    gtk_root_set_focus (root, NULL);
  if (dites_editor_is_draft (self->editor) && !dites_editor_is_saving (self->editor))
    gtk_widget_activate_action (widget, "win.leave-document", "s", dites_editor_get_id (self->editor));
  else
    dites_editor_flush_async (self->editor, NULL, flushed_for_trash_cb, g_object_ref (self));
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DitesDocumentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = dites_bulk_restore_finish (DITES_STORE (object), result, &error);

  if (done != NULL)
    tell (self, "win.toast-undo", done);
  else
    tell_error (self, error);
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DitesDocumentPage *self = DITES_DOCUMENT_PAGE (widget);
  const char        *ids[] = { dites_editor_get_id (self->editor), NULL };

  dites_bulk_restore_async (dites_editor_get_store (self->editor), ids, NULL, restored_cb, g_object_ref (self));
}

/* A copy that is being written. */
typedef struct
{
  DitesDocumentPage *page;
  char              *id;
  char              *name;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->page);
  g_free (copy->id);
  g_free (copy->name);
  g_free (copy);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static void
duplicated_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Copy) copy = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;

  if (!dites_store_write_finish (DITES_STORE (object), result, &error))
    {
      tell_error (copy->page, error);
      return;
    }

  done = dites_change_name_say (copy->name);
  tell (copy->page, "win.toast-undo", done);
  gtk_widget_activate_action (GTK_WIDGET (copy->page), "win.open-document", "s", copy->id);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DitesDocumentPage *self = DITES_DOCUMENT_PAGE (widget);
  g_autoptr (DitesDocument) document = dites_kind_duplicate (dites_editor_get_kind (self->editor), dites_editor_get_document (self->editor));
  g_autoptr (DitesChangeSet) changes = NULL;
  Copy *copy = g_new0 (Copy, 1);

  copy->page = g_object_ref (self);
  copy->id = g_strdup (dites_document_get_id (document));
  copy->name = dites_change_name_make (DITES_ACTION_ADD, dites_editor_get_kind (self->editor), 1, dites_editor_get_title (self->editor), NULL);
  changes = dites_change_set_new (copy->name);
  dites_change_set_put (changes, NULL, document);
  dites_store_write_async (dites_editor_get_store (self->editor), changes, NULL, duplicated_cb, copy);
}

static void
history_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.history", "s", dites_document_page_get_id (DITES_DOCUMENT_PAGE (widget)));
}

static void
paste_photo_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DitesDocumentPage *self = DITES_DOCUMENT_PAGE (widget);

  if (self->photos != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->photos), "photos.paste", NULL);
}

static void
show_field_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  dites_document_page_show_field (DITES_DOCUMENT_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
show_obstacle_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DitesDocumentPage *self = DITES_DOCUMENT_PAGE (widget);
  GPtrArray         *problems = dites_editor_get_problems (self->editor);

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const DitesProblem *problem = problems->pdata[i];

      if (problem->severity == DITES_SEVERITY_BLOCKS && problem->field != NULL &&
          dites_document_page_show_field (self, problem->field))
        return;
    }
}

static void
note_refusal_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DitesDocumentPage *self = DITES_DOCUMENT_PAGE (widget);

  /* A field is left too when its page goes away. */
  if (self->editor != NULL)
    dites_document_page_show_failure (self);
}

void
dites_document_page_update_actions (DitesDocumentPage *self)
{
  GtkWidget       *widget = GTK_WIDGET (self);
  const DitesKind *kind = dites_editor_get_kind (self->editor);
  gboolean         trashed = dites_editor_is_trashed (self->editor);
  gboolean         draft = dites_editor_is_draft (self->editor);
  gboolean         there = dites_editor_get_document (self->editor) != NULL && !trashed;

  gtk_widget_action_set_enabled (widget, "document.trash", there && !kind->single);
  gtk_widget_action_set_enabled (widget, "document.restore", trashed);
  gtk_widget_action_set_enabled (widget, "document.duplicate", there && !draft && !kind->single && !kind->unique);
  gtk_widget_action_set_enabled (widget, "document.history", !draft);
}

void
dites_document_page_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "document.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "document.trash", NULL, trash_action);
  gtk_widget_class_install_action (widget_class, "document.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "document.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "document.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "document.paste-photo", NULL, paste_photo_action);
  gtk_widget_class_install_action (widget_class, "document.show-field", "s", show_field_action);
  gtk_widget_class_install_action (widget_class, "document.show-obstacle", NULL, show_obstacle_action);
  gtk_widget_class_install_action (widget_class, "document.note-refusal", NULL, note_refusal_action);

  /* There is no need to save, but many hands are used to it. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "document.save", NULL);

  /* Where text is being typed, the same keys take away a word. The menu shows the latter. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, GDK_CONTROL_MASK, "document.trash", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK, "document.trash", NULL);
}
