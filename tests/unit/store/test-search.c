/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-index.h"
#include "dites-search.h"

typedef struct
{
  const char *search;
  const char *expected; /* (nullable) */
} Case;

static void
test_expression (void)
{
  static const Case cases[] = {
    { NULL, NULL },
    { " … ", NULL },
    { "Œuf d’Élan", "\"oeuf\"* AND \"d\"* AND \"elan\"*" },
    { "06 39 98 00", "\"06399800\"*" },
    { "06.39-98", "\"063998\"*" },
    { "+33 6 39 98", "\"3363998\"*" },
    { "loup 06 3", "\"loup\"* AND \"063\"*" },
    { "32 rue 06", "\"32\"* AND \"rue\"* AND \"06\"*" },
    { "2026 3", "\"2026\"* AND \"3\"*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expression = dites_search_expression (cases[i].search);

      g_assert_cmpstr (expression, ==, cases[i].expected);
    }
}

static void
test_split (void)
{
  guint64          initials;
  g_autofree char *both = dites_search_split ("ours b 3", &initials);
  g_autofree char *none = NULL;

  g_assert_cmpstr (both, ==, "\"ours\"*");
  g_assert_cmpuint (initials, ==, dites_index_initial ('b') | dites_index_initial ('3'));
  none = dites_search_split ("b", &initials);
  g_assert_null (none);
  g_assert_cmpuint (initials, ==, dites_index_initial ('b'));
}

static void
test_words (void)
{
  static const Case cases[] = {
    { "", "" },
    { "Ours brun\nours", "ours brun" },
    { "a b a c b", "a b c" },
    { "Tél. 06 39 98 00 01 le soir", "tel 06 39 98 00 01 le soir 0639980001" },
    { "+33 6.39.98.00.01", "33 6 39 98 00 01 33639980001" },
    { "06\n39", "06 39" },
    { "12 et 13", "12 et 13" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = dites_search_words (cases[i].search);

      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

/* Many words are told apart in another way than few. */
static void
test_many_words (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "w%u ", i % 100);
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (expected, "%sw%u", i > 0 ? " " : "", i);

  words = dites_search_words (text->str);
  g_assert_cmpstr (words, ==, expected->str);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/expression", test_expression);
  g_test_add_func ("/search/split", test_split);
  g_test_add_func ("/search/words", test_words);
  g_test_add_func ("/search/many-words", test_many_words);

  return g_test_run ();
}
