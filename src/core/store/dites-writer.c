/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-writer-private.h"

#include <glib/gi18n.h>

#include "dites-error.h"

static void
clear_item (gpointer data)
{
  DitesWriterItem *item = data;

  if (item->owns_id)
    g_free ((gpointer) item->id);
  g_clear_object (&item->document);
}

/**
 * dites_writer_new:
 * @database: (transfer full): a writable connection
 * @desk_name: who writes
 *
 * Returns: (transfer full): a writer
 */
DitesWriter *
dites_writer_new (DitesDatabase *database,
                  const char    *desk_name)
{
  DitesWriter *self = g_new0 (DitesWriter, 1);

  self->database = database;
  self->desk_name = g_strdup (desk_name);
  self->items = g_array_new (FALSE, TRUE, sizeof (DitesWriterItem));
  g_array_set_clear_func (self->items, clear_item);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  dites_writer_titles_init (&self->titles, self->items, self->by_id);
  self->titles.database = database;
  self->gathered = dites_writer_gathered_new (database);
  self->counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * dites_writer_free:
 * @self: a writer
 *
 * Frees it and closes its connection.
 */
void
dites_writer_free (DitesWriter *self)
{
  dites_database_free (self->database);
  g_free (self->desk_name);
  g_hash_table_unref (self->by_id);
  g_array_unref (self->items);
  dites_writer_titles_clear (&self->titles);
  dites_writer_gathered_free (self->gathered);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->kinds);
  g_free (self->now);
  g_free (self);
}

/* Forgets what belongs to one transaction; of a large one, also its memory. */
void
dites_writer_reset (DitesWriter *self)
{
  g_hash_table_remove_all (self->by_id);
  g_array_set_size (self->items, 0);
  g_hash_table_remove_all (self->titles.known);
  dites_writer_gathered_clear (self->gathered);
  g_hash_table_remove_all (self->counts);
  g_hash_table_remove_all (self->kinds);
  g_clear_pointer (&self->now, g_free);
}

/* Begins a transaction; where it cannot, nothing is left to be ended. */
gboolean
dites_writer_begin (DitesWriter *self,
                    GError     **error)
{
  gint64 last;

  dites_writer_reset (self);
  if (!dites_database_begin (self->database, error))
    return FALSE;
  if (!dites_database_get_int (self->database, "SELECT max(number) FROM document", &last, error))
    {
      dites_database_roll_back (self->database);
      return FALSE;
    }

  self->now = dites_now_iso ();
  self->first_number = last + 1;
  self->next_number = self->first_number;

  return TRUE;
}

/* Ends the transaction one way or the other. */
gboolean
dites_writer_end (DitesWriter *self,
                  gboolean     good,
                  GError     **error)
{
  if (good)
    good = dites_database_commit (self->database, error);
  if (!good)
    dites_database_roll_back (self->database);
  dites_writer_reset (self);

  return good;
}

/**
 * dites_writer_tidy:
 * @self: a writer
 *
 * Moves what was written from the log into the file. All of it is on disk
 * already, so this is for after the answer, and may fail.
 */
void
dites_writer_tidy (DitesWriter *self)
{
  sqlite3_wal_checkpoint_v2 (dites_database_get_handle (self->database), NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

/**
 * dites_writer_get_database:
 * @self: a writer
 *
 * Returns: its connection
 */
DitesDatabase *
dites_writer_get_database (DitesWriter *self)
{
  return self->database;
}

static gboolean
run_on (DitesWriter *self,
        const char  *sql,
        gint64       sequence,
        gint64       before,
        GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, sequence);
  if (before != 0)
    sqlite3_bind_int64 (statement, 2, before);

  return dites_database_run (self->database, statement, error);
}

/* Whether @before is the latest entry of the history before @sequence, stands, and is about
 * the same one document. Where that cannot be read, the transaction will not end well. */
static gboolean
goes_on (DitesWriter *self,
         gint64       sequence,
         gint64       before)
{
  sqlite3_stmt *statement;
  gboolean      yes = FALSE;

  if (before == 0 || self->items->len != 1)
    return FALSE;

  statement = dites_database_prepare (self->database,
                                      "SELECT 1 FROM change_set s WHERE s.sequence = ?2 AND s.type = 0 AND s.state = 0 AND s.n = 1"
                                      " AND s.sequence = (SELECT max(sequence) FROM change_set WHERE sequence < ?1)"
                                      " AND (s.first_number = ?3 AND s.end_number > ?3"
                                      " OR EXISTS (SELECT 1 FROM change WHERE sequence = ?2 AND number = ?3))",
                                      NULL);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, sequence);
  sqlite3_bind_int64 (statement, 2, before);
  sqlite3_bind_int64 (statement, 3, g_array_index (self->items, DitesWriterItem, 0).number);
  yes = dites_database_step (self->database, statement, NULL) == SQLITE_ROW;
  sqlite3_reset (statement);

  return yes;
}

/* Makes the entry @before a part of @sequence, which then leads back to what was before both.
 * The later number stays: it is what tells others that there is something new. */
static gboolean
join (DitesWriter *self,
      gint64       sequence,
      gint64       before,
      GError     **error)
{
  return run_on (self, "DELETE FROM change WHERE sequence = ?", sequence, 0, error) &&
         run_on (self, "UPDATE change SET sequence = ? WHERE sequence = ?", sequence, before, error) &&
         run_on (self,
                 "UPDATE change_set SET (first_number, end_number) ="
                 " (SELECT first_number, end_number FROM change_set WHERE sequence = ?2) WHERE sequence = ?1",
                 sequence, before, error) &&
         run_on (self, "DELETE FROM change_set WHERE sequence = ?", before, 0, error);
}

static gboolean
apply (DitesWriter    *self,
       DitesChangeSet *changes,
       GCancellable   *cancellable,
       gint64         *written,
       GError        **error)
{
  gint64 before = *dites_change_set_get_place (changes);
  gint64 expected = dites_change_set_get_expected (changes);
  gint64 sequence;

  *written = before;
  if (!dites_database_get_int (self->database, "SELECT max(sequence) FROM change_set", &sequence, error))
    return FALSE;
  if (expected >= 0 && sequence != expected)
    {
      g_set_error_literal (error, DITES_ERROR, DITES_ERROR_CONFLICT,
                           _("Something was changed since the plan was made; it must be made again"));
      return FALSE;
    }
  for (guint i = 0; i < dites_change_set_get_n (changes); i++)
    {
      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!dites_writer_put (self, dites_change_set_get_change (changes, i), error))
        return FALSE;
    }

  if (!dites_writer_write_items (self, DITES_WRITER_CHANGE, 0, dites_change_set_get_name (changes), cancellable, &sequence, error))
    return FALSE;
  if (sequence == 0)
    return TRUE;
  *written = sequence;
  if (goes_on (self, sequence, before) && !join (self, sequence, before, error))
    return FALSE;

  return dites_database_exec (self->database, "UPDATE change_set SET state = 2 WHERE type = 0 AND state = 1", error);
}

/**
 * dites_writer_apply:
 * @self: a writer
 * @changes: what to write
 * @cancellable: (nullable): stops it, with nothing written
 * @error: return location for an error
 *
 * Writes a change set: all of it, durably, or nothing.
 *
 * Returns: whether it was written
 */
gboolean
dites_writer_apply (DitesWriter    *self,
                    DitesChangeSet *changes,
                    GCancellable   *cancellable,
                    GError        **error)
{
  gboolean good;
  gint64   written;

  if (!dites_writer_begin (self, error))
    return FALSE;
  good = apply (self, changes, cancellable, &written, error);
  good = dites_writer_end (self, good, error);
  if (good)
    *dites_change_set_get_place (changes) = written;

  return good;
}
