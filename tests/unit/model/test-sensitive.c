/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kind.h"
#include "dites-sensitive.h"

static void
test_headers (void)
{
  static const char *const sensitive[] = { "N° INE", "N° SECURITE SOCIALE", "NIR", "Numéro de sécurité sociale", "NATIONALITE", "Nationalité",
                                           "SITUATION FAMILIALE", "IBAN", "IBAN / BIC", "Lieu de naissance", "COD_NNE_IND", "COD_CLE_NNE_IND", "n de securite sociale", "N° SS", "N° de carte vitale", "Carte d’identité", "Régime alimentaire" };
  guint                    n_kinds;
  const DitesKind *const  *kinds = dites_kind_get_all (&n_kinds);

  for (gsize i = 0; i < G_N_ELEMENTS (sensitive); i++)
    {
      g_test_message ("%s", sensitive[i]);
      g_assert_true (dites_header_is_sensitive (sensitive[i]));
    }

  /* No header that a field is read from is among them. */
  for (guint k = 0; k < n_kinds; k++)
    for (const DitesField *field = kinds[k]->fields; field->name != NULL; field++)
      {
        g_auto (GStrv) headers = g_strsplit (field->headers != NULL ? field->headers : "", "|", -1);

        for (gsize i = 0; headers[i] != NULL; i++)
          if (dites_header_is_sensitive (headers[i]) && !g_str_equal (kinds[k]->name, "housing"))
            g_error ("%s.%s: “%s”", kinds[k]->name, field->name, headers[i]);
      }
}

static void
test_values (void)
{
  static const char *const sensitive[] = { "FR7699999999999999999999999", "FR76 3000 6000 0112 3456 7890 189", "GB82 WEST 1234 5698 7654 32" };
  static const char *const others[] = { "", "639980001", "06 39 98 00 01", "10101010101", "camille.fictif@exemple.invalid", "MEDECINE GENERALE",
                                        "FR", "02/01/1999", "2025-2026", "6,39980001E+08", "D'ESSAI", "é", "123456789012345", "99000001" };
  /* 1 99 01 32 013 001 and its key. */
  const gint64     number = G_GINT64_CONSTANT (1990132013001);
  g_autofree char *nir = g_strdup_printf ("%" G_GINT64_FORMAT "%02d", number, (int) (97 - number % 97));
  g_autofree char *spaced = g_strdup_printf ("1 99 01 32 013 001 %02d", (int) (97 - number % 97));

  for (gsize i = 0; i < G_N_ELEMENTS (sensitive); i++)
    g_assert_true (dites_value_is_sensitive (sensitive[i]));
  g_assert_true (dites_value_is_sensitive (nir));
  g_assert_true (dites_value_is_sensitive (spaced));

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s", others[i]);
      g_assert_false (dites_value_is_sensitive (others[i]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sensitive/headers", test_headers);
  g_test_add_func ("/sensitive/values", test_values);

  return g_test_run ();
}
