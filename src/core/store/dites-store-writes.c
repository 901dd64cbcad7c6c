/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-picture.h"
#include "dites-store-job.h"

/* The writing side of the store: requests, and their answers. */

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
  GTask         *answer;
  DitesStoreJob *job = dites_store_job_new (DITES_STORE_JOB_WRITE);

  g_return_if_fail (DITES_IS_STORE (self));
  g_return_if_fail (DITES_IS_CHANGE_SET (changes));

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_store_write_async);
  job->changes = g_object_ref (changes);
  dites_store_job_push (self, job, answer);
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
           DitesStoreJobType   type,
           gint64              sequence,
           gpointer            tag,
           GCancellable       *cancellable,
           GAsyncReadyCallback callback,
           gpointer            user_data)
{
  GTask         *answer = g_task_new (self, cancellable, callback, user_data);
  DitesStoreJob *job = dites_store_job_new (type);

  job->sequence = sequence;
  g_task_set_source_tag (answer, tag);
  dites_store_job_push (self, job, answer);
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

  push_step (self, DITES_STORE_JOB_UNDO, 0, dites_store_undo_async, cancellable, callback, user_data);
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

  push_step (self, DITES_STORE_JOB_REDO, 0, dites_store_redo_async, cancellable, callback, user_data);
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

  push_step (self, DITES_STORE_JOB_REVERT, sequence, dites_store_revert_async, cancellable, callback, user_data);
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
  DitesStoreJob *job = data;
  GError        *error = NULL;
  GBytes        *bytes = dites_picture_normalize (job->bytes, &job->photo, &error);

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
  DitesStore    *self = g_task_get_source_object (answer);
  DitesStoreJob *made = g_task_get_task_data (G_TASK (result));
  DitesStoreJob *job;
  GError        *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (answer, error);
      return;
    }

  job = dites_store_job_new (DITES_STORE_JOB_PHOTO);
  job->bytes = g_steal_pointer (&made->bytes);
  job->photo = g_steal_pointer (&made->photo);
  dites_store_job_push (self, job, g_steal_pointer (&answer));
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
  DitesStoreJob *job = dites_store_job_new (DITES_STORE_JOB_PHOTO);

  g_return_if_fail (DITES_IS_STORE (self));
  g_return_if_fail (bytes != NULL);

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_store_add_photo_async);
  job->bytes = g_bytes_ref (bytes);

  task = g_task_new (NULL, cancellable, normalized_cb, answer);
  g_task_set_source_tag (task, dites_store_add_photo_async);
  g_task_set_task_data (task, job, dites_store_job_free);
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
