/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <sqlite3.h>

#include "dites-error.h"
#include "test-faulty-disk.h"
#include "test-lists.h"

static const char list[] =
  "Semestre d'hiver 2025-2026;;;\r\n"
  "NOM;PRENOM;MAIL;TERRAIN DE STAGE\r\n"
  "FICTIF;CAMILLE;camille.fictif@exemple.invalid;CH AUCH / URGENCES\r\n"
  "D'ESSAI;ANNE LAURE;anne-laure.dessai@exemple.invalid;Dr ESSAI (Eauze)\r\n";

static void
test_import (Desk         *desk,
             gconstpointer data)
{
  g_autoptr (DitesImport) import = desk_new_import (desk, "liste.csv", list);
  g_autoptr (DitesImport) again = NULL;
  g_autoptr (DitesChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  DitesPlanCounts counts = dites_plan_get_counts (desk_plan (import));

  g_assert_cmpstr (dites_import_get_name (import), ==, "liste.csv");
  g_assert_cmpuint (counts.read, ==, 2);
  g_assert_cmpuint (counts.added, ==, 2);
  g_assert_true (desk_write (import, &error));
  g_assert_no_error (error);
  g_assert_nonnull (dites_store_get_undo_name (desk->store));

  again = desk_new_import (desk, "liste.csv", list);
  counts = dites_plan_get_counts (desk_plan (again));
  g_assert_cmpuint (counts.same, ==, 2);
  changes = dites_plan_get_changes (dites_import_get_plan (again));
  g_assert_cmpuint (dites_change_set_get_n (changes), ==, 0);
  g_assert_true (desk_write (again, &error));
}

/* What was pasted needs no file, and can be read again with other options. */
static void
test_bytes (Desk         *desk,
            gconstpointer data)
{
  static const char pasted[] = "NOM\tPRENOM\nFICTIF\tCAMILLE\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (pasted, strlen (pasted));
  g_autoptr (DitesImport) import = dites_import_new_for_bytes (desk->store, bytes, "Pasted List");

  g_assert_null (dites_import_get_file (import));
  g_assert_cmpstr (dites_import_get_name (import), ==, "Pasted List");
  g_assert_cmpuint (dites_plan_get_counts (desk_plan (import)).added, ==, 1);
  dites_import_set_encoding (import, "windows-1252");
  g_assert_cmpuint (dites_plan_get_counts (desk_plan (import)).added, ==, 1);
  g_assert_cmpstr (dites_list_table_get_encoding (dites_import_get_table (import)), ==, "windows-1252");
}

/* A plan does not come true over what somebody else did since. */
static void
test_stale (Desk         *desk,
            gconstpointer data)
{
  g_autoptr (DitesImport) import = desk_new_import (desk, "liste.csv", list);
  g_autoptr (GError) error = NULL;

  desk_plan (import);
  g_assert_cmpuint (desk_load (desk, "partner", "{\"name\":\"Essai\"}"), ==, 0);
  g_assert_false (desk_write (import, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_CONFLICT);

  g_clear_error (&error);
  desk_plan (import);
  g_assert_true (desk_write (import, &error));
  g_assert_no_error (error);
}

/* Where the disk does not say who is there, there is no plan: one in which everybody is new. */
static void
test_disk_fails (Desk         *desk,
                 gconstpointer data)
{
  g_autoptr (DitesImport) first = desk_new_import (desk, "liste.csv", list);
  guint    n_refused = 0;
  gboolean failed = TRUE;

  desk_plan (first);
  g_assert_true (desk_write (first, NULL));

  for (int after = 0; failed; after++)
    {
      g_autoptr (DitesImport) import = desk_new_import (desk, "liste.csv", list);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (DitesPlan) plan = NULL;
      g_autoptr (GError) error = NULL;

      test_faulty_arm (TEST_FAULTY_READS, after, SQLITE_IOERR_READ, FALSE);
      dites_import_plan_async (import, NULL, NULL, NULL, desk_keep_result_cb, &result);
      desk_wait (&result);
      plan = dites_import_plan_finish (import, result, &error);
      failed = test_faulty_count () > 0;
      test_faulty_disarm ();
      if (plan != NULL)
        {
          g_assert_cmpuint (dites_plan_get_counts (plan).same, ==, 2);
          continue;
        }
      g_assert_error (error, DITES_ERROR, DITES_ERROR_STORAGE);
      g_assert_cmpstr (error->message, ==, "The disk does not read or write as it should");
      n_refused++;
    }
  g_assert_cmpuint (n_refused, >, 4);
}

static void
answer (DitesPlan *plan)
{
  g_autoptr (DitesPlanRow) first = dites_plan_get_row (plan, 0);
  g_autoptr (DitesPlanRow) second = dites_plan_get_row (plan, 1);

  g_assert_cmpint (dites_plan_row_get_state (first), ==, DITES_ROW_DOUBTFUL);
  g_assert_true (dites_plan_row_decide (first, DITES_PLAN_NEW));
  dites_plan_row_set_excluded (second, TRUE);
}

static void
assert_answered (DitesPlan *plan,
                 gboolean   answered)
{
  g_autoptr (DitesPlanRow) first = dites_plan_get_row (plan, 0);
  g_autoptr (DitesPlanRow) second = dites_plan_get_row (plan, 1);

  g_assert_cmpint (dites_plan_has_answers (plan), ==, answered);
  g_assert_cmpint (dites_plan_row_get_state (first), ==, answered ? DITES_ROW_NEW : DITES_ROW_DOUBTFUL);
  g_assert_cmpint (dites_plan_row_is_excluded (second), ==, answered);
}

/* Answers outlive a new plan of the same list: another mapping, a conflict, the file read again. */
static void
test_answers (Desk         *desk,
              gconstpointer data)
{
  g_autoptr (DitesImport) import = NULL;
  g_autoptr (DitesListMapping) mapping = NULL;
  g_autoptr (DitesPlan) before = NULL;

  g_assert_cmpuint (desk_load (desk, "intern", desk_known), ==, 0);
  import = desk_new_import (desk, "liste.csv", desk_doubtful);
  answer (desk_plan (import));
  assert_answered (dites_import_get_plan (import), TRUE);

  before = g_object_ref (dites_import_get_plan (import));
  mapping = dites_list_mapping_copy (dites_import_get_mapping (import));
  g_assert_true (dites_list_mapping_set_field (mapping, 3, "remarks", NULL));
  dites_import_set_mapping (import, mapping);
  g_assert_true (desk_plan (import) != before);
  assert_answered (dites_import_get_plan (import), TRUE);

  dites_import_reread (import);
  assert_answered (desk_plan (import), TRUE);

  /* In another file the same line may be about somebody else. */
  g_object_unref (desk_new_import (desk, "liste.csv",
                                   "NOM;PRENOM;MAIL;GROUPE\r\n"
                                   "FICTIF;CAMILLE;camille@autre.invalid;A\r\n"
                                   "BIDON;ANNE;anne.bidon@exemple.invalid;A\r\n"));
  dites_import_reread (import);
  assert_answered (desk_plan (import), FALSE);
}

static void
assert_column (DitesImport *import,
               const char  *field)
{
  const DitesField *found = dites_list_mapping_get_field (dites_import_get_mapping (import), 3);

  g_assert_cmpstr (found != NULL ? found->name : NULL, ==, field);
}

/* What a person made of the columns is remembered for the next list with that header, until taken back. */
static void
test_memory (Desk         *desk,
             gconstpointer data)
{
  g_autoptr (DitesImport) first = desk_new_import (desk, "liste.csv", desk_doubtful);
  g_autoptr (DitesImport) second = desk_new_import (desk, "autre.csv", desk_doubtful);
  g_autoptr (DitesImport) third = desk_new_import (desk, "encore.csv", desk_doubtful);
  g_autoptr (DitesListMapping) mapping = NULL;

  desk_plan (first);
  assert_column (first, NULL);
  mapping = dites_list_mapping_copy (dites_import_get_mapping (first));
  g_assert_true (dites_list_mapping_set_field (mapping, 3, "remarks", NULL));
  dites_import_set_mapping (first, mapping);
  desk_plan (first);
  assert_column (first, "remarks");
  g_assert_null (dites_import_get_warning (first));

  desk_plan (second);
  assert_column (second, "remarks");
  dites_import_reset_mapping (second);
  desk_plan (second);
  assert_column (second, NULL);

  desk_plan (third);
  assert_column (third, NULL);
}

static void
test_no_list (Desk         *desk,
              gconstpointer data)
{
  g_autoptr (DitesImport) import = desk_new_import (desk, "liste.csv", "%PDF-1.7 and so on");
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
  test_faulty_install ();

  g_test_add ("/import/import", Desk, NULL, desk_set_up, test_import, desk_tear_down);
  g_test_add ("/import/bytes", Desk, NULL, desk_set_up, test_bytes, desk_tear_down);
  g_test_add ("/import/disk-fails", Desk, NULL, desk_set_up, test_disk_fails, desk_tear_down);
  g_test_add ("/import/stale", Desk, NULL, desk_set_up, test_stale, desk_tear_down);
  g_test_add ("/import/answers", Desk, NULL, desk_set_up, test_answers, desk_tear_down);
  g_test_add ("/import/memory", Desk, NULL, desk_set_up, test_memory, desk_tear_down);
  g_test_add ("/import/no-list", Desk, NULL, desk_set_up, test_no_list, desk_tear_down);

  return g_test_run ();
}
