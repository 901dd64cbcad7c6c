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

/* Disks that fail. SQLite reaches the disk through a table of functions; here it is one that
 * fails at the n-th write, sync or cut on request, and that sleeps without taking time. */

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real;
} File;

static sqlite3_vfs       *real_vfs;
static sqlite3_vfs        faulty_vfs;
static sqlite3_io_methods methods;

static int countdown; /* (atomic): how many go well until one fails; negative: none does */
static int fault;     /* (atomic): what it answers then */
static int for_good;  /* (atomic): whether all that follow fail too */
static int n_faults;  /* (atomic): how many have failed */

static int
get_fault (void)
{
  int before = g_atomic_int_get (&countdown);

  if (before < 0 || (before > 0 && g_atomic_int_add (&countdown, -1) != 0))
    return SQLITE_OK;
  if (!g_atomic_int_get (&for_good))
    g_atomic_int_set (&countdown, -1);
  g_atomic_int_inc (&n_faults);

  return g_atomic_int_get (&fault);
}

#define REAL(file) (((File *) (file))->real)

static int
faulty_write (sqlite3_file *file,
              const void   *data,
              int           n,
              sqlite3_int64 offset)
{
  int code = get_fault ();

  /* Half of it may be there already. */
  if (code != SQLITE_OK)
    REAL (file)->pMethods->xWrite (REAL (file), data, n / 2, offset);

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xWrite (REAL (file), data, n, offset);
}

static int
faulty_sync (sqlite3_file *file,
             int           flags)
{
  int code = get_fault ();

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xSync (REAL (file), flags);
}

static int
faulty_truncate (sqlite3_file *file,
                 sqlite3_int64 size)
{
  int code = get_fault ();

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
pass_close (sqlite3_file *file)
{
  int code = REAL (file)->pMethods->xClose (REAL (file));

  g_free (REAL (file));

  return code;
}

static int
pass_read (sqlite3_file *file,
           void         *data,
           int           n,
           sqlite3_int64 offset)
{
  return REAL (file)->pMethods->xRead (REAL (file), data, n, offset);
}

static int
pass_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
pass_lock (sqlite3_file *file,
           int           lock)
{
  return REAL (file)->pMethods->xLock (REAL (file), lock);
}

static int
pass_unlock (sqlite3_file *file,
             int           lock)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), lock);
}

static int
pass_check_lock (sqlite3_file *file,
                 int          *result)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), result);
}

static int
pass_control (sqlite3_file *file,
              int           operation,
              void         *data)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, data);
}

static int
pass_sector (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
pass_device (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
pass_shm_map (sqlite3_file   *file,
              int             page,
              int             size,
              int             extend,
              void volatile **data)
{
  return REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, data);
}

static int
pass_shm_lock (sqlite3_file *file,
               int           offset,
               int           n,
               int           flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
pass_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
pass_shm_unmap (sqlite3_file *file,
                int           remove)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), remove);
}

static int
open_file (sqlite3_vfs  *vfs,
           const char   *name,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  File *self = (File *) file;
  int   code;

  self->base.pMethods = NULL;
  self->real = g_malloc0 (real_vfs->szOsFile);
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (code == SQLITE_OK)
    self->base.pMethods = &methods;
  else
    g_clear_pointer (&self->real, g_free);

  return code;
}

static int
sleep_not (sqlite3_vfs *vfs,
           int          microseconds)
{
  return microseconds;
}

static void
install_faulty_vfs (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  faulty_vfs = *real_vfs;
  faulty_vfs.zName = "faulty";
  faulty_vfs.szOsFile = sizeof (File);
  faulty_vfs.xOpen = open_file;
  faulty_vfs.xSleep = sleep_not;
  methods = (sqlite3_io_methods) {
    .iVersion = 2,
    .xClose = pass_close,
    .xRead = pass_read,
    .xWrite = faulty_write,
    .xTruncate = faulty_truncate,
    .xSync = faulty_sync,
    .xFileSize = pass_size,
    .xLock = pass_lock,
    .xUnlock = pass_unlock,
    .xCheckReservedLock = pass_check_lock,
    .xFileControl = pass_control,
    .xSectorSize = pass_sector,
    .xDeviceCharacteristics = pass_device,
    .xShmMap = pass_shm_map,
    .xShmLock = pass_shm_lock,
    .xShmBarrier = pass_shm_barrier,
    .xShmUnmap = pass_shm_unmap,
  };
  g_atomic_int_set (&countdown, -1);
  g_assert_cmpint (sqlite3_vfs_register (&faulty_vfs, TRUE), ==, SQLITE_OK);
}

static void
arm (int      after,
     int      code,
     gboolean stays)
{
  g_atomic_int_set (&n_faults, 0);
  g_atomic_int_set (&fault, code);
  g_atomic_int_set (&for_good, stays);
  g_atomic_int_set (&countdown, after);
}

static void
disarm (void)
{
  g_atomic_int_set (&countdown, -1);
}

/* A change set that makes, changes and throws away. */
static DitesChangeSet *
make_changes (void)
{
  DitesChangeSet *changes = dites_change_set_new ("Much at once");

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Beast %u", i);
      g_autofree char *new_name = g_strdup_printf ("New beast %u", i);
      g_autoptr (DitesDocument) old = test_beast (i, name, "test_den:1");
      g_autoptr (DitesDocument) changed = test_with (old, "colour", "grey");
      g_autoptr (DitesDocument) added = test_beast (100 + i, new_name, "test_den:1");

      dites_change_set_put (changes, NULL, added);
      if (i % 2 == 0)
        dites_change_set_put (changes, old, changed);
      else if (i % 3 == 0)
        dites_change_set_trash (changes, old);
    }

  return changes;
}

static DitesStore *
make_store (const char *folder)
{
  DitesStore *store = test_open (folder);
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Before");
  g_autoptr (DitesDocument) den = test_den (1, "Hollow");
  g_autoptr (GError) error = NULL;

  dites_change_set_put (changes, NULL, den);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Beast %u", i);
      g_autoptr (DitesDocument) beast = test_beast (i, name, "test_den:1");

      dites_change_set_put (changes, NULL, beast);
    }
  test_write (store, changes, &error);
  g_assert_no_error (error);

  return store;
}

static void
assert_whole (DitesStore *store)
{
  g_autoptr (GPtrArray) problems = test_check (store);

  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpint (((DitesProblem *) problems->pdata[i])->severity, ==, DITES_SEVERITY_NOTICE);
}

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
  DitesStore      *store = make_store (folder);
  g_autoptr (DitesChangeSet) changes = make_changes ();
  g_autofree char *before = test_dump (store);
  g_autofree char *after_failure = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written, failed;

  test_close (store);
  store = test_open (folder);
  arm (after, code, stays);
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
      disarm ();
      store = test_open (folder);
    }
  failed = g_atomic_int_get (&n_faults) > 0;
  disarm ();

  after_failure = test_dump (store);
  if (written)
    g_assert_true (has (store, "test_beast:111"));
  else
    g_assert_cmpstr (after_failure, ==, before);
  assert_whole (store);

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
  DitesStore      *store = make_store (folder);
  g_autoptr (DitesChangeSet) changes = make_changes ();
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

  test_close (make_store (folder));
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

  store = make_store (folder);
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
  assert_whole (store);
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
  install_faulty_vfs ();

  g_test_add_func ("/store-disk/write-fails-once", test_write_fails_once);
  g_test_add_func ("/store-disk/sync-fails-for-good", test_sync_fails_for_good);
  g_test_add_func ("/store-disk/full-for-good", test_full_for_good);
  g_test_add_func ("/store-disk/busy", test_busy);
  g_test_add_func ("/store-disk/read-only", test_read_only);
  g_test_add_func ("/store-disk/really-full", test_really_full);

  return g_test_run ();
}
