/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "plan-known.h"

/*
 * Bytes to a table, to a mapping, to a plan, against a store that knows a few
 * people and sites. The last byte says what a person does with the plan.
 * Whatever the list: the counts are what then happens, every document is JSON
 * that refers to what is there, and the same list again changes nothing.
 */

/* What a list of this size may become, and the rows after which one is like the other. */
#define MAX_SIZE (64 * 1024)
#define MAX_ROWS 200

static PlanKnown *
make_store (void)
{
  static const char *const documents[] = {
    "{\"_id\":\"intern:1\",\"kind\":\"intern\",\"schema\":1,\"family_name\":\"FICTIF\",\"first_name\":\"Camille\","
    "\"birth_date\":\"1999-01-02\",\"emails\":[\"camille.fictif@exemple.invalid\"],\"phones\":[\"+33639980001\"]}",
    "{\"_id\":\"intern:2\",\"kind\":\"intern\",\"schema\":1,\"family_name\":\"FICTIF\",\"first_name\":\"Camille\"}",
    "{\"_id\":\"intern:3\",\"kind\":\"intern\",\"schema\":1,\"family_name\":\"D'ESSAI\",\"usual_name\":\"BIDON\","
    "\"first_name\":\"Anne-Laure\",\"rpps\":\"81000000000\",\"extra\":{\"N° POSTE\":\"1\"}}",
    "{\"_id\":\"site:1\",\"kind\":\"site\",\"schema\":1,\"name\":\"Cabinet du Dr ESSAI\",\"supervisor\":\"Dr ESSAI\","
    "\"commune\":\"32119\",\"type\":\"cabinet_msu\"}",
    "{\"_id\":\"semester:1\",\"kind\":\"semester\",\"schema\":1,\"season\":\"winter\",\"year\":2025}",
    "{\"_id\":\"placement:1\",\"kind\":\"placement\",\"schema\":1,\"intern\":\"intern:1\",\"semester\":\"semester:1\","
    "\"sites\":[\"site:1\"],\"stage_type\":\"praticien_n1\"}",
  };
  PlanKnown *store = plan_known_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    plan_known_add (store, documents[i]);

  return store;
}

static DitesListTable *
read_table (const guint8 *data,
            gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  DitesListOptions options = { NULL, FALSE, dites_list_count_headers };

  return dites_list_table_read (bytes, &options, NULL, NULL);
}

/* Whether the plan waits for somebody: then the same list again may say more. */
static gboolean
is_settled (DitesPlan *plan)
{
  DitesPlanCounts counts = dites_plan_get_counts (plan);

  return counts.doubtful == 0 && counts.refused == 0 && counts.skipped == 0;
}

static DitesPlan *
make_plan (PlanKnown        *store,
           DitesListTable   *table,
           DitesListMapping *mapping,
           gboolean          semester)
{
  DitesPlanOptions options = { .semester = semester ? "H25" : NULL };
  g_autoptr (GError) error = NULL;
  DitesPlan *plan = dites_plan_make (table, mapping, &options, &store->known, NULL, &error);

  g_assert_no_error (error);
  plan_known_check (store, plan);

  return plan;
}

/* What a person does, decided by one byte: leaves rows out, decides on others. */
static void
act (PlanKnown *store,
     DitesPlan *plan,
     guint      how)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (plan));

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (DitesPlanRow) row = dites_plan_get_row (plan, i);
      g_autoptr (GPtrArray) changes = dites_plan_row_get_changes (row, NULL, NULL);
      g_autoptr (GPtrArray) problems = dites_plan_row_get_problems (row);
      g_autoptr (GPtrArray) candidates = dites_plan_row_get_candidates (row);
      g_autofree char *title = dites_plan_row_dup_title (row);

      g_assert_true (g_utf8_validate (title, -1, NULL));
      if (((how + i) & 7) == 0)
        dites_plan_row_set_excluded (row, TRUE);
      else if (candidates->len > 0 && (how + i) & 1)
        dites_plan_row_decide (row, dites_document_get_id (g_ptr_array_index (candidates, how % candidates->len)));
      else
        dites_plan_row_decide (row, DITES_PLAN_NEW);
    }

  plan_known_check (store, plan);
}

/* A mapping survives being written down. */
static void
check_mapping (DitesListTable   *table,
               DitesListMapping *mapping)
{
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  g_autoptr (DitesListMapping) other = dites_list_mapping_guess (table, dites_list_mapping_get_kind (mapping));
  g_autoptr (GError) error = NULL;

  if (dites_list_mapping_get_n_columns (mapping) > 0)
    dites_list_mapping_set_field (mapping, 0, "family_name", NULL);
  json = dites_list_mapping_to_json (mapping);
  g_assert_true (dites_list_mapping_apply_json (other, json, &error));
  g_assert_no_error (error);
  again = dites_list_mapping_to_json (other);
  g_assert_cmpstr (json, ==, again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (DitesListTable) table = NULL;
  g_autoptr (DitesListMapping) mapping = NULL;
  g_autoptr (PlanKnown) store = NULL;
  g_autoptr (DitesPlan) plan = NULL;
  g_autoptr (DitesChangeSet) changes = NULL;
  guint how;

  if (size < 2 || size > MAX_SIZE)
    return 0;

  how = data[size - 1];
  table = read_table (data, size);
  if (table == NULL || dites_list_table_get_n_rows (table) > MAX_ROWS)
    return 0;

  store = make_store ();
  mapping = dites_list_mapping_guess (table, how & 8 ? NULL : dites_kind_get ("intern"));
  if (how & 2)
    check_mapping (table, mapping);
  plan = make_plan (store, table, mapping, how & 1);
  if (how & 4)
    act (store, plan, how);

  changes = dites_plan_get_changes (plan);
  plan_known_apply (store, changes);
  if (is_settled (plan))
    {
      g_autoptr (DitesPlan) again = make_plan (store, table, mapping, how & 1);
      DitesPlanCounts counts = dites_plan_get_counts (again);

      g_assert_cmpuint (counts.added, ==, 0);
      g_assert_cmpuint (counts.changed, ==, 0);
    }

  return 0;
}
