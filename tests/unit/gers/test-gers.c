/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-gers-private.h"

static void
assert_commune (const DitesCommune *commune,
                const char         *insee)
{
  g_assert_cmpstr (commune != NULL ? commune->insee : NULL, ==, insee);
}

static const DitesCommune *
get_communes (gsize *n)
{
  const GArray *communes = dites_gers_get_tables ()->communes;

  *n = communes->len;

  return (gconstpointer) communes->data;
}

static gboolean
is_epci (const char *siren)
{
  const GArray *epcis = dites_gers_get_tables ()->epcis;

  for (guint i = 0; i < epcis->len; i++)
    {
      if (g_str_equal (g_array_index (epcis, DitesEpci, i).siren, siren))
        return TRUE;
    }

  return FALSE;
}

static void
test_tables (void)
{
  gsize                  n, n_sites, n_points;
  const DitesCommune    *communes = get_communes (&n);
  const DitesHealthSite *sites = dites_gers_get_health_sites (&n_sites);
  const DitesPoint      *outline = dites_gers_get_outline (&n_points);

  g_assert_cmpuint (n, ==, 458);
  g_assert_cmpuint (dites_gers_get_tables ()->epcis->len, ==, 17);
  g_assert_cmpuint (n_sites, ==, 31);
  g_assert_cmpuint (n_points, >, 400);

  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (dites_gers_get_commune (communes[i].insee) == &communes[i]);
      g_assert_true (is_epci (communes[i].epci));
      g_assert_cmpuint (g_strv_length ((char **) communes[i].postcodes), >=, 1);
      g_assert_true (communes[i].point.latitude > 4320000 && communes[i].point.latitude < 4410000);
      g_assert_true (communes[i].point.longitude > -35000 && communes[i].point.longitude < 125000);
    }
  for (gsize i = 0; i < n_sites; i++)
    g_assert_nonnull (dites_gers_get_commune (sites[i].insee));
  for (gsize i = 0; i < n_points; i++)
    g_assert_true (outline[i].latitude > 4320000 && outline[i].latitude < 4410000);
}

static void
test_find (void)
{
  static const char *const cases[][2] = {
    { "Auch", "32013" },
    { "AUCH", "32013" },
    { "l'isle jourdain", "32160" },
    { "L’ISLE-JOURDAIN", "32160" },
    { "ISLE JOURDAIN", "32160" },
    { "Loussous-Debats", "32218" },
    { "MONGAUZY", "32270" },
    { "Villefranche", "32465" },
    { "Escorneboeuf", "32123" },
    { "Riscle", "32344" },
    { "Artiguedieu", "32426" },
    { "Saint-Blancard", "32365" },
    { "Toulouse", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i][0]);
      assert_commune (dites_gers_find_commune (cases[i][0]), cases[i][1]);
    }
  assert_commune (dites_gers_get_commune ("32011"), "32426");
  assert_commune (dites_gers_get_commune (NULL), NULL);
}

/* Every name is found, alone and in a sentence, whatever its case. */
static void
test_every_name (void)
{
  static const char *const sentences[] = { "Dr ESSAI (%s)", "Maison de santé de (%s) - salle 2" };
  gsize                    n;
  const DitesCommune      *communes = get_communes (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *upper = g_utf8_strup (communes[i].name, -1);

      assert_commune (dites_gers_find_commune (communes[i].name), communes[i].insee);
      assert_commune (dites_gers_find_commune (upper), communes[i].insee);
      assert_commune (dites_gers_find_commune_in_text (upper), communes[i].insee);
      for (gsize j = 0; j < G_N_ELEMENTS (sentences); j++)
        {
          g_auto (GStrv) parts = g_strsplit (sentences[j], "%s", -1);
          g_autofree char *text = g_strjoinv (communes[i].name, parts);

          g_test_message ("%s", text);
          assert_commune (dites_gers_find_commune_in_text (text), communes[i].insee);
        }
    }
}

/* Every commune is recognised in a sentence, whatever its name means besides. */
static void
test_every_name_in_text (void)
{
  static const char *const sentences[] = { "Stage à %s, de novembre à avril", "Dr ESSAI (%s)", "Cabinet médical (commune : %s)" };
  gsize                    n;
  const DitesCommune      *communes = get_communes (&n);

  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sentences); j++)
      {
        g_auto (GStrv) halves = g_strsplit (sentences[j], "%s", 2);
        g_autofree char *text = g_strconcat (halves[0], communes[i].name, halves[1], NULL);

        if (dites_gers_find_commune_in_text (text) != &communes[i])
          g_test_message ("%s", text);
        assert_commune (dites_gers_find_commune_in_text (text), communes[i].insee);
      }
}

static void
test_in_text (void)
{
  static const char *const cases[][2] = {
    { "CH Auch - urgences", "32013" },
    { "URG AUCH", "32013" },
    { "CH AUCH / URGENCES", "32013" },
    { "Dr MODELE (Nogaro)", "32296" },
    { "Dr CASTEX (Auch)", "32013" },
    { "Dr CASTEX", NULL },
    { "Cabinet médical de Saint-Puy", "32404" },
    { "Cabinet médical de ST PUY", "32404" },
    { "MSP Vic-Fezensac", "32462" },
    { "Établissement public de santé de Lomagne – site de Fleurance", "32132" },
    { "CHU Purpan, Toulouse", NULL },
    { "Pôle mère-enfant", NULL },
    { "urgences adultes", NULL },
    { "Maison de santé (salle 2) de Masseube", "32242" },
    { "Castelnau d'Auzan Labarrère", "32079" },
    { "Cabinet du Dr LAHITTE", NULL },
    { "Dr Camille LABARTHE, Eauze", "32119" },
    { "Dr LAGARDE (Lectoure)", "32208" },
    { "CH Mont-de-Marsan", NULL },
    { "CH Villefranche-de-Rouergue", NULL },
    { "CH de Villefranche de Rouergue", NULL },
    { "Plaisance-du-Touch", NULL },
    { "MSP de Plaisance du Gers", "32319" },
    { "Saint-Lary-Soulan", NULL },
    { "CH Auch-Urgences", "32013" },
    { "CH-AUCH", "32013" },
    { "CHG de L'Isle-Jourdain", "32160" },
    { "Cabinet St Clar", "32370" },
    { "Stage à Marsan", "32237" },
    { "Il est tant pis", NULL },
    { "Centre hospitalier d’Auch en Gascogne", "32013" },
    { "Hôpital de proximité de Lombez-Samatan", "32213" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i][0]);
      assert_commune (dites_gers_find_commune_in_text (cases[i][0]), cases[i][1]);
    }
  assert_commune (dites_gers_find_commune_in_text (NULL), NULL);
}

static void
test_search (void)
{
  g_autoptr (GPtrArray) by_name = dites_gers_search_communes ("l'is", 10);
  g_autoptr (GPtrArray) by_postcode = dites_gers_search_communes ("32000", 10);
  g_autoptr (GPtrArray) shared = dites_gers_get_postcode ("32300");
  g_autoptr (GPtrArray) limited = dites_gers_search_communes ("", 7);

  g_assert_cmpuint (by_name->len, >=, 1);
  assert_commune (by_name->pdata[0], "32160");
  g_assert_cmpuint (by_postcode->len, ==, 1);
  assert_commune (by_postcode->pdata[0], "32013");
  g_assert_cmpuint (shared->len, ==, 31);
  g_assert_cmpuint (limited->len, ==, 7);
}

/* The distances from Auch that the mission knows by heart, straight, in kilometres. */
static void
test_distances (void)
{
  static const struct
  {
    const char *name;
    int         kilometres;
  } cases[] = { { "Condom", 39 }, { "Nogaro", 52 }, { "Plaisance", 44 }, { "L'Isle-Jourdain", 40 }, { "Lectoure", 32 }, { "Lombez", 32 }, { "Fleurance", 23 }, { "Mirande", 21 } };
  const DitesCommune *auch = dites_gers_find_commune ("Auch");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DitesCommune *commune = dites_gers_find_commune (cases[i].name);
      int                 metres = dites_gers_get_road_metres (auch->point, commune->point);

      g_test_message ("%s %d", cases[i].name, metres);
      g_assert_cmpint (ABS (metres / 1.2 - cases[i].kilometres * 1000), <, 1000);
      g_assert_cmpint (metres, ==, dites_gers_get_road_metres (commune->point, auch->point));
    }
  g_assert_cmpint (dites_gers_get_road_metres (auch->point, auch->point), ==, 0);
  g_assert_cmpint (dites_gers_get_road_minutes (0), ==, 0);
  g_assert_cmpint (dites_gers_get_road_minutes (25200), ==, 26);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gers/tables", test_tables);
  g_test_add_func ("/gers/find", test_find);
  g_test_add_func ("/gers/every-name", test_every_name);
  g_test_add_func ("/gers/in-text", test_in_text);
  g_test_add_func ("/gers/every-name-in-text", test_every_name_in_text);
  g_test_add_func ("/gers/search", test_search);
  g_test_add_func ("/gers/distances", test_distances);

  return g_test_run ();
}
