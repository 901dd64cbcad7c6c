/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-semester.h"

static void
test_calendar (void)
{
  static const struct
  {
    gboolean    winter;
    int         year;
    const char *start;
  } cases[] = {
    { TRUE, 2023, "2023-11-02" },
    { FALSE, 2024, "2024-05-02" },
    { TRUE, 2024, "2024-11-04" },
    { FALSE, 2025, "2025-05-02" },
    { TRUE, 2025, "2025-11-03" },
    { FALSE, 2026, "2026-05-04" },
    { TRUE, 2026, "2026-11-02" },
    { FALSE, 2027, "2027-05-03" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DitesDay  start = dites_semester_get_default_start (cases[i].winter, cases[i].year);
      DitesTerm term = { cases[i].winter, cases[i].year };
      DitesTerm next = dites_term_get_next (term);

      g_assert_cmpint (start, ==, dites_day_from_iso (cases[i].start));
      g_assert_cmpint (dites_semester_get_default_end (term.winter, term.year) + 1, ==,
                       dites_semester_get_default_start (next.winter, next.year));
    }

  /* Every day is in one semester, and in the one that holds it. */
  for (DitesDay day = dites_day_from_iso ("2015-01-01"); day < dites_day_from_iso ("2035-01-01"); day++)
    {
      DitesTerm term = dites_term_of_day (day);

      g_assert_cmpint (dites_semester_get_default_start (term.winter, term.year), <=, day);
      g_assert_cmpint (dites_semester_get_default_end (term.winter, term.year), >=, day);
    }
}

static void
test_labels (void)
{
  DitesTerm        winter = { TRUE, 2025 };
  DitesTerm        summer = { FALSE, 2026 };
  g_autofree char *long_winter = dites_term_get_label (winter);
  g_autofree char *long_summer = dites_term_get_label (summer);
  DitesTerm        found;

  g_assert_cmpstr (long_winter, ==, "Winter semester 2025–2026");
  g_assert_cmpstr (long_summer, ==, "Summer semester 2026");

  g_assert_true (dites_term_find_in_text (long_winter, &found) && found.winter && found.year == 2025);
  g_assert_true (dites_term_find_in_text (long_summer, &found) && !found.winter && found.year == 2026);
  g_assert_true (dites_term_find_in_text ("W25", &found) && found.winter && found.year == 2025);
}

static void
test_find (void)
{
  static const struct
  {
    const char *text;
    int         year; /* 0: none */
    gboolean    winter;
  } cases[] = {
    { "Semestre d'hiver 2025-2026", 2025, TRUE },
    { "SEMESTRE D’HIVER 2025/2026", 2025, TRUE },
    { "Liste des internes affectés dans le Gers - Semestre d'hiver 2025-2026", 2025, TRUE },
    { "Internes du Gers, semestre d'été 2026", 2026, FALSE },
    { "hiver 25-26", 2025, TRUE },
    { "été 2026", 2026, FALSE },
    { "2026 semestre d'été", 2026, FALSE },
    { "H25", 2025, TRUE },
    { "E26", 2026, FALSE },
    { "e2026", 2026, FALSE },
    { "mai à novembre 2018", 2018, FALSE },
    { "Mai 2018 - octobre 2018", 2018, FALSE },
    { "novembre 2025 à avril 2026", 2025, TRUE },
    { "nov 2025 - avril 2026", 2025, TRUE },
    { "de novembre à avril 2026", 2025, TRUE },
    { "Du 03/11/2025 au 03/05/2026", 2025, TRUE },
    { "2026-06-15", 2026, FALSE },
    { "3 novembre 2025", 2025, TRUE },
    { "Cette liste a été éditée à la main", 0, FALSE },
    { "URGENCES ADULTES", 0, FALSE },
    { "2025", 0, FALSE },
    { "CH AUCH", 0, FALSE },
    { "", 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DitesTerm term = { FALSE, 0 };
      gboolean  found = dites_term_find_in_text (cases[i].text, &term);

      g_test_message ("%s: %d %d %d", cases[i].text, found, term.winter, term.year);
      g_assert_cmpint (found, ==, cases[i].year != 0);
      if (found)
        {
          g_assert_cmpint (term.year, ==, cases[i].year);
          g_assert_cmpint (term.winter, ==, cases[i].winter);
        }
    }
  g_assert_false (dites_term_find_in_text (NULL, &(DitesTerm) { 0 }));
}

static void
test_document (void)
{
  DitesTerm term = { TRUE, 2025 };
  DitesTerm other = { FALSE, 2025 };
  DitesTerm read;
  g_autoptr (DitesDocument) document = dites_term_new_document (term);
  g_autoptr (DitesDocument) again = dites_term_new_document (term);
  g_autofree char *other_id = dites_term_get_id (other);

  g_assert_cmpstr (dites_document_get_id (document), ==, dites_document_get_id (again));
  g_assert_cmpstr (dites_document_get_id (document), !=, other_id);
  g_assert_true (dites_semester_get_term (document, &read));
  g_assert_true (read.winter && read.year == 2025);
  g_assert_cmpint (dites_semester_get_start (document), ==, dites_day_from_iso ("2025-11-03"));
  g_assert_cmpint (dites_semester_get_end (document), ==, dites_day_from_iso ("2026-05-03"));
}

static void
test_number (void)
{
  static const struct
  {
    const char *header, *text, *season;
    int         number;
  } cases[] = {
    { "Semestre", "3", NULL, 3 },
    { "semestre", "3,0", NULL, 3 },
    { "semestre", "12.00", NULL, 12 },
    { "semestre", "3,5", NULL, 0 },
    { "semestre", "S1", NULL, 1 },
    { "sem", "1er", NULL, 1 },
    { "sem", "TCEM1", NULL, 1 },
    { "semestre", "1A", "winter", 1 },
    { "semestre", "1A", "summer", 2 },
    { "annee", "2", "winter", 3 },
    { "ANNÉE", "2", "summer", 4 },
    { "Année d’internat", "1", "winter", 1 },
    { "annee", "2A", "summer", 4 },
    { "anciennete", "2", NULL, 3 },
    { "Ancienneté", "0", NULL, 1 },
    { "Ancienneté (semestres)", "3", NULL, 4 },
    { "semestres valides", "0", NULL, 1 },
    { "Semestres validés", "4", NULL, 5 },
    { "semestre", "13", NULL, 0 },
    { "semestre", "", NULL, 0 },
    { "semestre", "2025-2026", NULL, 0 },
    { NULL, "6e semestre", NULL, 6 },
    { "semestre", "0", NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s: %s", cases[i].header, cases[i].text);
      g_assert_cmpint (dites_semester_no_read (cases[i].header, cases[i].text, cases[i].season), ==, cases[i].number);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/semester/calendar", test_calendar);
  g_test_add_func ("/semester/labels", test_labels);
  g_test_add_func ("/semester/find", test_find);
  g_test_add_func ("/semester/document", test_document);
  g_test_add_func ("/semester/number", test_number);

  return g_test_run ();
}
