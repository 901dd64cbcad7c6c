/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-fold.h"

typedef struct
{
  char *(*fold) (const char *text);
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
  { dites_fold, NULL, "" },
  { dites_fold, "  Évreux —  Œuf d’or ", "evreux - oeuf d'or" },
  { dites_fold, "ÇELIK-ESSAI", "celik-essai" },
  { dites_fold, "Cœur\u00a0de\u202fGascogne", "coeur de gascogne" },
  { dites_fold, "e\u0301te\u0301", "ete" },
  { dites_fold, "STRAẞE Łódź Ærø Đà ı İ", "strasse lodz aero da i i" },
  { dites_fold, "« ﬁn »", "\" fin \"" },
  { dites_fold, "a\tb\r\n\x01 c", "a b c" },
  { dites_fold, "soft\u00adhyphen", "softhyphen" },
  { dites_fold, "caf\xe9", "caf\xef\xbf\xbd" },
  { dites_fold_words, "N° d’étudiant :", "n d etudiant" },
  { dites_fold_words, "Nº 2", "n 2" },
  { dites_fold_words, "Prénom d'usage", "prenom d usage" },
  { dites_fold_words, "CIV.", "civ" },
  { dites_fold_words, "---", "" },
  { dites_fold_name, "Anne-Laure", "anne laure" },
  { dites_fold_name, "STE-CHRISTIE", "sainte christie" },
  { dites_fold_name, "St Clar", "saint clar" },
  { dites_fold_name, "Best", "best" },
  { dites_fold_place, "L’Isle-Jourdain", "isle jourdain" },
  { dites_fold_place, "LE HOUGA", "houga" },
  { dites_fold_place, "Les St", "saint" },
  { dites_fold_place, "Lectoure", "lectoure" },
  { dites_trim, " \u00a0 a  b\u200b ", "a b" },
  { dites_trim, "É’", "É’" },
  { dites_trim, "a b.c", "a b.c" },
  { dites_trim, " a b", "a b" },
  { dites_trim, "a b ", "a b" },
  { dites_trim, "a  b", "a b" },
  { dites_trim, "a\tb", "a b" },
  { dites_trim, "  ", "" },
  { dites_trim, "", "" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = cases[i].fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].expected);
    }
}

/* Folding a folded text changes nothing, whatever the text. */
static void
test_idempotent (void)
{
  char *(*const folds[]) (const char *) = { dites_fold, dites_fold_words, dites_fold_name, dites_trim };

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int i = g_test_rand_int_range (0, 20); i > 0; i--)
        {
          gunichar c = g_test_rand_int_range (1, g_test_rand_bit () ? 0x250 : 0x2fff);

          g_string_append_unichar (text, c);
        }

      for (gsize i = 0; i < G_N_ELEMENTS (folds); i++)
        {
          g_autofree char *once = folds[i](text->str);
          g_autofree char *twice = folds[i](once);

          g_assert_cmpstr (once, ==, twice);
          g_assert_true (g_utf8_validate (once, -1, NULL));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/cases", test_cases);
  g_test_add_func ("/fold/idempotent", test_idempotent);

  return g_test_run ();
}
