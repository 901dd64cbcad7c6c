/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "dites-error.h"
#include "dites-field.h"

static const DitesChoice des[] = {
  { "MG", "Médecine générale", "imgg|med gen" },
  { "MU", "Médecine d’urgence", NULL },
  { "other", "Other", "autre" },
  { NULL },
};

static const DitesField text = { "text", "Text", DITES_FIELD_TEXT };
static const DitesField lines = { "lines", "Lines", DITES_FIELD_LINES };
static const DitesField email = { "email", "E-mail", DITES_FIELD_EMAIL };
static const DitesField emails = { "emails", "E-mail", DITES_FIELD_EMAIL, DITES_FIELD_MULTIPLE };
static const DitesField phone = { "phone", "Phone", DITES_FIELD_PHONE };
static const DitesField phones = { "phones", "Phone", DITES_FIELD_PHONE, DITES_FIELD_MULTIPLE };
static const DitesField rpps = { "rpps", "RPPS", DITES_FIELD_RPPS };
static const DitesField date = { "date", "Date", DITES_FIELD_DATE };
static const DitesField money = { "money", "Money", DITES_FIELD_MONEY };
static const DitesField net = { "net", "Net", DITES_FIELD_MONEY, DITES_FIELD_NET };
static const DitesField area = { "area", "Area", DITES_FIELD_AREA };
static const DitesField degrees = { "degrees", "Degrees", DITES_FIELD_DEGREES, .minimum = -9000000, .maximum = 9000000 };
static const DitesField number = { "number", "Number", DITES_FIELD_NUMBER, .minimum = 1, .maximum = 12 };
static const DitesField free_number = { "number", "Number", DITES_FIELD_NUMBER };
static const DitesField choice = { "choice", "Choice", DITES_FIELD_CHOICE, .choices = des };
static const DitesField choices = { "choices", "Choices", DITES_FIELD_CHOICE, DITES_FIELD_MULTIPLE, .choices = des };
static const DitesField flag = { "flag", "Flag", DITES_FIELD_FLAG };
static const DitesField commune = { "commune", "Commune", DITES_FIELD_COMMUNE };
static const DitesField reference = { "site", "Site", DITES_FIELD_REFERENCE, .target = "site" };
static const DitesField items = { "units", "Units", DITES_FIELD_ITEMS, .items = (const DitesField[]) { { "id", "Id", DITES_FIELD_TEXT }, { "name", "Name", DITES_FIELD_TEXT }, { "rent_cents", "Rent", DITES_FIELD_MONEY }, { NULL } } };
static const DitesField photos = { "photos", "Photos", DITES_FIELD_PHOTOS };

typedef struct
{
  const DitesField *field;
  const char       *text;
  const char       *json; /* (nullable): refused, or blank */
} Case;

static const Case cases[] = {
  { &text, "  Cabinet\u00a0 médical ", "\"Cabinet médical\"" },
  { &text, "   ", NULL },
  { &lines, " a \r\nb\n\n", "\"a\\nb\"" },
  { &email, " Camille.Fictif@Exemple.INVALID ", "\"Camille.Fictif@exemple.invalid\"" },
  { &email, "mailto:c@exemple.invalid", "\"c@exemple.invalid\"" },
  { &email, "<c@exemple.invalid>", "\"c@exemple.invalid\"" },
  { &email, "camille@", NULL },
  { &email, "Camille FICTIF <camille@exemple.invalid>", "\"camille@exemple.invalid\"" },
  { &email, "camille@exemple.invalid <FICTIF>", NULL },
  { &email, "camille@exemple", NULL },
  { &email, "a b@exemple.invalid", NULL },
  { &emails, "a@exemple.invalid ; b@exemple.invalid\na@exemple.invalid", "[\"a@exemple.invalid\",\"b@exemple.invalid\"]" },
  { &emails, " ; ", NULL },
  { &phone, "0639980001", "\"+33639980001\"" },
  { &phone, "06.39.98.00.01", "\"+33639980001\"" },
  { &phone, "06 39\u00a098 00 01", "\"+33639980001\"" },
  { &phone, "639980001", "\"+33639980001\"" },
  { &phone, "'0639980001", "\"+33639980001\"" },
  { &phone, "6,39980001E+08", "\"+33639980001\"" },
  { &phone, "6.39980001E+08", "\"+33639980001\"" },
  { &phone, "6,3998001E+08", "\"+33639980010\"" },
  { &phone, "+33 (0)6 39 98 00 01", "\"+33639980001\"" },
  { &phone, "+330639980001", "\"+33639980001\"" },
  { &phone, "0033639980001", "\"+33639980001\"" },
  { &phone, "33639980001", "\"+33639980001\"" },
  { &phone, "330639980001", "\"+33639980001\"" },
  { &phone, "05-36-49-00-01", "\"+33536490001\"" },
  { &phone, "0690123456", "\"+590690123456\"" },
  { &phone, "+262 692 12 34 56", "\"+262692123456\"" },
  { &phone, "+32 470 12 34 56", "\"+32470123456\"" },
  { &phone, "06 39 98 00", NULL },
  { &phone, "6,3998E+08", NULL },
  { &phone, "6,4E+08", NULL },
  { &phone, "0039980001", NULL },
  { &phone, "poste 12", NULL },
  { &phone, "1", NULL },
  { &phones, "06 39 98 00 01 / 05 36 49 00 02", "[\"+33639980001\",\"+33536490002\"]" },
  { &phones, "6,39980001E+08", "[\"+33639980001\"]" },
  { &rpps, "10 00 00 00 007", NULL },
  { &rpps, "00000000000", NULL },
  { &rpps, "1,0E+10", NULL },
  { &date, "14/10/2025", "\"2025-10-14\"" },
  { &date, "demain", NULL },
  { &money, "450,00 €", "45000" },
  { &money, "450 € CC", "45000" },
  { &net, "450 € HC", "45000" },
  { &net, "450 € CC par mois", NULL },
  { &net, "450 euros charges comprises", NULL },
  { &money, "1\u202f234,50\u202f€", "123450" },
  { &money, "1.234,5", "123450" },
  { &money, "1,234.50", "123450" },
  { &money, "€1,234", "123400" },
  { &money, "450 € CC par mois", "45000" },
  { &money, "500 euros max", "50000" },
  { &money, "Budget maximum : 500 €", NULL },
  { &money, "budget maximum 500 €", "50000" },
  { &money, "jusqu’à 500 €", "50000" },
  { &money, "env. € 450", "45000" },
  { &money, "de 400 à 500 €", NULL },
  { &money, "400 à 500 €", NULL },
  { &money, "400/500", NULL },
  { &money, "400 € / 500 €", NULL },
  { &money, "0", "0" },
  { &money, "-5", NULL },
  { &money, "450,555", "45055500" },
  { &money, "12,3456", NULL },
  { &money, "environ mille", NULL },
  { &money, "1-2", NULL },
  { &area, "23,5 m²", "2350" },
  { &area, "23.5m2", "2350" },
  { &area, "9", "900" },
  { &degrees, "43.64638", "4364638" },
  { &degrees, "43,64638\u00a0°", "4364638" },
  { &degrees, "-0.123", "-12300" },
  { &degrees, "−0,5°", "-50000" },
  { &degrees, "43.6463849", "4364638" },
  { &degrees, "44", "4400000" },
  { &degrees, "4364638", NULL },
  { &degrees, "91", NULL },
  { &degrees, "43°38'47\"", NULL },
  { &degrees, "0x10", NULL },
  { &degrees, "nan", NULL },
  { &degrees, "°", NULL },
  { &number, "S3", "3" },
  { &number, "1er", "1" },
  { &number, "3e semestre", "3" },
  { &number, "5", "5" },
  { &number, "13", NULL },
  { &number, "1A", NULL },
  { &number, "2,5", NULL },
  { &free_number, "-12", "-12" },
  { &free_number, "99999999999999999999", NULL },
  { &choice, "MG", "\"MG\"" },
  { &choice, "D.E.S. de Médecine générale", "\"MG\"" },
  { &choice, "DES MEDECINE GENERALE 1A", "\"MG\"" },
  { &choice, "med gen", "\"MG\"" },
  { &choice, "MEDECINE D'URGENCE", "\"MU\"" },
  { &choice, "Autre", "\"other\"" },
  { &choice, "medecine", NULL },
  { &choices, "MG, MU / mg", "[\"MG\",\"MU\"]" },
  { &flag, "Oui", "true" },
  { &flag, "X", "true" },
  { &flag, "NON", "false" },
  { &flag, "peut-être", NULL },
  { &commune, "32000 Auch", "\"32013\"" },
  { &commune, "Auch (32)", "\"32013\"" },
  { &commune, "32013", "\"32013\"" },
  { &commune, " Toulouse ", "\"Toulouse\"" },
  { &reference, "site:1", "\"site:1\"" },
  { &reference, "intern:1", NULL },
  { &items, "x", NULL },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *json = dites_value_parse (cases[i].field, cases[i].text, &error);

      g_test_message ("%s: %s", cases[i].field->name, cases[i].text);
      g_assert_cmpstr (json, ==, cases[i].json);
      if (json != NULL)
        {
          g_assert_no_error (error);
          dites_value_check (cases[i].field, dites_json_of (json, -1), &error);
          g_assert_no_error (error);
        }
      else if (error != NULL)
        {
          g_assert_error (error, DITES_ERROR, DITES_ERROR_INVALID);
        }
    }
}

static char *
format (const DitesField *field,
        const char       *json)
{
  return dites_value_format (field, dites_json_of (json, -1), NULL, NULL);
}

static void
test_format (void)
{
  static const struct
  {
    const DitesField *field;
    const char       *json;
    const char       *text;
  } formats[] = {
    { &phone, "\"+33639980001\"", "06\u00a039\u00a098\u00a000\u00a001" },
    { &phone, "\"+590690123456\"", "+590\u00a0690\u00a012\u00a034\u00a056" },
    { &phones, "[\"+33639980001\",\"+33536490002\"]", "06\u00a039\u00a098\u00a000\u00a001, 05\u00a036\u00a049\u00a000\u00a002" },
    { &money, "45000", "€450" },
    { &money, "123450", "€1,234.50" },
    { &money, "5", "€0.05" },
    { &area, "2350", "23.5\u00a0m²" },
    { &area, "900", "9\u00a0m²" },
    { &degrees, "4364638", "43.64638" },
    { &degrees, "58850", "0.5885" },
    { &degrees, "-4400000", "-44" },
    { &date, "\"2026-11-02\"", "02/11/2026" },
    { &choice, "\"MG\"", "Médecine générale" },
    { &choice, "\"new\"", "new" },
    { &flag, "true", "Yes" },
    { &commune, "\"32013\"", "Auch" },
    { &commune, "\"Toulouse\"", "Toulouse" },
    { &reference, "\"site:1\"", "site:1" },
    { &items, "[{\"id\":\"a\",\"name\":\"Chambre 1\",\"rent_cents\":40000},{\"id\":\"b\",\"name\":\"Chambre 2\"}]",
      "Chambre 1 · €400\nChambre 2" },
    { &photos, "[{},{}]", "2 photos" },
    { &number, "\"three\"", "three" },
    { &text, "12e400", "12e400" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *shown = format (formats[i].field, formats[i].json);

      g_assert_cmpstr (shown, ==, formats[i].text);
    }
}

/* parse ∘ format = identity */
static void
test_identity (void)
{
  for (int round = 0; round < 20000; round++)
    {
      const DitesField *fields[] = { &phone, &money, &area, &degrees, &date, &free_number, &flag, &choice, &commune };
      const DitesField *field = fields[g_test_rand_int_range (0, G_N_ELEMENTS (fields))];
      g_autofree char  *json = NULL;
      g_autofree char  *iso = NULL;
      g_autofree char  *shown = NULL;
      g_autofree char  *back = NULL;
      g_autoptr (GError) error = NULL;

      if (field == &phone)
        json = g_test_rand_bit () ? g_strdup_printf ("\"+33%d\"", g_test_rand_int_range (100000000, 999999999))
                                  : g_strdup_printf ("\"+%d%d\"", g_test_rand_int_range (34, 99), g_test_rand_int_range (1000000, 999999999));
      else if (field == &money || field == &area)
        json = g_strdup_printf ("%d", g_test_rand_int_range (0, g_test_rand_bit () ? 10000 : G_MAXINT));
      else if (field == &degrees)
        json = g_strdup_printf ("%d", g_test_rand_int_range (-9000000, 9000000));
      else if (field == &date)
        {
          iso = dites_day_to_iso (g_test_rand_int_range (-20000, 40000));
          json = g_strdup_printf ("\"%s\"", iso);
        }
      else if (field == &free_number)
        json = g_strdup_printf ("%d", g_test_rand_int_range (-1000000, 1000000));
      else if (field == &flag)
        json = g_strdup (g_test_rand_bit () ? "true" : "false");
      else if (field == &choice)
        json = g_strdup_printf ("\"%s\"", des[g_test_rand_int_range (0, 3)].id);
      else
        json = g_strdup_printf ("\"32%03d\"", g_test_rand_int_range (12, 60));

      shown = format (field, json);
      back = dites_value_parse (field, shown, &error);
      g_test_message ("%s %s %s", field->name, json, shown);
      g_assert_no_error (error);
      if (field != &commune || g_strcmp0 (json, back) != 0)
        g_assert_cmpstr (back, ==, json);
    }
}

static void
test_check (void)
{
  static const struct
  {
    const DitesField *field;
    const char       *json;
  } wrong[] = {
    { &text, "12" },
    { &email, "\"camille@\"" },
    { &emails, "\"a@exemple.invalid\"" },
    { &emails, "[1]" },
    { &phone, "\"0639980001\"" },
    { &phone, "\"+33 639980001\"" },
    { &rpps, "\"12345678901\"" },
    { &date, "\"02/11/2026\"" },
    { &date, "20261102" },
    { &money, "\"450\"" },
    { &money, "450.5" },
    { &number, "13" },
    { &choice, "\"nothing\"" },
    { &flag, "\"true\"" },
    { &reference, "\"intern:1\"" },
    { &items, "[1]" },
    { &items, "{}" },
    { &items, "[{\"rent_cents\":\"400\"}]" },
    { &photos, "[{\"sha256\":\"xyz\"}]" },
    { &photos, "[{}]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s %s", wrong[i].field->name, wrong[i].json);
      g_assert_false (dites_value_check (wrong[i].field, dites_json_of (wrong[i].json, -1), &error));
      g_assert_error (error, DITES_ERROR, DITES_ERROR_INVALID);
    }
}

static void
test_names (void)
{
  static const char *const first[][2] = { { "ANNE-LAURE", "Anne-Laure" }, { "camille", "Camille" }, { "ZOÉ", "Zoé" }, { "Jean-marie", "Jean-marie" }, { "ANNE LAURE", "Anne Laure" }, { "", "" } };

  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autofree char *shown = dites_first_name_format (first[i][0]);

      g_assert_cmpstr (shown, ==, first[i][1]);
    }
  {
    g_autofree char *family = dites_name_format ("d'Essai-Çelik");

    g_assert_cmpstr (family, ==, "D'ESSAI-ÇELIK");
  }
}

/* One digit in ten makes eleven digits a number of the register, and no other does. */
static void
test_rpps (void)
{
  for (int round = 0; round < 1000; round++)
    {
      g_autofree char *ten = g_strdup_printf ("1%09d", g_test_rand_int_range (0, 999999999));
      int              n_valid = 0;

      for (int digit = 0; digit < 10; digit++)
        {
          g_autofree char *eleven = g_strdup_printf ("%s%d", ten, digit);
          g_autofree char *json = dites_value_parse (&rpps, eleven, NULL);

          g_assert_cmpint (json != NULL, ==, dites_rpps_is_valid (eleven));
          n_valid += json != NULL ? 1 : 0;
        }
      g_assert_cmpint (n_valid, ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value/parse", test_parse);
  g_test_add_func ("/value/format", test_format);
  g_test_add_func ("/value/identity", test_identity);
  g_test_add_func ("/value/check", test_check);
  g_test_add_func ("/value/names", test_names);
  g_test_add_func ("/value/rpps", test_rpps);

  return g_test_run ();
}
