/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "list-dump.h"

#include "dites-json.h"
#include "dites-list-table-private.h"

static void
dump_member (GString    *out,
             const char *name,
             const char *value)
{
  g_string_append_printf (out, "  \"%s\": ", name);
  dites_json_append_string (out, value);
  g_string_append (out, ",\n");
}

static void
dump_preamble (GString        *out,
               DitesListTable *table)
{
  const char *const *lines = dites_list_table_get_preamble (table);

  g_string_append (out, "  \"preamble\": [");
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_string_append (out, i == 0 ? "\n    " : ",\n    ");
      dites_json_append_string (out, lines[i]);
    }
  g_string_append (out, "],\n");
}

/* What stands above the name of a column in a header of two lines. */
static const char *
get_group (DitesListTable *table,
           guint           column)
{
  return column < table->header.n_columns ? table->header.groups[column] : "";
}

static void
dump_columns (GString        *out,
              DitesListTable *table)
{
  static const char *const merges[] = { "", "possible", "sure" };

  g_string_append (out, "  \"columns\": [");
  for (guint i = 0; i < dites_list_table_get_n_columns (table); i++)
    {
      g_string_append (out, i == 0 ? "\n    {\"header\": " : ",\n    {\"header\": ");
      dites_json_append_string (out, dites_list_table_get_header (table, i));
      if (*get_group (table, i) != '\0')
        {
          g_string_append (out, ", \"group\": ");
          dites_json_append_string (out, get_group (table, i));
        }
      if (dites_list_table_get_merge (table, i) != DITES_LIST_MERGE_NONE)
        g_string_append_printf (out, ", \"merged\": \"%s\"", merges[dites_list_table_get_merge (table, i)]);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "],\n");
}

static void
dump_row (GString        *out,
          DitesListTable *table,
          guint           row)
{
  g_string_append_printf (out, "    {\"line\": %u, ", dites_list_table_get_line (table, row));
  if (dites_list_table_get_title (table, row) != NULL)
    {
      g_string_append (out, "\"title\": ");
      dites_json_append_string (out, dites_list_table_get_title (table, row));
      g_string_append (out, ", ");
    }
  g_string_append (out, "\"cells\": [");
  for (guint i = 0; i < dites_list_table_get_n_columns (table); i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      dites_json_append_string (out, dites_list_table_get_cell (table, row, i));
    }
  g_string_append (out, "]}");
}

static void
dump_problems (GString        *out,
               DitesListTable *table)
{
  g_string_append (out, "  \"problems\": [");
  for (guint i = 0; i < dites_list_table_get_n_problems (table); i++)
    {
      const DitesListProblem *problem = dites_list_table_get_problem (table, i);

      g_string_append_printf (out, "%s\n    {\"line\": %u, \"message\": ", i == 0 ? "" : ",", problem->line);
      dites_json_append_string (out, problem->message);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "]\n");
}

/* A table as JSON with one row a line: what differences are easy to read in. */
char *
list_dump (DitesListTable *table)
{
  static const char *const reasons[] = { "empty", "header", "footer", "title", "other_list" };
  GString                 *out = g_string_new ("{\n");
  char                     separator[] = { dites_list_table_get_separator (table), '\0' };

  dump_member (out, "encoding", dites_list_table_get_encoding (table));
  dump_member (out, "separator", separator);
  if (dites_list_table_is_doubly_encoded (table))
    g_string_append (out, "  \"doubly_encoded\": true,\n");
  g_string_append_printf (out, "  \"header_line\": %u,\n", dites_list_table_get_header_line (table));
  dump_preamble (out, table);
  dump_columns (out, table);

  g_string_append (out, "  \"rows\": [\n");
  for (guint row = 0; row < dites_list_table_get_n_rows (table); row++)
    {
      if (row > 0)
        g_string_append (out, ",\n");
      dump_row (out, table, row);
    }
  g_string_append (out, "],\n  \"dropped\": {");
  for (guint i = 0; i < DITES_LIST_N_DROPPED; i++)
    g_string_append_printf (out, "%s\"%s\": %u", i == 0 ? "" : ", ", reasons[i], dites_list_table_get_n_dropped (table, i));
  g_string_append (out, "},\n");
  dump_problems (out, table);
  g_string_append (out, "}\n");

  return g_string_free_and_steal (out);
}

/* What is said of a file that is no list, in the same form. */
char *
list_dump_error (const GError *error)
{
  GString *out = g_string_new ("{\n  \"error\": ");

  dites_json_append_string (out, error->message);
  g_string_append (out, "\n}\n");

  return g_string_free_and_steal (out);
}
