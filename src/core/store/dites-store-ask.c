/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-store-ask.h"

#include "dites-store-private.h"

static void
reading_free (gpointer data)
{
  DitesReading *reading = data;

  if (reading->input_free != NULL)
    reading->input_free (reading->input);
  g_free (reading);
}

/* The reading thread. */
static void
run_reading (DitesReader *reader,
             GTask       *task)
{
  DitesReading *reading = g_task_get_task_data (task);
  GError       *error = NULL;
  gpointer      result = reading->run (reader, reading->input, &error);

  /* What seems to be missing may be there, and the disk not: that is no answer. */
  if (error == NULL && !dites_reader_is_complete (reader, &error) && reading->result_free != NULL)
    g_clear_pointer (&result, reading->result_free);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, reading->result_free);
}

/**
 * dites_store_read_cb:
 * @object: nothing
 * @result: what dites_store_read() calls back with
 * @user_data: (transfer full): a #GTask
 *
 * Private to the store: hands the answer over as it is.
 */
void
dites_store_read_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  DitesReading *reading = g_task_get_task_data (G_TASK (result));
  GError       *error = NULL;
  gpointer      found = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    g_task_return_error (answer, error);
  else
    g_task_return_pointer (answer, found, reading->result_free);
}

/**
 * dites_store_read:
 * @self: a store
 * @reading: what to do; its input is freed afterwards
 * @cancellable: (nullable): stops it
 * @callback: called with a #GTask that returns what @reading does
 * @user_data: data for @callback
 *
 * Private to the store: has something done on the reading thread, which never sees the store.
 */
void
dites_store_read (DitesStore         *self,
                  const DitesReading *reading,
                  GCancellable       *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer            user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, dites_store_read);
  g_task_set_task_data (task, g_memdup2 (reading, sizeof *reading), reading_free);
  dites_store_push_read (self, run_reading, task);
}

/**
 * dites_store_ask:
 * @answer: (transfer full): what the store returns; its source object is the store
 * @reading: what to do; its input is freed afterwards
 *
 * Private to the store: has something done on the reading thread; @answer then returns.
 */
void
dites_store_ask (GTask              *answer,
                 const DitesReading *reading)
{
  dites_store_read (g_task_get_source_object (answer), reading, g_task_get_cancellable (answer), dites_store_read_cb, answer);
}

/**
 * dites_store_answer:
 * @self: a store
 * @result: what the callback got
 * @tag: what was asked
 * @error: return location for an error
 *
 * Private to the store.
 *
 * Returns: (transfer full) (nullable): the result of dites_store_ask()
 */
gpointer
dites_store_answer (DitesStore   *self,
                    GAsyncResult *result,
                    gpointer      tag,
                    GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
