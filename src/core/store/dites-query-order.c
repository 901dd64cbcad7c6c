/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-query-order.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-fold.h"
#include "dites-index.h"
#include "dites-query-cells.h"
#include "dites-query-sections.h"
#include "dites-query-sort.h"
#include "dites-search.h"

/* The numbers of the documents that a query shows, in their order; on the reading thread.
 *
 *   listing ──► base: kind, trash, filters, sort ──► search ──► order
 *               (kept until something is written)
 */

/* How often a long walk looks whether anybody still waits for it. */
#define LOOK_EVERY 4096

static gint64
find_kind (DitesReader *reader,
           const char  *name)
{
  sqlite3_stmt *statement = dites_database_prepare (dites_reader_get_database (reader), "SELECT number FROM kind WHERE name = ?", NULL);
  gint64        number = 0;

  if (statement == NULL)
    return 0;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  if (dites_database_step (dites_reader_get_database (reader), statement, NULL) == SQLITE_ROW)
    number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);

  return number;
}

static DitesQueryOrder *
order_new (void)
{
  DitesQueryOrder *order = g_new0 (DitesQueryOrder, 1);

  order->numbers = g_array_new (FALSE, TRUE, sizeof (guint32));
  order->sections = g_array_new (FALSE, TRUE, sizeof (guint32));

  return order;
}

/* The rest is as many as there are, and belongs to the last section until more is known. */
static void
order_fill_up (DitesQueryOrder *order,
               guint            n)
{
  guint32 last = order->sections->len > 0 ? g_array_index (order->sections, guint32, order->sections->len - 1) : 0;

  g_array_set_size (order->numbers, MAX (order->numbers->len, n));
  while (order->sections->len < order->numbers->len)
    g_array_append_val (order->sections, last);
}

/**
 * dites_query_first:
 * @reader: a reader
 * @spec: what a query asks for; a plain one
 * @n: how many
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the first @n numbers, then a 0 for each document that follows
 */
DitesQueryOrder *
dites_query_first (DitesReader          *reader,
                   const DitesQuerySpec *spec,
                   guint                 n,
                   GError              **error)
{
  DitesDatabase *database = dites_reader_get_database (reader);
  g_autoptr (DitesQueryOrder) order = order_new ();
  g_autoptr (DitesQuerySections) sections = dites_query_sections_new (reader, spec);
  sqlite3_stmt *statement;
  int           code;

  statement = spec->descending
                ? dites_database_prepare (database, "SELECT number, sort FROM listing WHERE kind = ? AND state = ? ORDER BY sort DESC, number DESC LIMIT ?", error)
                : dites_database_prepare (database, "SELECT number, sort FROM listing WHERE kind = ? AND state = ? ORDER BY sort, number LIMIT ?", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, find_kind (reader, spec->kind));
  sqlite3_bind_int (statement, 2, spec->trashed ? DITES_STATE_TRASHED : DITES_STATE_LIVE);
  sqlite3_bind_int (statement, 3, n);
  while ((code = dites_database_step (database, statement, error)) == SQLITE_ROW)
    {
      guint32 number = sqlite3_column_int64 (statement, 0);
      guint32 section = dites_query_sections_add (sections, dites_database_get_text (statement, 1), number);

      g_array_append_val (order->numbers, number);
      g_array_append_val (order->sections, section);
    }
  if (code != SQLITE_DONE)
    return NULL;

  order->labels = dites_query_sections_end (sections);
  if (order->numbers->len == n)
    order_fill_up (order, dites_reader_count (reader, spec->kind, spec->trashed));

  return g_steal_pointer (&order);
}

typedef struct
{
  int                index;
  const char *const *values;
} Filter;

static gboolean
passes (const char *cells,
        GArray     *filters)
{
  for (guint i = 0; i < filters->len; i++)
    {
      const Filter *filter = &g_array_index (filters, Filter, i);

      if (!dites_cell_has (dites_cells_find (cells, filter->index), filter->values))
        return FALSE;
    }

  return TRUE;
}

static GArray *
get_filters (const DitesQuerySpec *spec)
{
  GArray        *filters = g_array_new (FALSE, FALSE, sizeof (Filter));
  GHashTableIter iter;
  gpointer       name, values;

  g_hash_table_iter_init (&iter, spec->filters);
  while (g_hash_table_iter_next (&iter, &name, &values))
    {
      Filter filter = { dites_cells_index (spec->kind, name), values };

      g_array_append_val (filters, filter);
    }

  return filters;
}

/* A set of rows, by a bit for each. */
typedef struct
{
  guint8 *bits;
  gsize   n;
} Set;

static void
set_add (Set    *set,
         guint32 number)
{
  if (number / 8 < set->n)
    set->bits[number / 8] |= 1 << number % 8;
}

static gboolean
set_has (const Set *set,
         guint32    number)
{
  return number / 8 < set->n && (set->bits[number / 8] & 1 << number % 8) != 0;
}

static gboolean
set_init (Set         *set,
          DitesReader *reader,
          GError     **error)
{
  gint64 last;

  if (!dites_database_get_int (dites_reader_get_database (reader), "SELECT max(number) FROM document", &last, error))
    return FALSE;
  set->n = CLAMP (last, 0, G_MAXUINT32) / 8 + 1;
  set->bits = g_malloc0 (set->n);

  return TRUE;
}

static gboolean
set_fill (Set          *set,
          DitesReader  *reader,
          sqlite3_stmt *statement,
          GError      **error)
{
  int code;

  while ((code = dites_database_step (dites_reader_get_database (reader), statement, error)) == SQLITE_ROW)
    set_add (set, sqlite3_column_int64 (statement, 0));

  return code == SQLITE_DONE;
}

/* The documents that refer to an id. */
static gboolean
get_referring (DitesReader *reader,
               const char  *id,
               Set         *set,
               GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (dites_reader_get_database (reader), "SELECT number FROM term WHERE hash = ?", error);

  if (statement == NULL || !set_init (set, reader, error))
    return FALSE;
  sqlite3_bind_int64 (statement, 1, dites_hash ('r', NULL, id));

  return set_fill (set, reader, statement, error);
}

static gboolean
is_late (DitesQueryCache *cache,
         int              serial,
         GError         **error)
{
  if (g_atomic_int_get (&cache->latest) == serial)
    return FALSE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The operation was cancelled"));

  return TRUE;
}

/* Walks the whole list, in the order in which it is filed. */
static gboolean
walk_listing (DitesReader          *reader,
              const DitesQuerySpec *spec,
              DitesQueryCache      *cache,
              int                   serial,
              const Set            *referring,
              DitesQuerySort       *sort,
              GError              **error)
{
  DitesDatabase *database = dites_reader_get_database (reader);
  g_autoptr (GArray) filters = get_filters (spec);
  gboolean      cells = filters->len > 0 || spec->sort != NULL;
  guint         n = 0;
  int           code = SQLITE_ERROR;
  sqlite3_stmt *statement;

  statement = dites_database_prepare (database, "SELECT number, initials, sort, cells FROM listing WHERE kind = ? AND state = ? ORDER BY sort, number", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, find_kind (reader, spec->kind));
  sqlite3_bind_int (statement, 2, spec->trashed ? DITES_STATE_TRASHED : DITES_STATE_LIVE);
  while ((code = dites_database_step (database, statement, error)) == SQLITE_ROW)
    {
      guint32     number = sqlite3_column_int64 (statement, 0);
      const char *text = cells ? dites_database_get_text (statement, 3) : NULL;

      if (++n % LOOK_EVERY == 0 && is_late (cache, serial, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
      if ((referring != NULL && !set_has (referring, number)) || (cells && !passes (text, filters)))
        continue;
      dites_query_sort_add (sort, number, sqlite3_column_int64 (statement, 1), dites_database_get_text (statement, 2), text);
    }

  return code == SQLITE_DONE;
}

/* What tells one list from another, without the search. */
static char *
get_key (const DitesQuerySpec *spec)
{
  GString *key = g_string_new (NULL);
  g_autoptr (GList) names = g_hash_table_get_keys (spec->filters);

  g_string_append_printf (key, "%s\n%s\n%d %d\n%s\n", spec->kind, spec->sort != NULL ? spec->sort : "",
                          spec->descending, spec->trashed, spec->refers_to != NULL ? spec->refers_to : "");
  names = g_list_sort (names, (GCompareFunc) g_strcmp0);
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *joined = g_strjoinv ("\x1f", g_hash_table_lookup (spec->filters, l->data));

      g_string_append_printf (key, "%s=%s\n", (char *) l->data, joined);
    }

  return g_string_free_and_steal (key);
}

static gboolean
update_base (DitesReader          *reader,
             const DitesQuerySpec *spec,
             DitesQueryCache      *cache,
             int                   serial,
             GError              **error)
{
  gint64           version;
  g_autofree char *key = get_key (spec);
  g_autoptr (DitesQuerySort) sort = NULL;
  Set      referring = { NULL, 0 };
  gboolean good = TRUE;

  if (!dites_database_get_int (dites_reader_get_database (reader), "PRAGMA data_version", &version, error))
    return FALSE;
  if (cache->base != NULL && cache->version == version && strcmp (cache->key, key) == 0)
    return TRUE;

  sort = dites_query_sort_new (reader, spec);
  if (spec->refers_to != NULL)
    good = get_referring (reader, spec->refers_to, &referring, error);
  good = good && walk_listing (reader, spec, cache, serial, spec->refers_to != NULL ? &referring : NULL, sort, error);
  g_free (referring.bits);
  if (!good)
    return FALSE;

  g_clear_pointer (&cache->base, g_array_unref);
  g_clear_pointer (&cache->labels, g_ptr_array_unref);
  cache->base = dites_query_sort_end (sort, &cache->labels);
  cache->version = version;
  g_set_str (&cache->key, key);

  return TRUE;
}

static gboolean
search (DitesReader *reader,
        const char  *expression,
        Set         *found,
        GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (dites_reader_get_database (reader), "SELECT rowid FROM search WHERE search MATCH ?", error);

  if (statement == NULL || !set_init (found, reader, error))
    return FALSE;
  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_STATIC);

  return set_fill (found, reader, statement, error);
}

/**
 * dites_query_order:
 * @reader: a reader
 * @spec: what a query asks for
 * @cache: what was kept from the last time
 * @serial: which request this is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the documents in their order; %NULL with
 *   %G_IO_ERROR_CANCELLED when there is a later request already
 */
DitesQueryOrder *
dites_query_order (DitesReader          *reader,
                   const DitesQuerySpec *spec,
                   DitesQueryCache      *cache,
                   int                   serial,
                   GError              **error)
{
  g_autofree char *expression = NULL;
  g_autoptr (DitesQueryOrder) order = NULL;
  guint64 initials;
  Set     found = { NULL, 0 };

  if (is_late (cache, serial, error) || !update_base (reader, spec, cache, serial, error))
    return NULL;

  expression = dites_search_split (spec->search, &initials);
  if (expression != NULL && !search (reader, expression, &found, error))
    {
      g_free (found.bits);
      return NULL;
    }

  order = order_new ();
  order->labels = g_ptr_array_ref (cache->labels);
  for (guint i = 0; i < cache->base->len; i++)
    {
      const DitesQueryEntry *entry = &g_array_index (cache->base, DitesQueryEntry, i);

      if ((entry->initials & initials) == initials && (found.bits == NULL || set_has (&found, entry->number)))
        {
          g_array_append_val (order->numbers, entry->number);
          g_array_append_val (order->sections, entry->section);
        }
    }
  g_free (found.bits);

  return g_steal_pointer (&order);
}
