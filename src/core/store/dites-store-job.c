/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-store-job.h"

#include "dites-change-name.h"

/**
 * dites_store_job_free:
 * @data: (transfer full) (type DitesStoreJob): a job
 *
 * Private to the store: a #GDestroyNotify.
 */
void
dites_store_job_free (gpointer data)
{
  DitesStoreJob *job = data;

  g_clear_object (&job->changes);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->photo, dites_photo_free);
  g_clear_pointer (&job->result, dites_store_changes_free);
  g_free (job->name);
  g_free (job);
}

/* A photo that is there already is left; one that the disk has spoiled since is whole again. */
static gboolean
write_photo (DitesWriter   *writer,
             DitesStoreJob *job,
             GError       **error)
{
  DitesDatabase *database = dites_writer_get_database (writer);
  sqlite3_stmt  *statement = dites_database_prepare (database,
                                                     "INSERT INTO photo (sha256, type, length, width, height, bytes)"
                                                      " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE"
                                                      " SET bytes = excluded.bytes WHERE bytes <> excluded.bytes",
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
do_job (DitesWriter   *writer,
        DitesStoreJob *job,
        GCancellable  *cancellable,
        GError       **error)
{
  switch (job->type)
    {
    case DITES_STORE_JOB_WRITE:
      return dites_writer_apply (writer, job->changes, cancellable, error);

    case DITES_STORE_JOB_UNDO:
      job->name = dites_writer_undo (writer, error);
      return job->name != NULL;

    case DITES_STORE_JOB_REDO:
      job->name = dites_writer_redo (writer, error);
      return job->name != NULL;

    case DITES_STORE_JOB_REVERT:
      job->name = dites_writer_revert (writer, job->sequence, error);
      return job->name != NULL;

    case DITES_STORE_JOB_REBUILD:
      return dites_writer_rebuild (writer, job->stop, &job->rebuilt, error);

    case DITES_STORE_JOB_PHOTO:
      return write_photo (writer, job, error);

    default:
      g_assert_not_reached ();
    }
}

/**
 * dites_store_job_run:
 * @data: a task with a job
 * @user_data: the writer
 *
 * Private to the store: what the writing thread does with each request.
 */
void
dites_store_job_run (gpointer data,
                     gpointer user_data)
{
  g_autoptr (GTask) task = data;
  DitesWriter   *writer = user_data;
  DitesStoreJob *job = g_task_get_task_data (task);
  GError        *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (!do_job (writer, job, g_task_get_cancellable (task), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  /* What is written is written: who cannot read it now is told of it by the next look. */
  job->result = dites_store_changes_read (dites_writer_get_database (writer), job->since, NULL);
  g_task_return_boolean (task, TRUE);
  dites_writer_tidy (writer);
}

static void
job_done_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  DitesStore    *self = g_task_get_source_object (answer);
  DitesStoreJob *job = g_task_get_task_data (G_TASK (result));
  GError        *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (answer, error);
      return;
    }

  if (job->type != DITES_STORE_JOB_PHOTO && job->result != NULL)
    dites_store_tell (self, job->result);

  if (job->name != NULL)
    g_task_return_pointer (answer, dites_change_name_say (job->name), g_free);
  else if (job->photo != NULL)
    g_task_return_pointer (answer, g_steal_pointer (&job->photo), (GDestroyNotify) dites_photo_free);
  else
    g_task_return_boolean (answer, TRUE);
}

/**
 * dites_store_job_new:
 * @type: what to do
 *
 * Returns: (transfer full): a job, to be filled in before it is pushed
 */
DitesStoreJob *
dites_store_job_new (DitesStoreJobType type)
{
  DitesStoreJob *job = g_new0 (DitesStoreJob, 1);

  job->type = type;

  return job;
}

/**
 * dites_store_job_push:
 * @self: a store
 * @job: (transfer full): what to do
 * @answer: (transfer full): what the store returns, after those who listen have heard of it
 *
 * Private to the store: has @job done by the writing thread, in the order of the requests.
 */
void
dites_store_job_push (DitesStore    *self,
                      DitesStoreJob *job,
                      GTask         *answer)
{
  GTask *task = g_task_new (NULL, g_task_get_cancellable (answer), job_done_cb, answer);

  job->since = self->sequence;
  g_task_set_source_tag (task, dites_store_job_push);
  g_task_set_check_cancellable (task, FALSE); /* what is written is written */
  g_task_set_check_cancellable (answer, FALSE);
  g_task_set_task_data (task, job, dites_store_job_free);

  g_thread_pool_push (self->writing, task, NULL);
}

static void
rebuilt_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (DitesStore) self = g_weak_ref_get (weak);
  DitesStoreJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  dites_store_weak_ref_free (weak);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_debug ("The lists are as they were: %s", error->message);
  else if (self != NULL && job->rebuilt)
    dites_store_tell_all (self);
}

/**
 * dites_store_start_rebuilding:
 * @self: a store
 *
 * Private to the store: has what follows from the documents worked out anew, if it must be.
 */
void
dites_store_start_rebuilding (DitesStore *self)
{
  GTask         *task = g_task_new (NULL, NULL, rebuilt_cb, dites_store_weak_ref_new (self));
  DitesStoreJob *job = dites_store_job_new (DITES_STORE_JOB_REBUILD);

  job->stop = &self->stop;
  job->since = -1;
  g_task_set_source_tag (task, dites_store_start_rebuilding);
  g_task_set_task_data (task, job, dites_store_job_free);
  g_thread_pool_push (self->writing, task, NULL);
}
