/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-load-job.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-change-name.h"
#include "dites-error.h"
#include "dites-load-document.h"

/* Loads documents from outside in three steps, each off the main loop: the
 * photos they name as files go into the store; the documents are read, checked
 * and named; those that are right are written as one change set. */

typedef struct
{
  char           *kind; /* (nullable): of documents that do not say it */
  GBytes         *text;
  char           *photo_directory; /* (nullable): where files lie that a photo names */
  GPtrArray      *files;           /* of char *: those files, each once */
  guint           next_file;       /* the first that is not in the store yet */
  GHashTable     *photos;          /* char * → DitesPhoto *: what became of them */
  GHashTable     *reasons;         /* char * → char *: why nothing did of the others */
  DitesReader    *reader;          /* (nullable) */
  DitesChangeSet *changes;         /* (nullable) */
  GPtrArray      *loaded;          /* of DitesDocument */
  guint           n_objects;       /* how many there are in the text */
  GPtrArray      *refusals;        /* of DitesLoadRefusal */
} Load;

/**
 * dites_load_refusal_free:
 * @refusal: (transfer full): why a document was refused
 *
 * Frees it.
 */
void
dites_load_refusal_free (DitesLoadRefusal *refusal)
{
  g_free (refusal->message);
  g_free (refusal);
}

static void
load_free (gpointer data)
{
  Load *load = data;

  g_free (load->kind);
  g_bytes_unref (load->text);
  g_free (load->photo_directory);
  g_ptr_array_unref (load->files);
  g_hash_table_unref (load->photos);
  g_hash_table_unref (load->reasons);
  g_clear_pointer (&load->reader, dites_reader_free);
  g_clear_object (&load->changes);
  g_clear_pointer (&load->loaded, g_ptr_array_unref);
  g_clear_pointer (&load->refusals, g_ptr_array_unref);
  g_free (load);
}

typedef void (*ObjectFunc) (Load     *load,
                            guint     position,
                            DitesJson object,
                            GError   *error);

/* A text is one object, an array of them, or one a line. */
static void
foreach_object (Load      *load,
                ObjectFunc func)
{
  gsize       length;
  const char *text = g_bytes_get_data (load->text, &length);
  const char *end = text + length;
  guint       position = 0;

  if (dites_json_check (text, length, NULL))
    {
      DitesJson     whole = dites_json_of (text, length);
      DitesJsonIter iter;
      DitesJson     element;

      if (dites_json_get_type (whole) != DITES_JSON_ARRAY)
        {
          func (load, 1, whole, NULL);
          return;
        }
      dites_json_iter_init (&iter, whole);
      while (dites_json_iter_next (&iter, NULL, &element))
        func (load, ++position, element, NULL);
      return;
    }

  while (text < end)
    {
      const char      *stop = memchr (text, '\n', end - text);
      gsize            line = (stop != NULL ? stop : end) - text;
      g_autofree char *trimmed = g_strstrip (g_strndup (text, line));
      DitesJson        object = { trimmed, strlen (trimmed) };

      if (*trimmed != '\0')
        {
          g_autoptr (GError) error = NULL;

          position++;
          dites_json_check (trimmed, -1, &error);
          func (load, position, object, error);
        }
      text += line + 1;
    }
}

static void
refuse (Load       *load,
        guint       position,
        const char *message)
{
  DitesLoadRefusal *refusal = g_new (DitesLoadRefusal, 1);

  refusal->position = position;
  refusal->message = g_strdup (message);
  g_ptr_array_add (load->refusals, refusal);
}

/* First step: which files are named as photos. */

static void
find_files (Load     *load,
            guint     position,
            DitesJson object,
            GError   *error)
{
  g_autoptr (DitesDocument) document = NULL;
  g_autoptr (GPtrArray) photos = NULL;

  load->n_objects++;
  if (error != NULL || dites_json_get_type (object) != DITES_JSON_OBJECT)
    return;

  document = dites_document_new_from_checked (object.text, object.length);
  for (gsize i = 0; i < dites_document_get_n_members (document); i++)
    {
      g_autofree char *member = NULL;
      DitesJson        name;

      dites_document_get_member_at (document, i, &name, NULL);
      member = dites_json_dup_string (name);
      g_clear_pointer (&photos, g_ptr_array_unref);
      photos = dites_document_get_items (document, member);
      for (guint j = 0; j < photos->len; j++)
        {
          char *file = dites_document_dup_string (photos->pdata[j], "file");

          if (file != NULL && !g_ptr_array_find_with_equal_func (load->files, file, g_str_equal, NULL))
            g_ptr_array_add (load->files, file);
          else
            g_free (file);
        }
    }
}

/* Second step: documents that can be written. */

static void
take_document (Load     *load,
               guint     position,
               DitesJson object,
               GError   *json_error)
{
  g_autoptr (DitesDocument) given = NULL;
  g_autoptr (DitesDocument) document = NULL;
  g_autoptr (DitesDocument) known = NULL;
  g_autoptr (GError) error = NULL;

  if (json_error != NULL)
    {
      refuse (load, position, json_error->message);
      return;
    }
  if (dites_json_get_type (object) != DITES_JSON_OBJECT)
    {
      refuse (load, position, _("A document is a JSON object"));
      return;
    }

  given = dites_document_new_from_checked (object.text, object.length);
  document = dites_load_document (given, load->kind, load->photos, load->reasons, &error);
  if (document == NULL)
    {
      refuse (load, position, error->message);
      return;
    }

  known = dites_reader_get (load->reader, dites_document_get_id (document), NULL);
  if (known != NULL && !dites_reader_is_trashed (load->reader, dites_document_get_id (document)))
    {
      g_autofree char *title = dites_reader_title_of (dites_document_get_id (document), load->reader);
      g_autofree char *message = g_strdup_printf (_("“%s” is already there"), title);

      refuse (load, position, message);
      return;
    }

  dites_change_set_put (load->changes, known, document);
  g_ptr_array_add (load->loaded, g_object_ref (document));
}

static void
read_documents (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Load            *load = task_data;
  g_autofree char *name = NULL;
  GError          *error = NULL;

  name = dites_change_name_make (DITES_ACTION_LOAD, NULL, 0, NULL, NULL);
  load->changes = dites_change_set_new (name);
  foreach_object (load, take_document);
  /* One that is there already, and could not be read, would be taken for a new one. */
  if (dites_reader_is_complete (load->reader, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Third step, and how the steps follow each other. */

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Load   *load = g_task_get_task_data (task);
  GError *error = NULL;

  if (dites_store_write_finish (DITES_STORE (object), result, &error))
    g_task_return_pointer (task, g_ptr_array_ref (load->loaded), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Load   *load = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (load->loaded->len == 0)
    {
      g_task_return_pointer (task, g_ptr_array_ref (load->loaded), (GDestroyNotify) g_ptr_array_unref);
      return;
    }

  dites_store_write_async (g_task_get_source_object (task), load->changes,
                           g_task_get_cancellable (task), written_cb, g_object_ref (task));
}

static void photo_added_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data);
static void next_photo (GTask *task);

static void
start_reading (GTask *task)
{
  Load *load = g_task_get_task_data (task);
  g_autoptr (GTask) step = NULL;
  GError *error = NULL;

  load->reader = dites_store_new_reader (g_task_get_source_object (task), &error);
  if (load->reader == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  step = g_task_new (NULL, g_task_get_cancellable (task), read_cb, g_object_ref (task));
  g_task_set_source_tag (step, start_reading);
  g_task_set_task_data (step, load, NULL);
  g_task_run_in_thread (step, read_documents);
}

static void
go_on_without (GTask  *task,
               GError *reason)
{
  Load *load = g_task_get_task_data (task);

  g_hash_table_insert (load->reasons, g_strdup (load->files->pdata[load->next_file]), g_strdup (reason->message));
}

static void
file_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (object), result, NULL, &error);

  /* A photo that cannot be read refuses the document that names it, and nothing else. */
  if (bytes == NULL)
    {
      go_on_without (task, error);
      next_photo (task);
      return;
    }

  dites_store_add_photo_async (g_task_get_source_object (task), bytes, g_task_get_cancellable (task),
                               photo_added_cb, g_object_ref (task));
}

static void
take_photo (GTask *task)
{
  Load            *load = g_task_get_task_data (task);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  if (load->next_file == load->files->len)
    {
      start_reading (task);
      return;
    }

  path = g_build_filename (load->photo_directory != NULL ? load->photo_directory : ".",
                           load->files->pdata[load->next_file], NULL);
  file = g_file_new_for_path (path);
  g_file_load_bytes_async (file, g_task_get_cancellable (task), file_read_cb, g_object_ref (task));
}

static void
photo_added_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Load *load = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  DitesPhoto *photo = dites_store_add_photo_finish (DITES_STORE (object), result, &error);

  if (photo != NULL)
    g_hash_table_insert (load->photos, g_strdup (load->files->pdata[load->next_file]), photo);
  else if (g_error_matches (error, DITES_ERROR, DITES_ERROR_INVALID))
    go_on_without (task, error);
  else
    {
      /* The disk is full, or the like: that is no fault of the photo. */
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  next_photo (task);
}

static void
next_photo (GTask *task)
{
  Load *load = g_task_get_task_data (task);

  load->next_file++;
  take_photo (task);
}

/**
 * dites_load_async:
 * @store: a store
 * @kind: (nullable): the kind of documents that do not say it
 * @text: JSON from outside: one document, an array of them, or one a line
 * @photo_directory: (nullable): where the files lie that photos name as "file"
 * @cancellable: (nullable): a cancellable
 * @callback: what is called at the end
 * @user_data: for @callback
 *
 * Adds documents to the store, as one change set. A document that is not right,
 * or is there already, is refused with a reason, and the others are added. One
 * without an id gets the one that its identity gives it.
 */
void
dites_load_async (DitesStore         *store,
                  const char         *kind,
                  GBytes             *text,
                  const char         *photo_directory,
                  GCancellable       *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);

  load->kind = g_strdup (kind);
  load->text = g_bytes_ref (text);
  load->photo_directory = g_strdup (photo_directory);
  load->files = g_ptr_array_new_with_free_func (g_free);
  load->photos = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) dites_photo_free);
  load->reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  load->loaded = g_ptr_array_new_with_free_func (g_object_unref);
  load->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_load_refusal_free);

  g_task_set_source_tag (task, dites_load_async);
  g_task_set_task_data (task, load, load_free);

  if (!g_utf8_validate_len (g_bytes_get_data (text, NULL), g_bytes_get_size (text), NULL))
    {
      g_task_return_new_error_literal (task, DITES_ERROR, DITES_ERROR_INVALID, _("This is not text in UTF-8"));
      return;
    }
  foreach_object (load, find_files);
  if (load->n_objects == 0)
    {
      g_task_return_new_error_literal (task, DITES_ERROR, DITES_ERROR_INVALID, _("There is no document in it"));
      return;
    }
  take_photo (task);
}

/**
 * dites_load_finish:
 * @store: the store
 * @result: the result
 * @refusals: (out) (transfer container) (element-type DitesLoadRefusal): what was refused
 * @error: return location for an error
 *
 * Returns: (transfer container) (element-type DitesDocument) (nullable): what
 *   was added, or %NULL if nothing could be written
 */
GPtrArray *
dites_load_finish (DitesStore   *store,
                   GAsyncResult *result,
                   GPtrArray   **refusals,
                   GError      **error)
{
  Load *load;

  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  load = g_task_get_task_data (G_TASK (result));
  *refusals = g_ptr_array_ref (load->refusals);

  return g_task_propagate_pointer (G_TASK (result), error);
}
