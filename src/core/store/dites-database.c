/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-database.h"

#include <errno.h>
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
 *
 * It remembers the first thing that went wrong since it began to read or to write:
 * what could not be read is not to be taken for what is not there, so nothing that
 * follows from it may be shown as an answer, and still less be written.
 */
struct _DitesDatabase
{
  sqlite3    *handle;
  GHashTable *statements;
  GError     *failure; /* (nullable): the first since dites_database_forget_failure() */
};

/* SQLite knows one way to be full; a quota, or a file that is cut or mapped, says it in others. */
static int
get_code (int code,
          int system)
{
  if ((code & 0xff) == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT))
    return SQLITE_FULL;
  if ((code & 0xff) == SQLITE_IOERR && system == EROFS)
    return SQLITE_READONLY;

  return code & 0xff;
}

static void
set_error_for (int         code,
               int         system,
               const char *details,
               GError    **error)
{
  DitesError  what = DITES_ERROR_STORAGE;
  const char *message;

  g_debug ("SQLite says %d, %d: %s", code, system, details);

  switch (get_code (code, system))
    {
    case SQLITE_FULL:
      message = _("There is no room left on the disk");
      break;

    /* Our statements are the same every day: what they do not find, or what refuses them, is in the file. */
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
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
    case SQLITE_PROTOCOL:
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

static void
keep_failure (DitesDatabase *self,
              GError        *failure,
              GError       **error)
{
  if (self->failure == NULL)
    self->failure = g_error_copy (failure);
  g_propagate_error (error, failure);
}

/* Says in a person's words what the last call ran into, and remembers it. */
static void
set_error (DitesDatabase *self,
           GError       **error)
{
  GError *failure = NULL;

  set_error_for (sqlite3_extended_errcode (self->handle), sqlite3_system_errno (self->handle),
                 sqlite3_errmsg (self->handle), &failure);
  keep_failure (self, failure, error);
}

/**
 * dites_database_set_damaged:
 * @self: a connection
 * @error: return location for an error
 *
 * Says that what the file holds cannot be, and remembers it.
 */
void
dites_database_set_damaged (DitesDatabase *self,
                            GError       **error)
{
  keep_failure (self, g_error_new_literal (DITES_ERROR, DITES_ERROR_DAMAGED, _("The data file is damaged")), error);
}

/**
 * dites_database_forget_failure:
 * @self: a connection
 *
 * Begins anew: what went wrong until now does not count any more.
 */
void
dites_database_forget_failure (DitesDatabase *self)
{
  g_clear_error (&self->failure);
}

/**
 * dites_database_check_failure:
 * @self: a connection
 * @error: return location for an error: the first that there was
 *
 * Returns: whether everything went well since dites_database_forget_failure()
 */
gboolean
dites_database_check_failure (DitesDatabase *self,
                              GError       **error)
{
  if (self->failure == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->failure));

  return FALSE;
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
      set_error_for (code, self->handle != NULL ? sqlite3_system_errno (self->handle) : 0,
                     self->handle != NULL ? sqlite3_errmsg (self->handle) : path, error);
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
  g_clear_error (&self->failure);
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
      set_error (self, error);
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
    set_error (self, error);
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

  set_error (self, error);

  return FALSE;
}

/**
 * dites_database_get_int:
 * @self: a connection
 * @sql: a literal, a query of one number
 * @value: (out): the number; 0 if there is none
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
dites_database_get_int (DitesDatabase *self,
                        const char    *sql,
                        gint64        *value,
                        GError       **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self, sql, error);
  int           code;

  *value = 0;
  if (statement == NULL)
    return FALSE;
  code = dites_database_step (self, statement, error);
  if (code == SQLITE_ROW)
    *value = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

/**
 * dites_database_get_text:
 * @statement: a statement with a row
 * @column: one of its columns, which holds a text
 *
 * Returns: the text, until the next step; empty in a damaged file that has none there
 */
const char *
dites_database_get_text (sqlite3_stmt *statement,
                         int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? text : "";
}

/**
 * dites_database_dup_text:
 * @statement: a statement with a row
 * @column: one of its columns, which holds a text
 *
 * Returns: (transfer full): the text, fit to be shown also out of a damaged file
 */
char *
dites_database_dup_text (sqlite3_stmt *statement,
                         int           column)
{
  const char *text = dites_database_get_text (statement, column);
  int         length = sqlite3_column_bytes (statement, column);

  return g_utf8_validate_len (text, length, NULL) ? g_strndup (text, length) : g_utf8_make_valid (text, -1);
}

/**
 * dites_database_read_document:
 * @self: a connection
 * @statement: a statement with a row
 * @column: one of its columns, which holds the text of a document
 * @error: return location for an error
 *
 * Reads a document that was checked when it was written. What a disk may have made
 * of it since is looked for as far as that takes no time: it is text, and as long as
 * it was. Nothing that reads documents trusts more than this.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error set to %DITES_ERROR_DAMAGED
 */
DitesDocument *
dites_database_read_document (DitesDatabase *self,
                              sqlite3_stmt  *statement,
                              int            column,
                              GError       **error)
{
  const char *text = dites_database_get_text (statement, column);
  gsize       length = sqlite3_column_bytes (statement, column);

  if (length < 2 || text[0] != '{' || text[length - 1] != '}' || !g_utf8_validate_len (text, length, NULL))
    {
      dites_database_set_damaged (self, error);
      return NULL;
    }

  return dites_document_new_from_checked (text, length);
}

/**
 * dites_database_begin:
 * @self: a writable connection
 * @error: return location for an error
 *
 * Begins a transaction. The lock is taken at once: two writers then wait for each
 * other instead of failing half-way.
 *
 * Returns: whether it has begun
 */
gboolean
dites_database_begin (DitesDatabase *self,
                      GError       **error)
{
  dites_database_forget_failure (self);

  return dites_database_exec (self, "BEGIN IMMEDIATE", error);
}

/**
 * dites_database_commit:
 * @self: a writable connection in a transaction
 * @error: return location for an error
 *
 * Has what was written since dites_database_begin() on the disk. Where anything
 * failed since, even a question whose answer seemed not to matter, it is not:
 * what was worked out from it would be wrong for good.
 *
 * Returns: whether it is; otherwise the transaction is to be rolled back
 */
gboolean
dites_database_commit (DitesDatabase *self,
                       GError       **error)
{
  return dites_database_check_failure (self, error) && dites_database_exec (self, "COMMIT", error);
}

/**
 * dites_database_roll_back:
 * @self: a connection
 *
 * Takes back what was written since dites_database_begin(), and lets go of what is seen.
 */
void
dites_database_roll_back (DitesDatabase *self)
{
  /* A full disk may have rolled back already, so only a transaction that is left is ended. */
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
 * @number: (out): the number of its row, or 0 if there is none
 * @state: (out): where it is
 * @error: return location for an error
 *
 * Finds the row of a document.
 *
 * Returns: whether it could be looked for
 */
gboolean
dites_database_find (DitesDatabase *self,
                     const char    *id,
                     gint64        *number,
                     DitesState    *state,
                     GError       **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self,
                                                    "SELECT d.number, d.state FROM term t JOIN document d USING (number)"
                                                    " WHERE t.hash = ? AND d.id = ?",
                                                    error);
  int           code;

  *number = 0;
  *state = DITES_STATE_GONE;
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, dites_hash ('i', NULL, id));
  sqlite3_bind_text (statement, 2, id, -1, SQLITE_STATIC);
  code = dites_database_step (self, statement, error);
  if (code == SQLITE_ROW)
    {
      *number = sqlite3_column_int64 (statement, 0);
      *state = sqlite3_column_int (statement, 1);
    }
  sqlite3_reset (statement);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}
