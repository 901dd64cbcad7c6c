/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-import-private.h"
#include "dites-import-work.h"

G_DEFINE_FINAL_TYPE (DitesImport, dites_import, G_TYPE_OBJECT)

static void
dites_import_dispose (GObject *object)
{
  DitesImport *self = DITES_IMPORT (object);

  g_clear_object (&self->store);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->warning, g_free);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->semester, g_free);
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->table, dites_list_table_unref);
  g_clear_object (&self->mapping);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (dites_import_parent_class)->dispose (object);
}

static void
dites_import_class_init (DitesImportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dites_import_dispose;
}

static void
dites_import_init (DitesImport *self)
{
}

/**
 * dites_import_new:
 * @store: where the list shall go
 * @file: the list
 *
 * Returns: (transfer full): an import that has read nothing yet
 */
DitesImport *
dites_import_new (DitesStore *store,
                  GFile      *file)
{
  DitesImport     *self = g_object_new (DITES_TYPE_IMPORT, NULL);
  g_autofree char *base = g_file_get_basename (file);

  self->store = g_object_ref (store);
  self->file = g_object_ref (file);
  self->name = g_filename_display_name (base != NULL ? base : "");

  return self;
}

/**
 * dites_import_new_for_bytes:
 * @store: where the list shall go
 * @bytes: the list, in any encoding that a file may have
 * @name: what to call it
 *
 * Returns: (transfer full): an import that has read nothing yet
 */
DitesImport *
dites_import_new_for_bytes (DitesStore *store,
                            GBytes     *bytes,
                            const char *name)
{
  DitesImport *self = g_object_new (DITES_TYPE_IMPORT, NULL);

  self->store = g_object_ref (store);
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);

  return self;
}

/**
 * dites_import_set_kind:
 * @self: an import
 * @kind: (nullable): what the list is about; %NULL to find out by its headers
 *
 * Tells the next plan what the list is about.
 */
void
dites_import_set_kind (DitesImport     *self,
                       const DitesKind *kind)
{
  g_return_if_fail (DITES_IS_IMPORT (self));

  self->kind = kind;
  g_clear_object (&self->mapping);
}

/**
 * dites_import_set_semester:
 * @self: an import
 * @semester: (nullable): the semester of the list, as a person writes it or as
 *   an id; %NULL to find it in the list
 */
void
dites_import_set_semester (DitesImport *self,
                           const char  *semester)
{
  g_return_if_fail (DITES_IS_IMPORT (self));

  g_set_str (&self->semester, semester);
}

static void
forget_table (DitesImport *self)
{
  g_clear_pointer (&self->table, dites_list_table_unref);
  g_clear_object (&self->mapping);
}

/**
 * dites_import_set_encoding:
 * @self: an import
 * @encoding: (nullable): see #DitesListOptions; %NULL to find it
 */
void
dites_import_set_encoding (DitesImport *self,
                           const char  *encoding)
{
  g_return_if_fail (DITES_IS_IMPORT (self));

  if (g_set_str (&self->encoding, encoding))
    forget_table (self);
}

/**
 * dites_import_set_repair:
 * @self: an import
 * @repair: whether to repair text that was encoded twice
 */
void
dites_import_set_repair (DitesImport *self,
                         gboolean     repair)
{
  g_return_if_fail (DITES_IS_IMPORT (self));

  if (self->repair != repair)
    forget_table (self);
  self->repair = repair;
}

/**
 * dites_import_set_mapping:
 * @self: an import that has a plan
 * @mapping: what a person made of dites_import_get_mapping()
 *
 * Tells the next plan what the columns are. It remembers that for lists with
 * the same header, in the folder of the store.
 */
void
dites_import_set_mapping (DitesImport      *self,
                          DitesListMapping *mapping)
{
  g_return_if_fail (DITES_IS_IMPORT (self));
  g_return_if_fail (DITES_IS_LIST_MAPPING (mapping));

  g_set_object (&self->mapping, mapping);
  self->keep = TRUE;
}

/**
 * dites_import_reset_mapping:
 * @self: an import
 *
 * Has the next plan find out by itself what the columns are, and forget what
 * was decided on lists with the same header.
 */
void
dites_import_reset_mapping (DitesImport *self)
{
  g_return_if_fail (DITES_IS_IMPORT (self));

  g_clear_object (&self->mapping);
  self->keep = FALSE;
  self->forget = TRUE;
}

/**
 * dites_import_reread:
 * @self: an import
 *
 * Has the next plan read the file anew. What a person answered on the earlier
 * plan stays if the file is still the same.
 */
void
dites_import_reread (DitesImport *self)
{
  g_return_if_fail (DITES_IS_IMPORT (self));

  forget_table (self);
}

/**
 * dites_import_get_file:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): the file, or %NULL if the list was pasted
 */
GFile *
dites_import_get_file (DitesImport *self)
{
  g_return_val_if_fail (DITES_IS_IMPORT (self), NULL);

  return self->file;
}

/**
 * dites_import_get_name:
 * @self: an import
 *
 * Returns: what the list is called: the name of the file, as people read it
 */
const char *
dites_import_get_name (DitesImport *self)
{
  g_return_val_if_fail (DITES_IS_IMPORT (self), NULL);

  return self->name;
}

/**
 * dites_import_get_warning:
 * @self: an import
 *
 * Returns: (nullable): what went wrong when the plan was made without hindering it
 */
const char *
dites_import_get_warning (DitesImport *self)
{
  g_return_val_if_fail (DITES_IS_IMPORT (self), NULL);

  return self->warning;
}

/**
 * dites_import_title_of:
 * @id: the id of a document
 * @import: an import that has a plan
 *
 * A #DitesTitleFunc: knows what documents of the list refer to.
 *
 * Returns: (transfer full) (nullable): the title of the document
 */
char *
dites_import_title_of (const char *id,
                       gpointer    import)
{
  DitesImport *self = import;

  g_return_val_if_fail (DITES_IS_IMPORT (self), NULL);

  return self->titles != NULL ? g_strdup (g_hash_table_lookup (self->titles, id)) : NULL;
}

/**
 * dites_import_get_table:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): the list as a table, once there is a plan
 */
DitesListTable *
dites_import_get_table (DitesImport *self)
{
  g_return_val_if_fail (DITES_IS_IMPORT (self), NULL);

  return self->table;
}

/**
 * dites_import_get_mapping:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): what each column became, once there is a plan
 */
DitesListMapping *
dites_import_get_mapping (DitesImport *self)
{
  g_return_val_if_fail (DITES_IS_IMPORT (self), NULL);

  return self->mapping;
}

/**
 * dites_import_get_plan:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): the plan, once it is made
 */
DitesPlan *
dites_import_get_plan (DitesImport *self)
{
  g_return_val_if_fail (DITES_IS_IMPORT (self), NULL);

  return self->plan;
}

static void
planned_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  DitesImport     *self = g_task_get_source_object (answer);
  DitesImportWork *work = g_task_get_task_data (G_TASK (result));
  GError          *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (answer, error);
      return;
    }

  if (self->plan != NULL && self->fingerprint == work->fingerprint)
    dites_plan_carry_over (work->plan, self->plan);
  self->fingerprint = work->fingerprint;
  g_set_str (&self->warning, work->warning != NULL ? work->warning->message : NULL);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  self->titles = g_steal_pointer (&work->titles);
  self->keep &= !work->keep;
  self->forget &= !work->forget;

  g_clear_pointer (&self->table, dites_list_table_unref);
  self->table = dites_list_table_ref (work->table);
  g_set_object (&self->mapping, work->mapping);
  g_set_object (&self->plan, work->plan);
  self->sequence = work->sequence;

  g_task_return_pointer (answer, g_object_ref (self->plan), g_object_unref);
}

/**
 * dites_import_plan_async:
 * @self: an import
 * @progress: (nullable): told from 0 to 1 how far it is, on the caller's main context
 * @progress_data: for @progress; it must stay until @callback is called
 * @cancellable: (nullable): a cancellable
 * @callback: what is called at the end
 * @user_data: for @callback
 *
 * Reads the list and makes its plan against the store as it is now. Nothing is
 * written but the memory of columns. Can be called again after the mapping or an
 * option changed, or after a conflict: what a person answered on the earlier plan
 * is carried over.
 */
void
dites_import_plan_async (DitesImport        *self,
                         DitesImportProgress progress,
                         gpointer            progress_data,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) answer = NULL;
  g_autoptr (GTask) task = NULL;
  DitesImportWork *work;
  GError          *error = NULL;

  g_return_if_fail (DITES_IS_IMPORT (self));

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_import_plan_async);

  work = g_new0 (DitesImportWork, 1);
  work->progress = progress;
  work->progress_data = progress_data;
  work->context = g_main_context_ref_thread_default ();
  work->file = self->file != NULL ? g_object_ref (self->file) : NULL;
  work->bytes = self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL;
  work->name = g_strdup (self->name);
  work->directory = dites_store_dup_directory (self->store);
  work->keep = self->keep;
  work->forget = self->forget;
  work->fingerprint = self->fingerprint;
  work->kind = self->kind;
  work->semester = g_strdup (self->semester);
  work->encoding = g_strdup (self->encoding);
  work->repair = self->repair;
  work->table = self->table != NULL ? dites_list_table_ref (self->table) : NULL;
  work->mapping = self->mapping != NULL ? dites_list_mapping_copy (self->mapping) : NULL;
  work->reader = dites_store_new_reader (self->store, &error);
  if (work->reader == NULL)
    {
      dites_import_work_free (work);
      g_task_return_error (answer, error);
      return;
    }

  task = g_task_new (NULL, cancellable, planned_cb, g_steal_pointer (&answer));
  g_task_set_source_tag (task, dites_import_work_run);
  g_task_set_task_data (task, work, (GDestroyNotify) dites_import_work_free);
  g_task_run_in_thread (task, dites_import_work_run);
}

/**
 * dites_import_plan_finish:
 * @self: an import
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the plan; or %NULL with @error set, to
 *   %DITES_ERROR_NOT_A_LIST if the file is something else
 */
DitesPlan *
dites_import_plan_finish (DitesImport  *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
