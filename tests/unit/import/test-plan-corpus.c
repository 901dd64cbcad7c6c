/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "dites-list-load.h"
#include "plan-dump.h"
#include "plan-known.h"

/* Whether to write the golden files instead of comparing with them. */
static gboolean accept_changes = FALSE;

static DitesListTable *
read_table (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dites_list_load (file, NULL, &error);
  DitesListOptions options = { NULL, strstr (path, "repare") != NULL, dites_list_count_headers };

  g_assert_no_error (error);

  return dites_list_table_read (bytes, &options, NULL, NULL);
}

static DitesPlan *
make_plan (PlanKnown  *store,
           const char *path)
{
  g_autoptr (DitesListTable) table = read_table (path);
  g_autoptr (DitesListMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;
  DitesPlan *plan;

  if (table == NULL)
    return NULL;

  mapping = dites_list_mapping_guess (table, NULL);
  plan = dites_plan_make (table, mapping, NULL, &store->known, NULL, &error);
  g_assert_no_error (error);
  plan_known_check (store, plan);

  return plan;
}

/* What is imported is known afterwards. */
static void
check_again (PlanKnown  *store,
             DitesPlan  *plan,
             const char *path)
{
  DitesPlanCounts before = dites_plan_get_counts (plan);
  g_autoptr (DitesChangeSet) changes = dites_plan_get_changes (plan);
  g_autoptr (DitesPlan) again = NULL;
  DitesPlanCounts counts;

  plan_known_apply (store, changes);
  again = make_plan (store, path);
  counts = dites_plan_get_counts (again);
  g_assert_cmpuint (counts.added, ==, 0);
  g_assert_cmpuint (counts.changed, ==, 0);
  g_assert_cmpuint (counts.doubtful, <=, before.doubtful);
  g_assert_cmpuint (counts.refused, <=, before.refused);
}

/* Prints how two texts differ, as diff -u does. */
static void
print_difference (const char *golden,
                  const char *now)
{
  const char *argv[] = { "diff", "-u", golden, "-", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) diff = NULL;
  g_autofree char *out = NULL;

  diff = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  if (diff != NULL && g_subprocess_communicate_utf8 (diff, now, NULL, &out, NULL, &error))
    g_test_message ("%s", out);
  else
    g_test_message ("%s\n(no difference can be shown: %s)", now, error->message);
}

static void
test_file (gconstpointer data)
{
  const char      *path = data;
  g_autofree char *golden = g_strconcat (path, ".plan.json", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *now = NULL;
  g_autoptr (PlanKnown) store = plan_known_new ();
  g_autoptr (DitesPlan) plan = make_plan (store, path);

  if (plan == NULL)
    return;

  now = plan_dump (plan);
  g_assert_true (dites_json_check (now, -1, NULL));
  check_again (store, plan, path);

  g_file_get_contents (golden, &expected, NULL, NULL);
  if (g_strcmp0 (expected, now) == 0)
    return;

  if (accept_changes)
    {
      g_assert_true (g_file_set_contents (golden, now, -1, NULL));
      return;
    }

  if (expected != NULL)
    print_difference (golden, now);
  g_test_message ("If this is what the list should become, accept it: ACCEPT_GOLDEN=1 meson test test-plan-corpus");
  g_test_fail ();
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_list (const char *name)
{
  return *name != '.' && !g_str_has_suffix (name, ".json") && !g_str_has_suffix (name, ".py") &&
         !g_str_has_suffix (name, ".md");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  accept_changes = g_getenv ("ACCEPT_GOLDEN") != NULL;

  folder = g_test_build_filename (G_TEST_DIST, "lists", NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (is_list (name))
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (paths, compare_names);

  for (guint i = 0; i < paths->len; i++)
    {
      const char      *path = g_ptr_array_index (paths, i);
      g_autofree char *base = g_path_get_basename (path);
      g_autofree char *test = g_strconcat ("/plan-corpus/", base, NULL);

      g_test_add_data_func (test, path, test_file);
    }

  return g_test_run ();
}
