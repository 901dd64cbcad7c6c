/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-import-work.h"

#include <string.h>

#include "dites-column-memory.h"
#include "dites-list-load.h"
#include "dites-list-memory.h"

/**
 * dites_import_work_free:
 * @work: (transfer full): what a thread worked on
 */
void
dites_import_work_free (DitesImportWork *work)
{
  g_main_context_unref (work->context);
  g_clear_pointer (&work->reader, dites_reader_free);
  g_clear_pointer (&work->held, g_hash_table_unref);
  g_clear_object (&work->file);
  g_clear_pointer (&work->bytes, g_bytes_unref);
  g_free (work->name);
  g_free (work->directory);
  g_free (work->semester);
  g_free (work->encoding);
  g_clear_pointer (&work->table, dites_list_table_unref);
  g_clear_object (&work->mapping);
  g_clear_object (&work->plan);
  g_clear_pointer (&work->titles, g_hash_table_unref);
  g_clear_error (&work->warning);
  g_free (work);
}

/* Each row asks several times: of a kind of which there is nothing yet, the file need not be asked. */
static gboolean
holds_any (DitesImportWork *work,
           const char      *kind)
{
  gpointer n;

  if (!g_hash_table_lookup_extended (work->held, kind, NULL, &n))
    {
      n = GUINT_TO_POINTER (dites_reader_count (work->reader, kind, FALSE) + dites_reader_count (work->reader, kind, TRUE));
      g_hash_table_insert (work->held, g_strdup (kind), n);
    }

  return n != NULL;
}

static GPtrArray *
find_known (const char *kind,
            const char *key,
            gpointer    user_data)
{
  DitesImportWork *work = user_data;

  return holds_any (work, kind) ? dites_reader_find (work->reader, kind, key, NULL) : NULL;
}

/* What waits in the trash is not known: a list brings it back. */
static DitesDocument *
get_known (const char *id,
           gpointer    user_data)
{
  DitesImportWork *work = user_data;
  g_autofree char *kind = g_strndup (id, strcspn (id, ":"));
  g_autoptr (DitesDocument) document = NULL;

  if (holds_any (work, kind))
    document = dites_reader_get (work->reader, id, NULL);

  /* Most that are asked for are new, and are in no trash either. */
  return document != NULL && !dites_reader_is_trashed (work->reader, id) ? g_steal_pointer (&document) : NULL;
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
  DitesImportWork *work = user_data;
  GPtrArray       *documents = g_ptr_array_new_with_free_func (g_object_unref);

  dites_reader_foreach (work->reader, kind, NULL, collect, documents, NULL);

  return documents;
}

static char *
title_of_known (const char *id,
                gpointer    user_data)
{
  DitesImportWork *work = user_data;

  return dites_reader_title_of (id, work->reader);
}

static gboolean
read_table (DitesImportWork *work,
            GCancellable    *cancellable,
            GError         **error)
{
  const DitesListOptions options = {
    .encoding = work->encoding,
    .repair = work->repair,
    .is_header = dites_list_count_headers,
  };
  g_autoptr (GBytes) bytes = NULL;

  if (work->table != NULL)
    return TRUE;

  bytes = work->bytes != NULL ? g_bytes_ref (work->bytes) : dites_list_load (work->file, cancellable, error);
  if (bytes != NULL)
    {
      work->fingerprint = ((guint64) g_bytes_get_size (bytes) << 32) | g_bytes_hash (bytes);
      work->table = dites_list_table_read (bytes, &options, cancellable, error);
    }

  return work->table != NULL;
}

static void
find_mapping (DitesImportWork *work)
{
  g_autoptr (DitesListMapping) guessed = NULL;

  if (work->mapping != NULL && work->keep)
    dites_column_memory_keep (work->directory, work->mapping, &work->warning);
  if (work->mapping != NULL)
    return;

  guessed = dites_list_mapping_guess (work->table, work->kind);
  if (work->forget)
    dites_column_memory_forget (work->directory, guessed, &work->warning);
  work->mapping = dites_column_memory_recall (work->directory, work->table, guessed, work->kind != NULL);
}

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
  DitesImportWork *work = user_data;
  Step             step = { work->progress, work->progress_data, fraction };

  if (work->progress != NULL)
    g_main_context_invoke_full (work->context, G_PRIORITY_DEFAULT, tell_step, g_memdup2 (&step, sizeof step), g_free);
}

static gboolean
collect_title (DitesDocument *document,
               gpointer       user_data)
{
  DitesImportWork *work = user_data;
  const char      *id = dites_document_get_id (document);

  g_hash_table_insert (work->titles, g_strdup (id), dites_reader_title_of (id, work->reader));

  return TRUE;
}

static void
collect_titles_of (DitesImportWork *work,
                   const DitesKind *kind)
{
  const char *subject = dites_list_mapping_get_kind (work->mapping)->name;

  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      if (field->target != NULL && strcmp (field->target, subject) != 0)
        dites_reader_foreach (work->reader, field->target, NULL, collect_title, work, NULL);
    }
}

/* A plan may come to refer to any of them as decisions are made, when the store is asked no more.
 * They are few: sites, semesters, owners; people are the subject of the list. */
static void
collect_titles (DitesImportWork *work)
{
  const DitesKind *kind = dites_list_mapping_get_kind (work->mapping);

  work->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  collect_titles_of (work, kind);
  if (kind->list_companion != NULL)
    collect_titles_of (work, dites_kind_get (kind->list_companion));
}

/* Who is named no more matters only where an earlier version of the list is known. */
static void
look_for_absent (DitesImportWork  *work,
                 const DitesKnown *known)
{
  DitesDocument   *semester = dites_plan_get_semester (work->plan);
  g_autofree char *signature = dites_list_mapping_get_signature (work->mapping);
  g_autoptr (GPtrArray) earlier = NULL;

  if (semester == NULL)
    return;

  earlier = dites_list_memory_recall (work->directory, signature, dites_document_get_id (semester));
  dites_plan_look_for_absent (work->plan, earlier, known);
}

/**
 * dites_import_work_run:
 * @task: answered with whether there is a plan
 * @source: nothing
 * @task_data: a #DitesImportWork
 * @cancellable: (nullable): a cancellable
 *
 * Makes a plan: a #GTaskThreadFunc.
 */
void
dites_import_work_run (GTask        *task,
                       gpointer      source,
                       gpointer      task_data,
                       GCancellable *cancellable)
{
  DitesImportWork *work = task_data;
  DitesPlanOptions options = {
    .semester = work->semester,
    .file_name = work->name,
    .progress = tell_progress,
    .progress_data = work,
  };
  DitesKnown known = {
    .find = find_known,
    .get = get_known,
    .list = list_known,
    .title_of = title_of_known,
    .user_data = work,
  };
  GError *error = NULL;

  if (read_table (work, cancellable, &error))
    {
      work->sequence = dites_reader_get_sequence (work->reader);
      work->held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      find_mapping (work);
      work->plan = dites_plan_make (work->table, work->mapping, &options, &known, cancellable, &error);
      collect_titles (work);
      if (work->plan != NULL)
        look_for_absent (work, &known);
    }

  /* Who is there, and could not be read, would be planned as somebody new. */
  if (work->plan != NULL && !dites_reader_is_complete (work->reader, &error))
    g_clear_object (&work->plan);

  if (work->plan != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}
