/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-preview-job.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "test-desk.h"

static const char homes[] =
  "{\"_id\":\"housing:studio\",\"kind\":\"housing\",\"type\":\"studio\",\"title\":\"Studio clair\",\"commune\":\"32013\",\"area\":2500,\"rent_cents\":40000,"
  "\"charges_cents\":5000,\"deposit_cents\":0,\"state\":\"draft\",\"dpe\":\"C\",\"available_from\":\"2026-08-14\"}\n"
  "{\"_id\":\"mission:mission\",\"kind\":\"mission\",\"name\":\"Mission FICTIF\"}\n";

static void
set_up (Desk         *desk,
        gconstpointer data)
{
  desk_set_up (desk, data);
  g_assert_cmpuint (desk_load (desk, NULL, homes), ==, 0);
}

static DitesPages *
preview (Desk       *desk,
         const char *id,
         const char *language,
         GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dites_preview_offer_async (desk->store, id, language, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);

  return dites_preview_offer_finish (desk->store, result, error);
}

static void
test_words (Desk         *desk,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesPages) english = preview (desk, "housing:studio", "en", &error);
  g_autoptr (DitesPages) french = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (dites_pages_get_n (english), >=, 1);
  g_assert_nonnull (strstr (dites_pages_get_text (english, 0), "Studio clair"));
  g_assert_nonnull (strstr (dites_pages_get_text (english, 0), "Energy class C, on a scale from A"));
  /* The letters of the scale are part of the picture, which has its words. */
  g_assert_null (strstr (dites_pages_get_text (english, 0), "\nA\nB\n"));

  french = preview (desk, "housing:studio", "fr", &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (dites_pages_get_text (french, 0), "Surface habitable"));
  g_assert_nonnull (strstr (dites_pages_get_text (french, 0), "450\u202f€"));
  g_assert_null (strstr (dites_pages_get_text (french, 0), "Energy class"));
}

static guint
count_ink (cairo_surface_t *image)
{
  const guint8 *data = cairo_image_surface_get_data (image);
  guint         n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (image); y++)
    {
      const guint32 *row = (gconstpointer) (data + y * cairo_image_surface_get_stride (image));

      for (int x = 0; x < cairo_image_surface_get_width (image); x++)
        n += row[x] != 0xffffffff;
    }

  return n;
}

static void
test_render (Desk         *desk,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesPages) pages = preview (desk, "housing:studio", NULL, &error);
  cairo_surface_t *small, *large;
  guint            n;

  g_assert_no_error (error);
  small = dites_pages_render (pages, 0, 0.5);
  g_assert_cmpint (cairo_image_surface_get_width (small), ==, 298);
  g_assert_cmpint (cairo_image_surface_get_height (small), ==, 421);
  n = count_ink (small);
  g_assert_cmpuint (n, >, 298 * 421 / 100);

  large = dites_pages_render (pages, 0, 1000);
  g_assert_cmpint (cairo_image_surface_get_height (large), ==, 8000);
  cairo_surface_destroy (small);
  cairo_surface_destroy (large);
}

static void
test_missing (Desk         *desk,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (preview (desk, "housing:none", NULL, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("DITES_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/preview-job/words", Desk, NULL, set_up, test_words, desk_tear_down);
  g_test_add ("/preview-job/render", Desk, NULL, set_up, test_render, desk_tear_down);
  g_test_add ("/preview-job/missing", Desk, NULL, set_up, test_missing, desk_tear_down);

  return g_test_run ();
}
