/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "dites-query-cells.h"
#include "dites-query-private.h"
#include "dites-store-ask.h"
#include "dites-store-private.h"

/* What is asked of a list now and then: which documents are chosen in it, where one is, and
 * what it can be narrowed to. The reading thread answers in the order of the questions. */

/* Has @question answered; the thread never sees the query that @waiting is about. */
static void
ask (GTask              *waiting,
     const DitesReading *question,
     GAsyncReadyCallback answered_cb)
{
  DitesQuery *self = g_task_get_source_object (waiting);

  dites_store_read (self->store, question, g_task_get_cancellable (waiting), answered_cb, waiting);
}

static gpointer
read_ids (DitesReader *reader,
          gpointer     input,
          GError     **error)
{
  DitesDatabase *database = dites_reader_get_database (reader);
  GArray        *numbers = input;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  sqlite3_stmt *statement = dites_database_prepare (database, "SELECT id FROM document WHERE number = ?", error);

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < numbers->len; i++)
    {
      int code;

      sqlite3_bind_int64 (statement, 1, g_array_index (numbers, guint32, i));
      code = dites_database_step (database, statement, error);
      if (code == SQLITE_ROW)
        g_strv_builder_add (ids, dites_database_get_text (statement, 0));
      else if (code != SQLITE_DONE)
        return NULL;
      sqlite3_reset (statement);
    }

  return g_strv_builder_end (ids);
}

static gboolean
get_numbers (DitesQuery *self,
             GArray     *positions,
             GArray     *numbers)
{
  for (guint i = 0; i < positions->len; i++)
    {
      guint position = g_array_index (positions, guint, i);

      if (position >= self->order->len)
        continue;
      if (g_array_index (self->order, guint32, position) == 0)
        return FALSE;
      g_array_append_val (numbers, g_array_index (self->order, guint32, position));
    }

  return TRUE;
}

static void collect (GTask *waiting);

static void
caught_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  GTask  *waiting = user_data;
  GError *error = NULL;

  g_strfreev (g_task_propagate_pointer (G_TASK (result), &error));
  if (error == NULL)
    {
      collect (waiting);
      return;
    }
  g_task_return_error (waiting, error);
  g_object_unref (waiting);
}

/* The end of a long list may not be known yet: then the question is asked again behind the
 * answer that is under way. */
static void
collect (GTask *waiting)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  DitesReading question = { read_ids, NULL, (GDestroyNotify) g_array_unref, (GDestroyNotify) g_strfreev };
  gboolean     known = get_numbers (g_task_get_source_object (waiting), g_task_get_task_data (waiting), numbers);

  if (!known)
    g_array_set_size (numbers, 0);
  question.input = g_steal_pointer (&numbers);
  ask (waiting, &question, known ? dites_store_read_cb : caught_up_cb);
}

/**
 * dites_query_collect_async:
 * @self: a query
 * @positions: (array length=n_positions): places of rows, fetched or not
 * @n_positions: how many
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Finds out which documents stand at some places.
 */
void
dites_query_collect_async (DitesQuery         *self,
                           const guint        *positions,
                           guint               n_positions,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GTask  *waiting;
  GArray *copy;

  g_return_if_fail (DITES_IS_QUERY (self));

  waiting = g_task_new (self, cancellable, callback, user_data);
  copy = g_array_new (FALSE, FALSE, sizeof (guint));
  if (n_positions > 0)
    g_array_append_vals (copy, positions, n_positions);
  g_task_set_source_tag (waiting, dites_query_collect_async);
  g_task_set_task_data (waiting, copy, (GDestroyNotify) g_array_unref);
  collect (waiting);
}

/**
 * dites_query_collect_finish:
 * @self: the query
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the ids, in the order of the places
 */
char **
dites_query_collect_finish (DitesQuery   *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dites_query_collect_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
read_number (DitesReader *reader,
             gpointer     input,
             GError     **error)
{
  DitesState state;
  gint64     number;

  dites_database_find (dites_reader_get_database (reader), input, &number, &state, error);

  return GUINT_TO_POINTER ((guint) number);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) waiting = user_data;
  DitesQuery *self = g_task_get_source_object (waiting);
  GError     *error = NULL;
  guint32     number = GPOINTER_TO_UINT (g_task_propagate_pointer (G_TASK (result), &error));

  if (error != NULL)
    g_task_return_error (waiting, error);
  else
    g_task_return_int (waiting, number != 0 ? dites_query_find_place (self, number) : G_MAXUINT);
}

/**
 * dites_query_find_async:
 * @self: a query
 * @id: the id of a document
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Finds out where in the list a document stands.
 */
void
dites_query_find_async (DitesQuery         *self,
                        const char         *id,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  DitesReading question = { read_number, NULL, g_free, NULL };
  GTask       *waiting;

  g_return_if_fail (DITES_IS_QUERY (self));
  g_return_if_fail (id != NULL);

  waiting = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (waiting, dites_query_find_async);
  question.input = g_strdup (id);
  ask (waiting, &question, found_cb);
}

/**
 * dites_query_find_finish:
 * @self: the query
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: the place of the row; %G_MAXUINT if it is not in the list, or with @error set
 */
guint
dites_query_find_finish (DitesQuery   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  GError *local_error = NULL;
  gssize  place;

  g_return_val_if_fail (g_async_result_is_tagged (result, dites_query_find_async), G_MAXUINT);

  place = g_task_propagate_int (G_TASK (result), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return G_MAXUINT;
    }

  return place;
}

typedef struct
{
  char    *kind;
  char    *field;
  gboolean trashed;
} ValuesInput;

static void
values_input_free (gpointer data)
{
  ValuesInput *input = data;

  g_free (input->kind);
  g_free (input->field);
  g_free (input);
}

static void
count_value (const char *value,
             gsize       length,
             gpointer    user_data)
{
  GHashTable      *counts = user_data;
  g_autofree char *key = g_strndup (value, length);
  gpointer         n = g_hash_table_lookup (counts, key);

  if (n != NULL)
    g_hash_table_replace (counts, g_steal_pointer (&key), GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + 1));
  else
    g_hash_table_insert (counts, g_steal_pointer (&key), GUINT_TO_POINTER (1));
}

/**
 * dites_query_value_free:
 * @value: a value
 *
 * Frees it.
 */
void
dites_query_value_free (DitesQueryValue *value)
{
  g_free (value->value);
  g_free (value->label);
  g_free (value);
}

static void
add_value (GPtrArray  *values,
           const char *value,
           char       *label,
           guint       n)
{
  DitesQueryValue *added = g_new (DitesQueryValue, 1);

  added->value = g_strdup (value);
  added->label = label;
  added->n = n;
  g_ptr_array_add (values, added);
}

/* How a value is read: the field has one, and values of the table and of the file are texts. */
static char *
make_label (const DitesField *field,
            const char       *value,
            DitesReader      *reader)
{
  DitesField single = *field;
  g_autoptr (GString) json = g_string_new (NULL);

  single.flags &= ~DITES_FIELD_MULTIPLE;
  if (field->type == DITES_FIELD_FLAG || field->type == DITES_FIELD_NUMBER)
    g_string_append (json, value);
  else
    dites_json_append_string (json, value);

  return dites_value_format (&single, dites_json_of (json->str, json->len), dites_reader_title_of, reader);
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  const DitesQueryValue *x = *(DitesQueryValue **) a;
  const DitesQueryValue *y = *(DitesQueryValue **) b;

  return g_utf8_collate (x->label, y->label);
}

static GPtrArray *
list_values (const DitesField *field,
             GHashTable       *counts,
             guint             n_none,
             DitesReader      *reader)
{
  GPtrArray     *values = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_query_value_free);
  GHashTableIter iter;
  gpointer       value, n;

  /* Choices keep their order, also those that nothing has yet. */
  for (const DitesChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    {
      add_value (values, choice->id, g_strdup (dites_choice_get_label (choice)), GPOINTER_TO_UINT (g_hash_table_lookup (counts, choice->id)));
      g_hash_table_remove (counts, choice->id);
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &value, &n))
    {
      g_autofree char *label = make_label (field, value, reader);

      if (label != NULL && *label != '\0')
        add_value (values, value, g_steal_pointer (&label), GPOINTER_TO_UINT (n));
    }
  if (field->choices == NULL)
    g_ptr_array_sort (values, compare_labels);
  if (n_none > 0)
    add_value (values, "", NULL, n_none);

  return values;
}

static gpointer
read_values (DitesReader *reader,
             gpointer     input,
             GError     **error)
{
  ValuesInput     *what = input;
  DitesDatabase   *database = dites_reader_get_database (reader);
  const DitesKind *kind = dites_kind_get (what->kind);
  int              index = dites_cells_index (what->kind, what->field);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint         n_none = 0;
  sqlite3_stmt *statement;
  int           code;

  statement = dites_database_prepare (database,
                                      "SELECT cells FROM listing WHERE kind = (SELECT number FROM kind WHERE name = ?) AND state = ?", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, what->kind, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 2, what->trashed ? DITES_STATE_TRASHED : DITES_STATE_LIVE);
  while ((code = dites_database_step (database, statement, error)) == SQLITE_ROW)
    {
      const char *cell = dites_cells_find (dites_database_get_text (statement, 0), index);

      if (!dites_cell_foreach (cell, count_value, counts))
        n_none++;
    }
  if (code != SQLITE_DONE)
    return NULL;

  return list_values (&kind->fields[index], counts, n_none, reader);
}

/**
 * dites_query_values_async:
 * @self: a query
 * @field: the name of a field that lists are narrowed on
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Finds out what the list can be narrowed to on a field: its choices, else the
 * values that documents of the kind have.
 */
void
dites_query_values_async (DitesQuery         *self,
                          const char         *field,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  DitesReading question = { read_values, NULL, values_input_free, (GDestroyNotify) g_ptr_array_unref };
  ValuesInput *input;
  GTask       *waiting;

  g_return_if_fail (DITES_IS_QUERY (self));
  g_return_if_fail (dites_cells_index (self->spec->kind, field) >= 0);

  waiting = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (waiting, dites_query_values_async);
  input = g_new0 (ValuesInput, 1);
  input->kind = g_strdup (self->spec->kind);
  input->field = g_strdup (field);
  input->trashed = self->spec->trashed;
  question.input = input;
  ask (waiting, &question, dites_store_read_cb);
}

/**
 * dites_query_values_finish:
 * @self: the query
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer container) (element-type DitesQueryValue) (nullable): the values, in the
 *   order in which people read them, and last, if there are any, those that have none
 */
GPtrArray *
dites_query_values_finish (DitesQuery   *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dites_query_values_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
