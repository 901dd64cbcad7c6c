/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-editor.h"

#include <string.h>

#include "dites-error.h"
#include "test-desk.h"

#define CAMILLE "intern:00000000-0000-4000-8000-000000000001"
#define ALIX    "intern:00000000-0000-4000-8000-000000000004"
#define STUDIO  "housing:00000000-0000-4000-8000-000000000002"
#define STAY    "tenancy:00000000-0000-4000-8000-000000000003"

static void
set_up (Desk         *desk,
        gconstpointer data)
{
  desk_set_up (desk, data);
  g_assert_cmpuint (desk_load (desk, "intern", "{\"_id\":\"" CAMILLE "\",\"family_name\":\"FICTIF\",\"first_name\":\"Camille\",\"kept\":1e21}"), ==, 0);
  g_assert_cmpuint (desk_load (desk, "housing", "{\"_id\":\"" STUDIO "\",\"title\":\"Studio\",\"type\":\"studio\",\"commune\":\"32013\"}"), ==, 0);
}

/* The editor's last question to the store may still be under way. */
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

/* Lets the main loop go on until the editor has nothing left to do. */
static void
wait_for_editor (DitesEditor *editor)
{
  g_autoptr (GAsyncResult) result = NULL;

  dites_editor_flush_async (editor, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  g_assert_true (dites_editor_flush_finish (editor, result, NULL));
}

static void
wait_for_document (DitesEditor *editor)
{
  while (dites_editor_get_document (editor) == NULL && !dites_editor_is_missing (editor))
    g_main_context_iteration (NULL, TRUE);
}

static DitesEditor *
edit (Desk       *desk,
      const char *id)
{
  DitesEditor *editor = dites_editor_new (desk->store, id);

  wait_for_document (editor);

  return editor;
}

/* As a row does with what was typed. */
static gboolean
set_text (DitesEditor      *editor,
          const DitesField *field,
          const char       *text,
          GError          **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *json = *stripped != '\0' ? dites_value_parse (field, stripped, error) : NULL;

  return (json != NULL || *stripped == '\0') && dites_value_source_set (DITES_VALUE_SOURCE (editor), field, json, error);
}

static void
set (DitesEditor *editor,
     const char  *field,
     const char  *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (set_text (editor, dites_kind_get_field (dites_editor_get_kind (editor), field), text, &error));
  g_assert_no_error (error);
}

static char *
stored (Desk       *desk,
        const char *id,
        const char *member)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (desk->store, NULL);
  g_autoptr (DitesDocument) document = dites_reader_get (reader, id, NULL);

  return document != NULL ? dites_document_dup_string (document, member) : NULL;
}

static void
assert_stored (Desk       *desk,
               const char *id,
               const char *member,
               const char *expected)
{
  g_autofree char *value = stored (desk, id, member);

  g_assert_cmpstr (value, ==, expected);
}

static void
redo (Desk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  dites_store_redo_async (desk->store, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  name = dites_store_redo_finish (desk->store, result, &error);
  g_assert_no_error (error);
}

static void
hold (DitesEditor *editor,
      gboolean     held)
{
  dites_value_source_hold (DITES_VALUE_SOURCE (editor), held);
}

/* Who pauses while typing has one undo, back to what was before the first pause. */
static void
test_held (Desk         *desk,
           gconstpointer data)
{
  g_autoptr (DitesEditor) editor = edit (desk, CAMILLE);

  set (editor, "family_name", "EXEMPLE");
  hold (editor, TRUE);
  set (editor, "first_name", "Do");
  wait_for_editor (editor);
  assert_stored (desk, CAMILLE, "first_name", "Do");
  set (editor, "first_name", "Domi");
  wait_for_editor (editor);
  set (editor, "first_name", "Dominique");
  hold (editor, FALSE);
  set (editor, "first_name", "Lou");
  wait_for_editor (editor);

  desk_undo (desk);
  assert_stored (desk, CAMILLE, "first_name", "Dominique");
  desk_undo (desk);
  assert_stored (desk, CAMILLE, "first_name", "Camille");
  assert_stored (desk, CAMILLE, "family_name", "EXEMPLE");
  redo (desk);
  assert_stored (desk, CAMILLE, "first_name", "Dominique");
  desk_undo (desk);
  desk_undo (desk);
  assert_stored (desk, CAMILLE, "family_name", "FICTIF");
}

/* So it is for the first value of a new document, which is one undo with what follows. */
static void
test_held_draft (Desk         *desk,
                 gconstpointer data)
{
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("intern", ALIX);
  g_autoptr (DitesDocument) draft = dites_document_builder_end (builder);
  g_autoptr (DitesEditor) editor = dites_editor_new_for_draft (desk->store, draft);
  g_autoptr (DitesReader) reader = NULL;
  g_autoptr (DitesDocument) left = NULL;

  hold (editor, TRUE);
  set (editor, "family_name", "BID");
  wait_for_editor (editor);
  set (editor, "family_name", "BIDON");
  wait_for_editor (editor);
  hold (editor, FALSE);
  g_assert_cmpstr (dites_store_get_undo_name (desk->store), ==, "New document: BIDON");

  desk_undo (desk);
  reader = dites_store_new_reader (desk->store, NULL);
  left = dites_reader_get (reader, ALIX, NULL);
  g_assert_null (left);
  redo (desk);
  assert_stored (desk, ALIX, "family_name", "BIDON");
}

/* What somebody else did in between stays an undo of its own, and so does what was undone. */
static void
test_held_between_others (Desk         *desk,
                          gconstpointer data)
{
  g_autoptr (DitesEditor) editor = edit (desk, CAMILLE);

  hold (editor, TRUE);
  set (editor, "first_name", "Do");
  wait_for_editor (editor);
  g_assert_cmpuint (desk_load (desk, "intern", "{\"_id\":\"" ALIX "\",\"family_name\":\"BIDON\",\"first_name\":\"Alix\"}"), ==, 0);
  set (editor, "first_name", "Dominique");
  wait_for_editor (editor);

  desk_undo (desk);
  assert_stored (desk, CAMILLE, "first_name", "Do");
  assert_stored (desk, ALIX, "first_name", "Alix");
  set (editor, "first_name", "Lou");
  wait_for_editor (editor);
  desk_undo (desk);
  assert_stored (desk, CAMILLE, "first_name", "Do");
}

/* Each value is a change set with its own undo, and the editor follows the undo. */
static void
test_values (Desk         *desk,
             gconstpointer data)
{
  g_autoptr (DitesEditor) editor = edit (desk, CAMILLE);

  g_assert_cmpstr (dites_editor_get_title (editor), ==, "FICTIF Camille");
  set (editor, "family_name", "EXEMPLE");
  g_assert_cmpstr (dites_editor_get_title (editor), ==, "EXEMPLE Camille");
  g_assert_true (dites_editor_is_saving (editor));
  set (editor, "first_name", "Dominique");
  wait_for_editor (editor);
  assert_stored (desk, CAMILLE, "family_name", "EXEMPLE");
  assert_stored (desk, CAMILLE, "first_name", "Dominique");
  g_assert_cmpstr (dites_store_get_undo_name (desk->store), ==, "EXEMPLE Dominique: First Name");

  desk_undo (desk);
  assert_stored (desk, CAMILLE, "first_name", "Camille");
  assert_stored (desk, CAMILLE, "family_name", "EXEMPLE");
  while (g_strcmp0 (dites_editor_get_title (editor), "EXEMPLE Camille") != 0)
    g_main_context_iteration (NULL, TRUE);
  desk_undo (desk);
  while (g_strcmp0 (dites_editor_get_title (editor), "FICTIF Camille") != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* A text that the field cannot hold changes nothing. */
static void
test_wrong_value (Desk         *desk,
                  gconstpointer data)
{
  g_autoptr (DitesEditor) editor = edit (desk, STUDIO);
  const DitesField *rent = dites_kind_get_field (dites_editor_get_kind (editor), "rent_cents");
  g_autoptr (GError) error = NULL;

  g_assert_false (set_text (editor, rent, "cheap", &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_INVALID);
  g_assert_false (dites_editor_is_saving (editor));

  set (editor, "rent_cents", "450,50 €");
  wait_for_editor (editor);
  set (editor, "rent_cents", "  ");
  wait_for_editor (editor);
  g_assert_false (dites_document_get (dites_editor_get_document (editor), "rent_cents", &(DitesJson) { NULL, 0 }));
}

/* The value it has already is no change. */
static void
test_same_value (Desk         *desk,
                 gconstpointer data)
{
  g_autoptr (DitesEditor) editor = edit (desk, CAMILLE);

  set (editor, "first_name", "Camille");
  set (editor, "usual_name", "");
  g_assert_false (dites_editor_is_saving (editor));
}

/* Others change the document while somebody works on it: both stand, and of one field the last. */
static void
test_two_at_once (Desk         *desk,
                  gconstpointer data)
{
  g_autoptr (DitesEditor) one = edit (desk, CAMILLE);
  g_autoptr (DitesEditor) other = edit (desk, CAMILLE);

  set (one, "first_name", "Dominique");
  set (other, "family_name", "EXEMPLE");
  wait_for_editor (one);
  wait_for_editor (other);
  assert_stored (desk, CAMILLE, "first_name", "Dominique");
  assert_stored (desk, CAMILLE, "family_name", "EXEMPLE");

  set (one, "first_name", "Claude");
  set (other, "first_name", "Alix");
  wait_for_editor (one);
  wait_for_editor (other);
  assert_stored (desk, CAMILLE, "first_name", "Alix");
  desk_undo (desk);
  assert_stored (desk, CAMILLE, "first_name", "Claude");
}

/* A draft that was left empty leaves nothing behind; its first value stores it. */
static void
test_draft (Desk         *desk,
            gconstpointer data)
{
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("partner", "partner:00000000-0000-4000-8000-000000000009");
  g_autoptr (DitesDocument) draft = dites_document_builder_end (builder);
  g_autoptr (DitesEditor) editor = dites_editor_new_for_draft (desk->store, draft);

  wait_for_editor (editor);
  g_assert_true (dites_editor_is_draft (editor));
  assert_stored (desk, dites_document_get_id (draft), "kind", NULL);

  set (editor, "name", "Mairie de Fictif");
  set (editor, "remarks", "Accueil le lundi");
  wait_for_editor (editor);
  g_assert_false (dites_editor_is_draft (editor));
  assert_stored (desk, dites_document_get_id (draft), "name", "Mairie de Fictif");
  assert_stored (desk, dites_document_get_id (draft), "remarks", "Accueil le lundi");
}

static gboolean
has_problem (DitesEditor *editor,
             const char  *field)
{
  GPtrArray *problems = dites_editor_get_problems (editor);

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    if (g_strcmp0 (((DitesProblem *) problems->pdata[i])->field, field) == 0)
      return TRUE;

  return FALSE;
}

/* What it refers to is called by its title, and what clashes is a problem of the field. */
static void
test_references (Desk         *desk,
                 gconstpointer data)
{
  g_autoptr (DitesEditor) editor = NULL;

  g_assert_cmpuint (desk_load (desk, "intern", "{\"_id\":\"" ALIX "\",\"family_name\":\"EXEMPLE\",\"first_name\":\"Alix\"}"), ==, 0);
  g_assert_cmpuint (desk_load (desk, "tenancy",
                               "[{\"_id\":\"" STAY "\",\"housing\":\"" STUDIO "\",\"intern\":\"" ALIX "\",\"state\":\"proposed\",\"start\":\"2026-11-02\",\"end\":\"2027-04-30\"},"
                               "{\"housing\":\"" STUDIO "\",\"intern\":\"" CAMILLE "\",\"state\":\"confirmed\",\"start\":\"2026-11-02\",\"end\":\"2027-04-30\"}]"),
                    ==, 0);
  editor = edit (desk, STAY);
  g_assert_cmpstr (dites_editor_get_title (editor), ==, "EXEMPLE Alix, Studio");
  g_assert_false (has_problem (editor, "housing"));

  dites_editor_expect_title (editor, CAMILLE, "FICTIF");
  dites_editor_set_json (editor, dites_kind_get_field (dites_editor_get_kind (editor), "intern"), "\"" CAMILLE "\"");
  g_assert_cmpstr (dites_editor_get_title (editor), ==, "FICTIF, Studio");
  set (editor, "state", "reserved");
  wait_for_editor (editor);
  while (!has_problem (editor, "housing"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (dites_editor_get_title (editor), ==, "FICTIF Camille, Studio");
}

/* Several values and the new document that one of them refers to are one change with one undo. */
static void
test_values_at_once (Desk         *desk,
                     gconstpointer data)
{
  const char *owner = "partner:00000000-0000-4000-8000-000000000005";
  g_autoptr (DitesEditor) editor = edit (desk, STUDIO);
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("partner", owner);
  g_autoptr (DitesDocument) partner = NULL;
  const DitesKind       *kind = dites_editor_get_kind (editor);
  const DitesEditorValue values[] = {
    { dites_kind_get_field (kind, "owner"), "\"partner:00000000-0000-4000-8000-000000000005\"" },
    { dites_kind_get_field (kind, "type"), "\"studio\"" },
    { dites_kind_get_field (kind, "floor"), "2" },
  };
  gint64 floor;

  dites_document_builder_set_string (builder, "name", "Mairie de Fictif");
  partner = dites_document_builder_end (builder);
  dites_editor_set_values (editor, values, G_N_ELEMENTS (values), partner);
  wait_for_editor (editor);
  assert_stored (desk, STUDIO, "owner", owner);
  assert_stored (desk, owner, "name", "Mairie de Fictif");
  g_assert_true (dites_document_get_int (dites_editor_get_document (editor), "floor", &floor));
  g_assert_cmpint (floor, ==, 2);

  desk_undo (desk);
  assert_stored (desk, STUDIO, "owner", NULL);
  assert_stored (desk, owner, "name", NULL);

  dites_editor_set_values (editor, &values[1], 1, NULL);
  g_assert_false (dites_editor_is_saving (editor));
}

/* What nobody knows survives. */
static void
test_unknown_members (Desk         *desk,
                      gconstpointer data)
{
  g_autoptr (DitesEditor) editor = edit (desk, CAMILLE);
  g_autoptr (DitesReader) reader = NULL;
  g_autoptr (DitesDocument) document = NULL;
  DitesJson kept;

  set (editor, "first_name", "Dominique");
  wait_for_editor (editor);
  reader = dites_store_new_reader (desk->store, NULL);
  document = dites_reader_get (reader, CAMILLE, NULL);
  g_assert_true (dites_document_get (document, "kept", &kept));
  g_assert_cmpmem (kept.text, kept.length, "1e21", 4);
}

static void
failed_cb (DitesEditor  *editor,
           const GError *error,
           GError      **kept)
{
  g_clear_error (kept);
  *kept = g_error_copy (error);
}

/* A store that cannot write: the value stays, the reason is told, and it is written later. */
static void
test_failure (Desk         *desk,
              gconstpointer data)
{
  g_autoptr (DitesEditor) editor = edit (desk, CAMILLE);
  g_autofree char *script = g_strdup_printf ("sqlite3 '%s'/dites32.sqlite \"CREATE TRIGGER full BEFORE UPDATE ON document BEGIN SELECT RAISE (FAIL, 'full'); END\"", desk->directory);
  g_autofree char *mend = g_strdup_printf ("sqlite3 '%s'/dites32.sqlite 'DROP TRIGGER full'", desk->directory);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) failure = NULL;

  g_signal_connect (editor, "failed", G_CALLBACK (failed_cb), &failure);
  g_assert_cmpint (system (script), ==, 0);
  set (editor, "first_name", "Dominique");
  dites_editor_flush_async (editor, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  g_assert_false (dites_editor_flush_finish (editor, result, NULL));
  g_assert_nonnull (failure);
  g_assert_nonnull (dites_editor_get_failure (editor));
  g_assert_true (dites_editor_is_saving (editor));
  g_assert_cmpstr (dites_editor_get_title (editor), ==, "FICTIF Dominique");
  assert_stored (desk, CAMILLE, "first_name", "Camille");

  g_assert_cmpint (system (mend), ==, 0);
  wait_for_editor (editor);
  assert_stored (desk, CAMILLE, "first_name", "Dominique");
  g_assert_null (dites_editor_get_failure (editor));
}

static void
test_missing (Desk         *desk,
              gconstpointer data)
{
  g_autoptr (DitesEditor) editor = edit (desk, "intern:nobody");

  g_assert_true (dites_editor_is_missing (editor));
  g_assert_null (dites_editor_get_document (editor));
  dites_editor_set_json (editor, dites_kind_get_field (dites_editor_get_kind (editor), "first_name"), "\"X\"");
  g_assert_false (dites_editor_is_saving (editor));
}

/* What the law forbids is refused with each of its reasons; the rest of the document can be set. */
static void
test_publication (Desk         *desk,
                  gconstpointer data)
{
  g_autoptr (DitesEditor) editor = edit (desk, STUDIO);
  DitesValueSource *source = DITES_VALUE_SOURCE (editor);
  const DitesField *state = dites_kind_get_field (dites_editor_get_kind (editor), "state");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  g_assert_false (dites_value_source_set (source, state, "\"published\"", &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "The law forbids to publish it as it is:\n• The rent is missing"));
  g_assert_false (set_text (editor, state, "Published", &again));
  g_assert_cmpstr (again->message, ==, error->message);
  g_assert_false (dites_editor_is_saving (editor));
  g_assert_true (dites_value_source_set (source, state, "\"to_check\"", NULL));

  set (editor, "rent_cents", "400");
  set (editor, "charges_cents", "0");
  set (editor, "area", "25");
  set (editor, "deposit_cents", "0");
  set (editor, "fees_cents", "0");
  g_assert_true (dites_value_source_set (source, state, "\"published\"", NULL));
  wait_for_editor (editor);
  assert_stored (desk, STUDIO, "state", "published");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* As a source of values, a draft that nobody touched has no faults, and a value that says nothing is none. */
static void
test_value_source (Desk         *desk,
                   gconstpointer data)
{
  g_autoptr (DitesDocument) draft = dites_document_new_from_text ("{\"_id\":\"intern:new\",\"kind\":\"intern\",\"emails\":[],\"faculty\":\"\",\"des\":\"MG\"}", -1, NULL);
  g_autoptr (DitesEditor) editor = dites_editor_new_for_draft (desk->store, draft);
  DitesValueSource *source = DITES_VALUE_SOURCE (editor);
  const DitesKind  *kind = dites_editor_get_kind (editor);
  DitesJson         value;
  guint             n = 0;

  g_signal_connect_swapped (source, "changed", G_CALLBACK (count_cb), &n);
  g_assert_cmpuint (dites_editor_get_problems (editor)->len, ==, 2);
  g_assert_null (dites_value_source_get_problems (source));
  g_assert_false (dites_value_source_get (source, dites_kind_get_field (kind, "emails"), &value));
  g_assert_false (dites_value_source_get (source, dites_kind_get_field (kind, "faculty"), &value));
  g_assert_false (dites_value_source_get (source, dites_kind_get_field (kind, "rank"), &value));
  g_assert_true (dites_value_source_get (source, dites_kind_get_field (kind, "des"), &value));
  g_assert_true (dites_json_string_equal (value, "MG"));

  g_assert_true (dites_value_source_set (source, dites_kind_get_field (kind, "first_name"), "\"Camille\"", NULL));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (dites_value_source_get_problems (source)->len, ==, 1);
  wait_for_editor (editor);
  /* A question to the store may keep the editor for longer than this. */
  g_signal_handlers_disconnect_by_data (source, &n);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define add(NAME, FUNC) g_test_add ("/editor/" NAME, Desk, NULL, set_up, FUNC, tear_down)
  add ("values", test_values);
  add ("held", test_held);
  add ("held-draft", test_held_draft);
  add ("held-between-others", test_held_between_others);
  add ("wrong-value", test_wrong_value);
  add ("same-value", test_same_value);
  add ("two-at-once", test_two_at_once);
  add ("draft", test_draft);
  add ("references", test_references);
  add ("values-at-once", test_values_at_once);
  add ("unknown-members", test_unknown_members);
  add ("failure", test_failure);
  add ("missing", test_missing);
  add ("publication", test_publication);
  add ("value-source", test_value_source);
#undef add

  return g_test_run ();
}
