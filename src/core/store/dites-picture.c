/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"

/* The longer side of a photo as it is stored. */
#define MAX_SIDE 2560

/* A picture beyond this is not decoded: its pixels alone would take 400 MB. */
#define MAX_PIXELS (100 * 1000 * 1000)

#define MAX_BYTES (64 * 1024 * 1024)

/* What goes into the decoder at a time, so that it can be stopped after the header. */
#define PIECE 65536

typedef struct
{
  int      width;
  int      height;
  gboolean too_large;
} Announced;

static void
set_error (GError    **error,
           const char *message)
{
  g_set_error_literal (error, DITES_ERROR, DITES_ERROR_INVALID, message);
}

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         user_data)
{
  Announced *announced = user_data;

  announced->width = width;
  announced->height = height;
  announced->too_large = width <= 0 || height <= 0 || (gint64) width * height > MAX_PIXELS;

  if (announced->too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (MAX (width, height) > MAX_SIDE)
    gdk_pixbuf_loader_set_size (loader,
                                MAX (1, (int) ((gint64) width * MAX_SIDE / MAX (width, height))),
                                MAX (1, (int) ((gint64) height * MAX_SIDE / MAX (width, height))));
}

/* What telephones and their clouds write where nobody told them to be compatible (ISO/IEC 23008-12). */
static gboolean
is_of_telephone (GBytes *bytes)
{
  static const char *const brands[] = { "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis" };
  gsize                    length;
  const char              *data = g_bytes_get_data (bytes, &length);

  if (length < 12 || memcmp (data + 4, "ftyp", 4) != 0)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (brands); i++)
    {
      if (memcmp (data + 8, brands[i], 4) == 0)
        return TRUE;
    }

  return FALSE;
}

static GdkPixbuf *
decode (GBytes  *bytes,
        GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) local_error = NULL;
  gsize         length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  Announced     announced = { 0 };
  gboolean      good = TRUE;
  GdkPixbuf    *pixbuf;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &announced);
  for (gsize done = 0; good && done < length && !announced.too_large; done += PIECE)
    good = gdk_pixbuf_loader_write (loader, data + done, MIN (PIECE, length - done), &local_error);
  good = gdk_pixbuf_loader_close (loader, good ? &local_error : NULL) && good;

  if (announced.too_large)
    {
      set_error (error, _("This picture is too large"));
      return NULL;
    }

  pixbuf = good ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (pixbuf == NULL)
    {
      g_debug ("A picture cannot be read: %s", local_error != NULL ? local_error->message : "nothing in it");
      set_error (error, is_of_telephone (bytes)
                          ? _("Pictures of this kind, HEIC or AVIF, cannot be read; as JPEG they can")
                          : _("This file is not a picture that can be read"));
      return NULL;
    }

  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

/* On white, as paper is: a JPEG file cannot be seen through. */
static GdkPixbuf *
flatten (GdkPixbuf *pixbuf)
{
  int        width = gdk_pixbuf_get_width (pixbuf);
  int        height = gdk_pixbuf_get_height (pixbuf);
  GdkPixbuf *flat;

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return g_object_ref (pixbuf);

  flat = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  if (flat == NULL)
    return NULL;
  gdk_pixbuf_fill (flat, 0xffffffff);
  gdk_pixbuf_composite (pixbuf, flat, 0, 0, width, height, 0, 0, 1, 1, GDK_INTERP_NEAREST, 255);

  return flat;
}

static GBytes *
encode (GBytes  *bytes,
        int     *width,
        int     *height,
        GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = decode (bytes, error);
  g_autoptr (GdkPixbuf) flat = NULL;
  g_autoptr (GError) local_error = NULL;
  char *buffer;
  gsize length;

  if (pixbuf == NULL)
    return NULL;
  flat = flatten (pixbuf);
  if (flat == NULL ||
      !gdk_pixbuf_save_to_buffer (flat, &buffer, &length, "jpeg", &local_error, "quality", "88", NULL))
    {
      set_error (error, _("There is not enough memory for this picture"));
      return NULL;
    }

  *width = gdk_pixbuf_get_width (flat);
  *height = gdk_pixbuf_get_height (flat);

  return g_bytes_new_take (buffer, length);
}

/**
 * dites_picture_normalize:
 * @bytes: a picture file
 * @photo: (out) (transfer full): what it has become
 * @error: return location for an error
 *
 * Makes a photo of a picture file: a JPEG file, upright, in colour or grey, on
 * white, of at most 2560 pixels a side, without anything but the picture. One
 * that is all this already keeps its picture bit by bit. Its memory is bounded
 * by what the picture announces, which is looked at first.
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set to
 *   %DITES_ERROR_INVALID
 */
GBytes *
dites_picture_normalize (GBytes      *bytes,
                         DitesPhoto **photo,
                         GError     **error)
{
  g_autoptr (GBytes) result = NULL;
  g_autoptr (GdkPixbuf) decoded = NULL;
  gboolean whole;
  int      width, height, n_components, orientation;

  if (g_bytes_get_size (bytes) == 0 || g_bytes_get_size (bytes) > MAX_BYTES)
    {
      set_error (error, g_bytes_get_size (bytes) == 0 ? _("This file is empty") : _("This picture is too large"));
      return NULL;
    }

  result = dites_jpeg_strip (bytes, &width, &height, &n_components, &orientation, &whole);
  if (result != NULL && whole && (n_components == 1 || n_components == 3) && orientation == 1 && MAX (width, height) <= MAX_SIDE)
    {
      /* The frame is in order; whether the picture is, only reading it says. */
      decoded = decode (result, error);
      if (decoded == NULL)
        return NULL;
    }
  else
    {
      g_clear_pointer (&result, g_bytes_unref);
      result = encode (bytes, &width, &height, error);
    }
  if (result == NULL)
    return NULL;

  *photo = g_new0 (DitesPhoto, 1);
  (*photo)->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, result);
  (*photo)->type = g_strdup ("image/jpeg");
  (*photo)->length = g_bytes_get_size (result);
  (*photo)->width = width;
  (*photo)->height = height;

  return g_steal_pointer (&result);
}
