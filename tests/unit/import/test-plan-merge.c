/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan-known.h"

#include <string.h>

/* What becomes of what is known, when a list says otherwise. */

#define HEADER  "NOM;PRENOM;MAIL;SEMESTRE;PHASE;DES;TERRAIN DE STAGE;PERIODE\n"
#define CAMILLE "FICTIF;Camille;camille@exemple.invalid;"

static DitesPlan *
apply (PlanKnown  *store,
       const char *text)
{
  DitesPlan *plan = plan_text (store, text, NULL);
  g_autoptr (DitesChangeSet) changes = dites_plan_get_changes (plan);

  plan_known_apply (store, changes);

  return plan;
}

static void
import (PlanKnown  *store,
        const char *text)
{
  g_autoptr (DitesPlan) plan = apply (store, text);
}

static DitesDocument *
get_only (PlanKnown  *store,
          const char *kind)
{
  g_autoptr (GPtrArray) documents = plan_known_list (store, kind);

  g_assert_cmpuint (documents->len, ==, 1);

  return g_ptr_array_index (documents, 0);
}

static void
assert_intern (PlanKnown  *store,
               int         semester_no,
               const char *phase,
               const char *des)
{
  DitesDocument   *intern = get_only (store, "intern");
  g_autofree char *actual_phase = dites_document_dup_string (intern, "phase");
  g_autofree char *actual_des = dites_document_dup_string (intern, "des");
  gint64           number = 0;

  dites_document_get_int (intern, "semester_no", &number);
  g_assert_cmpint (number, ==, semester_no);
  g_assert_cmpstr (actual_phase, ==, phase);
  g_assert_cmpstr (actual_des, ==, des);
}

/* The fields that a row changes, in the order of the plan, between commas. */
static char *
dup_changed (DitesPlan *plan,
             guint      row)
{
  g_autoptr (DitesPlanRow) found = dites_plan_get_row (plan, row);
  g_autoptr (GPtrArray) changes = dites_plan_row_get_changes (found, NULL, NULL);
  GString *names = g_string_new (",");

  for (guint i = 0; i < changes->len; i++)
    {
      const DitesFieldChange *change = g_ptr_array_index (changes, i);

      g_string_append_printf (names, "%s,", change->field != NULL ? change->field->name : change->label);
    }

  return g_string_free_and_steal (names);
}

static guint
count_problems (DitesPlan    *plan,
                DitesSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < dites_plan_get_n_problems (plan); i++)
    n += dites_plan_get_problem (plan, i).severity == severity;

  return n;
}

static void
assert_same (PlanKnown  *store,
             const char *text)
{
  g_autoptr (DitesPlan) plan = apply (store, text);
  DitesPlanCounts counts = dites_plan_get_counts (plan);

  g_assert_cmpuint (counts.same, ==, counts.read);
}

/* How far somebody is follows the lists forwards, in whatever order they come. */
static void
test_older_list (void)
{
  static const char newer[] = HEADER CAMILLE "4;APPROFONDISSEMENT;MU;URG AUCH;E26\n";
  static const char older[] = HEADER CAMILLE "3;SOCLE;MG;SASPAS;H25\n";
  static const char newest[] = HEADER CAMILLE "5;CONSOLIDATION;;SASPAS;H26\n";
  g_autoptr (PlanKnown) store = plan_known_new ();
  g_autoptr (DitesPlan) plan = NULL;
  g_autoptr (DitesPlan) last = NULL;
  g_autofree char *changed = NULL;

  import (store, newer);
  assert_intern (store, 4, "approfondissement", "MU");

  plan = apply (store, older);
  assert_intern (store, 4, "approfondissement", "MU");
  g_assert_cmpuint (count_problems (plan, DITES_SEVERITY_NOTICE), ==, 1);
  changed = dup_changed (plan, 0);
  g_assert_null (strstr (changed, ",semester_no,"));
  g_assert_nonnull (strstr (changed, ",stage_type,"));
  assert_same (store, older);
  assert_same (store, newer);

  last = apply (store, newest);
  assert_intern (store, 5, "consolidation", "MU");
  g_assert_cmpuint (count_problems (last, DITES_SEVERITY_NOTICE), ==, 0);
}

/* A revised list of the same semester is followed, and so is one that says no semester. */
static void
test_revised_list (void)
{
  g_autoptr (PlanKnown) store = plan_known_new ();

  import (store, HEADER CAMILLE "4;APPROFONDISSEMENT;MU;URG AUCH;E26\n");
  import (store, HEADER CAMILLE "3;SOCLE;MU;URG AUCH;E26\n");
  assert_intern (store, 3, "socle", "MU");
  import (store, HEADER CAMILLE "5;CONSOLIDATION;;;\n");
  assert_intern (store, 5, "consolidation", "MU");
}

/* What nobody knows yet is taken from an older list too. */
static void
test_older_list_fills (void)
{
  g_autoptr (PlanKnown) store = plan_known_new ();
  g_autoptr (DitesPlan) plan = NULL;

  import (store, HEADER CAMILLE "4;;;URG AUCH;E26\n");
  plan = apply (store, HEADER CAMILLE "3;SOCLE;MG;SASPAS;H25\n");
  assert_intern (store, 4, "socle", "MG");
  g_assert_cmpuint (count_problems (plan, DITES_SEVERITY_NOTICE), ==, 1);
}

/* One list about two semesters: the newer row is right, wherever it stands, and nothing is contradicted. */
static void
test_two_semesters (void)
{
  static const char *const lists[] = {
    HEADER CAMILLE "3;SOCLE;MG;SASPAS;H25\n" CAMILLE "4;APPROFONDISSEMENT;MG;URG AUCH;E26\n",
    HEADER CAMILLE "4;APPROFONDISSEMENT;MG;URG AUCH;E26\n" CAMILLE "3;SOCLE;MG;SASPAS;H25\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (PlanKnown) store = plan_known_new ();
      g_autoptr (DitesPlan) plan = apply (store, lists[i]);

      assert_intern (store, 4, "approfondissement", "MG");
      g_assert_cmpuint (count_problems (plan, DITES_SEVERITY_WARNING), ==, 0);
      assert_same (store, lists[i]);
    }
}

/* A decision that is made later knows what the store said when the plan was made. */
static void
test_older_list_decided (void)
{
  g_autoptr (PlanKnown) store = plan_known_new ();
  g_autoptr (DitesPlan) plan = NULL;
  g_autoptr (DitesPlanRow) row = NULL;
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (DitesChangeSet) changes = NULL;

  import (store, HEADER CAMILLE "4;APPROFONDISSEMENT;MU;URG AUCH;E26\n");
  plan = plan_text (store, HEADER "FICTIF;Camille;;3;SOCLE;MG;SASPAS;H25\n", NULL);
  row = dites_plan_get_row (plan, 0);
  g_assert_cmpint (dites_plan_row_get_state (row), ==, DITES_ROW_DOUBTFUL);
  candidates = dites_plan_row_get_candidates (row);
  g_assert_true (dites_plan_row_decide (row, dites_document_get_id (g_ptr_array_index (candidates, 0))));
  plan_known_check (store, plan);

  changes = dites_plan_get_changes (plan);
  plan_known_apply (store, changes);
  assert_intern (store, 4, "approfondissement", "MU");
}

static void
assert_sites (PlanKnown         *store,
              const char *const *expected)
{
  g_auto (GStrv) sites = dites_document_dup_strings (get_only (store, "placement"), "sites");

  g_assert_cmpstrv (sites, expected);
}

#define SITES(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* Somebody edits the sites by hand. */
static void
set_sites (PlanKnown         *store,
           const char *const *sites)
{
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new_from (get_only (store, "placement"));
  g_autoptr (DitesDocument) edited = NULL;

  dites_document_builder_set_strings (builder, "sites", sites);
  edited = dites_document_builder_end (builder);
  plan_known_put (store, edited);
}

static PlanKnown *
make_doctors (void)
{
  static const char *const names[] = { "BIDON", "ESSAI", "MODELE" };
  PlanKnown               *store = plan_known_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_ascii_strdown (names[i], -1);
      g_autofree char *json = g_strdup_printf ("{\"_id\":\"site:%s\",\"kind\":\"site\",\"schema\":1,"
                                               "\"name\":\"Cabinet du Dr %s\",\"supervisor\":\"Dr %s\",\"type\":\"cabinet_msu\"}",
                                               id, names[i], names[i]);

      plan_known_add (store, json);
    }

  return store;
}

#define AT(doctors) HEADER CAMILLE ";;;" doctors ";H25\n"

/* A revised list names another site: it is shown what was, and what will be. */
static void
test_moved (void)
{
  g_autoptr (PlanKnown) store = make_doctors ();
  g_autoptr (DitesPlan) plan = NULL;
  g_autoptr (DitesPlanRow) row = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const DitesFieldChange *change;

  import (store, AT ("Dr BIDON"));
  assert_sites (store, SITES ("site:bidon"));

  plan = apply (store, AT ("Dr ESSAI"));
  assert_sites (store, SITES ("site:essai"));
  row = dites_plan_get_row (plan, 0);
  changes = dites_plan_row_get_changes (row, store->known.title_of, store);
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->field->name, ==, "sites");
  g_assert_cmpstr (change->old_text, ==, "Cabinet du Dr BIDON");
  g_assert_cmpstr (change->new_text, ==, "Cabinet du Dr ESSAI");
  assert_same (store, AT ("Dr ESSAI"));
}

/* What was added by hand stays, when the list moves what the list said. */
static void
test_moved_and_added (void)
{
  g_autoptr (PlanKnown) store = make_doctors ();

  import (store, AT ("Dr BIDON"));
  set_sites (store, SITES ("site:bidon", "site:modele"));
  assert_same (store, AT ("Dr BIDON"));
  import (store, AT ("Dr ESSAI"));
  assert_sites (store, SITES ("site:essai", "site:modele"));
  assert_same (store, AT ("Dr ESSAI"));
}

/* A correction is not turned back by the list that it corrects; a revised list that agrees with it changes nothing. */
static void
test_corrected (void)
{
  g_autoptr (PlanKnown) store = make_doctors ();

  import (store, AT ("Dr BIDON"));
  set_sites (store, SITES ("site:modele"));
  assert_same (store, AT ("Dr BIDON"));
  assert_sites (store, SITES ("site:modele"));
  assert_same (store, AT ("Dr MODELE"));
}

/* A placement that was made by hand keeps its site beside that of the list. */
static void
test_made_by_hand (void)
{
  g_autoptr (PlanKnown) store = make_doctors ();

  import (store, HEADER CAMILLE ";;;;H25\n");
  set_sites (store, SITES ("site:modele"));
  import (store, AT ("Dr BIDON"));
  assert_sites (store, SITES ("site:modele", "site:bidon"));
  import (store, AT ("Dr ESSAI"));
  assert_sites (store, SITES ("site:essai", "site:modele"));
}

/* Who answers a form again has chosen anew; rows of another list each add to what is there. */
static void
test_chosen_anew (void)
{
  static const struct
  {
    const char *header;
    const char *first;
    const char *second;
    const char *expected;
  } cases[] = {
    { "Horodateur", "14/10/2026 18:42:07", "16/10/2026 09:10:00", "[\"desk\"]" },
    { "Horodateur", "16/10/2026 09:10:00", "14/10/2026 18:42:07", "[\"dryer\",\"desk\"]" },
    { "Page", "1", "2", "[\"dryer\",\"desk\"]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlanKnown) store = plan_known_new ();
      g_autoptr (DitesPlan) plan = NULL;
      g_autoptr (GPtrArray) homes = NULL;
      g_autofree char *text = g_strdup_printf ("%s;Titre;Type de logement;Commune;Surface;Loyer;Equipements\n"
                                               "%s;Studio Fictif;Studio;Auch;25;400;Sèche-linge, bureau\n"
                                               "%s;Studio Fictif;Studio;Auch;25;400;Bureau\n",
                                               cases[i].header, cases[i].first, cases[i].second);
      DitesJson        value;

      g_test_message ("%s", text);
      plan = apply (store, text);
      homes = plan_known_list (store, "housing");
      g_assert_cmpuint (homes->len, ==, 1);
      g_assert_true (dites_document_get (homes->pdata[0], "equipment", &value));
      g_assert_cmpmem (value.text, value.length, cases[i].expected, strlen (cases[i].expected));
    }
}

#define FORM                 "Horodateur;Titre;Type de logement;Commune;Surface;Loyer;Equipements\n"
#define ANSWER(WHEN, CHOSEN) FORM WHEN ";Studio Fictif;Studio;Auch;25;400;" CHOSEN "\n"

static DitesDocument *
get_studio (PlanKnown *store)
{
  g_autoptr (GPtrArray) homes = plan_known_list (store, "housing");

  g_assert_cmpuint (homes->len, ==, 1);

  return g_object_ref (homes->pdata[0]);
}

static void
assert_equipment (PlanKnown  *store,
                  const char *expected)
{
  g_autoptr (DitesDocument) studio = get_studio (store);
  DitesJson value;

  g_assert_true (dites_document_get (studio, "equipment", &value));
  g_assert_cmpmem (value.text, value.length, expected, strlen (expected));
}

static void
set_equipment (PlanKnown  *store,
               const char *json)
{
  g_autoptr (DitesDocument) studio = get_studio (store);
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new_from (studio);
  g_autoptr (DitesDocument) changed = NULL;

  dites_document_builder_set_json (builder, "equipment", json, -1);
  changed = dites_document_builder_end (builder);
  plan_known_put (store, changed);
}

/* That a home of the same name is the same is for a person to say. */
static void
answer (PlanKnown  *store,
        const char *text)
{
  g_autoptr (DitesPlan) plan = plan_text (store, text, NULL);
  g_autoptr (DitesPlanRow) row = dites_plan_get_row (plan, 0);
  g_autoptr (DitesDocument) studio = get_studio (store);
  g_autoptr (DitesChangeSet) changes = NULL;

  if (dites_plan_row_get_state (row) == DITES_ROW_DOUBTFUL)
    g_assert_true (dites_plan_row_decide (row, dites_document_get_id (studio)));
  changes = dites_plan_get_changes (plan);
  plan_known_apply (store, changes);
}

/* A later export takes back what an earlier one said, and nothing that somebody added; what somebody corrected
 * is not turned back by the same answer. */
static void
test_answered_again (void)
{
  g_autoptr (PlanKnown) store = plan_known_new ();

  import (store, ANSWER ("14/10/2026 18:42:07", "Sèche-linge, bureau"));
  assert_equipment (store, "[\"dryer\",\"desk\"]");
  set_equipment (store, "[\"dryer\",\"desk\",\"iron\"]");
  assert_same (store, ANSWER ("14/10/2026 18:42:07", "Sèche-linge, bureau"));
  answer (store, ANSWER ("16/10/2026 09:10:00", "Bureau"));
  assert_equipment (store, "[\"desk\",\"iron\"]");
  assert_same (store, ANSWER ("16/10/2026 09:10:00", "Bureau"));

  set_equipment (store, "[\"iron\"]");
  assert_same (store, ANSWER ("16/10/2026 09:10:00", "Bureau"));
  assert_equipment (store, "[\"iron\"]");
  answer (store, ANSWER ("18/10/2026 09:10:00", "Jardin"));
  assert_equipment (store, "[\"garden\",\"iron\"]");

  /* A list that is no form adds. */
  answer (store, "Titre;Type de logement;Commune;Surface;Loyer;Equipements\nStudio Fictif;Studio;Auch;25;400;Bureau\n");
  assert_equipment (store, "[\"garden\",\"iron\",\"desk\"]");
}

/* One sentence says all that a row says otherwise than one further up, and one all that an older list does. */
static void
test_one_sentence (void)
{
  static const char list[] = HEADER CAMILLE "4;APPROFONDISSEMENT;MU;URG AUCH;E26\n" CAMILLE "3;SOCLE;MG;URG AUCH;E26\n";
  g_autoptr (PlanKnown) store = plan_known_new ();
  g_autoptr (DitesPlan) plan = apply (store, list);
  g_autoptr (DitesPlan) older = NULL;

  g_assert_cmpuint (dites_plan_get_n_problems (plan), ==, 1);
  g_assert_cmpint (dites_plan_get_problem_row (plan, 0), ==, 1);
  g_assert_cmpstr (dites_plan_get_problem (plan, 0).message, ==,
                   "“Speciality (DES)”, “Phase”, “Semester Number”: the row of the same person further up says otherwise and "
                   "is followed");

  older = apply (store, HEADER CAMILLE "2;SOCLE;MG;SASPAS;H25\n");
  g_assert_cmpuint (dites_plan_get_n_problems (older), ==, 1);
  g_assert_cmpstr (dites_plan_get_problem (older, 0).message, ==,
                   "“Speciality (DES)”, “Phase”, “Semester Number”: known for a later semester and kept");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/plan/merge/older-list", test_older_list);
  g_test_add_func ("/plan/merge/revised-list", test_revised_list);
  g_test_add_func ("/plan/merge/older-list-fills", test_older_list_fills);
  g_test_add_func ("/plan/merge/two-semesters", test_two_semesters);
  g_test_add_func ("/plan/merge/older-list-decided", test_older_list_decided);
  g_test_add_func ("/plan/merge/moved", test_moved);
  g_test_add_func ("/plan/merge/moved-and-added", test_moved_and_added);
  g_test_add_func ("/plan/merge/corrected", test_corrected);
  g_test_add_func ("/plan/merge/made-by-hand", test_made_by_hand);
  g_test_add_func ("/plan/merge/chosen-anew", test_chosen_anew);
  g_test_add_func ("/plan/merge/answered-again", test_answered_again);
  g_test_add_func ("/plan/merge/one-sentence", test_one_sentence);

  return g_test_run ();
}
