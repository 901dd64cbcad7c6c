/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "dites-list-unwrap.h"

/* @expected is %NULL where nothing must change. */
static void
check (const char *text,
       const char *expected)
{
  g_autofree char *copy = g_strdup (text);
  gsize            length = strlen (copy);

  g_assert_cmpint (dites_list_unwrap (copy, &length), ==, expected != NULL);
  g_assert_cmpstr (copy, ==, expected != NULL ? expected : text);
  g_assert_cmpuint (length, ==, strlen (copy));
}

static void
test_wrapped (void)
{
  check ("\"a,b,c\"\n\"d,\"\"e,f\"\",g\"\n", "a,b,c\nd,\"e,f\",g\n");
  check ("a,b,c\r\n\"d,\"\"e\"\",f\"\r\n\r\n\"g;h,i,j\"", "a,b,c\r\nd,\"e\",f\r\n\r\ng;h,i,j");
  check ("\"a;b;c\"\r\"d;e;f\"\r", "a;b;c\rd;e;f\r");
}

static void
test_not_wrapped (void)
{
  check ("", NULL);
  check ("\"", NULL);
  check ("a,b,c\nd,e,f\n", NULL);
  check ("\"a\",\"b\",\"c\"\n\"d\",\"e\",\"f\"\n", NULL);
  check ("\"a,b,c\"\n\"d\",\"e,f\"\n", NULL);
  /* One column of texts with a comma. */
  check ("\"NOM\"\n\"FICTIF, Camille\"\n\"ESSAI, Anne\"\n", NULL);
  /* One column of sentences. */
  check ("\"a, b, c\"\n\"d\"\n\"e, f\"\n\"g, h, i, j\"\n", NULL);
  check ("a;\"b\nc\";d\n", NULL);
}

/* Wrapping a list, as a spreadsheet does, and unwrapping it gives the list. */
static void
test_round_trip (void)
{
  static const char *const cells[] = { "FICTIF", "\"Studio, colocation\"", "\"Le \"\"T1\"\"\"", "", "é", "450;00", "\"a;b|c\"" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint n = 0; n < 2000; n++)
    {
      g_autoptr (GString) list = g_string_new (NULL);
      g_autoptr (GString) wrapped = g_string_new (NULL);
      guint    n_columns = g_rand_int_range (rand, 3, 9);
      gboolean has_quotes = FALSE;

      for (int row = g_rand_int_range (rand, 1, 10); row > 0; row--)
        {
          g_autoptr (GString) line = g_string_new (NULL);
          g_autoptr (GString) doubled = NULL;

          for (guint i = 0; i < n_columns; i++)
            g_string_append_printf (line, "%s%s", i > 0 ? "," : "", cells[g_rand_int_range (rand, 0, G_N_ELEMENTS (cells))]);

          doubled = g_string_new (line->str);
          g_string_replace (doubled, "\"", "\"\"", 0);
          g_string_append_printf (list, "%s\r\n", line->str);
          if (strpbrk (line->str, "\";") != NULL)
            g_string_append_printf (wrapped, "\"%s\"\r\n", doubled->str);
          else
            g_string_append_printf (wrapped, "%s\r\n", line->str);
          has_quotes |= strpbrk (line->str, "\";") != NULL;
        }

      check (wrapped->str, has_quotes ? list->str : NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/list-unwrap/wrapped", test_wrapped);
  g_test_add_func ("/list-unwrap/not-wrapped", test_not_wrapped);
  g_test_add_func ("/list-unwrap/round-trip", test_round_trip);

  return g_test_run ();
}
