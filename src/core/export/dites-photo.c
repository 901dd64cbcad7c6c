/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-photo.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"

/* No photo is larger; cairo and readers of PDF have their limits too. */
#define LARGEST_SIDE 16000

/* Of what is cut off to fill a frame, at most this part; beyond it the picture stands in the frame. */
#define LARGEST_CUT 0.42

/**
 * dites_jpeg_get_size:
 * @data: bytes
 * @length: how many
 * @width: (out): return location for the width in pixels
 * @height: (out): return location for the height in pixels
 *
 * Reads a JPEG's size out of its frame header, and checks that it is one that
 * a reader of PDF decodes and that it has an end.
 *
 * Returns: whether it is such a JPEG
 */
gboolean
dites_jpeg_get_size (const guint8 *data,
                     gsize         length,
                     int          *width,
                     int          *height)
{
  gsize at = 2;

  if (length < 4 || data[0] != 0xff || data[1] != 0xd8)
    return FALSE;
  for (gsize end = length; end > 2; end--)
    if (end + 64 < length)
      return FALSE; /* cut off: no end marker near the end */
    else if (data[end - 2] == 0xff && data[end - 1] == 0xd9)
      break;

  while (at + 9 < length)
    {
      const guint8 marker = data[at + 1];
      const gsize  size = (gsize) data[at + 2] << 8 | data[at + 3];

      if (data[at] != 0xff)
        return FALSE;
      if (marker == 0xff)
        {
          at++;
          continue;
        }
      /* Baseline, extended and progressive, by Huffman; the others are not for PDF. */
      if (marker >= 0xc0 && marker <= 0xc2)
        {
          const guint8 n_components = data[at + 9];

          *height = data[at + 5] << 8 | data[at + 6];
          *width = data[at + 7] << 8 | data[at + 8];
          return data[at + 4] == 8 && (n_components == 1 || n_components == 3) &&
                 *width > 0 && *height > 0 && *width <= LARGEST_SIDE && *height <= LARGEST_SIDE;
        }
      if (marker == 0xda || marker == 0xd9 || size < 2)
        return FALSE;
      at += 2 + size;
    }
  return FALSE;
}

typedef struct
{
  int      most_pixels;
  gboolean refused;
} Scaling;

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         user_data)
{
  Scaling  *scaling = user_data;
  const int longest = MAX (width, height);

  if (longest > LARGEST_SIDE || longest <= 0)
    {
      scaling->refused = TRUE;
      gdk_pixbuf_loader_set_size (loader, 1, 1);
    }
  else if (scaling->most_pixels > 0 && longest > scaling->most_pixels)
    gdk_pixbuf_loader_set_size (loader,
                                MAX (1, (int) ((gint64) width * scaling->most_pixels / longest)),
                                MAX (1, (int) ((gint64) height * scaling->most_pixels / longest)));
}

/* Decodes and scales, on white where it lets light through. */
static GdkPixbuf *
decode (GBytes  *bytes,
        int      most_pixels,
        GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf;
  Scaling    scaling = { .most_pixels = most_pixels };
  gboolean   written;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &scaling);
  written = gdk_pixbuf_loader_write_bytes (loader, bytes, error);
  if (!gdk_pixbuf_loader_close (loader, written ? error : NULL) || !written)
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL || scaling.refused)
    {
      g_set_error_literal (error, DITES_ERROR, DITES_ERROR_INVALID, _ ("The photo cannot be read"));
      return NULL;
    }

  if (gdk_pixbuf_get_has_alpha (pixbuf))
    return gdk_pixbuf_composite_color_simple (pixbuf, gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                                              GDK_INTERP_NEAREST, 255, 8, 0xffffff, 0xffffff);
  return g_object_ref (pixbuf);
}

static GBytes *
make_jpeg (GBytes  *bytes,
           int      most_pixels,
           GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = decode (bytes, most_pixels, error);
  char *data;
  gsize length;

  if (pixbuf == NULL ||
      !gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "jpeg", error, "quality", "80", NULL))
    return NULL;
  return g_bytes_new_take (data, length);
}

static void
set_data (cairo_surface_t *surface,
          const char      *type,
          GBytes          *bytes)
{
  gsize         length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  cairo_surface_set_mime_data (surface, type, data, length, (cairo_destroy_func_t) g_bytes_unref, g_bytes_ref (bytes));
}

/**
 * dites_photo_load:
 * @photo: (out caller-allocates): return location for the photo
 * @bytes: a file of any format that gdk-pixbuf reads
 * @name: what tells it from all others: its SHA-256
 * @most_pixels: the longest side to keep; 0 passes a JPEG through as it is
 * @error: return location for an error
 *
 * Makes a picture for cairo that holds JPEG bytes, and no pixels. Put
 * @photo's surface on the page it is drawn on with dites_pdf_hold().
 *
 * Returns: whether it could be read
 */
gboolean
dites_photo_load (DitesPhoto *photo,
                  GBytes     *bytes,
                  const char *name,
                  int         most_pixels,
                  GError    **error)
{
  g_autoptr (GBytes) jpeg = NULL;
  g_autoptr (GBytes) identity = NULL;
  g_autofree char *unique = NULL;
  int              width, height;

  if (dites_jpeg_get_size (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &width, &height) &&
      (most_pixels == 0 || MAX (width, height) <= most_pixels))
    jpeg = g_bytes_ref (bytes);
  else
    jpeg = make_jpeg (bytes, most_pixels, error);
  if (jpeg == NULL)
    return FALSE;
  if (!dites_jpeg_get_size (g_bytes_get_data (jpeg, NULL), g_bytes_get_size (jpeg), &width, &height))
    {
      g_set_error_literal (error, DITES_ERROR, DITES_ERROR_INVALID, _ ("The photo cannot be read"));
      return FALSE;
    }

  photo->width = width;
  photo->height = height;
  /* Nobody reads its pixels, so one is enough: cairo would copy them. */
  photo->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  set_data (photo->surface, CAIRO_MIME_TYPE_JPEG, jpeg);
  unique = g_strdup_printf ("%s %d", name, most_pixels);
  identity = g_bytes_new (unique, strlen (unique));
  set_data (photo->surface, CAIRO_MIME_TYPE_UNIQUE_ID, identity);
  return TRUE;
}

/**
 * dites_photo_decode:
 * @photo: (out caller-allocates): return location for the photo
 * @bytes: a file of any format that gdk-pixbuf reads
 * @most_pixels: the longest side to keep
 * @error: return location for an error
 *
 * Makes a picture that holds pixels, for a screen.
 *
 * Returns: whether it could be read
 */
gboolean
dites_photo_decode (DitesPhoto *photo,
                    GBytes     *bytes,
                    int         most_pixels,
                    GError    **error)
{
  g_autoptr (GdkPixbuf) pixbuf = decode (bytes, most_pixels, error);
  const guint8 *pixels;
  guint8       *drawn;

  if (pixbuf == NULL)
    return FALSE;

  photo->width = gdk_pixbuf_get_width (pixbuf);
  photo->height = gdk_pixbuf_get_height (pixbuf);
  photo->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, photo->width, photo->height);
  pixels = gdk_pixbuf_read_pixels (pixbuf);
  drawn = cairo_image_surface_get_data (photo->surface);
  for (int y = 0; drawn != NULL && y < photo->height; y++)
    {
      const guint8 *from = pixels + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32      *to = (gpointer) (drawn + (gsize) y * cairo_image_surface_get_stride (photo->surface));

      for (int x = 0; x < photo->width; x++, from += 3)
        to[x] = (guint32) from[0] << 16 | (guint32) from[1] << 8 | from[2];
    }
  cairo_surface_mark_dirty (photo->surface);

  return TRUE;
}

/**
 * dites_photo_draw:
 * @photo: a photo
 * @cr: where to
 * @x: the frame's left side
 * @y: the frame's upper side
 * @width: the frame's width
 * @height: the frame's height
 *
 * Draws @photo so that it fills its frame, cut to it at two sides; if too much
 * would be cut, it stands whole in the middle of the frame.
 */
void
dites_photo_draw (DitesPhoto *photo,
                  cairo_t    *cr,
                  double      x,
                  double      y,
                  double      width,
                  double      height)
{
  const double across = width / photo->width;
  const double down = height / photo->height;
  const double most = MAX (across, down);
  const double least = MIN (across, down);
  const double scale = 1 - least / most <= LARGEST_CUT ? most : least;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  cairo_translate (cr, x + (width - photo->width * scale) / 2, y + (height - photo->height * scale) / 2);
  cairo_scale (cr,
               scale * photo->width / cairo_image_surface_get_width (photo->surface),
               scale * photo->height / cairo_image_surface_get_height (photo->surface));
  cairo_set_source_surface (cr, photo->surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}
