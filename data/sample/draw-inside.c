/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draw.h"

#include <math.h>
#include <string.h>

/* Rooms, seen from their door: a back wall, a side wall with its window, a floor. */

#define BACK_LEFT   190.0
#define BACK_TOP    110.0
#define BACK_BOTTOM 500.0

static const guint walls[] = { 0xf3ece0, 0xe9e4da, 0xdfe6e2, 0xf2e2cf, 0xe3e0ea };
static const guint accents[] = { 0xc8553d, 0x3f7d6e, 0x35607f, 0xd7a13b, 0x8b4d6a, 0x5c8a4c };

static void
draw_floor (Painter *p,
            gboolean tiles)
{
  guint wood = vary (p, 0, 1) < 0.5 ? 0xc49a6c : 0xa97c55;

  polygon (p, tiles ? 0xe6dccb : wood, 4, (double[]) { BACK_LEFT, BACK_BOTTOM, WIDTH, BACK_BOTTOM, WIDTH, HEIGHT, 0, HEIGHT });
  cairo_save (p->cr);
  cairo_move_to (p->cr, BACK_LEFT, BACK_BOTTOM);
  cairo_line_to (p->cr, WIDTH, BACK_BOTTOM);
  cairo_line_to (p->cr, WIDTH, HEIGHT);
  cairo_line_to (p->cr, 0, HEIGHT);
  cairo_close_path (p->cr);
  cairo_clip (p->cr);

  for (int i = -14; i < 30; i++)
    {
      double top = 560 + (i - 8) * 34.0, bottom = 560 + (i - 8) * 110.0;

      polygon (p, 0, 0, NULL);
      cairo_move_to (p->cr, top, BACK_BOTTOM);
      cairo_line_to (p->cr, top + 34, BACK_BOTTOM);
      cairo_line_to (p->cr, bottom + 110, HEIGHT);
      cairo_line_to (p->cr, bottom, HEIGHT);
      cairo_close_path (p->cr);
      wash (p, tiles ? (i & 1 ? 0xe9dfce : 0xddd0bb) : wood, 0.035);
      cairo_fill (p->cr);
      ink (p, 0x5c4330, 0.25);
      cairo_set_line_width (p->cr, 1.5);
      cairo_move_to (p->cr, top, BACK_BOTTOM);
      cairo_line_to (p->cr, bottom, HEIGHT);
      cairo_stroke (p->cr);
    }
  if (tiles)
    for (double y = BACK_BOTTOM; y < HEIGHT; y += 14 + (y - BACK_BOTTOM) * 0.2)
      {
        ink (p, 0xffffff, 0.6);
        cairo_move_to (p->cr, 0, y);
        cairo_line_to (p->cr, WIDTH, y);
        cairo_stroke (p->cr);
      }
  cairo_restore (p->cr);
  shade (p, 0, BACK_BOTTOM, WIDTH, 60, 0.16, 0);
}

/* The window of the side wall, in perspective, and the light it lets in. */
static void
draw_side_window (Painter *p)
{
  static const double opening[] = { 44, 190, 146, 214, 146, 420, 44, 476 };

  polygon (p, 0xffffff, 4, (double[]) { 34, 178, 156, 206, 156, 430, 34, 490 });
  polygon (p, 0xa9d0e8, 4, opening);
  polygon (p, 0x9cbb78, 4, (double[]) { 44, 360, 146, 342, 146, 420, 44, 476 });
  polygon (p, 0x84a862, 4, (double[]) { 44, 410, 146, 376, 146, 420, 44, 476 });
  polygon (p, 0xffffff, 4, (double[]) { 92, 200, 98, 202, 98, 448, 92, 451 });
  polygon (p, 0xffffff, 4, (double[]) { 44, 300, 146, 302, 146, 308, 44, 308 });

  cairo_new_path (p->cr);
  cairo_move_to (p->cr, 230, 560);
  cairo_line_to (p->cr, 420, 540);
  cairo_line_to (p->cr, 640, 700);
  cairo_line_to (p->cr, 390, 735);
  cairo_close_path (p->cr);
  ink (p, 0xfff3cf, 0.34);
  cairo_fill (p->cr);
}

static void
draw_curtain (Painter *p,
              guint    rgb)
{
  for (int side = 0; side < 2; side++)
    for (int fold = 0; fold < 4; fold++)
      {
        double x = side ? 150 + fold * 9 : 4 + fold * 10;

        wash (p, rgb, 0.06);
        cairo_rectangle (p->cr, x, 160 + (side ? 30 : 0) + fold, 9, side ? 270 : 360);
        cairo_fill (p->cr);
      }
}

static void
draw_frame (Painter *p,
            double   x,
            double   y,
            double   w,
            double   h)
{
  box (p, x + 5, y + 6, w, h, 0xb9ad9c);
  box (p, x, y, w, h, 0x70543e);
  box (p, x + 7, y + 7, w - 14, h - 14, 0xf8f4ea);
  cairo_save (p->cr);
  cairo_rectangle (p->cr, x + 16, y + 16, w - 32, h - 32);
  cairo_clip (p->cr);
  box (p, x, y, w, h, 0xbcd8e8);
  blob (p, x + w * 0.3, y + h * 0.95, w * 0.6, h * 0.4, 0xa6bd7c, 1);
  blob (p, x + w * 0.8, y + h, w * 0.5, h * 0.4, 0xd8b95a, 1);
  blob (p, x + w * 0.7, y + h * 0.3, 11, 11, 0xf6d46a, 1);
  cairo_restore (p->cr);
}

static void
draw_lamp (Painter *p,
           double   x,
           double   y)
{
  cairo_pattern_t *glow = cairo_pattern_create_radial (x, y, 6, x, y, 130);

  cairo_pattern_add_color_stop_rgba (glow, 0, 1, 0.9, 0.6, 0.5);
  cairo_pattern_add_color_stop_rgba (glow, 1, 1, 0.9, 0.6, 0);
  cairo_set_source (p->cr, glow);
  cairo_arc (p->cr, x, y, 130, 0, 2 * G_PI);
  cairo_fill (p->cr);
  cairo_pattern_destroy (glow);
  polygon (p, 0xf5e6bd, 4, (double[]) { x - 18, y - 24, x + 18, y - 24, x + 32, y + 20, x - 32, y + 20 });
}

static void
draw_rug (Painter *p,
          double   x,
          double   y,
          double   w,
          guint    rgb)
{
  blob (p, x, y, w, w * 0.22, rgb, 1);
  blob (p, x, y, w * 0.86, w * 0.19, 0xf3e9d8, 1);
  blob (p, x, y, w * 0.74, w * 0.16, rgb, 0.85);
}

static void
draw_bed (Painter *p,
          double   x,
          double   y,
          double   w,
          guint    rgb)
{
  double d = w * 0.4;

  blob (p, x + w / 2, y + d + 66, w * 0.62, 20, 0x402a1a, 0.25);
  box (p, x - 6, y - 96, w + 12, 120, 0x8a6547);
  box (p, x + 4, y - 86, w - 8, 90, 0x9c7654);
  polygon (p, 0xf6f2ea, 4, (double[]) { x, y, x + w, y, x + w + 46, y + d, x - 46, y + d });
  box (p, x - 46, y + d, w + 92, 46, 0xe9e1d4);
  polygon (p, rgb, 4, (double[]) { x - 16, y + d * 0.34, x + w + 16, y + d * 0.34, x + w + 48, y + d, x - 48, y + d });
  box (p, x - 48, y + d, w + 96, 36, rgb);
  shade (p, x - 48, y + d, w + 96, 46, 0.05, 0.3);
  for (int i = 0; i < 7; i++)
    {
      ink (p, 0xffffff, 0.22);
      cairo_set_line_width (p->cr, 6);
      cairo_move_to (p->cr, x + w * i / 6.0, y + d * 0.36);
      cairo_line_to (p->cr, x + w * i / 6.0 + (i - 3) * 13, y + d + 34);
      cairo_stroke (p->cr);
    }
  for (int i = 0; i < (w > 200 ? 2 : 1); i++)
    {
      blob (p, x + w * (w > 200 ? 0.27 + i * 0.46 : 0.5), y - 4, w > 200 ? w * 0.2 : w * 0.36, 26, 0xffffff, 1);
      blob (p, x + w * (w > 200 ? 0.27 + i * 0.46 : 0.5), y + 6, w > 200 ? w * 0.18 : w * 0.32, 16, 0xeee8de, 1);
    }
}

static void
draw_desk (Painter *p,
           double   x,
           double   y)
{
  box (p, x, y, 210, 14, 0xb98b5c);
  box (p, x + 8, y + 14, 12, 110, 0x9a7248);
  box (p, x + 190, y + 14, 12, 110, 0x9a7248);
  box (p, x + 120, y + 14, 70, 54, 0xc69a6a);
  blob (p, x + 155, y + 40, 5, 5, 0x6a4b30, 1);
  polygon (p, 0x3c4248, 4, (double[]) { x + 64, y - 62, x + 150, y - 62, x + 150, y - 6, x + 64, y - 6 });
  polygon (p, 0x9cc2d8, 4, (double[]) { x + 69, y - 57, x + 145, y - 57, x + 145, y - 11, x + 69, y - 11 });
  for (int i = 0; i < 5; i++)
    box (p, x + 14 + i * 9, y - 40 - i % 3 * 5, 8, 40 + i % 3 * 5, accents[i]);
  box (p, x + 80, y + 54, 70, 10, 0x55616a);
  box (p, x + 84, y - 4 + 60, 8, 74, 0x55616a);
  box (p, x + 138, y - 4 + 60, 8, 74, 0x55616a);
}

static void
draw_shelves (Painter *p,
              double   x,
              double   y,
              double   w)
{
  for (int shelf = 0; shelf < 3; shelf++)
    {
      double base = y + shelf * 66;

      box (p, x, base, w, 9, 0xa67c52);
      for (double book = x + 8; book < x + w - 22;)
        {
          double thick = vary (p, 8, 18), tall = vary (p, 28, 48);

          if (vary (p, 0, 1) < 0.85)
            box (p, book, base - tall, thick - 2, tall, accents[g_rand_int_range (p->rand, 0, G_N_ELEMENTS (accents))]);
          book += thick;
        }
    }
}

static void
draw_sofa (Painter *p,
           double   x,
           double   y,
           double   w,
           guint    rgb)
{
  blob (p, x + w / 2, y + 150, w * 0.56, 18, 0x402a1a, 0.3);
  box (p, x, y, w, 90, rgb);
  shade (p, x, y, w, 90, 0, 0.18);
  box (p, x - 24, y + 30, 44, 110, rgb);
  box (p, x + w - 20, y + 30, 44, 110, rgb);
  shade (p, x + w - 20, y + 30, 44, 110, 0.05, 0.25);
  for (int i = 0; i < 2; i++)
    {
      box (p, x + 22 + i * (w / 2 - 20), y + 72, w / 2 - 24, 40, rgb);
      ink (p, 0xffffff, 0.16);
      cairo_rectangle (p->cr, x + 22 + i * (w / 2 - 20), y + 72, w / 2 - 24, 12);
      cairo_fill (p->cr);
    }
  box (p, x, y + 112, w, 30, rgb);
  shade (p, x, y + 112, w, 30, 0.15, 0.35);
  blob (p, x + 60, y + 56, 34, 28, 0xf3d9a0, 1);
  blob (p, x + w - 64, y + 58, 32, 27, 0xf4efe6, 1);
}

static void
draw_kitchen_units (Painter *p,
                    double   x,
                    double   w,
                    guint    rgb)
{
  double top = 372;

  for (double unit = x; unit < x + w - 10; unit += 92)
    {
      box (p, unit, 150, 88, 110, rgb);
      box (p, unit + 36, 244, 18, 5, 0x8a8a8a);
      box (p, unit, top + 18, 88, 128, rgb);
      box (p, unit + 36, top + 30, 18, 5, 0x8a8a8a);
    }
  for (double tile = x; tile < x + w; tile += 24)
    for (double row = 264; row < top; row += 18)
      {
        wash (p, 0xf4f1ea, 0.03);
        cairo_rectangle (p->cr, tile, row, 22, 16);
        cairo_fill (p->cr);
      }
  box (p, x - 6, top, w + 12, 18, 0xa98259);
  shade (p, x, 150, w, 346, 0, 0.1);
  box (p, x + 200, top + 24, 84, 118, 0x3c4146);
  box (p, x + 210, top + 52, 64, 56, 0x222629);
  box (p, x + 212, top + 34, 60, 5, 0xcfd3d6);
  for (int i = 0; i < 2; i++)
    blob (p, x + 222 + i * 44, top + 2, 17, 4, 0x2a2d30, 1);
  blob (p, x + 244, top - 16, 26, 18, accents[0], 1);
  box (p, x + 218, top - 20, 52, 8, 0xd9d9d9);
  box (p, x + 60, top - 34, 5, 34, 0xb9bdc0);
  box (p, x + 40, top - 36, 25, 5, 0xb9bdc0);
  box (p, x + w + 6, 190, 118, 308, 0xeef0f0);
  box (p, x + w + 6, 300, 118, 3, 0xc4c8ca);
  box (p, x + w + 16, 240, 5, 46, 0xa4a9ac);
  box (p, x + w + 16, 316, 5, 60, 0xa4a9ac);
}

static void
draw_dining (Painter *p,
             double   x,
             double   y)
{
  for (int i = 0; i < 2; i++)
    {
      box (p, x - 130 + i * 220, y - 40, 50, 9, 0x7b5b40);
      box (p, x - 130 + i * 220, y - 40, 7, 130, 0x7b5b40);
      box (p, x - 87 + i * 220, y - 40, 7, 130, 0x7b5b40);
      box (p, x - 132 + i * 220, y + 30, 54, 12, 0xa57e57);
    }
  blob (p, x, y + 130, 130, 16, 0x402a1a, 0.25);
  box (p, x - 9, y + 14, 18, 110, 0x8a6547);
  blob (p, x, y + 10, 150, 32, 0xa67c52, 1);
  blob (p, x, y + 2, 150, 32, 0xc79b6c, 1);
  blob (p, x, y - 8, 40, 13, 0xf1ece2, 1);
  for (int i = 0; i < 5; i++)
    blob (p, x - 24 + i * 12, y - 16 - i % 2 * 6, 10, 10, i % 2 ? 0xe3a12f : 0xc9512f, 1);
}

static void
draw_bathroom (Painter *p)
{
  for (double x = BACK_LEFT; x < WIDTH; x += 44)
    for (double y = 240; y < BACK_BOTTOM; y += 44)
      {
        wash (p, 0xeaf2f2, 0.025);
        cairo_rectangle (p->cr, x, y, 42, 42);
        cairo_fill (p->cr);
      }
  box (p, 300, 150, 150, 150, 0xffffff);
  box (p, 308, 158, 134, 134, 0xbfd6de);
  polygon (p, 0xe3eff2, 3, (double[]) { 308, 158, 400, 158, 308, 270 });
  box (p, 270, 396, 210, 18, 0xf8f8f6);
  box (p, 280, 414, 190, 110, 0xb98b5c);
  box (p, 372, 414, 4, 110, 0x94693f);
  blob (p, 375, 398, 66, 12, 0xdfe8ea, 1);
  box (p, 371, 352, 7, 40, 0xb9bdc0);
  box (p, 371, 352, 30, 6, 0xb9bdc0);
  box (p, 640, 130, 8, 400, 0xc4d8dc);
  ink (p, 0xcfe6ec, 0.45);
  cairo_rectangle (p->cr, 648, 130, 300, 400);
  cairo_fill (p->cr);
  box (p, 620, 530, 380, 26, 0xfafaf8);
  box (p, 800, 190, 8, 200, 0xb9bdc0);
  blob (p, 804, 186, 46, 9, 0xb9bdc0, 1);
  for (int i = 0; i < 2; i++)
    box (p, 520 + i * 46, 300, 38, 130, accents[g_rand_int_range (p->rand, 0, G_N_ELEMENTS (accents))]);
  box (p, 510, 296, 100, 6, 0xa9adb0);
  plant (p, 450, 396, 70);
}

static void
draw_room (Painter *p,
           gboolean tiles)
{
  guint wall = walls[g_rand_int_range (p->rand, 0, G_N_ELEMENTS (walls))];

  box (p, 0, 0, WIDTH, HEIGHT, wall);
  polygon (p, 0xfaf7f2, 4, (double[]) { 0, 0, WIDTH, 0, WIDTH, BACK_TOP, BACK_LEFT, BACK_TOP });
  if (vary (p, 0, 1) < 0.4)
    for (int i = 0; i < 5; i++)
      polygon (p, 0x8a6547, 4, (double[]) { 60 + i * 220, 0, 110 + i * 220, 0, 240 + i * 170, BACK_TOP, 214 + i * 170, BACK_TOP });
  polygon (p, wall, 4, (double[]) { 0, 0, BACK_LEFT, BACK_TOP, BACK_LEFT, BACK_BOTTOM, 0, HEIGHT });
  cairo_move_to (p->cr, 0, 0);
  cairo_line_to (p->cr, BACK_LEFT, BACK_TOP);
  cairo_line_to (p->cr, BACK_LEFT, BACK_BOTTOM);
  cairo_line_to (p->cr, 0, HEIGHT);
  cairo_close_path (p->cr);
  ink (p, 0x3a2f3a, 0.13);
  cairo_fill (p->cr);
  draw_floor (p, tiles);
  box (p, BACK_LEFT, BACK_BOTTOM - 14, WIDTH, 14, 0xfbf8f2);
  draw_side_window (p);
}

void
draw_inside (Painter    *p,
             const char *scene)
{
  guint accent = accents[g_rand_int_range (p->rand, 0, G_N_ELEMENTS (accents))];
  guint other = accents[g_rand_int_range (p->rand, 0, G_N_ELEMENTS (accents))];

  draw_room (p, strcmp (scene, "kitchen") == 0 || strcmp (scene, "bathroom") == 0);

  if (strcmp (scene, "bathroom") == 0)
    {
      draw_bathroom (p);
      return;
    }

  if (strcmp (scene, "kitchen") == 0)
    {
      draw_kitchen_units (p, 280, 460, vary (p, 0, 1) < 0.5 ? 0xf7f5f0 : 0xb7cbd3);
      draw_lamp (p, 560, 90);
      draw_dining (p, vary (p, 430, 560), 590);
      plant (p, 930, 690, 150);
      return;
    }

  draw_curtain (p, accent);
  draw_frame (p, vary (p, 420, 520), 180, vary (p, 120, 180), vary (p, 90, 130));
  if (strcmp (scene, "bedroom") == 0)
    {
      draw_rug (p, 600, 670, 330, other);
      draw_bed (p, vary (p, 380, 440), 440, vary (p, 0, 1) < 0.7 ? 300 : 180, accent);
      box (p, 800, 430, 90, 90, 0xa67c52);
      draw_lamp (p, 846, 396);
      if (vary (p, 0, 1) < 0.6)
        draw_shelves (p, 780, 210, 160);
      return;
    }

  draw_rug (p, 560, 660, 300, other);
  if (strcmp (scene, "studio") == 0)
    {
      draw_bed (p, 250, 430, 190, accent);
      draw_desk (p, 620, 420);
      draw_shelves (p, 640, 220, 190);
      draw_lamp (p, 890, 360);
      plant (p, 930, 690, 170);
      return;
    }

  draw_shelves (p, 740, 230, 190);
  draw_sofa (p, vary (p, 340, 420), 420, 330, accent);
  draw_lamp (p, vary (p, 290, 320), 330);
  box (p, 303, 350, 5, 170, 0x6a5a48);
  blob (p, 560, 640, 120, 24, 0x8a6547, 1);
  blob (p, 560, 632, 120, 24, 0xb98b5c, 1);
  box (p, 530, 616, 60, 10, other);
  plant (p, 900, 640, vary (p, 150, 220));
}
