/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-writer-gathered.h"

#include <string.h>

/* What goes into the two narrow tables is gathered and written in their order, at the end:
 * an import then fills their pages one after the other instead of all at once. SQLite takes
 * the rows out of memory by itself, as out of a table ("gathered_term", "gathered_listing"):
 * to hand it each with a statement of its own costs more than to store it. */

/* With so many, what there is is written although more will come. */
#define MAX_TERMS    1000000
#define MAX_LISTINGS 65536

/* A hash in two halves, so that it takes twelve bytes with its row. */
typedef struct
{
  guint32 high; /* with its first bit turned, to compare as SQLite does */
  guint32 low;
  guint32 number;
} Term;

/* The texts are in @texts, the sort key first and then the cells, with a NUL after each. */
typedef struct
{
  gint64  number;
  guint64 initials;
  gsize   text;
  gint32  kind;
  gint32  state;
} Listing;

typedef struct _Source Source;

/* A table in memory. */
struct _Source
{
  DitesWriterGathered *self;
  const char          *schema;
  GArray              *rows;
  void (*column) (Source          *source,
                  guint            row,
                  int              column,
                  sqlite3_context *context);
};

struct _DitesWriterGathered
{
  DitesDatabase *database;
  GArray        *terms;    /* of Term */
  GArray        *listings; /* of Listing */
  GString       *texts;
  Source         term_source;
  Source         listing_source;
};

typedef struct
{
  sqlite3_vtab base;
  Source      *source;
} Table;

typedef struct
{
  sqlite3_vtab_cursor base;
  guint               row;
} Cursor;

static int
connect_table (sqlite3           *handle,
               void              *data,
               int                argc,
               const char *const *argv,
               sqlite3_vtab     **table,
               char             **message)
{
  Table *self = g_new0 (Table, 1);

  self->source = data;
  *table = &self->base;

  return sqlite3_declare_vtab (handle, self->source->schema);
}

static int
disconnect_table (sqlite3_vtab *table)
{
  g_free (table);

  return SQLITE_OK;
}

static int
find_best_index (sqlite3_vtab       *table,
                 sqlite3_index_info *info)
{
  info->estimatedRows = ((Table *) table)->source->rows->len;

  return SQLITE_OK;
}

static int
open_cursor (sqlite3_vtab         *table,
             sqlite3_vtab_cursor **cursor)
{
  Cursor *self = g_new0 (Cursor, 1);

  *cursor = &self->base;

  return SQLITE_OK;
}

static int
close_cursor (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);

  return SQLITE_OK;
}

static int
start_cursor (sqlite3_vtab_cursor *cursor,
              int                  index,
              const char          *name,
              int                  n_values,
              sqlite3_value      **values)
{
  ((Cursor *) cursor)->row = 0;

  return SQLITE_OK;
}

static int
move_cursor (sqlite3_vtab_cursor *cursor)
{
  ((Cursor *) cursor)->row++;

  return SQLITE_OK;
}

static int
is_at_end (sqlite3_vtab_cursor *cursor)
{
  return ((Cursor *) cursor)->row >= ((Table *) cursor->pVtab)->source->rows->len;
}

static int
read_column (sqlite3_vtab_cursor *cursor,
             sqlite3_context     *context,
             int                  column)
{
  Source *source = ((Table *) cursor->pVtab)->source;

  source->column (source, ((Cursor *) cursor)->row, column, context);

  return SQLITE_OK;
}

static int
read_rowid (sqlite3_vtab_cursor *cursor,
            sqlite3_int64       *rowid)
{
  *rowid = ((Cursor *) cursor)->row;

  return SQLITE_OK;
}

/* Without a way to create one, the table is there by its name alone, and is no part of the file. */
static const sqlite3_module module = {
  .xConnect = connect_table,
  .xBestIndex = find_best_index,
  .xDisconnect = disconnect_table,
  .xDestroy = disconnect_table,
  .xOpen = open_cursor,
  .xClose = close_cursor,
  .xFilter = start_cursor,
  .xNext = move_cursor,
  .xEof = is_at_end,
  .xColumn = read_column,
  .xRowid = read_rowid,
};

static void
read_term (Source          *source,
           guint            row,
           int              column,
           sqlite3_context *context)
{
  const Term *term = &g_array_index (source->rows, Term, row);

  if (column == 0)
    sqlite3_result_int64 (context, (gint64) ((guint64) (term->high ^ 0x80000000u) << 32 | term->low));
  else
    sqlite3_result_int64 (context, term->number);
}

static const char *
get_sort (DitesWriterGathered *self,
          const Listing       *listing)
{
  return self->texts->str + listing->text;
}

static void
read_listing (Source          *source,
              guint            row,
              int              column,
              sqlite3_context *context)
{
  const Listing *listing = &g_array_index (source->rows, Listing, row);
  const char    *sort = get_sort (source->self, listing);

  switch (column)
    {
    case 0:
      sqlite3_result_int64 (context, listing->kind);
      break;
    case 1:
      sqlite3_result_int64 (context, listing->state);
      break;
    case 2:
      sqlite3_result_text (context, sort, -1, SQLITE_STATIC);
      break;
    case 3:
      sqlite3_result_int64 (context, listing->number);
      break;
    case 4:
      sqlite3_result_int64 (context, (gint64) listing->initials);
      break;
    case 5:
      sqlite3_result_text (context, sort + strlen (sort) + 1, -1, SQLITE_STATIC);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * dites_writer_gathered_new:
 * @database: the writer's connection, which must be closed before this is freed
 *
 * Returns: (transfer full): an empty gathering
 */
DitesWriterGathered *
dites_writer_gathered_new (DitesDatabase *database)
{
  DitesWriterGathered *self = g_new0 (DitesWriterGathered, 1);
  sqlite3             *handle = dites_database_get_handle (database);

  self->database = database;
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  self->listings = g_array_new (FALSE, FALSE, sizeof (Listing));
  self->texts = g_string_new (NULL);
  self->term_source = (Source) { self, "CREATE TABLE gathered (hash, number)", self->terms, read_term };
  self->listing_source = (Source) {
    self, "CREATE TABLE gathered (kind, state, sort, number, initials, cells)", self->listings, read_listing
  };
  sqlite3_create_module (handle, "gathered_term", &module, &self->term_source);
  sqlite3_create_module (handle, "gathered_listing", &module, &self->listing_source);

  return self;
}

/**
 * dites_writer_gathered_free:
 * @self: a gathering
 *
 * Frees it.
 */
void
dites_writer_gathered_free (DitesWriterGathered *self)
{
  g_array_unref (self->terms);
  g_array_unref (self->listings);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

/**
 * dites_writer_gathered_clear:
 * @self: a gathering
 *
 * Forgets what was gathered; of much, also its memory.
 */
void
dites_writer_gathered_clear (DitesWriterGathered *self)
{
  g_array_unref (self->terms);
  g_array_unref (self->listings);
  g_string_free (self->texts, TRUE);
  self->term_source.rows = self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  self->listing_source.rows = self->listings = g_array_new (FALSE, FALSE, sizeof (Listing));
  self->texts = g_string_new (NULL);
}

/**
 * dites_writer_gathered_add_term:
 * @self: a gathering
 * @hash: what a document is found by
 * @number: its row
 *
 * Adds a row for the table of terms.
 */
void
dites_writer_gathered_add_term (DitesWriterGathered *self,
                                gint64               hash,
                                gint64               number)
{
  Term term = { (guint32) ((guint64) hash >> 32) ^ 0x80000000u, (guint32) hash, number };

  g_array_append_val (self->terms, term);
}

/**
 * dites_writer_gathered_add_listing:
 * @self: a gathering
 * @kind: the number of its kind
 * @state: where the document is
 * @sort: what it is sorted by
 * @number: its row
 * @initials: see #DitesIndexEntry
 * @cells: see #DitesIndexEntry
 *
 * Adds a row for the lists.
 */
void
dites_writer_gathered_add_listing (DitesWriterGathered *self,
                                   gint64               kind,
                                   DitesState           state,
                                   const char          *sort,
                                   gint64               number,
                                   guint64              initials,
                                   const char          *cells)
{
  Listing listing = { number, initials, self->texts->len, kind, state };

  g_string_append_len (self->texts, sort, strlen (sort) + 1);
  g_string_append_len (self->texts, cells, strlen (cells) + 1);
  g_array_append_val (self->listings, listing);
}

/**
 * dites_writer_gathered_is_large:
 * @self: a gathering
 *
 * Returns: whether it takes so much memory that it should be written now
 */
gboolean
dites_writer_gathered_is_large (DitesWriterGathered *self)
{
  return self->terms->len >= MAX_TERMS || self->listings->len >= MAX_LISTINGS;
}

static gboolean
is_before (Term x,
           Term y)
{
  if (x.high != y.high)
    return x.high < y.high;
  if (x.low != y.low)
    return x.low < y.low;

  return x.number < y.number;
}

static int
compare_terms (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  return is_before (*(const Term *) a, *(const Term *) b) ? -1 : is_before (*(const Term *) b, *(const Term *) a);
}

static void
sort_few_terms (Term *terms,
                guint n)
{
  for (guint i = 1; i < n; i++)
    {
      const Term held = terms[i];
      guint      place = i;

      for (; place > 0 && is_before (held, terms[place - 1]); place--)
        terms[place] = terms[place - 1];
      terms[place] = held;
    }
}

static void sort_terms (Term *terms,
                        guint n,
                        int   shift);

/* Sorts in place, by the byte at @shift of the upper half and then by those after it. */
static void
spread_terms (Term *terms,
              guint n,
              int   shift)
{
  guint ends[256] = { 0 };
  guint places[256];
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    ends[terms[i].high >> shift & 0xff]++;
  for (guint i = 0; i < 256; i++)
    {
      places[i] = sum;
      sum += ends[i];
      ends[i] = sum;
    }
  for (guint i = 0; i < 256; i++)
    while (places[i] < ends[i])
      {
        Term *term = &terms[places[i]];
        guint bucket = term->high >> shift & 0xff;
        Term *other = &terms[places[bucket]++];
        Term  held = *term;

        *term = *other;
        *other = held;
      }

  for (guint i = 0; i < 256; i++)
    {
      guint start = i > 0 ? ends[i - 1] : 0;

      sort_terms (terms + start, ends[i] - start, shift - 8);
    }
}

/* Hashes are spread evenly, so two bytes leave little to compare, but for what very many refer to. */
static void
sort_terms (Term *terms,
            guint n,
            int   shift)
{
  if (n <= 16)
    sort_few_terms (terms, n);
  else if (shift < 16)
    g_sort_array (terms, n, sizeof (Term), compare_terms, NULL);
  else
    spread_terms (terms, n, shift);
}

static int
compare_listings (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const Listing *x = a;
  const Listing *y = b;
  int            order;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->state != y->state)
    return x->state < y->state ? -1 : 1;
  order = strcmp (get_sort (user_data, x), get_sort (user_data, y));

  return order != 0 ? order : (x->number < y->number ? -1 : x->number > y->number);
}

static gboolean
run (DitesWriterGathered *self,
     const char          *sql,
     GError             **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database, sql, error);

  return statement != NULL && dites_database_run (self->database, statement, error);
}

/**
 * dites_writer_gathered_flush:
 * @self: a gathering
 * @error: return location for an error
 *
 * Writes what was gathered.
 *
 * Returns: whether it was written
 */
gboolean
dites_writer_gathered_flush (DitesWriterGathered *self,
                             GError             **error)
{
  sort_terms ((Term *) (gpointer) self->terms->data, self->terms->len, 24);
  g_array_sort_with_data (self->listings, compare_listings, self);
  /* What fails is rolled back whole: but for that, SQLite would keep all the pages that a statement changes. */
  if (!run (self, "INSERT OR IGNORE INTO term SELECT hash, number FROM gathered_term", error) ||
      !run (self, "INSERT OR FAIL INTO listing SELECT kind, state, sort, number, initials, cells FROM gathered_listing", error))
    return FALSE;

  dites_writer_gathered_clear (self);

  return TRUE;
}
