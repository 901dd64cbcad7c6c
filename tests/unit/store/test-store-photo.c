/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-store-common.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "dites-error.h"

static GBytes *
make_picture (int         width,
              int         height,
              const char *type,
              gboolean    alpha)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, width, height);
  g_autoptr (GError) error = NULL;
  char *buffer;
  gsize length;

  gdk_pixbuf_fill (pixbuf, alpha ? 0x20406000 : 0x204060ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &length, type, &error, NULL);
  g_assert_no_error (error);

  return g_bytes_new_take (buffer, length);
}

/* Puts an Exif segment with an orientation, and a name, behind the start of a JPEG file. */
static GBytes *
add_exif (GBytes *jpeg,
          guint8  orientation)
{
  guint8 exif[] = {
    0xff, 0xe1, 0x00, 0x26, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
    0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 'G', 'P', 'S', '!'
  };
  GByteArray   *out = g_byte_array_new ();
  gsize         length;
  const guint8 *data = g_bytes_get_data (jpeg, &length);

  exif[29] = orientation;
  g_byte_array_append (out, data, 2);
  g_byte_array_append (out, exif, sizeof exif);
  g_byte_array_append (out, data + 2, length - 2);
  g_byte_array_append (out, (const guint8 *) "GPS! behind the end", 19);

  return g_byte_array_free_to_bytes (out);
}

static GBytes *
load (DitesStore *store,
      const char *sha256)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (store, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = dites_reader_load_photo (reader, sha256, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
test_upright (TestFixture  *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) jpeg = make_picture (64, 32, "jpeg", FALSE);
  g_autoptr (GBytes) dressed = add_exif (jpeg, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesPhoto) photo = test_add_photo (fixture->store, dressed, &error);
  g_autoptr (DitesPhoto) again = NULL;
  g_autoptr (GBytes) stored = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (photo->width, ==, 64);
  g_assert_cmpint (photo->height, ==, 32);
  stored = load (fixture->store, photo->sha256);
  g_assert_true (g_bytes_equal (stored, jpeg));
  g_assert_null (memmem (g_bytes_get_data (stored, NULL), g_bytes_get_size (stored), "GPS!", 4));

  again = test_add_photo (fixture->store, jpeg, &error);
  g_assert_cmpstr (again->sha256, ==, photo->sha256);
}

/* A file that was cut short shows what is left of it, and is whole again for whoever prints it. */
static void
test_cut_short (TestFixture  *fixture,
                gconstpointer data)
{
  g_autoptr (GBytes) jpeg = make_picture (640, 320, "jpeg", FALSE);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (jpeg, 0, g_bytes_get_size (jpeg) / 2 + 400);
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesPhoto) photo = test_add_photo (fixture->store, half, &error);
  g_autoptr (GBytes) stored = NULL;
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("jpeg", NULL);
  gsize         length, cut;
  const guint8 *bytes;

  g_assert_no_error (error);
  g_assert_cmpint (photo->width, ==, 640);
  g_assert_cmpint (photo->height, ==, 320);
  stored = load (fixture->store, photo->sha256);
  bytes = g_bytes_get_data (stored, &length);
  cut = g_bytes_get_size (half);
  g_assert_cmpmem (bytes + length - 2, 2, "\xff\xd9", 2);
  /* What is left was written anew: to put an end behind half of it is no picture. */
  g_assert_false (length == cut + 2 && memcmp (bytes, g_bytes_get_data (half, NULL), cut) == 0);
  g_assert_true (gdk_pixbuf_loader_write_bytes (loader, stored, &error));
  g_assert_true (gdk_pixbuf_loader_close (loader, &error));
}

static void
test_telephone (TestFixture  *fixture,
                gconstpointer data)
{
  static const char heic[] = "\0\0\0\x18"
                             "ftypheic\0\0\0\0mif1heic";
  g_autoptr (GBytes) bytes = g_bytes_new_static (heic, sizeof heic);
  g_autoptr (GError) error = NULL;

  g_assert_null (test_add_photo (fixture->store, bytes, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "JPEG"));
}

static void
test_turned (TestFixture  *fixture,
             gconstpointer data)
{
  g_autoptr (GBytes) jpeg = make_picture (64, 32, "jpeg", FALSE);
  g_autoptr (GBytes) dressed = add_exif (jpeg, 6);
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesPhoto) photo = test_add_photo (fixture->store, dressed, &error);

  g_assert_no_error (error);
  g_assert_cmpint (photo->width, ==, 32);
  g_assert_cmpint (photo->height, ==, 64);
}

static void
test_scaled_and_flat (TestFixture  *fixture,
                      gconstpointer data)
{
  g_autoptr (GBytes) png = make_picture (4000, 1000, "png", TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesPhoto) photo = test_add_photo (fixture->store, png, &error);
  g_autoptr (GBytes) stored = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (photo->width, ==, 2560);
  g_assert_cmpint (photo->height, ==, 640);
  g_assert_cmpstr (photo->type, ==, "image/jpeg");
  stored = load (fixture->store, photo->sha256);
  stream = g_memory_input_stream_new_from_bytes (stored);
  pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_read_pixels (pixbuf)[0], >, 250);
}

static void
assert_refused (DitesStore *store,
                GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesPhoto) photo = test_add_photo (store, bytes, &error);

  g_assert_null (photo);
  g_assert_error (error, DITES_ERROR, DITES_ERROR_INVALID);
}

static void
test_hostile (TestFixture  *fixture,
              gconstpointer data)
{
  static const guint8 bomb[] = {
    0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff, 8, 2, 0, 0, 0, 0xb5, 0x04, 0x46, 0x4a
  };
  g_autoptr (GBytes) jpeg = make_picture (64, 32, "jpeg", FALSE);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("not a picture", 13);
  g_autoptr (GBytes) large = g_bytes_new_static (bomb, sizeof bomb);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (jpeg, 0, 100);

  assert_refused (fixture->store, nothing);
  assert_refused (fixture->store, text);
  assert_refused (fixture->store, large);
  assert_refused (fixture->store, half);

  /* Whatever is broken in it: a photo or a sentence. */
  for (guint i = 0; i < 300; i++)
    {
      gsize              length;
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (jpeg, &length), g_bytes_get_size (jpeg));
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (DitesPhoto) photo = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < 3; k++)
        copy[g_test_rand_int_range (2, length)] = g_test_rand_int_range (0, 256);
      bytes = g_bytes_new (copy, length);
      photo = test_add_photo (fixture->store, bytes, &error);
      g_assert_true ((photo != NULL) != (error != NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(NAME, FUNC) g_test_add ("/photo/" NAME, TestFixture, NULL, test_set_up, FUNC, test_tear_down)
  add ("upright", test_upright);
  add ("cut-short", test_cut_short);
  add ("telephone", test_telephone);
  add ("turned", test_turned);
  add ("scaled-and-flat", test_scaled_and_flat);
  add ("hostile", test_hostile);
#undef add

  return g_test_run ();
}
