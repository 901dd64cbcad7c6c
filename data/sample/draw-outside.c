/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draw.h"

#include <math.h>
#include <string.h>

/* Houses of the Gers, seen from the street, and the country around them. */

typedef enum
{
  PLASTER,
  STONE,
  BRICK,
  TIMBER,
  BOARDS,
} Wall;

typedef struct
{
  const char *scene;
  Wall        wall;
  double      x, width, eaves; /* where the wall is, and how high it begins */
  int         floors, bays;
  double      roof; /* how high, of a roof of tiles; 0 for a flat one */
  gboolean    balconies;
  gboolean    arcade;
} House;

static const House houses[] = {
  { "townhouse", TIMBER, 240, 500, 130, 3, 4, 70, FALSE, FALSE },
  { "block", PLASTER, 170, 640, 130, 4, 5, 0, TRUE, FALSE },
  { "villa", PLASTER, 170, 640, 340, 1, 4, 110, FALSE, FALSE },
  { "village", STONE, 210, 560, 290, 2, 3, 90, FALSE, FALSE },
  { "school", STONE, 130, 740, 250, 2, 6, 90, FALSE, FALSE },
  { "farm", STONE, 90, 800, 330, 2, 6, 120, FALSE, FALSE },
  { "arcade", STONE, 170, 660, 150, 3, 4, 60, TRUE, TRUE },
  { "river", PLASTER, 190, 620, 180, 3, 5, 60, FALSE, FALSE },
  { "manor", PLASTER, 190, 620, 190, 3, 5, 110, FALSE, FALSE },
  { "tower", BRICK, 360, 290, 150, 3, 2, 170, FALSE, FALSE },
  { "cabin", BOARDS, 300, 400, 390, 1, 3, 110, FALSE, FALSE },
};

#define GROUND 610.0

static const guint shutters[] = { 0x6f8fa3, 0x7c9082, 0x8f3f3a, 0x4f6d8a, 0xb9b7a8, 0x5c7a5a, 0x7a4a5e };
static const guint plasters[] = { 0xf0dfc0, 0xf4ebdc, 0xe8cfa6, 0xead9c9 };

gboolean
is_outside (const char *scene)
{
  for (gsize i = 0; i < G_N_ELEMENTS (houses); i++)
    {
      if (strcmp (houses[i].scene, scene) == 0)
        return TRUE;
    }

  return strcmp (scene, "view") == 0 || strcmp (scene, "garden") == 0 ||
         strcmp (scene, "pool") == 0 || strcmp (scene, "orchard") == 0;
}

void
draw_sky (Painter *p,
          gboolean evening)
{
  fade (p, 0, 560, evening ? 0x8fb0d6 : 0x86b6e0, evening ? 0xf8dcb4 : 0xeaf3f6);

  for (int i = 0; i < 4; i++)
    {
      double x = vary (p, 0, WIDTH), y = vary (p, 40, 230), size = vary (p, 40, 90);

      for (int j = 0; j < 14; j++)
        blob (p, x + vary (p, -1.6, 1.6) * size, y + vary (p, -0.2, 0.2) * size, vary (p, 0.3, 0.7) * size, vary (p, 0.12, 0.28) * size, 0xffffff, 0.22);
    }
}

static void
draw_range (Painter *p,
            double   y,
            double   height,
            double   step,
            guint    rgb)
{
  double previous = y;

  cairo_move_to (p->cr, -20, HEIGHT);
  cairo_line_to (p->cr, -20, y);
  for (double x = -20; x < WIDTH + step; x += step)
    {
      double next = y - vary (p, 0, height);

      cairo_curve_to (p->cr, x + step * 0.4, previous, x + step * 0.6, next, x + step, next);
      previous = next;
    }
  cairo_line_to (p->cr, WIDTH + 20, HEIGHT);
  ink (p, rgb, 1);
  cairo_fill (p->cr);
}

/* The chain of the Pyrenees, its snow in the sun. */
static void
draw_mountains (Painter *p,
                double   y)
{
  for (double x = -40; x < WIDTH; x += 62)
    {
      double peak = x + vary (p, 20, 60), top = y - vary (p, 60, 150), foot = x + 160;

      polygon (p, 0x90a7c4, 3, (double[]) { x - 30, y, peak, top, foot, y });
      polygon (p, 0xf5f7fb, 5, (double[]) { peak - 22, top + 34, peak, top, peak + 26, top + 38, peak + 6, top + 26, peak - 8, top + 44 });
    }
}

void
draw_hills (Painter *p,
            double   y,
            gboolean mountains)
{
  if (mountains)
    draw_mountains (p, y);
  draw_range (p, y, 36, 210, 0xa8bf9a);
  draw_range (p, y + 40, 40, 260, 0xb9c07a);
  draw_range (p, y + 85, 40, 300, 0x93ad63);
}

static void
draw_stones (Painter *p,
             double   x,
             double   y,
             double   w,
             double   h,
             guint    rgb,
             double   size)
{
  cairo_save (p->cr);
  cairo_rectangle (p->cr, x, y, w, h);
  cairo_clip (p->cr);
  for (double row = y; row < y + h; row += size * 0.55)
    for (double stone = x - vary (p, 0, size); stone < x + w;)
      {
        double length = vary (p, 0.7, 1.7) * size;

        wash (p, rgb, 0.05);
        cairo_rectangle (p->cr, stone + 1, row + 1, length - 2, size * 0.55 - 2);
        cairo_fill (p->cr);
        stone += length;
      }
  cairo_restore (p->cr);
}

static void
draw_timber (Painter     *p,
             const House *house)
{
  double step = house->width / house->bays;
  double floor = (GROUND - house->eaves) / house->floors;

  ink (p, 0x6b4a35, 1);
  cairo_set_line_width (p->cr, 11);
  for (int i = 1; i < house->floors; i++)
    {
      cairo_move_to (p->cr, house->x, house->eaves + i * floor);
      cairo_rel_line_to (p->cr, house->width, 0);
    }
  for (int i = 0; i <= house->bays; i++)
    {
      cairo_move_to (p->cr, house->x + i * step, house->eaves);
      cairo_rel_line_to (p->cr, 0, floor * (house->floors - 1));
    }
  for (int i = 0; i < house->bays; i++)
    {
      cairo_move_to (p->cr, house->x + i * step, house->eaves + floor * (i % 2 ? 1 : 2));
      cairo_line_to (p->cr, house->x + i * step + step * 0.2, house->eaves + floor * (i % 2 ? 0 : 1));
    }
  cairo_stroke (p->cr);
}

static void
draw_wall (Painter     *p,
           const House *house)
{
  guint  plaster = plasters[g_rand_int_range (p->rand, 0, G_N_ELEMENTS (plasters))];
  double height = GROUND - house->eaves;

  box (p, house->x, house->eaves, house->width, height, house->wall == BRICK ? 0xd9b9a0 : house->wall == BOARDS ? 0x8a6a4c
                                                                                                                : plaster);

  if (house->wall == STONE)
    draw_stones (p, house->x, house->eaves, house->width, height, vary (p, 0, 1) < 0.5 ? 0xe3cfa4 : 0xd9c7a8, 34);
  else if (house->wall == BRICK)
    draw_stones (p, house->x, house->eaves, house->width, height, 0xc07a5c, 22);
  else if (house->wall == TIMBER)
    {
      draw_stones (p, house->x, house->eaves + height * 2 / house->floors, house->width, height / house->floors, 0xdcc8a0, 32);
      draw_timber (p, house);
    }
  else if (house->wall == BOARDS)
    for (double x = house->x; x < house->x + house->width; x += 18)
      {
        wash (p, 0x9c7a58, 0.04);
        cairo_rectangle (p->cr, x, house->eaves, 16, height);
        cairo_fill (p->cr);
      }
  else
    for (int i = 0; i < 60; i++)
      blob (p, vary (p, house->x, house->x + house->width), vary (p, house->eaves, GROUND), vary (p, 8, 40), vary (p, 5, 16), 0xffffff, 0.06);

  shade (p, house->x, house->eaves, house->width, 46, 0.34, 0);
  shade (p, house->x, GROUND - 50, house->width, 50, 0, 0.2);
}

static void
draw_roof (Painter     *p,
           const House *house)
{
  double left = house->x - 26, right = house->x + house->width + 26;
  double inset = strcmp (house->scene, "tower") == 0 ? (right - left) / 2 - 6 : strcmp (house->scene, "manor") == 0 ? 110
                                                                                                                    : 50;
  double top = house->eaves - house->roof;
  guint  tile = strcmp (house->scene, "manor") == 0 ? 0x66707f : 0xc0714c;

  if (house->roof == 0)
    {
      box (p, house->x - 8, house->eaves - 16, house->width + 16, 18, 0xe7e2d8);
      return;
    }

  cairo_save (p->cr);
  cairo_move_to (p->cr, left, house->eaves + 6);
  cairo_line_to (p->cr, left + inset, top);
  cairo_line_to (p->cr, right - inset, top);
  cairo_line_to (p->cr, right, house->eaves + 6);
  cairo_close_path (p->cr);
  ink (p, tile, 1);
  cairo_fill_preserve (p->cr);
  cairo_clip (p->cr);
  for (double y = top; y < house->eaves + 6; y += 13)
    for (double x = left + (fmod (y, 26) < 13 ? 0 : 9); x < right; x += 18)
      {
        wash (p, tile, 0.07);
        cairo_arc (p->cr, x, y + 4, 9, 0, G_PI);
        cairo_fill (p->cr);
      }
  shade (p, left, top, right - left, house->eaves - top, 0, 0.14);
  cairo_restore (p->cr);
  box (p, left, house->eaves + 2, right - left, 9, 0x8a6a55);

  if (house->floors > 1 && strcmp (house->scene, "tower") != 0)
    {
      double chimney = right - inset - vary (p, 60, 160);

      box (p, chimney, top - 46, 42, 70, 0xcdb79a);
      box (p, chimney - 4, top - 52, 50, 10, 0xb2795a);
    }
}

static void
draw_window (Painter *p,
             double   x,
             double   y,
             double   w,
             double   h,
             guint    shutter)
{
  gboolean lit = vary (p, 0, 1) < 0.2;

  box (p, x - 6, y - 6, w + 12, h + 14, 0xf1e6d2);
  box (p, x, y, w, h, lit ? 0xf6cf86 : 0x4d6675);
  if (!lit)
    {
      polygon (p, 0x7d98a6, 4, (double[]) { x, y, x + w * 0.6, y, x + w * 0.15, y + h, x, y + h });
      polygon (p, 0xdfe6e4, 3, (double[]) { x, y, x + w * 0.4, y, x, y + h * 0.6 });
    }
  box (p, x + w / 2 - 2, y, 4, h, 0xf8f4ec);
  box (p, x, y + h * 0.35, w, 3, 0xf8f4ec);
  box (p, x - 9, y + h + 4, w + 18, 7, 0xcdbb9c);

  if (shutter != 0)
    for (int side = 0; side < 2; side++)
      {
        double sx = side ? x + w + 6 : x - 6 - w * 0.48;

        box (p, sx, y - 3, w * 0.48, h + 6, shutter);
        for (double line = y + 4; line < y + h; line += 8)
          {
            ink (p, 0x000000, 0.12);
            cairo_rectangle (p->cr, sx + 4, line, w * 0.48 - 8, 2);
            cairo_fill (p->cr);
          }
      }

  if (vary (p, 0, 1) < 0.35)
    flowers (p, x - 4, y + h - 6, w + 8, 12, vary (p, 0, 1) < 0.5 ? 0xd8483f : 0xe58ab0, 14);
}

static void
draw_balcony (Painter *p,
              double   x,
              double   y,
              double   w)
{
  box (p, x, y, w, 8, 0xd0c4b0);
  ink (p, 0x3f4448, 1);
  cairo_set_line_width (p->cr, 2.5);
  for (double bar = x + 2; bar <= x + w; bar += 9)
    {
      cairo_move_to (p->cr, bar, y - 40);
      cairo_line_to (p->cr, bar, y);
    }
  cairo_move_to (p->cr, x, y - 40);
  cairo_rel_line_to (p->cr, w, 0);
  cairo_stroke (p->cr);
  flowers (p, x + 4, y - 44, w - 8, 14, vary (p, 0, 1) < 0.5 ? 0xdb5148 : 0xf0b340, 12);
}

static void
draw_door (Painter *p,
           double   x,
           double   w,
           double   h,
           guint    rgb)
{
  double y = GROUND - h;

  cairo_new_path (p->cr);
  cairo_arc (p->cr, x + w / 2, y, w / 2 + 9, G_PI, 0);
  cairo_line_to (p->cr, x + w + 9, GROUND);
  cairo_line_to (p->cr, x - 9, GROUND);
  cairo_close_path (p->cr);
  ink (p, 0xefe2c6, 1);
  cairo_fill (p->cr);
  cairo_arc (p->cr, x + w / 2, y, w / 2, G_PI, 0);
  cairo_line_to (p->cr, x + w, GROUND);
  cairo_line_to (p->cr, x, GROUND);
  cairo_close_path (p->cr);
  ink (p, rgb, 1);
  cairo_fill (p->cr);
  for (int i = 0; i < 2; i++)
    box (p, x + w * (0.12 + i * 0.44), y + h * 0.2, w * 0.32, h * 0.6, rgb - 0x0f0f0f);
  blob (p, x + w * 0.82, y + h * 0.5, 4, 4, 0xd9b24c, 1);
  box (p, x - 16, GROUND - 6, w + 32, 8, 0xcfc3ac);
}

static void
draw_arches (Painter     *p,
             const House *house)
{
  double step = house->width / house->bays;
  double top = GROUND - 140;

  for (int i = 0; i < house->bays; i++)
    {
      double x = house->x + i * step + 18, w = step - 36;

      cairo_new_path (p->cr);
      cairo_arc (p->cr, x + w / 2, top + w / 2, w / 2, G_PI, 0);
      cairo_line_to (p->cr, x + w, GROUND);
      cairo_line_to (p->cr, x, GROUND);
      cairo_close_path (p->cr);
      ink (p, 0x54483f, 1);
      cairo_fill (p->cr);
      if (i % 2)
        box (p, x + w * 0.25, GROUND - 84, w * 0.5, 70, 0xf2c884);
      else
        box (p, x + w * 0.3, GROUND - 96, w * 0.4, 96, 0x6c4b3a);
    }
}

static void
draw_openings (Painter     *p,
               const House *house,
               guint        shutter)
{
  double step = house->width / house->bays;
  double floor = (GROUND - house->eaves) / house->floors;
  int    door = house->bays / 2;
  double w = MIN (54, step * 0.36), h = MIN (84, floor * 0.56);

  for (int level = 0; level < house->floors; level++)
    for (int bay = 0; bay < house->bays; bay++)
      {
        double   x = house->x + bay * step + (step - w) / 2;
        double   y = house->eaves + level * floor + (floor - h) / 2 + 4;
        gboolean ground = level == house->floors - 1;

        if (ground && (bay == door || house->arcade))
          continue;
        draw_window (p, x, y, w, h, house->floors == 4 ? 0 : shutter);
        if (house->balconies && !ground && (house->floors == 4 || level == 1))
          draw_balcony (p, x - w * 0.55, y + h + 10, w * 2.1);
      }

  if (house->arcade)
    draw_arches (p, house);
  else
    draw_door (p, house->x + door * step + (step - 64) / 2, 64, MIN (112, floor * 0.8), shutter);
}

static void
draw_ground (Painter    *p,
             const char *scene)
{
  gboolean street = strcmp (scene, "townhouse") == 0 || strcmp (scene, "arcade") == 0 || strcmp (scene, "school") == 0;

  if (street)
    {
      fade (p, GROUND, HEIGHT, 0xcfc2ad, 0xa99c8a);
      for (double y = GROUND + 6; y < HEIGHT; y += 8 + (y - GROUND) * 0.1)
        for (double x = -vary (p, 0, 40); x < WIDTH; x += 34 + (y - GROUND) * 0.3)
          blob (p, x, y + 4, 15 + (y - GROUND) * 0.13, 3 + (y - GROUND) * 0.03, 0x7c7264, 0.18);
    }
  else if (strcmp (scene, "river") == 0)
    {
      fade (p, GROUND, HEIGHT, 0x8fb3b5, 0x4f7c86);
      box (p, 0, GROUND, WIDTH, 16, 0xc9bda6);
      for (int i = 0; i < 170; i++)
        blob (p, vary (p, 0, WIDTH), vary (p, GROUND + 22, HEIGHT), vary (p, 12, 60), vary (p, 1, 3), i % 3 ? 0xdfeaea : 0x3f6a74, 0.3);
      polygon (p, 0x3d4f63, 4, (double[]) { 560, 655, 900, 655, 870, 700, 590, 700 });
      box (p, 640, 622, 170, 34, 0xf0e4cc);
      for (int i = 0; i < 4; i++)
        box (p, 654 + i * 38, 630, 22, 16, 0x4d6675);
    }
  else
    {
      fade (p, GROUND, HEIGHT, 0x9dbb66, 0x6f9448);
      polygon (p, 0xdccbaa, 4, (double[]) { 480, GROUND, 570, GROUND, 720, HEIGHT, 380, HEIGHT });
      for (int i = 0; i < 500; i++)
        {
          double x = vary (p, 0, WIDTH), y = vary (p, GROUND + 6, HEIGHT);

          if (x > 360 && x < 730)
            continue;
          ink (p, i % 2 ? 0x83ab52 : 0xb5cf7d, 0.7);
          cairo_set_line_width (p->cr, 2);
          cairo_move_to (p->cr, x, y);
          cairo_rel_line_to (p->cr, vary (p, -4, 4), -vary (p, 6, 16));
          cairo_stroke (p->cr);
        }
    }
}

static void
draw_surroundings (Painter     *p,
                   const House *house)
{
  gboolean old = house->wall == STONE || house->wall == TIMBER;
  gboolean town = strcmp (house->scene, "townhouse") == 0 || house->arcade;

  if (town)
    {
      for (int side = 0; side < 2; side++)
        {
          double x = side ? house->x + house->width : -10, w = side ? WIDTH - x + 10 : house->x + 10;
          double top = house->eaves + vary (p, 40, 110);

          box (p, x, top, w, GROUND - top, side ? 0xe0cdb0 : 0xead8c4);
          shade (p, x, top, w, GROUND - top, 0.05, 0.28);
          box (p, x - 6, top - 14, w + 12, 18, 0xb5694a);
          for (double y = top + 50; y < GROUND - 130; y += 130)
            draw_window (p, x + w / 2 - 20, y, 40, 70, 0x9aa79d);
        }
    }
  else
    {
      tree (p, house->x - vary (p, 40, 90), GROUND + 10, vary (p, 260, 340), 0x5f8a4a);
      tree (p, house->x + house->width + vary (p, 50, 110), GROUND + 14, vary (p, 220, 320), 0x6f9650);
    }
  if (!old && !town)
    cypress (p, house->x + house->width + 20, GROUND + 8, 240);
}

static void
draw_foreground (Painter     *p,
                 const House *house)
{
  static const guint colours[] = { 0xd9485f, 0xf0a8c0, 0x9c7fc4, 0xf3c64e, 0xffffff };
  guint              colour = colours[g_rand_int_range (p->rand, 0, G_N_ELEMENTS (colours))];

  if (strcmp (house->scene, "river") == 0)
    return;

  flowers (p, house->x + 8, GROUND - 22, house->width * 0.32, 34, colour, 70);
  flowers (p, house->x + house->width * 0.66, GROUND - 18, house->width * 0.3, 30, colour, 60);
  if (strcmp (house->scene, "school") == 0 || strcmp (house->scene, "manor") == 0)
    tree (p, 130, GROUND + 90, 430, 0x6b8f52);
  if (strcmp (house->scene, "cabin") == 0)
    for (int i = 0; i < 13; i++)
      blob (p, 230 + i * 45, 400 + 26 * sin (i * 0.9), 6, 6, 0xffe28a, 0.95);
}

static void
draw_house (Painter *p,
            const House *template)
{
  House house = *template;
  guint shutter = shutters[g_rand_int_range (p->rand, 0, G_N_ELEMENTS (shutters))];

  house.x += vary (p, -30, 30);
  house.eaves += vary (p, -14, 14);
  if (strcmp (house.scene, "townhouse") == 0 && vary (p, 0, 1) < 0.4)
    house.wall = BRICK;

  draw_sky (p, vary (p, 0, 1) < 0.4);
  draw_hills (p, 480, FALSE);
  draw_ground (p, house.scene);
  draw_surroundings (p, &house);
  draw_wall (p, &house);
  draw_openings (p, &house, shutter);
  draw_roof (p, &house);
  draw_foreground (p, &house);
}

static void
draw_view (Painter *p)
{
  draw_sky (p, TRUE);
  draw_hills (p, 360, TRUE);
  for (int row = 0; row < 16; row++)
    {
      double y = 500 + row * row * 1.1;

      for (double x = -20; x < WIDTH + 20; x += 16 + row * 3)
        {
          blob (p, x + vary (p, -6, 6), y + vary (p, 0, 8), 4 + row * 0.9, 4 + row * 1.1, 0x5d8040, 0.9);
          blob (p, x + vary (p, -6, 6), y - row, 3 + row * 0.7, 3 + row * 0.6, 0xf2c230, 1);
          blob (p, x, y - row, 1 + row * 0.3, 1 + row * 0.3, 0x6a4424, 0.7);
        }
    }
  cypress (p, 150, 470, 130);
  cypress (p, 190, 476, 110);
  box (p, 208, 438, 70, 38, 0xecd9b4);
  polygon (p, 0xbf6f4a, 4, (double[]) { 200, 440, 220, 416, 270, 416, 288, 440 });
}

static void
draw_table (Painter *p,
            double   x,
            double   y)
{
  blob (p, x, y + 84, 170, 22, 0x304020, 0.3);
  for (int i = 0; i < 4; i++)
    {
      double cx = x - 150 + i * 100;

      box (p, cx - 24, y - 46, 48, 8, 0x5f8aa0);
      box (p, cx - 24, y - 40, 6, 110, 0x5f8aa0);
      box (p, cx + 18, y - 40, 6, 110, 0x5f8aa0);
      box (p, cx - 24, y - 20, 48, 20, 0x6f9ab0);
    }
  polygon (p, 0xc79a66, 4, (double[]) { x - 150, y, x + 150, y, x + 180, y + 34, x - 180, y + 34 });
  box (p, x - 160, y + 34, 10, 60, 0x9c7446);
  box (p, x + 150, y + 34, 10, 60, 0x9c7446);
  blob (p, x, y - 2, 26, 9, 0xf4efe6, 1);
  flowers (p, x - 18, y - 40, 36, 26, 0xe0607a, 16);
}

static void
draw_garden (Painter    *p,
             const char *scene)
{
  guint fruit = strcmp (scene, "orchard") == 0 ? 0xf4d7e4 : 0x6f9a55;

  draw_sky (p, FALSE);
  draw_hills (p, 330, vary (p, 0, 1) < 0.3);
  box (p, 0, 400, WIDTH, 66, 0xdcc9a6);
  draw_stones (p, 0, 400, WIDTH, 66, 0xd6c3a0, 30);
  draw_ground (p, "grass");
  fade (p, 462, HEIGHT, 0xa4c26c, 0x6f9648);
  for (int i = 0; i < 4; i++)
    tree (p, 90 + i * 280 + vary (p, -50, 50), 500 + vary (p, -10, 40), vary (p, 230, 300), i % 2 ? fruit : 0x628c4b);
  flowers (p, 0, 452, WIDTH, 30, 0x9c7fc4, 150);
  if (strcmp (scene, "pool") == 0)
    {
      blob (p, 560, 640, 330, 74, 0xeee3cf, 1);
      blob (p, 560, 640, 306, 62, 0x57b4c8, 1);
      for (int i = 0; i < 30; i++)
        blob (p, 560 + vary (p, -220, 220), 640 + vary (p, -40, 40), vary (p, 14, 40), 2, 0xd8f2f4, 0.6);
    }
  else
    draw_table (p, vary (p, 420, 600), 590);
  flowers (p, 0, 690, 260, 60, 0xe86f7c, 60);
  flowers (p, 780, 700, 220, 50, 0xf5d04e, 50);
}

void
draw_outside (Painter    *p,
              const char *scene)
{
  if (strcmp (scene, "view") == 0)
    {
      draw_view (p);
      return;
    }
  if (strcmp (scene, "garden") == 0 || strcmp (scene, "pool") == 0 || strcmp (scene, "orchard") == 0)
    {
      draw_garden (p, scene);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (houses); i++)
    {
      if (strcmp (houses[i].scene, scene) == 0)
        draw_house (p, &houses[i]);
    }
}
