/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-store-common.h"

#include <linux/capability.h>
#include <sched.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "dites-error.h"
#include "test-faulty-disk.h"

static gboolean
has (DitesStore *store,
     const char *id)
{
  g_autoptr (DitesDocument) document = test_get (store, id);

  return document != NULL;
}

/* One round: the disk fails after so many times. Returns whether it came to that. */
static gboolean
play (int         after,
      int         code,
      gboolean    stays,
      const char *message,
      guint      *n_refused)
{
  g_autofree char *folder = test_make_folder ();
  DitesStore      *store = test_make_store (folder);
  g_autoptr (DitesChangeSet) changes = test_make_changes ();
  g_autofree char *before = test_dump (store);
  g_autofree char *after_failure = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written, failed;

  test_close (store);
  store = test_open (folder);
  test_faulty_arm (TEST_FAULTY_WRITES, after, code, stays);
  written = test_write (store, changes, &error);
  if (!written)
    {
      g_assert_error (error, DITES_ERROR, DITES_ERROR_STORAGE);
      g_assert_cmpstr (error->message, ==, message);
      g_assert_cmpstr (dites_store_get_undo_name (store), ==, "Before");
      (*n_refused)++;
    }
  g_clear_error (&error);
  if (after % 2 == 0)
    {
      /* The program ends while the disk still fails. */
      test_close (store);
      test_faulty_disarm ();
      store = test_open (folder);
    }
  failed = test_faulty_count () > 0;
  test_faulty_disarm ();

  after_failure = test_dump (store);
  if (written)
    g_assert_true (has (store, "test_beast:111"));
  else
    g_assert_cmpstr (after_failure, ==, before);
  test_assert_whole (store);

  /* And the disk works again. */
  if (!written)
    {
      test_write (store, changes, &error);
      g_assert_no_error (error);
      g_assert_true (has (store, "test_beast:111"));
    }
  test_close (store);
  test_remove_folder (folder);

  return failed;
}

static void
play_all (int         code,
          gboolean    stays,
          const char *message)
{
  guint n_refused = 0;
  int   after = 0;

  while (play (after, code, stays, message, &n_refused))
    after++;

  g_test_message ("%d places to fail, of which %u refuse the change set", after, n_refused);
  g_assert_cmpint (after, >, 20);
  g_assert_cmpuint (n_refused, >, 10);
}

static void
test_write_fails_once (void)
{
  play_all (SQLITE_IOERR_WRITE, FALSE, "The disk does not read or write as it should");
}

static void
test_sync_fails_for_good (void)
{
  play_all (SQLITE_IOERR_FSYNC, TRUE, "The disk does not read or write as it should");
}

static void
test_full_for_good (void)
{
  play_all (SQLITE_FULL, TRUE, "There is no room left on the disk");
}

/* Somebody holds the lock for longer than one waits. */
static void
test_busy (void)
{
  g_autofree char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "dites32.sqlite", NULL);
  DitesStore      *store = test_make_store (folder);
  g_autoptr (DitesChangeSet) changes = test_make_changes ();
  g_autofree char *before = test_dump (store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (test_write (store, changes, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_STORAGE);
  g_assert_cmpstr (error->message, ==, "Another program is using the data at the moment");
  after = test_dump (store);
  g_assert_cmpstr (after, ==, before);
  g_clear_error (&error);

  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  test_write (store, changes, &error);
  g_assert_no_error (error);

  test_close (store);
  test_remove_folder (folder);
}

/* What a program does to a folder, in one that has no rights of its own. */
static int
open_without_rights (const char *folder)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct   none[2] = { 0 };
  g_autoptr (DitesStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (syscall (SYS_capset, &header, none) != 0)
    return 3;
  store = dites_store_open (folder, "desk", &error);
  fputs (store != NULL ? "opened" : error->message, stdout);

  return store != NULL ? 0 : 1;
}

static char *
ask_child (const char *mode,
           const char *folder)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  char *said = NULL;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, mode, folder, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (child, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (child));
  if (g_subprocess_get_exit_status (child) == 3)
    g_clear_pointer (&said, g_free);

  return said;
}

static void
assert_says (const char *folder,
             const char *expected)
{
  g_autofree char *said = ask_child ("--open", folder);

  g_assert_cmpstr (said, ==, expected);
}

/* Neither a folder nor a file that may not be written is worked on, and both are left as they were. */
static void
test_read_only (void)
{
  g_autofree char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "dites32.sqlite", NULL);
  g_autofree char *message = g_strdup_printf ("The data folder “%s” cannot be written", folder);
  g_autofree char *before = NULL, *after = NULL;
  gsize            n_before, n_after;

  test_close (test_make_store (folder));
  assert_says (folder, "opened");
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));

  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  assert_says (folder, message);
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);

  /* The file may be written and what SQLite writes beside it may not. */
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  assert_says (folder, "The data folder cannot be written");
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);

  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  assert_says (folder, "opened");

  test_remove_folder (folder);
}

/* Mounts a small disk in memory on @folder, which this process alone sees. */
static gboolean
mount_small_disk (const char *folder)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1", (guint) getuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1", (guint) getgid ());

  if (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
    return FALSE;
  g_file_set_contents_full ("/proc/self/setgroups", "deny", -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  g_file_set_contents_full ("/proc/self/uid_map", users, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  g_file_set_contents_full ("/proc/self/gid_map", groups, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);

  return mount ("none", folder, "tmpfs", 0, "size=1m") == 0;
}

/* A child fills a disk of its own. */
static int
fill_disk (const char *folder)
{
  DitesStore      *store;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Too much");

  if (!mount_small_disk (folder))
    return 3;

  store = test_make_store (folder);
  before = test_dump (store);
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Beast %u", i);
      g_autoptr (DitesDocument) beast = test_beast (1000 + i, name, "test_den:1");

      dites_change_set_put (changes, NULL, beast);
    }
  g_assert_false (test_write (store, changes, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_STORAGE);
  after = test_dump (store);
  g_assert_cmpstr (after, ==, before);
  test_assert_whole (store);
  fputs (error->message, stdout);
  test_close (store);

  return 0;
}

static void
test_really_full (void)
{
  g_autofree char *folder = test_make_folder ();
  g_autofree char *said = ask_child ("--fill", folder);

  test_remove_folder (folder);
  if (said == NULL)
    {
      g_test_skip ("No disk of one’s own here");
      return;
    }
  g_assert_cmpstr (said, ==, "There is no room left on the disk");
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--open") == 0)
    return open_without_rights (argv[2]);
  if (argc == 3 && strcmp (argv[1], "--fill") == 0)
    {
      test_register_kinds ();
      return fill_disk (argv[2]);
    }

  g_test_init (&argc, &argv, NULL);
  test_register_kinds ();
  test_faulty_install ();

  g_test_add_func ("/store-disk/write-fails-once", test_write_fails_once);
  g_test_add_func ("/store-disk/sync-fails-for-good", test_sync_fails_for_good);
  g_test_add_func ("/store-disk/full-for-good", test_full_for_good);
  g_test_add_func ("/store-disk/busy", test_busy);
  g_test_add_func ("/store-disk/read-only", test_read_only);
  g_test_add_func ("/store-disk/really-full", test_really_full);

  return g_test_run ();
}
