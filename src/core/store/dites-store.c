/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-store-job.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dites-error.h"

#define FILE_NAME "dites32.sqlite"

/* How often to look for another process's work where the file system does not tell. */
#define LOOK_SECONDS 2

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_HISTORY_CHANGED,
  N_SIGNALS
} DitesStoreSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DitesStore, dites_store, G_TYPE_OBJECT)

/**
 * dites_store_tell:
 * @self: a store
 * @changes: what is new in the file
 *
 * Private to the store: tells those who listen what is new, once.
 */
void
dites_store_tell (DitesStore        *self,
                  DitesStoreChanges *changes)
{
  static const char *const none[] = { NULL };
  gboolean                 history = g_strcmp0 (self->undo_name, changes->undo_name) != 0 ||
                     g_strcmp0 (self->redo_name, changes->redo_name) != 0;

  if (changes->sequence < self->sequence || (changes->sequence == self->sequence && changes->kinds == NULL))
    return;

  history |= changes->sequence > self->sequence;
  self->sequence = changes->sequence;
  g_set_str (&self->undo_name, changes->undo_name);
  g_set_str (&self->redo_name, changes->redo_name);

  if (changes->kinds != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes->kinds[0] != NULL ? (gpointer) changes->kinds : (gpointer) none, changes->ids);
  if (history)
    g_signal_emit (self, signals[SIGNAL_HISTORY_CHANGED], 0);
}

/**
 * dites_store_tell_all:
 * @self: a store
 *
 * Private to the store: tells those who listen that every document may show something else.
 */
void
dites_store_tell_all (DitesStore *self)
{
  guint                   n;
  const DitesKind *const *kinds = dites_kind_get_all (&n);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (names, kinds[i]->name);
  all = g_strv_builder_end (names);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, all, NULL);
}

typedef struct
{
  DitesStoreReadFunc func;
  GTask             *task;
} Reading;

/* The reading thread. */
static void
run_reading (gpointer data,
             gpointer user_data)
{
  g_autofree Reading *reading = data;
  g_autoptr (GTask) task = reading->task;
  DitesReader *reader = user_data;
  GError      *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (!dites_reader_refresh (reader, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  reading->func (reader, task);

  /* A snapshot that is held keeps the log from being moved into the file. */
  dites_database_roll_back (dites_reader_get_database (reader));
}

/**
 * dites_store_push_read:
 * @self: a store
 * @func: what to do, on the reading thread
 * @task: (transfer full): what it returns; without a source object
 *
 * Private to the store: has something read, in the order of the requests.
 */
void
dites_store_push_read (DitesStore        *self,
                       DitesStoreReadFunc func,
                       GTask             *task)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->func = func;
  reading->task = task;
  g_thread_pool_push (self->reading, reading, NULL);
}

static void
read_changes (DitesReader *reader,
              GTask       *task)
{
  const gint64      *since = g_task_get_task_data (task);
  GError            *error = NULL;
  DitesStoreChanges *changes = dites_store_changes_read (dites_reader_get_database (reader), *since, &error);

  if (changes != NULL)
    g_task_return_pointer (task, changes, (GDestroyNotify) dites_store_changes_free);
  else
    g_task_return_error (task, error);
}

/* Callbacks of the reading and the writing thread hold the store weakly. */
void
dites_store_weak_ref_free (GWeakRef *weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

GWeakRef *
dites_store_weak_ref_new (gpointer object)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, object);

  return weak;
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (DitesStore) self = g_weak_ref_get (weak);
  g_autoptr (DitesStoreChanges) changes = NULL;
  g_autoptr (GError) error = NULL;

  dites_store_weak_ref_free (weak);
  changes = g_task_propagate_pointer (G_TASK (result), &error);
  if (self == NULL)
    return;

  self->looking = FALSE;
  if (changes != NULL)
    dites_store_tell (self, changes);
  else
    g_debug ("Cannot look for changes: %s", error->message);
}

/* Looks whether another process has written. */
static void
look (DitesStore *self)
{
  GTask *task;

  if (self->looking)
    return;

  self->looking = TRUE;
  task = g_task_new (NULL, NULL, looked_cb, dites_store_weak_ref_new (self));
  g_task_set_source_tag (task, look);
  g_task_set_task_data (task, g_memdup2 (&self->sequence, sizeof self->sequence), g_free);
  dites_store_push_read (self, read_changes, task);
}

static gboolean
look_cb (gpointer user_data)
{
  look (user_data);

  return G_SOURCE_CONTINUE;
}

static void
file_changed_cb (DitesStore *self)
{
  look (self);
}

static void
dites_store_dispose (GObject *object)
{
  DitesStore *self = DITES_STORE (object);

  g_atomic_int_set (&self->stop, 1);
  g_clear_handle_id (&self->look_id, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (dites_store_parent_class)->dispose (object);
}

static void
dites_store_finalize (GObject *object)
{
  DitesStore *self = DITES_STORE (object);

  /* Both wait for what is under way; requests hold the store, so this is little. */
  if (self->reading != NULL)
    g_thread_pool_free (self->reading, FALSE, TRUE);
  if (self->writing != NULL)
    g_thread_pool_free (self->writing, FALSE, TRUE);
  g_clear_pointer (&self->reader, dites_reader_free);
  g_clear_pointer (&self->writer, dites_writer_free);
  g_clear_fd (&self->lock, NULL);

  g_free (self->path);
  g_free (self->undo_name);
  g_free (self->redo_name);

  G_OBJECT_CLASS (dites_store_parent_class)->finalize (object);
}

static void
dites_store_class_init (DitesStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dites_store_dispose;
  object_class->finalize = dites_store_finalize;

  /**
   * DitesStore::changed:
   * @self: the store
   * @kinds: the kinds of the documents that have changed
   * @ids: (nullable): the documents; %NULL when they are many
   *
   * Documents have changed, through this store or another process. Documents
   * that name one of them may be called differently now.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", DITES_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRV, G_TYPE_STRV);

  /**
   * DitesStore::history-changed:
   * @self: the store
   *
   * There is something new in the history, or to undo or redo.
   */
  signals[SIGNAL_HISTORY_CHANGED] =
    g_signal_new ("history-changed", DITES_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
dites_store_init (DitesStore *self)
{
  self->lock = -1;
}

static goffset
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_size : 0;
}

/* Whether the file is missing or empty, as one of a single byte is to SQLite, while there is a log of it:
 * somebody has moved or cut one of the two. SQLite would make a new file, and take the log away; both
 * stay for who can mend them. */
static gboolean
has_log_alone (DitesStore *self)
{
  g_autofree char *log_path = g_strconcat (self->path, "-wal", NULL);

  return get_size (self->path) <= 1 && get_size (log_path) > 0;
}

/* Makes the directory and the file, for their owner's eyes only. */
static gboolean
prepare_files (DitesStore *self,
               const char *directory,
               GError    **error)
{
  int fd;

  if (has_log_alone (self))
    {
      g_set_error_literal (error, DITES_ERROR, DITES_ERROR_DAMAGED, _("The data file is damaged"));
      return FALSE;
    }
  if (g_mkdir_with_parents (directory, 0700) == 0)
    {
      fd = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
      if (fd >= 0)
        {
          close (fd);
          return TRUE;
        }
    }

  g_debug ("Cannot use %s: %s", directory, g_strerror (errno));
  g_set_error (error, DITES_ERROR, DITES_ERROR_STORAGE,
               /* Translators: %s is the path of a folder. */
               _("The data folder “%s” cannot be written"), directory);

  return FALSE;
}

/* Takes part in the lock that says who has the file open. Who is alone with it
 * and finds a log knows that whoever was last did not end as it should: the
 * last to close a file removes its log. */
static gboolean
find_unclean_end (DitesStore *self,
                  const char *directory)
{
  g_autofree char *lock_path = g_build_filename (directory, FILE_NAME "-lock", NULL);
  g_autofree char *log_path = g_strconcat (self->path, "-wal", NULL);
  gboolean         unclean = FALSE;

  self->lock = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (self->lock < 0)
    return FALSE;

  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0)
    unclean = g_file_test (log_path, G_FILE_TEST_EXISTS);
  flock (self->lock, LOCK_SH);

  return unclean;
}

/* A copy that stopped in its last page has as many pages as it says, and SQLite takes what is missing for
 * zeros. Where there is a log, the last page may be on its way out of that. */
static gboolean
check_length (DitesStore    *self,
              DitesDatabase *database,
              GError       **error)
{
  g_autofree char *log_path = g_strconcat (self->path, "-wal", NULL);
  gint64           version, page_size;

  /* How long a page is, SQLite knows when it has looked at the file. */
  if (!dites_database_get_int (database, "PRAGMA schema_version", &version, error) ||
      !dites_database_get_int (database, "PRAGMA page_size", &page_size, error))
    return FALSE;
  if (page_size == 0 || get_size (self->path) % page_size == 0 || get_size (log_path) > 0)
    return TRUE;

  dites_database_set_damaged (database, error);

  return FALSE;
}

static void
start_watching (DitesStore *self)
{
  g_autofree char *log_path = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GFile) log = g_file_new_for_path (log_path);

  self->monitor = g_file_monitor_file (log, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    {
      g_file_monitor_set_rate_limit (self->monitor, 100);
      g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
    }
  self->look_id = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
}

/**
 * dites_store_open:
 * @directory: where the file is, or will be; made if it is missing
 * @desk_name: who writes, as the history shall say it
 * @error: return location for an error
 *
 * Opens the store. After a program that did not end as it should, the file is
 * checked first. A file of another program, of a newer version or a damaged
 * one stays as it is. It blocks: call it once, at start-up.
 *
 * Returns: (transfer full) (nullable): the store, or %NULL with @error set to
 *   %DITES_ERROR_NEWER, %DITES_ERROR_DAMAGED or %DITES_ERROR_STORAGE
 */
DitesStore *
dites_store_open (const char *directory,
                  const char *desk_name,
                  GError    **error)
{
  g_autoptr (DitesStore) self = g_object_new (DITES_TYPE_STORE, NULL);
  g_autoptr (DitesDatabase) database = NULL;
  g_autoptr (DitesStoreChanges) now = NULL;
  gboolean unclean;

  g_return_val_if_fail (directory != NULL, NULL);
  g_return_val_if_fail (desk_name != NULL, NULL);

  self->path = g_build_filename (directory, FILE_NAME, NULL);
  if (!prepare_files (self, directory, error))
    return NULL;
  unclean = find_unclean_end (self, directory);

  database = dites_database_open (self->path, TRUE, error);
  if (database == NULL || !check_length (self, database, error) || !dites_schema_prepare (database, unclean, error))
    return NULL;

  now = dites_store_changes_read (database, -1, error);
  if (now == NULL)
    return NULL;
  self->sequence = now->sequence;
  self->undo_name = g_steal_pointer (&now->undo_name);
  self->redo_name = g_steal_pointer (&now->redo_name);

  self->reader = dites_reader_new (self->path, error);
  if (self->reader == NULL)
    return NULL;
  dites_database_roll_back (dites_reader_get_database (self->reader));

  self->writer = dites_writer_new (g_steal_pointer (&database), desk_name);
  self->writing = g_thread_pool_new (dites_store_job_run, self->writer, 1, FALSE, NULL);
  self->reading = g_thread_pool_new (run_reading, self->reader, 1, FALSE, NULL);

  dites_store_start_rebuilding (self);
  start_watching (self);

  return g_steal_pointer (&self);
}

/**
 * dites_store_dup_directory:
 * @self: a store
 *
 * Returns: (transfer full): the folder that the file is in, for what belongs to it and is no document
 */
char *
dites_store_dup_directory (DitesStore *self)
{
  g_return_val_if_fail (DITES_IS_STORE (self), NULL);

  return g_path_get_dirname (self->path);
}

/**
 * dites_store_new_reader:
 * @self: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a reader of its own, which may go to another thread
 */
DitesReader *
dites_store_new_reader (DitesStore *self,
                        GError    **error)
{
  g_return_val_if_fail (DITES_IS_STORE (self), NULL);

  return dites_reader_new (self->path, error);
}

/**
 * dites_store_get_undo_name:
 * @self: a store
 *
 * Returns: (nullable): the name of the change set that undo would take back
 */
const char *
dites_store_get_undo_name (DitesStore *self)
{
  g_return_val_if_fail (DITES_IS_STORE (self), NULL);

  return self->undo_name;
}

/**
 * dites_store_get_redo_name:
 * @self: a store
 *
 * Returns: (nullable): the name of the change set that redo would do again
 */
const char *
dites_store_get_redo_name (DitesStore *self)
{
  g_return_val_if_fail (DITES_IS_STORE (self), NULL);

  return self->redo_name;
}
