/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "dites-error.h"
#include "dites-export-housing.h"
#include "dites-press.h"

typedef struct
{
  char      *folder;
  char      *path;
  GPtrArray *housings;
} Fixture;

static const DitesExportSource source = { NULL };

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("dites-export-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "offers.pdf", NULL);
  fixture->housings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text =
        g_strdup_printf ("{\"_id\":\"housing:%u\",\"kind\":\"housing\",\"title\":\"Home %u\",\"commune\":\"32013\"}", i, i);

      g_ptr_array_add (fixture->housings, dites_document_new_from_text (text, -1, NULL));
    }
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_ptr_array_unref (fixture->housings);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gboolean export (Fixture            *fixture,
                        DitesExportProgress progress,
                        gpointer            progress_data,
                        GCancellable       *cancellable,
                        GError            **error)
{
  const DitesExportOptions options = { .available_on = DITES_DAY_NONE, .date = 20000, .created = "2026-01-01T00:00:00Z" };

  return dites_export_housing (fixture->path, fixture->housings, &source, &options,
                               progress, progress_data, cancellable, error);
}

static void
count_progress (guint    done,
                guint    total,
                gpointer user_data)
{
  guint *calls = user_data;

  g_assert_cmpuint (done, ==, ++*calls);
  g_assert_cmpuint (total, ==, 3);
}

static void
test_written (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize            length;
  guint            calls = 0;

  g_assert_true (export (fixture, count_progress, &calls, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (calls, ==, 3);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_true (g_file_get_contents (fixture->path, &data, &length, NULL));
  g_assert_true (g_str_has_prefix (data, "%PDF-1.4"));
}

static void
cancel_after_first (guint    done,
                    guint    total,
                    gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "what was there", -1, NULL));
  g_assert_false (export (fixture, cancel_after_first, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_true (g_file_get_contents (fixture->path, &data, NULL, NULL));
  g_assert_cmpstr (data, ==, "what was there");
}

static void
test_impossible (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, "nowhere", "offers.pdf", NULL);
  g_assert_false (export (fixture, NULL, NULL, NULL, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_STORAGE);
  g_clear_error (&error);

  g_ptr_array_set_size (fixture->housings, 0);
  g_assert_false (export (fixture, NULL, NULL, NULL, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_INVALID);
}

static void
assert_file_name (const char *title,
                  const char *commune,
                  const char *expected)
{
  g_autofree char *name = dites_export_file_name (title, commune);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_file_name (void)
{
  g_autofree char *endless = g_strnfill (500, 'e');
  g_autofree char *accents = g_strdup_printf ("\u00e9%s", endless);
  g_autofree char *name = dites_export_file_name (accents, NULL);

  assert_file_name ("Studio clair", "Auch", "Studio clair – Auch.pdf");
  assert_file_name ("Studio à Auch", "Auch", "Studio à Auch.pdf");
  assert_file_name ("../T2 \"neuf\": 1/2\n", NULL, "T2  neuf   1 2.pdf");
  assert_file_name ("...", "", "Dites32.pdf");
  assert_file_name ("\xff", NULL, "\ufffd.pdf");
  g_assert_cmpuint (strlen (name), <, 200);
  g_assert_true (g_utf8_validate (name, -1, NULL));
}

/* What forms head with capitals reads as running text in print; abbreviations keep theirs. */
static void
test_sentence (void)
{
  static const char *const cases[][2] = {
    { "Eau, Électricité, Chauffage", "Eau, électricité, chauffage" },
    { "Mobility Lease, Shared Lease", "Mobility lease, shared lease" },
    { "Four-Room Flat (T4)", "Four-room flat (T4)" },
    { "Internet, ADSL, DPE G", "Internet, ADSL, DPE G" },
    { "Chambre chez l’habitant", "Chambre chez l’habitant" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dites_print_sentence (cases[i][0]);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/export-housing/written", Fixture, NULL, set_up, test_written, tear_down);
  g_test_add ("/export-housing/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/export-housing/impossible", Fixture, NULL, set_up, test_impossible, tear_down);

  g_test_add_func ("/export-housing/file-name", test_file_name);
  g_test_add_func ("/export-housing/sentence", test_sentence);

  return g_test_run ();
}
