/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draw.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Draws the pictures that make.py --photos lists on standard input, “FILE SCENE SEED”
 * a line, into the folder it is given. The same line always gives the same picture. */

double
vary (Painter *p,
      double   from,
      double   to)
{
  return g_rand_double_range (p->rand, from, to);
}

void
ink (Painter *p,
     guint    rgb,
     double   alpha)
{
  cairo_set_source_rgba (p->cr, (rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, alpha);
}

/* A colour a little lighter or darker than @rgb, as no two stones are the same. */
void
wash (Painter *p,
      guint    rgb,
      double   jitter)
{
  double d = vary (p, -jitter, jitter);

  cairo_set_source_rgb (p->cr, (rgb >> 16) / 255.0 + d, (rgb >> 8 & 255) / 255.0 + d, (rgb & 255) / 255.0 + d);
}

void
box (Painter *p,
     double   x,
     double   y,
     double   w,
     double   h,
     guint    rgb)
{
  ink (p, rgb, 1);
  cairo_rectangle (p->cr, x, y, w, h);
  cairo_fill (p->cr);
}

/* A shadow over a rectangle, from one darkness to another. */
void
shade (Painter *p,
       double   x,
       double   y,
       double   w,
       double   h,
       double   top,
       double   bottom)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, y, 0, y + h);

  cairo_pattern_add_color_stop_rgba (pattern, 0, 0.15, 0.1, 0.15, top);
  cairo_pattern_add_color_stop_rgba (pattern, 1, 0.15, 0.1, 0.15, bottom);
  cairo_set_source (p->cr, pattern);
  cairo_rectangle (p->cr, x, y, w, h);
  cairo_fill (p->cr);
  cairo_pattern_destroy (pattern);
}

void
blob (Painter *p,
      double   x,
      double   y,
      double   rx,
      double   ry,
      guint    rgb,
      double   alpha)
{
  cairo_save (p->cr);
  cairo_translate (p->cr, x, y);
  cairo_scale (p->cr, rx, ry);
  cairo_new_path (p->cr);
  cairo_arc (p->cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (p->cr);
  ink (p, rgb, alpha);
  cairo_fill (p->cr);
}

void
polygon (Painter      *p,
         guint         rgb,
         int           n,
         const double *points)
{
  cairo_new_path (p->cr);
  for (int i = 0; i < n; i++)
    cairo_line_to (p->cr, points[2 * i], points[2 * i + 1]);
  cairo_close_path (p->cr);
  ink (p, rgb, 1);
  cairo_fill (p->cr);
}

void
fade (Painter *p,
      double   y0,
      double   y1,
      guint    top,
      guint    bottom)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, y0, 0, y1);

  cairo_pattern_add_color_stop_rgb (pattern, 0, (top >> 16) / 255.0, (top >> 8 & 255) / 255.0, (top & 255) / 255.0);
  cairo_pattern_add_color_stop_rgb (pattern, 1, (bottom >> 16) / 255.0, (bottom >> 8 & 255) / 255.0, (bottom & 255) / 255.0);
  cairo_set_source (p->cr, pattern);
  cairo_rectangle (p->cr, 0, y0, WIDTH, y1 - y0);
  cairo_fill (p->cr);
  cairo_pattern_destroy (pattern);
}

/* A crown of many leaves' clumps, darker below, lit from the left. */
void
tree (Painter *p,
      double   x,
      double   y,
      double   size,
      guint    rgb)
{
  blob (p, x + size * 0.1, y, size * 0.5, size * 0.06, 0x203010, 0.25);
  polygon (p, 0x5c4533, 4, (double[]) { x - size * 0.05, y, x + size * 0.06, y, x + size * 0.03, y - size * 0.6, x - size * 0.02, y - size * 0.6 });

  for (int i = 0; i < 130; i++)
    {
      double angle = vary (p, 0, 2 * G_PI);
      double radius = sqrt (vary (p, 0, 1)) * size * 0.42;
      double dx = cos (angle) * radius, dy = sin (angle) * radius * 0.9;
      double light = (-dx - dy) / size * 0.3 + vary (p, -0.04, 0.04);

      wash (p, rgb, 0);
      cairo_set_source_rgb (p->cr, (rgb >> 16) / 255.0 + light, (rgb >> 8 & 255) / 255.0 + light, (rgb & 255) / 255.0 + light * 0.5);
      cairo_arc (p->cr, x + dx, y - size * 0.85 + dy, size * vary (p, 0.05, 0.12), 0, 2 * G_PI);
      cairo_fill (p->cr);
    }
}

void
cypress (Painter *p,
         double   x,
         double   y,
         double   size)
{
  cairo_move_to (p->cr, x, y - size);
  cairo_curve_to (p->cr, x + size * 0.16, y - size * 0.5, x + size * 0.14, y - size * 0.1, x, y);
  cairo_curve_to (p->cr, x - size * 0.14, y - size * 0.1, x - size * 0.16, y - size * 0.5, x, y - size);
  ink (p, 0x33502f, 1);
  cairo_fill (p->cr);
  for (int i = 0; i < 30; i++)
    blob (p, x - size * 0.03 + vary (p, -0.05, 0.02) * size, y - size * vary (p, 0.1, 0.8), size * 0.02, size * 0.05, 0x5a7a48, 0.4);
}

void
flowers (Painter *p,
         double   x,
         double   y,
         double   w,
         double   h,
         guint    rgb,
         int      n)
{
  for (int i = 0; i < n * 2; i++)
    blob (p, vary (p, x, x + w), vary (p, y, y + h), vary (p, 4, 9), vary (p, 4, 9), i % 2 ? 0x4d7038 : 0x6d914c, 0.9);
  for (int i = 0; i < n; i++)
    {
      double fx = vary (p, x, x + w), fy = vary (p, y - h * 0.2, y + h * 0.7), r = vary (p, 3, 6);

      blob (p, fx, fy, r, r, rgb, 0.95);
      blob (p, fx - r * 0.2, fy - r * 0.2, r * 0.4, r * 0.4, 0xffffff, 0.5);
    }
}

/* A plant in a pot, for inside and for terraces. */
void
plant (Painter *p,
       double   x,
       double   y,
       double   size)
{
  for (int i = 0; i < 14; i++)
    {
      double angle = -G_PI / 2 + vary (p, -1.2, 1.2), length = size * vary (p, 0.5, 0.9);

      cairo_move_to (p->cr, x, y - size * 0.3);
      cairo_curve_to (p->cr, x + cos (angle) * length * 0.3 - 10, y - size * 0.3 + sin (angle) * length * 0.6,
                      x + cos (angle) * length, y - size * 0.3 + sin (angle) * length, x + cos (angle) * length, y - size * 0.25 + sin (angle) * length * 0.8);
      cairo_curve_to (p->cr, x + cos (angle) * length * 0.5, y - size * 0.3 + sin (angle) * length * 0.5, x, y - size * 0.3, x, y - size * 0.3);
      wash (p, 0x4f7d4a, 0.07);
      cairo_fill (p->cr);
    }
  polygon (p, 0xb5673f, 4, (double[]) { x - size * 0.17, y - size * 0.34, x + size * 0.17, y - size * 0.34, x + size * 0.12, y, x - size * 0.12, y });
  box (p, x - size * 0.19, y - size * 0.36, size * 0.38, size * 0.07, 0xc47a50);
}

/* Warm light from the upper left, darker corners and the grain of paper. */
void
finish (Painter *p)
{
  cairo_pattern_t *light = cairo_pattern_create_radial (280, 180, 60, 500, 380, 760);

  cairo_pattern_add_color_stop_rgba (light, 0, 1, 0.93, 0.75, 0.16);
  cairo_pattern_add_color_stop_rgba (light, 0.6, 1, 0.93, 0.8, 0);
  cairo_pattern_add_color_stop_rgba (light, 1, 0.1, 0.05, 0.2, 0.26);
  cairo_set_source (p->cr, light);
  cairo_paint (p->cr);
  cairo_pattern_destroy (light);

  for (int i = 0; i < 2200; i++)
    {
      double x = vary (p, 0, WIDTH), y = vary (p, 0, HEIGHT), length = vary (p, 8, 40);

      ink (p, i % 2 ? 0xffffff : 0x302018, 0.03);
      cairo_set_line_width (p->cr, vary (p, 1, 4));
      cairo_move_to (p->cr, x, y);
      cairo_line_to (p->cr, x + length, y + length * 0.25);
      cairo_stroke (p->cr);
    }
}

static gboolean
draw_picture (const char *path,
              const char *scene,
              guint       seed,
              GError    **error)
{
  cairo_surface_t   *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  Painter            p = { cairo_create (surface), g_rand_new_with_seed (seed + 32) };
  g_autofree guchar *pixels = g_malloc (3 * WIDTH * HEIGHT);
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  if (is_outside (scene))
    draw_outside (&p, scene);
  else
    draw_inside (&p, scene);
  finish (&p);

  cairo_surface_flush (surface);
  for (int y = 0; y < HEIGHT; y++)
    {
      const guint32 *row = (gpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < WIDTH; x++)
        {
          guchar *pixel = pixels + (y * (int) WIDTH + x) * 3;

          pixel[0] = row[x] >> 16;
          pixel[1] = row[x] >> 8;
          pixel[2] = row[x];
        }
    }

  cairo_destroy (p.cr);
  cairo_surface_destroy (surface);
  g_rand_free (p.rand);

  pixbuf = gdk_pixbuf_new_from_data (pixels, GDK_COLORSPACE_RGB, FALSE, 8, WIDTH, HEIGHT, 3 * WIDTH, NULL, NULL);

  return gdk_pixbuf_save (pixbuf, path, "jpeg", error, "quality", "66", NULL);
}

int
main (int   argc,
      char *argv[])
{
  char line[1024];

  if (argc != 2)
    {
      g_printerr ("draw-photos FOLDER < LIST\n");
      return 2;
    }

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_auto (GStrv) words = g_strsplit (g_strchomp (line), " ", 3);
      g_autofree char *path = NULL;
      g_autoptr (GError) error = NULL;

      if (g_strv_length (words) != 3)
        continue;

      path = g_build_filename (argv[1], words[0], NULL);
      if (!draw_picture (path, words[1], atoi (words[2]), &error))
        {
          g_printerr ("%s\n", error->message);
          return 3;
        }
    }

  return 0;
}
