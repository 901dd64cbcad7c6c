/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-writer-private.h"

#include <string.h>

/* What goes into the two narrow tables is gathered and written in their order:
 * an import then fills their pages one after the other instead of all at once. */

static int
compare_gathered_terms (gconstpointer a,
                        gconstpointer b)
{
  const DitesWriterTerm *x = a;
  const DitesWriterTerm *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;

  return x->number < y->number ? -1 : x->number > y->number;
}

static int
compare_listings (gconstpointer a,
                  gconstpointer b)
{
  const DitesWriterListing *x = a;
  const DitesWriterListing *y = b;
  int                       order;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->state != y->state)
    return x->state < y->state ? -1 : 1;
  order = strcmp (x->sort, y->sort);

  return order != 0 ? order : (x->number < y->number ? -1 : x->number > y->number);
}

static gboolean
flush_terms (DitesWriter *self,
             GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database, "INSERT OR IGNORE INTO term VALUES (?, ?)", error);

  if (statement == NULL)
    return FALSE;

  g_array_sort (self->terms, compare_gathered_terms);
  for (guint i = 0; i < self->terms->len; i++)
    {
      DitesWriterTerm *term = &g_array_index (self->terms, DitesWriterTerm, i);

      sqlite3_bind_int64 (statement, 1, term->hash);
      sqlite3_bind_int64 (statement, 2, term->number);
      if (!dites_database_run (self->database, statement, error))
        return FALSE;
    }
  g_array_set_size (self->terms, 0);

  return TRUE;
}

/**
 * dites_writer_flush:
 * @self: a writer
 * @error: return location for an error
 *
 * Writes what was gathered.
 *
 * Returns: whether it was written
 */
gboolean
dites_writer_flush (DitesWriter *self,
                    GError     **error)
{
  sqlite3_stmt *statement;

  if (!flush_terms (self, error))
    return FALSE;

  statement = dites_database_prepare (self->database, "INSERT INTO listing VALUES (?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  g_array_sort (self->listings, compare_listings);
  for (guint i = 0; i < self->listings->len; i++)
    {
      DitesWriterListing *listing = &g_array_index (self->listings, DitesWriterListing, i);

      sqlite3_bind_int64 (statement, 1, listing->kind);
      sqlite3_bind_int (statement, 2, listing->state);
      sqlite3_bind_text (statement, 3, listing->sort, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 4, listing->number);
      sqlite3_bind_int64 (statement, 5, (gint64) listing->initials);
      sqlite3_bind_text (statement, 6, listing->cells, -1, SQLITE_STATIC);
      if (!dites_database_run (self->database, statement, error))
        return FALSE;
    }
  g_array_set_size (self->listings, 0);

  return TRUE;
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
