/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-editor-private.h"

/* What a person sets, and the wait until it is written. */

/**
 * dites_editor_expect_title:
 * @self: an editor
 * @id: the id of a document that a value is about to refer to
 * @title: what it is called
 *
 * Has the document called by its title before the store has been asked for it.
 */
void
dites_editor_expect_title (DitesEditor *self,
                           const char  *id,
                           const char  *title)
{
  g_return_if_fail (DITES_IS_EDITOR (self));

  g_hash_table_insert (self->expected, g_strdup (id), g_strdup (title));
}

/**
 * dites_editor_set_json:
 * @self: an editor
 * @field: a field of the kind
 * @json: (nullable): its value; %NULL for nothing
 *
 * Sets a field. A value that it has already changes nothing.
 */
void
dites_editor_set_json (DitesEditor      *self,
                       const DitesField *field,
                       const char       *json)
{
  DitesEditorValue value = { field, json };

  dites_editor_set_values (self, &value, 1, NULL);
}

static gboolean
has_value (DitesEditor            *self,
           const DitesEditorValue *value)
{
  DitesJson json = { NULL, 0 };
  gboolean  has = dites_document_get (self->document, value->field->name, &json);

  return value->json == NULL ? !has : has && dites_json_equal (json, dites_json_of (value->json, -1));
}

/**
 * dites_editor_set_values:
 * @self: an editor
 * @values: (array length=n_values): fields of the kind, and what they shall be
 * @n_values: how many, at least one; the first gives the change its name
 * @added: (nullable): a new document, which a value refers to
 *
 * Sets several fields as one change set with one undo, and stores a new document
 * with it. Values that the document has already change nothing.
 */
void
dites_editor_set_values (DitesEditor            *self,
                         const DitesEditorValue *values,
                         guint                   n_values,
                         DitesDocument          *added)
{
  GArray    *fresh;
  DitesEdit *edit;

  g_return_if_fail (DITES_IS_EDITOR (self));

  if (self->document == NULL)
    return;

  fresh = g_array_new (FALSE, FALSE, sizeof (DitesEditorValue));
  g_array_set_clear_func (fresh, dites_edit_value_clear);
  for (guint i = 0; i < n_values; i++)
    if (!has_value (self, &values[i]))
      {
        DitesEditorValue value = { values[i].field, g_strdup (values[i].json) };

        g_array_append_val (fresh, value);
      }
  if (fresh->len == 0)
    {
      g_array_unref (fresh);
      return;
    }

  edit = g_new0 (DitesEdit, 1);
  edit->values = fresh;
  g_set_object (&edit->added, added);
  edit->goes_on = n_values == 1 && added == NULL && self->unsettled == values[0].field;
  self->unsettled = self->held && n_values == 1 && added == NULL ? values[0].field : NULL;
  g_queue_push_tail (&self->edits, edit);
  dites_editor_derive (self);
  dites_editor_look (self);
  dites_editor_write (self);
}

/* What lists said that no field takes is set as a whole. */
static const DitesField extra = { .name = DITES_EXTRA, .type = DITES_FIELD_TEXT };

/**
 * dites_editor_remove_extra:
 * @self: an editor
 * @header: a header of dites_document_foreach_extra()
 *
 * Takes away what lists said under a header that no field has, as one change with one
 * undo. What is not there changes nothing.
 */
void
dites_editor_remove_extra (DitesEditor *self,
                           const char  *header)
{
  g_autoptr (GString) json = g_string_new ("{");
  DitesJson     all, name, cell;
  DitesJsonIter iter;

  g_return_if_fail (DITES_IS_EDITOR (self));

  if (self->document == NULL || !dites_document_get (self->document, DITES_EXTRA, &all) ||
      dites_json_get_type (all) != DITES_JSON_OBJECT)
    return;

  dites_json_iter_init (&iter, all);
  while (dites_json_iter_next (&iter, &name, &cell))
    {
      if (dites_json_string_equal (name, header))
        continue;
      if (json->len > 1)
        g_string_append_c (json, ',');
      g_string_append_len (json, name.text, name.length);
      g_string_append_c (json, ':');
      g_string_append_len (json, cell.text, cell.length);
    }
  g_string_append_c (json, '}');

  dites_editor_set_json (self, &extra, json->len > 2 ? json->str : NULL);
}

/**
 * dites_editor_flush_async:
 * @self: an editor
 * @cancellable: (nullable): stops the waiting, not the writing
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Waits until all that was set is written.
 */
void
dites_editor_flush_async (DitesEditor        *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, dites_editor_flush_async);
  g_queue_push_tail (&self->waiting, task);
  dites_editor_write (self);
  if (self->edits.length == 0)
    dites_editor_answer_waiting (self);
}

/**
 * dites_editor_flush_finish:
 * @self: an editor
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set if something could not be written
 */
gboolean
dites_editor_flush_finish (DitesEditor  *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
