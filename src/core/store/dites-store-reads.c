/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-store-reads.h"

#include "dites-error.h"
#include "dites-store-ask.h"

/* What a window reads without waiting: each request goes to the store's reading thread, in
 * the order it was made, and its answer comes back on the main thread. */

static void
snapshot_clear (gpointer data)
{
  DitesSnapshot *snapshot = data;

  g_clear_object (&snapshot->document);
  g_clear_pointer (&snapshot->titles, g_hash_table_unref);
  g_clear_pointer (&snapshot->clashes, g_ptr_array_unref);
}

/**
 * dites_snapshot_unref:
 * @snapshot: (transfer full): a snapshot
 *
 * Gives up a reference.
 */
void
dites_snapshot_unref (DitesSnapshot *snapshot)
{
  g_atomic_rc_box_release_full (snapshot, snapshot_clear);
}

/**
 * dites_snapshot_title_of:
 * @id: the id of a document
 * @snapshot: (type DitesSnapshot) (nullable): a snapshot
 *
 * A #DitesTitleFunc.
 *
 * Returns: (transfer full) (nullable): the title, if the snapshot's document refers to it
 */
char *
dites_snapshot_title_of (const char *id,
                         gpointer    snapshot)
{
  DitesSnapshot *self = snapshot;

  return self != NULL ? g_strdup (g_hash_table_lookup (self->titles, id)) : NULL;
}

/* What a document refers to, its titles, and on the way what they are called. */
typedef struct
{
  DitesReader *reader;
  GHashTable  *titles;
} Titles;

static char *
keep_title (const char *id,
            gpointer    user_data)
{
  Titles *titles = user_data;
  char   *title = dites_reader_title_of (id, titles->reader);

  if (title != NULL)
    g_hash_table_insert (titles->titles, g_strdup (id), g_strdup (title));

  return title;
}

static DitesSnapshot *
snapshot_take (DitesReader   *reader,
               DitesDocument *document)
{
  DitesSnapshot   *snapshot = g_atomic_rc_box_new0 (DitesSnapshot);
  const DitesKind *kind = document != NULL ? dites_kind_get (dites_document_get_kind (document)) : NULL;
  Titles           titles = { reader, NULL };
  char            *title;

  g_set_object (&snapshot->document, document);
  snapshot->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (kind == NULL)
    {
      snapshot->clashes = g_ptr_array_new ();
      return snapshot;
    }

  snapshot->trashed = dites_reader_is_trashed (reader, dites_document_get_id (document));
  titles.titles = snapshot->titles;
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    g_free (dites_field_format (field, document, keep_title, &titles));
  title = dites_kind_title (kind, document, keep_title, &titles);
  g_hash_table_insert (snapshot->titles, g_strdup (dites_document_get_id (document)), title);
  if (!snapshot->trashed)
    snapshot->clashes = dites_reader_find_clashes (reader, document, NULL);
  if (snapshot->clashes == NULL)
    snapshot->clashes = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_problem_free);

  return snapshot;
}

static gpointer
get (DitesReader *reader,
     gpointer     input,
     GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (DitesDocument) document = dites_reader_get (reader, input, &local_error);

  if (document == NULL && !g_error_matches (local_error, DITES_ERROR, DITES_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return snapshot_take (reader, document);
}

/**
 * dites_store_get_async:
 * @self: a store
 * @id: the id of a document
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Reads a document, also one in the trash, with what is needed to show it.
 */
void
dites_store_get_async (DitesStore         *self,
                       const char         *id,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  DitesReading reading = { get, g_strdup (id), g_free, (GDestroyNotify) dites_snapshot_unref };
  GTask       *answer;

  g_return_if_fail (DITES_IS_STORE (self));
  g_return_if_fail (id != NULL);

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_store_get_async);
  dites_store_ask (answer, &reading);
}

/**
 * dites_store_get_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a snapshot, whose document is %NULL if
 *   there is none of that id; or %NULL with @error set
 */
DitesSnapshot *
dites_store_get_finish (DitesStore   *self,
                        GAsyncResult *result,
                        GError      **error)
{
  return dites_store_answer (self, result, dites_store_get_async, error);
}

static gpointer
look (DitesReader *reader,
      gpointer     input,
      GError     **error)
{
  return snapshot_take (reader, input);
}

/**
 * dites_store_look_async:
 * @self: a store
 * @document: a document, which need not be stored
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Reads what is needed to show a document as it is being edited.
 */
void
dites_store_look_async (DitesStore         *self,
                        DitesDocument      *document,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  DitesReading reading = { look, g_object_ref (document), g_object_unref, (GDestroyNotify) dites_snapshot_unref };
  GTask       *answer;

  g_return_if_fail (DITES_IS_STORE (self));

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_store_look_async);
  dites_store_ask (answer, &reading);
}

/**
 * dites_store_look_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a snapshot of the document that was given
 */
DitesSnapshot *
dites_store_look_finish (DitesStore   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  return dites_store_answer (self, result, dites_store_look_async, error);
}

static gpointer
get_titles (DitesReader *reader,
            gpointer     input,
            GError     **error)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (char **id = input; *id != NULL; id++)
    {
      char *title = dites_reader_title_of (*id, reader);

      if (title != NULL)
        g_hash_table_insert (titles, g_strdup (*id), title);
    }

  return titles;
}

/**
 * dites_store_get_titles_async:
 * @self: a store
 * @ids: (array zero-terminated=1): ids of documents
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Reads what documents are called, also those in the trash.
 */
void
dites_store_get_titles_async (DitesStore         *self,
                              const char *const  *ids,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  DitesReading reading = { get_titles, g_strdupv ((char **) ids), (GDestroyNotify) g_strfreev, (GDestroyNotify) g_hash_table_unref };
  GTask       *answer;

  g_return_if_fail (DITES_IS_STORE (self));
  g_return_if_fail (ids != NULL);

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_store_get_titles_async);
  dites_store_ask (answer, &reading);
}

/**
 * dites_store_get_titles_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the titles of
 *   the documents that there are, by id
 */
GHashTable *
dites_store_get_titles_finish (DitesStore   *self,
                               GAsyncResult *result,
                               GError      **error)
{
  return dites_store_answer (self, result, dites_store_get_titles_async, error);
}

static gpointer
count (DitesReader *reader,
       gpointer     input,
       GError     **error)
{
  GHashTable             *counts = g_hash_table_new (g_str_hash, g_str_equal);
  guint                   n_kinds;
  const DitesKind *const *kinds = dites_kind_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    g_hash_table_insert (counts, (char *) kinds[i]->name,
                         GUINT_TO_POINTER (dites_reader_count (reader, kinds[i]->name, GPOINTER_TO_INT (input))));

  return counts;
}

/**
 * dites_store_count_async:
 * @self: a store
 * @trashed: whether those in the trash are meant
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Counts the documents of each kind.
 */
void
dites_store_count_async (DitesStore         *self,
                         gboolean            trashed,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  DitesReading reading = { count, GINT_TO_POINTER (trashed), NULL, (GDestroyNotify) g_hash_table_unref };
  GTask       *answer;

  g_return_if_fail (DITES_IS_STORE (self));

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_store_count_async);
  dites_store_ask (answer, &reading);
}

/**
 * dites_store_count_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer container) (nullable) (element-type utf8 guint): how many
 *   there are, by the name of the kind
 */
GHashTable *
dites_store_count_finish (DitesStore   *self,
                          GAsyncResult *result,
                          GError      **error)
{
  return dites_store_answer (self, result, dites_store_count_async, error);
}

typedef struct
{
  char *id;
  guint limit;
} HistoryInput;

static void
history_input_free (gpointer data)
{
  HistoryInput *input = data;

  g_free (input->id);
  g_free (input);
}

static gpointer
get_history (DitesReader *reader,
             gpointer     data,
             GError     **error)
{
  HistoryInput *input = data;

  return dites_reader_get_history (reader, input->id, input->limit, error);
}

/**
 * dites_store_get_history_async:
 * @self: a store
 * @id: (nullable): the document it is about; %NULL for all of the history
 * @limit: how many entries at most, 0 for all
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Reads who did what, and when; see dites_reader_get_history().
 */
void
dites_store_get_history_async (DitesStore         *self,
                               const char         *id,
                               guint               limit,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  HistoryInput input = { g_strdup (id), limit };
  DitesReading reading = { get_history, g_memdup2 (&input, sizeof input), history_input_free, (GDestroyNotify) g_ptr_array_unref };
  GTask       *answer;

  g_return_if_fail (DITES_IS_STORE (self));

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_store_get_history_async);
  dites_store_ask (answer, &reading);
}

/**
 * dites_store_get_history_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer container) (element-type DitesHistoryEntry) (nullable): the
 *   entries, the latest first
 */
GPtrArray *
dites_store_get_history_finish (DitesStore   *self,
                                GAsyncResult *result,
                                GError      **error)
{
  return dites_store_answer (self, result, dites_store_get_history_async, error);
}

static gpointer
load_photo (DitesReader *reader,
            gpointer     input,
            GError     **error)
{
  return dites_reader_load_photo (reader, input, error);
}

/**
 * dites_store_load_photo_async:
 * @self: a store
 * @sha256: what names the photo
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Reads the bytes of a photo.
 */
void
dites_store_load_photo_async (DitesStore         *self,
                              const char         *sha256,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  DitesReading reading = { load_photo, g_strdup (sha256), g_free, (GDestroyNotify) g_bytes_unref };
  GTask       *answer;

  g_return_if_fail (DITES_IS_STORE (self));
  g_return_if_fail (sha256 != NULL);

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_store_load_photo_async);
  dites_store_ask (answer, &reading);
}

/**
 * dites_store_load_photo_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL with @error set to
 *   %DITES_ERROR_NOT_FOUND or %DITES_ERROR_DAMAGED
 */
GBytes *
dites_store_load_photo_finish (DitesStore   *self,
                               GAsyncResult *result,
                               GError      **error)
{
  return dites_store_answer (self, result, dites_store_load_photo_async, error);
}
