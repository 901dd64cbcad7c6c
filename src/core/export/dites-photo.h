/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-pdf.h"

G_BEGIN_DECLS

/**
 * DitesPhoto:
 * @surface: (transfer full): a picture whose bytes cairo passes through, or its pixels
 * @width: in pixels
 * @height: in pixels
 */
typedef struct
{
  cairo_surface_t *surface;
  int              width;
  int              height;
} DitesPhoto;

gboolean dites_jpeg_get_size (const guint8 *data,
                              gsize         length,
                              int          *width,
                              int          *height);
gboolean dites_photo_load (DitesPhoto *photo,
                           GBytes     *bytes,
                           const char *name,
                           int         most_pixels,
                           GError    **error);
gboolean dites_photo_decode (DitesPhoto *photo,
                             GBytes     *bytes,
                             int         most_pixels,
                             GError    **error);
void     dites_photo_draw (DitesPhoto *photo,
                           cairo_t    *cr,
                           double      x,
                           double      y,
                           double      width,
                           double      height);

G_END_DECLS
