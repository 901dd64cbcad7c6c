/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-query-sort.h"

#include <string.h>

#include "dites-query-cells.h"
#include "dites-query-sections.h"

typedef struct
{
  DitesQueryEntry entry;
  const char     *key;
  guint           place;
} Sorted;

struct _DitesQuerySort
{
  DitesReader        *reader;
  const DitesField   *field; /* (nullable): as it is filed */
  int                 index;
  gboolean            descending;
  GArray             *sorted; /* of Sorted; when there is a field */
  GArray             *base;   /* of DitesQueryEntry; otherwise */
  GStringChunk       *keys;
  GHashTable         *value_keys; /* value -> key; for a field that has no key of its own */
  DitesQuerySections *sections;
};

/**
 * dites_query_sort_new:
 * @reader: a reader, which must stay
 * @spec: what is asked for
 *
 * Returns: (transfer full): no entry yet
 */
DitesQuerySort *
dites_query_sort_new (DitesReader          *reader,
                      const DitesQuerySpec *spec)
{
  const DitesKind *kind = dites_kind_get (spec->kind);
  DitesQuerySort  *self = g_new0 (DitesQuerySort, 1);

  self->reader = reader;
  self->index = dites_cells_index (spec->kind, spec->sort);
  self->field = self->index >= 0 ? &kind->fields[self->index] : NULL;
  self->descending = spec->descending;
  self->sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));
  self->base = g_array_new (FALSE, FALSE, sizeof (DitesQueryEntry));
  self->keys = g_string_chunk_new (65536);
  self->value_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sections = dites_query_sections_new (reader, spec);

  return self;
}

/**
 * dites_query_sort_free:
 * @self: a sort
 *
 * Frees it.
 */
void
dites_query_sort_free (DitesQuerySort *self)
{
  g_clear_pointer (&self->sorted, g_array_unref);
  g_clear_pointer (&self->base, g_array_unref);
  g_string_chunk_free (self->keys);
  g_hash_table_unref (self->value_keys);
  dites_query_sections_free (self->sections);
  g_free (self);
}

static char *
get_sort_of_document (DitesReader *reader,
                      const char  *id)
{
  DitesDatabase *database = dites_reader_get_database (reader);
  DitesState     state;
  gint64         number;
  sqlite3_stmt  *statement = dites_database_prepare (database, "SELECT sort FROM document WHERE number = ?", NULL);
  char          *sort = NULL;

  if (statement == NULL || !dites_database_find (database, id, &number, &state, NULL) || number == 0)
    return NULL;

  sqlite3_bind_int64 (statement, 1, number);
  if (dites_database_step (database, statement, NULL) == SQLITE_ROW)
    {
      sort = g_strdup (dites_database_get_text (statement, 0));
      sqlite3_reset (statement);
    }

  return sort;
}

/* A choice is sorted by its place among the choices, a reference as the list of what it leads
 * to is. The value at the end keeps two of the same name apart. */
static const char *
make_value_key (DitesQuerySort *self,
                const char     *value)
{
  g_autofree char *key = NULL;
  g_autofree char *sort = NULL;
  int              rank = 0;

  if (self->field->type == DITES_FIELD_REFERENCE)
    {
      sort = get_sort_of_document (self->reader, value);
      key = g_strdup_printf ("%s\x1d%s", sort != NULL ? sort : "", value);
    }
  else
    {
      for (const DitesChoice *choice = self->field->choices; choice != NULL && choice->id != NULL; choice++, rank++)
        if (strcmp (choice->id, value) == 0)
          break;
      key = g_strdup_printf ("%04d\x1d%s", rank, value);
    }

  return g_string_chunk_insert (self->keys, key);
}

static const char *
find_key (DitesQuerySort *self,
          const char     *cells)
{
  const char      *cell = dites_cells_find (cells, self->index);
  gsize            length = dites_cell_get_key_length (cell);
  const char      *key;
  g_autofree char *value = NULL;

  if (cell == NULL)
    return "";
  if (self->field->flags & DITES_FIELD_SORTED)
    return length > 0 ? g_string_chunk_insert_len (self->keys, cell, length) : "";

  cell = dites_cell_get_value (cell, &length);
  if (cell == NULL || length == 0)
    return "";
  value = g_strndup (cell, length);
  key = g_hash_table_lookup (self->value_keys, value);
  if (key == NULL)
    {
      key = make_value_key (self, value);
      g_hash_table_insert (self->value_keys, g_steal_pointer (&value), (char *) key);
    }

  return key;
}

/**
 * dites_query_sort_add:
 * @self: a sort
 * @number: a document, after those before it in the order in which they are filed
 * @initials: the initials of its words
 * @filed: what it is filed by
 * @cells: (nullable): its cells; needed when a field is sorted by
 *
 * Adds an entry.
 */
void
dites_query_sort_add (DitesQuerySort *self,
                      guint32         number,
                      guint64         initials,
                      const char     *filed,
                      const char     *cells)
{
  Sorted item = { { number, 0, initials }, "", self->sorted->len };

  if (self->field == NULL)
    {
      item.entry.section = dites_query_sections_add (self->sections, filed, number);
      g_array_append_val (self->base, item.entry);
      return;
    }

  item.key = find_key (self, cells);
  g_array_append_val (self->sorted, item);
}

/* Those without a value come last, whichever way it is sorted; those with the same keep the
 * order in which they are filed. */
static int
compare (const Sorted *x,
         const Sorted *y,
         int           direction)
{
  int order;

  if ((*x->key == '\0') != (*y->key == '\0'))
    return *x->key == '\0' ? 1 : -1;
  order = x->key != y->key ? strcmp (x->key, y->key) : 0;
  if (order != 0)
    return order * direction;

  return x->place < y->place ? -1 : 1;
}

static int
compare_ascending (gconstpointer a,
                   gconstpointer b)
{
  return compare (a, b, 1);
}

static int
compare_descending (gconstpointer a,
                    gconstpointer b)
{
  return compare (a, b, -1);
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

/**
 * dites_query_sort_end:
 * @self: a sort
 * @labels: (out) (transfer full) (element-type utf8): the labels of the sections
 *
 * Returns: (transfer full) (element-type DitesQueryEntry): the entries, in the order that is asked for
 */
GArray *
dites_query_sort_end (DitesQuerySort *self,
                      GPtrArray     **labels)
{
  if (self->field != NULL)
    {
      g_array_sort (self->sorted, self->descending ? compare_descending : compare_ascending);
      for (guint i = 0; i < self->sorted->len; i++)
        {
          Sorted *item = &g_array_index (self->sorted, Sorted, i);

          item->entry.section = dites_query_sections_add (self->sections, item->key, item->entry.number);
          g_array_append_val (self->base, item->entry);
        }
    }
  else if (self->descending)
    reverse (self->base);

  *labels = dites_query_sections_end (self->sections);

  return g_steal_pointer (&self->base);
}
