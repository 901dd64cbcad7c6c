/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-catalogue.h"
#include "dites-map.h"
#include "dites-photo.h"

#define LOGO_HEIGHT 44.0
#define LOGO_WIDTH  130.0
#define MAP_TOP     326.0
#define MAP_HEIGHT  350.0

static void
draw_logo (DitesCatalogue *self,
           DitesPdf       *pdf)
{
  const DitesExportSource *source = self->press->source;
  DitesDocument           *mission = self->press->options->mission;
  g_autoptr (GPtrArray) logos = mission != NULL ? dites_document_get_items (mission, "logo") : NULL;
  g_autofree char *sha256 =
    logos != NULL && logos->len > 0 ? dites_document_dup_string (g_ptr_array_index (logos, 0), "sha256") : NULL;
  g_autoptr (GBytes) bytes = NULL;
  DitesPhoto photo;
  double     scale;

  if (sha256 == NULL || source->load_photo == NULL)
    return;
  bytes = source->load_photo (sha256, source->user_data, NULL);
  if (bytes == NULL || !dites_photo_load (&photo, bytes, sha256, 0, NULL))
    return;

  scale = MIN (LOGO_WIDTH / photo.width, LOGO_HEIGHT / photo.height);
  dites_photo_draw (&photo, dites_pdf_get_cairo (pdf), DITES_MARGIN + DITES_FULL - photo.width * scale, 46,
                    photo.width * scale, photo.height * scale);
  dites_pdf_hold (pdf, photo.surface);
}

static char *
make_lead (DitesCatalogue *self)
{
  const DitesDay   asked = self->press->options->available_on;
  const DitesDay   date = self->press->options->date != DITES_DAY_NONE ? self->press->options->date : dites_day_today ();
  g_autofree char *text = dites_day_format (asked != DITES_DAY_NONE ? asked : date, DITES_DAY_LONG);

  if (asked != DITES_DAY_NONE)
    /* Translators: a date. */
    return g_strdup_printf (_ ("Furnished homes for medical interns, available on %s"), text);
  /* Translators: a date. */
  return g_strdup_printf (_ ("Furnished homes for medical interns, %s"), text);
}

static guint
count_communes (DitesCatalogue *self)
{
  g_autoptr (GHashTable) communes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->offers->len; i++)
    {
      DitesOffer *offer = g_ptr_array_index (self->offers, i);

      if (offer->commune[0] != '\0')
        g_hash_table_add (communes, offer->commune);
    }
  return g_hash_table_size (communes);
}

static char *
make_counts (DitesCatalogue *self)
{
  const guint      n_communes = count_communes (self);
  g_autofree char *homes =
    g_strdup_printf (ngettext ("%u home", "%u homes", self->offers->len), self->offers->len);
  g_autofree char *communes =
    g_strdup_printf (ngettext ("%u commune", "%u communes", n_communes), n_communes);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  gint64           least = G_MAXINT64, most = -1;

  for (guint i = 0; i < self->offers->len; i++)
    {
      const DitesOffer *offer = g_ptr_array_index (self->offers, i);

      if (offer->rent < 0)
        continue;
      least = MIN (least, offer->rent);
      most = MAX (most, offer->rent);
    }
  if (most < 0 || least == most)
    return g_strdup_printf ("%s · %s", homes, communes);
  first = dites_price_format (least);
  last = dites_price_format (most);
  /* Translators: “25 homes · 14 communes · €250 to €690 per month”. */
  return g_strdup_printf (_ ("%s · %s · %s to %s per month"), homes, communes, first, last);
}

/* One mark for each commune, as large as it has offers, the largest first. */
static GArray *
collect_marks (DitesCatalogue *self)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (DitesMapMark));

  for (guint i = 0; i < self->offers->len; i++)
    {
      const DitesOffer  *offer = g_ptr_array_index (self->offers, i);
      const DitesMapMark mark = { offer->point, offer->commune, 1 };
      guint              at;

      if (!offer->has_point)
        continue;
      for (at = 0; at < marks->len; at++)
        if (g_strcmp0 (g_array_index (marks, DitesMapMark, at).label, offer->commune) == 0)
          break;
      if (at < marks->len)
        g_array_index (marks, DitesMapMark, at).weight++;
      else
        g_array_append_val (marks, mark);
    }
  return marks;
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const DitesMapMark *first = a;
  const DitesMapMark *second = b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return g_strcmp0 (first->label, second->label);
}

static void
draw_map (DitesCatalogue *self,
          DitesPdf       *pdf)
{
  g_autoptr (GArray) marks = collect_marks (self);
  g_autoptr (GString) alternative = g_string_new (_ ("Map of the Gers with the communes of the homes:"));

  g_array_sort (marks, compare_marks);
  for (guint i = 0; i < marks->len; i++)
    {
      const DitesMapMark *mark = &g_array_index (marks, DitesMapMark, i);

      g_string_append_printf (alternative, "%s %s (%u)", i > 0 ? "," : "", mark->label, mark->weight);
    }

  dites_pdf_begin_figure (pdf, alternative->str);
  dites_map_draw (pdf, (const DitesMapMark *) (gpointer) marks->data, marks->len, DITES_STYLE_CAPTION,
                  DITES_MARGIN, MAP_TOP, DITES_FULL, MAP_HEIGHT);
  dites_pdf_text (pdf, NULL, DITES_STYLE_CAPTION, _ ("A dot is the larger the more homes its commune has."), DITES_MARGIN, MAP_TOP + MAP_HEIGHT + 8, DITES_FULL);
  dites_pdf_end (pdf);
}

static void
draw_contact (DitesCatalogue *self,
              DitesPdf       *pdf)
{
  const DitesPress *press = self->press;
  const char *const lines[] = { press->service, press->address };
  const char *const links[] = { press->phone, press->email, press->website };
  g_autofree char  *mail = g_strdup_printf ("mailto:%s", press->email);
  const char *const uris[] = { press->phone_link, mail, press->website_link };
  double            y = 744;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    y += dites_pdf_text (pdf, "P", DITES_STYLE_BODY, lines[i], DITES_MARGIN, y, DITES_WIDE);

  y = 744;
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (PangoLayout) layout = dites_pdf_layout_line (pdf, DITES_STYLE_STRONG, links[i], DITES_NARROW + DITES_GUTTER);

      if (links[i][0] == '\0')
        continue;
      dites_pdf_begin (pdf, "P");
      dites_pdf_begin_link (pdf, uris[i], links[i]);
      dites_pdf_show (pdf, layout, DITES_MARGIN + DITES_FULL - dites_layout_width (layout), y, DITES_ACCENT);
      dites_pdf_end (pdf);
      dites_pdf_end (pdf);
      y += dites_style_leading (DITES_STYLE_STRONG);
    }
}

/**
 * dites_catalogue_draw_cover:
 * @self: a catalogue
 *
 * Draws the cover on a page of its own.
 */
void
dites_catalogue_draw_cover (DitesCatalogue *self)
{
  DitesPdf        *pdf = self->press->pdf;
  const char      *name = self->press->mission[0] != '\0' ? self->press->mission : "Dites32";
  g_autofree char *lead = make_lead (self);
  g_autofree char *counts = make_counts (self);
  double           y = 150;

  dites_pdf_begin_page (pdf);
  dites_pdf_begin (pdf, "Sect");

  dites_pdf_begin (pdf, "P");
  dites_pdf_fill (pdf, DITES_ACCENT, 0, 0, DITES_PAGE_WIDTH, 14, 0);
  draw_logo (self, pdf);
  dites_pdf_text (pdf, NULL, DITES_STYLE_NUMBER, name, DITES_MARGIN, 56, DITES_FULL - LOGO_WIDTH - 20);
  dites_pdf_end (pdf);

  dites_pdf_begin_destination (pdf, "cover");
  y += dites_pdf_text (pdf, "H1", DITES_STYLE_COVER_TITLE, self->title, DITES_MARGIN, y, DITES_FULL) + 10;
  dites_pdf_end_destination (pdf);
  y += dites_pdf_text (pdf, "P", DITES_STYLE_COVER_LEAD, lead, DITES_MARGIN, y, DITES_FULL) + 4;
  dites_pdf_text (pdf, "P", DITES_STYLE_STRONG, counts, DITES_MARGIN, y, DITES_FULL);

  draw_map (self, pdf);
  draw_contact (self, pdf);
  dites_pdf_end (pdf);
}
