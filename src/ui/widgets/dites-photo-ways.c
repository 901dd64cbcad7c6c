/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-photo-ways.h"

#include <glib/gi18n.h>

#include "dites-error.h"

/* The ways in for photos: dropped, chosen, pasted. Main thread only. */

static gboolean
are_pictures (GdkFileList *files)
{
  g_autoptr (GSList) list = gdk_file_list_get_files (files);

  for (GSList *l = list; l != NULL; l = l->next)
    {
      g_autofree char *name = g_file_get_basename (l->data);
      g_autofree char *type = g_content_type_guess (name, NULL, 0, NULL);
      g_autofree char *mime_type = g_content_type_get_mime_type (type);

      if (mime_type == NULL || !g_str_has_prefix (mime_type, "image/"))
        return FALSE;
    }

  return list != NULL;
}

static GListModel *
to_list (GdkFileList *files)
{
  GListStore *store = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GSList) list = gdk_file_list_get_files (files);

  for (GSList *l = list; l != NULL; l = l->next)
    g_list_store_append (store, l->data);

  return G_LIST_MODEL (store);
}

typedef struct
{
  DitesPhotoDropFunc func;
  GObject           *object;
} Watch;

/* What is dragged out of this program is no picture. */
static gboolean
accept_cb (GtkDropTarget *target,
           GdkDrop       *drop)
{
  return gdk_drop_get_drag (drop) == NULL && gdk_content_formats_match (gtk_drop_target_get_formats (target), gdk_drop_get_formats (drop));
}

/* Only pictures are taken; what is none goes on to whom it may concern. */
static void
value_cb (GtkDropTarget *target,
          GParamSpec    *pspec,
          GtkWidget     *widget)
{
  const GValue *value = gtk_drop_target_get_value (target);

  if (value == NULL)
    return;

  if (are_pictures (g_value_get_boxed (value)))
    gtk_widget_add_css_class (widget, "drop-here");
  else
    gtk_drop_target_reject (target);
}

static void
leave_cb (GtkWidget *widget)
{
  gtk_widget_remove_css_class (widget, "drop-here");
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         Watch         *watch)
{
  g_autoptr (GListModel) files = to_list (g_value_get_boxed (value));

  leave_cb (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  if (!are_pictures (g_value_get_boxed (value)))
    return FALSE;

  watch->func (files, watch->object);

  return TRUE;
}

/**
 * dites_photo_ways_watch_drops:
 * @widget: where pictures may be dropped
 * @func: called with them
 * @object: for @func; it must live as long as @widget
 *
 * Takes the pictures that are dropped on @widget. Nothing inside it may take them too:
 * who does is told of the drop, and who does not is never told that it is over.
 */
void
dites_photo_ways_watch_drops (GtkWidget         *widget,
                              DitesPhotoDropFunc func,
                              GObject           *object)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  Watch         *watch = g_new (Watch, 1);

  *watch = (Watch) { func, object };
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), NULL);
  g_signal_connect_object (target, "notify::value", G_CALLBACK (value_cb), widget, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect_data (target, "drop", G_CALLBACK (drop_cb), watch, (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/**
 * dites_photo_ways_new_dialog:
 *
 * Returns: (transfer full): the question which pictures shall be added
 */
GtkFileDialog *
dites_photo_ways_new_dialog (void)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();

  gtk_file_filter_set_name (pictures, _("Pictures"));
  gtk_file_filter_add_mime_type (pictures, "image/*");
  g_list_store_append (filters, pictures);
  gtk_file_dialog_set_title (dialog, _("Add Photos"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));

  return dialog;
}

/* A clipboard */

static const char *const picture_types[] = { "image/jpeg", "image/png", "image/webp", "image/tiff", "image/bmp", NULL };

static void
spliced_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, &error) < 0)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (object)), (GDestroyNotify) g_bytes_unref);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  GError *error = NULL;

  in = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, &error);
  if (in == NULL)
    g_task_return_error (task, error);
  else
    g_output_stream_splice_async (out, in, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT,
                                  g_task_get_cancellable (task), spliced_cb, g_object_ref (task));
}

static void
files_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError       *error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, &error);

  if (value == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (task, to_list (g_value_get_boxed (value)), g_object_unref);
  g_task_return_pointer (task, NULL, NULL);
}

/**
 * dites_photo_ways_paste_async:
 * @clipboard: a clipboard
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads the picture or the files in a clipboard.
 */
void
dites_photo_ways_paste_async (GdkClipboard       *clipboard,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (clipboard, cancellable, callback, user_data);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  gboolean           has_picture = FALSE;

  g_task_set_source_tag (task, dites_photo_ways_paste_async);
  for (gsize i = 0; picture_types[i] != NULL; i++)
    has_picture = has_picture || gdk_content_formats_contain_mime_type (formats, picture_types[i]);

  if (has_picture)
    gdk_clipboard_read_async (clipboard, (const char **) picture_types, G_PRIORITY_DEFAULT, cancellable, read_cb, g_object_ref (task));
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) || gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable, files_read_cb, g_object_ref (task));
  else
    g_task_return_new_error_literal (task, DITES_ERROR, DITES_ERROR_INVALID, _("There is no picture in the clipboard"));
}

/**
 * dites_photo_ways_paste_finish:
 * @result: the result
 * @files: (out) (transfer full) (nullable): the files in the clipboard, if there is no picture itself
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the picture; %NULL with @error set if there is neither
 */
GBytes *
dites_photo_ways_paste_finish (GAsyncResult *result,
                               GListModel  **files,
                               GError      **error)
{
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), error);

  *files = bytes == NULL && g_task_get_task_data (G_TASK (result)) != NULL ? g_object_ref (g_task_get_task_data (G_TASK (result))) : NULL;

  return bytes;
}
