/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-query-order.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "dites-fold.h"
#include "dites-index.h"
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
  if (sqlite3_step (statement) == SQLITE_ROW)
    number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);

  return number;
}

/**
 * dites_query_first:
 * @reader: a reader
 * @spec: what a query asks for; a plain one
 * @n: how many
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type guint32): the first @n numbers, then a 0
 *   for each document that follows
 */
GArray *
dites_query_first (DitesReader          *reader,
                   const DitesQuerySpec *spec,
                   guint                 n,
                   GError              **error)
{
  DitesDatabase *database = dites_reader_get_database (reader);
  g_autoptr (GArray) numbers = g_array_new (FALSE, TRUE, sizeof (guint32));
  sqlite3_stmt *statement;
  int           code;

  statement = spec->descending
                ? dites_database_prepare (database, "SELECT number FROM listing WHERE kind = ? AND state = ? ORDER BY sort DESC, number DESC LIMIT ?", error)
                : dites_database_prepare (database, "SELECT number FROM listing WHERE kind = ? AND state = ? ORDER BY sort, number LIMIT ?", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, find_kind (reader, spec->kind));
  sqlite3_bind_int (statement, 2, spec->trashed ? DITES_STATE_TRASHED : DITES_STATE_LIVE);
  sqlite3_bind_int (statement, 3, n);
  while ((code = dites_database_step (database, statement, error)) == SQLITE_ROW)
    {
      guint32 number = sqlite3_column_int64 (statement, 0);

      g_array_append_val (numbers, number);
    }
  if (code != SQLITE_DONE)
    return NULL;

  if (numbers->len == n)
    g_array_set_size (numbers, MAX (n, dites_reader_count (reader, spec->kind, spec->trashed)));

  return g_steal_pointer (&numbers);
}

/* The parts of the cell of the field at @index: what it is sorted by, then its values. */
static const char *
find_cell (const char *cells,
           int         index)
{
  while (*cells != '\0')
    {
      char *rest;

      if (strtol (cells, &rest, 10) == index)
        return rest + 1;
      cells = strchr (cells, DITES_CELL_END);
      if (cells == NULL)
        break;
      cells++;
    }

  return NULL;
}

static gboolean
cell_has (const char        *cell,
          const char *const *values)
{
  gboolean any = FALSE;

  for (const char *part = cell != NULL ? cell + strcspn (cell, "\x1e\x1f") : NULL; part != NULL && *part == DITES_CELL_PART;)
    {
      gsize length = strcspn (part + 1, "\x1e\x1f");

      any = TRUE;
      for (guint i = 0; values[i] != NULL; i++)
        if (strlen (values[i]) == length && memcmp (values[i], part + 1, length) == 0)
          return TRUE;
      part += 1 + length;
    }

  /* The empty value stands for having none. */
  return !any && g_strv_contains (values, "");
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

      if (!cell_has (find_cell (cells, filter->index), filter->values))
        return FALSE;
    }

  return TRUE;
}

static int
find_field (const char *kind_name,
            const char *name)
{
  const DitesKind  *kind = dites_kind_get (kind_name);
  const DitesField *field = kind != NULL && name != NULL ? dites_kind_get_field (kind, name) : NULL;

  return field != NULL ? (int) (field - kind->fields) : -1;
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
      Filter filter = { find_field (spec->kind, name), values };

      g_array_append_val (filters, filter);
    }

  return filters;
}

typedef struct
{
  DitesQueryEntry entry;
  const char     *key;
  guint           place;
} Sorted;

static int
compare_sorted (gconstpointer a,
                gconstpointer b)
{
  const Sorted *x = a;
  const Sorted *y = b;
  int           order;

  /* Those without a value come last, whichever way it is sorted by. */
  if ((*x->key == '\0') != (*y->key == '\0'))
    return *x->key == '\0' ? 1 : -1;
  order = strcmp (x->key, y->key);

  return order != 0 ? order : (x->place < y->place ? -1 : 1);
}

static int
compare_sorted_descending (gconstpointer a,
                           gconstpointer b)
{
  const Sorted *x = a;
  const Sorted *y = b;

  if ((*x->key == '\0') != (*y->key == '\0'))
    return *x->key == '\0' ? 1 : -1;

  return -compare_sorted (a, b);
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

static void
set_init (Set         *set,
          DitesReader *reader)
{
  set->n = dites_database_get_int (dites_reader_get_database (reader), "SELECT max(number) FROM document", 0) / 8 + 1;
  set->bits = g_malloc0 (set->n);
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

  if (statement == NULL)
    return FALSE;
  set_init (set, reader);
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

static void
take_sorted (GArray  *sorted,
             gboolean descending,
             GArray  *base)
{
  g_array_sort (sorted, descending ? compare_sorted_descending : compare_sorted);
  for (guint i = 0; i < sorted->len; i++)
    g_array_append_val (base, g_array_index (sorted, Sorted, i).entry);
}

static void
reverse (GArray *base)
{
  for (guint i = 0; i < base->len / 2; i++)
    {
      DitesQueryEntry *a = &g_array_index (base, DitesQueryEntry, i);
      DitesQueryEntry *b = &g_array_index (base, DitesQueryEntry, base->len - 1 - i);
      DitesQueryEntry  kept = *a;

      *a = *b;
      *b = kept;
    }
}

/* Walks the whole list, in the order in which it is filed. */
static gboolean
walk_listing (DitesReader          *reader,
              const DitesQuerySpec *spec,
              DitesQueryCache      *cache,
              int                   serial,
              const Set            *referring,
              GArray               *base,
              GError              **error)
{
  DitesDatabase *database = dites_reader_get_database (reader);
  g_autoptr (GArray) filters = get_filters (spec);
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));
  GStringChunk *keys = g_string_chunk_new (65536);
  int           sort = find_field (spec->kind, spec->sort);
  gboolean      cells = filters->len > 0 || sort >= 0;
  guint         n = 0;
  int           code = SQLITE_ERROR;
  sqlite3_stmt *statement;

  statement = dites_database_prepare (database, "SELECT number, initials, cells FROM listing WHERE kind = ? AND state = ? ORDER BY sort, number", error);
  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, find_kind (reader, spec->kind));
      sqlite3_bind_int (statement, 2, spec->trashed ? DITES_STATE_TRASHED : DITES_STATE_LIVE);
      while ((code = dites_database_step (database, statement, error)) == SQLITE_ROW)
        {
          Sorted      item = { { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) }, "", n++ };
          const char *text = cells ? (const char *) sqlite3_column_text (statement, 2) : NULL;
          const char *key;

          if (n % LOOK_EVERY == 0 && is_late (cache, serial, error))
            {
              sqlite3_reset (statement);
              code = SQLITE_INTERRUPT;
              break;
            }
          if ((referring != NULL && !set_has (referring, item.entry.number)) || (cells && !passes (text, filters)))
            continue;
          if (sort < 0)
            {
              g_array_append_val (base, item.entry);
              continue;
            }
          key = find_cell (text, sort);
          if (key != NULL)
            item.key = g_string_chunk_insert_len (keys, key, strcspn (key, "\x1e\x1f"));
          g_array_append_val (sorted, item);
        }
    }

  if (sort >= 0)
    take_sorted (sorted, spec->descending, base);
  else if (spec->descending)
    reverse (base);
  g_string_chunk_free (keys);

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
  gint64           version = dites_database_get_int (dites_reader_get_database (reader), "PRAGMA data_version", 0);
  g_autofree char *key = get_key (spec);
  g_autoptr (GArray) base = NULL;
  Set      referring = { NULL, 0 };
  gboolean good = TRUE;

  if (cache->base != NULL && cache->version == version && strcmp (cache->key, key) == 0)
    return TRUE;

  base = g_array_new (FALSE, FALSE, sizeof (DitesQueryEntry));
  if (spec->refers_to != NULL)
    good = get_referring (reader, spec->refers_to, &referring, error);
  good = good && walk_listing (reader, spec, cache, serial, spec->refers_to != NULL ? &referring : NULL, base, error);
  g_free (referring.bits);
  if (!good)
    return FALSE;

  g_clear_pointer (&cache->base, g_array_unref);
  cache->base = g_steal_pointer (&base);
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

  if (statement == NULL)
    return FALSE;
  set_init (found, reader);
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
 * Returns: (transfer full) (nullable) (element-type guint32): the numbers of
 *   the documents, in their order; %NULL with %G_IO_ERROR_CANCELLED when there
 *   is a later request already
 */
GArray *
dites_query_order (DitesReader          *reader,
                   const DitesQuerySpec *spec,
                   DitesQueryCache      *cache,
                   int                   serial,
                   GError              **error)
{
  g_autofree char *expression = NULL;
  g_autoptr (GArray) order = NULL;
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

  order = g_array_sized_new (FALSE, FALSE, sizeof (guint32), cache->base->len);
  for (guint i = 0; i < cache->base->len; i++)
    {
      const DitesQueryEntry *entry = &g_array_index (cache->base, DitesQueryEntry, i);

      if ((entry->initials & initials) == initials && (found.bits == NULL || set_has (&found, entry->number)))
        g_array_append_val (order, entry->number);
    }
  g_free (found.bits);

  return g_steal_pointer (&order);
}
