/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-import.h"

#include <string.h>

#include "dites-error.h"
#include "test-desk.h"

static const char list[] =
  "Semestre d'hiver 2025-2026;;;\r\n"
  "NOM;PRENOM;MAIL;TERRAIN DE STAGE\r\n"
  "FICTIF;CAMILLE;camille.fictif@exemple.invalid;CH AUCH / URGENCES\r\n"
  "D'ESSAI;ANNE LAURE;anne-laure.dessai@exemple.invalid;Dr ESSAI (Eauze)\r\n";

static DitesImport *
new_import (Desk       *desk,
            const char *content)
{
  g_autofree char *path = g_build_filename (desk->directory, "liste.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return dites_import_new (desk->store, file);
}

static DitesPlanCounts
plan (DitesImport *import)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DitesPlan) made = NULL;
  g_autoptr (GError) error = NULL;

  dites_import_plan_async (import, NULL, NULL, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  made = dites_import_plan_finish (import, result, &error);
  g_assert_no_error (error);
  g_assert_true (made == dites_import_get_plan (import));

  return dites_plan_get_counts (made);
}

static gboolean
write_plan (DitesImport *import,
            GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dites_import_write_async (import, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);

  return dites_import_write_finish (import, result, error);
}

static void
test_import (Desk         *desk,
             gconstpointer data)
{
  g_autoptr (DitesImport) import = new_import (desk, list);
  g_autoptr (DitesImport) again = NULL;
  g_autoptr (DitesChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  DitesPlanCounts counts = plan (import);

  g_assert_cmpuint (counts.read, ==, 2);
  g_assert_cmpuint (counts.added, ==, 2);
  g_assert_true (write_plan (import, &error));
  g_assert_no_error (error);
  g_assert_nonnull (dites_store_get_undo_name (desk->store));

  again = new_import (desk, list);
  counts = plan (again);
  g_assert_cmpuint (counts.same, ==, 2);
  changes = dites_plan_get_changes (dites_import_get_plan (again));
  g_assert_cmpuint (dites_change_set_get_n (changes), ==, 0);
  g_assert_true (write_plan (again, &error));
}

/* A plan does not come true over what somebody else did since. */
static void
test_stale (Desk         *desk,
            gconstpointer data)
{
  g_autoptr (DitesImport) import = new_import (desk, list);
  g_autoptr (GError) error = NULL;

  plan (import);
  g_assert_cmpuint (desk_load (desk, "partner", "{\"name\":\"Essai\"}"), ==, 0);
  g_assert_false (write_plan (import, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_CONFLICT);

  g_clear_error (&error);
  plan (import);
  g_assert_true (write_plan (import, &error));
  g_assert_no_error (error);
}

static void
test_no_list (Desk         *desk,
              gconstpointer data)
{
  g_autoptr (DitesImport) import = new_import (desk, "%PDF-1.7 and so on");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  dites_import_plan_async (import, NULL, NULL, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  g_assert_null (dites_import_plan_finish (import, result, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_NOT_A_LIST);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/import/import", Desk, NULL, desk_set_up, test_import, desk_tear_down);
  g_test_add ("/import/stale", Desk, NULL, desk_set_up, test_stale, desk_tear_down);
  g_test_add ("/import/no-list", Desk, NULL, desk_set_up, test_no_list, desk_tear_down);

  return g_test_run ();
}
