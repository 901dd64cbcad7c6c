/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-query-cells.h"

#include <stdlib.h>
#include <string.h>

#include "dites-index.h"

#define ENDS "\x1e\x1f"

/**
 * dites_cells_find:
 * @cells: the cells of a document
 * @index: the place of a field in the table of the kind
 *
 * Returns: (nullable): the cell of the field: what it is sorted by, then its values
 */
const char *
dites_cells_find (const char *cells,
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

/**
 * dites_cell_get_key_length:
 * @cell: (nullable): a cell
 *
 * Returns: how long what it is sorted by is, at its beginning
 */
gsize
dites_cell_get_key_length (const char *cell)
{
  return cell != NULL ? strcspn (cell, ENDS) : 0;
}

/**
 * dites_cell_get_value:
 * @cell: (nullable): a cell
 * @length: (out): how long the value is
 *
 * Returns: (nullable): its first value, not terminated
 */
const char *
dites_cell_get_value (const char *cell,
                      gsize      *length)
{
  const char *part = cell != NULL ? cell + strcspn (cell, ENDS) : NULL;

  if (part == NULL || *part != DITES_CELL_PART)
    return NULL;

  *length = strcspn (part + 1, ENDS);

  return part + 1;
}

/**
 * dites_cell_foreach:
 * @cell: (nullable): a cell
 * @func: called with each value, which is not terminated
 * @user_data: data for @func
 *
 * Returns: whether there was any
 */
gboolean
dites_cell_foreach (const char   *cell,
                    DitesCellFunc func,
                    gpointer      user_data)
{
  gboolean    any = FALSE;
  gsize       length;
  const char *part = dites_cell_get_value (cell, &length);

  while (part != NULL)
    {
      any = TRUE;
      func (part, length, user_data);
      part += length;
      if (*part != DITES_CELL_PART)
        break;
      part++;
      length = strcspn (part, ENDS);
    }

  return any;
}

typedef struct
{
  const char *const *values;
  gboolean           found;
} Wanted;

static void
compare_value (const char *value,
               gsize       length,
               gpointer    user_data)
{
  Wanted *wanted = user_data;

  for (guint i = 0; wanted->values[i] != NULL && !wanted->found; i++)
    wanted->found = strlen (wanted->values[i]) == length && memcmp (wanted->values[i], value, length) == 0;
}

/**
 * dites_cell_has:
 * @cell: (nullable): a cell
 * @values: values; the empty one stands for having none
 *
 * Returns: whether one of @values is there
 */
gboolean
dites_cell_has (const char        *cell,
                const char *const *values)
{
  Wanted   wanted = { values, FALSE };
  gboolean any = dites_cell_foreach (cell, compare_value, &wanted);

  return wanted.found || (!any && g_strv_contains (values, ""));
}

/**
 * dites_cells_index:
 * @kind: the name of a kind
 * @field: (nullable): the name of a field of it
 *
 * Returns: the place of the field in the table, or -1
 */
int
dites_cells_index (const char *kind,
                   const char *field)
{
  const DitesKind  *found = dites_kind_get (kind);
  const DitesField *entry = found != NULL && field != NULL ? dites_kind_get_field (found, field) : NULL;

  return entry != NULL ? (int) (entry - found->fields) : -1;
}
