/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-housing.h"
#include "dites-kind.h"

/* An offer without a problem, and what becomes of it with some members put differently. */
static GPtrArray *
check_with (const char *member,
            const char *json,
            const char *today)
{
  static const char *const members[][2] = {
    { "title", "\"Studio\"" },
    { "type", "\"studio\"" },
    { "commune", "\"32013\"" },
    { "state", "\"published\"" },
    { "area", "2400" },
    { "rent_cents", "40000" },
    { "charges_cents", "5000" },
    { "charges_mode", "\"fixed\"" },
    { "deposit_cents", "0" },
    { "fees_cents", "0" },
    { "contracts", "[\"bail_mobilite\"]" },
    { "dpe", "\"C\"" },
    { "ges", "\"B\"" },
    { "dpe_date", "\"2024-01-15\"" },
    { "energy_cost_min_cents", "41000" },
    { "energy_cost_max_cents", "59000" },
    { "ceiling_cm", "250" },
    { "min_months", "1" },
    { "max_months", "6" },
    { "furniture", "[\"bedding\",\"blackout\",\"hob\",\"oven\",\"fridge_freezer\",\"crockery\",\"utensils\",\"table_chairs\",\"shelves\",\"lights\",\"cleaning\"]" },
  };
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("housing", "housing:1");
  g_autoptr (DitesDocument) document = NULL;
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_problem_free);

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    dites_document_builder_set_json (builder, members[i][0], members[i][1], -1);
  if (member != NULL && json != NULL)
    {
      g_auto (GStrv) names = g_strsplit (member, " ", -1);
      g_auto (GStrv) values = g_strsplit (json, " ", -1);

      for (gsize i = 0; names[i] != NULL; i++)
        dites_document_builder_set_json (builder, names[i], values[i], -1);
    }
  else if (member != NULL)
    dites_document_builder_remove (builder, member);

  document = dites_document_builder_end (builder);
  dites_housing_check_on (document, dites_day_from_iso (today), problems);

  return problems;
}

static void
test_in_order (void)
{
  g_autoptr (GPtrArray) problems = check_with (NULL, NULL, "2026-11-23");

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((DitesProblem *) g_ptr_array_index (problems, i))->message);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_rules (void)
{
  static const struct
  {
    const char *member, *json, *today, *field;
    int         severity; /* -1: none on that field */
  } cases[] = {
    { "dpe", "\"G\"", "2024-12-31", "dpe", DITES_SEVERITY_NOTICE },
    { "dpe", "\"G\"", "2025-01-01", "dpe", DITES_SEVERITY_BLOCKS },
    { "dpe", "\"F\"", "2027-12-31", "dpe", DITES_SEVERITY_NOTICE },
    { "dpe", "\"F\"", "2028-01-01", "dpe", DITES_SEVERITY_BLOCKS },
    { "dpe", "\"E\"", "2033-12-31", "dpe", DITES_SEVERITY_NOTICE },
    { "dpe", "\"E\"", "2034-01-01", "dpe", DITES_SEVERITY_BLOCKS },
    { "dpe", "\"D\"", "2040-01-01", "dpe", -1 },
    { "dpe contracts", "\"G\" [\"seasonal\"]", "2026-11-23", "dpe", -1 },
    { "dpe", NULL, "2026-11-23", "dpe", DITES_SEVERITY_WARNING },
    { "ges", NULL, "2026-11-23", "ges", DITES_SEVERITY_WARNING },
    { "dpe ges", "null null", "2026-11-23", "ges", -1 },
    { "energy_cost_min_cents energy_cost_max_cents", "null null", "2026-11-23", "energy_cost_min_cents", DITES_SEVERITY_WARNING },
    { "energy_cost_min_cents energy_cost_max_cents", "null 59000", "2026-11-23", "energy_cost_min_cents", -1 },
    { "dpe_date", "\"2021-06-30\"", "2026-11-23", "dpe_date", DITES_SEVERITY_WARNING },
    { "dpe_date", "\"2022-01-10\"", "2032-01-10", "dpe_date", DITES_SEVERITY_WARNING },
    { "dpe_date", "\"2022-01-10\"", "2032-01-09", "dpe_date", -1 },
    { "dpe_date", "\"2026-11-24\"", "2026-11-23", "dpe_date", DITES_SEVERITY_ERROR },
    { "deposit_cents", "100", "2026-11-23", "deposit_cents", DITES_SEVERITY_BLOCKS },
    { "deposit_cents contracts", "80000 [\"meuble\"]", "2026-11-23", "deposit_cents", -1 },
    { "deposit_cents contracts", "80001 [\"meuble\"]", "2026-11-23", "deposit_cents", DITES_SEVERITY_BLOCKS },
    { "max_months", "10", "2026-11-23", "max_months", -1 },
    { "max_months", "11", "2026-11-23", "max_months", DITES_SEVERITY_BLOCKS },
    { "min_months", "7", "2026-11-23", "max_months", DITES_SEVERITY_ERROR },
    { "max_months contracts", "12 [\"bail_mobilite\",\"meuble\"]", "2026-11-23", "max_months", -1 },
    { "rent_cents", NULL, "2026-11-23", "rent_cents", DITES_SEVERITY_BLOCKS },
    { "rent_cents units", "null [{\"rent_cents\":40000},{\"rent_cents\":42000}]", "2026-11-23", "rent_cents", -1 },
    { "rent_cents units", "null [{\"rent_cents\":40000},{\"id\":\"b\"}]", "2026-11-23", "rent_cents", DITES_SEVERITY_BLOCKS },
    { "rent_cents units deposit_cents contracts", "null [{\"rent_cents\":40000},{\"rent_cents\":42000}] 80001 [\"meuble\"]",
      "2026-11-23", "deposit_cents", DITES_SEVERITY_BLOCKS },
    { "charges_cents", NULL, "2026-11-23", "charges_cents", DITES_SEVERITY_BLOCKS },
    { "charges_mode", NULL, "2026-11-23", "charges_mode", DITES_SEVERITY_BLOCKS },
    { "area", NULL, "2026-11-23", "area", DITES_SEVERITY_BLOCKS },
    { "deposit_cents", NULL, "2026-11-23", "deposit_cents", DITES_SEVERITY_BLOCKS },
    { "fees_cents", NULL, "2026-11-23", "fees_cents", DITES_SEVERITY_BLOCKS },
    { "area", "899", "2026-11-23", "area", -1 }, /* 8.99 m² under 2.50 m are 22 m³ */
    { "area", "799", "2026-11-23", "area", DITES_SEVERITY_BLOCKS },
    { "area", "900", "2026-11-23", "area", -1 },
    { "ceiling_cm area", "219 900", "2026-11-23", "ceiling_cm", DITES_SEVERITY_BLOCKS },
    { "ceiling_cm", "219", "2026-11-23", "ceiling_cm", -1 },
    { "units", "[{\"id\":\"a\",\"name\":\"A\",\"area\":850}]", "2026-11-23", "units", DITES_SEVERITY_BLOCKS },
    { "furniture", "[\"bedding\"]", "2026-11-23", "furniture", DITES_SEVERITY_WARNING },
    { "rent_cents", "400", "2026-11-23", "rent_cents", DITES_SEVERITY_WARNING },
    { "rent_cents", "0", "2026-11-23", "rent_cents", DITES_SEVERITY_NOTICE },
    { "charges_cents", "50000", "2026-11-23", "charges_cents", DITES_SEVERITY_WARNING },
    { "energy_cost_min_cents energy_cost_max_cents", "90000 80000", "2026-11-23", "energy_cost_max_cents", DITES_SEVERITY_ERROR },
    { "available_from available_to", "\"2027-05-01\" \"2027-04-30\"", "2026-11-23", "available_to", DITES_SEVERITY_ERROR },
    { "photos", "[{\"sha256\":\"00\",\"alt\":\"\"}]", "2026-11-23", "photos", DITES_SEVERITY_WARNING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) problems = check_with (cases[i].member, cases[i].json, cases[i].today);
      int found = -1;

      for (guint j = 0; j < problems->len; j++)
        {
          DitesProblem *problem = g_ptr_array_index (problems, j);

          if (g_strcmp0 (problem->field, cases[i].field) == 0)
            {
              found = (int) problem->severity;
              g_test_message ("%s", problem->message);
              g_assert_false (g_str_has_suffix (problem->message, "."));
            }
        }
      g_test_message ("%s %s on %s: %d", cases[i].member, cases[i].json, cases[i].today, found);
      g_assert_cmpint (found, ==, cases[i].severity);
    }
}

static void
test_rent (void)
{
  g_autoptr (DitesDocument) document = dites_document_new_from_text ("{\"_id\":\"housing:1\",\"kind\":\"housing\",\"rent_cents\":40000,\"charges_cents\":5050}", -1, NULL);
  g_autoptr (DitesDocument) empty = dites_document_new_from_text ("{\"_id\":\"housing:1\",\"kind\":\"housing\"}", -1, NULL);
  gint64 cents;

  g_assert_true (dites_housing_get_rent_with_charges (document, &cents));
  g_assert_cmpint (cents, ==, 45050);
  g_assert_false (dites_housing_get_rent_with_charges (empty, &cents));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/housing/in-order", test_in_order);
  g_test_add_func ("/housing/rules", test_rules);
  g_test_add_func ("/housing/rent", test_rent);

  return g_test_run ();
}
