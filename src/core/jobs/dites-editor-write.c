/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-change-name.h"
#include "dites-editor-private.h"
#include "dites-error.h"

/* What was set goes to the store, one change set after the other. */

/* How long after a failure what is not saved yet is tried again, in seconds. */
#define RETRY 10

void
dites_edit_value_clear (gpointer data)
{
  DitesEditorValue *value = data;

  g_free ((char *) value->json);
}

void
dites_edit_free (gpointer data)
{
  DitesEdit *edit = data;

  g_array_unref (edit->values);
  g_clear_object (&edit->added);
  g_free (edit);
}

DitesDocument *
dites_edit_apply (const DitesEdit *edit,
                  DitesDocument   *document)
{
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new_from (document);

  for (guint i = 0; i < edit->values->len; i++)
    {
      const DitesEditorValue *value = &g_array_index (edit->values, DitesEditorValue, i);

      if (value->json != NULL)
        dites_document_builder_set_json (builder, value->field->name, value->json, -1);
      else
        dites_document_builder_remove (builder, value->field->name);
    }

  return dites_document_builder_end (builder);
}

void
dites_editor_answer_waiting (DitesEditor *self)
{
  GTask *task;

  while ((task = g_queue_pop_head (&self->waiting)) != NULL)
    {
      if (self->failure != NULL)
        g_task_return_error (task, g_error_copy (self->failure));
      else
        g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}

static gboolean
retry_cb (gpointer user_data)
{
  DitesEditor *self = user_data;

  self->retry_id = 0;
  dites_editor_write (self);

  return G_SOURCE_REMOVE;
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DitesEditor) self = user_data;
  g_autoptr (GError) error = NULL;

  self->writing = FALSE;
  g_clear_error (&self->failure);
  if (dites_store_write_finish (DITES_STORE (object), result, &error))
    {
      g_autoptr (DitesDocument) written = NULL;
      DitesEdit *edit = g_queue_pop_head (&self->edits);

      self->written_new = self->base == NULL || (edit->goes_on && self->written_new);
      written = dites_edit_apply (edit, self->base != NULL ? self->base : self->draft);
      dites_edit_free (edit);
      g_set_object (&self->base, written);
      g_clear_object (&self->draft);
      if (self->edits.length > 0)
        dites_editor_write (self);
      else
        dites_editor_read (self);
    }
  else if (g_error_matches (error, DITES_ERROR, DITES_ERROR_CONFLICT))
    {
      /* What was set last stands; the history keeps what it replaced. */
      dites_editor_read (self);
      return;
    }
  else
    {
      self->failure = g_steal_pointer (&error);
      /* Not to be forgotten, although nobody may look at it any more. */
      self->retry_id = g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, RETRY, retry_cb, g_object_ref (self), g_object_unref);
      dites_editor_fail (self, self->failure);
    }

  dites_editor_notify_saving (self);
  if (!self->writing)
    dites_editor_answer_waiting (self);
}

void
dites_editor_write (DitesEditor *self)
{
  DitesEdit     *edit = g_queue_peek_head (&self->edits);
  DitesDocument *before = self->base != NULL ? self->base : self->draft;
  g_autoptr (DitesDocument) document = NULL;
  g_autoptr (DitesChangeSet) changes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (self->writing || edit == NULL || before == NULL)
    return;

  g_clear_handle_id (&self->retry_id, g_source_remove);
  document = dites_edit_apply (edit, before);
  title = dites_kind_title (self->kind, document, dites_editor_title_of, self);
  if (self->base == NULL || (edit->goes_on && self->written_new))
    name = dites_change_name_make (DITES_ACTION_ADD, self->kind, 1, title, NULL);
  else
    name = dites_change_name_make (DITES_ACTION_SET, self->kind, 1, title, g_array_index (edit->values, DitesEditorValue, 0).field);
  changes = dites_change_set_new (name);
  if (edit->goes_on && self->written != NULL)
    dites_change_set_go_on (changes, self->written);
  if (edit->added != NULL)
    dites_change_set_put (changes, NULL, edit->added);
  dites_change_set_put (changes, self->base, document);

  g_set_object (&self->written, changes);
  self->writing = TRUE;
  dites_store_write_async (self->store, changes, NULL, written_cb, g_object_ref (self));
}
