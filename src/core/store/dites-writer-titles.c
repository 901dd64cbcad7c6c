/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-writer-private.h"

/* What documents are called, which may follow from what others are called. */

#define MAX_TITLES 8192

/**
 * dites_writer_titles_init:
 * @titles: (out): knows titles
 * @items: see #DitesWriterTitles
 * @by_id: see #DitesWriterTitles
 *
 * Makes it ready; who calls says where the titles of other documents are.
 */
void
dites_writer_titles_init (DitesWriterTitles *titles,
                          GArray            *items,
                          GHashTable        *by_id)
{
  *titles = (DitesWriterTitles) {
    .items = items,
    .by_id = by_id,
    .known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
  };
}

/**
 * dites_writer_titles_clear:
 * @titles: knows titles
 *
 * Frees what it holds.
 */
void
dites_writer_titles_clear (DitesWriterTitles *titles)
{
  g_clear_pointer (&titles->known, g_hash_table_unref);
  g_clear_error (&titles->failure);
  if (titles->path != NULL)
    g_clear_pointer (&titles->database, dites_database_free);
}

/* The connection, which a thread of its own opens for itself when it needs one. */
static DitesDatabase *
get_database (DitesWriterTitles *titles,
              GError           **error)
{
  if (titles->database == NULL)
    titles->database = dites_database_open (titles->path, FALSE, error);

  return titles->database;
}

/**
 * dites_writer_titles_read:
 * @titles: knows titles
 * @number: a row
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the document as it is stored
 */
DitesDocument *
dites_writer_titles_read (DitesWriterTitles *titles,
                          gint64             number,
                          GError           **error)
{
  DitesDatabase *database = get_database (titles, error);

  return database != NULL ? dites_writer_read (database, number, error) : NULL;
}

/**
 * dites_writer_titles_set:
 * @titles: knows titles
 * @id: the id of a document
 * @title: what it is called
 *
 * Keeps a title, for those who ask next.
 */
void
dites_writer_titles_set (DitesWriterTitles *titles,
                         const char        *id,
                         const char        *title)
{
  if (g_hash_table_size (titles->known) > MAX_TITLES)
    g_hash_table_remove_all (titles->known);
  g_hash_table_insert (titles->known, g_strdup (id), g_strdup (title));
}

/* What a document of the file is called, unless it is not there any more. */
static char *
read_title (DitesWriterTitles *titles,
            const char        *id)
{
  g_autoptr (GError) failure = NULL;
  DitesDatabase *database = get_database (titles, &failure);
  sqlite3_stmt  *statement = NULL;
  char          *title = NULL;

  if (database != NULL)
    statement = dites_database_prepare (database,
                                        "SELECT d.title FROM term t JOIN document d USING (number)"
                                        " WHERE t.hash = ? AND d.id = ? AND d.state < 2",
                                        &failure);
  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, dites_hash ('i', NULL, id));
      sqlite3_bind_text (statement, 2, id, -1, SQLITE_STATIC);
      if (dites_database_step (database, statement, &failure) == SQLITE_ROW)
        title = dites_database_dup_text (statement, 0);
      sqlite3_reset (statement);
    }
  if (failure != NULL && titles->failure == NULL)
    titles->failure = g_steal_pointer (&failure);

  return title;
}

/**
 * dites_writer_titles_check:
 * @titles: knows titles
 * @error: return location for an error
 *
 * Returns: whether every title could be read that was asked for since the last call
 */
gboolean
dites_writer_titles_check (DitesWriterTitles *titles,
                           GError           **error)
{
  if (titles->failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&titles->failure));

  return FALSE;
}

/**
 * dites_writer_titles_of:
 * @id: the id of a document
 * @user_data: a #DitesWriterTitles
 *
 * A #DitesTitleFunc over what the transaction has made of the documents so far.
 *
 * Returns: (transfer full) (nullable): what the document is called
 */
char *
dites_writer_titles_of (const char *id,
                        gpointer    user_data)
{
  DitesWriterTitles *titles = user_data;
  const char        *known = g_hash_table_lookup (titles->known, id);
  gpointer           place = known == NULL ? g_hash_table_lookup (titles->by_id, id) : NULL;
  char              *title = NULL;

  if (known != NULL)
    return g_strdup (known);

  if (place != NULL && titles->depth < DITES_WRITER_MAX_DEPTH)
    {
      DitesWriterItem *item = &g_array_index (titles->items, DitesWriterItem, GPOINTER_TO_UINT (place) - 1);

      if (item->document != NULL)
        {
          titles->depth++;
          title = dites_index_title (item->document, dites_writer_titles_of, titles);
          titles->depth--;
        }
    }
  if (title == NULL)
    title = read_title (titles, id);

  /* Further down a title may be cut short, and is not what the next one shall get. */
  if (title != NULL && titles->depth == 0)
    dites_writer_titles_set (titles, id, title);

  return title;
}

/* Adds to @numbers the rows before @end that may refer to @id and are not in @seen. */
static gboolean
find_referring (DitesWriter *self,
                const char  *id,
                gint64       end,
                GHashTable  *seen,
                GArray      *numbers,
                GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database,
                                                    "SELECT number FROM term WHERE hash = ? AND number < ?", error);
  int           code;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, dites_hash ('r', NULL, id));
  sqlite3_bind_int64 (statement, 2, end);
  while ((code = dites_database_step (self->database, statement, error)) == SQLITE_ROW)
    {
      gint64 number = sqlite3_column_int64 (statement, 0);

      if (g_hash_table_add (seen, GINT_TO_POINTER (number)))
        g_array_append_val (numbers, number);
    }

  return code == SQLITE_DONE;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static gboolean
retitle_rows (DitesWriter *self,
              GArray      *numbers,
              GPtrArray   *retitled,
              GError     **error)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      DitesWriterItem item = { .number = g_array_index (numbers, gint64, i) };
      g_autoptr (DitesDocument) document = dites_writer_read (self->database, item.number, error);
      sqlite3_stmt *statement;
      int           code;

      if (document == NULL)
        return FALSE;
      statement = dites_database_prepare (self->database, "SELECT state FROM document WHERE number = ?", error);
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, item.number);
      code = dites_database_step (self->database, statement, error);
      if (code == SQLITE_DONE)
        dites_database_set_damaged (self->database, error);
      if (code != SQLITE_ROW)
        return FALSE;
      item.state = sqlite3_column_int (statement, 0);
      sqlite3_reset (statement);
      if (item.state == DITES_STATE_GONE)
        continue;

      item.document = document;
      if (!dites_writer_write_item (self, &item, error))
        return FALSE;
      if (item.retitled)
        g_ptr_array_add (retitled, g_strdup (dites_document_get_id (document)));
    }

  return dites_writer_gathered_flush (self->gathered, error);
}

/**
 * dites_writer_retitle:
 * @self: a writer, which has written its items
 * @error: return location for an error
 *
 * Brings the rows of documents up to date that name one whose title has
 * changed, and of those that name these, and so on, a few times.
 *
 * Returns: whether it was done
 */
gboolean
dites_writer_retitle (DitesWriter *self,
                      GError     **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  /* A file that was empty holds nothing that could refer. */
  if (self->first_number <= 1)
    return TRUE;

  for (guint i = 0; i < self->items->len; i++)
    {
      DitesWriterItem *item = &g_array_index (self->items, DitesWriterItem, i);

      /* The rows that this transaction made know these titles already. */
      if (item->retitled && !find_referring (self, item->id, self->first_number, seen, numbers, error))
        return FALSE;
    }

  for (guint depth = 0; numbers->len > 0 && depth < DITES_WRITER_MAX_DEPTH; depth++)
    {
      g_ptr_array_set_size (ids, 0);
      g_hash_table_remove_all (self->titles.known);
      g_array_sort (numbers, compare_numbers);
      if (!retitle_rows (self, numbers, ids, error))
        return FALSE;

      g_array_set_size (numbers, 0);
      g_hash_table_remove_all (seen);
      for (guint i = 0; i < ids->len; i++)
        if (!find_referring (self, ids->pdata[i], G_MAXINT64, seen, numbers, error))
          return FALSE;
    }

  return TRUE;
}
