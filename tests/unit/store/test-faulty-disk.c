/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-faulty-disk.h"

#include <sqlite3.h>

/* SQLite reaches the disk through a table of functions; here it is one that fails at the n-th
 * time on request, and that neither sleeps nor waits for the disk. */

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real;
} File;

static sqlite3_vfs       *real_vfs;
static sqlite3_vfs        faulty_vfs;
static sqlite3_io_methods methods;

static guint places;    /* (atomic): where it fails, TEST_FAULTY_* */
static int   countdown; /* (atomic): how many go well until one fails; negative: none does */
static int   fault;     /* (atomic): what it answers then */
static int   for_good;  /* (atomic): whether all that follow fail too */
static int   n_faults;  /* (atomic): how many have failed */
static int   number;    /* (atomic): what the system says of it */

static int
get_fault (guint place)
{
  int before = g_atomic_int_get (&countdown);

  if ((g_atomic_int_get (&places) & place) == 0 || before < 0 || (before > 0 && g_atomic_int_add (&countdown, -1) != 0))
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
  int code = get_fault (TEST_FAULTY_WRITES);

  /* Half of it may be there already. */
  if (code != SQLITE_OK)
    REAL (file)->pMethods->xWrite (REAL (file), data, n / 2, offset);

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xWrite (REAL (file), data, n, offset);
}

static int
faulty_sync (sqlite3_file *file,
             int           flags)
{
  return get_fault (TEST_FAULTY_WRITES);
}

static int
faulty_truncate (sqlite3_file *file,
                 sqlite3_int64 size)
{
  int code = get_fault (TEST_FAULTY_WRITES);

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
faulty_read (sqlite3_file *file,
             void         *data,
             int           n,
             sqlite3_int64 offset)
{
  int code = get_fault (TEST_FAULTY_READS);

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xRead (REAL (file), data, n, offset);
}

static int
faulty_size (sqlite3_file  *file,
             sqlite3_int64 *size)
{
  int code = get_fault (TEST_FAULTY_READS);

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xFileSize (REAL (file), size);
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
faulty_shm_map (sqlite3_file   *file,
                int             page,
                int             size,
                int             extend,
                void volatile **data)
{
  int code = get_fault (TEST_FAULTY_OPENS);

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, data);
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
  int   code = get_fault (TEST_FAULTY_OPENS);

  self->base.pMethods = NULL;
  if (code != SQLITE_OK)
    return code;
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

static int
get_last_error (sqlite3_vfs *vfs,
                int          size,
                char        *text)
{
  int said = g_atomic_int_get (&number);

  return said != 0 ? said : real_vfs->xGetLastError (real_vfs, size, text);
}

/* Every connection from now on goes over the disk that fails, which goes well until it is told to fail. */
void
test_faulty_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  faulty_vfs = *real_vfs;
  faulty_vfs.zName = "faulty";
  faulty_vfs.szOsFile = sizeof (File);
  faulty_vfs.xOpen = open_file;
  faulty_vfs.xSleep = sleep_not;
  faulty_vfs.xGetLastError = get_last_error;
  methods = (sqlite3_io_methods) {
    .iVersion = 2,
    .xClose = pass_close,
    .xRead = faulty_read,
    .xWrite = faulty_write,
    .xTruncate = faulty_truncate,
    .xSync = faulty_sync,
    .xFileSize = faulty_size,
    .xLock = pass_lock,
    .xUnlock = pass_unlock,
    .xCheckReservedLock = pass_check_lock,
    .xFileControl = pass_control,
    .xSectorSize = pass_sector,
    .xDeviceCharacteristics = pass_device,
    .xShmMap = faulty_shm_map,
    .xShmLock = pass_shm_lock,
    .xShmBarrier = pass_shm_barrier,
    .xShmUnmap = pass_shm_unmap,
  };
  g_atomic_int_set (&countdown, -1);
  g_assert_cmpint (sqlite3_vfs_register (&faulty_vfs, TRUE), ==, SQLITE_OK);
}

/* The name of the disk that works, for who looks at what is there. */
const char *
test_faulty_get_real (void)
{
  return real_vfs->zName;
}

/* Fails with @code at one of @where, TEST_FAULTY_*, after so many that go well; @stays: from then on at each. */
void
test_faulty_arm (guint    where,
                 int      after,
                 int      code,
                 gboolean stays)
{
  g_atomic_int_set (&n_faults, 0);
  g_atomic_int_set (&fault, code);
  g_atomic_int_set (&for_good, stays);
  g_atomic_int_set (&places, where);
  g_atomic_int_set (&countdown, after);
}

/* What the system says of what fails, such as ENOSPC; 0 for what it says itself. */
void
test_faulty_say (int system)
{
  g_atomic_int_set (&number, system);
}

void
test_faulty_disarm (void)
{
  g_atomic_int_set (&countdown, -1);
}

/* How many have failed since it was told to. */
guint
test_faulty_count (void)
{
  return g_atomic_int_get (&n_faults);
}
