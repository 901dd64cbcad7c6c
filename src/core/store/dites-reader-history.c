/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-reader-private.h"

#include "dites-change-name.h"

/* Who did what, and when, and what a document was before and after it. */

/**
 * dites_history_entry_free:
 * @entry: (nullable): an entry
 *
 * Frees it.
 */
void
dites_history_entry_free (DitesHistoryEntry *entry)
{
  if (entry == NULL)
    return;

  g_free (entry->name);
  g_free (entry->at);
  g_free (entry->by);
  g_clear_object (&entry->before);
  g_clear_object (&entry->after);
  g_free (entry);
}

/* What a document was after a change set: what it was before its next change, or what it is. */
static DitesDocument *
read_body_from (DitesReader *self,
                gint64       number,
                gint64       sequence,
                DitesState  *state,
                GError     **error)
{
  sqlite3_stmt  *statement = dites_database_prepare (dites_reader_get_database (self),
                                                     "SELECT state, body FROM change WHERE number = ?1 AND sequence > ?2"
                                                      " UNION ALL SELECT state, body FROM document WHERE number = ?1",
                                                     error);
  DitesDocument *document = NULL;
  gboolean       first = TRUE;
  int            code = SQLITE_DONE;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, number);
  sqlite3_bind_int64 (statement, 2, sequence);
  while ((code = dites_database_step (dites_reader_get_database (self), statement, error)) == SQLITE_ROW)
    {
      if (first)
        *state = sqlite3_column_int (statement, 0);
      first = FALSE;
      if (sqlite3_column_type (statement, 1) != SQLITE_NULL)
        {
          document = dites_database_read_document (dites_reader_get_database (self), statement, 1, error);
          break;
        }
    }
  sqlite3_reset (statement);
  if (code == SQLITE_DONE)
    dites_database_set_damaged (dites_reader_get_database (self), error);

  return document;
}

static gboolean
fill_states (DitesReader       *self,
             DitesHistoryEntry *entry,
             gint64             number,
             GError           **error)
{
  sqlite3_stmt *statement = dites_database_prepare (dites_reader_get_database (self),
                                                    "SELECT state, body FROM change WHERE number = ? AND sequence = ?", error);
  DitesState    state = DITES_STATE_GONE;
  DitesState    before_state = DITES_STATE_GONE;
  gboolean      same_text = FALSE;
  gboolean      good = TRUE;
  int           code;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  sqlite3_bind_int64 (statement, 2, entry->sequence);
  code = dites_database_step (dites_reader_get_database (self), statement, error);
  if (code == SQLITE_ROW)
    {
      before_state = sqlite3_column_int (statement, 0);
      same_text = sqlite3_column_type (statement, 1) == SQLITE_NULL;
      if (!same_text && before_state == DITES_STATE_LIVE)
        {
          entry->before = dites_database_read_document (dites_reader_get_database (self), statement, 1, error);
          good = entry->before != NULL;
        }
      sqlite3_reset (statement);
    }
  if (!good || (code != SQLITE_ROW && code != SQLITE_DONE))
    return FALSE;

  entry->after = read_body_from (self, number, entry->sequence, &state, error);
  if (entry->after == NULL)
    return FALSE;
  if (same_text && before_state == DITES_STATE_LIVE)
    entry->before = g_object_ref (entry->after);
  if (state != DITES_STATE_LIVE)
    g_clear_object (&entry->after);

  return TRUE;
}

static DitesHistoryEntry *
make_entry (sqlite3_stmt *statement)
{
  DitesHistoryEntry *entry = g_new0 (DitesHistoryEntry, 1);
  g_autofree char   *name = dites_database_dup_text (statement, 1);

  entry->sequence = sqlite3_column_int64 (statement, 0);
  entry->name = dites_change_name_say (name);
  entry->at = dites_database_dup_text (statement, 2);
  entry->by = dites_database_dup_text (statement, 3);
  entry->n_documents = sqlite3_column_int (statement, 4);
  entry->undone = sqlite3_column_int (statement, 5) != 0;
  entry->type = sqlite3_column_int (statement, 6);

  return entry;
}

/**
 * dites_reader_get_history:
 * @self: a reader
 * @id: (nullable): the document it is about; %NULL for all of the history
 * @limit: how many entries at most, 0 for all
 * @error: return location for an error
 *
 * Reads who did what, and when, the latest first. With @id each entry has the
 * document before and after, where it stood outside the trash.
 *
 * Returns: (transfer container) (element-type DitesHistoryEntry) (nullable): the entries
 */
GPtrArray *
dites_reader_get_history (DitesReader *self,
                          const char  *id,
                          guint        limit,
                          GError     **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_history_entry_free);
  sqlite3_stmt *statement;
  DitesState    state;
  gint64        number = 0;
  int           code;

  if (id != NULL && !dites_database_find (dites_reader_get_database (self), id, &number, &state, error))
    return NULL;
  if (id != NULL && number == 0)
    {
      dites_reader_set_not_found (id, error);
      return NULL;
    }

  statement = id == NULL
                ? dites_database_prepare (dites_reader_get_database (self),
                                          "SELECT sequence, name, at, \"by\", n, state, type FROM change_set"
                                          " ORDER BY sequence DESC LIMIT ?1",
                                          error)
                : dites_database_prepare (dites_reader_get_database (self),
                                          "SELECT sequence, name, at, \"by\", n, state, type FROM change_set WHERE sequence IN"
                                          " (SELECT sequence FROM change WHERE number = ?2 UNION ALL SELECT sequence FROM change_set"
                                          " WHERE first_number <= ?2 AND end_number > ?2) ORDER BY sequence DESC LIMIT ?1",
                                          error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, limit == 0 ? -1 : (gint64) limit);
  if (id != NULL)
    sqlite3_bind_int64 (statement, 2, number);
  while ((code = dites_database_step (dites_reader_get_database (self), statement, error)) == SQLITE_ROW)
    g_ptr_array_add (entries, make_entry (statement));
  if (code != SQLITE_DONE)
    return NULL;

  for (guint i = 0; id != NULL && i < entries->len; i++)
    if (!fill_states (self, entries->pdata[i], number, error))
      return NULL;

  return g_steal_pointer (&entries);
}
