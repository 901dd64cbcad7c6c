/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-column-memory.h"

#include "dites-error.h"
#include "test-desk.h"

static DitesListTable *
read_list (const char *header)
{
  const DitesListOptions options = { .is_header = dites_list_count_headers };
  g_autofree char       *text = g_strdup_printf ("NOM;PRENOM;%s\nFICTIF;Camille;x\n", header);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  DitesListTable *table = dites_list_table_read (bytes, &options, NULL, &error);

  g_assert_no_error (error);

  return table;
}

static gboolean
keep (Desk       *desk,
      const char *header,
      GError    **error)
{
  g_autoptr (DitesListTable) table = read_list (header);
  g_autoptr (DitesListMapping) mapping = dites_list_mapping_guess (table, NULL);

  dites_list_mapping_set_use (mapping, 2, DITES_COLUMN_IGNORED);

  return dites_column_memory_keep (desk->directory, mapping, error);
}

static DitesColumnUse
recall (Desk       *desk,
        const char *header)
{
  g_autoptr (DitesListTable) table = read_list (header);
  g_autoptr (DitesListMapping) guessed = dites_list_mapping_guess (table, NULL);
  g_autoptr (DitesListMapping) recalled = dites_column_memory_recall (desk->directory, table, guessed, FALSE);

  return dites_list_mapping_get_use (recalled, 2);
}

static void
test_headers (Desk         *desk,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (recall (desk, "Groupe"), ==, DITES_COLUMN_EXTRA);
  g_assert_true (keep (desk, "Groupe", &error));
  g_assert_no_error (error);
  g_assert_true (keep (desk, "Vague", &error));
  g_assert_cmpint (recall (desk, "Groupe"), ==, DITES_COLUMN_IGNORED);
  g_assert_cmpint (recall (desk, "GROUPE"), ==, DITES_COLUMN_IGNORED);
  g_assert_cmpint (recall (desk, "Vague"), ==, DITES_COLUMN_IGNORED);
  g_assert_cmpint (recall (desk, "Autre"), ==, DITES_COLUMN_EXTRA);
}

/* The oldest goes when there are many; what was kept again is not old. */
static void
test_many (Desk         *desk,
           gconstpointer data)
{
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *header = g_strdup_printf ("Groupe %d", i);

      g_assert_true (keep (desk, header, NULL));
    }
  g_assert_true (keep (desk, "Groupe 0", NULL));
  g_assert_true (keep (desk, "Vague", NULL));

  g_assert_cmpint (recall (desk, "Groupe 0"), ==, DITES_COLUMN_IGNORED);
  g_assert_cmpint (recall (desk, "Groupe 1"), ==, DITES_COLUMN_EXTRA);
  g_assert_cmpint (recall (desk, "Groupe 199"), ==, DITES_COLUMN_IGNORED);
  g_assert_cmpint (recall (desk, "Vague"), ==, DITES_COLUMN_IGNORED);
}

/* The kind of the list is recalled too, unless a person says another. */
static void
test_kind (Desk         *desk,
           gconstpointer data)
{
  g_autoptr (DitesListTable) table = read_list ("Commune");
  g_autoptr (DitesListMapping) guessed = dites_list_mapping_guess (table, NULL);
  g_autoptr (DitesListMapping) chosen = dites_list_mapping_guess (table, dites_kind_get ("partner"));
  g_autoptr (DitesListMapping) recalled = NULL;
  g_autoptr (DitesListMapping) given = NULL;

  g_assert_cmpstr (dites_list_mapping_get_kind (guessed)->name, ==, "intern");
  g_assert_true (dites_column_memory_keep (desk->directory, chosen, NULL));

  recalled = dites_column_memory_recall (desk->directory, table, guessed, FALSE);
  g_assert_cmpstr (dites_list_mapping_get_kind (recalled)->name, ==, "partner");
  given = dites_column_memory_recall (desk->directory, table, guessed, TRUE);
  g_assert_cmpstr (dites_list_mapping_get_kind (given)->name, ==, "intern");

  g_assert_true (dites_column_memory_forget (desk->directory, guessed, NULL));
  g_clear_object (&recalled);
  recalled = dites_column_memory_recall (desk->directory, table, guessed, FALSE);
  g_assert_cmpstr (dites_list_mapping_get_kind (recalled)->name, ==, "intern");
}

/* What is damaged is as good as nothing, and is written anew. */
static void
test_damaged (Desk         *desk,
              gconstpointer data)
{
  static const char *const texts[] = { "", "{", "[]", "null", "{\"a\":1}\xff", "{\"x\":{\"columns\":[]}}" };
  g_autofree char         *path = g_build_filename (desk->directory, "columns.json", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_assert_cmpint (recall (desk, "Groupe"), ==, DITES_COLUMN_EXTRA);
      g_assert_true (keep (desk, "Groupe", NULL));
      g_assert_cmpint (recall (desk, "Groupe"), ==, DITES_COLUMN_IGNORED);
    }
}

static void
test_cannot_write (Desk         *desk,
                   gconstpointer data)
{
  g_autofree char *path = g_build_filename (desk->directory, "columns.json", NULL);
  g_autofree char *inside = g_build_filename (path, "inside", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  g_assert_false (keep (desk, "Groupe", &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_STORAGE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/column-memory/headers", Desk, NULL, desk_set_up, test_headers, desk_tear_down);
  g_test_add ("/column-memory/many", Desk, NULL, desk_set_up, test_many, desk_tear_down);
  g_test_add ("/column-memory/kind", Desk, NULL, desk_set_up, test_kind, desk_tear_down);
  g_test_add ("/column-memory/damaged", Desk, NULL, desk_set_up, test_damaged, desk_tear_down);
  g_test_add ("/column-memory/cannot-write", Desk, NULL, desk_set_up, test_cannot_write, desk_tear_down);

  return g_test_run ();
}
