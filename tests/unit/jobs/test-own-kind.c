/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-export-csv.h"
#include "dites-query.h"
#include "test-lists.h"

/*
 * A kind that nothing else knows of: its table in this file, and it is listed,
 * searched, filtered, checked, imported and exported as the kinds of the
 * application are.
 */

static const DitesChoice states[] = {
  { "moored", "Moored", "a quai" },
  { "sold", "Sold", "vendu|vendue" },
  { NULL },
};

static const DitesField berth_fields[] = {
  { .name = "id", .label = "Id", .type = DITES_FIELD_TEXT },
  { .name = "name", .label = "Name", .type = DITES_FIELD_TEXT },
  { .name = "beds", .label = "Beds", .type = DITES_FIELD_NUMBER, .minimum = 1, .maximum = 4 },
  { NULL },
};

static const DitesField boat_fields[] = {
  {
    .name = "name",
    .label = "Name of the Boat",
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SEARCHED | DITES_FIELD_SORTED,
    .group = "Boat",
    .headers = "bateau|nom du bateau",
  },
  {
    .name = "phones",
    .label = "Phone of the Captain",
    .type = DITES_FIELD_PHONE,
    .flags = DITES_FIELD_MULTIPLE | DITES_FIELD_SEARCHED | DITES_FIELD_PERSONAL,
    .group = "Boat",
    .headers = "capitaine",
  },
  { .name = "commune", .label = "Home Port", .type = DITES_FIELD_COMMUNE, .group = "Boat", .headers = "port" },
  { .name = "length", .label = "Length", .type = DITES_FIELD_NUMBER, .flags = DITES_FIELD_SORTED, .group = "Boat", .headers = "longueur", .minimum = 1, .maximum = 40 },
  { .name = "rent_cents", .label = "Rent of the Boat", .type = DITES_FIELD_MONEY, .group = "Boat", .headers = "loyer du bateau" },
  { .name = "launched", .label = "Launched On", .type = DITES_FIELD_DATE, .group = "Boat", .headers = "mise a l eau" },
  { .name = "state", .label = "Mooring", .type = DITES_FIELD_CHOICE, .flags = DITES_FIELD_FILTERED, .group = "Boat", .headers = "amarrage", .choices = states },
  { .name = "berths", .label = "Berths", .type = DITES_FIELD_ITEMS, .group = "Boat", .items = berth_fields },
  { NULL },
};

static char *
boat_title (DitesDocument *document,
            DitesTitleFunc title_of,
            gpointer       user_data)
{
  char *name = dites_document_dup_string (document, "name");

  return name != NULL ? name : g_strdup ("Boat");
}

static guint
boat_identify (DitesDocument *document,
               GPtrArray     *keys)
{
  g_autofree char *name = dites_document_dup_string (document, "name");

  if (name == NULL)
    return 0;
  g_ptr_array_add (keys, g_strconcat ("boat:", name, NULL));

  return keys->len;
}

static void
boat_check (DitesDocument *document,
            GPtrArray     *problems)
{
  g_autofree char *state = dites_document_dup_string (document, "state");

  if (g_strcmp0 (state, "sold") == 0 && dites_document_get (document, "rent_cents", NULL))
    dites_problem_add (problems, "rent_cents", DITES_SEVERITY_ERROR, "A boat that is sold has no rent");
}

static const DitesKind boat = {
  .name = "test_boat",
  .label = "Boat",
  .plural = "Boats",
  .icon_name = "view-list-symbolic",
  .axis = DITES_AXIS_HOMES,
  .fields = boat_fields,
  .title = boat_title,
  .identify = boat_identify,
  .check = boat_check,
};

static const char list[] =
  "Bateau;Capitaine;Port;Longueur;Loyer du bateau;Mise à l'eau;Amarrage;Remarque\r\n"
  "La Fictive;06 39 98 00 01;Auch;12;450,50;2/11/2025;à quai;bleue\r\n"
  "Éole;06 39 98 00 02;Condom;80;300;;vendu;\r\n";

static void
import (Desk *desk)
{
  g_autoptr (DitesImport) import = desk_new_import (desk, "bateaux.csv", list);
  g_autoptr (GError) error = NULL;

  desk_plan (import);
  g_assert_true (desk_write (import, &error));
  g_assert_no_error (error);
}

/* A list with its headers is recognised as one, and its cells are read by the types of the fields. */
static void
test_import (Desk         *desk,
             gconstpointer data)
{
  g_autoptr (DitesImport) first = desk_new_import (desk, "bateaux.csv", list);
  g_autoptr (DitesImport) again = desk_new_import (desk, "bateaux.csv", list);
  g_autoptr (DitesReader) reader = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  DitesPlan       *plan = desk_plan (first);
  DitesPlanProblem problem;
  DitesJson        extra;

  g_assert_true (dites_list_mapping_get_kind (dites_import_get_mapping (first)) == &boat);
  g_assert_cmpuint (dites_plan_get_counts (plan).added, ==, 2);
  g_assert_cmpuint (dites_plan_get_n_problems (plan), ==, 2);
  problem = dites_plan_get_problem (plan, 0);
  g_assert_cmpuint (problem.line, ==, 3);
  g_assert_cmpstr (problem.column, ==, "Longueur");
  g_assert_cmpstr (problem.value, ==, "80");
  problem = dites_plan_get_problem (plan, 1);
  g_assert_cmpuint (problem.line, ==, 3);
  g_assert_cmpstr (problem.column, ==, "Loyer du bateau");
  g_assert_cmpstr (problem.message, ==, "A boat that is sold has no rent");
  g_assert_true (desk_write (first, &error));
  g_assert_no_error (error);

  reader = dites_store_new_reader (desk->store, &error);
  found = dites_reader_find (reader, "test_boat", "boat:La Fictive", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (dites_document_get (g_ptr_array_index (found, 0), "extra", &extra));
  g_assert_cmpuint (extra.length, >, 2);

  g_assert_cmpuint (dites_plan_get_counts (desk_plan (again)).same, ==, 2);
}

/* The titles of what a query shows, each followed by a bar. */
static char *
dup_titles (DitesQuery *query)
{
  GString *titles = g_string_new (NULL);

  while (dites_query_is_loading (query))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (query)); i++)
    {
      g_autoptr (DitesRow) row = g_list_model_get_item (G_LIST_MODEL (query), i);

      while (!dites_row_is_loaded (row))
        g_main_context_iteration (NULL, TRUE);
      g_string_append_printf (titles, "%s|", dites_row_get_title (row));
    }

  return g_string_free_and_steal (titles);
}

static void
assert_titles (DitesQuery *query,
               const char *expected)
{
  g_autofree char *titles = dup_titles (query);

  g_assert_cmpstr (titles, ==, expected);
}

static void
test_list (Desk         *desk,
           gconstpointer data)
{
  g_autoptr (DitesQuery) query = NULL;

  import (desk);
  query = dites_query_new (desk->store, "test_boat");
  assert_titles (query, "Éole|La Fictive|");
  dites_query_set_sort (query, "name", TRUE);
  assert_titles (query, "La Fictive|Éole|");
  dites_query_set_filter (query, "state", (const char *const[]) { "sold", NULL });
  assert_titles (query, "Éole|");
  dites_query_set_filter (query, "state", NULL);
  dites_query_set_search (query, "eole");
  assert_titles (query, "Éole|");
  dites_query_set_search (query, "06 39 98 00 01");
  assert_titles (query, "La Fictive|");
  dites_query_set_search (query, "bidon");
  assert_titles (query, "");
}

static gboolean
collect (DitesDocument *document,
         gpointer       user_data)
{
  g_ptr_array_add (user_data, g_object_ref (document));

  return TRUE;
}

static char *export (Desk *desk)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesReader) reader = dites_store_new_reader (desk->store, &error);
  GString *csv = g_string_new (NULL);

  g_assert_no_error (error);
  dites_reader_foreach (reader, "test_boat", NULL, collect, documents, &error);
  g_assert_no_error (error);
  dites_csv_append_header (csv, &boat);
  for (guint i = 0; i < documents->len; i++)
    dites_csv_append_document (csv, &boat, g_ptr_array_index (documents, i), dites_reader_title_of, reader);

  return g_string_free_and_steal (csv);
}

/* What is exported is imported again, and nothing changes. */
static void
test_export (Desk         *desk,
             gconstpointer data)
{
  g_autofree char *csv = NULL;
  g_autoptr (DitesImport) again = NULL;
  DitesPlanCounts counts;

  g_assert_cmpuint (desk_load (desk, "test_boat",
                               "{\"name\":\"La Fictive\",\"phones\":[\"+33639980001\",\"+33639980002\"],\"commune\":\"32013\","
                               "\"length\":12,\"launched\":\"2025-11-02\",\"state\":\"moored\","
                               "\"berths\":[{\"id\":\"a\",\"name\":\"Bow\",\"beds\":2},{\"id\":\"b\",\"name\":\"Stern\"}]}"),
                    ==, 0);
  csv = export (desk);
  g_assert_cmpstr (csv, ==,
                   "\xef\xbb\xbfName of the Boat;Phone of the Captain;Home Port;Length;Rent of the Boat;Launched On;Mooring;Berths\r\n"
                   "La Fictive;06 39 98 00 01, 06 39 98 00 02;Auch;12;;02/11/2025;Moored;\"Bow · 2\nStern\"\r\n");

  again = desk_new_import (desk, "export.csv", csv);
  counts = dites_plan_get_counts (desk_plan (again));
  g_assert_cmpuint (counts.same, ==, 1);
  g_assert_cmpuint (counts.read, ==, 1);
}

/* By the types of the fields, by what is required, and by the kind's own rule. */
static void
test_check (Desk         *desk,
            gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (DitesDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (desk_load (desk, "test_boat", "{\"name\":\"Éole\",\"length\":80}"), ==, 1);
  g_assert_cmpuint (desk_load (desk, "test_boat", "{\"name\":\"Éole\",\"state\":\"sunk\"}"), ==, 1);
  g_assert_cmpuint (desk_load (desk, "test_boat", "{\"name\":\"Éole\",\"length\":20}"), ==, 0);

  document = dites_document_new_from_text ("{\"_id\":\"test_boat:1\",\"kind\":\"test_boat\",\"state\":\"sold\",\"rent_cents\":1}",
                                           -1, &error);
  g_assert_no_error (error);
  problems = dites_kind_check (&boat, document);
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_cmpstr (((DitesProblem *) g_ptr_array_index (problems, 0))->field, ==, "name");
  g_assert_cmpstr (((DitesProblem *) g_ptr_array_index (problems, 1))->field, ==, "rent_cents");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  dites_kind_register (&boat);

  g_test_add ("/own-kind/import", Desk, NULL, desk_set_up, test_import, desk_tear_down);
  g_test_add ("/own-kind/list", Desk, NULL, desk_set_up, test_list, desk_tear_down);
  g_test_add ("/own-kind/export", Desk, NULL, desk_set_up, test_export, desk_tear_down);
  g_test_add ("/own-kind/check", Desk, NULL, desk_set_up, test_check, desk_tear_down);

  return g_test_run ();
}
