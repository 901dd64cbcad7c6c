/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan-known.h"

#include <string.h>

/* What the cells of a list come to, and what is said about them. */

static DitesDocument *
import_one (PlanKnown  *store,
            const char *text)
{
  g_autoptr (GPtrArray) interns = NULL;

  plan_known_import (store, text, "N");
  interns = plan_known_list (store, "intern");
  g_assert_cmpuint (interns->len, ==, 1);

  return g_ptr_array_index (interns, 0);
}

static void
assert_member (DitesDocument *document,
               const char    *member,
               const char    *expected)
{
  g_autofree char *value = dites_document_dup_string (document, member);

  g_assert_cmpstr (value, ==, expected);
}

static void
assert_extra (DitesDocument *document,
              const char    *header,
              const char    *expected)
{
  DitesJson        extra, value = { NULL, 0 };
  g_autofree char *text = NULL;

  if (dites_document_get (document, "extra", &extra))
    dites_json_get_member (extra, header, &value);
  text = value.text != NULL ? dites_json_dup_string (value) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

/* The name in brackets is the one of birth, whether both names have one column or two. */
static void
test_name_in_brackets (void)
{
  static const char *const lists[] = {
    "INTERNE;MAIL;DES\nFICTIF Camille (BIDON);c1@exemple.invalid;MG\n",
    "NOM;PRENOM;MAIL;DES\nFICTIF (BIDON);Camille;c1@exemple.invalid;MG\n",
    "NOM;PRENOM;MAIL;DES\nFICTIF née BIDON;Camille;c1@exemple.invalid;MG\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (PlanKnown) store = plan_known_new ();
      DitesDocument *intern = import_one (store, lists[i]);

      assert_member (intern, "family_name", "BIDON");
      assert_member (intern, "usual_name", "FICTIF");
      assert_member (intern, "first_name", "Camille");
      plan_known_import (store, lists[i], "S");
    }
}

/* What is no name stays, beside the person and not in their name. */
static void
test_note_in_brackets (void)
{
  static const struct
  {
    const char *list;
    const char *header;
    const char *note;
  } cases[] = {
    { "INTERNE;MAIL;TEL\nFICTIF Camille (MG);c1@exemple.invalid;0639980001\n", "INTERNE", "MG" },
    { "INTERNE;MAIL;TEL\nFICTIF Camille (en congé);c1@exemple.invalid;0639980001\n", "INTERNE", "en congé" },
    { "NOM;PRENOM;MAIL\nFICTIF (S3);Camille;c1@exemple.invalid\n", "NOM", "S3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlanKnown) store = plan_known_new ();
      DitesDocument *intern = import_one (store, cases[i].list);

      assert_member (intern, "family_name", "FICTIF");
      assert_member (intern, "usual_name", NULL);
      assert_member (intern, "first_name", "Camille");
      assert_extra (intern, cases[i].header, cases[i].note);
      plan_known_import (store, cases[i].list, "S");
    }
}

/* A column for the usual name goes before what stands in brackets. */
static void
test_brackets_and_usual_name (void)
{
  g_autoptr (PlanKnown) store = plan_known_new ();
  DitesDocument *intern = import_one (store, "NOM;NOM USUEL;PRENOM;MAIL\nFICTIF (FEINTE);BIDON;Camille;c1@exemple.invalid\n");

  assert_member (intern, "family_name", "FICTIF");
  assert_member (intern, "usual_name", "BIDON");
  assert_extra (intern, "NOM", "FEINTE");
}

/* A year of training is two semesters: which one, the season of each row says. */
static void
test_year_in_each_season (void)
{
  static const struct
  {
    const char *first_name;
    gint64      number;
  } expected[] = { { "Camille", 3 }, { "Zoé", 4 }, { "Luc", 3 }, { "Inès", 4 } };
  g_autoptr (PlanKnown) store = plan_known_new ();
  g_autoptr (GPtrArray) interns = NULL;

  plan_known_import (store,
                     "NOM;PRENOM;MAIL;NIVEAU;PERIODE\n"
                     "FICTIF;Camille;c1@exemple.invalid;2A;Hiver 2025\n"
                     "BIDON;Zoé;z1@exemple.invalid;2A;Été 2026\n"
                     "EXEMPLE;Luc;l1@exemple.invalid;2A;Hiver 2025\n"
                     "MODELE;Inès;i1@exemple.invalid;2A;Été 2026\n",
                     "NNNN");
  interns = plan_known_list (store, "intern");
  g_assert_cmpuint (interns->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < interns->len; i++)
    {
      g_autofree char *name = dites_document_dup_string (interns->pdata[i], "first_name");
      gint64           number = 0;
      guint            n = 0;

      while (n < G_N_ELEMENTS (expected) && strcmp (expected[n].first_name, name) != 0)
        n++;
      g_assert_cmpuint (n, <, G_N_ELEMENTS (expected));
      g_assert_true (dites_document_get_int (interns->pdata[i], "semester_no", &number));
      g_assert_cmpint (number, ==, expected[n].number);
    }
}

static guint
count_problems (const char *text)
{
  g_autoptr (PlanKnown) store = plan_known_new ();
  g_autoptr (DitesPlan) plan = plan_text (store, text, NULL);

  return dites_plan_get_n_problems (plan);
}

/* Without a semester a stage cannot be written, and that is said; a column without a single value says nothing. */
static void
test_semester_missing (void)
{
  g_assert_cmpuint (count_problems ("NOM;PRENOM;MAIL;ETAT\nFICTIF;Camille;c1@exemple.invalid;\n"), ==, 0);
  g_assert_cmpuint (count_problems ("NOM;PRENOM;MAIL;STAGE\nFICTIF;Camille;c1@exemple.invalid; \n"), ==, 0);
  g_assert_cmpuint (count_problems ("NOM;PRENOM;MAIL;STAGE\nFICTIF;Camille;c1@exemple.invalid;CH AUCH\n"), ==, 1);
}

/* “n/c” and the like stand for no value: nothing is said about them, and nothing of them is kept. */
static void
test_nothing (void)
{
  static const char *const cells[] = { "n/c", "NC", " ? ", "néant", "N.C.", "-", "/" };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *list = g_strdup_printf ("NOM;PRENOM;MAIL;TEL;N° POSTE\nFICTIF;Camille;c1@exemple.invalid;%s;%s\n", cells[i], cells[i]);
      g_autoptr (PlanKnown) store = plan_known_new ();
      DitesDocument *intern;

      g_assert_cmpuint (count_problems (list), ==, 0);
      intern = import_one (store, list);
      g_assert_false (dites_document_get (intern, "phones", NULL));
      assert_extra (intern, "N° POSTE", NULL);
    }

  g_assert_cmpuint (count_problems ("NOM;PRENOM;MAIL;TEL\nFICTIF;Camille;c1@exemple.invalid;néant !\n"), ==, 1);
}

/* A cell that no list has is cut, which is said once, whatever its column is. */
static void
test_oversized (void)
{
  static const char *const columns[] = { "N° POSTE", "REMARQUES", "DES", "DATE DE NAISSANCE", "TEL", "MAIL PERSO", "RANG", "TERRAIN DE STAGE",
                                         "ETABLISSEMENT", "BUDGET MAX", "VEHICULE" };
  g_autofree char         *cell = g_strnfill (5 * 1024 * 1024, 'x');

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *list = g_strdup_printf ("NOM;PRENOM;MAIL;SEMESTRE DE STAGE;%s\nFICTIF;Camille;c1@exemple.invalid;Novembre 2025;%s\n",
                                               columns[i], cell);
      g_autoptr (PlanKnown) store = plan_known_new ();
      g_autoptr (DitesPlan) plan = plan_text (store, list, NULL);
      DitesPlanProblem problem;

      g_assert_cmpuint (dites_plan_get_n_problems (plan), ==, 1);
      problem = dites_plan_get_problem (plan, 0);
      g_assert_cmpstr (problem.message, ==, "This text is too long and was cut");
      g_assert_cmpstr (problem.column, ==, columns[i]);
      g_assert_cmpuint (problem.line, ==, 2);
      g_assert_cmpint (problem.severity, ==, DITES_SEVERITY_WARNING);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/plan/reader/name-in-brackets", test_name_in_brackets);
  g_test_add_func ("/plan/reader/note-in-brackets", test_note_in_brackets);
  g_test_add_func ("/plan/reader/brackets-and-usual-name", test_brackets_and_usual_name);
  g_test_add_func ("/plan/reader/year-in-each-season", test_year_in_each_season);
  g_test_add_func ("/plan/reader/semester-missing", test_semester_missing);
  g_test_add_func ("/plan/reader/nothing", test_nothing);
  g_test_add_func ("/plan/reader/oversized", test_oversized);

  return g_test_run ();
}
