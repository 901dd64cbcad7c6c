/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-import-order.h"
#include "dites-import-summary.h"
#include "dites-plan-filter.h"
#include "test-lists.h"

/* What the window shows of a plan: the rows of a state, what is said, and the order of several. */

static guint
count_shown (DitesPlanFilter *filter,
             DitesPlanShow    show)
{
  dites_plan_filter_set_show (filter, show);

  return g_list_model_get_n_items (G_LIST_MODEL (filter));
}

static void
test_filter (Desk         *desk,
             gconstpointer data)
{
  g_autoptr (DitesPlanFilter) filter = dites_plan_filter_new ();
  g_autoptr (DitesPlanRow) row = NULL;
  g_autoptr (DitesImport) import = NULL;

  g_assert_cmpuint (count_shown (filter, DITES_PLAN_SHOW_ALL), ==, 0);
  g_assert_cmpuint (desk_load (desk, "intern", desk_known), ==, 0);
  import = desk_new_import (desk, "liste.csv", desk_doubtful);
  dites_plan_filter_set_plan (filter, desk_plan (import));

  g_assert_cmpuint (count_shown (filter, DITES_PLAN_SHOW_ALL), ==, 3);
  g_assert_cmpuint (count_shown (filter, DITES_PLAN_SHOW_NEW), ==, 1);
  g_assert_cmpuint (count_shown (filter, DITES_PLAN_SHOW_CHANGED), ==, 0);
  g_assert_cmpuint (count_shown (filter, DITES_PLAN_SHOW_SAME), ==, 0);
  g_assert_cmpuint (count_shown (filter, DITES_PLAN_SHOW_REFUSED), ==, 1);
  g_assert_cmpuint (count_shown (filter, DITES_PLAN_SHOW_SKIPPED), ==, 0);
  g_assert_cmpuint (count_shown (filter, DITES_PLAN_SHOW_REMARKS), ==, dites_plan_filter_count (filter, DITES_PLAN_SHOW_REMARKS));
  g_assert_false (dites_plan_filter_is_offered (filter, DITES_PLAN_SHOW_CHANGED));
  g_assert_cmpuint (count_shown (filter, DITES_PLAN_SHOW_QUESTIONS), ==, 1);

  /* A row that was decided on stays where it is, and can be found again; only the counts follow. */
  row = g_list_model_get_item (G_LIST_MODEL (filter), 0);
  g_assert_true (dites_plan_row_decide (row, DITES_PLAN_NEW));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (filter)), ==, 1);
  g_assert_cmpuint (dites_plan_filter_count (filter, DITES_PLAN_SHOW_QUESTIONS), ==, 0);
  g_assert_cmpuint (dites_plan_filter_count (filter, DITES_PLAN_SHOW_NEW), ==, 2);
  g_assert_true (dites_plan_filter_is_offered (filter, DITES_PLAN_SHOW_QUESTIONS));
  g_assert_cmpuint (count_shown (filter, DITES_PLAN_SHOW_QUESTIONS), ==, 1);

  dites_plan_filter_set_show (filter, DITES_PLAN_SHOW_REFUSED);
  dites_plan_filter_set_plan (filter, NULL);
  g_assert_cmpint (dites_plan_filter_get_show (filter), ==, DITES_PLAN_SHOW_ALL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (filter)), ==, 0);
}

static void
count_changed_cb (guint *n)
{
  (*n)++;
}

static void
test_summary (Desk         *desk,
              gconstpointer data)
{
  g_autoptr (DitesImport) import = NULL;
  g_autoptr (DitesPlanRow) first = NULL;
  g_autoptr (DitesPlanRow) second = NULL;
  g_autofree char *waiting = NULL;
  g_autofree char *decided = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *result = NULL;
  DitesPlan       *plan;
  guint            n_changed = 0;

  g_assert_cmpuint (desk_load (desk, "intern", desk_known), ==, 0);
  import = desk_new_import (desk, "liste.csv", desk_doubtful);
  plan = desk_plan (import);
  g_signal_connect_swapped (plan, "changed", G_CALLBACK (count_changed_cb), &n_changed);
  first = dites_plan_get_row (plan, 0);
  second = dites_plan_get_row (plan, 1);

  waiting = dites_import_summary_intent (plan);
  g_assert_cmpstr (waiting, ==, "To be written: 1 new intern. 1 row waits for a decision. 1 row cannot be read.");
  result = dites_import_summary_result (plan);
  g_assert_cmpstr (result, ==, "Import of 1 intern");

  g_assert_true (dites_plan_row_decide (first, DITES_PLAN_NEW));
  g_assert_cmpuint (n_changed, ==, 1);
  decided = dites_import_summary_intent (plan);
  g_assert_cmpstr (decided, ==, "To be written: 2 new interns. 1 row cannot be read.");

  dites_plan_row_set_excluded (first, TRUE);
  dites_plan_row_set_excluded (second, TRUE);
  g_assert_cmpuint (n_changed, ==, 3);
  nothing = dites_import_summary_intent (plan);
  g_assert_cmpstr (nothing, ==, "Nothing to write for now. 1 row cannot be read. 2 rows are left out.");
}

/* What is said is what is then written, whatever the kind. */
static void
test_summary_kinds (Desk         *desk,
                    gconstpointer data)
{
  g_autoptr (DitesImport) import =
    desk_new_import (desk, "liste.csv",
                     "Semestre d'hiver 2025-2026;;\r\n"
                     "NOM;PRENOM;TERRAIN DE STAGE\r\n"
                     "FICTIF;CAMILLE;CH AUCH / URGENCES\r\n"
                     "BIDON;ALIX;CH AUCH / URGENCES\r\n");
  g_autofree char *intent = dites_import_summary_intent (desk_plan (import));
  g_autofree char *result = dites_import_summary_result (dites_import_get_plan (import));
  g_autofree char *again = NULL;

  g_assert_cmpstr (intent, ==, "To be written: 2 new interns, 2 new placements, 1 new stage site and 1 new semester.");
  g_assert_cmpstr (result, ==, "Import of 2 interns, with 2 new placements, 1 new stage site and 1 new semester");
  g_assert_true (desk_write (import, NULL));
  g_assert_cmpstr (dites_store_get_undo_name (desk->store), ==, "Import of 2 interns");

  again = dites_import_summary_intent (desk_plan (import));
  g_assert_cmpstr (again, ==, "Nothing to write: all of this list is known already.");
}

static void
test_order (Desk         *desk,
            gconstpointer data)
{
  static const char *const names[] = { "rien.csv", "liste.csv", "H26.csv", "E26.csv", "H25.csv", "aussi H25.csv" };
  static const char *const sorted[] = { "H25.csv", "aussi H25.csv", "E26.csv", "H26.csv", "liste.csv", "rien.csv" };
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_ptr_array_add (imports, desk_new_import (desk, names[i], "NOM;PRENOM\nFICTIF;CAMILLE\n"));
      if (i > 0)
        desk_plan (imports->pdata[i]);
    }
  dites_import_order (imports);
  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    g_assert_cmpstr (dites_import_get_name (imports->pdata[i]), ==, sorted[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/plan-filter/filter", Desk, NULL, desk_set_up, test_filter, desk_tear_down);
  g_test_add ("/plan-filter/summary", Desk, NULL, desk_set_up, test_summary, desk_tear_down);
  g_test_add ("/plan-filter/summary-kinds", Desk, NULL, desk_set_up, test_summary_kinds, desk_tear_down);
  g_test_add ("/plan-filter/order", Desk, NULL, desk_set_up, test_order, desk_tear_down);

  return g_test_run ();
}
