/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "dites-list-table-private.h"

/* More merged columns than this are not looked for: it bounds the memory. */
#define MAX_MERGED 16

/* What one column looks like. */
typedef struct
{
  guint    n_filled;
  guint    n_empty;
  gboolean begins_filled; /* at the top of each block */
  gboolean repeats;       /* one value twice in a row, which merging would have joined */
  gboolean returns;       /* a value comes again, as a civility does and a group does not */
  gboolean counts;        /* 1, 2, 3 */
} Look;

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

static Look
look_at (DitesListTable *self,
         guint           column)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  Look        look = { 0, 0, TRUE, FALSE, FALSE, TRUE };
  const char *last = "";

  for (guint row = 0; row < self->rows->len; row++)
    {
      const char *cell = dites_list_table_get_cell (self, row, column);

      if (begins_block (self, row))
        {
          last = "";
          look.begins_filled &= *cell != '\0';
        }

      if (*cell == '\0')
        {
          look.n_empty++;
          continue;
        }

      look.n_filled++;
      look.repeats |= strcmp (cell, last) == 0;
      if (!look.repeats)
        look.returns |= !g_hash_table_add (values, (char *) cell);
      look.counts &= g_ascii_isdigit (*cell) && strlen (cell) < 6;
      last = cell;
      /* One that neither could be merged nor counts rows: no use to go on. */
      if (look.repeats && !look.counts)
        break;
    }

  return look;
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
  gboolean at_edge = TRUE;
  int      outer = -1;
  guint    n_merged = 0;
  int      last_full = -1;

  self->merges = g_new0 (guint8, self->n_columns);
  self->fills = g_new0 (guint32 *, self->n_columns);

  for (guint column = 0; column < self->n_columns && n_merged < MAX_MERGED; column++)
    {
      Look     look = look_at (self, column);
      gboolean merged = look.begins_filled && !look.repeats && look.n_empty > 0 && look.n_filled > 1;

      if (look.n_empty == 0 && look.n_filled > 0)
        last_full = column;
      if (!merged)
        {
          at_edge &= look.counts && look.n_filled > 0;
          continue;
        }

      at_edge &= look.n_empty >= look.n_filled && (outer < 0 ? !look.returns : is_within (self, outer, column));
      self->merges[column] = at_edge ? DITES_LIST_MERGE_SURE : DITES_LIST_MERGE_POSSIBLE;
      outer = at_edge ? (int) column : outer;
      n_merged++;
      fill (self, column);
    }

  for (int column = MAX (last_full, 0); column < (int) self->n_columns; column++)
    if (self->merges[column] == DITES_LIST_MERGE_SURE)
      self->merges[column] = DITES_LIST_MERGE_POSSIBLE;
}
