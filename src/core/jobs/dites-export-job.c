/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-export-job.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"
#include "dites-language.h"
#include "dites-tenancy.h"

/* The mission's own document: there is one. */
#define MISSION "mission:mission"

typedef struct
{
  DitesReader        *reader;
  char               *path;
  char              **ids; /* (nullable) */
  DitesDay            available_on;
  gboolean            compact;
  char               *title;    /* (nullable) */
  char               *language; /* (nullable) */
  DitesExportProgress progress; /* (nullable) */
  gpointer            progress_data;
  GMainContext       *context;  /* where progress is told */
  GPtrArray          *housings; /* of DitesDocument */
  GPtrArray          *refusals; /* of char *: sentences */
  guint               n_damaged;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_pointer (&export->reader, dites_reader_free);
  g_free (export->path);
  g_strfreev (export->ids);
  g_free (export->title);
  g_free (export->language);
  g_main_context_unref (export->context);
  g_ptr_array_unref (export->housings);
  g_ptr_array_unref (export->refusals);
  g_free (export);
}

/* Progress is told where the export was asked for. */

typedef struct
{
  DitesExportProgress func;
  gpointer            data;
  guint               done;
  guint               total;
} Step;

static gboolean
tell_step (gpointer data)
{
  const Step *step = data;

  step->func (step->done, step->total, step->data);

  return G_SOURCE_REMOVE;
}

static void
progress_cb (guint    done,
             guint    total,
             gpointer user_data)
{
  Export *export = user_data;
  Step step = { export->progress, export->progress_data, done, total };

  if (export->progress != NULL)
    g_main_context_invoke_full (export->context, G_PRIORITY_DEFAULT, tell_step, g_memdup2 (&step, sizeof step), g_free);
}

/* A home is free while one of its units is; a tenancy without a unit takes all of it. */
static gboolean
is_free (Export *export,
         DitesDocument *housing)
{
  DitesDay from = dites_document_get_day (housing, "available_from");
  DitesDay to = dites_document_get_day (housing, "available_to");
  g_autoptr (GPtrArray) units = dites_document_get_items (housing, "units");
  g_autoptr (GPtrArray) tenancies = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if ((from != DITES_DAY_NONE && from > export->available_on) || (to != DITES_DAY_NONE && to < export->available_on))
    return FALSE;

  tenancies = dites_reader_refer_to (export->reader, "tenancy", "housing", dites_document_get_id (housing), NULL);
  for (guint i = 0; tenancies != NULL && i < tenancies->len; i++)
    {
      char *unit;

      if (!dites_tenancy_covers (tenancies->pdata[i], export->available_on))
        continue;
      unit = dites_document_dup_string (tenancies->pdata[i], "unit");
      if (unit == NULL)
        return FALSE;
      g_hash_table_add (taken, unit);
    }

  return g_hash_table_size (taken) < MAX (units->len, 1);
}

/* The law forbids to publish some homes; they are named, and left out. */
static gboolean
may_be_published (Export *export,
                  DitesDocument *housing)
{
  const DitesKind *kind = dites_kind_get ("housing");
  g_autoptr (GPtrArray) problems = dites_kind_check (kind, housing);

  for (guint i = 0; i < problems->len; i++)
    {
      const DitesProblem *problem = problems->pdata[i];

      if (problem->severity == DITES_SEVERITY_BLOCKS)
        {
          g_autofree char *title = dites_reader_title_of (dites_document_get_id (housing), export->reader);

          /* Translators: the name of a home, and why it cannot be exported. */
          g_ptr_array_add (export->refusals, g_strdup_printf (_("%s: %s"), title, problem->message));
          return FALSE;
        }
    }

  return TRUE;
}

static void
take (Export *export,
      DitesDocument *housing)
{
  if (export->available_on != DITES_DAY_NONE && !is_free (export, housing))
    return;
  if (may_be_published (export, housing))
    g_ptr_array_add (export->housings, g_object_ref (housing));
}

static gboolean
take_published (DitesDocument *housing,
                gpointer       user_data)
{
  g_autofree char *state = dites_document_dup_string (housing, "state");

  if (g_strcmp0 (state, "published") == 0)
    take (user_data, housing);

  return TRUE;
}

static void
refuse_damaged (Export *export,
                GPtrArray *titles)
{
  for (guint i = 0; i < titles->len; i++)
    g_ptr_array_add (export->refusals, g_strdup_printf (_("%s: %s"), (const char *) titles->pdata[i], _("This document is damaged and cannot be read")));
  export->n_damaged = titles->len;
}

static gboolean
collect (Export *export,
         GError **error)
{
  g_autoptr (GPtrArray) damaged = g_ptr_array_new_with_free_func (g_free);

  if (export->ids == NULL)
    {
      if (!dites_reader_foreach_readable (export->reader, "housing", NULL, take_published, export, damaged, error))
        return FALSE;
    }

  for (gsize i = 0; export->ids != NULL && export->ids[i] != NULL; i++)
    {
      g_autoptr (DitesDocument) housing = NULL;

      if (!dites_reader_get_readable (export->reader, export->ids[i], &housing, damaged, error))
        return FALSE;
      if (housing == NULL)
        continue;
      if (strcmp (dites_document_get_kind (housing), "housing") != 0)
        {
          g_set_error (error, DITES_ERROR, DITES_ERROR_INVALID, _("“%s” is not a home"), export->ids[i]);
          return FALSE;
        }
      take (export, housing);
    }
  refuse_damaged (export, damaged);

  return dites_reader_is_complete (export->reader, error);
}

static gboolean
has_homes (Export *export,
           GError **error)
{
  if (export->housings->len == 0 && export->n_damaged > 0 && export->n_damaged == export->refusals->len)
    {
      g_set_error_literal (error, DITES_ERROR, DITES_ERROR_DAMAGED, _("The data file is damaged"));
      return FALSE;
    }
  if (export->housings->len == 0)
    {
      g_set_error_literal (error, DITES_ERROR, DITES_ERROR_NOT_FOUND,
                           export->refusals->len > 0 ? _("None of these homes may be published")
                                                     : _("There is no home to export"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_complete (gpointer reader,
             GError **error)
{
  return dites_reader_is_complete (reader, error);
}

static void
draw (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  Export *export = task_data;
  g_autoptr (DitesDocument) mission = NULL;
  DitesExportSource  from = { dites_reader_photo_of, dites_reader_title_of, export->reader, is_complete };
  DitesExportOptions options = {
    .available_on = export->available_on,
    .date = DITES_DAY_NONE,
    .compact = export->compact,
    .title = export->title,
  };
  DitesLanguage language;
  GError       *error = NULL;
  gboolean      drawn;

  mission = dites_reader_get (export->reader, MISSION, NULL);
  options.mission = mission;

  /* Why a home is left out is said in the interface's language. */
  if (!collect (export, &error) || !has_homes (export, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  dites_language_begin (&language, export->language);
  drawn = dites_export_housing (export->path, export->housings, &from, &options, progress_cb, export, cancellable, &error);
  dites_language_end (&language);

  if (drawn)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The thread holds nothing of the store, whose last reference must not go there. */
static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (answer, TRUE);
  else
    g_task_return_error (answer, error);
}

static void
count (GTask        *task,
       gpointer      source,
       gpointer      task_data,
       GCancellable *cancellable)
{
  GError *error = NULL;

  if (collect (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static Export *
export_new (const DitesOfferExport *what)
{
  Export *export = g_new0 (Export, 1);

  export->path = g_strdup (what->path);
  export->ids = g_strdupv ((char **) what->ids);
  export->available_on = what->available_on;
  export->compact = what->compact;
  export->title = g_strdup (what->title);
  export->language = g_strdup (what->language);
  export->context = g_main_context_ref_thread_default ();
  export->housings = g_ptr_array_new_with_free_func (g_object_unref);
  export->refusals = g_ptr_array_new_with_free_func (g_free);

  return export;
}

/* Runs @func with a reader of its own; @export is taken. */
static void
start (DitesStore *store,
       Export *export,
       GTaskThreadFunc     func,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  g_autoptr (GTask) answer = g_task_new (store, cancellable, callback, user_data);
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;

  g_task_set_source_tag (answer, start);
  g_task_set_task_data (answer, export, export_free);

  export->reader = dites_store_new_reader (store, &error);
  if (export->reader == NULL)
    {
      g_task_return_error (answer, error);
      return;
    }

  task = g_task_new (NULL, cancellable, drawn_cb, g_object_ref (answer));
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, export, NULL);
  g_task_run_in_thread (task, func);
}

static gboolean
finish (DitesStore   *store,
        GAsyncResult *result,
        guint        *n_homes,
        GPtrArray   **refusals,
        GError      **error)
{
  Export *export = g_task_get_task_data (G_TASK (result));

  *n_homes = export->housings->len;
  *refusals = g_ptr_array_ref (export->refusals);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * dites_export_offers_async:
 * @store: a store
 * @what: which homes, and where to; copied
 * @progress: (nullable) (scope async): told how far it is, on the caller's main context
 * @progress_data: for @progress; it must stay until @callback is called
 * @cancellable: (nullable): a cancellable
 * @callback: what is called at the end
 * @user_data: for @callback
 *
 * Draws the sheets of homes into a PDF. A home that the law forbids to publish, or
 * that is damaged, is left out and named. If it fails or is cancelled, nothing is left at
 * the path, and a file that was there stays.
 */
void
dites_export_offers_async (DitesStore             *store,
                           const DitesOfferExport *what,
                           DitesExportProgress     progress,
                           gpointer                progress_data,
                           GCancellable           *cancellable,
                           GAsyncReadyCallback     callback,
                           gpointer                user_data)
{
  Export *export = export_new (what);

  export->progress = progress;
  export->progress_data = progress_data;
  start (store, export, draw, cancellable, callback, user_data);
}

/**
 * dites_export_offers_finish:
 * @store: the store
 * @result: the result
 * @n_exported: (out): how many homes the PDF holds
 * @refusals: (out) (transfer container) (element-type utf8): a sentence for each that was left out
 * @error: return location for an error
 *
 * Returns: whether the PDF is there
 */
gboolean
dites_export_offers_finish (DitesStore   *store,
                            GAsyncResult *result,
                            guint        *n_exported,
                            GPtrArray   **refusals,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return finish (store, result, n_exported, refusals, error);
}

/**
 * dites_export_count_async:
 * @store: a store
 * @what: which homes; copied
 * @cancellable: (nullable): a cancellable
 * @callback: what is called at the end
 * @user_data: for @callback
 *
 * Works out which homes dites_export_offers_async() would draw, and draws none.
 */
void
dites_export_count_async (DitesStore             *store,
                          const DitesOfferExport *what,
                          GCancellable           *cancellable,
                          GAsyncReadyCallback     callback,
                          gpointer                user_data)
{
  start (store, export_new (what), count, cancellable, callback, user_data);
}

/**
 * dites_export_count_finish:
 * @store: the store
 * @result: the result
 * @n_homes: (out): how many homes the PDF would hold, which may be none
 * @refusals: (out) (transfer container) (element-type utf8): a sentence for each that would be left out
 * @error: return location for an error
 *
 * Returns: whether the homes could be read
 */
gboolean
dites_export_count_finish (DitesStore   *store,
                           GAsyncResult *result,
                           guint        *n_homes,
                           GPtrArray   **refusals,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return finish (store, result, n_homes, refusals, error);
}
