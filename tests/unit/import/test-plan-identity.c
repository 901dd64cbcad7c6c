/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan-known.h"

/* Whom rows are about, where rows of one list disagree: each case was found by lists made at random. */

#define HEADER "NOM;PRENOM;MAIL;DATE DE NAISSANCE;TEL;DES;TERRAIN DE STAGE;PERIODE\n"

static void
assert_member (PlanKnown  *store,
               const char *id,
               const char *member,
               const char *expected)
{
  g_autofree char *value = dites_document_dup_string (plan_known_get (store, id), member);

  g_assert_cmpstr (value, ==, expected);
}

#define CLAUDE "{\"_id\":\"intern:1\",\"kind\":\"intern\",\"schema\":1,\"family_name\":\"D'ESSAI\"," \
               "\"first_name\":\"Claude\",\"emails\":[\"p18@exemple.invalid\"]}"

/* Whose address it is, is told by the name that is known, wherever the rows stand. */
static void
test_two_names (void)
{
  static const char *const lists[] = {
    HEADER "FICTIF;Claude;p18@exemple.invalid;;;MU;;\n"
           "D'ESSAI;Claude;p18@exemple.invalid;;;MG;;\n",
    HEADER "D'ESSAI;Claude;p18@exemple.invalid;;;MG;;\n"
           "FICTIF;Claude;p18@exemple.invalid;;;MU;;\n",
  };
  static const char *const first[] = { "DC", "CD" };
  static const char *const again[] = { "DS", "SD" };

  g_test_bug ("212125878");

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (PlanKnown) store = plan_known_new ();

      plan_known_add (store, CLAUDE);
      plan_known_import (store, lists[i], first[i]);
      assert_member (store, "intern:1", "family_name", "D'ESSAI");
      assert_member (store, "intern:1", "usual_name", NULL);
      assert_member (store, "intern:1", "des", "MG");
      plan_known_import (store, lists[i], again[i]);
    }
}

/* The list that was not the same when it was read again: a row without a family name gives the known person the
 * date of birth by which the first row then finds them. */
static void
test_found_by_another_row (void)
{
  static const char list[] = HEADER "D'ESSAI;Claude;;03/01/1999;;;;\n"
                                    "FICTIF;Claude;p18@exemple.invalid;;;MU;;\n"
                                    ";Claude;p18@exemple.invalid;03/01/1999;;MG;;\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  g_test_bug ("212125878");

  plan_known_add (store, CLAUDE);
  plan_known_import (store, list, "CDM");
  assert_member (store, "intern:1", "birth_date", "1999-01-03");
  assert_member (store, "intern:1", "usual_name", NULL);
  plan_known_import (store, list, "SDM");
}

/* A new name that nothing contradicts is the one since a marriage, and both are known from then on. */
static void
test_usual_name (void)
{
  g_autoptr (PlanKnown) store = plan_known_new ();

  plan_known_add (store, CLAUDE);
  plan_known_import (store, HEADER "FICTIF;Claude;p18@exemple.invalid;;;;;\n", "C");
  assert_member (store, "intern:1", "family_name", "D'ESSAI");
  assert_member (store, "intern:1", "usual_name", "FICTIF");

  plan_known_import (store,
                     HEADER "FICTIF;Claude;p18@exemple.invalid;;;;;\n"
                            "D'ESSAI;Claude;p18@exemple.invalid;;;;;\n"
                            "BIDON;Claude;p18@exemple.invalid;;;;;\n",
                     "SMD");
}

/* Of somebody without a family name the list knows two: the first is right. */
static void
test_nameless (void)
{
  static const char list[] = HEADER "FICTIF;Claude;p11@exemple.invalid;;;;;\n"
                                    "DE LA FEINTE;Claude;p11@exemple.invalid;03/01/1999;;;;\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  plan_known_add (store, "{\"_id\":\"intern:1\",\"kind\":\"intern\",\"schema\":1,\"first_name\":\"Claude\","
                         "\"emails\":[\"p11@exemple.invalid\"]}");
  plan_known_import (store, list, "CD");
  assert_member (store, "intern:1", "family_name", "FICTIF");
  plan_known_import (store, list, "SD");
}

/* Two rows that say the same of somebody whom nothing sure identifies are one, known or not. */
static void
test_same_row_twice (void)
{
  static const char list[] = HEADER "BIDON;Zoé;;;;MG;CH TARBES / Pédiatrie;H25\n"
                                    "BIDON;Zoé;;;;MG;Dr BIDON;H25\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  plan_known_import (store, list, "NM");
  plan_known_import (store, list, "SM");
}

/* What a row further up says of a name goes before what a later one would identify somebody else by. */
static void
test_longer_first_name (void)
{
  static const char list[] = HEADER "BIDON;Anne Laure;;05/01/1999;;;;\n"
                                    "BIDON;Anne;p18@exemple.invalid;;;;;\n"
                                    "BIDON;ANNE LAURE;p18@exemple.invalid;;;;;\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  plan_known_add (store, "{\"_id\":\"intern:1\",\"kind\":\"intern\",\"schema\":1,\"family_name\":\"BIDON\","
                         "\"first_name\":\"Anne\",\"birth_date\":\"1999-01-05\",\"emails\":[\"p18@exemple.invalid\"]}");
  plan_known_import (store, list, "NSM");
  plan_known_import (store, list, "SSM");
}

/* One more first name does not replace the one by which another row finds the same person. */
static void
test_more_first_names (void)
{
  static const char list[] = HEADER ";ANNE LAURE;p18@exemple.invalid;;;;;\n"
                                    "DE LA FEINTE;Anne;;03/01/1999;;;;\n"
                                    "DE LA FEINTE;Anne;p18@exemple.invalid;03/01/1999;;MU;;\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  plan_known_add (store, "{\"_id\":\"intern:1\",\"kind\":\"intern\",\"schema\":1,\"family_name\":\"DE LA FEINTE\","
                         "\"first_name\":\"Anne\",\"birth_date\":\"1999-01-03\",\"emails\":[\"p18@exemple.invalid\"]}");
  plan_known_import (store, list, "CMM");
  assert_member (store, "intern:1", "first_name", "Anne");
  plan_known_import (store, list, "SMM");
}

/* In one cell the names may be taken for each other; the known ones stay, also when there is one more. */
static void
test_names_reversed (void)
{
  static const char list[] = "INTERNE;MAIL;DES\nexemple-bidon ANNE LAURE;p24@exemple.invalid;MU\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  plan_known_add (store, "{\"_id\":\"intern:1\",\"kind\":\"intern\",\"schema\":1,\"family_name\":\"EXEMPLE-BIDON\","
                         "\"first_name\":\"Anne\",\"emails\":[\"p24@exemple.invalid\"]}");
  plan_known_import (store, list, "C");
  assert_member (store, "intern:1", "family_name", "EXEMPLE-BIDON");
  assert_member (store, "intern:1", "first_name", "Anne");
  plan_known_import (store, list, "S");
}

/* One more family name is the one since a marriage; both lead to the person. */
static void
test_more_family_names (void)
{
  static const char list[] = HEADER "DE LA FEINTE-BIDON;Anne;p18@exemple.invalid;;;;;\n"
                                    "DE LA FEINTE;Anne;;03/01/1999;;MU;;\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  plan_known_add (store, "{\"_id\":\"intern:1\",\"kind\":\"intern\",\"schema\":1,\"family_name\":\"DE LA FEINTE\","
                         "\"first_name\":\"Anne\",\"birth_date\":\"1999-01-03\",\"emails\":[\"p18@exemple.invalid\"]}");
  plan_known_import (store, list, "CM");
  assert_member (store, "intern:1", "family_name", "DE LA FEINTE");
  assert_member (store, "intern:1", "usual_name", "DE LA FEINTE-BIDON");
  plan_known_import (store, list, "SM");
}

/* A row that may be one of two asks who it is; the others do not ask back. */
static void
test_one_question (void)
{
  static const char list[] = HEADER "FICTIF;Claude;p18@exemple.invalid;03/01/1999;;;;\n"
                                    "FICTIF;Claude;;03/01/1999;;;;\n";
  g_autoptr (PlanKnown) store = plan_known_new ();
  g_autoptr (DitesPlan) plan = NULL;
  g_autoptr (DitesPlanRow) row = NULL;
  g_autoptr (GPtrArray) candidates = NULL;

  plan_known_add (store, CLAUDE);
  plan = plan_text (store, list, NULL);
  plan_assert_states (plan, "DN");

  row = dites_plan_get_row (plan, 0);
  candidates = dites_plan_row_get_candidates (row);
  g_assert_cmpuint (candidates->len, ==, 2);
  for (guint i = 0; i < candidates->len; i++)
    {
      g_assert_true (dites_plan_row_decide (row, dites_document_get_id (g_ptr_array_index (candidates, i))));
      plan_known_check (store, plan);
    }
}

/* Two names of a known person that are nothing new, and both at once: what the one has become decides about the other. */
static void
test_two_names_at_once (void)
{
  static const char list[] = "NOM;NOM USUEL;PRENOM;MAIL\nBIDON;EXEMPLE;Anne;p18@exemple.invalid\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  plan_known_add (store, "{\"_id\":\"intern:1\",\"kind\":\"intern\",\"schema\":1,\"family_name\":\"EXEMPLE-BIDON\","
                         "\"usual_name\":\"FICTIF\",\"first_name\":\"Anne\",\"emails\":[\"p18@exemple.invalid\"]}");
  plan_known_import (store, list, "C");
  assert_member (store, "intern:1", "family_name", "BIDON");
  assert_member (store, "intern:1", "usual_name", "EXEMPLE");
  plan_known_import (store, list, "S");
}

/* “Anne” is like “Anna”, and then like “Anne Laure”: by then nobody is “Anna” any more. Whoever would not be the same
 * the next time is asked about. */
static void
test_tried_on (void)
{
  static const char list[] = HEADER "FICTIVE;Anne Laure;p1@exemple.invalid;;;;;\n"
                                    "FICTIVE;Anne;p2@exemple.invalid;01/01/1999;;;;\n"
                                    "FICTIVE;Anna;p2@exemple.invalid;01/01/1999;;MU;;\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  plan_known_add (store, "{\"_id\":\"intern:1\",\"kind\":\"intern\",\"schema\":1,\"family_name\":\"FICTIVE\","
                         "\"first_name\":\"ANNA\",\"emails\":[\"p2@exemple.invalid\",\"p1@exemple.invalid\"]}");
  plan_known_import (store, list, "CMD");
  plan_known_import (store, list, "SMD");
}

/* However many have the same name, a row that says nothing new about one of them is that one. */
static void
test_many_namesakes (void)
{
  static const char list[] = HEADER "FICTIF;Claude;;;;MU;;\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  for (guint i = 10; i < 40; i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"_id\":\"intern:%u\",\"kind\":\"intern\",\"schema\":1,\"family_name\":\"FICTIF\","
                                               "\"first_name\":\"Claude\",\"emails\":[\"p%u@exemple.invalid\"],\"des\":\"%s\"}",
                                               i, i, i == 39 ? "MU" : "MG");

      plan_known_add (store, json);
    }
  plan_known_import (store, list, "S");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_bug_base ("tests/unit/import/test-plan-random.c, DITES_SEED=");

  g_test_add_func ("/plan/identity/two-names", test_two_names);
  g_test_add_func ("/plan/identity/found-by-another-row", test_found_by_another_row);
  g_test_add_func ("/plan/identity/usual-name", test_usual_name);
  g_test_add_func ("/plan/identity/nameless", test_nameless);
  g_test_add_func ("/plan/identity/same-row-twice", test_same_row_twice);
  g_test_add_func ("/plan/identity/longer-first-name", test_longer_first_name);
  g_test_add_func ("/plan/identity/more-first-names", test_more_first_names);
  g_test_add_func ("/plan/identity/names-reversed", test_names_reversed);
  g_test_add_func ("/plan/identity/more-family-names", test_more_family_names);
  g_test_add_func ("/plan/identity/one-question", test_one_question);
  g_test_add_func ("/plan/identity/two-names-at-once", test_two_names_at_once);
  g_test_add_func ("/plan/identity/tried-on", test_tried_on);
  g_test_add_func ("/plan/identity/many-namesakes", test_many_namesakes);

  return g_test_run ();
}
