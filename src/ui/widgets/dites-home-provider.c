/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-home-provider.h"

#include "dites-export-job.h"
#include "dites-temporary.h"

/**
 * DitesHomeProvider:
 *
 * The sheet of a home as a file that is dragged out. The PDF is drawn when it is
 * dropped somewhere, not when the drag begins.
 */
struct _DitesHomeProvider
{
  GdkContentProvider parent_instance;

  DitesStore *store;
  char       *id;
  char       *name;
  char       *language;
  char       *path; /* (nullable): it is drawn already */
};

G_DEFINE_FINAL_TYPE (DitesHomeProvider, dites_home_provider, GDK_TYPE_CONTENT_PROVIDER)

/* What is to be written where. */
typedef struct
{
  char          *mime_type;
  GOutputStream *stream;
  int            io_priority;
  char          *path;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_free (writing->mime_type);
  g_object_unref (writing->stream);
  g_free (writing->path);
  g_free (writing);
}

static void
serialized_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (gdk_content_serialize_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
serialize (GTask *task)
{
  DitesHomeProvider *self = g_task_get_source_object (task);
  Writing           *writing = g_task_get_task_data (task);
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  gdk_content_serialize_async (writing->stream, writing->mime_type, &value, writing->io_priority,
                               g_task_get_cancellable (task), serialized_cb, g_object_ref (task));
}

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) refusals = NULL;
  DitesHomeProvider *self = g_task_get_source_object (task);
  Writing           *writing = g_task_get_task_data (task);
  GError            *error = NULL;
  guint              n;

  if (!dites_export_offers_finish (DITES_STORE (object), result, &n, &refusals, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_free (self->path);
  self->path = g_steal_pointer (&writing->path);
  serialize (task);
}

static void
dites_home_provider_write_mime_type_async (GdkContentProvider *provider,
                                           const char         *mime_type,
                                           GOutputStream      *stream,
                                           int                 io_priority,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data)
{
  DitesHomeProvider *self = DITES_HOME_PROVIDER (provider);
  const char *const  ids[] = { self->id, NULL };
  DitesOfferExport   what = { .ids = ids, .available_on = DITES_DAY_NONE, .language = self->language };
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Writing *writing = g_new0 (Writing, 1);
  GError  *error = NULL;

  writing->mime_type = g_strdup (mime_type);
  writing->stream = g_object_ref (stream);
  writing->io_priority = io_priority;
  g_task_set_source_tag (task, dites_home_provider_write_mime_type_async);
  g_task_set_task_data (task, writing, writing_free);

  if (self->path != NULL)
    {
      serialize (task);
      return;
    }

  writing->path = dites_temporary_path (self->name, &error);
  if (writing->path == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  what.path = writing->path;
  dites_export_offers_async (self->store, &what, NULL, NULL, cancellable, drawn_cb, g_object_ref (task));
}

static gboolean
dites_home_provider_write_mime_type_finish (GdkContentProvider *provider,
                                            GAsyncResult       *result,
                                            GError            **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static GdkContentFormats *
dites_home_provider_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();
  GdkContentFormats        *formats;
  const char *const        *mime_types;
  gsize                     n;

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  formats = gdk_content_formats_union_serialize_mime_types (gdk_content_formats_builder_free_to_formats (builder));

  /* Without the type itself: its value would be asked for at once, and the file is to come. */
  builder = gdk_content_formats_builder_new ();
  mime_types = gdk_content_formats_get_mime_types (formats, &n);
  for (gsize i = 0; i < n; i++)
    gdk_content_formats_builder_add_mime_type (builder, mime_types[i]);
  gdk_content_formats_unref (formats);

  return gdk_content_formats_builder_free_to_formats (builder);
}

static void
dites_home_provider_finalize (GObject *object)
{
  DitesHomeProvider *self = DITES_HOME_PROVIDER (object);

  g_clear_object (&self->store);
  g_free (self->id);
  g_free (self->name);
  g_free (self->language);
  g_free (self->path);

  G_OBJECT_CLASS (dites_home_provider_parent_class)->finalize (object);
}

static void
dites_home_provider_class_init (DitesHomeProviderClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dites_home_provider_finalize;

  provider_class->ref_formats = dites_home_provider_ref_formats;
  provider_class->write_mime_type_async = dites_home_provider_write_mime_type_async;
  provider_class->write_mime_type_finish = dites_home_provider_write_mime_type_finish;
}

static void
dites_home_provider_init (DitesHomeProvider *self)
{
}

/**
 * dites_home_provider_new:
 * @store: where the home is
 * @id: its id
 * @name: what the file shall be called
 * @language: see dites_language_begin()
 *
 * Returns: (transfer full): the sheet of the home, as a file to come
 */
GdkContentProvider *
dites_home_provider_new (DitesStore *store,
                         const char *id,
                         const char *name,
                         const char *language)
{
  DitesHomeProvider *self = g_object_new (DITES_TYPE_HOME_PROVIDER, NULL);

  self->store = g_object_ref (store);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->language = g_strdup (language);

  return GDK_CONTENT_PROVIDER (self);
}
