/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-due.h"

#include <string.h>

#include "dites-kind.h"
#include "test-desk.h"

typedef struct
{
  const char *json; /* without the braces */
  const char *arrival;
  const char *departure;
  const char *offer;
} Case;

static const Case cases[] = {
  /* Only what was agreed upon, and has not happened. */
  { "\"kind\":\"tenancy\",\"state\":\"confirmed\",\"start\":\"2026-11-02\",\"end\":\"2027-05-02\"", "2026-11-02", "2027-05-02", NULL },
  { "\"kind\":\"tenancy\",\"state\":\"reserved\",\"start\":\"2026-11-02\"", "2026-11-02", NULL, NULL },
  { "\"kind\":\"tenancy\",\"state\":\"occupied\",\"start\":\"2026-11-02\",\"end\":\"2027-05-02\"", NULL, "2027-05-02", NULL },
  { "\"kind\":\"tenancy\",\"state\":\"proposed\",\"start\":\"2026-11-02\",\"end\":\"2027-05-02\"", NULL, NULL, NULL },
  { "\"kind\":\"tenancy\",\"state\":\"freed\",\"start\":\"2026-11-02\",\"end\":\"2027-05-02\"", NULL, NULL, NULL },
  { "\"kind\":\"tenancy\",\"start\":\"2026-11-02\"", NULL, NULL, NULL },
  { "\"kind\":\"tenancy\",\"state\":\"confirmed\",\"start\":\"2026-11-02\",\"end\":\"2026-11-02\"", "2026-11-02", "2026-11-02", NULL },
  /* A placement. */
  { "\"kind\":\"placement\",\"state\":\"confirmed\",\"arrival\":\"2026-11-02\",\"departure\":\"2027-05-02\"", "2026-11-02", "2027-05-02", NULL },
  { "\"kind\":\"placement\",\"arrival\":\"2026-11-02\"", "2026-11-02", NULL, NULL },
  { "\"kind\":\"placement\",\"state\":\"cancelled\",\"arrival\":\"2026-11-02\"", NULL, NULL, NULL },
  /* Six months; the end of a shorter month; on a weekend the Monday after. */
  { "\"kind\":\"housing\",\"state\":\"published\",\"confirmed_on\":\"2026-05-05\"", NULL, NULL, "2026-11-05" },
  { "\"kind\":\"housing\",\"state\":\"published\",\"confirmed_on\":\"2026-05-07\"", NULL, NULL, "2026-11-09" },
  { "\"kind\":\"housing\",\"state\":\"published\",\"confirmed_on\":\"2026-05-08\"", NULL, NULL, "2026-11-09" },
  { "\"kind\":\"housing\",\"state\":\"published\",\"confirmed_on\":\"2026-08-31\"", NULL, NULL, "2027-03-01" },
  { "\"kind\":\"housing\",\"state\":\"published\",\"confirmed_on\":\"9999-08-31\"", NULL, NULL, NULL },
  { "\"kind\":\"housing\",\"state\":\"published\"", NULL, NULL, NULL },
  { "\"kind\":\"housing\",\"state\":\"draft\",\"confirmed_on\":\"2026-05-05\"", NULL, NULL, NULL },
  { "\"kind\":\"housing\",\"state\":\"archived\",\"confirmed_on\":\"2026-05-05\"", NULL, NULL, NULL },
  /* Neither a date nor a kind that is due. */
  { "\"kind\":\"tenancy\",\"state\":\"confirmed\",\"start\":\"soon\"", NULL, NULL, NULL },
  { "\"kind\":\"intern\",\"state\":\"confirmed\",\"start\":\"2026-11-02\",\"arrival\":\"2026-11-02\"", NULL, NULL, NULL },
};

/* With an id of its kind. */
static char *
make_json (const char *members)
{
  const char *kind = members + strlen ("\"kind\":\"");

  return g_strdup_printf ("{\"_id\":\"%.*s:b\",%s}", (int) strcspn (kind, "\""), kind, members);
}

static void
test_is (void)
{
  const DitesDay first = dites_day_from_iso ("2026-10-01");
  const DitesDay last = dites_day_from_iso ("2027-06-01");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const days[] = { cases[i].arrival, cases[i].departure, cases[i].offer };
      g_autofree char  *json = make_json (cases[i].json);
      g_autoptr (GError) error = NULL;
      g_autoptr (DitesDocument) document = dites_document_new_from_text (json, -1, &error);

      g_assert_no_error (error);
      for (DitesDueReason reason = 0; reason < DITES_N_DUE_REASONS; reason++)
        for (DitesDay day = first; day <= last; day++)
          {
            gboolean expected = days[reason] != NULL && dites_day_from_iso (days[reason]) == day;

            if (dites_due_is (document, reason, day) != expected)
              {
                g_autofree char *iso = dites_day_to_iso (day);

                g_error ("%s: reason %u on %s", cases[i].json, reason, iso);
              }
          }
    }
}

static void
add (GPtrArray     *due,
     DitesDueReason reason,
     const char    *name)
{
  DitesDue *one = g_new0 (DitesDue, 1);

  one->reason = reason;
  one->name = g_strdup (name);
  g_ptr_array_add (due, one);
}

static void
test_text (void)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_due_free);
  g_autofree char *nothing = dites_due_text (due);
  g_autofree char *text = NULL;

  g_assert_cmpstr (nothing, ==, "");
  add (due, DITES_DUE_ARRIVAL, "FICTIF Camille");
  add (due, DITES_DUE_OFFER, "A");
  add (due, DITES_DUE_OFFER, "B");
  add (due, DITES_DUE_OFFER, "C");
  add (due, DITES_DUE_OFFER, "D");
  add (due, DITES_DUE_OFFER, "E");
  text = dites_due_text (due);
  g_assert_cmpstr (text, ==, "1 arrival: FICTIF Camille\n5 offers to reconfirm: A, B, C…");
}

static char *
find (Desk       *desk,
      const char *day)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GError) error = NULL;
  GString *found = g_string_new (NULL);

  dites_due_find_async (desk->store, dites_day_from_iso (day), NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  due = dites_due_find_finish (desk->store, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < due->len; i++)
    {
      const DitesDue *one = due->pdata[i];

      g_string_append_printf (found, "%u %s %s (%s)\n", one->reason, one->id, one->name, one->about);
    }

  return g_string_free_and_steal (found);
}

#define assert_found(desk, day, expected)           \
  G_STMT_START                                      \
  {                                                 \
    g_autofree char *found_text = find (desk, day); \
    g_assert_cmpstr (found_text, ==, expected);     \
  }                                                 \
  G_STMT_END

static void
set_up (Desk         *desk,
        gconstpointer data)
{
  desk_set_up (desk, data);
  g_assert_cmpuint (desk_load (desk, "intern",
                               "[{\"_id\":\"intern:a\",\"family_name\":\"FICTIF\",\"first_name\":\"Camille\"},"
                               "{\"_id\":\"intern:b\",\"family_name\":\"BIDON\",\"first_name\":\"Alix\"}]"),
                    ==, 0);
  g_assert_cmpuint (desk_load (desk, "semester", "{\"_id\":\"semester:2026-winter\",\"season\":\"winter\",\"year\":2026}"), ==, 0);
  g_assert_cmpuint (desk_load (desk, "housing",
                               "{\"_id\":\"housing:a\",\"title\":\"Studio\",\"type\":\"studio\",\"commune\":\"32013\",\"area\":2450,\"rent_cents\":39000,\"charges_cents\":4000,"
                               "\"charges_mode\":\"fixed\",\"deposit_cents\":0,\"fees_cents\":0,\"dpe\":\"C\",\"ges\":\"B\",\"dpe_date\":\"2022-01-10\","
                               "\"energy_cost_min_cents\":22900,\"energy_cost_max_cents\":31000,\"state\":\"published\",\"confirmed_on\":\"2026-05-05\"}"),
                    ==, 0);
  g_assert_cmpuint (desk_load (desk, "placement",
                               "[{\"_id\":\"placement:a\",\"intern\":\"intern:a\",\"semester\":\"semester:2026-winter\",\"arrival\":\"2026-11-02\",\"departure\":\"2027-05-02\"},"
                               "{\"_id\":\"placement:b\",\"intern\":\"intern:b\",\"semester\":\"semester:2026-winter\",\"arrival\":\"2026-11-02\",\"departure\":\"2027-05-02\"}]"),
                    ==, 0);
}

static void
test_find (Desk         *desk,
           gconstpointer data)
{
  assert_found (desk, "2026-11-02",
                "0 placement:b BIDON Alix (Winter semester 2026–2027)\n"
                "0 placement:a FICTIF Camille (Winter semester 2026–2027)\n");
  assert_found (desk, "2026-11-05", "2 housing:a Studio (Auch · Studio · 24.5 m² · €430 a month)\n");
  assert_found (desk, "2026-11-06", "");

  /* A stay knows better when somebody comes, and where; also one that begins a little earlier. */
  g_assert_cmpuint (desk_load (desk, "tenancy",
                               "[{\"_id\":\"tenancy:a\",\"housing\":\"housing:a\",\"intern\":\"intern:a\",\"start\":\"2026-11-02\",\"end\":\"2027-05-02\",\"state\":\"confirmed\"},"
                               "{\"_id\":\"tenancy:b\",\"housing\":\"housing:a\",\"intern\":\"intern:b\",\"placement\":\"placement:b\",\"start\":\"2026-10-31\",\"end\":\"2026-11-01\",\"state\":\"reserved\"}]"),
                    ==, 0);
  assert_found (desk, "2026-10-31", "0 tenancy:b BIDON Alix (Studio)\n");
  assert_found (desk, "2026-11-01", "1 tenancy:b BIDON Alix (Studio)\n");
  assert_found (desk, "2026-11-02", "0 tenancy:a FICTIF Camille (Studio)\n");
  assert_found (desk, "2027-05-02", "1 tenancy:a FICTIF Camille (Studio)\n");
}

static void
test_cancelled (Desk         *desk,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  dites_due_find_async (desk->store, dites_day_today (), cancellable, desk_keep_result_cb, &result);
  desk_wait (&result);
  g_assert_null (dites_due_find_finish (desk->store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/due/is", test_is);
  g_test_add_func ("/due/text", test_text);
  g_test_add ("/due/find", Desk, NULL, set_up, test_find, desk_tear_down);
  g_test_add ("/due/cancelled", Desk, NULL, set_up, test_cancelled, desk_tear_down);

  return g_test_run ();
}
