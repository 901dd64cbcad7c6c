/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-map.h"

#include <math.h>

/*
 * The Gers in outline, with marks whose labels keep out of each other's way: each
 * takes the first of four places beside its mark that is free, and goes
 * without if none is.
 */

#define MIDDLE_LATITUDE 4370000
#define LAND            0xe3eeec

typedef struct
{
  double x, y, width, height;
} Box;

typedef struct
{
  DitesPdf *pdf;
  double    left, top, scale; /* points for 10⁻⁵ degrees of latitude */
  double    squeeze;          /* of longitude */
  int       west, north;
  Box       frame;
  GArray   *taken; /* of Box */
} Map;

static void
project (const Map *map,
         DitesPoint point,
         double    *x,
         double    *y)
{
  *x = map->left + (point.longitude - map->west) * map->squeeze * map->scale;
  *y = map->top + (map->north - point.latitude) * map->scale;
}

static void
fit (Map              *map,
     const DitesPoint *outline,
     gsize             n)
{
  int    west = G_MAXINT, east = G_MININT, south = G_MAXINT, north = G_MININT;
  double width, height;

  for (gsize i = 0; i < n; i++)
    {
      west = MIN (west, outline[i].longitude);
      east = MAX (east, outline[i].longitude);
      south = MIN (south, outline[i].latitude);
      north = MAX (north, outline[i].latitude);
    }
  map->squeeze = cos (MIDDLE_LATITUDE / 1e5 * G_PI / 180);
  map->west = west;
  map->north = north;
  width = (east - west) * map->squeeze;
  height = north - south;
  map->scale = MIN (map->frame.width / width, map->frame.height / height);
  map->left = map->frame.x + (map->frame.width - width * map->scale) / 2;
  map->top = map->frame.y + (map->frame.height - height * map->scale) / 2;
}

static void
draw_land (Map              *map,
           const DitesPoint *outline,
           gsize             n)
{
  cairo_t *cr = dites_pdf_get_cairo (map->pdf);

  cairo_new_path (cr);
  for (gsize i = 0; i < n; i++)
    {
      double x, y;

      project (map, outline[i], &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_close_path (cr);
  dites_pdf_set_colour (map->pdf, LAND);
  cairo_fill_preserve (cr);
  dites_pdf_set_colour (map->pdf, 0x9dbab6);
  cairo_set_line_width (cr, 0.8);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static double
mark_radius (guint weight)
{
  return weight == 0 ? 3.2 : 3.4 + sqrt (weight);
}

static void
draw_mark (Map   *map,
           double x,
           double y,
           guint  weight)
{
  cairo_t     *cr = dites_pdf_get_cairo (map->pdf);
  const double radius = mark_radius (weight);

  if (weight == 0)
    {
      /* A cross on a square: a hospital, also without colours. */
      dites_pdf_fill (map->pdf, DITES_WHITE, x - radius, y - radius, 2 * radius, 2 * radius, 1);
      dites_pdf_fill (map->pdf, DITES_MUTED, x - 2.4, y - 0.8, 4.8, 1.6, 0);
      dites_pdf_fill (map->pdf, DITES_MUTED, x - 0.8, y - 2.4, 1.6, 4.8, 0);
      return;
    }
  dites_pdf_set_colour (map->pdf, DITES_WHITE);
  cairo_arc (cr, x, y, radius + 1.2, 0, 2 * G_PI);
  cairo_fill (cr);
  dites_pdf_set_colour (map->pdf, 0xb4461c);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

static gboolean
is_free (const Map *map,
         Box        box)
{
  if (box.x < map->frame.x || box.y < map->frame.y ||
      box.x + box.width > map->frame.x + map->frame.width || box.y + box.height > map->frame.y + map->frame.height)
    return FALSE;
  for (guint i = 0; i < map->taken->len; i++)
    {
      const Box *other = &g_array_index (map->taken, Box, i);

      if (box.x < other->x + other->width && other->x < box.x + box.width &&
          box.y < other->y + other->height && other->y < box.y + box.height)
        return FALSE;
    }
  return TRUE;
}

static void
draw_label (Map                *map,
            const DitesMapMark *mark,
            DitesStyle          style)
{
  g_autoptr (PangoLayout) layout = NULL;
  const double away = mark_radius (mark->weight) + 2.5;
  double       x, y, width, height;

  if (mark->label == NULL)
    return;
  layout = dites_pdf_layout (map->pdf, mark->weight > 0 ? DITES_STYLE_SMALL_STRONG : style, mark->label, -1);
  width = dites_layout_width (layout);
  height = dites_layout_height (layout);
  project (map, mark->point, &x, &y);

  for (guint i = 0; i < 4; i++)
    {
      const Box places[] = {
        { x + away, y - height / 2, width, height },
        { x - away - width, y - height / 2, width, height },
        { x - width / 2, y - away - height + 2, width, height },
        { x - width / 2, y + away - 2, width, height },
      };

      if (!is_free (map, places[i]))
        continue;
      dites_pdf_show (map->pdf, layout, places[i].x, places[i].y, mark->weight > 0 ? DITES_INK : DITES_MUTED);
      g_array_append_val (map->taken, places[i]);
      return;
    }
}

/**
 * dites_map_draw:
 * @pdf: a PDF, within a Figure
 * @marks: what to mark; the first are the most important
 * @n_marks: how many
 * @style: how the labels of hospitals are set
 * @x: the frame's left side
 * @y: the frame's upper side
 * @width: the frame's width
 * @height: the frame's height
 *
 * Draws the Gers and @marks on it.
 */
void
dites_map_draw (DitesPdf           *pdf,
                const DitesMapMark *marks,
                guint               n_marks,
                DitesStyle          style,
                double              x,
                double              y,
                double              width,
                double              height)
{
  Map               map = { .pdf = pdf, .frame = { x, y, width, height } };
  gsize             n;
  const DitesPoint *outline = dites_gers_get_outline (&n);

  fit (&map, outline, n);
  draw_land (&map, outline, n);

  map.taken = g_array_new (FALSE, FALSE, sizeof (Box));
  for (guint i = n_marks; i > 0; i--)
    {
      const double radius = mark_radius (marks[i - 1].weight);
      double       mark_x, mark_y;
      Box          box;

      project (&map, marks[i - 1].point, &mark_x, &mark_y);
      box = (Box) { mark_x - radius, mark_y - radius, 2 * radius, 2 * radius };
      g_array_append_val (map.taken, box);
      draw_mark (&map, mark_x, mark_y, marks[i - 1].weight);
    }
  for (guint i = 0; i < n_marks; i++)
    draw_label (&map, &marks[i], style);
  g_array_unref (map.taken);
}
