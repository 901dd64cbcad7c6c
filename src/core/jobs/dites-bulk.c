/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-bulk.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-change-name.h"
#include "dites-error.h"

typedef enum
{
  BULK_TRASH,
  BULK_RESTORE,
  BULK_CHANGE,
} BulkType;

typedef struct
{
  BulkType          type;
  DitesReader      *reader;
  char            **ids;
  const DitesField *field; /* BULK_CHANGE */
  DitesBulkWays     way;   /* BULK_CHANGE */
  char             *json;  /* (nullable): BULK_CHANGE: the values */
  char             *name;  /* what the change set is called */
} Bulk;

static void
bulk_free (gpointer data)
{
  Bulk *bulk = data;

  g_clear_pointer (&bulk->reader, dites_reader_free);
  g_strfreev (bulk->ids);
  g_free (bulk->json);
  g_free (bulk->name);
  g_free (bulk);
}

/* The kind of all that is changed; %NULL if there are several. */
static const DitesKind *
find_kind (DitesChangeSet *changes)
{
  const DitesKind *kind = NULL;

  for (guint i = 0; i < dites_change_set_get_n (changes); i++)
    {
      const DitesKind *other = dites_kind_get (dites_document_get_kind (dites_change_set_get_change (changes, i)->base));

      if (i > 0 && other != kind)
        return NULL;
      kind = other;
    }

  return kind;
}

/* What the change set is called: one document by its title, several by their number. */
static char *
make_name (Bulk           *bulk,
           DitesChangeSet *changes)
{
  static const DitesChangeAction actions[] = {
    [BULK_TRASH] = DITES_ACTION_TRASH,
    [BULK_RESTORE] = DITES_ACTION_RESTORE,
    [BULK_CHANGE] = DITES_ACTION_SET,
  };
  guint            n = dites_change_set_get_n (changes);
  g_autofree char *title = NULL;

  if (n == 1)
    title = dites_reader_title_of (dites_document_get_id (dites_change_set_get_change (changes, 0)->base), bulk->reader);

  return dites_change_name_make (actions[bulk->type], find_kind (changes), n, title, bulk->field);
}

static void
add_change (Bulk           *bulk,
            DitesDocument  *document,
            DitesChangeSet *changes)
{
  const DitesKind *kind = dites_kind_get (dites_document_get_kind (document));
  g_autoptr (DitesDocumentBuilder) builder = NULL;
  g_autoptr (DitesDocument) changed = NULL;
  g_autofree char *json = NULL;
  DitesJson        value;
  gboolean         has = dites_document_get (document, bulk->field->name, &value);

  /* A document of another kind has no such field. */
  if (kind == NULL || dites_kind_get_field (kind, bulk->field->name) != bulk->field)
    return;
  json = dites_bulk_apply (bulk->field, bulk->way, has ? &value : NULL, bulk->json);
  if (json == NULL ? !has : has && dites_json_equal (value, dites_json_of (json, -1)))
    return;

  builder = dites_document_builder_new_from (document);
  if (json != NULL)
    dites_document_builder_set_json (builder, bulk->field->name, json, -1);
  else
    dites_document_builder_remove (builder, bulk->field->name);
  changed = dites_document_builder_end (builder);
  dites_change_set_put (changes, document, changed);
}

/* Those that were deleted for good meanwhile, or moved by somebody else, are not for this change. */
static gboolean
collect (Bulk           *bulk,
         DitesChangeSet *changes,
         GCancellable   *cancellable,
         GError        **error)
{
  for (gsize i = 0; bulk->ids[i] != NULL; i++)
    {
      g_autoptr (DitesDocument) document = NULL;
      g_autoptr (GError) local_error = NULL;
      gboolean trashed;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      document = dites_reader_get (bulk->reader, bulk->ids[i], &local_error);
      if (document == NULL && g_error_matches (local_error, DITES_ERROR, DITES_ERROR_NOT_FOUND))
        continue;
      if (document == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      trashed = dites_reader_is_trashed (bulk->reader, bulk->ids[i]);
      if (trashed != (bulk->type == BULK_RESTORE))
        continue;
      if (bulk->type == BULK_TRASH)
        dites_change_set_trash (changes, document);
      else if (bulk->type == BULK_RESTORE)
        dites_change_set_put (changes, document, document);
      else
        add_change (bulk, document, changes);
    }

  return dites_reader_is_complete (bulk->reader, error);
}

/* A thread of its own, which sees the reader and not the store. */
static void
prepare (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Bulk *bulk = task_data;
  g_autoptr (DitesChangeSet) collected = dites_change_set_new (NULL);
  g_autoptr (DitesChangeSet) changes = NULL;
  GError *error = NULL;

  if (!collect (bulk, collected, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (dites_change_set_get_n (collected) == 0)
    {
      g_task_return_new_error_literal (task, DITES_ERROR, DITES_ERROR_NOT_FOUND,
                                       bulk->type == BULK_CHANGE ? _("Nothing was changed: it is so already")
                                                                 : _("Nothing was moved: it is no longer here"));
      return;
    }

  bulk->name = make_name (bulk, collected);
  changes = dites_change_set_new (bulk->name);
  for (guint i = 0; i < dites_change_set_get_n (collected); i++)
    {
      const DitesChange *change = dites_change_set_get_change (collected, i);

      if (change->document == NULL)
        dites_change_set_trash (changes, change->base);
      else
        dites_change_set_put (changes, change->base, change->document);
    }

  g_task_return_pointer (task, g_steal_pointer (&changes), g_object_unref);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  Bulk   *bulk = g_task_get_task_data (answer);
  GError *error = NULL;

  if (dites_store_write_finish (DITES_STORE (object), result, &error))
    g_task_return_pointer (answer, dites_change_name_say (bulk->name), g_free);
  else
    g_task_return_error (answer, error);
}

static void
prepared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  DitesStore   *store = g_task_get_source_object (answer);
  GCancellable *cancellable = g_task_get_cancellable (answer);
  g_autoptr (DitesChangeSet) changes = NULL;
  GError *error = NULL;

  changes = g_task_propagate_pointer (G_TASK (result), &error);
  if (changes == NULL)
    {
      g_task_return_error (answer, error);
      return;
    }

  /* What is written is reported as written. */
  g_task_set_check_cancellable (answer, FALSE);
  dites_store_write_async (store, changes, cancellable, written_cb, g_steal_pointer (&answer));
}

static void
run (GTask *answer,
     Bulk  *bulk)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;

  g_task_set_task_data (answer, bulk, bulk_free);
  bulk->reader = dites_store_new_reader (g_task_get_source_object (answer), &error);
  if (bulk->reader == NULL)
    {
      g_task_return_error (answer, error);
      g_object_unref (answer);
      return;
    }

  task = g_task_new (NULL, g_task_get_cancellable (answer), prepared_cb, answer);
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, bulk, NULL);
  g_task_run_in_thread (task, prepare);
}

static Bulk *
bulk_new (BulkType           type,
          const char *const *ids)
{
  Bulk *bulk = g_new0 (Bulk, 1);

  bulk->type = type;
  bulk->ids = g_strdupv ((char **) ids);

  return bulk;
}

static char *
finish (DitesStore   *store,
        GAsyncResult *result,
        gpointer      tag,
        GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dites_bulk_trash_async:
 * @store: a store
 * @ids: (array zero-terminated=1): the documents, of any kinds
 * @cancellable: (nullable): stops it as long as nothing was written
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Moves documents to the trash. Those that wait there already, or that are
 * gone, are left out.
 */
void
dites_bulk_trash_async (DitesStore         *store,
                        const char *const  *ids,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask *answer;

  g_return_if_fail (DITES_IS_STORE (store));
  g_return_if_fail (ids != NULL);

  answer = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_bulk_trash_async);
  run (answer, bulk_new (BULK_TRASH, ids));
}

/**
 * dites_bulk_trash_finish:
 * @store: the store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was done: “3 interns to the trash”;
 *   %NULL with @error set, to %DITES_ERROR_NOT_FOUND if there was nothing to do
 */
char *
dites_bulk_trash_finish (DitesStore   *store,
                         GAsyncResult *result,
                         GError      **error)
{
  return finish (store, result, dites_bulk_trash_async, error);
}

/**
 * dites_bulk_restore_async:
 * @store: a store
 * @ids: (array zero-terminated=1): documents that wait in the trash, of any kinds
 * @cancellable: (nullable): stops it as long as nothing was written
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Takes documents out of the trash, as they were. Those that are not in it are left out.
 */
void
dites_bulk_restore_async (DitesStore         *store,
                          const char *const  *ids,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  GTask *answer;

  g_return_if_fail (DITES_IS_STORE (store));
  g_return_if_fail (ids != NULL);

  answer = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_bulk_restore_async);
  run (answer, bulk_new (BULK_RESTORE, ids));
}

/**
 * dites_bulk_restore_finish:
 * @store: the store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was done: “3 interns out of the trash”;
 *   %NULL with @error set, to %DITES_ERROR_NOT_FOUND if there was nothing to do
 */
char *
dites_bulk_restore_finish (DitesStore   *store,
                           GAsyncResult *result,
                           GError      **error)
{
  return finish (store, result, dites_bulk_restore_async, error);
}

/**
 * dites_bulk_set_async:
 * @store: a store
 * @ids: (array zero-terminated=1): documents
 * @field: a field of their kind
 * @way: one of the ways that dites_bulk_get_ways() has for it
 * @json: (nullable): the values, which must be what @field can hold; %NULL for nothing
 * @cancellable: (nullable): stops it as long as nothing was written
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Changes a field of documents. Those of another kind, those in the trash and those
 * that would be as they are already are left out. If somebody else has set the field
 * of one of them in the meantime, nothing is written.
 */
void
dites_bulk_set_async (DitesStore         *store,
                      const char *const  *ids,
                      const DitesField   *field,
                      DitesBulkWays       way,
                      const char         *json,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  GTask *answer;
  Bulk  *bulk;

  g_return_if_fail (DITES_IS_STORE (store));
  g_return_if_fail (ids != NULL);
  g_return_if_fail (field != NULL);

  answer = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_bulk_set_async);
  bulk = bulk_new (BULK_CHANGE, ids);
  bulk->field = field;
  bulk->way = way;
  bulk->json = g_strdup (json);
  run (answer, bulk);
}

/**
 * dites_bulk_set_finish:
 * @store: the store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was done: “3 interns: State”; %NULL
 *   with @error set, to %DITES_ERROR_NOT_FOUND if there was nothing to do, or to
 *   %DITES_ERROR_CONFLICT
 */
char *
dites_bulk_set_finish (DitesStore   *store,
                       GAsyncResult *result,
                       GError      **error)
{
  return finish (store, result, dites_bulk_set_async, error);
}
