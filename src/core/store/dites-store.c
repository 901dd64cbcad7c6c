/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dites-error.h"
#include "dites-picture.h"
#include "dites-store-changes.h"
#include "dites-store-check.h"
#include "dites-writer.h"

#define FILE_NAME "dites32.sqlite"

/* How often to look for another process's work where the file system does not tell. */
#define LOOK_SECONDS 2

/**
 * DitesStore:
 *
 * Where documents live: one file, which several processes may share.
 *
 * Reading and writing are two sides. What is stored is read by a #DitesReader
 * or seen through a #DitesQuery; writing is a request, done by one thread in
 * the order of the requests. “changed” and “history-changed” tell of every
 * change, whoever made it, before the request that made it is answered.
 *
 * A store belongs to the thread and main context that opened it. Its threads
 * never hold a reference on it; the last unref waits until all is written.
 */
struct _DitesStore
{
  GObject parent_instance;

  char         *path;
  int           lock;   /* shared with the other processes that have the file open */
  DitesWriter  *writer; /* of the writing thread */
  DitesReader  *reader; /* of the reading thread */
  GThreadPool  *writing;
  GThreadPool  *reading;
  GFileMonitor *monitor;
  guint         look_id;
  gboolean      looking;
  int           stop; /* (atomic): the rebuilding gives up */

  gint64 sequence; /* the latest change set that was told */
  char  *undo_name;
  char  *redo_name;
};

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_HISTORY_CHANGED,
  N_SIGNALS
} DitesStoreSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DitesStore, dites_store, G_TYPE_OBJECT)

typedef enum
{
  JOB_WRITE,
  JOB_UNDO,
  JOB_REDO,
  JOB_REVERT,
  JOB_REBUILD,
  JOB_PHOTO,
} JobType;

/* What the writing thread is asked to do, and its answer. */
typedef struct
{
  JobType            type;
  DitesChangeSet    *changes;
  GBytes            *bytes;
  DitesPhoto        *photo;
  gint64             sequence; /* JOB_REVERT */
  gint64             since;
  int               *stop;
  char              *name;
  gboolean           rebuilt;
  DitesStoreChanges *result;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->changes);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->photo, dites_photo_free);
  g_clear_pointer (&job->result, dites_store_changes_free);
  g_free (job->name);
  g_free (job);
}

static gboolean
write_photo (DitesWriter *writer,
             Job         *job,
             GError     **error)
{
  DitesDatabase *database = dites_writer_get_database (writer);
  sqlite3_stmt  *statement = dites_database_prepare (database,
                                                     "INSERT OR IGNORE INTO photo (sha256, type, length, width, height, bytes)"
                                                      " VALUES (?, ?, ?, ?, ?, ?)",
                                                     error);
  gsize          length;
  gconstpointer  data = g_bytes_get_data (job->bytes, &length);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, job->photo->sha256, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, job->photo->type, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, job->photo->length);
  sqlite3_bind_int (statement, 4, job->photo->width);
  sqlite3_bind_int (statement, 5, job->photo->height);
  sqlite3_bind_blob64 (statement, 6, data, length, SQLITE_STATIC);

  return dites_database_run (database, statement, error);
}

static gboolean
do_job (DitesWriter  *writer,
        Job          *job,
        GCancellable *cancellable,
        GError      **error)
{
  switch (job->type)
    {
    case JOB_WRITE:
      return dites_writer_apply (writer, job->changes, cancellable, error);

    case JOB_UNDO:
      job->name = dites_writer_undo (writer, error);
      return job->name != NULL;

    case JOB_REDO:
      job->name = dites_writer_redo (writer, error);
      return job->name != NULL;

    case JOB_REVERT:
      job->name = dites_writer_revert (writer, job->sequence, error);
      return job->name != NULL;

    case JOB_REBUILD:
      return dites_writer_rebuild (writer, job->stop, &job->rebuilt, error);

    case JOB_PHOTO:
      return write_photo (writer, job, error);

    default:
      g_assert_not_reached ();
    }
}

/* The writing thread. */
static void
run_job (gpointer data,
         gpointer user_data)
{
  g_autoptr (GTask) task = data;
  DitesWriter *writer = user_data;
  Job         *job = g_task_get_task_data (task);
  GError      *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (!do_job (writer, job, g_task_get_cancellable (task), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  job->result = dites_store_changes_read (dites_writer_get_database (writer), job->since);
  g_task_return_boolean (task, TRUE);
  dites_writer_tidy (writer);
}

/* Tells what is new, once. */
static void
tell (DitesStore        *self,
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

static void
job_done_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  DitesStore *self = g_task_get_source_object (answer);
  Job        *job = g_task_get_task_data (G_TASK (result));
  GError     *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (answer, error);
      return;
    }

  if (job->type != JOB_PHOTO)
    tell (self, job->result);

  if (job->name != NULL)
    g_task_return_pointer (answer, g_steal_pointer (&job->name), g_free);
  else if (job->photo != NULL)
    g_task_return_pointer (answer, g_steal_pointer (&job->photo), (GDestroyNotify) dites_photo_free);
  else
    g_task_return_boolean (answer, TRUE);
}

static Job *
job_new (JobType type)
{
  Job *job = g_new0 (Job, 1);

  job->type = type;

  return job;
}

/* Has @job done by the writing thread; @answer then returns. */
static void
push_job (DitesStore *self,
          Job        *job,
          GTask      *answer)
{
  GTask *task = g_task_new (NULL, g_task_get_cancellable (answer), job_done_cb, answer);

  job->since = self->sequence;
  g_task_set_source_tag (task, push_job);
  g_task_set_check_cancellable (task, FALSE); /* what is written is written */
  g_task_set_check_cancellable (answer, FALSE);
  g_task_set_task_data (task, job, job_free);

  g_thread_pool_push (self->writing, task, NULL);
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
  const gint64 *since = g_task_get_task_data (task);

  g_task_return_pointer (task,
                         dites_store_changes_read (dites_reader_get_database (reader), *since),
                         (GDestroyNotify) dites_store_changes_free);
}

static void
weak_ref_free (GWeakRef *weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

static GWeakRef *
weak_ref_new (gpointer object)
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

  weak_ref_free (weak);
  changes = g_task_propagate_pointer (G_TASK (result), &error);
  if (self == NULL)
    return;

  self->looking = FALSE;
  if (changes != NULL)
    tell (self, changes);
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
  task = g_task_new (NULL, NULL, looked_cb, weak_ref_new (self));
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
rebuilt_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (DitesStore) self = g_weak_ref_get (weak);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  weak_ref_free (weak);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_debug ("The lists are as they were: %s", error->message);
  else if (self != NULL && job->rebuilt)
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
}

static void
start_rebuilding (DitesStore *self)
{
  GTask *task = g_task_new (NULL, NULL, rebuilt_cb, weak_ref_new (self));
  Job   *job = job_new (JOB_REBUILD);

  job->stop = &self->stop;
  job->since = -1;
  g_task_set_source_tag (task, start_rebuilding);
  g_task_set_task_data (task, job, job_free);
  g_thread_pool_push (self->writing, task, NULL);
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

/* Makes the directory and the file, for their owner's eyes only. */
static gboolean
prepare_files (DitesStore *self,
               const char *directory,
               GError    **error)
{
  int fd;

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
  if (database == NULL || !dites_schema_prepare (database, unclean, error))
    return NULL;

  now = dites_store_changes_read (database, -1);
  self->sequence = now->sequence;
  self->undo_name = g_steal_pointer (&now->undo_name);
  self->redo_name = g_steal_pointer (&now->redo_name);

  self->reader = dites_reader_new (self->path, error);
  if (self->reader == NULL)
    return NULL;
  dites_database_roll_back (dites_reader_get_database (self->reader));

  self->writer = dites_writer_new (g_steal_pointer (&database), desk_name);
  self->writing = g_thread_pool_new (run_job, self->writer, 1, FALSE, NULL);
  self->reading = g_thread_pool_new (run_reading, self->reader, 1, FALSE, NULL);

  start_rebuilding (self);
  start_watching (self);

  return g_steal_pointer (&self);
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

/**
 * dites_store_write_async:
 * @self: a store
 * @changes: what to write; nothing may change it from now on
 * @cancellable: (nullable): stops it, with nothing written
 * @callback: called when it is on disk
 * @user_data: data for @callback
 *
 * Writes a change set. A document that somebody changed since the change was
 * made of it is merged field by field.
 */
void
dites_store_write_async (DitesStore         *self,
                         DitesChangeSet     *changes,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  GTask *answer;
  Job   *job = job_new (JOB_WRITE);

  g_return_if_fail (DITES_IS_STORE (self));
  g_return_if_fail (DITES_IS_CHANGE_SET (changes));

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_store_write_async);
  job->changes = g_object_ref (changes);
  push_job (self, job, answer);
}

/**
 * dites_store_write_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether all of it was written; otherwise nothing was, and @error may be
 *   %DITES_ERROR_CONFLICT, %DITES_ERROR_STORAGE or %DITES_ERROR_DAMAGED
 */
gboolean
dites_store_write_finish (DitesStore   *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
push_step (DitesStore         *self,
           JobType             type,
           gint64              sequence,
           gpointer            tag,
           GCancellable       *cancellable,
           GAsyncReadyCallback callback,
           gpointer            user_data)
{
  GTask *answer = g_task_new (self, cancellable, callback, user_data);
  Job   *job = job_new (type);

  job->sequence = sequence;
  g_task_set_source_tag (answer, tag);
  push_job (self, job, answer);
}

/**
 * dites_store_undo_async:
 * @self: a store
 * @cancellable: (nullable): to stop it before it begins
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Takes back the latest change set that stands, whoever made it.
 */
void
dites_store_undo_async (DitesStore         *self,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_return_if_fail (DITES_IS_STORE (self));

  push_step (self, JOB_UNDO, 0, dites_store_undo_async, cancellable, callback, user_data);
}

/**
 * dites_store_undo_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the name of what was taken back, or
 *   %NULL with @error set, to %DITES_ERROR_NOTHING or %DITES_ERROR_CONFLICT among others
 */
char *
dites_store_undo_finish (DitesStore   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dites_store_redo_async:
 * @self: a store
 * @cancellable: (nullable): to stop it before it begins
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Does the change set again that was taken back last.
 */
void
dites_store_redo_async (DitesStore         *self,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_return_if_fail (DITES_IS_STORE (self));

  push_step (self, JOB_REDO, 0, dites_store_redo_async, cancellable, callback, user_data);
}

/**
 * dites_store_redo_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the name of what was done again, or %NULL with @error set
 */
char *
dites_store_redo_finish (DitesStore   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dites_store_revert_async:
 * @self: a store
 * @sequence: an entry of the history
 * @cancellable: (nullable): to stop it before it begins
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Takes back one change set of the history, field by field, and leaves what was done since.
 */
void
dites_store_revert_async (DitesStore         *self,
                          gint64              sequence,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_return_if_fail (DITES_IS_STORE (self));

  push_step (self, JOB_REVERT, sequence, dites_store_revert_async, cancellable, callback, user_data);
}

/**
 * dites_store_revert_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the name of what was taken back, or
 *   %NULL with @error set, to %DITES_ERROR_CONFLICT where somebody has changed the same since
 */
char *
dites_store_revert_finish (DitesStore   *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
normalize (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  Job    *job = data;
  GError *error = NULL;
  GBytes *bytes = dites_picture_normalize (job->bytes, &job->photo, &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_bytes_unref (job->bytes);
  job->bytes = bytes;
  g_task_return_boolean (task, TRUE);
}

static void
normalized_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  DitesStore *self = g_task_get_source_object (answer);
  Job        *made = g_task_get_task_data (G_TASK (result));
  Job        *job;
  GError     *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (answer, error);
      return;
    }

  job = job_new (JOB_PHOTO);
  job->bytes = g_steal_pointer (&made->bytes);
  job->photo = g_steal_pointer (&made->photo);
  push_job (self, job, g_steal_pointer (&answer));
}

/**
 * dites_store_add_photo_async:
 * @self: a store
 * @bytes: a picture file
 * @cancellable: (nullable): to stop it before it is written
 * @callback: called when it is on disk
 * @user_data: data for @callback
 *
 * Stores a photo: turned upright, not too large, without its metadata, once.
 */
void
dites_store_add_photo_async (DitesStore         *self,
                             GBytes             *bytes,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GTask *answer;
  g_autoptr (GTask) task = NULL;
  Job *job = job_new (JOB_PHOTO);

  g_return_if_fail (DITES_IS_STORE (self));
  g_return_if_fail (bytes != NULL);

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_store_add_photo_async);
  job->bytes = g_bytes_ref (bytes);

  task = g_task_new (NULL, cancellable, normalized_cb, answer);
  g_task_set_source_tag (task, dites_store_add_photo_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, normalize);
}

/**
 * dites_store_add_photo_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what a document may name now, or %NULL
 *   with @error set, to %DITES_ERROR_INVALID if it is no picture
 */
DitesPhoto *
dites_store_add_photo_finish (DitesStore   *self,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
check (DitesReader *reader,
       GTask       *task)
{
  GError    *error = NULL;
  GPtrArray *problems = dites_store_check (dites_reader_get_database (reader), g_task_get_cancellable (task), &error);

  if (problems != NULL)
    g_task_return_pointer (task, problems, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  GError    *error = NULL;
  GPtrArray *problems = g_task_propagate_pointer (G_TASK (result), &error);

  if (problems != NULL)
    g_task_return_pointer (answer, problems, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (answer, error);
}

/**
 * dites_store_check_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Looks whether the file is whole and the documents are.
 */
void
dites_store_check_async (DitesStore         *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  GTask *answer;
  GTask *task;

  g_return_if_fail (DITES_IS_STORE (self));

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_store_check_async);
  task = g_task_new (NULL, cancellable, checked_cb, answer);
  g_task_set_source_tag (task, dites_store_check_async);
  dites_store_push_read (self, check, task);
}

/**
 * dites_store_check_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer container) (element-type DitesProblem) (nullable): what was found, perhaps nothing
 */
GPtrArray *
dites_store_check_finish (DitesStore   *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
