/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-import-summary.h"
#include "dites-list-memory.h"
#include "dites-plan-filter.h"
#include "test-lists.h"

/* A list that comes again: who is named no more, and when nobody is. */

#define TITLE   "Semestre d'hiver 2025-2026;;;\r\n"
#define HEADER  "NOM;PRENOM;MAIL;TERRAIN DE STAGE\r\n"
#define ALIX    "BIDON;ALIX;alix.bidon@exemple.invalid;CH AUCH / URGENCES\r\n"
#define ANNE    "D'ESSAI;ANNE;anne.dessai@exemple.invalid;CH AUCH / URGENCES\r\n"
#define CAMILLE "FICTIF;CAMILLE;camille.fictif@exemple.invalid;CH CONDOM\r\n"
#define LEO     "EXEMPLE;LEO;leo.exemple@exemple.invalid;CH AUCH / PEDIATRIE\r\n"
#define ZOE     "FABLE;ZOE;zoe.fable@exemple.invalid;CH MIRANDE\r\n"

static const char whole[] = TITLE HEADER ALIX ANNE CAMILLE LEO;
static const char corrected[] = TITLE HEADER ALIX ANNE LEO;
static const char with_zoe[] = TITLE HEADER ALIX ANNE LEO ZOE;

static void
import_list (Desk       *desk,
             const char *content)
{
  g_autoptr (DitesImport) import = desk_new_import (desk, "liste.csv", content);
  g_autoptr (GError) error = NULL;

  desk_plan (import);
  g_assert_true (desk_write (import, &error));
  g_assert_no_error (error);
}

static guint
count_absent (Desk       *desk,
              const char *content)
{
  g_autoptr (DitesImport) import = desk_new_import (desk, "liste.csv", content);

  return dites_plan_get_n_absent (desk_plan (import));
}

static gboolean
is_trashed (Desk       *desk,
            const char *id)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (desk->store, NULL);

  return dites_reader_is_trashed (reader, id);
}

/* It is said who and where, and nothing changes by itself. */
static void
test_absent (Desk         *desk,
             gconstpointer data)
{
  g_autoptr (DitesImport) import = NULL;
  g_autoptr (DitesChangeSet) changes = NULL;
  g_autoptr (DitesPlanFilter) filter = dites_plan_filter_new ();
  g_autofree char       *intent = NULL;
  const DitesPlanAbsent *absent;

  g_assert_cmpuint (count_absent (desk, whole), ==, 0);
  import_list (desk, whole);
  g_assert_cmpuint (count_absent (desk, whole), ==, 0);

  import = desk_new_import (desk, "liste.csv", corrected);
  g_assert_cmpuint (dites_plan_get_n_absent (desk_plan (import)), ==, 1);
  absent = dites_plan_get_absent (dites_import_get_plan (import), 0);
  g_assert_cmpstr (absent->title, ==, "FICTIF Camille");
  g_assert_cmpstr (absent->where, ==, "Centre hospitalier de Condom");
  g_assert_false (absent->trashed);
  intent = dites_import_summary_intent (dites_import_get_plan (import));
  g_assert_cmpstr (intent, ==, "Nothing to write for now. 1 person whom an earlier version placed is no longer in this list.");
  changes = dites_plan_get_changes (dites_import_get_plan (import));
  g_assert_cmpuint (dites_change_set_get_n (changes), ==, 0);

  dites_plan_filter_set_plan (filter, dites_import_get_plan (import));
  g_assert_cmpuint (dites_plan_filter_count (filter, DITES_PLAN_SHOW_ABSENT), ==, 1);
  dites_plan_filter_set_show (filter, DITES_PLAN_SHOW_ABSENT);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (filter)), ==, 0);

  /* Until something is done about it, later versions say it again. */
  import_list (desk, corrected);
  g_assert_cmpuint (count_absent (desk, corrected), ==, 1);
  g_assert_cmpuint (count_absent (desk, whole), ==, 0);
}

/* What is chosen is done with the import, is undone with it, and is then said again. */
static void
test_trash (Desk         *desk,
            gconstpointer data)
{
  g_autoptr (DitesImport) import = NULL;
  g_autofree char *id = NULL;
  g_autofree char *intent = NULL;
  g_autofree char *result = NULL;

  import_list (desk, whole);
  import = desk_new_import (desk, "liste.csv", with_zoe);
  desk_plan (import);
  g_assert_false (dites_plan_has_answers (dites_import_get_plan (import)));
  dites_plan_trash_absent (dites_import_get_plan (import), 0, TRUE);
  g_assert_true (dites_plan_has_answers (dites_import_get_plan (import)));

  /* A plan that is made again still does it. */
  desk_plan (import);
  g_assert_cmpuint (dites_plan_get_n_trashed (dites_import_get_plan (import)), ==, 1);
  id = g_strdup (dites_document_get_id (dites_plan_get_absent (dites_import_get_plan (import), 0)->placement));
  intent = dites_import_summary_intent (dites_import_get_plan (import));
  g_assert_true (g_str_has_prefix (intent, "To be written: 1 new intern, 1 new placement, 1 placement to the trash"));

  g_assert_true (desk_write (import, NULL));
  result = dites_import_summary_result (dites_import_get_plan (import));
  g_assert_true (g_str_has_prefix (result, "Import of 1 intern, with 1 new placement, 1 placement to the trash"));
  g_assert_true (is_trashed (desk, id));
  g_assert_cmpuint (count_absent (desk, with_zoe), ==, 0);

  desk_undo (desk);
  g_assert_false (is_trashed (desk, id));
  g_assert_cmpuint (count_absent (desk, with_zoe), ==, 1);
}

/* A list that only takes away is written, under a name that says so. */
static void
test_trash_alone (Desk         *desk,
                  gconstpointer data)
{
  g_autoptr (DitesImport) import = NULL;
  g_autofree char *intent = NULL;
  g_autofree char *result = NULL;

  import_list (desk, whole);
  import = desk_new_import (desk, "liste.csv", corrected);
  dites_plan_trash_absent (desk_plan (import), 0, TRUE);
  intent = dites_import_summary_intent (dites_import_get_plan (import));
  g_assert_true (g_str_has_prefix (intent, "To be written: 1 placement to the trash."));
  result = dites_import_summary_result (dites_import_get_plan (import));
  g_assert_cmpstr (result, ==, "1 placement to the trash");
  g_assert_true (desk_write (import, NULL));
  g_assert_cmpuint (count_absent (desk, corrected), ==, 0);
}

/* A list about others, or about a part of them, says nothing of the rest; nor does one that cannot be read whole. */
static void
test_others (Desk         *desk,
             gconstpointer data)
{
  static const char *const lists[] = {
    TITLE HEADER                                                 ZOE,                                                            /* others */
    TITLE HEADER ALIX                                            ANNE,                                                           /* a part */
    "Semestre d'été 2026;;;\r\n" HEADER ALIX ANNE                LEO,                                                            /* another semester */
    HEADER ALIX ANNE                                             LEO,                                                            /* no semester */
    TITLE "NOM;PRENOM;MAIL;TERRAIN DE STAGE;PHASE\r\n" ALIX ANNE LEO,                                                            /* other columns */
    TITLE HEADER                                                 ALIX ANNE ";;inconnu;CH CONDOM\r\n" LEO,                        /* a row about nobody knows whom */
    TITLE HEADER ALIX                                            ANNE LEO "FICTIF;CAMILLE;c.fictif@autre.invalid;CH CONDOM\r\n", /* perhaps the same */
    TITLE HEADER ALIX                                            ANNE LEO "FICTIF;CAMILLE;camille.fictif@exemple.invalid;\r\n",  /* named without a place */
  };

  import_list (desk, whole);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_test_message ("%s", lists[i]);
      g_assert_cmpuint (count_absent (desk, lists[i]), ==, 0);
    }

  /* Two lists of one semester with the same columns are each compared with its own. */
  import_list (desk, TITLE HEADER ZOE);
  g_assert_cmpuint (count_absent (desk, corrected), ==, 1);
  g_assert_cmpuint (count_absent (desk, TITLE HEADER ZOE), ==, 0);
}

/* One person may be known twice, and be named by the other address. */
static void
test_known_twice (Desk         *desk,
                  gconstpointer data)
{
  static const char others[] = TITLE HEADER ALIX ANNE LEO "FICTIF;CAMILLE;c.fictif@autre.invalid;CH CONDOM\r\n";

  g_assert_cmpuint (desk_load (desk, "intern",
                               "[{\"family_name\":\"FICTIF\",\"first_name\":\"Camille\",\"emails\":[\"camille.fictif@exemple.invalid\"]},"
                               "{\"family_name\":\"FICTIF\",\"first_name\":\"Camille\",\"emails\":[\"c.fictif@autre.invalid\"]}]"),
                    ==, 0);
  import_list (desk, whole);
  g_assert_cmpuint (count_absent (desk, others), ==, 0);
  g_assert_cmpuint (count_absent (desk, corrected), ==, 1);
}

static void
set_placement (Desk       *desk,
               const char *member,
               const char *value)
{
  g_autoptr (DitesImport) import = desk_new_import (desk, "liste.csv", corrected);
  DitesDocument *placement = dites_plan_get_absent (desk_plan (import), 0)->placement;
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new_from (placement);
  g_autoptr (DitesDocument) changed = NULL;
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Change");
  g_autoptr (GAsyncResult) result = NULL;

  dites_document_builder_set_string (builder, member, value);
  changed = dites_document_builder_end (builder);
  dites_change_set_put (changes, placement, changed);
  dites_store_write_async (desk->store, changes, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  g_assert_true (dites_store_write_finish (desk->store, result, NULL));
}

/* Whoever does not come, or comes another time, was dealt with. */
static void
test_cancelled (Desk         *desk,
                gconstpointer data)
{
  import_list (desk, whole);
  set_placement (desk, "state", "cancelled");
  g_assert_cmpuint (count_absent (desk, corrected), ==, 0);
}

static void
test_moved (Desk         *desk,
            gconstpointer data)
{
  import_list (desk, whole);
  set_placement (desk, "semester", "semester:other");
  g_assert_cmpuint (count_absent (desk, corrected), ==, 0);
}

/* What is remembered is no more than ids; what cannot be read or written hinders no import. */
static void
test_memory (Desk         *desk,
             gconstpointer data)
{
  static const char *const placed[] = { "placement:a", NULL };
  static const char *const more[] = { "placement:a", "placement:b", NULL };
  g_autofree char         *path = g_build_filename (desk->directory, "lists.json", NULL);
  g_autofree char         *text = NULL;
  g_autoptr (GPtrArray) lists = NULL;

  import_list (desk, whole);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, "FICTIF"));

  g_assert_true (g_file_set_contents (path, "[{\"header\":1},2,", -1, NULL));
  g_assert_cmpuint (count_absent (desk, corrected), ==, 0);
  import_list (desk, whole);
  g_assert_cmpuint (count_absent (desk, corrected), ==, 1);

  /* A later version takes the place of the earlier one; the oldest lists go. */
  g_assert_true (dites_list_memory_keep (desk->directory, "h", "semester:s", placed, NULL));
  g_assert_true (dites_list_memory_keep (desk->directory, "h", "semester:s", more, NULL));
  lists = dites_list_memory_recall (desk->directory, "h", "semester:s");
  g_assert_cmpuint (lists->len, ==, 1);
  g_assert_cmpuint (g_strv_length (lists->pdata[0]), ==, 2);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *signature = g_strdup_printf ("%u", i);

      g_assert_true (dites_list_memory_keep (desk->directory, signature, "semester:s", placed, NULL));
    }
  g_assert_cmpuint (count_absent (desk, corrected), ==, 0);

  desk_remove (path);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (dites_list_memory_keep (desk->directory, "h", "semester:s", placed, NULL));
  import_list (desk, whole);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/list-versions/absent", Desk, NULL, desk_set_up, test_absent, desk_tear_down);
  g_test_add ("/list-versions/trash", Desk, NULL, desk_set_up, test_trash, desk_tear_down);
  g_test_add ("/list-versions/trash-alone", Desk, NULL, desk_set_up, test_trash_alone, desk_tear_down);
  g_test_add ("/list-versions/others", Desk, NULL, desk_set_up, test_others, desk_tear_down);
  g_test_add ("/list-versions/known-twice", Desk, NULL, desk_set_up, test_known_twice, desk_tear_down);
  g_test_add ("/list-versions/cancelled", Desk, NULL, desk_set_up, test_cancelled, desk_tear_down);
  g_test_add ("/list-versions/moved", Desk, NULL, desk_set_up, test_moved, desk_tear_down);
  g_test_add ("/list-versions/memory", Desk, NULL, desk_set_up, test_memory, desk_tear_down);

  return g_test_run ();
}
