/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-content.h"

#include <glib/gi18n.h>

#include "dites-error.h"
#include "dites-export-vcard.h"
#include "dites-list-job.h"
#include "dites-temporary.h"

/**
 * DitesListContent:
 *
 * Rows of a list, for the clipboard or to be dragged out: as a table with tabs, which a
 * spreadsheet takes, and as a file, with address cards where the rows are people, else a
 * table. Both are made at once, off the main loop; who asks earlier waits. The file stays
 * until the program ends: who was handed it copies it when the drag is over already.
 */
struct _DitesListContent
{
  GdkContentProvider parent_instance;

  DitesStore      *store;
  const DitesKind *kind;
  char           **ids;     /* (nullable): not known yet */
  char            *text;    /* (nullable): not made yet */
  GFile           *file;    /* (nullable): not made yet */
  GError          *error;   /* (nullable): why they could not be made */
  GPtrArray       *waiting; /* of GTask */
};

G_DEFINE_FINAL_TYPE (DitesListContent, dites_list_content, GDK_TYPE_CONTENT_PROVIDER)

static gboolean
is_ready (DitesListContent *self)
{
  return self->error != NULL || (self->text != NULL && self->file != NULL);
}

/* What a person finds where it was dropped: “Interns.vcf”. */
static GFile *
make_place (DitesListContent *self,
            GError          **error)
{
  g_autofree char *name = g_strconcat (dites_kind_get_plural (self->kind), dites_vcard_has_kind (self->kind) ? ".vcf" : ".csv", NULL);
  g_autofree char *path = dites_temporary_path (name, error);

  return path != NULL ? g_file_new_for_path (path) : NULL;
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  DitesListContent *self = g_task_get_source_object (task);
  GError           *error = NULL;

  if (GDK_CONTENT_PROVIDER_CLASS (dites_list_content_parent_class)->write_mime_type_finish (GDK_CONTENT_PROVIDER (self), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What a waiting task is to write, and where to. */
typedef struct
{
  char          *mime_type;
  GOutputStream *stream;
  int            priority;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->mime_type);
  g_object_unref (wish->stream);
  g_free (wish);
}

static void
fulfil (GTask *task)
{
  DitesListContent *self = g_task_get_source_object (task);
  Wish             *wish = g_task_get_task_data (task);

  if (self->error != NULL)
    {
      g_task_return_error (task, g_error_copy (self->error));
      g_object_unref (task);
      return;
    }

  GDK_CONTENT_PROVIDER_CLASS (dites_list_content_parent_class)
    ->write_mime_type_async (GDK_CONTENT_PROVIDER (self), wish->mime_type, wish->stream, wish->priority, g_task_get_cancellable (task), written_cb, task);
}

static void
settle (DitesListContent *self,
        GError           *error)
{
  g_autoptr (GPtrArray) waiting = NULL;

  if (error != NULL && self->error == NULL)
    self->error = error;
  else
    g_clear_error (&error);
  if (!is_ready (self))
    return;

  waiting = g_steal_pointer (&self->waiting);
  self->waiting = g_ptr_array_new ();
  for (guint i = 0; i < waiting->len; i++)
    fulfil (waiting->pdata[i]);
}

static void
got_text_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DitesListContent) self = user_data;
  GError *error = NULL;
  g_autoptr (GBytes) text = dites_list_export_finish (DITES_STORE (object), result, NULL, &error);

  if (text != NULL)
    self->text = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  settle (self, error);
}

typedef struct
{
  DitesListContent *self;
  GFile            *file;
} Writing;

static void
got_file_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Writing *writing = user_data;
  g_autoptr (DitesListContent) self = writing->self;
  g_autoptr (GFile) file = writing->file;
  GError *error = NULL;
  g_autoptr (GBytes) text = dites_list_export_finish (DITES_STORE (object), result, NULL, &error);

  self->file = g_steal_pointer (&file);
  settle (self, error);
}

static void
got_ids_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DitesListContent) self = user_data;
  GError  *error = NULL;
  Writing *writing;
  g_autoptr (GFile) file = NULL;

  self->ids = dites_query_collect_finish (DITES_QUERY (object), result, &error);
  if (self->ids != NULL)
    file = make_place (self, &error);
  if (file == NULL)
    {
      settle (self, error);
      return;
    }

  dites_list_export_async (self->store, self->kind, (const char *const *) self->ids, DITES_LIST_TABS, NULL, NULL, got_text_cb, g_object_ref (self));

  writing = g_new0 (Writing, 1);
  writing->self = g_object_ref (self);
  writing->file = g_object_ref (file);
  dites_list_export_async (self->store, self->kind, (const char *const *) self->ids,
                           dites_vcard_has_kind (self->kind) ? DITES_LIST_VCARD : DITES_LIST_CSV,
                           file, NULL, got_file_cb, writing);
}

static GdkContentFormats *
dites_list_content_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);

  return gdk_content_formats_builder_free_to_formats (builder);
}

static GdkContentFormats *
dites_list_content_ref_storable_formats (GdkContentProvider *provider)
{
  g_autoptr (GdkContentFormats) formats = dites_list_content_ref_formats (provider);

  return gdk_content_formats_union_serialize_mime_types (g_steal_pointer (&formats));
}

static gboolean
dites_list_content_get_value (GdkContentProvider *provider,
                              GValue             *value,
                              GError            **error)
{
  DitesListContent *self = DITES_LIST_CONTENT (provider);

  if (!is_ready (self) || self->error != NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("The rows have not been read yet"));
      return FALSE;
    }

  if (G_VALUE_HOLDS (value, G_TYPE_STRING))
    {
      g_value_set_string (value, self->text);
      return TRUE;
    }
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_value_take_boxed (value, gdk_file_list_new_from_array (&self->file, 1));
      return TRUE;
    }

  return GDK_CONTENT_PROVIDER_CLASS (dites_list_content_parent_class)->get_value (provider, value, error);
}

static void
dites_list_content_write_mime_type_async (GdkContentProvider *provider,
                                          const char         *mime_type,
                                          GOutputStream      *stream,
                                          int                 io_priority,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data)
{
  DitesListContent *self = DITES_LIST_CONTENT (provider);
  GTask            *task = g_task_new (provider, cancellable, callback, user_data);
  Wish             *wish = g_new0 (Wish, 1);

  wish->mime_type = g_strdup (mime_type);
  wish->stream = g_object_ref (stream);
  wish->priority = io_priority;
  g_task_set_source_tag (task, dites_list_content_write_mime_type_async);
  g_task_set_task_data (task, wish, wish_free);
  if (is_ready (self))
    fulfil (task);
  else
    g_ptr_array_add (self->waiting, task);
}

static gboolean
dites_list_content_write_mime_type_finish (GdkContentProvider *provider,
                                           GAsyncResult       *result,
                                           GError            **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
dites_list_content_finalize (GObject *object)
{
  DitesListContent *self = DITES_LIST_CONTENT (object);

  g_clear_object (&self->file);
  g_clear_object (&self->store);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->waiting);
  g_strfreev (self->ids);
  g_free (self->text);

  G_OBJECT_CLASS (dites_list_content_parent_class)->finalize (object);
}

static void
dites_list_content_class_init (DitesListContentClass *klass)
{
  GObjectClass            *object_class = G_OBJECT_CLASS (klass);
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  object_class->finalize = dites_list_content_finalize;

  provider_class->ref_formats = dites_list_content_ref_formats;
  provider_class->ref_storable_formats = dites_list_content_ref_storable_formats;
  provider_class->get_value = dites_list_content_get_value;
  provider_class->write_mime_type_async = dites_list_content_write_mime_type_async;
  provider_class->write_mime_type_finish = dites_list_content_write_mime_type_finish;
}

static void
dites_list_content_init (DitesListContent *self)
{
  self->waiting = g_ptr_array_new ();
}

/**
 * dites_list_content_new:
 * @store: the store
 * @query: a list
 * @kind: what it lists
 * @positions: the places of the rows
 *
 * Returns: (transfer full): the rows for another program
 */
GdkContentProvider *
dites_list_content_new (DitesStore      *store,
                        DitesQuery      *query,
                        const DitesKind *kind,
                        GtkBitset       *positions)
{
  DitesListContent *self = g_object_new (DITES_TYPE_LIST_CONTENT, NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkBitsetIter iter;
  guint         place;

  self->store = g_object_ref (store);
  self->kind = kind;
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, positions, &place); valid; valid = gtk_bitset_iter_next (&iter, &place))
    g_array_append_val (places, place);
  dites_query_collect_async (query, (gconstpointer) places->data, places->len, NULL, got_ids_cb, g_object_ref (self));

  return GDK_CONTENT_PROVIDER (self);
}
