/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-job.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"
#include "dites-export-csv.h"
#include "dites-export-vcard.h"

typedef struct
{
  DitesReader     *reader;
  const DitesKind *kind;
  char           **ids;
  DitesListFormat  format;
  GFile           *file;    /* (nullable) */
  GPtrArray       *damaged; /* of char *: titles */
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_pointer (&export->reader, dites_reader_free);
  g_strfreev (export->ids);
  g_clear_object (&export->file);
  g_ptr_array_unref (export->damaged);
  g_free (export);
}

static void
append_document (Export *export,
                 GString       *out,
                 DitesDocument *document)
{
  switch (export->format)
    {
    case DITES_LIST_CSV:
      dites_csv_append_document (out, export->kind, document, dites_reader_title_of, export->reader);
      break;

    case DITES_LIST_TABS:
      dites_tabs_append_document (out, export->kind, document, dites_reader_title_of, export->reader);
      break;

    case DITES_LIST_VCARD:
    default:
      dites_vcard_append_document (out, document, dites_reader_title_of, export->reader);
    }
}

static GBytes *
make_text (Export *export,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n_written = 0;

  if (export->format == DITES_LIST_CSV)
    dites_csv_append_header (out, export->kind);
  else if (export->format == DITES_LIST_TABS)
    dites_tabs_append_header (out, export->kind);

  for (gsize i = 0; export->ids[i] != NULL; i++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (DitesDocument) document = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!dites_reader_get_readable (export->reader, export->ids[i], &document, export->damaged, &local_error) &&
          !g_error_matches (local_error, DITES_ERROR, DITES_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      if (document != NULL && strcmp (dites_document_get_kind (document), export->kind->name) == 0)
        {
          append_document (export, out, document);
          n_written++;
        }
    }
  if (n_written == 0 && export->damaged->len > 0)
    {
      g_set_error_literal (error, DITES_ERROR, DITES_ERROR_DAMAGED, _("The data file is damaged"));
      return NULL;
    }
  if (!dites_reader_is_complete (export->reader, error))
    return NULL;

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/* A thread of its own. A file is there as a whole or as it was before. */
static void
run (GTask        *task,
     gpointer      source,
     gpointer      task_data,
     GCancellable *cancellable)
{
  Export *export = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) text = make_text (export, cancellable, &error);

  if (text != NULL && export->file != NULL &&
      !g_file_replace_contents (export->file, g_bytes_get_data (text, NULL), g_bytes_get_size (text), NULL, FALSE,
                                G_FILE_CREATE_PRIVATE, NULL, cancellable, &error))
    g_clear_pointer (&text, g_bytes_unref);

  if (text != NULL)
    g_task_return_pointer (task, g_steal_pointer (&text), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  GError *error = NULL;
  GBytes *text = g_task_propagate_pointer (G_TASK (result), &error);

  if (text != NULL)
    g_task_return_pointer (answer, text, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (answer, error);
}

/**
 * dites_list_export_async:
 * @store: a store
 * @kind: a kind; one with cards, if they are asked for
 * @ids: (array zero-terminated=1): documents, in the order in which they shall stand; those
 *   that are of another kind or gone are left out
 * @format: what to make of them
 * @file: (nullable): where to write it; it is replaced as a whole or not at all
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Writes a list of documents for other programs.
 */
void
dites_list_export_async (DitesStore         *store,
                         const DitesKind    *kind,
                         const char *const  *ids,
                         DitesListFormat     format,
                         GFile              *file,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) answer = NULL;
  g_autoptr (GTask) task = NULL;
  Export *export;
  GError *error = NULL;

  g_return_if_fail (DITES_IS_STORE (store));
  g_return_if_fail (kind != NULL && ids != NULL);
  g_return_if_fail (format != DITES_LIST_VCARD || dites_vcard_has_kind (kind));

  answer = g_task_new (store, cancellable, callback, user_data);
  export = g_new0 (Export, 1);
  export->kind = kind;
  export->damaged = g_ptr_array_new_with_free_func (g_free);
  export->ids = g_strdupv ((char **) ids);
  export->format = format;
  g_set_object (&export->file, file);
  g_task_set_source_tag (answer, dites_list_export_async);
  g_task_set_task_data (answer, export, export_free);
  export->reader = dites_store_new_reader (store, &error);
  if (export->reader == NULL)
    {
      g_task_return_error (answer, error);
      return;
    }

  task = g_task_new (NULL, cancellable, done_cb, g_object_ref (answer));
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, export, NULL);
  g_task_run_in_thread (task, run);
}

/**
 * dites_list_export_finish:
 * @store: the store
 * @result: what the callback got
 * @damaged: (out) (nullable) (transfer container) (element-type utf8): the titles of documents
 *   that are damaged and were left out; without it that is an error
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was written, or %NULL with @error set
 */
GBytes *
dites_list_export_finish (DitesStore   *store,
                          GAsyncResult *result,
                          GPtrArray   **damaged,
                          GError      **error)
{
  Export *export;

  g_return_val_if_fail (g_async_result_is_tagged (result, dites_list_export_async), NULL);

  export = g_task_get_task_data (G_TASK (result));
  if (damaged != NULL)
    *damaged = g_ptr_array_ref (export->damaged);
  else if (export->damaged->len > 0 && !g_task_had_error (G_TASK (result)))
    {
      /* Who cannot say that something is missing does not go on without it. */
      g_set_error_literal (error, DITES_ERROR, DITES_ERROR_DAMAGED, _("The data file is damaged"));
      return NULL;
    }

  return g_task_propagate_pointer (G_TASK (result), error);
}
