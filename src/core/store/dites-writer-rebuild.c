/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-writer-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* What is stored beside the documents, worked out anew. */

static gboolean
needs_rebuild (DitesWriter *self,
               const char  *signature)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database, "SELECT value FROM setting WHERE name = 'signature'", NULL);
  gboolean      needs = TRUE;

  if (statement == NULL)
    return FALSE;
  if (dites_database_step (self->database, statement, NULL) == SQLITE_ROW)
    needs = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), signature) != 0;
  sqlite3_reset (statement);

  return needs;
}

/* Titles follow from titles, so all of them are made before what is made of them. */
static gboolean
rebuild_rows (DitesWriter *self,
              int         *stop,
              GError     **error)
{
  gint64 last = self->first_number - 1;

  for (gint64 number = 1; number <= last; number++)
    {
      sqlite3_stmt    *statement = dites_database_prepare (self->database, "SELECT id, state FROM document WHERE number = ?", error);
      DitesWriterItem *item;
      DitesWriterItem  row = { .number = number };
      char            *id;
      gboolean         good;
      int              code;

      if (g_atomic_int_get (stop))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The operation was cancelled"));
          return FALSE;
        }
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, number);
      code = dites_database_step (self->database, statement, error);
      if (code == SQLITE_DONE)
        continue;
      if (code != SQLITE_ROW)
        return FALSE;
      row.id = id = g_strdup (dites_database_get_text (statement, 0));
      row.owns_id = TRUE;
      row.state = sqlite3_column_int (statement, 1);
      sqlite3_reset (statement);

      item = &row;
      good = row.state == DITES_STATE_GONE || dites_writer_write_item (self, item, error);
      if (good && item->retitled)
        g_array_append_val (self->items, row);
      else
        g_free (id);
      if (!good)
        return FALSE;
    }

  return dites_writer_gathered_flush (self->gathered, error);
}

/**
 * dites_writer_rebuild:
 * @self: a writer
 * @stop: (atomic): not 0 when it shall stop, with nothing changed
 * @rebuilt: (out): whether anything had to be done
 * @error: return location for an error
 *
 * Brings the file to the version of this program, and works out anew what is stored
 * beside the documents, if the tables of the kinds or the language are not those it
 * was worked out with.
 *
 * Returns: whether all is as it should be
 */
gboolean
dites_writer_rebuild (DitesWriter *self,
                      int         *stop,
                      gboolean    *rebuilt,
                      GError     **error)
{
  g_autofree char *signature = dites_index_signature ();
  sqlite3_stmt    *statement;
  gboolean         good;

  *rebuilt = FALSE;
  if (!dites_schema_finish (self->database, stop, error))
    return FALSE;
  if (!needs_rebuild (self, signature))
    return TRUE;
  if (!dites_writer_begin (self, error))
    return FALSE;

  *rebuilt = self->first_number > 1;
  good = rebuild_rows (self, stop, error);
  if (good)
    {
      /* Rows that were made before the titles they name are made once more. */
      good = dites_writer_retitle (self, error) && dites_writer_write_counts (self, error);
    }
  if (good)
    {
      statement = dites_database_prepare (self->database, "INSERT OR REPLACE INTO setting VALUES ('signature', ?)", error);
      good = statement != NULL;
      if (good)
        {
          sqlite3_bind_text (statement, 1, signature, -1, SQLITE_STATIC);
          good = dites_database_run (self->database, statement, error);
        }
    }

  return dites_writer_end (self, good, error);
}
