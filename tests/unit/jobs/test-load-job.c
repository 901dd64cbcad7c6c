/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-load-job.h"

#include <string.h>

#include "test-desk.h"

static gboolean
count_cb (DitesDocument *document,
          gpointer       user_data)
{
  (*(guint *) user_data)++;

  return TRUE;
}

static guint
count (Desk       *desk,
       const char *kind)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (desk->store, NULL);
  guint n = 0;

  g_assert_true (dites_reader_foreach (reader, kind, NULL, count_cb, &n, NULL));

  return n;
}

static void
test_forms (Desk         *desk,
            gconstpointer data)
{
  g_assert_cmpuint (desk_load (desk, "partner", "{\"name\":\"Essai\"}"), ==, 0);
  g_assert_cmpuint (desk_load (desk, "partner", " [{\"name\":\"Essai 2\"}, {\"name\":\"Essai 3\"}]\n"), ==, 0);
  g_assert_cmpuint (desk_load (desk, NULL, "{\"kind\":\"partner\",\"name\":\"Essai 4\"}\n\n{\"kind\":\"partner\",\"name\":\"Essai 5\"}"), ==, 0);
  g_assert_cmpuint (count (desk, "partner"), ==, 5);
}

static void
test_refusals (Desk         *desk,
               gconstpointer data)
{
  g_assert_cmpuint (desk_load (desk, NULL, "{\"name\":\"Essai\"}"), ==, 1);
  g_assert_cmpuint (desk_load (desk, NULL, "{\"kind\":\"nothing\",\"name\":\"Essai\"}"), ==, 1);
  g_assert_cmpuint (desk_load (desk, "partner", "{\"kind\":\"site\",\"name\":\"Essai\"}"), ==, 1);
  g_assert_cmpuint (desk_load (desk, "partner", "[1,\"x\",null]"), ==, 3);
  g_assert_cmpuint (desk_load (desk, "partner", "{\"name\":12}"), ==, 1);
  g_assert_cmpuint (desk_load (desk, "partner", "{\"_id\":\"partner:A B\",\"name\":\"Essai\"}"), ==, 1);
  g_assert_cmpuint (desk_load (desk, "partner", "not json\n{\"name\":\"Essai\"}\n"), ==, 1);
  g_assert_cmpuint (count (desk, "partner"), ==, 1);
}

/* A photo that cannot be read refuses its document and no other. */
static void
test_broken_photo (Desk         *desk,
                   gconstpointer data)
{
  g_autofree char *path = g_build_filename (desk->directory, "broken.jpg", NULL);

  g_assert_true (g_file_set_contents (path, "no picture", -1, NULL));
  g_assert_cmpuint (desk_load (desk, "housing",
                               "[{\"type\":\"studio\",\"commune\":\"32013\",\"title\":\"Studio\",\"photos\":[{\"file\":\"broken.jpg\",\"alt\":\"Salon\"}]},"
                               "{\"type\":\"room\",\"commune\":\"32013\",\"title\":\"Chambre\",\"photos\":[{\"file\":\"missing.jpg\"}]},"
                               "{\"type\":\"house\",\"commune\":\"32013\",\"title\":\"Maison\"}]"),
                    ==, 2);
  g_assert_cmpuint (count (desk, "housing"), ==, 1);
}

static void
test_again (Desk         *desk,
            gconstpointer data)
{
  const char *camille = "{\"family_name\":\"FICTIF\",\"first_name\":\"Camille\",\"emails\":[\"camille@exemple.invalid\"]}";

  g_assert_cmpuint (desk_load (desk, "intern", camille), ==, 0);
  g_assert_cmpuint (desk_load (desk, "intern", camille), ==, 1);
  g_assert_cmpuint (count (desk, "intern"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/load/forms", Desk, NULL, desk_set_up, test_forms, desk_tear_down);
  g_test_add ("/load/refusals", Desk, NULL, desk_set_up, test_refusals, desk_tear_down);
  g_test_add ("/load/broken-photo", Desk, NULL, desk_set_up, test_broken_photo, desk_tear_down);
  g_test_add ("/load/again", Desk, NULL, desk_set_up, test_again, desk_tear_down);

  return g_test_run ();
}
