/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib/gstdio.h>

#include "dites-load-job.h"
#include "dites-store.h"

/* A store in a directory of its own, for one test. */
typedef struct
{
  char       *directory;
  DitesStore *store;
} Desk;

static inline void
desk_remove (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (directory)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          desk_remove (child);
        }
    }
  g_remove (path);
}

static inline void
desk_set_up (Desk         *desk,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  desk->directory = g_dir_make_tmp ("dites-XXXXXX", &error);
  g_assert_no_error (error);
  desk->store = dites_store_open (desk->directory, "test", &error);
  g_assert_no_error (error);
}

static inline void
desk_tear_down (Desk         *desk,
                gconstpointer data)
{
  g_assert_finalize_object (desk->store);
  desk_remove (desk->directory);
  g_free (desk->directory);
}

static inline void
desk_keep_result_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static inline void
desk_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Adds documents from JSON; returns how many were refused. */
static inline guint
desk_load (Desk       *desk,
           const char *kind,
           const char *json)
{
  g_autoptr (GBytes) text = g_bytes_new_static (json, strlen (json));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (GError) error = NULL;

  dites_load_async (desk->store, kind, text, desk->directory, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  loaded = dites_load_finish (desk->store, result, &refusals, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < refusals->len; i++)
    g_test_message ("%s", ((DitesLoadRefusal *) refusals->pdata[i])->message);

  return refusals->len;
}

/* Takes back what was done last. */
static inline void
desk_undo (Desk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  dites_store_undo_async (desk->store, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  name = dites_store_undo_finish (desk->store, result, &error);
  g_assert_no_error (error);
}
