/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-error.h"
#include "dites-import-private.h"
#include "dites-list-memory.h"

/* How what was planned is written. */

/* What is remembered of a list that was imported. */
typedef struct
{
  char  *directory;
  char  *signature;
  char  *semester;
  char **placed;
} Memory;

static void
memory_free (gpointer data)
{
  Memory *memory = data;

  g_free (memory->directory);
  g_free (memory->signature);
  g_free (memory->semester);
  g_strfreev (memory->placed);
  g_free (memory);
}

static void
keep (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  Memory *memory = task_data;
  g_autoptr (GError) error = NULL;

  /* Without it nobody is missed in the next version of the list. */
  if (!dites_list_memory_keep (memory->directory, memory->signature, memory->semester,
                               (const char *const *) memory->placed, &error))
    g_debug ("The list could not be remembered: %s", error->message);

  g_task_return_boolean (task, TRUE);
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;

  g_task_return_boolean (answer, g_task_propagate_boolean (G_TASK (result), NULL));
}

/* The list is in the store: what it is about is remembered before that is said. */
static void
remember (DitesImport *self,
          GTask       *answer)
{
  DitesDocument *semester = dites_plan_get_semester (self->plan);
  g_auto (GStrv) placed = dites_plan_dup_placed (self->plan);
  g_autoptr (GTask) task = NULL;
  Memory *memory;

  if (placed == NULL)
    {
      g_task_return_boolean (answer, TRUE);
      return;
    }

  memory = g_new0 (Memory, 1);
  memory->directory = dites_store_dup_directory (self->store);
  memory->signature = dites_list_mapping_get_signature (dites_plan_get_mapping (self->plan));
  memory->semester = g_strdup (dites_document_get_id (semester));
  memory->placed = g_steal_pointer (&placed);
  task = g_task_new (NULL, NULL, kept_cb, g_object_ref (answer));
  g_task_set_source_tag (task, remember);
  g_task_set_task_data (task, memory, memory_free);
  g_task_run_in_thread (task, keep);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  GError *error = NULL;

  if (dites_store_write_finish (DITES_STORE (object), result, &error))
    remember (g_task_get_source_object (answer), answer);
  else
    g_task_return_error (answer, error);
}

/* What was planned against another state of the store would not come true. */
static gboolean
is_current (DitesImport *self,
            GError     **error)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (self->store, error);
  gint64 sequence;

  if (reader == NULL)
    return FALSE;
  sequence = dites_reader_get_sequence (reader);
  if (!dites_reader_is_complete (reader, error))
    return FALSE;
  if (sequence == self->sequence)
    return TRUE;

  g_set_error_literal (error, DITES_ERROR, DITES_ERROR_CONFLICT,
                       _("Something was changed since the plan was made; it must be made again"));
  return FALSE;
}

/**
 * dites_import_write_async:
 * @self: an import that has a plan
 * @cancellable: (nullable): a cancellable
 * @callback: what is called at the end
 * @user_data: for @callback
 *
 * Does what the plan says, as one change set.
 */
void
dites_import_write_async (DitesImport        *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) answer = NULL;
  g_autoptr (DitesChangeSet) changes = NULL;
  GError *error = NULL;

  g_return_if_fail (DITES_IS_IMPORT (self));
  g_return_if_fail (self->plan != NULL);

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_import_write_async);
  /* What is written is said to be written. */
  g_task_set_check_cancellable (answer, FALSE);

  if (!is_current (self, &error))
    {
      g_task_return_error (answer, error);
      return;
    }

  changes = dites_plan_get_changes (self->plan);
  if (dites_change_set_get_n (changes) == 0)
    {
      remember (self, answer);
      return;
    }

  /* Another process may write between the look above and the write. */
  dites_change_set_expect (changes, self->sequence);
  dites_store_write_async (self->store, changes, cancellable, written_cb, g_steal_pointer (&answer));
}

/**
 * dites_import_write_finish:
 * @self: an import
 * @result: the result
 * @error: return location for an error
 *
 * Returns: whether it is done; else %FALSE with @error set, to
 *   %DITES_ERROR_CONFLICT if the plan must be made again
 */
gboolean
dites_import_write_finish (DitesImport  *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
