/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-database.h"

#include <glib/gi18n.h>

#include "dites-error.h"

/* How often a change of the journal is tried, and how many microseconds lie between: half a minute. */
#define MOST_TRIES    1500
#define BETWEEN_TRIES 20000

/* "DT32": what tells our file from any other SQLite file. */
#define FILE_ID 0x44543332

/* Steps of SQLite, some microseconds' worth, between two looks at whether to stop. */
#define STEPS_BETWEEN_LOOKS 1000

/* One version to the next. A file works as well without those that can wait: they are for speed. */
typedef struct
{
  const char *sql;
  gboolean    can_wait;
} Migration;

/* document: one row each, never removed. What follows from the JSON text ("body") and from the
 *   titles of the documents it names is kept beside it: title, subtitle, sort, words, terms.
 * term: what a document is found by, as 64-bit numbers (see dites_hash()): its id, the keys that
 *   identify it, the ids it refers to. One narrow tree for the three keeps a large import fast.
 * listing: the lists, in their order, with what they are narrowed and sorted by.
 * search: the words of the documents; it holds no text of its own. Words of one letter are
 *   found by the listings' initials, so it has no prefixes of one.
 * change_set, change: the history. A change holds the state before; the state after is the one
 *   before the next change of the same document, or the document. Documents that a change set
 *   made have no change: they are those from first_number up to end_number. */
static const Migration migrations[] = {
  { "CREATE TABLE setting (name TEXT PRIMARY KEY, value) WITHOUT ROWID;"

    "CREATE TABLE kind (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
    " live INTEGER NOT NULL DEFAULT 0, trashed INTEGER NOT NULL DEFAULT 0);"

    "CREATE TABLE document (number INTEGER PRIMARY KEY, id TEXT NOT NULL,"
    " kind INTEGER NOT NULL REFERENCES kind, state INTEGER NOT NULL,"
    " title TEXT NOT NULL, subtitle TEXT NOT NULL, sort TEXT NOT NULL,"
    " words TEXT NOT NULL, terms BLOB NOT NULL, body TEXT NOT NULL);"

    "CREATE TABLE term (hash INTEGER NOT NULL, number INTEGER NOT NULL,"
    " PRIMARY KEY (hash, number)) WITHOUT ROWID;"

    "CREATE TABLE listing (kind INTEGER NOT NULL, state INTEGER NOT NULL, sort TEXT NOT NULL,"
    " number INTEGER NOT NULL, initials INTEGER NOT NULL, cells TEXT NOT NULL,"
    " PRIMARY KEY (kind, state, sort, number)) WITHOUT ROWID;"

    "CREATE VIRTUAL TABLE search USING fts5 (words, content='document', content_rowid='number',"
    " detail=none, columnsize=0, tokenize='ascii', prefix='1 2 3');"

    "CREATE TABLE change_set (sequence INTEGER PRIMARY KEY, type INTEGER NOT NULL, of INTEGER NOT NULL,"
    " name TEXT NOT NULL, at TEXT NOT NULL, \"by\" TEXT NOT NULL, n INTEGER NOT NULL,"
    " state INTEGER NOT NULL, last INTEGER NOT NULL,"
    " first_number INTEGER NOT NULL, end_number INTEGER NOT NULL);"
    "CREATE INDEX change_set_state ON change_set (type, state, sequence);"

    "CREATE TABLE change (sequence INTEGER NOT NULL REFERENCES change_set, number INTEGER NOT NULL,"
    " state INTEGER NOT NULL, body TEXT, PRIMARY KEY (sequence, number)) WITHOUT ROWID;"
    "CREATE INDEX change_number ON change (number, sequence);"

    "CREATE TABLE photo (number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, type TEXT NOT NULL,"
    " length INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, bytes BLOB NOT NULL);",
    FALSE },

  /* What an import adds is written out once every 2 MiB, not every one, and then merged less. */
  { "DROP TABLE search;"
    "CREATE VIRTUAL TABLE search USING fts5 (words, content='document', content_rowid='number',"
    " detail=none, columnsize=0, tokenize='ascii', prefix='2 3');"
    "INSERT INTO search (search, rank) VALUES ('hashsize', 2097152);"
    "INSERT INTO search (rowid, words) SELECT number, words FROM document WHERE state < 2 AND words <> '' ORDER BY number;",
    TRUE },
};

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, DITES_ERROR, DITES_ERROR_DAMAGED, _("The data file is damaged"));

  return FALSE;
}

/* Reads a number that SQLite may not be able to read. */
static gboolean
read_pragma (DitesDatabase *self,
             const char    *sql,
             gint64        *value,
             GError       **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  if (dites_database_step (self, statement, error) != SQLITE_ROW)
    return FALSE;

  *value = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);

  return TRUE;
}

static gboolean
check_integrity (DitesDatabase *self,
                 GError       **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self, "PRAGMA quick_check(1)", error);
  gboolean      good;

  if (statement == NULL || dites_database_step (self, statement, error) != SQLITE_ROW)
    return FALSE;

  good = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_reset (statement);

  return good || set_damaged (error);
}

static gboolean
can_wait (gint64 version)
{
  for (gsize i = version; i < G_N_ELEMENTS (migrations); i++)
    if (!migrations[i].can_wait)
      return FALSE;

  return TRUE;
}

static gboolean
run_migrations (DitesDatabase *self,
                GError       **error)
{
  gint64 version;

  /* Under the lock the version is read again: another process may have been first. */
  if (!dites_database_begin (self, error))
    return FALSE;
  if (!read_pragma (self, "PRAGMA user_version ", &version, error))
    return FALSE;

  for (gsize i = version; i < G_N_ELEMENTS (migrations); i++)
    {
      g_autofree char *mark = g_strdup_printf ("PRAGMA user_version=%d; PRAGMA application_id=%d",
                                               (int) i + 1, FILE_ID);

      if (!dites_database_exec (self, migrations[i].sql, error) ||
          !dites_database_exec (self, mark, error))
        return FALSE;
    }

  return dites_database_commit (self, error);
}

static gboolean
migrate (DitesDatabase *self,
         GError       **error)
{
  if (run_migrations (self, error))
    return TRUE;

  dites_database_roll_back (self);

  return FALSE;
}

/* Nobody waits in SQLite for a change of the journal, for fear of waiting for
 * somebody who waits: of several that make the file at once, the others try again. */
static gboolean
switch_to_log (DitesDatabase *self,
               GError       **error)
{
  for (guint i = 0; TRUE; i++)
    {
      g_autoptr (GError) failure = NULL;

      if (dites_database_exec (self, "PRAGMA journal_mode=WAL", &failure))
        return TRUE;
      if ((sqlite3_errcode (dites_database_get_handle (self)) & 0xff) != SQLITE_BUSY || i == MOST_TRIES)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      g_usleep (BETWEEN_TRIES);
    }
}

/**
 * dites_schema_prepare:
 * @self: a writable connection
 * @unclean: whether the last program to use the file did not end as it should
 * @error: return location for an error
 *
 * Brings the file to a version that this program can work with; dites_schema_finish()
 * does what can wait. A file of a newer one is refused before anything of it is
 * read or changed.
 *
 * Returns: whether the file can be used; otherwise @error is
 *   %DITES_ERROR_NEWER, %DITES_ERROR_DAMAGED or %DITES_ERROR_STORAGE
 */
gboolean
dites_schema_prepare (DitesDatabase *self,
                      gboolean       unclean,
                      GError       **error)
{
  gint64 version, application, n_tables;

  if (!read_pragma (self, "PRAGMA user_version", &version, error) ||
      !read_pragma (self, "PRAGMA application_id", &application, error) ||
      !read_pragma (self, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  if (n_tables > 0 && application != FILE_ID)
    return set_damaged (error);
  if (version < 0)
    return set_damaged (error);
  if (version > (gint64) G_N_ELEMENTS (migrations))
    {
      g_set_error_literal (error, DITES_ERROR, DITES_ERROR_NEWER,
                           _("The data was written by a newer version of Dites32"));
      return FALSE;
    }

  if (n_tables == 0 && !dites_database_exec (self, "PRAGMA page_size=8192", error))
    return FALSE;
  if (!switch_to_log (self, error))
    return FALSE;
  if (unclean && n_tables > 0 && !check_integrity (self, error))
    return FALSE;

  return can_wait (version) || migrate (self, error);
}

static int
is_stopped (void *data)
{
  return g_atomic_int_get ((int *) data);
}

/**
 * dites_schema_finish:
 * @self: a writable connection to a file that dites_schema_prepare() has passed
 * @stop: (atomic): not 0 when it shall stop, with nothing changed
 * @error: return location for an error
 *
 * Brings the file to the version of this program. It may take seconds for a large
 * file, so it is for a thread that nobody waits for.
 *
 * Returns: whether it has that version; otherwise it can be used as it is
 */
gboolean
dites_schema_finish (DitesDatabase *self,
                     int           *stop,
                     GError       **error)
{
  gint64   version;
  gboolean good;

  if (!read_pragma (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= (gint64) G_N_ELEMENTS (migrations))
    return TRUE;

  sqlite3_progress_handler (dites_database_get_handle (self), STEPS_BETWEEN_LOOKS, is_stopped, stop);
  good = migrate (self, error);
  sqlite3_progress_handler (dites_database_get_handle (self), 0, NULL, NULL);

  return good;
}
