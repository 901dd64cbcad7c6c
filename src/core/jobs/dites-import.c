/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-import.h"

#include <glib/gi18n.h>

#include "dites-error.h"
#include "dites-list-load.h"

/**
 * DitesImport:
 *
 * One list on its way into the store: first its plan, as often as a person
 * changes the mapping, then the writing of it. Main thread only; the work is
 * done in a thread that knows nothing of this object.
 */
struct _DitesImport
{
  GObject parent_instance;

  DitesStore       *store;
  GFile            *file;
  const DitesKind  *kind;     /* (nullable): found by the headers */
  char             *semester; /* (nullable): found in the list */
  char             *encoding; /* (nullable): found by the bytes */
  gboolean          repair;
  DitesListTable   *table;    /* (nullable): not read yet */
  DitesListMapping *mapping;  /* (nullable): not guessed yet */
  DitesPlan        *plan;     /* (nullable): not made yet */
  gint64            sequence; /* the store's, when the plan was made */
};

G_DEFINE_FINAL_TYPE (DitesImport, dites_import, G_TYPE_OBJECT)

/* What the thread works on, and what it made. */
typedef struct
{
  DitesImportProgress progress; /* (nullable) */
  gpointer            progress_data;
  GMainContext       *context; /* where progress is told */
  DitesReader        *reader;
  GFile              *file;
  const DitesKind    *kind;
  char               *semester;
  char               *encoding;
  gboolean            repair;
  DitesListTable     *table;
  DitesListMapping   *mapping;
  DitesPlan          *plan;
  gint64              sequence;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_main_context_unref (work->context);
  g_clear_pointer (&work->reader, dites_reader_free);
  g_clear_object (&work->file);
  g_free (work->semester);
  g_free (work->encoding);
  g_clear_pointer (&work->table, dites_list_table_unref);
  g_clear_object (&work->mapping);
  g_clear_object (&work->plan);
  g_free (work);
}

static void
dites_import_dispose (GObject *object)
{
  DitesImport *self = DITES_IMPORT (object);

  g_clear_object (&self->store);
  g_clear_object (&self->file);
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
  DitesImport *self = g_object_new (DITES_TYPE_IMPORT, NULL);

  self->store = g_object_ref (store);
  self->file = g_object_ref (file);

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
 */
void
dites_import_set_mapping (DitesImport      *self,
                          DitesListMapping *mapping)
{
  g_return_if_fail (DITES_IS_IMPORT (self));
  g_return_if_fail (DITES_IS_LIST_MAPPING (mapping));

  g_set_object (&self->mapping, mapping);
}

/**
 * dites_import_get_file:
 * @self: an import
 *
 * Returns: (transfer none): the list
 */
GFile *
dites_import_get_file (DitesImport *self)
{
  g_return_val_if_fail (DITES_IS_IMPORT (self), NULL);

  return self->file;
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

static GPtrArray *
find_known (const char *kind,
            const char *key,
            gpointer    user_data)
{
  return dites_reader_find (user_data, kind, key, NULL);
}

/* What waits in the trash is not known: a list brings it back. */
static DitesDocument *
get_known (const char *id,
           gpointer    user_data)
{
  return dites_reader_is_trashed (user_data, id) ? NULL : dites_reader_get (user_data, id, NULL);
}

static gboolean
collect (DitesDocument *document,
         gpointer       user_data)
{
  g_ptr_array_add (user_data, g_object_ref (document));

  return TRUE;
}

static GPtrArray *
list_known (const char *kind,
            gpointer    user_data)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func (g_object_unref);

  dites_reader_foreach (user_data, kind, NULL, collect, documents, NULL);

  return documents;
}

static gboolean
read_table (Work         *work,
            GCancellable *cancellable,
            GError      **error)
{
  const DitesListOptions options = {
    .encoding = work->encoding,
    .repair = work->repair,
    .is_header = dites_list_count_headers,
  };
  g_autoptr (GBytes) bytes = NULL;

  if (work->table != NULL)
    return TRUE;

  bytes = dites_list_load (work->file, cancellable, error);
  if (bytes != NULL)
    work->table = dites_list_table_read (bytes, &options, cancellable, error);

  return work->table != NULL;
}

/* Progress is told where the plan was asked for. */

typedef struct
{
  DitesImportProgress func;
  gpointer            data;
  double              fraction;
} Step;

static gboolean
tell_step (gpointer data)
{
  const Step *step = data;

  step->func (step->fraction, step->data);

  return G_SOURCE_REMOVE;
}

static void
tell_progress (double   fraction,
               gpointer user_data)
{
  Work *work = user_data;
  Step  step = { work->progress, work->progress_data, fraction };

  if (work->progress != NULL)
    g_main_context_invoke_full (work->context, G_PRIORITY_DEFAULT, tell_step, g_memdup2 (&step, sizeof step), g_free);
}

static void
make_plan (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  Work            *work = task_data;
  g_autofree char *file_name = g_file_get_basename (work->file);
  DitesPlanOptions options = {
    .semester = work->semester,
    .file_name = file_name,
    .progress = tell_progress,
    .progress_data = work,
  };
  DitesKnown known = {
    .find = find_known,
    .get = get_known,
    .list = list_known,
    .title_of = dites_reader_title_of,
    .user_data = work->reader,
  };
  GError *error = NULL;

  if (read_table (work, cancellable, &error))
    {
      work->sequence = dites_reader_get_sequence (work->reader);
      if (work->mapping == NULL)
        work->mapping = dites_list_mapping_guess (work->table, work->kind);
      work->plan = dites_plan_make (work->table, work->mapping, &options, &known, cancellable, &error);
    }

  if (work->plan != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
planned_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  DitesImport *self = g_task_get_source_object (answer);
  Work        *work = g_task_get_task_data (G_TASK (result));
  GError      *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (answer, error);
      return;
    }

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
 * written. Can be called again after the mapping or an option changed.
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
  Work   *work;
  GError *error = NULL;

  g_return_if_fail (DITES_IS_IMPORT (self));

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_import_plan_async);

  work = g_new0 (Work, 1);
  work->progress = progress;
  work->progress_data = progress_data;
  work->context = g_main_context_ref_thread_default ();
  work->file = g_object_ref (self->file);
  work->kind = self->kind;
  work->semester = g_strdup (self->semester);
  work->encoding = g_strdup (self->encoding);
  work->repair = self->repair;
  work->table = self->table != NULL ? dites_list_table_ref (self->table) : NULL;
  work->mapping = self->mapping != NULL ? dites_list_mapping_copy (self->mapping) : NULL;
  work->reader = dites_store_new_reader (self->store, &error);
  if (work->reader == NULL)
    {
      work_free (work);
      g_task_return_error (answer, error);
      return;
    }

  task = g_task_new (NULL, cancellable, planned_cb, g_steal_pointer (&answer));
  g_task_set_source_tag (task, make_plan);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, make_plan);
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

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  GError *error = NULL;

  if (dites_store_write_finish (DITES_STORE (object), result, &error))
    g_task_return_boolean (answer, TRUE);
  else
    g_task_return_error (answer, error);
}

/* What was planned against another state of the store would not come true. */
static gboolean
is_current (DitesImport *self,
            GError     **error)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (self->store, error);

  if (reader == NULL)
    return FALSE;
  if (dites_reader_get_sequence (reader) == self->sequence)
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

  if (!is_current (self, &error))
    {
      g_task_return_error (answer, error);
      return;
    }

  changes = dites_plan_get_changes (self->plan);
  if (dites_change_set_get_n (changes) == 0)
    {
      g_task_return_boolean (answer, TRUE);
      return;
    }

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
