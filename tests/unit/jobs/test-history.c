/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-history.h"

#include <string.h>

#include "dites-editor.h"
#include "test-desk.h"

#define CAMILLE "intern:camille"
#define STAY    "tenancy:camille"

static void
set_up (Desk         *desk,
        gconstpointer data)
{
  desk_set_up (desk, data);
  g_assert_cmpuint (desk_load (desk, "intern", "{\"_id\":\"" CAMILLE "\",\"family_name\":\"FICTIF\",\"first_name\":\"Camille\"}"), ==, 0);
  g_assert_cmpuint (desk_load (desk, "housing", "{\"_id\":\"housing:studio\",\"title\":\"Studio\",\"type\":\"studio\",\"commune\":\"32013\"}"), ==, 0);
  g_assert_cmpuint (desk_load (desk, "tenancy", "{\"housing\":\"housing:studio\",\"_id\":\"" STAY "\",\"intern\":\"" CAMILLE "\",\"state\":\"proposed\",\"start\":\"2026-11-02\"}"), ==, 0);
}

/* The history's last question to the store may still be under way. */
static void
tear_down (Desk         *desk,
           gconstpointer data)
{
  for (guint i = 0; i < 2000 && G_OBJECT (desk->store)->ref_count > 1; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        continue;
      g_usleep (1000);
    }
  desk_tear_down (desk, data);
}

static void
wait_for (DitesHistory *history)
{
  while (dites_history_is_loading (history))
    g_main_context_iteration (NULL, TRUE);
}

static void
set (Desk       *desk,
     const char *id,
     const char *field,
     const char *json)
{
  g_autoptr (DitesEditor) editor = dites_editor_new (desk->store, id);
  g_autoptr (GAsyncResult) result = NULL;

  while (dites_editor_get_document (editor) == NULL)
    g_main_context_iteration (NULL, TRUE);
  dites_editor_set_json (editor, dites_kind_get_field (dites_editor_get_kind (editor), field), json);
  dites_editor_flush_async (editor, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  g_assert_true (dites_editor_flush_finish (editor, result, NULL));
}

static void
undo (Desk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *name = NULL;

  dites_store_undo_async (desk->store, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  name = dites_store_undo_finish (desk->store, result, NULL);
  g_assert_nonnull (name);
}

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            gpointer    user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u ", position, removed, added);
}

static void
assert_item (DitesHistory *history,
             guint         position,
             const char   *name,
             const char   *details,
             gboolean      undoable)
{
  g_autoptr (DitesHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (history), position);
  g_autofree char *its_name = dites_history_item_dup_name (item);
  g_autofree char *its_details = dites_history_item_dup_details (item);

  g_assert_cmpstr (its_name, ==, name);
  g_assert_cmpstr (its_details, ==, details);
  g_assert_cmpint (dites_history_item_can_undo (item), ==, undoable);
}

/* What is new comes at the beginning, and what was undone says so; the rest is not touched. */
static void
test_all (Desk         *desk,
          gconstpointer data)
{
  g_autoptr (DitesHistory) history = dites_history_new (desk->store, NULL);
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (DitesHistoryItem) item = NULL;
  g_autofree char *origin = NULL;

  wait_for (history);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (history)), ==, 3);
  g_signal_connect (history, "items-changed", G_CALLBACK (changed_cb), changes);

  set (desk, CAMILLE, "first_name", "\"Dominique\"");
  wait_for (history);
  g_assert_cmpstr (changes->str, ==, "0-0+1 ");
  assert_item (history, 0, "FICTIF Dominique: First Name", "", TRUE);

  g_string_truncate (changes, 0);
  undo (desk);
  wait_for (history);
  g_assert_cmpstr (changes->str, ==, "0-0+1 1-1+1 ");
  assert_item (history, 0, "Undone: FICTIF Dominique: First Name", "", FALSE);
  assert_item (history, 1, "FICTIF Dominique: First Name", "", FALSE);
  item = g_list_model_get_item (G_LIST_MODEL (history), 1);
  origin = dites_history_item_dup_origin (item);
  g_assert_true (g_str_has_suffix (origin, " · undone"));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (history), 5));
}

/* Of one document: what it had before and after, with the titles of what it referred to. */
static void
test_document (Desk         *desk,
               gconstpointer data)
{
  g_autoptr (DitesHistory) history = NULL;

  set (desk, STAY, "state", "\"confirmed\"");
  set (desk, STAY, "intern", NULL);
  history = dites_history_new (desk->store, STAY);
  wait_for (history);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (history)), ==, 3);
  {
    g_autoptr (DitesHistoryItem) first = g_list_model_get_item (G_LIST_MODEL (history), 0);
    g_autoptr (DitesHistoryItem) last = g_list_model_get_item (G_LIST_MODEL (history), 2);
    g_autofree char *details = dites_history_item_dup_details (first);
    g_autofree char *made = dites_history_item_dup_details (last);

    g_assert_cmpstr (details, ==, "Intern: FICTIF Camille → empty");
    g_assert_nonnull (strstr (made, "Intern: FICTIF Camille\n"));
    g_assert_nonnull (strstr (made, "State: Proposed"));
  }
}

/* A document that never was has no history, which is said. */
static void
test_missing (Desk         *desk,
              gconstpointer data)
{
  g_autoptr (DitesHistory) history = dites_history_new (desk->store, "intern:nobody");

  wait_for (history);
  g_assert_nonnull (dites_history_get_error (history));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (history)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define add(NAME, FUNC) g_test_add ("/history/" NAME, Desk, NULL, set_up, FUNC, tear_down)
  add ("all", test_all);
  add ("document", test_document);
  add ("missing", test_missing);
#undef add

  return g_test_run ();
}
