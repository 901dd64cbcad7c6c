/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-table-private.h"

#include <glib/gi18n.h>

/* A list that is nothing but problems is not made better by naming them all. */
#define MAX_PROBLEMS 500

static void
problem_clear (gpointer data)
{
  DitesListProblem *problem = data;

  g_free (problem->message);
}

DitesListTable *
dites_list_table_new (void)
{
  DitesListTable *self = g_new0 (DitesListTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->rows = g_array_new (FALSE, FALSE, sizeof (DitesListRow));
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->titles = g_ptr_array_new ();
  g_ptr_array_add (self->titles, NULL);
  self->problems = g_array_new (FALSE, FALSE, sizeof (DitesListProblem));
  g_array_set_clear_func (self->problems, problem_clear);

  return self;
}

/* Remembers a problem, up to a number. */
void
dites_list_table_add_problem (DitesListTable *self,
                              guint           line,
                              const char     *format,
                              ...)
{
  DitesListProblem problem = { line, NULL };
  va_list          args;

  if (self->problems->len > MAX_PROBLEMS)
    return;
  if (self->problems->len == MAX_PROBLEMS)
    {
      problem.line = 0;
      problem.message = g_strdup (_("There are more problems of this kind"));
      g_array_append_val (self->problems, problem);
      return;
    }

  va_start (args, format);
  problem.message = g_strdup_vprintf (format, args);
  va_end (args);
  g_array_append_val (self->problems, problem);
}

/**
 * dites_list_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): the same table
 */
DitesListTable *
dites_list_table_ref (DitesListTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * dites_list_table_unref:
 * @self: (transfer full): a table
 */
void
dites_list_table_unref (DitesListTable *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  dites_list_text_clear (&self->text);
  dites_list_header_clear (&self->header);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_ptr_array_unref (self->titles);
  g_array_unref (self->problems);
  for (guint i = 0; self->fills != NULL && i < self->n_columns; i++)
    g_free (self->fills[i]);
  g_free (self->fills);
  g_free (self->merges);
  g_free (self);
}

/**
 * dites_list_table_get_encoding:
 * @self: a table
 *
 * Returns: what the file's bytes were, such as "windows-1252"
 */
const char *
dites_list_table_get_encoding (DitesListTable *self)
{
  return self->text.encoding;
}

/**
 * dites_list_table_is_doubly_encoded:
 * @self: a table
 *
 * Returns: whether it holds text such as “Ã©”, which #DitesListOptions.repair would repair
 */
gboolean
dites_list_table_is_doubly_encoded (DitesListTable *self)
{
  return self->text.doubly_encoded;
}

/**
 * dites_list_table_get_n_repaired:
 * @self: a table
 *
 * Returns: how many characters were repaired
 */
guint
dites_list_table_get_n_repaired (DitesListTable *self)
{
  return self->text.n_repaired;
}

/**
 * dites_list_table_get_separator:
 * @self: a table
 *
 * Returns: what stands between its cells
 */
char
dites_list_table_get_separator (DitesListTable *self)
{
  return self->separator;
}

/**
 * dites_list_table_get_header_line:
 * @self: a table
 *
 * Returns: the physical line of the header, from 1; the one with the names if it has two
 */
guint
dites_list_table_get_header_line (DitesListTable *self)
{
  return self->header.line;
}

/**
 * dites_list_table_get_preamble:
 * @self: a table
 *
 * Returns: the lines above the header that are not empty, each as one text
 */
const char *const *
dites_list_table_get_preamble (DitesListTable *self)
{
  return (const char *const *) self->header.preamble;
}

/**
 * dites_list_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns there are, with those that have values but no name
 */
guint
dites_list_table_get_n_columns (DitesListTable *self)
{
  return self->n_columns;
}

/**
 * dites_list_table_get_header:
 * @self: a table
 * @column: a column
 *
 * Returns: its name on one line; empty if it has none. In a header of two lines
 *   it is the lower one, or the upper where the lower is empty, or both as
 *   “Upper / Lower” where columns would have the same name.
 */
const char *
dites_list_table_get_header (DitesListTable *self,
                             guint           column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return column < self->header.n_columns ? self->header.names[column] : "";
}

/**
 * dites_list_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows there are
 */
guint
dites_list_table_get_n_rows (DitesListTable *self)
{
  return self->rows->len;
}

static const DitesListRow *
get_row (DitesListTable *self,
         guint           row)
{
  return &g_array_index (self->rows, DitesListRow, row);
}

/**
 * dites_list_table_get_line:
 * @self: a table
 * @row: a row
 *
 * Returns: the physical line that the row begins on, from 1
 */
guint
dites_list_table_get_line (DitesListTable *self,
                           guint           row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return get_row (self, row)->line;
}

/**
 * dites_list_table_get_cell:
 * @self: a table
 * @row: a row
 * @column: a column
 *
 * Returns: what stands there, without blank space around it; possibly empty
 */
const char *
dites_list_table_get_cell (DitesListTable *self,
                           guint           row,
                           guint           column)
{
  const DitesListRow *r = NULL;
  guint32             offset = 0;

  g_return_val_if_fail (row < self->rows->len, NULL);

  r = get_row (self, row);
  if (column >= r->n_cells)
    return "";

  offset = g_array_index (self->cells, guint32, r->first + column);
  return offset == 0 ? "" : self->text.data + offset;
}

/**
 * dites_list_table_get_n_cells:
 * @self: a table
 * @row: a row
 *
 * Returns: how many cells the row has without the empty ones at its end, at
 *   most the number of columns
 */
guint
dites_list_table_get_n_cells (DitesListTable *self,
                              guint           row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return get_row (self, row)->n_cells;
}

/**
 * dites_list_table_get_cell_above:
 * @self: a table
 * @row: a row
 * @column: a column
 *
 * Gives the cell; if it is empty and the column looks merged, the nearest one
 * above that is not, up to where an empty line, a title or a header separates
 * the rows. dites_list_table_get_merge() says how sure that is.
 *
 * Returns: what stands there, or above; possibly empty
 */
const char *
dites_list_table_get_cell_above (DitesListTable *self,
                                 guint           row,
                                 guint           column)
{
  guint32 offset = 0;

  g_return_val_if_fail (row < self->rows->len, NULL);

  if (column >= self->n_columns || self->fills[column] == NULL)
    return dites_list_table_get_cell (self, row, column);

  offset = self->fills[column][row];
  return offset == 0 ? "" : self->text.data + offset;
}

/**
 * dites_list_table_get_merge:
 * @self: a table
 * @column: a column
 *
 * Returns: whether the cells of the column were merged downwards
 */
DitesListMerge
dites_list_table_get_merge (DitesListTable *self,
                            guint           column)
{
  g_return_val_if_fail (column < self->n_columns, DITES_LIST_MERGE_NONE);

  return self->merges[column];
}

/**
 * dites_list_table_get_title:
 * @self: a table
 * @row: a row
 *
 * Returns: (nullable): the title that stands on a line of its own above the row,
 *   such as the name of a hospital
 */
const char *
dites_list_table_get_title (DitesListTable *self,
                            guint           row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return g_ptr_array_index (self->titles, get_row (self, row)->title);
}

/**
 * dites_list_table_get_n_dropped:
 * @self: a table
 * @reason: a reason
 *
 * Returns: how many lines below the header are no rows for that reason
 */
guint
dites_list_table_get_n_dropped (DitesListTable  *self,
                                DitesListDropped reason)
{
  g_return_val_if_fail (reason < DITES_LIST_N_DROPPED, 0);

  return self->n_dropped[reason];
}

/**
 * dites_list_table_get_n_problems:
 * @self: a table
 *
 * Returns: how many problems the reading met
 */
guint
dites_list_table_get_n_problems (DitesListTable *self)
{
  return self->problems->len;
}

/**
 * dites_list_table_get_problem:
 * @self: a table
 * @position: which, from 0
 *
 * Returns: the problem; it belongs to the table
 */
const DitesListProblem *
dites_list_table_get_problem (DitesListTable *self,
                              guint           position)
{
  g_return_val_if_fail (position < self->problems->len, NULL);

  return &g_array_index (self->problems, DitesListProblem, position);
}
