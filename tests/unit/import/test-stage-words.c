/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-stage-department.h"
#include "dites-stage-words.h"

static void
assert_left (DitesStageWords *words,
             const char      *expected)
{
  g_autofree char *left = dites_stage_words_join (words);

  g_assert_cmpstr (left, ==, expected);
}

/* The words stay as they were written. */
static void
test_join (void)
{
  g_autoptr (DitesStageWords) words = dites_stage_words_new ("Maison  de santé d'Éauze");
  g_autoptr (DitesStageWords) none = dites_stage_words_new (" ");

  g_assert_false (dites_stage_words_is_empty (words));
  assert_left (words, "Maison de santé d'Éauze");
  g_assert_true (dites_stage_words_is_empty (none));
  assert_left (none, "");
}

static void
test_title (void)
{
  g_autoptr (DitesStageWords) words = dites_stage_words_new ("Dr BIDON");
  g_autoptr (DitesStageWords) other = dites_stage_words_new ("Maison BIDON");

  g_assert_true (dites_stage_words_take_title (words));
  assert_left (words, "BIDON");
  g_assert_false (dites_stage_words_take_title (words));
  g_assert_false (dites_stage_words_take_title (other));
  assert_left (other, "Maison BIDON");
}

/* The longest name that a house has says what it is. */
static void
test_establishment (void)
{
  static const struct
  {
    const char *text;
    const char *type;
  } houses[] = {
    { "CH Auch", "hopital" },
    { "Centre hospitalier de Condom", "hopital" },
    { "Centre de santé de Fictif", "cds" },
    { "Centre territorial de santé", "cts" },
    { "Maison de santé pluriprofessionnelle", "msp" },
    { "Cabinet médical", "cabinet_msu" },
    { "Clinique de Bidon", "clinique" },
    { "Auch", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (houses); i++)
    {
      g_autoptr (DitesStageWords) words = dites_stage_words_new (houses[i].text);

      g_assert_cmpstr (dites_stage_words_find_establishment (words), ==, houses[i].type);
      assert_left (words, houses[i].text);
    }
}

/* A sort of stage is taken out, unless it is a service too. */
static void
test_stage_type (void)
{
  g_autoptr (DitesStageWords) words = dites_stage_words_new ("SASPAS Eauze");
  g_autoptr (DitesStageWords) service = dites_stage_words_new ("Urgences Auch");
  g_autoptr (DitesStageWords) none = dites_stage_words_new ("Bidon");

  g_assert_cmpstr (dites_stage_words_take_stage_type (words, FALSE), ==, "saspas");
  assert_left (words, "Eauze");
  g_assert_cmpstr (dites_stage_words_take_stage_type (service, FALSE), ==, "urgences");
  assert_left (service, "Urgences Auch");
  g_assert_null (dites_stage_words_take_stage_type (none, FALSE));
}

/* The last commune of several; names of several words; none that is not of the Gers. */
static void
test_commune (void)
{
  static const struct
  {
    const char *text;
    const char *commune;
    const char *left;
  } texts[] = {
    { "CH Auch", "Auch", "CH" },
    { "Cabinet à Vic-Fezensac", "Vic-Fezensac", "Cabinet" },
    { "MSP L'ISLE JOURDAIN", "L’Isle-Jourdain", "MSP" },
    { "Auch puis Eauze", "Eauze", "Auch puis" },
    { "CH Tarbes", NULL, "CH Tarbes" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DitesStageWords) words = dites_stage_words_new (texts[i].text);
      const DitesCommune *commune = dites_stage_words_take_commune (words);

      g_assert_cmpstr (commune != NULL ? commune->name : NULL, ==, texts[i].commune);
      assert_left (words, texts[i].left);
    }
}

static void
test_department (void)
{
  g_autoptr (DitesStageWords) words = dites_stage_words_new ("CH Auch URG");
  g_autoptr (DitesStageWords) none = dites_stage_words_new ("CH Auch");
  g_autofree char *department = NULL;
  g_autofree char *nothing = NULL;

  g_assert_true (dites_stage_words_is_department (words));
  department = dites_stage_words_take_department (words);
  g_assert_cmpstr (department, ==, "Urgences");
  assert_left (words, "CH Auch");

  g_assert_false (dites_stage_words_is_department (none));
  nothing = dites_stage_words_take_department (none);
  g_assert_null (nothing);
}

static void
test_small (void)
{
  g_autoptr (DitesStageWords) words = dites_stage_words_new ("stage de Bidon");

  g_assert_true (dites_stage_words_is_small ("de"));
  g_assert_true (dites_stage_words_is_small ("stage"));
  g_assert_false (dites_stage_words_is_small ("Bidon"));
  dites_stage_words_drop_small (words);
  assert_left (words, "Bidon");
}

/* Services as people read them, and the sort of stage that is one there. */
static void
test_departments (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    const char *stage_type;
  } departments[] = {
    { "URG", "Urgences", "urgences" },
    { "med poly", "Médecine polyvalente", "medecine_adulte_polyvalente" },
    { "Pédiatrie", "Pédiatrie", "sante_enfant" },
    { "gynéco obs", "Gynécologie obstétrique", "sante_femme" },
    { "cardio", "Cardiologie", NULL },
    { "Unité Bidon", "Unité Bidon", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (departments); i++)
    {
      g_autofree char *name = dites_stage_department_format (departments[i].text);

      g_assert_cmpstr (name, ==, departments[i].name);
      g_assert_cmpstr (dites_stage_type_of_department (departments[i].text), ==, departments[i].stage_type);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/stage-words/join", test_join);
  g_test_add_func ("/stage-words/title", test_title);
  g_test_add_func ("/stage-words/establishment", test_establishment);
  g_test_add_func ("/stage-words/stage-type", test_stage_type);
  g_test_add_func ("/stage-words/commune", test_commune);
  g_test_add_func ("/stage-words/department", test_department);
  g_test_add_func ("/stage-words/small", test_small);
  g_test_add_func ("/stage-words/departments", test_departments);

  return g_test_run ();
}
