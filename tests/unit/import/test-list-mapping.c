/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "dites-error.h"
#include "dites-list-mapping.h"

static DitesListMapping *
guess (const char *text,
       const char *kind)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  DitesListOptions options = { NULL, FALSE, dites_list_count_headers };
  g_autoptr (DitesListTable) table = dites_list_table_read (bytes, &options, NULL, &error);

  g_assert_no_error (error);

  return dites_list_mapping_guess (table, dites_kind_get (kind));
}

/* What becomes of a column: "intern.family_name", or "extra", "sensitive", "ignored", "empty". */
static char *
dup_column (DitesListMapping *mapping,
            guint             column)
{
  static const char *const uses[] = { "empty", NULL, "extra", "sensitive", "ignored" };
  DitesColumnUse           use = dites_list_mapping_get_use (mapping, column);

  if (use != DITES_COLUMN_FIELD)
    {
      g_assert_null (dites_list_mapping_get_field (mapping, column));
      return g_strdup (uses[use]);
    }

  return g_strdup_printf ("%s.%s", dites_list_mapping_get_field_kind (mapping, column)->name,
                          dites_list_mapping_get_field (mapping, column)->name);
}

static void
assert_columns (DitesListMapping *mapping,
                const char       *expected)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *found = NULL;

  for (guint i = 0; i < dites_list_mapping_get_n_columns (mapping); i++)
    g_ptr_array_add (columns, dup_column (mapping, i));
  g_ptr_array_add (columns, NULL);
  found = g_strjoinv (" ", (char **) columns->pdata);
  g_assert_cmpstr (found, ==, expected);
}

#define ROWS "FICTIF;Camille;camille@exemple.invalid;1;x\nBIDON;Zoé;zoe@exemple.invalid;2;y\n"

/* By the headers; what announces sensitive data is not read, what nobody knows is kept. */
static void
test_headers (void)
{
  g_autoptr (DitesListMapping) mapping = guess ("NOM;PRENOM;MAIL;N° SECU;N° POSTE\n" ROWS, NULL);

  g_assert_cmpstr (dites_list_mapping_get_kind (mapping)->name, ==, "intern");
  g_assert_cmpstr (dites_list_mapping_get_header (mapping, 4), ==, "N° POSTE");
  assert_columns (mapping, "intern.family_name intern.first_name intern.emails sensitive extra");
  for (guint i = 0; i < 5; i++)
    g_assert_false (dites_list_mapping_is_decided (mapping, i));
}

/* A form asks in whole sentences. */
static void
test_questions (void)
{
  g_autoptr (DitesListMapping) mapping = guess (
    "Nom;Prénom;Cherchez-vous un logement ?;Budget max (charges comprises);Acceptez-vous la colocation ?;Avez-vous un véhicule ?;"
    "Avez-vous un animal ?;Avez-vous déjà un logement ?\n"
    "FICTIF;Camille;Oui;450,00 €;Peu importe;Oui;Non;Non\n",
    NULL);

  assert_columns (mapping, "intern.family_name intern.first_name placement.need placement.budget_cents placement.sharing "
                           "placement.car placement.pets extra");
}

/* “Prénom d’usage” is no first name, and no header is taken for another that it begins with. */
static void
test_preferred_name (void)
{
  g_autoptr (DitesListMapping) mapping = guess ("NOM;PRENOM D'USAGE;MAIL\nFICTIF;Camille;c@exemple.invalid\n", NULL);

  assert_columns (mapping, "intern.family_name intern.preferred_name intern.emails");
}

/* Written for one and for several, with the words of the law or without. */
static void
test_endings (void)
{
  g_autoptr (DitesListMapping) mapping =
    guess ("Nom(s);Prénom(s);Né(e) le;Maître(s) de stage universitaire;MSU(s)\n"
           "FICTIF;Camille;02/01/1999;Dr ESSAI (Eauze);Dr BIDON (Auch)\n",
           NULL);

  assert_columns (mapping, "intern.family_name intern.first_name intern.birth_date placement.supervisor placement.supervisor");
  g_clear_object (&mapping);
  mapping = guess ("Nom;Prénom;Semestre validés;Etablissement d'affectation;Responsable du stage\n"
                   "FICTIF;Camille;2;CH Auch;Dr ESSAI\n",
                   NULL);
  assert_columns (mapping, "intern.family_name intern.first_name intern.semester_no placement.establishment placement.supervisor");
}

/* By the look of the values, where headers say nothing. */
static void
test_values (void)
{
  g_autoptr (DitesListMapping) mapping = guess ("NOM;PRENOM;A;B\n"
                                                "FICTIF;Camille;camille@exemple.invalid;06 39 98 00 01\n"
                                                "BIDON;Zoé;zoe@exemple.invalid;06 39 98 00 02\n"
                                                "ESSAI;Anne;anne@exemple.invalid;06 39 98 00 03\n",
                                                NULL);

  assert_columns (mapping, "intern.family_name intern.first_name intern.emails intern.phones");
}

/* A list is about the kind whose headers it has; a caller may know better. */
static void
test_kind (void)
{
  static const char text[] = "Titre;Loyer charges comprises;Surface;Commune\nStudio;450;25;Auch\n";
  g_autoptr (DitesListMapping) guessed = guess (text, NULL);
  g_autoptr (DitesListMapping) given = guess (text, "site");

  g_assert_cmpstr (dites_list_mapping_get_kind (guessed)->name, ==, "housing");
  g_assert_cmpstr (dites_list_mapping_get_kind (given)->name, ==, "site");
}

static void
count_cb (DitesListMapping *mapping,
          guint            *n)
{
  (*n)++;
}

/* A person decides; a field with one value leaves the column that it had before. */
static void
test_set_field (void)
{
  g_autoptr (DitesListMapping) mapping = guess ("NOM;PRENOM;MAIL;N° SECU;N° POSTE\n" ROWS, NULL);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_signal_connect (mapping, "changed", G_CALLBACK (count_cb), &n);
  g_assert_true (dites_list_mapping_set_field (mapping, 4, "family_name", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (dites_list_mapping_is_decided (mapping, 4));
  assert_columns (mapping, "extra intern.first_name intern.emails sensitive intern.family_name");

  g_assert_true (dites_list_mapping_set_field (mapping, 0, "emails", &error));
  g_assert_true (dites_list_mapping_set_field (mapping, 4, "placement.wanted", &error));
  assert_columns (mapping, "intern.emails intern.first_name intern.emails sensitive placement.wanted");

  dites_list_mapping_set_use (mapping, 1, DITES_COLUMN_IGNORED);
  dites_list_mapping_set_use (mapping, 4, DITES_COLUMN_EXTRA);
  assert_columns (mapping, "intern.emails ignored intern.emails sensitive extra");
  g_assert_cmpuint (n, ==, 5);
}

/* Sensitive columns stay unread, whatever anybody decides; what is no field cannot be chosen. */
static void
test_cannot (void)
{
  g_autoptr (DitesListMapping) mapping = guess ("NOM;PRENOM;MAIL;N° SECU;N° POSTE\n" ROWS, NULL);
  static const char *const names[] = { "bidon", "", "placement.bidon", "housing.title", "placement.intern" };

  for (gsize i = 0; i <= G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      guint column = i < G_N_ELEMENTS (names) ? 4 : 3;

      g_assert_false (dites_list_mapping_set_field (mapping, column, column == 4 ? names[i] : "family_name", &error));
      g_assert_error (error, DITES_ERROR, DITES_ERROR_INVALID);
    }
  dites_list_mapping_set_use (mapping, 3, DITES_COLUMN_EXTRA);
  assert_columns (mapping, "intern.family_name intern.first_name intern.emails sensitive extra");
}

/* What was decided serves the next list with the same header, also where a header comes twice. */
static void
test_json (void)
{
  static const char text[] = "NOM;PRENOM;NOTE;NOTE;N° POSTE\n" ROWS;
  g_autoptr (DitesListMapping) mapping = guess (text, NULL);
  g_autoptr (DitesListMapping) other = guess (text, NULL);
  g_autofree char *signature = dites_list_mapping_get_signature (mapping);
  g_autofree char *other_signature = dites_list_mapping_get_signature (other);
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (signature, ==, other_signature);
  g_assert_true (dites_list_mapping_set_field (mapping, 3, "local_ties", &error));
  dites_list_mapping_set_use (mapping, 2, DITES_COLUMN_IGNORED);
  dites_list_mapping_set_use (mapping, 4, DITES_COLUMN_EXTRA);

  json = dites_list_mapping_to_json (mapping);
  g_assert_true (dites_list_mapping_apply_json (other, json, &error));
  g_assert_no_error (error);
  assert_columns (other, "intern.family_name intern.first_name ignored intern.local_ties extra");
  g_assert_false (dites_list_mapping_is_decided (other, 0));
  g_assert_true (dites_list_mapping_is_decided (other, 4));
  again = dites_list_mapping_to_json (other);
  g_assert_cmpstr (json, ==, again);
}

static void
test_bad_json (void)
{
  static const char *const texts[] = { "", "{", "[]", "{}", "{\"columns\":[]}" };
  g_autoptr (DitesListMapping) mapping = guess ("NOM;PRENOM;MAIL;N° SECU;N° POSTE\n" ROWS, NULL);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) bad = NULL;

      g_assert_false (dites_list_mapping_apply_json (mapping, texts[i], &bad));
      g_assert_nonnull (bad);
    }

  /* A field that is no more, and a decision that is none. */
  g_assert_true (dites_list_mapping_apply_json (mapping, "{\"columns\":{\"n poste\":\"intern.bidon\",\"mail\":3}}", &error));
  g_assert_no_error (error);
  assert_columns (mapping, "intern.family_name intern.first_name intern.emails sensitive extra");
}

/* A copy is what the original was. */
static void
test_copy (void)
{
  g_autoptr (DitesListMapping) mapping = guess ("NOM;PRENOM;MAIL;N° SECU;N° POSTE\n" ROWS, NULL);
  g_autoptr (DitesListMapping) copy = dites_list_mapping_copy (mapping);

  dites_list_mapping_set_use (mapping, 0, DITES_COLUMN_IGNORED);
  assert_columns (copy, "intern.family_name intern.first_name intern.emails sensitive extra");
}

static void
test_count_headers (void)
{
  g_assert_cmpuint (dites_list_count_headers ((const char *const[]) { "nom", "prenom", "mail", NULL }), ==, 3);
  g_assert_cmpuint (dites_list_count_headers ((const char *const[]) { "iban", "maitre de stage 3", "bidon", "", NULL }), ==, 2);
  g_assert_cmpuint (dites_list_count_headers ((const char *const[]) { NULL }), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/list-mapping/headers", test_headers);
  g_test_add_func ("/list-mapping/questions", test_questions);
  g_test_add_func ("/list-mapping/preferred-name", test_preferred_name);
  g_test_add_func ("/list-mapping/endings", test_endings);
  g_test_add_func ("/list-mapping/values", test_values);
  g_test_add_func ("/list-mapping/kind", test_kind);
  g_test_add_func ("/list-mapping/set-field", test_set_field);
  g_test_add_func ("/list-mapping/cannot", test_cannot);
  g_test_add_func ("/list-mapping/json", test_json);
  g_test_add_func ("/list-mapping/bad-json", test_bad_json);
  g_test_add_func ("/list-mapping/copy", test_copy);
  g_test_add_func ("/list-mapping/count-headers", test_count_headers);

  return g_test_run ();
}
