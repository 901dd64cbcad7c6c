/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "dites-error.h"
#include "dites-list-reader.h"
#include "dites-list-table.h"
#include "fuzz.h"
#include "list-known-headers.h"

/* A text of the table: valid, within bounds, without blank space around it. */
static gsize
check_text (const char *text)
{
  const char *trimmed = text;
  gsize       length = strlen (text);

  g_assert_true (g_utf8_validate (text, length, NULL));
  g_assert_cmpuint (g_utf8_strlen (text, length), <=, DITES_LIST_MAX_CELL);
  g_assert_cmpuint (dites_list_trim (&trimmed, length), ==, length);

  return length;
}

static void
check_columns (DitesListTable *table)
{
  g_assert_cmpuint (dites_list_table_get_n_columns (table), <=, DITES_LIST_MAX_COLUMNS);
  for (guint i = 0; i < dites_list_table_get_n_columns (table); i++)
    {
      g_assert_true (g_utf8_validate (dites_list_table_get_header (table, i), -1, NULL));
      g_assert_cmpuint (dites_list_table_get_merge (table, i), <=, DITES_LIST_MERGE_SURE);
    }
  for (const char *const *line = dites_list_table_get_preamble (table); *line != NULL; line++)
    g_assert_true (g_utf8_validate (*line, -1, NULL));
}

/* Returns the bytes of all cells. */
static gsize
check_rows (DitesListTable *table)
{
  guint header_line = dites_list_table_get_header_line (table);
  gsize n_bytes = 0;
  /* Only the answers of a form have another order than that of the file. */
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (header_line, >=, 1);
  for (guint row = 0; row < dites_list_table_get_n_rows (table); row++)
    {
      guint n_cells = dites_list_table_get_n_cells (table, row);

      g_assert_cmpuint (dites_list_table_get_line (table, row), >, header_line);
      g_assert_true (g_hash_table_add (lines, GUINT_TO_POINTER (dites_list_table_get_line (table, row))));

      g_assert_cmpuint (n_cells, <=, dites_list_table_get_n_columns (table));
      for (guint i = 0; i < n_cells; i++)
        {
          const char *above = dites_list_table_get_cell_above (table, row, i);

          n_bytes += check_text (dites_list_table_get_cell (table, row, i)) + 1;
          if (*dites_list_table_get_cell (table, row, i) != '\0')
            g_assert_true (above == dites_list_table_get_cell (table, row, i));
        }
      /* A row has something, or it would be an empty line. */
      g_assert_true (n_cells == 0 || *dites_list_table_get_cell (table, row, n_cells - 1) != '\0');
      if (dites_list_table_get_title (table, row) != NULL)
        check_text (dites_list_table_get_title (table, row));
    }

  return n_bytes;
}

static void
check_problems (DitesListTable *table,
                gsize           size)
{
  gsize n_lines = dites_list_table_get_n_rows (table);

  for (guint i = 0; i < DITES_LIST_N_DROPPED; i++)
    n_lines += dites_list_table_get_n_dropped (table, i);
  g_assert_cmpuint (n_lines, <=, size + 1);

  for (guint i = 0; i < dites_list_table_get_n_problems (table); i++)
    {
      const DitesListProblem *problem = dites_list_table_get_problem (table, i);

      g_assert_cmpuint (problem->line, <=, size + 1);
      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
    }
}

/* Reads any bytes as a list and asserts what is true of every table. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (DitesListTable) table = NULL;
  g_autoptr (GError) error = NULL;
  DitesListOptions options = { NULL, size % 2 == 1, size % 8 == 0 ? NULL : known_headers };

  table = dites_list_table_read (bytes, &options, NULL, &error);
  if (table == NULL)
    {
      g_assert_true (error->domain == DITES_ERROR);
      g_assert_true (*error->message != '\0');
      return 0;
    }

  g_assert_no_error (error);
  check_columns (table);
  /* A byte has at most three in UTF-8, and each cell is ended by one of its own. */
  g_assert_cmpuint (check_rows (table), <=, 4 * size + DITES_LIST_MAX_COLUMNS);
  check_problems (table, size);

  return 0;
}
