/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <string.h>

#include "dites-import.h"
#include "test-desk.h"

/* Lists on their way into the store of a desk. */

static inline DitesImport *
desk_new_import (Desk       *desk,
                 const char *name,
                 const char *content)
{
  g_autofree char *path = g_build_filename (desk->directory, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return dites_import_new (desk->store, file);
}

static inline DitesPlan *
desk_plan (DitesImport *import)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DitesPlan) made = NULL;
  g_autoptr (GError) error = NULL;

  dites_import_plan_async (import, NULL, NULL, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  made = dites_import_plan_finish (import, result, &error);
  g_assert_no_error (error);
  g_assert_true (made == dites_import_get_plan (import));

  return dites_import_get_plan (import);
}

static inline gboolean
desk_write (DitesImport *import,
            GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dites_import_write_async (import, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);

  return dites_import_write_finish (import, result, error);
}

/* A known intern, and a list with somebody of the same name, somebody new, and nobody. */
static const char desk_known[] =
  "{\"family_name\":\"FICTIF\",\"first_name\":\"Camille\",\"emails\":[\"camille.fictif@exemple.invalid\"],"
  "\"birth_date\":\"1998-03-04\"}";

static const char desk_doubtful[] =
  "NOM;PRENOM;MAIL;GROUPE\r\n"
  "FICTIF;CAMILLE;c.fictif@autre.invalid;A\r\n"
  "BIDON;ALIX;alix.bidon@exemple.invalid;A\r\n"
  ";;;B\r\n";
