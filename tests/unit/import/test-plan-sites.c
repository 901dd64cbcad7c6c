/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan-known.h"

#include <string.h>

/* Which site a list means: the same one the next time, whatever the import itself has made. */

#define HEADER "NOM;PRENOM;MAIL;TERRAIN DE STAGE;PERIODE\n"

static guint
count_sites (PlanKnown *store)
{
  g_autoptr (GPtrArray) sites = plan_known_list (store, "site");

  return sites->len;
}

/* The names of all sites, in the order of the alphabet, with a stroke between them. */
static void
assert_sites (PlanKnown  *store,
              const char *expected)
{
  g_autoptr (GPtrArray) sites = plan_known_list (store, "site");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < sites->len; i++)
    g_ptr_array_add (names, dites_document_dup_string (g_ptr_array_index (sites, i), "name"));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv ("|", (char **) names->pdata);

  g_assert_cmpstr (joined, ==, expected);
}

/* A shipped site that is still to be confirmed is found by some of its words, once it is in the store as before. */
static void
test_shipped (void)
{
  static const char list[] = HEADER "FICTIF;Camille;c1@exemple.invalid;CH FLEURANCE;H25\n"
                                    "BIDON;Zoé;c2@exemple.invalid;CH MIRANDE / Médecine;H25\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  plan_known_import (store, list, "NN");
  assert_sites (store, "Centre hospitalier de Mirande|Établissement public de santé de Lomagne – site de Fleurance");
  plan_known_import (store, list, "SS");
}

/* Somebody gave a shipped site another name: it is still the same, and not written a second time. */
static void
test_shipped_renamed (void)
{
  static const char list[] = HEADER "FICTIF;Camille;c1@exemple.invalid;CH MIRANDE;H25\n";
  g_autoptr (PlanKnown) store = plan_known_new ();
  g_autoptr (GPtrArray) sites = NULL;
  g_autoptr (DitesDocumentBuilder) builder = NULL;
  g_autoptr (DitesDocument) renamed = NULL;

  plan_known_import (store, list, "N");
  sites = plan_known_list (store, "site");
  builder = dites_document_builder_new_from (g_ptr_array_index (sites, 0));
  dites_document_builder_set_string (builder, "name", "Hôpital des Fictions");
  renamed = dites_document_builder_end (builder);
  plan_known_put (store, renamed);

  plan_known_import (store, HEADER "BIDON;Zoé;c2@exemple.invalid;CH MIRANDE;H25\n", "N");
  plan_known_import (store, list, "S");
}

/* A doctor in a commune is one place, whatever service the list gives them. */
static void
test_doctor_of_two_services (void)
{
  static const char list[] = HEADER "FICTIF;Camille;c1@exemple.invalid;Dr ESSAI (Eauze) / Gériatrie;H25\n"
                                    "BIDON;Zoé;c2@exemple.invalid;Dr ESSAI (Eauze) / Médecine;H25\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  plan_known_import (store, list, "NN");
  g_assert_cmpuint (count_sites (store), ==, 1);
  plan_known_import (store, list, "SS");
}

/* The same words for the same sort of house are one site, in one list as in two. */
static void
test_same_words (void)
{
  static const char list[] = HEADER "FICTIF;Camille;c1@exemple.invalid;CH de Fictionville;H25\n"
                                    "BIDON;Zoé;c2@exemple.invalid;Hôpital FICTIONVILLE;H25\n"
                                    "MODÈLE;Anne;c3@exemple.invalid;Hôpital FICTIONVILLE / Pédiatrie;H25\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  plan_known_import (store, list, "NNN");
  assert_sites (store, "CH de Fictionville|Hôpital FICTIONVILLE");
  plan_known_import (store, list, "SSS");
}

/* What an import made does not attract what another row means. */
static void
test_wider_name (void)
{
  static const char list[] = HEADER "FICTIF;Camille;c1@exemple.invalid;Clinique des Fictions de Bidonville;H25\n"
                                    "BIDON;Zoé;c2@exemple.invalid;Clinique des Fictions;H25\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  plan_known_import (store, list, "NN");
  g_assert_cmpuint (count_sites (store), ==, 2);
  plan_known_import (store, list, "SS");
}

/* A doctor in front of a house does not make another house of it, which then would be found instead. */
static void
test_doctor_in_a_house (void)
{
  static const char list[] = HEADER "FICTIF;Camille;c1@exemple.invalid;Dr ESSAI / MSP de Seissan;H25\n"
                                    "BIDON;Zoé;c2@exemple.invalid;MSP de Seissan;H25\n"
                                    "MODÈLE;Anne;c3@exemple.invalid;Dr LEURRE - CH CONDOM;H25\n"
                                    "FEINTE;Ève;c4@exemple.invalid;CH CONDOM;H25\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  plan_known_import (store, list, "NNNN");
  assert_sites (store, "Centre hospitalier de Condom|Maison de santé pluridisciplinaire de Seissan");
  plan_known_import (store, list, "SSSS");
}

/* A column for doctors may hold a house: it is not lost beside the one of the row. */
static void
test_house_among_doctors (void)
{
  static const char list[] = "NOM;PRENOM;MAIL;ETABLISSEMENT;MSU 1;MSU 2;PERIODE\n"
                             "FICTIF;Camille;c1@exemple.invalid;CH TARBES;CH de Fictionville;Dr ESSAI;H25\n";
  g_autoptr (PlanKnown) store = plan_known_new ();

  plan_known_import (store, list, "N");
  assert_sites (store, "CH TARBES|CH de Fictionville");
  plan_known_import (store, list, "S");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/plan/sites/shipped", test_shipped);
  g_test_add_func ("/plan/sites/shipped-renamed", test_shipped_renamed);
  g_test_add_func ("/plan/sites/doctor-of-two-services", test_doctor_of_two_services);
  g_test_add_func ("/plan/sites/same-words", test_same_words);
  g_test_add_func ("/plan/sites/wider-name", test_wider_name);
  g_test_add_func ("/plan/sites/doctor-in-a-house", test_doctor_in_a_house);
  g_test_add_func ("/plan/sites/house-among-doctors", test_house_among_doctors);

  return g_test_run ();
}
