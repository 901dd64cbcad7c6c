/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "dites-json.h"
#include "dites-list-load.h"
#include "dites-list-table.h"
#include "list-dump.h"
#include "list-known-headers.h"

/* Whether to write the golden files instead of comparing with them. */
static gboolean accept_changes = FALSE;

static char *
read_list (const char *path,
           gboolean    repair)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DitesListTable) table = NULL;
  g_autoptr (GError) error = NULL;
  DitesListOptions options = { NULL, repair, known_headers };

  bytes = dites_list_load (file, NULL, &error);
  g_assert_no_error (error);

  table = dites_list_table_read (bytes, &options, NULL, &error);
  if (table == NULL)
    return list_dump_error (error);

  return list_dump (table);
}

/* Prints how two texts differ, as diff -u does, and how to accept it. */
static void
print_difference (const char *golden,
                  const char *now)
{
  g_autoptr (GSubprocess) diff = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  const char      *argv[] = { "diff", "-u", golden, "-", NULL };

  diff = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  if (diff == NULL || !g_subprocess_communicate_utf8 (diff, now, NULL, &out, NULL, &error))
    {
      g_test_message ("%s\n(no difference can be shown: %s)", now, error->message);
      return;
    }

  g_test_message ("%s", out);
}

static void
test_file (gconstpointer data)
{
  const char      *path = data;
  g_autofree char *golden = g_strconcat (path, ".table.json", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *now = read_list (path, strstr (path, "repare") != NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (dites_json_check (now, -1, NULL));
  g_file_get_contents (golden, &expected, NULL, NULL);
  if (g_strcmp0 (expected, now) == 0)
    return;

  if (accept_changes)
    {
      g_file_set_contents (golden, now, -1, &error);
      g_assert_no_error (error);
      return;
    }

  if (expected != NULL)
    print_difference (golden, now);
  g_test_message ("If this is what the list should be read as, accept it: ACCEPT_GOLDEN=1 meson test test-list-corpus");
  g_test_fail ();
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name = NULL;

  /* Differences are shown with their accents. */
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  accept_changes = g_getenv ("ACCEPT_GOLDEN") != NULL;

  folder = g_test_build_filename (G_TEST_DIST, "lists", NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".json") && !g_str_has_suffix (name, ".py") && !g_str_has_suffix (name, ".md") && !g_str_has_prefix (name, "."))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);

  for (guint i = 0; i < paths->len; i++)
    {
      const char      *path = g_ptr_array_index (paths, i);
      g_autofree char *base = g_path_get_basename (path);
      g_autofree char *test = g_strconcat ("/list-corpus/", base, NULL);

      g_test_add_data_func (test, path, test_file);
    }

  return g_test_run ();
}
