/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "dites-export-csv.h"
#include "plan-known.h"

/*
 * What leaves as a table for a spreadsheet comes back as it was: for every kind,
 * documents with a value in each of their fields are exported, and the importer
 * finds that nothing changes. It is so in each language.
 */

/* What the documents of a kind are called in references: “site:1” is the first site. */
static char *
make_reference (const char *kind,
                guint       n)
{
  return g_strdup_printf ("%s:%u", kind, n);
}

/* With the last digit that makes it a number of the register. */
static char *
make_rpps (guint n)
{
  char *number = g_strdup_printf ("810000000%u0", n);

  while (!dites_rpps_is_valid (number))
    number[11 - 1]++;

  return number;
}

static char *
make_text (const DitesField *field,
           guint             n)
{
  switch ((int) field->type)
    {
    case DITES_FIELD_NAME:
      return g_strdup (n == 1 ? "FICTIF" : "D’ESSAI-BIDON");
    case DITES_FIELD_LINES:
      return g_strdup_printf ("Une ligne « %u » ; \\\"deux\\\"\\nÀ suivre, à 50 %%", n);
    case DITES_FIELD_EMAIL:
      return g_strdup_printf ("%s.%u@exemple.invalid", field->name, n);
    case DITES_FIELD_PHONE:
      return g_strdup_printf ("+3363998%04u", n);
    case DITES_FIELD_RPPS:
      return make_rpps (n);
    case DITES_FIELD_DATE:
      return g_strdup_printf ("2026-0%u-0%u", n + 2, n);
    case DITES_FIELD_CHOICE:
      return g_strdup (field->choices[n - 1].id != NULL ? field->choices[n - 1].id : field->choices[0].id);
    case DITES_FIELD_COMMUNE:
      return g_strdup (n == 1 ? "32013" : "32107");
    case DITES_FIELD_REFERENCE:
      return make_reference (field->target, n);
    default:
      return g_strdup_printf ("%s n° %u", field->name, n);
    }
}

static void
append_value (GString          *out,
              const DitesField *field,
              guint             n);

static void
append_members (GString          *out,
                const DitesField *fields,
                guint             n)
{
  gboolean first = out->str[out->len - 1] == '{';

  for (const DitesField *field = fields; field->name != NULL; field++)
    {
      if (field->flags & DITES_FIELD_LIST_ONLY || field->type == DITES_FIELD_PHOTOS)
        continue;
      g_string_append_printf (out, "%s\"%s\":", first ? "" : ",", field->name);
      first = FALSE;
      append_value (out, field, n);
    }
}

static void
append_value (GString          *out,
              const DitesField *field,
              guint             n)
{
  gint64 lowest = MAX (field->minimum, 1);
  gint64 highest = field->maximum > field->minimum ? field->maximum : 1000;

  if (field->type == DITES_FIELD_ITEMS)
    {
      g_string_append (out, "[{");
      append_members (out, field->items, n);
      g_string_append (out, "}]");
      return;
    }
  if (field->flags & DITES_FIELD_MULTIPLE)
    {
      DitesField single = *field;

      single.flags &= ~DITES_FIELD_MULTIPLE;
      g_string_append_c (out, '[');
      append_value (out, &single, n);
      if (n == 2)
        {
          g_string_append_c (out, ',');
          append_value (out, &single, 1);
        }
      g_string_append_c (out, ']');
      return;
    }

  if (field->type == DITES_FIELD_FLAG)
    g_string_append (out, n == 1 ? "true" : "false");
  else if (field->type == DITES_FIELD_MONEY || field->type == DITES_FIELD_AREA ||
           field->type == DITES_FIELD_DEGREES || field->type == DITES_FIELD_NUMBER)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, MIN (lowest + 4 * n, highest));
  else
    {
      g_autofree char *text = make_text (field, n);

      g_string_append_printf (out, "\"%s\"", text);
    }
}

static PlanKnown *
make_store (void)
{
  PlanKnown              *store = plan_known_new ();
  guint                   n_kinds;
  const DitesKind *const *kinds = dites_kind_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      for (guint n = 1; n <= 2; n++)
        {
          g_autoptr (GString) json = g_string_new (NULL);

          g_string_append_printf (json, "{\"_id\":\"%s:%u\",\"kind\":\"%s\",\"schema\":1", kinds[i]->name, n, kinds[i]->name);
          append_members (json, kinds[i]->fields, n);
          g_string_append_c (json, '}');
          plan_known_add (store, json->str);
        }
    }

  return store;
}

static char *export (PlanKnown       *store,
                     const DitesKind *kind)
{
  g_autoptr (GPtrArray) documents = plan_known_list (store, kind->name);
  GString *csv = g_string_new (NULL);

  dites_csv_append_header (csv, kind);
  for (guint i = 0; i < documents->len; i++)
    dites_csv_append_document (csv, kind, g_ptr_array_index (documents, i), store->known.title_of, store);

  return g_string_free_and_steal (csv);
}

static void
explain (DitesPlan *plan,
         PlanKnown *store)
{
  for (guint i = 0; i < dites_plan_get_n_problems (plan); i++)
    {
      DitesPlanProblem problem = dites_plan_get_problem (plan, i);

      g_test_message ("%u %s “%s”: %s", problem.line, problem.column, problem.value, problem.message);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (plan)); i++)
    {
      g_autoptr (DitesPlanRow) row = dites_plan_get_row (plan, i);
      g_autoptr (GPtrArray) changes = dites_plan_row_get_changes (row, store->known.title_of, store);

      g_test_message ("row %u: state %d", i, dites_plan_row_get_state (row));
      for (guint j = 0; j < changes->len; j++)
        {
          const DitesFieldChange *change = g_ptr_array_index (changes, j);

          g_test_message ("  %s: %s -> %s", change->label, change->old_text, change->new_text);
        }
    }
}

static void
test_kind (gconstpointer data)
{
  const DitesKind *kind = data;
  g_autoptr (PlanKnown) store = make_store ();
  g_autofree char *csv = export (store, kind);
  g_autoptr (DitesListTable) table = plan_table (csv);
  g_autoptr (DitesListMapping) mapping = dites_list_mapping_guess (table, kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesPlan) plan = dites_plan_make (table, mapping, NULL, &store->known, NULL, &error);
  DitesPlanCounts counts;

  g_assert_no_error (error);
  plan_known_check (store, plan);
  counts = dites_plan_get_counts (plan);
  if (counts.same != 2)
    {
      g_test_message ("%s", csv);
      explain (plan, store);
    }
  g_assert_cmpuint (counts.read, ==, 2);
  g_assert_cmpuint (counts.same, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  guint                   n_kinds;
  const DitesKind *const *kinds;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("DITES_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  /* In French the labels are other ones. */
  g_assert_true ((strcmp (_("Intern"), "Intern") != 0) == g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "fr"));
  kinds = dites_kind_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *path = g_strconcat ("/csv/round-trip/", kinds[i]->name, NULL);

      if (!kinds[i]->single)
        g_test_add_data_func (path, kinds[i], test_kind);
    }

  return g_test_run ();
}
