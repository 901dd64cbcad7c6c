/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-job.h"

#include <string.h>

#include "dites-error.h"
#include "test-damage.h"

#define CAMILLE "intern:00000000-0000-4000-8000-000000000001"
#define ALIX    "intern:00000000-0000-4000-8000-000000000002"
#define STUDIO  "housing:00000000-0000-4000-8000-000000000004"

static const char *const ids[] = { ALIX, STUDIO, CAMILLE, "intern:00000000-0000-4000-8000-00000000000f", NULL };

static void
set_up (Desk         *desk,
        gconstpointer data)
{
  desk_set_up (desk, data);
  g_assert_cmpuint (desk_load (desk, "intern",
                               "[{\"_id\":\"" CAMILLE "\",\"family_name\":\"FICTIF\",\"first_name\":\"Camille\",\"phones\":[\"+33639980001\"]},"
                               "{\"_id\":\"" ALIX "\",\"family_name\":\"EXEMPLE\",\"first_name\":\"Alix\",\"local_ties\":\"Auch; Condom\\tMirande\"}]"),
                    ==, 0);
  g_assert_cmpuint (desk_load (desk, "housing", "{\"_id\":\"" STUDIO "\",\"title\":\"Studio\",\"type\":\"studio\",\"commune\":\"32013\"}"), ==, 0);
}

static GBytes *export (Desk           *desk,
                       DitesListFormat format,
                       GFile          *file,
                       GCancellable   *cancellable,
                       GPtrArray     **damaged,
                       GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dites_list_export_async (desk->store, dites_kind_get ("intern"), ids, format, file, cancellable, desk_keep_result_cb, &result);
  desk_wait (&result);

  return dites_list_export_finish (desk->store, result, damaged, error);
}

static char *
export_text (Desk           *desk,
             DitesListFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = export (desk, format, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The documents stand in the order they were given in, and those of another kind do not. */
static void
test_csv (Desk         *desk,
          gconstpointer data)
{
  g_autofree char *text = export_text (desk, DITES_LIST_CSV);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[0], "\xef\xbb\xbf"
                                             "Form of Address;Birth Name;"));
  g_assert_nonnull (strstr (lines[1], ";EXEMPLE;"));
  g_assert_nonnull (strstr (lines[1], "\"Auch; Condom\tMirande\""));
  g_assert_nonnull (strstr (lines[2], ";FICTIF;"));
  g_assert_nonnull (strstr (lines[2], "06 39 98 00 01"));
  g_assert_cmpstr (lines[3], ==, "");
}

static void
test_tabs (Desk         *desk,
           gconstpointer data)
{
  g_autofree char *text = export_text (desk, DITES_LIST_TABS);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) header = g_strsplit (lines[0], "\t", -1);
  g_auto (GStrv) alix = g_strsplit (lines[1], "\t", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (header[1], ==, "Birth Name");
  g_assert_cmpstr (alix[1], ==, "EXEMPLE");
  /* A tab in a value would be one cell more. */
  g_assert_cmpuint (g_strv_length (alix), ==, g_strv_length (header));
}

/* A value that begins with a quotation mark would swallow the cells after it. */
static void
test_tabs_quoted (Desk         *desk,
                  gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_cmpuint (desk_load (desk, "intern", "{\"_id\":\"intern:00000000-0000-4000-8000-00000000000f\",\"family_name\":\"BIDON\",\"first_name\":\"Lou\",\"local_ties\":\"\\\"Auch\\\"; Condom\"}"), ==, 0);
  text = export_text (desk, DITES_LIST_TABS);
  g_assert_nonnull (strstr (text, "\t\"\"\"Auch\"\"; Condom\""));
}

static void
test_vcard (Desk         *desk,
            gconstpointer data)
{
  g_autofree char *text = export_text (desk, DITES_LIST_VCARD);

  g_assert_true (g_str_has_prefix (text, "BEGIN:VCARD\r\nVERSION:4.0\r\n"));
  g_assert_nonnull (strstr (text, "\r\nFN:FICTIF Camille\r\n"));
  g_assert_nonnull (strstr (text, "\r\nTEL:+33639980001\r\n"));
}

static void
test_file (Desk         *desk,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (desk->directory, "list.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *contents = NULL;
  gsize            length;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  bytes = export (desk, DITES_LIST_CSV, file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What cannot be written says so; what was there stays. */
static void
test_failure (Desk         *desk,
              gconstpointer data)
{
  g_autofree char *missing = g_build_filename (desk->directory, "nowhere", "list.csv", NULL);
  g_autofree char *path = g_build_filename (desk->directory, "list.csv", NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path (missing);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_assert_null (export (desk, DITES_LIST_CSV, nowhere, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (export (desk, DITES_LIST_CSV, file, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "before");
}

/* One that is damaged keeps nobody from the others, and is named; who cannot name it goes without. */
static void
test_damaged (Desk         *desk,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (desk->directory, "list.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  desk_damage (desk, ALIX);
  for (int format = DITES_LIST_CSV; format <= DITES_LIST_VCARD; format++)
    {
      g_autoptr (GPtrArray) damaged = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = export (desk, format, file, NULL, &damaged, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_nonnull (strstr (text, "FICTIF"));
      g_assert_null (strstr (text, "EXEMPLE"));
      g_assert_cmpuint (damaged->len, ==, 1);
      g_assert_cmpstr (damaged->pdata[0], ==, "EXEMPLE Alix");

      g_assert_null (export (desk, format, NULL, NULL, NULL, &error));
      g_assert_error (error, DITES_ERROR, DITES_ERROR_DAMAGED);
    }
}

/* A file that was good is not replaced by one that says nothing. */
static void
test_all_damaged (Desk         *desk,
                  gconstpointer data)
{
  g_autofree char *path = g_build_filename (desk->directory, "list.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) damaged = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  desk_damage (desk, ALIX);
  desk_damage (desk, CAMILLE);
  g_assert_null (export (desk, DITES_LIST_CSV, file, NULL, &damaged, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_DAMAGED);
  g_assert_cmpuint (damaged->len, ==, 2);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "before");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/list-job/csv", Desk, NULL, set_up, test_csv, desk_tear_down);
  g_test_add ("/list-job/tabs", Desk, NULL, set_up, test_tabs, desk_tear_down);
  g_test_add ("/list-job/tabs-quoted", Desk, NULL, set_up, test_tabs_quoted, desk_tear_down);
  g_test_add ("/list-job/vcard", Desk, NULL, set_up, test_vcard, desk_tear_down);
  g_test_add ("/list-job/file", Desk, NULL, set_up, test_file, desk_tear_down);
  g_test_add ("/list-job/failure", Desk, NULL, set_up, test_failure, desk_tear_down);
  g_test_add ("/list-job/damaged", Desk, NULL, set_up, test_damaged, desk_tear_down);
  g_test_add ("/list-job/all-damaged", Desk, NULL, set_up, test_all_damaged, desk_tear_down);

  return g_test_run ();
}
