/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-photo-adding.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"

/* From files to photos of the store. Each that cannot be one is said in
 * a sentence, and the others are added. Main thread only. */

/* What the store takes at most; more is not even read. */
#define MAX_BYTES (64 * 1024 * 1024)

typedef struct
{
  GListModel *files; /* (nullable) */
  guint       next;
  GPtrArray  *added;    /* of DitesDocument: a photo as a document names it */
  GPtrArray  *refusals; /* of char * */
} Adding;

static void read_next (GTask *task);

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_clear_object (&adding->files);
  g_ptr_array_unref (adding->added);
  g_ptr_array_unref (adding->refusals);
  g_free (adding);
}

static gboolean
is_heif (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);

  return g_str_has_suffix (lower, ".heic") || g_str_has_suffix (lower, ".heif");
}

static void
refuse (Adding       *adding,
        const GError *error)
{
  g_autoptr (GFile) file = adding->files != NULL ? g_list_model_get_item (adding->files, adding->next) : NULL;
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;
  const char      *reason = error->message;

  if (name != NULL && is_heif (name))
    reason = _("pictures of this kind cannot be read on this computer; as JPEG they can");
  if (name == NULL)
    g_ptr_array_add (adding->refusals, g_strdup (reason));
  else
    /* Translators: the name of a file, and why it cannot be added. */
    g_ptr_array_add (adding->refusals, g_strdup_printf (_("“%s”: %s"), name, reason));
}

static DitesDocument *
to_document (const DitesPhoto *photo)
{
  g_autofree char *json = g_strdup_printf ("{\"sha256\":\"%s\",\"type\":\"%s\",\"length\":%" G_GSIZE_FORMAT ",\"width\":%d,\"height\":%d,\"alt\":\"\"}",
                                           photo->sha256, photo->type, photo->length, photo->width, photo->height);

  return dites_document_new_from_checked (json, strlen (json));
}

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Adding *adding = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesPhoto) photo = dites_store_add_photo_finish (DITES_STORE (object), result, &error);

  if (photo != NULL)
    g_ptr_array_add (adding->added, to_document (photo));
  else
    refuse (adding, error);
  adding->next++;
  read_next (task);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Adding *adding = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (object), result, NULL, &error);

  if (bytes != NULL)
    {
      dites_store_add_photo_async (g_task_get_source_object (task), bytes, g_task_get_cancellable (task), stored_cb, g_object_ref (task));
      return;
    }

  refuse (adding, error);
  adding->next++;
  read_next (task);
}

static void
looked_at_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Adding *adding = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (object), result, &error);

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (&error, DITES_ERROR, DITES_ERROR_INVALID, _("This is a folder; its pictures can be added"));
  else if (info != NULL && g_file_info_get_size (info) > MAX_BYTES)
    g_set_error_literal (&error, DITES_ERROR, DITES_ERROR_INVALID, _("This picture is too large"));

  if (error == NULL)
    {
      g_file_load_bytes_async (G_FILE (object), g_task_get_cancellable (task), loaded_cb, g_object_ref (task));
      return;
    }

  refuse (adding, error);
  adding->next++;
  read_next (task);
}

/* One after the other: each may take hundreds of megabytes while it is decoded. */
static void
read_next (GTask *task)
{
  Adding *adding = g_task_get_task_data (task);
  g_autoptr (GFile) file = adding->files != NULL ? g_list_model_get_item (adding->files, adding->next) : NULL;

  if (file == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT,
                             g_task_get_cancellable (task), looked_at_cb, g_object_ref (task));
}

/**
 * dites_photo_adding_async:
 * @store: where photos go
 * @files: (nullable): a list of #GFile
 * @bytes: (nullable): one picture file, instead of @files
 * @cancellable: (nullable): a cancellable
 * @callback: called when all are added or refused
 * @user_data: for @callback
 *
 * Stores pictures.
 */
void
dites_photo_adding_async (DitesStore         *store,
                          GListModel         *files,
                          GBytes             *bytes,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Adding *adding = g_new0 (Adding, 1);

  g_set_object (&adding->files, files);
  adding->added = g_ptr_array_new_with_free_func (g_object_unref);
  adding->refusals = g_ptr_array_new_with_free_func (g_free);
  g_task_set_source_tag (task, dites_photo_adding_async);
  g_task_set_task_data (task, adding, adding_free);
  g_task_set_check_cancellable (task, FALSE);

  if (bytes != NULL)
    dites_store_add_photo_async (store, bytes, cancellable, stored_cb, g_object_ref (task));
  else
    read_next (task);
}

/**
 * dites_photo_adding_finish:
 * @result: the result
 * @refusals: (out) (transfer container) (element-type utf8): a sentence for each that was not added
 *
 * Returns: (transfer container) (element-type DitesDocument): the photos, as a document names them
 */
GPtrArray *
dites_photo_adding_finish (GAsyncResult *result,
                           GPtrArray   **refusals)
{
  Adding *adding = g_task_get_task_data (G_TASK (result));

  *refusals = g_ptr_array_ref (adding->refusals);

  return g_ptr_array_ref (adding->added);
}

static gboolean
has (GPtrArray     *photos,
     DitesDocument *photo)
{
  g_autofree char *sha256 = dites_document_dup_string (photo, "sha256");

  for (guint i = 0; i < photos->len; i++)
    {
      g_autofree char *other = dites_document_dup_string (photos->pdata[i], "sha256");

      if (g_strcmp0 (sha256, other) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * dites_photo_adding_merge:
 * @photos: (element-type DitesDocument): the photos that there are
 * @added: (element-type DitesDocument): what comes to them
 * @most: how many there may be; one that may be alone is replaced
 *
 * Adds photos behind the others, but for those that are there.
 *
 * Returns: how many were added
 */
guint
dites_photo_adding_merge (GPtrArray *photos,
                          GPtrArray *added,
                          guint      most)
{
  guint n = 0;

  if (most == 1 && added->len > 0)
    g_ptr_array_set_size (photos, 0);
  for (guint i = 0; i < added->len && photos->len < most; i++)
    if (!has (photos, added->pdata[i]))
      {
        g_ptr_array_add (photos, g_object_ref (added->pdata[i]));
        n++;
      }

  return n;
}

/**
 * dites_photo_adding_to_json:
 * @photos: (element-type DitesDocument): photos
 *
 * Returns: (transfer full) (nullable): them as a document has them; %NULL if there are none
 */
char *
dites_photo_adding_to_json (GPtrArray *photos)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < photos->len; i++)
    {
      gsize       length;
      const char *text = dites_document_get_text (photos->pdata[i], &length);

      if (i > 0)
        g_string_append_c (json, ',');
      g_string_append_len (json, text, (gssize) length);
    }
  g_string_append_c (json, ']');

  return g_string_free (json, photos->len == 0);
}
