/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "dites-pdf-text.h"
#include "dites-photo.h"

static GBytes *
make_picture (const char *type,
              int         width,
              int         height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static void
assert_photo (GBytes *bytes,
              int     most,
              int     width,
              int     height)
{
  g_autoptr (GError) error = NULL;
  DitesPhoto photo;

  g_assert_true (dites_photo_load (&photo, bytes, "name", most, &error));
  g_assert_no_error (error);
  g_assert_cmpint (photo.width, ==, width);
  g_assert_cmpint (photo.height, ==, height);
  cairo_surface_destroy (photo.surface);
}

static void
test_passed_through (void)
{
  g_autoptr (GBytes) bytes = make_picture ("jpeg", 640, 480);
  g_autoptr (GError) error = NULL;
  const unsigned char *data;
  unsigned long        length;
  DitesPhoto           photo;

  g_assert_true (dites_photo_load (&photo, bytes, "name", 0, &error));
  cairo_surface_get_mime_data (photo.surface, CAIRO_MIME_TYPE_JPEG, &data, &length);
  g_assert_cmpmem (data, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  /* Of pixels there are none but one, which costs nothing to copy. */
  g_assert_cmpint (cairo_image_surface_get_width (photo.surface) * cairo_image_surface_get_height (photo.surface), ==, 1);
  cairo_surface_destroy (photo.surface);
}

static void
test_made_smaller (void)
{
  g_autoptr (GBytes) large = make_picture ("jpeg", 1600, 1200);
  g_autoptr (GBytes) small = make_picture ("jpeg", 300, 200);
  g_autoptr (GBytes) other = make_picture ("png", 300, 200);

  assert_photo (large, 1000, 1000, 750);
  assert_photo (small, 1000, 300, 200);
  assert_photo (other, 0, 300, 200);
}

static void
test_broken (void)
{
  g_autoptr (GBytes) whole = make_picture ("jpeg", 640, 480);
  int width, height;

  /* Whatever is cut off: never a crash, never a size out of the air. */
  for (gsize length = 0; length < g_bytes_get_size (whole); length += 7)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, length);
      g_autoptr (GError) error = NULL;
      DitesPhoto photo;

      if (length + 80 < g_bytes_get_size (whole))
        g_assert_false (dites_jpeg_get_size (g_bytes_get_data (cut, NULL), length, &width, &height));
      if (length % 5 == 0 && dites_photo_load (&photo, cut, "name", 0, &error))
        cairo_surface_destroy (photo.surface);
    }
}

static void
test_contrast (void)
{
  g_assert_cmpfloat_with_epsilon (dites_contrast (0x000000, 0xffffff), 21, 0.01);
  g_assert_cmpfloat (dites_contrast (DITES_INK, DITES_TINT), >=, 4.5);
  g_assert_cmpfloat (dites_contrast (DITES_MUTED, DITES_TINT), >=, 4.5);
  g_assert_cmpfloat (dites_contrast (DITES_ACCENT, DITES_WHITE), >=, 4.5);
  g_assert_cmpfloat (dites_contrast (DITES_ACCENT, DITES_TINT), >=, 4.5);
  for (guint32 colour = 0; colour < 0x1000000; colour += 0x030507)
    g_assert_cmpfloat (dites_contrast (colour, dites_readable_on (colour)), >=, 4.49);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/photo/passed-through", test_passed_through);
  g_test_add_func ("/photo/made-smaller", test_made_smaller);
  g_test_add_func ("/photo/broken", test_broken);
  g_test_add_func ("/photo/contrast", test_contrast);

  return g_test_run ();
}
