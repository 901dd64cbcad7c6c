/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-database.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "dites-error.h"

/* How long a writer waits for the writer of another process. */
#define BUSY_MILLISECONDS 30000

/**
 * DitesDatabase:
 *
 * One connection to the file. It belongs to one thread at a time. Statements
 * are prepared once and found again by the address of their text, which must
 * therefore be a literal.
 */
struct _DitesDatabase
{
  sqlite3    *handle;
  GHashTable *statements;
};

static void
set_error_for (int         code,
               const char *details,
               GError    **error)
{
  DitesError  what = DITES_ERROR_STORAGE;
  const char *message;

  g_debug ("SQLite says %d: %s", code, details);

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      message = _("There is no room left on the disk");
      break;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      what = DITES_ERROR_DAMAGED;
      message = _("The data file is damaged");
      break;

    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      message = _("The data folder cannot be written");
      break;

    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      message = _("Another program is using the data at the moment");
      break;

    case SQLITE_NOMEM:
      message = _("There is not enough memory");
      break;

    case SQLITE_TOOBIG:
      what = DITES_ERROR_INVALID;
      message = _("This document is too large");
      break;

    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The operation was cancelled"));
      return;

    default:
      message = _("The disk does not read or write as it should");
      break;
    }

  g_set_error_literal (error, DITES_ERROR, what, message);
}

/**
 * dites_database_set_error:
 * @self: a connection
 * @error: return location for an error
 *
 * Says in a person's words what the last call ran into.
 */
void
dites_database_set_error (DitesDatabase *self,
                          GError       **error)
{
  set_error_for (sqlite3_extended_errcode (self->handle), sqlite3_errmsg (self->handle), error);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/**
 * dites_database_open:
 * @path: the file
 * @writable: whether this connection writes; one that does not is refused every write
 * @error: return location for an error
 *
 * Opens a connection, and makes the file when it is missing and @writable.
 *
 * Returns: (transfer full) (nullable): the connection
 */
DitesDatabase *
dites_database_open (const char *path,
                     gboolean    writable,
                     GError    **error)
{
  g_autoptr (DitesDatabase) self = g_new0 (DitesDatabase, 1);
  const char *setup = writable ? "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-8192;"
                                 "PRAGMA temp_store=MEMORY; PRAGMA secure_delete=OFF; PRAGMA wal_autocheckpoint=0;"
                               : "PRAGMA query_only=ON; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY;";
  int         flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (writable ? SQLITE_OPEN_CREATE : 0);
  int         code;

  self->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);

  code = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      set_error_for (code, self->handle != NULL ? sqlite3_errmsg (self->handle) : path, error);
      return NULL;
    }

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  if (!dites_database_exec (self, setup, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * dites_database_free:
 * @self: a connection
 *
 * Closes it.
 */
void
dites_database_free (DitesDatabase *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close (self->handle);
  g_free (self);
}

/**
 * dites_database_get_handle:
 * @self: a connection
 *
 * Returns: SQLite's own handle
 */
sqlite3 *
dites_database_get_handle (DitesDatabase *self)
{
  return self->handle;
}

/**
 * dites_database_prepare:
 * @self: a connection
 * @sql: a literal
 * @error: return location for an error
 *
 * Returns: (nullable): the statement, reset; @self holds it
 */
sqlite3_stmt *
dites_database_prepare (DitesDatabase *self,
                        const char    *sql,
                        GError       **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      return statement;
    }

  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      dites_database_set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, (gpointer) sql, statement);

  return statement;
}

/**
 * dites_database_step:
 * @self: a connection
 * @statement: one of its statements
 * @error: return location for an error
 *
 * Returns: SQLITE_ROW, SQLITE_DONE, or another value with @error set; the
 *   statement is reset but after a row
 */
int
dites_database_step (DitesDatabase *self,
                     sqlite3_stmt  *statement,
                     GError       **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return code;

  if (code != SQLITE_DONE)
    dites_database_set_error (self, error);
  sqlite3_reset (statement);

  return code;
}

/**
 * dites_database_run:
 * @self: a connection
 * @statement: one of its statements, with its values bound
 * @error: return location for an error
 *
 * Returns: whether it was done
 */
gboolean
dites_database_run (DitesDatabase *self,
                    sqlite3_stmt  *statement,
                    GError       **error)
{
  return dites_database_step (self, statement, error) == SQLITE_DONE;
}

/**
 * dites_database_exec:
 * @self: a connection
 * @sql: statements without values
 * @error: return location for an error
 *
 * Returns: whether they were done
 */
gboolean
dites_database_exec (DitesDatabase *self,
                     const char    *sql,
                     GError       **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  dites_database_set_error (self, error);

  return FALSE;
}

/**
 * dites_database_get_int:
 * @self: a connection
 * @sql: a literal, a query of one number
 * @otherwise: what to return when there is no row
 *
 * Returns: the number
 */
gint64
dites_database_get_int (DitesDatabase *self,
                        const char    *sql,
                        gint64         otherwise)
{
  sqlite3_stmt *statement = dites_database_prepare (self, sql, NULL);
  gint64        value = otherwise;

  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    value = sqlite3_column_int64 (statement, 0);
  if (statement != NULL)
    sqlite3_reset (statement);

  return value;
}

/* The lock is taken at once: two writers then wait for each other instead of failing half-way. */
gboolean
dites_database_begin (DitesDatabase *self,
                      GError       **error)
{
  return dites_database_exec (self, "BEGIN IMMEDIATE", error);
}

gboolean
dites_database_commit (DitesDatabase *self,
                       GError       **error)
{
  return dites_database_exec (self, "COMMIT", error);
}

/* A full disk may have rolled back already, so only a transaction that is left is ended. */
void
dites_database_roll_back (DitesDatabase *self)
{
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * dites_hash:
 * @tag: what sort of term it is
 * @scope: (nullable): what the term belongs to
 * @text: the term
 *
 * The number under which a term is filed. It is stored: it must never change.
 * Who finds a document by it compares the document, so two terms may share one.
 *
 * Returns: 64 bits
 */
gint64
dites_hash (char        tag,
            const char *scope,
            const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  hash = (hash ^ (guint8) tag) * G_GUINT64_CONSTANT (0x100000001b3);
  for (const char *p = scope != NULL ? scope : ""; *p != '\0'; p++)
    hash = (hash ^ (guint8) *p) * G_GUINT64_CONSTANT (0x100000001b3);
  hash = (hash ^ 0xff) * G_GUINT64_CONSTANT (0x100000001b3);
  for (const char *p = text; *p != '\0'; p++)
    hash = (hash ^ (guint8) *p) * G_GUINT64_CONSTANT (0x100000001b3);

  hash ^= hash >> 32;
  hash *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  hash ^= hash >> 32;

  return (gint64) hash;
}

/**
 * dites_database_find:
 * @self: a connection
 * @id: the id of a document
 * @state: (out): return location for where it is
 *
 * Returns: the number of its row, or 0 if there is none
 */
gint64
dites_database_find (DitesDatabase *self,
                     const char    *id,
                     DitesState    *state)
{
  sqlite3_stmt *statement = dites_database_prepare (self,
                                                    "SELECT d.number, d.state FROM term t JOIN document d USING (number)"
                                                    " WHERE t.hash = ? AND d.id = ?",
                                                    NULL);
  gint64        number = 0;

  *state = DITES_STATE_GONE;
  if (statement == NULL)
    return 0;

  sqlite3_bind_int64 (statement, 1, dites_hash ('i', NULL, id));
  sqlite3_bind_text (statement, 2, id, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      number = sqlite3_column_int64 (statement, 0);
      *state = sqlite3_column_int (statement, 1);
    }
  sqlite3_reset (statement);

  return number;
}
