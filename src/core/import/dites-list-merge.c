/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "dites-list-table-private.h"

/* More columns with gaps than this are not looked at, and more merged ones not
 * filled: it bounds time and memory. */
#define MAX_LOOKED_AT 64
#define MAX_MERGED    16

static const DitesListRow *
get_row (DitesListTable *self,
         guint           row)
{
  return &g_array_index (self->rows, DitesListRow, row);
}

static gboolean
begins_block (DitesListTable *self,
              guint           row)
{
  return row == 0 || get_row (self, row)->block != get_row (self, row - 1)->block;
}

/* How many rows have a value in each column. */
static guint *
count_filled (DitesListTable *self)
{
  guint *counts = g_new0 (guint, self->n_columns);

  for (guint row = 0; row < self->rows->len; row++)
    {
      const DitesListRow *r = get_row (self, row);

      for (guint column = 0; column < r->n_cells; column++)
        counts[column] += g_array_index (self->cells, guint32, r->first + column) != 0;
    }

  return counts;
}

/* Whether each block begins with a value and none stands twice in a row, which
 * merging would have joined. */
static gboolean
looks_merged (DitesListTable *self,
              guint           column)
{
  const char *last = "";

  for (guint row = 0; row < self->rows->len; row++)
    {
      const char *cell = dites_list_table_get_cell (self, row, column);

      if (begins_block (self, row))
        {
          last = "";
          if (*cell == '\0')
            return FALSE;
        }
      if (*cell == '\0')
        continue;
      if (strcmp (cell, last) == 0)
        return FALSE;
      last = cell;
    }

  return TRUE;
}

/* Whether a value comes again, as a civility does and a group does not. */
static gboolean
has_returning_value (DitesListTable *self,
                     guint           column)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 0; row < self->rows->len; row++)
    {
      const char *cell = dites_list_table_get_cell (self, row, column);

      if (*cell != '\0' && !g_hash_table_add (values, (char *) cell))
        return TRUE;
    }

  return FALSE;
}

/* Whether a column numbers the rows: 1, 2, 3. */
static gboolean
numbers_rows (DitesListTable *self,
              guint           column)
{
  guint64 last = 0;

  for (guint row = 0; row < self->rows->len; row++)
    {
      const char *cell = dites_list_table_get_cell (self, row, column);
      guint64     number = 0;

      if (*cell == '\0')
        continue;
      if (!g_ascii_string_to_unsigned (cell, 10, last + 1, G_MAXUINT32, &number, NULL))
        return FALSE;
      last = number;
    }

  return last > 0;
}

/* An outer group begins an inner one: where a column left of it has a value, it has one. */
static gboolean
is_within (DitesListTable *self,
           guint           outer,
           guint           inner)
{
  for (guint row = 0; row < self->rows->len; row++)
    if (*dites_list_table_get_cell (self, row, outer) != '\0' && *dites_list_table_get_cell (self, row, inner) == '\0')
      return FALSE;

  return TRUE;
}

static void
fill (DitesListTable *self,
      guint           column)
{
  guint32 *offsets = g_new (guint32, self->rows->len);

  for (guint row = 0; row < self->rows->len; row++)
    {
      const char *cell = dites_list_table_get_cell (self, row, column);

      if (*cell != '\0')
        offsets[row] = cell - self->text.data;
      else
        offsets[row] = begins_block (self, row) ? 0 : offsets[row - 1];
    }

  self->fills[column] = offsets;
}

/* Finds the columns whose cells were merged downwards in a spreadsheet, which
 * leaves a value on the first row of each group.
 *
 * A column may be merged if the first row of each block has a value, some rows
 * have none, there are at least two values, and no value stands twice in a row.
 * That is sure only at the left edge, where lists are grouped: if groups have
 * two rows on average; if the columns before it are merged too, with groups
 * around its own, or number the rows, and no outer group comes twice; and if a
 * column that is full stands right of it. Anywhere else a column of
 * remarks or of second names looks just the same. */
void
dites_list_table_find_merges (DitesListTable *self)
{
  g_autofree guint *filled = count_filled (self);
  gboolean          at_edge = TRUE;
  int               outer = -1;
  int               last_full = -1;
  guint             n_looked_at = 0;
  guint             n_merged = 0;

  self->merges = g_new0 (guint8, self->n_columns);
  self->fills = g_new0 (guint32 *, self->n_columns);

  for (guint column = 0; column < self->n_columns; column++)
    {
      guint    n_empty = self->rows->len - filled[column];
      gboolean may_be_merged = filled[column] > 1 && n_empty > 0 && n_merged < MAX_MERGED && n_looked_at++ < MAX_LOOKED_AT;

      if (n_empty == 0)
        last_full = column;
      if (!may_be_merged || !looks_merged (self, column))
        {
          at_edge = at_edge && numbers_rows (self, column);
          continue;
        }

      at_edge = at_edge && n_empty >= filled[column] && (outer < 0 ? !has_returning_value (self, column) : is_within (self, outer, column));
      self->merges[column] = at_edge ? DITES_LIST_MERGE_SURE : DITES_LIST_MERGE_POSSIBLE;
      outer = at_edge ? (int) column : outer;
      n_merged++;
      fill (self, column);
    }

  for (int column = MAX (last_full, 0); column < (int) self->n_columns; column++)
    if (self->merges[column] == DITES_LIST_MERGE_SURE)
      self->merges[column] = DITES_LIST_MERGE_POSSIBLE;
}
