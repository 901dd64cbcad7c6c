/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-preview-job.h"

#include "dites-export-housing.h"
#include "dites-language.h"

/* The mission's own document: there is one. */
#define MISSION "mission:mission"

typedef struct
{
  DitesReader *reader;
  char        *id;
  char        *language; /* (nullable) */
} Preview;

static void
preview_free (gpointer data)
{
  Preview *preview = data;

  g_clear_pointer (&preview->reader, dites_reader_free);
  g_free (preview->id);
  g_free (preview->language);
  g_free (preview);
}

static void
draw (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  Preview *preview = task_data;
  g_autoptr (DitesDocument) housing = NULL;
  g_autoptr (DitesDocument) mission = NULL;
  const DitesExportSource from = { dites_reader_photo_of, dites_reader_title_of, preview->reader };
  DitesExportOptions      options = { .available_on = DITES_DAY_NONE, .date = DITES_DAY_NONE };
  DitesLanguage           language;
  DitesPages             *pages;
  GError                 *error = NULL;

  housing = dites_reader_get (preview->reader, preview->id, &error);
  if (housing == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  mission = dites_reader_get (preview->reader, MISSION, NULL);
  options.mission = mission;
  dites_language_begin (&language, preview->language);
  pages = dites_export_draw_pages (housing, &from, &options);
  dites_language_end (&language);

  if (dites_reader_is_complete (preview->reader, &error))
    g_task_return_pointer (task, g_steal_pointer (&pages), (GDestroyNotify) dites_pages_unref);
  else
    g_task_return_error (task, error);
  g_clear_pointer (&pages, dites_pages_unref);
}

/* The thread holds nothing of the store, whose last reference must not go there. */
static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  GError     *error = NULL;
  DitesPages *pages = g_task_propagate_pointer (G_TASK (result), &error);

  if (pages != NULL)
    g_task_return_pointer (answer, pages, (GDestroyNotify) dites_pages_unref);
  else
    g_task_return_error (answer, error);
}

/**
 * dites_preview_offer_async:
 * @store: a store
 * @id: the id of a home
 * @language: (nullable): see dites_language_begin()
 * @cancellable: (nullable): a cancellable
 * @callback: what is called at the end
 * @user_data: for @callback
 *
 * Draws the sheet of a home as it is stored for a screen, whether it may be
 * published or not.
 */
void
dites_preview_offer_async (DitesStore         *store,
                           const char         *id,
                           const char         *language,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) answer = g_task_new (store, cancellable, callback, user_data);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, drawn_cb, g_object_ref (answer));
  Preview *preview = g_new0 (Preview, 1);
  GError  *error = NULL;

  preview->id = g_strdup (id);
  preview->language = g_strdup (language);
  g_task_set_source_tag (answer, dites_preview_offer_async);
  g_task_set_source_tag (task, dites_preview_offer_async);
  g_task_set_task_data (task, preview, preview_free);

  preview->reader = dites_store_new_reader (store, &error);
  if (preview->reader == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, draw);
}

/**
 * dites_preview_offer_finish:
 * @store: the store
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL with @error set if
 *   there is no such home
 */
DitesPages *
dites_preview_offer_finish (DitesStore   *store,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
