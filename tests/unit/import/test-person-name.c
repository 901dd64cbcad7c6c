/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-fold.h"
#include "dites-person-name.h"

/* One cell to the parts of a name: "civility|family|usual|first(brackets)", and "?" when something was assumed. */
static void
check (const char    *text,
       DitesNameOrder order,
       const char    *email,
       const char    *expected)
{
  g_auto (DitesPersonName) name = { NULL };
  g_autofree char *found = NULL;

  dites_person_name_split (text, order, email, &name);
  found = g_strdup_printf ("%s|%s|%s|%s%s%s%s%s", name.civility != NULL ? name.civility : "",
                           name.family_name != NULL ? name.family_name : "",
                           name.usual_name != NULL ? name.usual_name : "",
                           name.first_name != NULL ? name.first_name : "", name.brackets != NULL ? "(" : "",
                           name.brackets != NULL ? name.brackets : "", name.brackets != NULL ? ")" : "", name.sure ? "" : "?");
  g_assert_cmpstr (found, ==, expected);
}

/* Capitals tell the family name, wherever it stands and whatever the header says. */
static void
test_capitals (void)
{
  check ("FICTIF Camille", DITES_NAME_ORDER_UNKNOWN, NULL, "|FICTIF||Camille");
  check ("Camille FICTIF", DITES_NAME_ORDER_UNKNOWN, NULL, "|FICTIF||Camille");
  check ("Camille FICTIF", DITES_NAME_ORDER_FAMILY_FIRST, NULL, "|FICTIF||Camille");
  check ("D'ESSAI Anne Laure", DITES_NAME_ORDER_UNKNOWN, NULL, "|D'ESSAI||Anne Laure");
  check ("DE LA FEINTE Zoé", DITES_NAME_ORDER_UNKNOWN, NULL, "|DE LA FEINTE||Zoé");
  check ("ÇELIK Éloïse", DITES_NAME_ORDER_UNKNOWN, NULL, "|ÇELIK||Éloïse");
  check ("Jean-Fictif EXEMPLE-BIDON", DITES_NAME_ORDER_UNKNOWN, NULL, "|EXEMPLE-BIDON||Jean-Fictif");
}

static void
test_comma (void)
{
  check ("fictif, camille", DITES_NAME_ORDER_UNKNOWN, NULL, "|fictif||camille");
  check ("Dr BIDON, Zoé", DITES_NAME_ORDER_FIRST_NAME_FIRST, NULL, "Dr|BIDON||Zoé");
}

/* Where the spelling is no help: the address, then the header, then custom, of which one is not sure. */
static void
test_order (void)
{
  check ("camille fictif", DITES_NAME_ORDER_UNKNOWN, "camille.fictif@exemple.invalid", "|fictif||camille");
  check ("CAMILLE FICTIF", DITES_NAME_ORDER_UNKNOWN, "camille.fictif@exemple.invalid", "|FICTIF||CAMILLE");
  check ("CAMILLE FICTIF", DITES_NAME_ORDER_FIRST_NAME_FIRST, NULL, "|FICTIF||CAMILLE");
  check ("FICTIF CAMILLE", DITES_NAME_ORDER_FAMILY_FIRST, NULL, "|FICTIF||CAMILLE");
  check ("FICTIF CAMILLE", DITES_NAME_ORDER_UNKNOWN, NULL, "|FICTIF||CAMILLE?");
}

static void
test_civility (void)
{
  check ("M. FICTIF Camille", DITES_NAME_ORDER_UNKNOWN, NULL, "M.|FICTIF||Camille");
  check ("Mme FICTIF Camille", DITES_NAME_ORDER_UNKNOWN, NULL, "Mme|FICTIF||Camille");
  check ("Docteur FICTIF Camille", DITES_NAME_ORDER_UNKNOWN, NULL, "Docteur|FICTIF||Camille");
}

/* The name of birth and the one since a marriage. */
static void
test_two_names (void)
{
  check ("FICTIF née BIDON Camille", DITES_NAME_ORDER_UNKNOWN, NULL, "|BIDON|FICTIF|Camille");
  check ("FICTIF ép. BIDON Camille", DITES_NAME_ORDER_UNKNOWN, NULL, "|FICTIF|BIDON|Camille");
  check ("FICTIF née DE LA FEINTE Camille", DITES_NAME_ORDER_UNKNOWN, NULL, "|DE LA FEINTE|FICTIF|Camille");
  check ("LE NÉ Camille", DITES_NAME_ORDER_UNKNOWN, NULL, "|LE NÉ||Camille");
}

/* Brackets may stand anywhere; where they do not say what they hold, somebody else decides. */
static void
test_brackets (void)
{
  check ("FICTIF (née BIDON) Camille", DITES_NAME_ORDER_UNKNOWN, NULL, "|BIDON|FICTIF|Camille");
  check ("FICTIF Camille (née DE LA FEINTE)", DITES_NAME_ORDER_UNKNOWN, NULL, "|DE LA FEINTE|FICTIF|Camille");
  check ("Mme FICTIF Camille (épouse BIDON)", DITES_NAME_ORDER_UNKNOWN, NULL, "Mme|FICTIF|BIDON|Camille");
  check ("FICTIF (née BIDON), Camille", DITES_NAME_ORDER_UNKNOWN, NULL, "|BIDON|FICTIF|Camille");
  check ("FICTIF Camille (BIDON)", DITES_NAME_ORDER_UNKNOWN, NULL, "|FICTIF||Camille(BIDON)");
  check ("FICTIF Camille (en congé", DITES_NAME_ORDER_UNKNOWN, NULL, "|FICTIF||Camille(en congé)");
  check ("FICTIF Camille ()", DITES_NAME_ORDER_UNKNOWN, NULL, "|FICTIF||Camille");
  check ("(FICTIF)", DITES_NAME_ORDER_UNKNOWN, NULL, "|(FICTIF)||?");
}

static void
check_family (const char *text,
              const char *expected)
{
  g_auto (DitesPersonName) name = { NULL };
  g_autofree char *found = NULL;

  dites_person_name_split_family (text, &name);
  dites_person_name_take_brackets (&name);
  found = g_strdup_printf ("%s|%s|%s", name.family_name, name.usual_name != NULL ? name.usual_name : "",
                           name.brackets != NULL ? name.brackets : "");
  g_assert_cmpstr (found, ==, expected);
}

/* A column for family names holds both at times; only capitals in brackets are a name. */
static void
test_family (void)
{
  check_family ("DE LA FEINTE", "DE LA FEINTE||");
  check_family ("FICTIF née BIDON", "BIDON|FICTIF|");
  check_family ("FICTIF épouse DE LA FEINTE", "FICTIF|DE LA FEINTE|");
  check_family ("FICTIF (BIDON)", "BIDON|FICTIF|");
  check_family ("FICTIF (ép. BIDON)", "FICTIF|BIDON|");
  check_family ("FICTIF (à confirmer)", "FICTIF||à confirmer");
  check_family ("FICTIF (S3)", "FICTIF||S3");
  check_family ("LE NÉ", "LE NÉ||");
  check_family ("NÉE", "NÉE||");
}

static void
test_little (void)
{
  check ("", DITES_NAME_ORDER_UNKNOWN, NULL, "|||?");
  check ("   ", DITES_NAME_ORDER_UNKNOWN, NULL, "|||?");
  check ("FICTIF", DITES_NAME_ORDER_UNKNOWN, NULL, "|FICTIF||?");
}

static void
test_order_of_header (void)
{
  static const struct
  {
    const char    *header;
    DitesNameOrder order;
  } headers[] = {
    { "NOM Prénom", DITES_NAME_ORDER_FAMILY_FIRST },
    { "Nom et prénom", DITES_NAME_ORDER_FAMILY_FIRST },
    { "Prénom NOM", DITES_NAME_ORDER_FIRST_NAME_FIRST },
    { "Prénom et nom", DITES_NAME_ORDER_FIRST_NAME_FIRST },
    { "Prénom", DITES_NAME_ORDER_UNKNOWN },
    { "Interne", DITES_NAME_ORDER_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autofree char *folded = dites_fold_words (headers[i].header);

      g_assert_cmpint (dites_name_order_of_header (folded), ==, headers[i].order);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/person-name/capitals", test_capitals);
  g_test_add_func ("/person-name/comma", test_comma);
  g_test_add_func ("/person-name/order", test_order);
  g_test_add_func ("/person-name/civility", test_civility);
  g_test_add_func ("/person-name/two-names", test_two_names);
  g_test_add_func ("/person-name/brackets", test_brackets);
  g_test_add_func ("/person-name/family", test_family);
  g_test_add_func ("/person-name/little", test_little);
  g_test_add_func ("/person-name/order-of-header", test_order_of_header);

  return g_test_run ();
}
