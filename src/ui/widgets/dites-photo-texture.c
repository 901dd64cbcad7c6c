/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-photo-texture.h"

#include <glib/gi18n.h>

#include "dites-error.h"
#include "dites-store-reads.h"

/* Photos of the store as textures. Decoding is left to a thread; small ones are kept,
 * so that a form that is opened again has its pictures at once. Main thread only. */

/* A small picture has some 150 kB. */
#define MAX_KEPT   96
#define SMALL_SIDE 320

static GHashTable *kept; /* (nullable): from "sha256 size" to GdkTexture */

typedef struct
{
  char   *key;
  int     size;
  GBytes *bytes; /* (nullable): not read yet */
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_free (loading->key);
  g_clear_pointer (&loading->bytes, g_bytes_unref);
  g_free (loading);
}

static void
decode (GTask        *task,
        gpointer      source,
        gpointer      task_data,
        GCancellable *cancellable)
{
  Loading *loading = task_data;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (loading->bytes);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GBytes) pixels = NULL;
  g_autoptr (GError) error = NULL;

  pixbuf = gdk_pixbuf_new_from_stream_at_scale (stream, loading->size, loading->size, TRUE, cancellable, &error);
  if (pixbuf == NULL)
    {
      g_debug ("A photo cannot be shown: %s", error->message);
      g_task_return_new_error_literal (task, DITES_ERROR, DITES_ERROR_INVALID, _("This photo cannot be read"));
      return;
    }

  pixels = gdk_pixbuf_read_pixel_bytes (pixbuf);
  g_task_return_pointer (task,
                         gdk_memory_texture_new (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                                                 gdk_pixbuf_get_has_alpha (pixbuf) ? GDK_MEMORY_R8G8B8A8 : GDK_MEMORY_R8G8B8,
                                                 pixels, (gsize) gdk_pixbuf_get_rowstride (pixbuf)),
                         g_object_unref);
}

static void
keep (const char *key,
      GdkTexture *texture)
{
  if (kept == NULL)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  if (g_hash_table_size (kept) >= MAX_KEPT)
    g_hash_table_remove_all (kept);
  g_hash_table_insert (kept, g_strdup (key), g_object_ref (texture));
}

static void
decoded_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  Loading    *loading = g_task_get_task_data (answer);
  GError     *error = NULL;
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (texture == NULL)
    {
      g_task_return_error (answer, error);
      return;
    }

  if (loading->size <= SMALL_SIDE)
    keep (loading->key, texture);
  g_task_return_pointer (answer, texture, g_object_unref);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  g_autoptr (GTask) task = NULL;
  Loading *loading = g_task_get_task_data (answer);
  GError  *error = NULL;

  loading->bytes = dites_store_load_photo_finish (DITES_STORE (object), result, &error);
  if (loading->bytes == NULL)
    {
      g_task_return_error (answer, error);
      return;
    }

  task = g_task_new (NULL, g_task_get_cancellable (answer), decoded_cb, g_object_ref (answer));
  g_task_set_source_tag (task, read_cb);
  g_task_set_task_data (task, loading, NULL);
  g_task_run_in_thread (task, decode);
}

/**
 * dites_photo_texture_load_async:
 * @store: a store
 * @sha256: what names the photo
 * @size: the longer side of the picture, in pixels
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * Makes a picture of a photo.
 */
void
dites_photo_texture_load_async (DitesStore         *store,
                                const char         *sha256,
                                int                 size,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr (GTask) answer = g_task_new (store, cancellable, callback, user_data);
  Loading    *loading = g_new0 (Loading, 1);
  GdkTexture *texture;

  loading->key = g_strdup_printf ("%s %d", sha256, size);
  loading->size = size;
  g_task_set_source_tag (answer, dites_photo_texture_load_async);
  g_task_set_task_data (answer, loading, loading_free);

  texture = kept != NULL ? g_hash_table_lookup (kept, loading->key) : NULL;
  if (texture != NULL)
    g_task_return_pointer (answer, g_object_ref (texture), g_object_unref);
  else
    dites_store_load_photo_async (store, sha256, cancellable, read_cb, g_object_ref (answer));
}

/**
 * dites_photo_texture_load_finish:
 * @store: the store
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL with @error set if
 *   the photo is missing or cannot be read
 */
GdkTexture *
dites_photo_texture_load_finish (DitesStore   *store,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
