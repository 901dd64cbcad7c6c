/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-export-vcard.h"

#include <string.h>

static char *
make_card (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesDocument) document = dites_document_new_from_text (json, -1, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  dites_vcard_append_document (out, document, NULL, NULL);

  return g_string_free_and_steal (out);
}

static void
test_intern (void)
{
  g_autofree char *card =
    make_card ("{\"_id\":\"intern:00000000-0000-4000-8000-000000000001\",\"kind\":\"intern\",\"civility\":\"mme\","
               "\"family_name\":\"FICTIF\",\"first_name\":\"Camille\",\"emails\":[\"camille@exemple.invalid\",\"cf@exemple.invalid\"],"
               "\"phones\":[\"+33639980001\"],\"rank\":12,\"remarks\":\"Never leaves\"}");

  g_assert_cmpstr (card, ==,
                   "BEGIN:VCARD\r\n"
                   "VERSION:4.0\r\n"
                   "UID:urn:uuid:00000000-0000-4000-8000-000000000001\r\n"
                   "FN:FICTIF Camille\r\n"
                   "N:FICTIF;Camille;;Ms;\r\n"
                   "EMAIL:camille@exemple.invalid\r\n"
                   "EMAIL:cf@exemple.invalid\r\n"
                   "TEL:+33639980001\r\n"
                   "END:VCARD\r\n");
}

/* The name one goes by, not the one of birth. */
static void
test_usual_names (void)
{
  g_autofree char *card =
    make_card ("{\"_id\":\"intern:00000000-0000-4000-8000-000000000001\",\"kind\":\"intern\",\"family_name\":\"FICTIF\","
               "\"usual_name\":\"EXEMPLE\",\"first_name\":\"Dominique\",\"preferred_name\":\"Dom\"}");

  g_assert_nonnull (strstr (card, "\r\nFN:EXEMPLE Dom\r\nN:EXEMPLE;Dom;;;\r\n"));
}

static void
test_partner (void)
{
  g_autofree char *card =
    make_card ("{\"_id\":\"partner:00000000-0000-4000-8000-000000000002\",\"kind\":\"partner\",\"nature\":\"organisation\","
               "\"name\":\"Mairie; de\\\\là, Auch\",\"contact_name\":\"BIDON Alix\",\"address\":\"1 place\\nde l’Exemple\","
               "\"postcode\":\"32000\",\"commune\":\"32013\"}");

  g_assert_nonnull (strstr (card, "\r\nKIND:org\r\nORG:Mairie\\; de\\\\là\\, Auch\r\n"));
  g_assert_nonnull (strstr (card, "\r\nNOTE:BIDON Alix\r\n"));
  g_assert_nonnull (strstr (card, "\r\nADR:;;1 place\\nde l’Exemple;Auch;;32000;\r\n"));
}

/* A card without a name would be refused by every reader. */
static void
test_nameless (void)
{
  g_autofree char *card = make_card ("{\"_id\":\"partner:1\",\"kind\":\"partner\",\"nature\":\"person\"}");

  g_assert_nonnull (strstr (card, "\r\nFN:Partner without a name\r\n"));
  g_assert_null (strstr (card, "UID:"));
  g_assert_null (strstr (card, "ADR"));
}

/* No line is longer than 75 bytes, no character is cut, and joined again it is what it was. */
static void
test_folding (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *json = NULL;
  g_autofree char *card = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GString) joined = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (name, i % 3 == 0 ? "é" : i % 3 == 1 ? "x"
                                                         : "’");
  json = g_strdup_printf ("{\"_id\":\"partner:1\",\"kind\":\"partner\",\"nature\":\"organisation\",\"name\":\"%s\"}", name->str);
  card = make_card (json);

  lines = g_strsplit (card, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
  joined = g_string_new (card);
  g_assert_cmpuint (g_string_replace (joined, "\r\n ", "", 0), >, 0);
  expected = g_strdup_printf ("\r\nORG:%s\r\n", name->str);
  g_assert_nonnull (strstr (joined->str, expected));
}

static void
test_kinds (void)
{
  g_assert_true (dites_vcard_has_kind (dites_kind_get ("intern")));
  g_assert_true (dites_vcard_has_kind (dites_kind_get ("partner")));
  g_assert_false (dites_vcard_has_kind (dites_kind_get ("housing")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vcard/intern", test_intern);
  g_test_add_func ("/vcard/usual-names", test_usual_names);
  g_test_add_func ("/vcard/partner", test_partner);
  g_test_add_func ("/vcard/nameless", test_nameless);
  g_test_add_func ("/vcard/folding", test_folding);
  g_test_add_func ("/vcard/kinds", test_kinds);

  return g_test_run ();
}
