/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-day.h"

#include <string.h>

static void
assert_parsed (const char *text,
               const char *expected)
{
  DitesDay         day = dites_day_parse (text);
  g_autofree char *iso = day == DITES_DAY_NONE ? g_strdup ("none") : dites_day_to_iso (day);

  g_test_message ("%s", text);
  g_assert_cmpstr (iso, ==, expected);
}

static void
test_parse (void)
{
  static const char *const cases[][2] = {
    { "14/10/2025", "2025-10-14" },
    { "2/11/25", "2025-11-02" },
    { "02.01.99", "1999-01-02" },
    { "29-02-2000", "2000-02-29" },
    { "2025-11-03", "2025-11-03" },
    { "2025-11-03T00:00:00Z", "2025-11-03" },
    { "14/10/2025 18:42:07", "2025-10-14" },
    { " 02/11/2025 ", "2025-11-02" },
    { "'02/11/2025", "2025-11-02" },
    { "lundi 3 novembre 2025", "2025-11-03" },
    { "Lundi 3 Nov. 2025", "2025-11-03" },
    { "1er mai 2026", "2026-05-01" },
    { "3-août-26", "2026-08-03" },
    { "15 DÉCEMBRE 1998", "1998-12-15" },
    { "5 January 2026", "2026-01-05" },
    { "3 juin 2025", "2025-06-03" },
    { "3 juil. 2025", "2025-07-03" },
    { "45964", "2025-11-03" },
    { "45964,0", "2025-11-03" },
    { "45964.75", "2025-11-03" },
    { "36526", "2000-01-01" },
    { "", "none" },
    { "-", "none" },
    { "31/02/2025", "none" },
    { "29/02/2001", "none" },
    { "13/13/2025", "none" },
    { "2025", "none" },
    { "0612345678", "none" },
    { "12345", "none" },
    { "3 ju 2025", "none" },
    { "bientôt", "none" },
    { "1/2/3/4", "none" },
    { "02/11/2025 au 30/04/2026", "none" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_parsed (cases[i][0], cases[i][1]);
  g_assert_cmpint (dites_day_parse (NULL), ==, DITES_DAY_NONE);
}

/* Every day of the calendar, against GLib's. */
static void
test_calendar (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, 1, 1);
  DitesDay day = dites_day_from_ymd (1, 1, 1);

  while (g_date_get_year (date) < 3000)
    {
      int year, month, day_of_month;

      dites_day_get_ymd (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, g_date_get_year (date));
      g_assert_cmpint (month, ==, g_date_get_month (date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (date));
      g_assert_cmpint (dites_day_weekday (day), ==, g_date_get_weekday (date));
      g_assert_cmpint (dites_day_from_ymd (year, month, day_of_month), ==, day);

      g_date_add_days (date, 1);
      day++;
    }

  g_assert_cmpint (dites_day_from_ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (dites_day_from_ymd (0, 1, 1), ==, DITES_DAY_NONE);
  g_assert_cmpint (dites_day_from_ymd (10000, 1, 1), ==, DITES_DAY_NONE);
}

static void
test_iso (void)
{
  static const char *const wrong[] = { "", "2025-1-1", "2025-01-01 ", "2025/01/01", "25-01-01", "2025-02-30" };

  for (DitesDay day = -800000 + 90000; day < 100000; day += 97)
    {
      g_autofree char *iso = NULL;

      if (day < dites_day_from_ymd (1, 1, 1))
        continue;
      iso = dites_day_to_iso (day);
      g_assert_cmpint (dites_day_from_iso (iso), ==, day);
      g_assert_cmpint (dites_day_parse (iso), ==, day);
    }

  g_assert_cmpint (dites_day_from_iso (NULL), ==, DITES_DAY_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (dites_day_from_iso (wrong[i]), ==, DITES_DAY_NONE);
}

static void
test_format (void)
{
  DitesDay         day = dites_day_from_ymd (2026, 11, 2);
  g_autofree char *in_figures = dites_day_format (day, DITES_DAY_SHORT);
  g_autofree char *in_words = dites_day_format (day, DITES_DAY_LONG);

  g_assert_cmpstr (in_figures, ==, "02/11/2026");
  g_assert_cmpstr (in_words, ==, "2 November 2026");
  g_assert_cmpint (dites_day_parse (in_figures), ==, day);
  g_assert_cmpint (dites_day_parse (in_words), ==, day);
}

static void
test_add_months (void)
{
  DitesDay day = dites_day_from_ymd (2027, 8, 31);

  g_assert_cmpint (dites_day_add_months (day, 6), ==, dites_day_from_ymd (2028, 2, 29));
  g_assert_cmpint (dites_day_add_months (day, -6), ==, dites_day_from_ymd (2027, 2, 28));
  g_assert_cmpint (dites_day_add_months (day, 12), ==, dites_day_from_ymd (2028, 8, 31));
  g_assert_cmpint (dites_day_add_months (day, -12 * 3000), ==, DITES_DAY_NONE);
}

static void
test_now (void)
{
  g_autofree char *now = dites_now_iso ();

  g_assert_cmpuint (strlen (now), ==, 20);
  g_assert_true (g_str_has_suffix (now, "Z"));
  g_assert_cmpint (dites_day_parse (now), !=, DITES_DAY_NONE);
  g_assert_cmpint (dites_day_today (), >=, dites_day_from_ymd (2026, 1, 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/day/calendar", test_calendar);
  g_test_add_func ("/day/iso", test_iso);
  g_test_add_func ("/day/format", test_format);
  g_test_add_func ("/day/add-months", test_add_months);
  g_test_add_func ("/day/now", test_now);

  return g_test_run ();
}
