/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan-dump.h"

#include <string.h>

/* Of a list that is huge on purpose, the beginning is enough. */
#define MAX_COLUMNS   60
#define MAX_DOCUMENTS 80
#define MAX_TEXT      3000

static void
append_text (GString    *out,
             const char *text)
{
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (text, -1) > MAX_TEXT)
    cut = g_utf8_substring (text, 0, MAX_TEXT);
  dites_json_append_string (out, cut != NULL ? cut : text);
}

static void
dump_columns (GString          *out,
              DitesListMapping *mapping)
{
  static const char *const uses[] = { "empty", "field", "extra", "sensitive", "ignored" };
  guint                    n_columns = dites_list_mapping_get_n_columns (mapping);

  g_string_append_printf (out, "{\n  \"kind\": \"%s\",\n  \"columns\": [", dites_list_mapping_get_kind (mapping)->name);
  for (guint i = 0; i < MIN (n_columns, MAX_COLUMNS); i++)
    {
      g_string_append (out, i == 0 ? "\n    {\"header\": " : ",\n    {\"header\": ");
      append_text (out, dites_list_mapping_get_header (mapping, i));
      if (dites_list_mapping_get_use (mapping, i) == DITES_COLUMN_FIELD)
        g_string_append_printf (out, ", \"field\": \"%s.%s\"}", dites_list_mapping_get_field_kind (mapping, i)->name,
                                dites_list_mapping_get_field (mapping, i)->name);
      else
        g_string_append_printf (out, ", \"use\": \"%s\"}", uses[dites_list_mapping_get_use (mapping, i)]);
    }
  g_string_append (out, "],\n");
}

static void
dump_rows (GString   *out,
           DitesPlan *plan)
{
  static const char *const states[] = { "new", "changed", "same", "merged", "doubtful", "refused", "skipped" };
  DitesPlanCounts          counts = dites_plan_get_counts (plan);

  g_string_append_printf (out,
                          "  \"counts\": {\"read\": %u, \"new\": %u, \"changed\": %u, \"same\": %u, \"doubtful\": %u, "
                          "\"refused\": %u},\n  \"rows\": [",
                          counts.read, counts.added, counts.changed, counts.same, counts.doubtful, counts.refused);
  for (guint i = 0; i < MIN (counts.read, MAX_DOCUMENTS); i++)
    {
      g_autoptr (DitesPlanRow) row = dites_plan_get_row (plan, i);
      g_autofree char *title = dites_plan_row_dup_title (row);

      g_string_append_printf (out, "%s\n    {\"line\": %u, \"state\": \"%s\", \"title\": ", i == 0 ? "" : ",",
                              dites_plan_row_get_line (row), states[dites_plan_row_get_state (row)]);
      append_text (out, title);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "],\n");
}

static void
dump_problems (GString   *out,
               DitesPlan *plan)
{
  static const char *const severities[] = { "notice", "warning", "blocks", "error" };
  guint                    n_problems = dites_plan_get_n_problems (plan);

  g_string_append (out, "  \"problems\": [");
  for (guint i = 0; i < MIN (n_problems, MAX_DOCUMENTS); i++)
    {
      DitesPlanProblem problem = dites_plan_get_problem (plan, i);

      g_string_append_printf (out, "%s\n    {\"line\": %u, ", i == 0 ? "" : ",", problem.line);
      if (problem.column != NULL)
        {
          g_string_append (out, "\"column\": ");
          append_text (out, problem.column);
          g_string_append (out, ", ");
        }
      g_string_append_printf (out, "\"severity\": \"%s\", \"message\": ", severities[problem.severity]);
      append_text (out, problem.message);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "],\n");
}

static void
dump_documents (GString   *out,
                DitesPlan *plan)
{
  g_autoptr (DitesChangeSet) changes = dites_plan_get_changes (plan);
  guint n = dites_change_set_get_n (changes);

  g_string_append (out, "  \"documents\": [");
  for (guint i = 0; i < MIN (n, MAX_DOCUMENTS); i++)
    {
      const char *text = dites_document_get_text (dites_change_set_get_change (changes, i)->document, NULL);

      g_string_append (out, i == 0 ? "\n    " : ",\n    ");
      if (strlen (text) <= MAX_TEXT)
        g_string_append (out, text);
      else
        append_text (out, text);
    }
  g_string_append (out, "]\n}\n");
}

/* A plan as JSON, one thing a line. Ids are derived from what identifies a document, so they are the same each time. */
char *
plan_dump (DitesPlan *plan)
{
  GString *out = g_string_new (NULL);

  dump_columns (out, dites_plan_get_mapping (plan));
  dump_rows (out, plan);
  dump_problems (out, plan);
  dump_documents (out, plan);

  return g_string_free_and_steal (out);
}
