/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

/* The pictures of the sample, painted with cairo. One unit is a pixel of a picture of 1000 × 750. */

#define WIDTH  1000.0
#define HEIGHT 750.0

typedef struct
{
  cairo_t *cr;
  GRand   *rand;
} Painter;

double vary (Painter *p, double from, double to);
void   ink (Painter *p, guint rgb, double alpha);
void   wash (Painter *p, guint rgb, double jitter);
void   box (Painter *p, double x, double y, double w, double h, guint rgb);
void   shade (Painter *p, double x, double y, double w, double h, double top, double bottom);
void   blob (Painter *p, double x, double y, double rx, double ry, guint rgb, double alpha);
void   polygon (Painter *p, guint rgb, int n, const double *points);
void   fade (Painter *p, double y0, double y1, guint top, guint bottom);
void   tree (Painter *p, double x, double y, double size, guint rgb);
void   cypress (Painter *p, double x, double y, double size);
void   flowers (Painter *p, double x, double y, double w, double h, guint rgb, int n);
void   plant (Painter *p, double x, double y, double size);
void   finish (Painter *p);

void     draw_sky (Painter *p, gboolean evening);
void     draw_hills (Painter *p, double y, gboolean mountains);
void     draw_outside (Painter *p, const char *scene);
gboolean is_outside (const char *scene);
void     draw_inside (Painter *p, const char *scene);
