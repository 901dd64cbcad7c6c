/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-store-common.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dites-error.h"

static char *
get_path (const char *folder)
{
  return g_build_filename (folder, "dites32.sqlite", NULL);
}

static void
exec (const char *folder,
      const char *sql)
{
  g_autofree char *path = get_path (folder);
  sqlite3         *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
assert_refused (const char *folder,
                int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dites_store_open (folder, "desk", &error));
  g_assert_error (error, DITES_ERROR, code);
  g_assert_cmpint (strlen (error->message), >, 10);
  g_assert_null (strchr (error->message, '\n'));
}

static void
put_one (DitesStore *store,
         guint       n)
{
  g_autofree char *name = g_strdup_printf ("Beast %u", n);
  g_autoptr (DitesDocument) beast = test_beast (n, name, NULL);

  test_put (store, name, NULL, beast);
}

static void
test_newer (void)
{
  g_autofree char *folder = test_make_folder ();
  g_autofree char *path = get_path (folder);
  g_autofree char *before = NULL, *after = NULL;
  gsize            n_before, n_after;

  test_close (test_open (folder));
  exec (folder, "PRAGMA user_version=4711");
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  assert_refused (folder, DITES_ERROR_NEWER);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);

  test_remove_folder (folder);
}

static void
test_not_ours (void)
{
  g_autofree char *folder = test_make_folder ();
  g_autofree char *path = get_path (folder);

  g_assert_true (g_file_set_contents (path, "This is a letter to my grandmother, and it is a long one.", -1, NULL));
  assert_refused (folder, DITES_ERROR_DAMAGED);
  g_assert_cmpint (g_remove (path), ==, 0);
  exec (folder, "CREATE TABLE cooking (recipe)");
  assert_refused (folder, DITES_ERROR_DAMAGED);

  test_remove_folder (folder);
}

static void
test_no_folder (void)
{
  g_autofree char *folder = test_make_folder ();
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *inside = g_build_filename (file, "data", NULL);
  g_autofree char *path = get_path (folder);

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  assert_refused (inside, DITES_ERROR_STORAGE);

  /* A folder where the file should be. */
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_refused (folder, DITES_ERROR_STORAGE);

  test_remove_folder (folder);
}

/* After a program that died, a file with a fault in it is not worked on. */
static void
test_damaged (void)
{
  g_autofree char *folder = test_make_folder ();
  g_autofree char *path = get_path (folder);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *data = NULL;
  DitesStore      *store = test_open (folder);
  gsize            length;

  for (guint i = 0; i < 200; i++)
    put_one (store, i);
  test_close (store);

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  memset (data + length / 4, 0xa5, length / 2);
  g_assert_true (g_file_set_contents (path, data, length, NULL));
  g_assert_true (g_file_set_contents (log, "", 0, NULL));
  assert_refused (folder, DITES_ERROR_DAMAGED);

  test_remove_folder (folder);
}

/* Nothing of a change set that the file refuses is there, and the next one can be written. */
static void
test_refused (void)
{
  g_autofree char *folder = test_make_folder ();
  DitesStore      *store = test_open (folder);
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Too much");
  g_autoptr (DitesDocument) broken = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  put_one (store, 1);
  before = test_dump (store);

  /* As by a file whose tables do not agree with each other. */
  exec (folder, "CREATE TRIGGER refusal BEFORE INSERT ON term WHEN (SELECT count(*) FROM term) > 150"
                " BEGIN SELECT RAISE (FAIL, 'refused'); END");
  for (guint i = 10; i < 400; i++)
    {
      g_autofree char *name = g_strdup_printf ("Beast %u", i);
      g_autoptr (DitesDocument) beast = test_beast (i, name, NULL);

      dites_change_set_put (changes, NULL, beast);
    }
  g_assert_false (test_write (store, changes, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_DAMAGED);
  after = test_dump (store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (dites_store_get_undo_name (store), ==, "Beast 1");

  exec (folder, "DROP TRIGGER refusal");
  g_clear_error (&error);
  g_assert_true (test_write (store, changes, &error));
  g_assert_no_error (error);

  test_close (store);
  test_remove_folder (folder);
}

static gboolean
has_title (DitesStore *store,
           const char *id,
           const char *expected)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (store, NULL);
  g_autofree char *title = dites_reader_title_of (id, reader);

  return g_strcmp0 (title, expected) == 0;
}

/* What follows from the documents is worked out anew when the tables are not those it was made with. */
static void
test_rebuilt (void)
{
  g_autofree char *folder = test_make_folder ();
  DitesStore      *store = test_open (folder);
  g_autoptr (DitesDocument) den = test_den (1, "Hollow");
  g_autoptr (DitesDocument) beast = test_beast (1, "Loup", "test_den:1");
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (DitesReader) reader = NULL;
  g_autoptr (GPtrArray) found = NULL;

  test_put (store, "Beast", NULL, beast);
  test_put (store, "Den", NULL, den);
  put_one (store, 2);
  before = test_dump (store);
  test_close (store);

  exec (folder, "UPDATE document SET title = 'old', terms = x''; DELETE FROM term; UPDATE setting SET value = 'old'");
  store = test_open (folder);
  test_wait_for (has_title (store, "test_beast:1", "Loup of Hollow"));
  after = test_dump (store);
  g_assert_cmpstr (after, ==, before);
  reader = dites_store_new_reader (store, NULL);
  found = dites_reader_find (reader, "test_beast", "name:Loup", NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_clear_pointer (&reader, dites_reader_free);

  test_close (store);
  test_remove_folder (folder);
}

static void
test_cancelled (void)
{
  g_autofree char *folder = test_make_folder ();
  DitesStore      *store = test_open (folder);
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Stopped");
  g_autoptr (DitesDocument) beast = test_beast (1, "Loup", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  dites_change_set_put (changes, NULL, beast);
  g_cancellable_cancel (cancellable);
  dites_store_write_async (store, changes, cancellable, test_keep_result_cb, &result);
  test_wait_for (result != NULL);
  g_assert_false (dites_store_write_finish (store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (test_get (store, "test_beast:1"));

  g_clear_object (&result);
  test_close (store);
  test_remove_folder (folder);
}

/* The child: writes one after the other, and says each one that is on disk. */
static void
write_for_ever (const char *folder,
                int         out)
{
  DitesStore *store = test_open (folder);

  for (guint i = 0; i < 1000000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Beast %u", i);
      g_autoptr (DitesDocument) beast = test_beast ((guint) getpid () * 100000 + i, name, "test_den:1");
      g_autoptr (DitesChangeSet) changes = dites_change_set_new (name);
      g_autofree char *line = g_strdup_printf ("%s\n", dites_document_get_id (beast));

      dites_change_set_put (changes, NULL, beast);
      if (!test_write (store, changes, NULL) || write (out, line, strlen (line)) < 0)
        _exit (1);
    }
  _exit (0);
}

#define N_IN_LARGE 700

/* The child: writes large change sets one after the other, and says each one that is on disk. */
static void
write_large_for_ever (const char *folder,
                      int         out)
{
  DitesStore *store = test_open (folder);

  for (guint set = 0; set < 1000000; set++)
    {
      g_autofree char *name = g_strdup_printf ("%d-%u", (int) getpid (), set);
      g_autofree char *line = g_strconcat (name, "\n", NULL);
      g_autoptr (DitesChangeSet) changes = dites_change_set_new (name);

      for (guint i = 0; i < N_IN_LARGE; i++)
        {
          g_autoptr (DitesDocument) beast = test_beast (((guint) getpid () * 1000 + set) * N_IN_LARGE + i, name, "test_den:1");

          dites_change_set_put (changes, NULL, beast);
        }
      if (!test_write (store, changes, NULL) || write (out, line, strlen (line)) < 0)
        _exit (1);
    }
  _exit (0);
}

static guint
count_named (DitesStore *store,
             const char *name)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (store, NULL);
  g_autofree char *key = g_strconcat ("name:", name, NULL);
  g_autoptr (GPtrArray) found = dites_reader_find (reader, "test_beast", key, NULL);

  return found->len;
}

/* Killed at any moment of a large change set: all of it is there, or nothing. */
static void
test_killed_in_large (void)
{
  g_autofree char *folder = test_make_folder ();
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  guint            acknowledged = 0;

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (GSubprocess) child = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_autofree char *told = NULL;
      g_autofree char *pid = NULL;
      g_auto (GStrv) names = NULL;
      g_autoptr (GError) error = NULL;
      DitesStore *store;

      child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, "--write-large", folder, NULL);
      g_assert_no_error (error);
      pid = g_strdup (g_subprocess_get_identifier (child));
      g_usleep (50000 + g_test_rand_int_range (0, 300000));
      g_subprocess_force_exit (child);
      g_subprocess_communicate_utf8 (child, NULL, NULL, &told, NULL, &error);
      g_assert_no_error (error);

      store = test_open (folder);
      names = g_strsplit (told, "\n", -1);
      for (guint i = 0; names[i] != NULL && names[i][0] != '\0'; i++)
        {
          g_assert_cmpuint (count_named (store, names[i]), ==, N_IN_LARGE);
          acknowledged++;
        }
      /* The one it was at, and the one after it. */
      for (guint next = 0; next < 2; next++)
        {
          g_autofree char *name = g_strdup_printf ("%s-%u", pid, g_strv_length (names) - 1 + next);
          guint            n = count_named (store, name);

          g_assert_true (n == 0 || n == N_IN_LARGE);
        }
      problems = test_check (store);
      for (guint i = 0; i < problems->len; i++)
        g_assert_cmpint (((DitesProblem *) problems->pdata[i])->severity, ==, DITES_SEVERITY_NOTICE);
      test_close (store);
    }

  g_test_message ("%u large change sets were on disk before the kills", acknowledged);
  test_remove_folder (folder);
}

static void
test_killed (void)
{
  g_autofree char *folder = test_make_folder ();
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  guint            acknowledged = 0;

  for (guint round = 0; round < 8; round++)
    {
      g_autoptr (GSubprocess) child = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *told = NULL;
      g_autoptr (DitesReader) reader = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_auto (GStrv) ids = NULL;
      DitesStore *store;

      child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, "--write", folder, NULL);
      g_assert_no_error (error);
      g_usleep (50000 + g_test_rand_int_range (0, 400000));
      g_subprocess_force_exit (child);
      g_subprocess_communicate_utf8 (child, NULL, NULL, &told, NULL, &error);
      g_assert_no_error (error);

      store = test_open (folder);
      reader = dites_store_new_reader (store, &error);
      g_assert_no_error (error);
      ids = g_strsplit (told, "\n", -1);
      for (guint i = 0; ids[i] != NULL && ids[i][0] != '\0'; i++)
        {
          g_autoptr (DitesDocument) document = dites_reader_get (reader, ids[i], &error);

          g_assert_no_error (error);
          acknowledged++;
        }
      problems = test_check (store);
      for (guint i = 0; i < problems->len; i++)
        g_assert_cmpint (((DitesProblem *) problems->pdata[i])->severity, ==, DITES_SEVERITY_NOTICE);
      g_clear_pointer (&reader, dites_reader_free);
      test_close (store);
    }

  g_test_message ("%u change sets were on disk before the kills", acknowledged);
  test_remove_folder (folder);
}

/* Two processes at once: none loses anything, and each hears of the other. */
static void
test_two_processes (void)
{
  g_autofree char *folder = test_make_folder ();
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (DitesReader) reader = NULL;
  DitesStore *store = test_open (folder);

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, "--write", folder, NULL);
  g_assert_no_error (error);
  for (guint i = 0; i < 50; i++)
    put_one (store, i);
  test_wait_for (g_strcmp0 (dites_store_get_undo_name (store), "Beast 49") != 0);
  g_subprocess_force_exit (child);
  g_subprocess_communicate_utf8 (child, NULL, NULL, &told, NULL, &error);

  reader = dites_store_new_reader (store, &error);
  ids = g_strsplit (told, "\n", -1);
  for (guint i = 0; ids[i] != NULL && ids[i][0] != '\0'; i++)
    {
      g_autoptr (DitesDocument) document = dites_reader_get (reader, ids[i], &error);

      g_assert_no_error (error);
    }
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *id = g_strdup_printf ("test_beast:%u", i);
      g_autoptr (DitesDocument) document = dites_reader_get (reader, id, &error);

      g_assert_no_error (error);
    }
  g_clear_pointer (&reader, dites_reader_free);
  test_close (store);
  test_remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--write") == 0)
    {
      test_register_kinds ();
      write_for_ever (argv[2], STDOUT_FILENO);
    }

  if (argc == 3 && strcmp (argv[1], "--write-large") == 0)
    {
      test_register_kinds ();
      write_large_for_ever (argv[2], STDOUT_FILENO);
    }

  g_test_init (&argc, &argv, NULL);
  test_register_kinds ();

  g_test_add_func ("/store-faults/newer", test_newer);
  g_test_add_func ("/store-faults/not-ours", test_not_ours);
  g_test_add_func ("/store-faults/no-folder", test_no_folder);
  g_test_add_func ("/store-faults/damaged", test_damaged);
  g_test_add_func ("/store-faults/refused", test_refused);
  g_test_add_func ("/store-faults/rebuilt", test_rebuilt);
  g_test_add_func ("/store-faults/cancelled", test_cancelled);
  g_test_add_func ("/store-faults/killed", test_killed);
  g_test_add_func ("/store-faults/killed-in-large", test_killed_in_large);
  g_test_add_func ("/store-faults/two-processes", test_two_processes);

  return g_test_run ();
}
