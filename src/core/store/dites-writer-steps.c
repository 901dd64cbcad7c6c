/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-writer-private.h"

#include <glib/gi18n.h>

#include "dites-error.h"

/* Undo, redo, and taking back one change set of the history. */

/* The state and text of a document after the change set @sequence: those before its next change, or now. */
static DitesDocument *
read_after (DitesWriter *self,
            gint64       sequence,
            gint64       number,
            DitesState  *state,
            GError     **error)
{
  sqlite3_stmt  *statement = dites_database_prepare (self->database,
                                                     "SELECT state, body FROM change WHERE number = ? AND sequence > ? ORDER BY sequence",
                                                     error);
  DitesDocument *document = NULL;
  gboolean       known = FALSE;
  gboolean       good = TRUE;
  int            code = SQLITE_DONE;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, number);
  sqlite3_bind_int64 (statement, 2, sequence);
  while (good && document == NULL && (code = dites_database_step (self->database, statement, error)) == SQLITE_ROW)
    {
      if (!known)
        *state = sqlite3_column_int (statement, 0);
      known = TRUE;
      if (sqlite3_column_type (statement, 1) != SQLITE_NULL)
        {
          document = dites_writer_read_checked (self->database, statement, 1, error);
          good = document != NULL;
        }
    }
  sqlite3_reset (statement);
  if (!good || (code != SQLITE_ROW && code != SQLITE_DONE))
    return NULL;

  if (!known)
    {
      statement = dites_database_prepare (self->database, "SELECT state FROM document WHERE number = ?", error);
      if (statement == NULL)
        return NULL;
      sqlite3_bind_int64 (statement, 1, number);
      code = dites_database_step (self->database, statement, error);
      if (code == SQLITE_ROW)
        *state = sqlite3_column_int (statement, 0);
      sqlite3_reset (statement);
      if (code != SQLITE_ROW && code != SQLITE_DONE)
        return NULL;
    }

  return document != NULL ? document : dites_writer_read (self->database, number, error);
}

/* Takes back what the change set @sequence did to one document. */
static gboolean
take_back (DitesWriter   *self,
           gint64         sequence,
           const char    *id,
           gint64         number,
           DitesState     before_state,
           DitesDocument *before,
           GError       **error)
{
  DitesWriterItem *item = dites_writer_add_item (self, id, TRUE, error);
  DitesState       after_state;
  g_autoptr (DitesDocument) after = NULL;
  g_autoptr (DitesDocument) current = NULL;

  if (item == NULL)
    return FALSE;
  after_state = item->old_state;
  after = read_after (self, sequence, number, &after_state, error);
  current = after != NULL ? dites_writer_read (self->database, number, error) : NULL;
  if (current == NULL)
    return FALSE;

  if (before_state != after_state)
    item->state = before_state;

  /* What did not exist cannot be gone back to under somebody else's work. */
  if (before_state == DITES_STATE_GONE && before == NULL && !dites_document_equal (after, current))
    return dites_writer_set_conflict (self, current, "_id", error);
  if (before == NULL)
    return TRUE;
  if (!dites_document_equal (after, current))
    return dites_writer_merge (self, item, after, before, current, error);

  if (!dites_document_equal (before, current))
    g_set_object (&item->document, before);

  return TRUE;
}

static gboolean
take_back_changes (DitesWriter *self,
                   gint64       sequence,
                   GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database,
                                                    "SELECT d.id, c.number, c.state, c.body FROM change c JOIN document d USING (number)"
                                                    " WHERE c.sequence = ? ORDER BY c.number",
                                                    error);
  int           code;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, sequence);
  while ((code = dites_database_step (self->database, statement, error)) == SQLITE_ROW)
    {
      gboolean has_text = sqlite3_column_type (statement, 3) != SQLITE_NULL;
      g_autoptr (DitesDocument) before = NULL;

      if (has_text)
        before = dites_writer_read_checked (self->database, statement, 3, error);
      if ((has_text && before == NULL) ||
          !take_back (self, sequence, dites_database_get_text (statement, 0),
                      sqlite3_column_int64 (statement, 1), sqlite3_column_int (statement, 2), before, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }

  return code == SQLITE_DONE;
}

static gboolean
take_back_new (DitesWriter *self,
               gint64       sequence,
               GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database,
                                                    "SELECT d.id, d.number FROM change_set s JOIN document d"
                                                    " ON d.number >= s.first_number AND d.number < s.end_number"
                                                    " WHERE s.sequence = ?",
                                                    error);
  int           code;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, sequence);
  while ((code = dites_database_step (self->database, statement, error)) == SQLITE_ROW)
    if (!take_back (self, sequence, dites_database_get_text (statement, 0),
                    sqlite3_column_int64 (statement, 1), DITES_STATE_GONE, NULL, error))
      {
        sqlite3_reset (statement);
        return FALSE;
      }

  return code == SQLITE_DONE;
}

static gboolean
mark_set (DitesWriter *self,
          gint64       sequence,
          int          state,
          gint64       last,
          GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database,
                                                    "UPDATE change_set SET state = ?, last = ? WHERE sequence = ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, state);
  sqlite3_bind_int64 (statement, 2, last);
  sqlite3_bind_int64 (statement, 3, sequence);

  return dites_database_run (self->database, statement, error);
}

/* Finds the change set to take back or to do again, and the last one that did so. */
static char *
find_set (DitesWriter *self,
          const char  *sql,
          gint64       of,
          gint64      *sequence,
          gint64      *last,
          GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database, sql, error);
  char         *name = NULL;

  if (statement == NULL)
    return NULL;
  if (of != 0)
    sqlite3_bind_int64 (statement, 1, of);
  if (dites_database_step (self->database, statement, error) == SQLITE_ROW)
    {
      *sequence = sqlite3_column_int64 (statement, 0);
      *last = sqlite3_column_int64 (statement, 1);
      name = dites_database_dup_text (statement, 2);
      sqlite3_reset (statement);
    }

  return name;
}

static char *
step (DitesWriter *self,
      int          type,
      GError     **error)
{
  gint64           sequence, last, written;
  g_autofree char *name = NULL;
  g_autoptr (GError) local_error = NULL;

  if (type == DITES_WRITER_UNDO)
    name = find_set (self, "SELECT sequence, last, name FROM change_set WHERE type = 0 AND state = 0 ORDER BY sequence DESC LIMIT 1",
                     0, &sequence, &last, &local_error);
  else
    name = find_set (self, "SELECT sequence, last, name FROM change_set WHERE type = 0 AND state = 1 ORDER BY sequence LIMIT 1",
                     0, &sequence, &last, &local_error);

  if (name == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, DITES_ERROR, DITES_ERROR_NOTHING,
                             type == DITES_WRITER_UNDO ? _("There is nothing to undo") : _("There is nothing to redo"));
      return NULL;
    }

  if (!take_back_changes (self, last, error) || !take_back_new (self, last, error) ||
      !dites_writer_write_items (self, type, sequence, name, NULL, &written, error) ||
      !mark_set (self, sequence, type == DITES_WRITER_UNDO ? DITES_WRITER_SET_UNDONE : DITES_WRITER_SET_DONE, written != 0 ? written : last, error))
    return NULL;

  return g_steal_pointer (&name);
}

/**
 * dites_writer_undo:
 * @self: a writer
 * @error: return location for an error
 *
 * Takes back the latest change set that stands.
 *
 * Returns: (transfer full) (nullable): its name
 */
char *
dites_writer_undo (DitesWriter *self,
                   GError     **error)
{
  g_autofree char *name = NULL;

  if (!dites_writer_begin (self, error))
    return NULL;
  name = step (self, DITES_WRITER_UNDO, error);

  return dites_writer_end (self, name != NULL, error) ? g_steal_pointer (&name) : NULL;
}

/**
 * dites_writer_redo:
 * @self: a writer
 * @error: return location for an error
 *
 * Does the change set again that was taken back last.
 *
 * Returns: (transfer full) (nullable): its name
 */
char *
dites_writer_redo (DitesWriter *self,
                   GError     **error)
{
  g_autofree char *name = NULL;

  if (!dites_writer_begin (self, error))
    return NULL;
  name = step (self, DITES_WRITER_REDO, error);

  return dites_writer_end (self, name != NULL, error) ? g_steal_pointer (&name) : NULL;
}

static char *
revert (DitesWriter *self,
        gint64       sequence,
        GError     **error)
{
  gint64           found, last, written;
  g_autofree char *name = NULL;
  g_autoptr (GError) local_error = NULL;

  name = find_set (self, "SELECT sequence, last, name FROM change_set WHERE sequence = ? AND type = 0 AND state = 0",
                   sequence, &found, &last, &local_error);
  if (name == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, DITES_ERROR, DITES_ERROR_NOTHING, _("There is nothing to undo"));
      return NULL;
    }

  if (!take_back_changes (self, last, error) || !take_back_new (self, last, error) ||
      !dites_writer_write_items (self, DITES_WRITER_CHANGE, sequence, name, NULL, &written, error) ||
      !dites_database_exec (self->database, "UPDATE change_set SET state = 2 WHERE type = 0 AND state = 1", error))
    return NULL;

  return g_steal_pointer (&name);
}

/**
 * dites_writer_revert:
 * @self: a writer
 * @sequence: a change set of the history
 * @error: return location for an error
 *
 * Takes back one change set, whatever was done since: field by field, and not
 * at all when somebody has changed the same since. This is a change set too.
 *
 * Returns: (transfer full) (nullable): its name
 */
char *
dites_writer_revert (DitesWriter *self,
                     gint64       sequence,
                     GError     **error)
{
  g_autofree char *name = NULL;

  if (!dites_writer_begin (self, error))
    return NULL;
  name = revert (self, sequence, error);

  return dites_writer_end (self, name != NULL, error) ? g_steal_pointer (&name) : NULL;
}
