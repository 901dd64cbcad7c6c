/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-map.h"
#include "dites-sheet-private.h"

#define MAP_HEIGHT  206.0
#define MOST_PLACES 7

typedef struct
{
  const DitesPlace *place;
  int               metres;
} Distance;

static int
compare_distances (gconstpointer a,
                   gconstpointer b)
{
  const Distance *first = a;
  const Distance *second = b;

  return first->metres - second->metres;
}

/* The places, the nearest first; several in one town count once each. */
static GArray *
measure (DitesOffer *offer)
{
  GArray          *distances = g_array_new (FALSE, FALSE, sizeof (Distance));
  const GPtrArray *places = offer->press->places;

  for (guint i = 0; i < places->len; i++)
    {
      const DitesPlace *place = g_ptr_array_index (places, i);
      const Distance    distance = { place, dites_gers_get_road_metres (offer->point, place->point) };

      g_array_append_val (distances, distance);
    }
  g_array_sort (distances, compare_distances);
  return distances;
}

static char *
distance_text (int metres)
{
  const int km = (metres + 500) / 1000;
  const int minutes = dites_gers_get_road_minutes (metres);

  if (km < 1)
    return g_strdup (_ ("less than 1 km"));
  /* Translators: a distance in kilometres and a time in minutes. */
  return g_strdup_printf (_ ("about %d km, %d min"), km, minutes);
}

static void
draw_distance (DitesPdf       *pdf,
               const Distance *distance,
               double         *y)
{
  g_autofree char *text = distance_text (distance->metres);
  g_autoptr (PangoLayout) name = dites_pdf_layout (pdf, DITES_STYLE_SMALL_STRONG, distance->place->name, DITES_NARROW);
  g_autoptr (PangoLayout) value = dites_pdf_layout (pdf, DITES_STYLE_SMALL, text, DITES_NARROW);

  pango_layout_set_height (name, -2);
  pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
  dites_pdf_begin (pdf, "P");
  dites_pdf_show (pdf, name, DITES_NARROW_X, *y, DITES_INK);
  *y += dites_layout_height (name);
  dites_pdf_show (pdf, value, DITES_NARROW_X, *y, DITES_MUTED);
  *y += dites_layout_height (value) + 5;
  dites_pdf_rule (pdf, DITES_LINE, DITES_NARROW_X, *y - 3, DITES_NARROW);
  dites_pdf_end (pdf);
}

static double
draw_distances (DitesPdf *pdf,
                GArray   *distances,
                double    y,
                double    bottom)
{
  if (distances->len == 0)
    return y;

  y += dites_pdf_text (pdf, "H2", DITES_STYLE_HEADING, _ ("By road"), DITES_NARROW_X, y, DITES_NARROW) + 4;
  for (guint i = 0; i < distances->len && i < MOST_PLACES && (i == 0 || y + 38 < bottom); i++)
    draw_distance (pdf, &g_array_index (distances, Distance, i), &y);
  return y;
}

static gboolean
is_marked (GArray     *marks,
           DitesPoint  point,
           const char *label)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const DitesMapMark *mark = &g_array_index (marks, DitesMapMark, i);

      if ((mark->weight == 0 && mark->point.latitude == point.latitude && mark->point.longitude == point.longitude) ||
          g_strcmp0 (mark->label, label) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
draw_map (DitesPdf   *pdf,
          DitesOffer *offer,
          GArray     *distances,
          double      y)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (DitesMapMark));
  const DitesMapMark home = { offer->point, offer->commune, 1 };
  g_autofree char   *alternative = NULL;

  g_array_append_val (marks, home);
  for (guint i = 0; i < distances->len; i++)
    {
      const DitesPlace  *place = g_array_index (distances, Distance, i).place;
      const DitesMapMark mark = { place->point, place->commune, 0 };

      if (!is_marked (marks, place->point, place->commune))
        g_array_append_val (marks, mark);
    }

  if (distances->len > 0)
    {
      g_autofree char *text = distance_text (g_array_index (distances, Distance, 0).metres);

      /* Translators: a commune, a place and a distance to it, as in “about 12 km, 12 min”. */
      alternative = g_strdup_printf (_ ("Map of the Gers: the home is in %s; the nearest site is %s, %s"),
                                     offer->commune, g_array_index (distances, Distance, 0).place->name, text);
    }
  else
    /* Translators: a commune. */
    alternative = g_strdup_printf (_ ("Map of the Gers: the home is in %s"), offer->commune);

  dites_pdf_begin_figure (pdf, alternative);
  dites_map_draw (pdf, (const DitesMapMark *) (gpointer) marks->data, marks->len, DITES_STYLE_CAPTION,
                  DITES_MARGIN, y, DITES_WIDE, MAP_HEIGHT);
  dites_pdf_text (pdf, NULL, DITES_STYLE_CAPTION,
                  _ ("A dot marks the home’s commune, a cross each training site. Distances are estimates."),
                  DITES_MARGIN, y + MAP_HEIGHT + 3, DITES_WIDE);
  dites_pdf_end (pdf);
}

/* Where the home lies, and how far the sites are. */
void
dites_sheet_draw_place (DitesFlow  *flow,
                        DitesOffer *offer)
{
  g_autoptr (GArray) distances = NULL;
  double y, bottom;

  if (!offer->has_point)
    return;

  dites_flow_need (flow, 22 + MAP_HEIGHT + 16);
  distances = measure (offer);
  y = flow->y;
  bottom = y + 22 + MAP_HEIGHT + 14;
  flow->y += dites_pdf_text (flow->pdf, "H2", DITES_STYLE_HEADING, _ ("Where it is"), DITES_MARGIN, y, DITES_WIDE) + 6;
  draw_map (flow->pdf, offer, distances, flow->y);
  flow->y = MAX (bottom, draw_distances (flow->pdf, distances, y, bottom)) + 12;
}
