/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>
#include <locale.h>

#include "dites-export-housing.h"

/* Prints the files that the checks read: a sheet, and a catalogue of offers that are each hard in their way. */

#define MISSION                                                                                             \
  "{\"_id\":\"mission:mission\",\"kind\":\"mission\",\"name\":\"Dites32\",\"service\":\"Mission d’essai\"," \
  "\"postcode\":\"32000\",\"city\":\"Auch\",\"phone\":\"+33536490001\",\"email\":\"contact@gers.invalid\"," \
  "\"website\":\"www.gers.invalid\"}"

#define FULL                                                                                                  \
  "\"type\":\"t2\",\"state\":\"published\",\"commune\":\"32013\",\"address\":\"3 rue Secrète\",\"floor\":2,"  \
  "\"lift\":false,\"area\":4350,\"rooms\":2,\"bedrooms\":1,\"places\":2,\"bathroom\":\"private\","            \
  "\"kitchen\":\"shared\",\"rent_cents\":43000,\"charges_cents\":5500,\"charges_mode\":\"fixed\","            \
  "\"included\":[\"water\",\"internet\"],\"deposit_cents\":0,\"fees_cents\":0,"                               \
  "\"available_from\":\"2026-11-02\",\"available_to\":\"2027-04-30\",\"min_months\":1,\"max_months\":6,"      \
  "\"contracts\":[\"bail_mobilite\"],\"dpe\":\"C\",\"ges\":\"B\",\"dpe_date\":\"2024-03-12\","                \
  "\"dpe_number\":\"2432E0000000X\",\"energy_cost_min_cents\":64000,\"energy_cost_max_cents\":91000,"         \
  "\"heating\":\"gas\",\"equipment\":[\"washing_machine\",\"desk\"],\"internet\":\"fibre\",\"parking\":true," \
  "\"pets\":false,\"furniture\":[\"bedding\",\"blackout\",\"hob\"],\"owner\":\"partner:secret\","             \
  "\"latitude\":4364800,\"longitude\":58600,\"remarks\":\"Ne pas imprimer\""

static GBytes *
load_photo (const char *sha256,
            gpointer    user_data,
            GError    **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  char *data;
  gsize length;

  if (g_str_equal (sha256, "broken"))
    return g_bytes_new_static ("not a picture", 13);
  if (g_str_equal (sha256, "missing"))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "missing");
      return NULL;
    }

  pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, g_str_equal (sha256, "clear"), 8, 400, g_str_equal (sha256, "tall") ? 900 : 300);
  gdk_pixbuf_fill (pixbuf, 0x8899aa80 + (guint32) sha256[0] * 0x10000);
  if (!gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, g_str_equal (sha256, "clear") ? "png" : "jpeg", error, NULL))
    return NULL;
  if (g_str_equal (sha256, "cut"))
    length /= 2;
  return g_bytes_new_take (data, length);
}

static void
add (GPtrArray  *housings,
     const char *members)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
    g_strdup_printf ("{\"_id\":\"housing:%u\",\"kind\":\"housing\"%s%s}", housings->len, members[0] != '\0' ? "," : "", members);
  DitesDocument *document = dites_document_new_from_text (text, -1, &error);

  g_assert_no_error (error);
  g_ptr_array_add (housings, document);
}

static char *
repeat (const char *text,
        guint       n,
        const char *between)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (result, "%s%s", i > 0 ? between : "", text);
  return g_string_free_and_steal (result);
}

static void
add_hard_ones (GPtrArray *housings)
{
  g_autofree char *sentence = repeat ("Une phrase assez longue pour décrire la maison. ", 85, "");
  g_autofree char *word = repeat ("anticonstitutionnellement", 20, "");
  g_autofree char *units =
    repeat ("{\"id\":\"a\",\"name\":\"Chambre\",\"area\":1200,\"rent_cents\":28000}", 20, ",");
  g_autofree char *long_one =
    g_strdup_printf ("\"title\":\"Longue\",\"description\":\"%s\",\"photos\":[{\"sha256\":\"a\"},{\"sha256\":\"b\"},"
                     "{\"sha256\":\"tall\",\"alt\":\"Haute\"}]," FULL,
                     sentence);
  g_autofree char *wide = g_strdup_printf ("\"title\":\"%s\",\"description\":\"%s\"," FULL, word, word);
  g_autofree char *shared =
    g_strdup_printf ("\"title\":\"Colocation\",\"commune\":\"32107\",\"dpe\":\"G\",\"ges\":\"F\",\"units\":[%s,{}]", units);

  add (housings, "");
  add (housings, long_one);
  add (housings, wide);
  add (housings, shared);
  add (housings, "\"title\":\"🏠 Chez محمد الاختبار\",\"description\":\"مرحبا بكم في بيتنا 🛏️\"," FULL);
  add (housings, "\"title\":\"Photos perdues\",\"photos\":[{\"sha256\":\"broken\",\"alt\":\"Cassée\"},"
                 "{\"sha256\":\"missing\"},{\"sha256\":\"cut\"},{\"sha256\":\"clear\",\"alt\":\"Claire\"},{}]," FULL);
  add (housings, "\"title\":\"Ailleurs\",\"commune\":\"Toulouse\",\"charges_mode\":\"provision\",\"charges_cents\":100");
  for (guint i = 0; i < 60; i++)
    add (housings, "\"title\":\"Une de plus\",\"commune\":\"32107\",\"rent_cents\":30000");
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) housings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DitesDocument) mission = dites_document_new_from_text (MISSION, -1, NULL);
  g_autoptr (GError) error = NULL;
  const DitesExportSource  source = { .load_photo = load_photo };
  const DitesExportOptions options = {
    .mission = mission,
    .available_on = DITES_DAY_NONE,
    .date = dites_day_from_ymd (2026, 11, 23),
    .created = "2026-11-23T09:00:00Z",
  };

  setlocale (LC_ALL, "");
  g_assert (argc == 3);
  add (housings, "\"title\":\"T2 près de la cathédrale\",\"description\":\"Un deux-pièces clair et calme.\","
                 "\"photos\":[{\"sha256\":\"a\",\"alt\":\"Séjour\"},{\"sha256\":\"b\",\"alt\":\"Chambre\"}]," FULL);
  if (!dites_export_housing (argv[1], housings, &source, &options, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);

  add_hard_ones (housings);
  if (!dites_export_housing (argv[2], housings, &source, &options, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  return 0;
}
