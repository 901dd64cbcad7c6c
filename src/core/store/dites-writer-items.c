/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-writer-private.h"

#include <string.h>

/* The documents of a transaction, each once, and their writing as one change set of the history. */

/* Takes a document into the transaction, with its row if it has one; who asks holds @id unless it is copied.
 * One that cannot be looked for must not be taken for a new one: there would be two of it. */
DitesWriterItem *
dites_writer_add_item (DitesWriter *self,
                       const char  *id,
                       gboolean     copy,
                       GError     **error)
{
  DitesWriterItem  item = { 0 };
  DitesState       state = DITES_STATE_GONE;
  gint64           number = 0;
  DitesWriterItem *added;

  /* A file that was empty has none. */
  if (self->first_number > 1 && !dites_database_find (self->database, id, &number, &state, error))
    return NULL;

  item.id = copy ? g_strdup (id) : id;
  item.owns_id = copy;
  g_array_append_val (self->items, item);
  g_hash_table_insert (self->by_id, (gpointer) item.id, GUINT_TO_POINTER (self->items->len));
  added = &g_array_index (self->items, DitesWriterItem, self->items->len - 1);
  added->number = number;
  added->old_state = state;
  added->state = state;
  added->is_new = added->number == 0;

  return added;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const DitesWriterItem *x = a;
  const DitesWriterItem *y = b;

  return x->number < y->number ? -1 : x->number > y->number;
}

/* Drops the items that change nothing, numbers the new ones, and brings all into the order of
 * their rows: pages are then filled one after the other, and the index of the words, which
 * writes out what it has when numbers go back, does so once. */
static void
settle (DitesWriter *self)
{
  gboolean moved = FALSE;
  gint64   last = 0;
  guint    n = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      DitesWriterItem *item = &g_array_index (self->items, DitesWriterItem, i);

      if (item->document == NULL && (item->is_new || item->state == item->old_state))
        {
          if (item->owns_id)
            g_free ((gpointer) item->id);
          item->owns_id = FALSE;
          continue;
        }
      if (item->is_new)
        item->number = self->next_number++;
      moved |= n != i || item->number < last;
      last = item->number;
      if (n != i)
        {
          g_array_index (self->items, DitesWriterItem, n) = *item;
          memset (item, 0, sizeof *item);
        }
      n++;
    }
  g_array_set_size (self->items, n);
  if (!moved && g_hash_table_size (self->by_id) == n)
    return;

  g_array_sort (self->items, compare_items);
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (self->by_id, (gpointer) g_array_index (self->items, DitesWriterItem, i).id, GUINT_TO_POINTER (i + 1));
}

static gint64
write_change_set (DitesWriter *self,
                  int          type,
                  gint64       of,
                  const char  *name,
                  GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database,
                                                    "INSERT INTO change_set (type, of, name, at, \"by\", n, state, last, first_number, end_number, sequence)"
                                                    " VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)",
                                                    error);
  gint64        sequence;

  if (statement == NULL || !dites_database_get_int (self->database, "SELECT max(sequence) FROM change_set", &sequence, error))
    return 0;
  sequence++;
  sqlite3_bind_int (statement, 1, type);
  sqlite3_bind_int64 (statement, 2, of);
  sqlite3_bind_text (statement, 3, name != NULL ? name : "", -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, self->now, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, self->desk_name, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 6, self->items->len);
  sqlite3_bind_int64 (statement, 7, sequence);
  sqlite3_bind_int64 (statement, 8, self->first_number);
  sqlite3_bind_int64 (statement, 9, self->next_number);
  sqlite3_bind_int64 (statement, 10, sequence);

  return dites_database_run (self->database, statement, error) ? sequence : 0;
}

static gboolean
write_history (DitesWriter     *self,
               gint64           sequence,
               DitesWriterItem *item,
               GError         **error)
{
  sqlite3_stmt *statement;

  if (item->is_new)
    return TRUE;

  statement = item->document != NULL
                ? dites_database_prepare (self->database,
                                          "INSERT INTO change SELECT ?, number, state, body FROM document WHERE number = ?", error)
                : dites_database_prepare (self->database,
                                          "INSERT INTO change SELECT ?, number, state, NULL FROM document WHERE number = ?", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, sequence);
  sqlite3_bind_int64 (statement, 2, item->number);

  return dites_database_run (self->database, statement, error);
}

/* Writes the items as one change set of the history; @sequence is 0 if there was nothing to write. */
gboolean
dites_writer_write_items (DitesWriter  *self,
                          int           type,
                          gint64        of,
                          const char   *name,
                          GCancellable *cancellable,
                          gint64       *sequence,
                          GError      **error)
{
  g_autoptr (DitesWriterAhead) ahead = NULL;

  *sequence = 0;
  settle (self);
  if (self->items->len == 0)
    return TRUE;

  *sequence = write_change_set (self, type, of, name, error);
  if (*sequence == 0)
    return FALSE;

  ahead = dites_writer_ahead_new (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      DitesWriterItem    *item = &g_array_index (self->items, DitesWriterItem, i);
      DitesWriterDerived *derived = ahead != NULL ? dites_writer_ahead_get (ahead, i) : NULL;
      gboolean            good;

      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!write_history (self, *sequence, item, error))
        return FALSE;
      good = derived != NULL && derived->done ? dites_writer_write_derived (self, item, derived, error)
                                              : dites_writer_write_item (self, item, error);
      if (!good)
        return FALSE;
    }
  g_clear_pointer (&ahead, dites_writer_ahead_free);

  return dites_writer_gathered_flush (self->gathered, error) &&
         dites_writer_retitle (self, error) &&
         dites_writer_write_counts (self, error);
}
