/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-writer-private.h"

#include <string.h>

/* The rows of a document: its own, and those that follow from it. */

/* What a document's row says of the rows that follow from it. */
typedef struct
{
  gint64     kind;
  DitesState state;
  char      *title;
  char      *sort;
  char      *words;
  GArray    *terms;
} OldRow;

static void
clear_old_row (OldRow *row)
{
  g_clear_pointer (&row->title, g_free);
  g_clear_pointer (&row->sort, g_free);
  g_clear_pointer (&row->words, g_free);
  g_clear_pointer (&row->terms, g_array_unref);
}

static gboolean
read_old_row (DitesWriter *self,
              gint64       number,
              OldRow      *row,
              GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database,
                                                    "SELECT kind, state, title, sort, words, terms"
                                                    " FROM document WHERE number = ?",
                                                    error);
  int           code;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  code = dites_database_step (self->database, statement, error);
  if (code == SQLITE_DONE)
    dites_database_set_damaged (self->database, error);
  if (code != SQLITE_ROW)
    return FALSE;

  /* As they are: what is filed under them is to be found again. */
  row->kind = sqlite3_column_int64 (statement, 0);
  row->state = sqlite3_column_int (statement, 1);
  row->title = g_strdup (dites_database_get_text (statement, 2));
  row->sort = g_strdup (dites_database_get_text (statement, 3));
  row->words = g_strdup (dites_database_get_text (statement, 4));
  row->terms = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (sqlite3_column_bytes (statement, 5) > 0)
    g_array_append_vals (row->terms, sqlite3_column_blob (statement, 5), sqlite3_column_bytes (statement, 5) / 8);
  sqlite3_reset (statement);

  return TRUE;
}

/**
 * dites_writer_read_checked:
 * @database: a connection
 * @statement: a statement with a row
 * @column: one of its columns, which holds the text of a document
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error set to
 *   %DITES_ERROR_DAMAGED where the disk has spoiled it
 */
DitesDocument *
dites_writer_read_checked (DitesDatabase *database,
                           sqlite3_stmt  *statement,
                           int            column,
                           GError       **error)
{
  if (!dites_json_check (dites_database_get_text (statement, column), sqlite3_column_bytes (statement, column), NULL))
    {
      dites_database_set_damaged (database, error);
      return NULL;
    }

  return dites_database_read_document (database, statement, column, error);
}

/**
 * dites_writer_read:
 * @database: a connection
 * @number: a row
 * @error: return location for an error
 *
 * Reads a document that is about to be written again, and lets nothing into that
 * what a disk has spoiled.
 *
 * Returns: (transfer full) (nullable): the document as it is stored, or %NULL with @error set
 */
DitesDocument *
dites_writer_read (DitesDatabase *database,
                   gint64         number,
                   GError       **error)
{
  sqlite3_stmt  *statement = dites_database_prepare (database, "SELECT body FROM document WHERE number = ?", error);
  DitesDocument *document;
  int            code;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, number);
  code = dites_database_step (database, statement, error);
  if (code == SQLITE_DONE)
    dites_database_set_damaged (database, error);
  if (code != SQLITE_ROW)
    return NULL;
  document = dites_writer_read_checked (database, statement, 0, error);
  sqlite3_reset (statement);

  return document;
}

static DitesWriterCount *
get_count (DitesWriter *self,
           gint64       kind)
{
  DitesWriterCount *count = g_hash_table_lookup (self->counts, GINT_TO_POINTER (kind));

  if (count == NULL)
    {
      count = g_new0 (DitesWriterCount, 1);
      g_hash_table_insert (self->counts, GINT_TO_POINTER (kind), count);
    }

  return count;
}

void
dites_writer_add_count (DitesWriter *self,
                        gint64       kind,
                        DitesState   state,
                        int          n)
{
  if (state == DITES_STATE_LIVE)
    get_count (self, kind)->live += n;
  else if (state == DITES_STATE_TRASHED)
    get_count (self, kind)->trashed += n;
}

/**
 * dites_writer_write_counts:
 * @self: a writer
 * @error: return location for an error
 *
 * Brings the number of documents of each kind up to date.
 *
 * Returns: whether it was written
 */
gboolean
dites_writer_write_counts (DitesWriter *self,
                           GError     **error)
{
  sqlite3_stmt  *statement = dites_database_prepare (self->database,
                                                     "UPDATE kind SET live = live + ?, trashed = trashed + ? WHERE number = ?",
                                                     error);
  GHashTableIter iter;
  gpointer       kind, value;

  if (statement == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &kind, &value))
    {
      DitesWriterCount *count = value;

      sqlite3_bind_int64 (statement, 1, count->live);
      sqlite3_bind_int64 (statement, 2, count->trashed);
      sqlite3_bind_int64 (statement, 3, GPOINTER_TO_INT (kind));
      if (!dites_database_run (self->database, statement, error))
        return FALSE;
    }
  g_hash_table_remove_all (self->counts);

  return TRUE;
}

/* The number of a kind, which the first of its documents gets it. */
static gint64
get_kind (DitesWriter *self,
          const char  *name,
          GError     **error)
{
  gint64        number = GPOINTER_TO_INT (g_hash_table_lookup (self->kinds, name));
  sqlite3_stmt *statement;
  int           code;

  if (number != 0)
    return number;

  statement = dites_database_prepare (self->database, "SELECT number FROM kind WHERE name = ?", error);
  if (statement == NULL)
    return 0;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  code = dites_database_step (self->database, statement, error);
  if (code == SQLITE_ROW)
    number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    return 0;

  if (number == 0)
    {
      statement = dites_database_prepare (self->database, "INSERT INTO kind (name) VALUES (?)", error);
      if (statement == NULL)
        return 0;
      sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
      if (!dites_database_run (self->database, statement, error))
        return 0;
      number = sqlite3_last_insert_rowid (dites_database_get_handle (self->database));
    }
  g_hash_table_insert (self->kinds, g_strdup (name), GINT_TO_POINTER (number));

  return number;
}

static gboolean
write_words (DitesWriter *self,
             gint64       number,
             const char  *words,
             gboolean     remove,
             GError     **error)
{
  sqlite3_stmt *statement = remove ? dites_database_prepare (self->database, "INSERT INTO search (search, rowid, words) VALUES ('delete', ?, ?)", error)
                                   : dites_database_prepare (self->database, "INSERT INTO search (rowid, words) VALUES (?, ?)", error);

  if (*words == '\0')
    return TRUE;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  sqlite3_bind_text (statement, 2, words, -1, SQLITE_STATIC);

  return dites_database_run (self->database, statement, error);
}

static gboolean
has_term (GArray *terms,
          gint64  hash)
{
  guint low = 0;
  guint high = terms != NULL ? terms->len : 0;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (terms, gint64, middle) == hash)
        return TRUE;
      if (g_array_index (terms, gint64, middle) < hash)
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}

/* Takes away what followed from a row and does not any more. */
static gboolean
remove_old (DitesWriter           *self,
            gint64                 number,
            const OldRow          *old,
            const DitesIndexEntry *entry,
            gboolean               words_stay,
            GError               **error)
{
  sqlite3_stmt *statement;

  if (old->state != DITES_STATE_GONE)
    {
      statement = dites_database_prepare (self->database,
                                          "DELETE FROM listing WHERE kind = ? AND state = ? AND sort = ? AND number = ?",
                                          error);
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, old->kind);
      sqlite3_bind_int (statement, 2, old->state);
      sqlite3_bind_text (statement, 3, old->sort, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 4, number);
      if (!dites_database_run (self->database, statement, error))
        return FALSE;
      if (!words_stay && !write_words (self, number, old->words, TRUE, error))
        return FALSE;
    }

  statement = dites_database_prepare (self->database, "DELETE FROM term WHERE hash = ? AND number = ?", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < old->terms->len; i++)
    {
      gint64 hash = g_array_index (old->terms, gint64, i);

      if (has_term (entry->terms, hash))
        continue;
      sqlite3_bind_int64 (statement, 1, hash);
      sqlite3_bind_int64 (statement, 2, number);
      if (!dites_database_run (self->database, statement, error))
        return FALSE;
    }

  return TRUE;
}

/* Takes what follows from a document for the two narrow tables. */
static void
gather (DitesWriter           *self,
        gint64                 kind,
        DitesState             state,
        gint64                 number,
        const DitesIndexEntry *entry,
        GArray                *old_terms)
{
  for (guint i = 0; i < entry->terms->len; i++)
    {
      gint64 hash = g_array_index (entry->terms, gint64, i);

      if (!has_term (old_terms, hash))
        dites_writer_gathered_add_term (self->gathered, hash, number);
    }

  if (state != DITES_STATE_GONE)
    dites_writer_gathered_add_listing (self->gathered, kind, state, entry->sort, number, entry->initials, entry->cells);
}

static gboolean
write_document (DitesWriter              *self,
                const DitesWriterItem    *item,
                const DitesWriterDerived *derived,
                gint64                    kind,
                GError                  **error)
{
  const DitesIndexEntry *entry = &derived->entry;
  gsize                  length;
  const char            *text = dites_document_get_text (derived->document, &length);
  sqlite3_stmt          *statement;

  if (item->is_new)
    statement = dites_database_prepare (self->database,
                                        "INSERT INTO document (state, title, subtitle, sort, words, terms, body, number, id, kind)"
                                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                        error);
  else
    statement = dites_database_prepare (self->database,
                                        "UPDATE document SET state = ?, title = ?, subtitle = ?, sort = ?, words = ?,"
                                        " terms = ?, body = ? WHERE number = ?",
                                        error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int (statement, 1, item->state);
  sqlite3_bind_text (statement, 2, entry->title, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, entry->subtitle, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, entry->sort, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, entry->words, -1, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 6, entry->terms->data, entry->terms->len * sizeof (gint64), SQLITE_STATIC);
  sqlite3_bind_text (statement, 7, text, length, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 8, item->number);
  if (item->is_new)
    {
      sqlite3_bind_text (statement, 9, dites_document_get_id (derived->document), -1, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 10, kind);
    }

  return dites_database_run (self->database, statement, error);
}

/* Writes a document to its row and brings all that follows from it up to date. */
static gboolean
write_row (DitesWriter              *self,
           DitesWriterItem          *item,
           const DitesWriterDerived *derived,
           const OldRow             *old,
           GError                  **error)
{
  const DitesIndexEntry *entry = &derived->entry;
  gint64                 kind = item->is_new ? get_kind (self, dites_document_get_kind (derived->document), error) : old->kind;
  gboolean               words_stay;

  if (kind == 0)
    return FALSE;

  words_stay = !item->is_new && old->state != DITES_STATE_GONE && item->state != DITES_STATE_GONE &&
               strcmp (old->words, entry->words) == 0;
  if (!item->is_new && !remove_old (self, item->number, old, entry, words_stay, error))
    return FALSE;
  if (!write_document (self, item, derived, kind, error))
    return FALSE;
  if (!words_stay && item->state != DITES_STATE_GONE &&
      !write_words (self, item->number, entry->words, FALSE, error))
    return FALSE;

  item->retitled = item->is_new || g_strcmp0 (old->title, entry->title) != 0 || old->state == DITES_STATE_GONE;
  if (!item->is_new)
    dites_writer_add_count (self, kind, old->state, -1);
  dites_writer_add_count (self, kind, item->state, 1);
  gather (self, kind, item->state, item->number, entry, old->terms);

  return !dites_writer_gathered_is_large (self->gathered) || dites_writer_gathered_flush (self->gathered, error);
}

/**
 * dites_writer_write_derived:
 * @self: a writer
 * @item: what to write
 * @derived: its text, and what follows from it
 * @error: return location for an error
 *
 * Writes one document, and all that follows from it.
 *
 * Returns: whether it was written
 */
gboolean
dites_writer_write_derived (DitesWriter        *self,
                            DitesWriterItem    *item,
                            DitesWriterDerived *derived,
                            GError            **error)
{
  OldRow   old = { 0 };
  gboolean done;

  if (!item->is_new && !read_old_row (self, item->number, &old, error))
    return FALSE;
  done = write_row (self, item, derived, &old, error);
  clear_old_row (&old);

  return done;
}

/**
 * dites_writer_write_item:
 * @self: a writer
 * @item: what to write
 * @error: return location for an error
 *
 * Works out what follows from one document, and writes it.
 *
 * Returns: whether it was written
 */
gboolean
dites_writer_write_item (DitesWriter     *self,
                         DitesWriterItem *item,
                         GError         **error)
{
  DitesWriterDerived derived = { 0 };
  gboolean           done;

  done = dites_writer_derive (&derived, item, &self->titles, self->now, self->desk_name, error) &&
         dites_writer_write_derived (self, item, &derived, error);
  dites_writer_derived_clear (&derived);

  return done;
}
