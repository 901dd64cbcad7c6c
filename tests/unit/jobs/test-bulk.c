/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-bulk.h"

#include <string.h>

#include "dites-error.h"
#include "test-desk.h"

#define CAMILLE "intern:00000000-0000-4000-8000-000000000001"
#define ALIX    "intern:00000000-0000-4000-8000-000000000002"
#define SACHA   "intern:00000000-0000-4000-8000-000000000003"
#define STUDIO  "housing:00000000-0000-4000-8000-000000000004"

static const char *const everybody[] = { CAMILLE, ALIX, SACHA, NULL };

static void
set_up (Desk         *desk,
        gconstpointer data)
{
  desk_set_up (desk, data);
  g_assert_cmpuint (desk_load (desk, "intern",
                               "[{\"_id\":\"" CAMILLE "\",\"family_name\":\"FICTIF\",\"first_name\":\"Camille\",\"kept\":1e21},"
                               "{\"_id\":\"" ALIX "\",\"family_name\":\"EXEMPLE\",\"first_name\":\"Alix\",\"state\":\"left\"},"
                               "{\"_id\":\"" SACHA "\",\"family_name\":\"BIDON\",\"first_name\":\"Sacha\"}]"),
                    ==, 0);
  g_assert_cmpuint (desk_load (desk, "housing", "{\"_id\":\"" STUDIO "\",\"title\":\"Studio\",\"type\":\"studio\",\"commune\":\"32013\"}"), ==, 0);
}

static const DitesField *
state_field (void)
{
  return dites_kind_get_field (dites_kind_get ("intern"), "state");
}

static char *
trash (Desk              *desk,
       const char *const *ids,
       GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dites_bulk_trash_async (desk->store, ids, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);

  return dites_bulk_trash_finish (desk->store, result, error);
}

static char *
restore (Desk              *desk,
         const char *const *ids,
         GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dites_bulk_restore_async (desk->store, ids, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);

  return dites_bulk_restore_finish (desk->store, result, error);
}

static char *
set (Desk              *desk,
     const char *const *ids,
     const char        *json,
     GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dites_bulk_set_async (desk->store, ids, state_field (), json != NULL ? DITES_BULK_SET : DITES_BULK_CLEAR, json, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);

  return dites_bulk_set_finish (desk->store, result, error);
}

static guint
count (Desk       *desk,
       const char *kind,
       gboolean    trashed)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (desk->store, NULL);

  return dites_reader_count (reader, kind, trashed);
}

static void
assert_state (Desk       *desk,
              const char *id,
              const char *expected)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (desk->store, NULL);
  g_autoptr (DitesDocument) document = dites_reader_get (reader, id, NULL);
  g_autofree char *state = dites_document_dup_string (document, "state");

  g_assert_cmpstr (state, ==, expected);
}

static void
undo (Desk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  dites_store_undo_async (desk->store, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  name = dites_store_undo_finish (desk->store, result, &error);
  g_assert_no_error (error);
}

/* All of them go in one change set, and one undo brings them back. */
static void
test_trash (Desk         *desk,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = trash (desk, everybody, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "3 interns to the trash");
  g_assert_cmpstr (dites_store_get_undo_name (desk->store), ==, name);
  g_assert_cmpuint (count (desk, "intern", FALSE), ==, 0);
  g_assert_cmpuint (count (desk, "intern", TRUE), ==, 3);

  undo (desk);
  g_assert_cmpuint (count (desk, "intern", FALSE), ==, 3);
  g_assert_cmpuint (count (desk, "intern", TRUE), ==, 0);
}

/* One is named by its title, several kinds as documents. */
static void
test_names (Desk         *desk,
            gconstpointer data)
{
  static const char *const one[] = { CAMILLE, NULL };
  static const char *const mixed[] = { ALIX, STUDIO, NULL };
  g_autofree char         *first = trash (desk, one, NULL);
  g_autofree char         *second = trash (desk, mixed, NULL);

  g_assert_cmpstr (first, ==, "FICTIF Camille to the trash");
  g_assert_cmpstr (second, ==, "2 documents to the trash");
}

/* What comes out of the trash is what went in, to the last member. */
static void
test_restore (Desk         *desk,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *trashed = trash (desk, everybody, NULL);
  g_autofree char *name = restore (desk, everybody, &error);
  g_autoptr (DitesReader) reader = dites_store_new_reader (desk->store, NULL);
  g_autoptr (DitesDocument) camille = dites_reader_get (reader, CAMILLE, NULL);
  DitesJson kept;

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "3 interns out of the trash");
  g_assert_cmpuint (count (desk, "intern", FALSE), ==, 3);
  g_assert_true (dites_document_get (camille, "kept", &kept));
  g_assert_cmpmem (kept.text, kept.length, "1e21", 4);

  undo (desk);
  g_assert_cmpuint (count (desk, "intern", TRUE), ==, 3);
}

/* Those that have the value already are not written again. */
static void
test_set (Desk         *desk,
          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = set (desk, everybody, "\"left\"", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "2 interns: State");
  assert_state (desk, CAMILLE, "left");
  assert_state (desk, ALIX, "left");
  assert_state (desk, SACHA, "left");

  undo (desk);
  assert_state (desk, CAMILLE, NULL);
  assert_state (desk, ALIX, "left");
}

static void
test_set_nothing (Desk         *desk,
                  gconstpointer data)
{
  g_autofree char *name = set (desk, everybody, NULL, NULL);

  g_assert_cmpstr (name, ==, "EXEMPLE Alix: State");
  assert_state (desk, ALIX, NULL);
}

static char *
change (Desk              *desk,
        const char *const *ids,
        DitesBulkWays      way,
        const char        *json,
        GError           **error)
{
  const DitesField *field = dites_kind_get_field (dites_kind_get ("intern"), "emails");
  g_autoptr (GAsyncResult) result = NULL;

  dites_bulk_set_async (desk->store, ids, field, way, json, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);

  return dites_bulk_set_finish (desk->store, result, error);
}

static void
assert_emails (Desk       *desk,
               const char *id,
               const char *expected)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (desk->store, NULL);
  g_autoptr (DitesDocument) document = dites_reader_get (reader, id, NULL);
  DitesJson        value = { NULL, 0 };
  g_autofree char *json = dites_document_get (document, "emails", &value) ? g_strndup (value.text, value.length) : NULL;

  g_assert_cmpstr (json, ==, expected);
}

/* Each keeps what it has of several values, and gets or loses what all get or lose. */
static void
test_several (Desk         *desk,
              gconstpointer data)
{
  static const char *const two[] = { CAMILLE, ALIX, NULL };
  static const char *const one[] = { CAMILLE, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *first = change (desk, one, DITES_BULK_ADD, "[\"a@exemple.invalid\"]", NULL);
  g_autofree char *added = change (desk, two, DITES_BULK_ADD, "[\"b@exemple.invalid\"]", NULL);
  g_autofree char *removed = NULL;

  g_assert_cmpstr (added, ==, "2 interns: E-Mail Addresses");
  assert_emails (desk, CAMILLE, "[\"a@exemple.invalid\",\"b@exemple.invalid\"]");
  assert_emails (desk, ALIX, "[\"b@exemple.invalid\"]");

  removed = change (desk, everybody, DITES_BULK_REMOVE, "[\"b@exemple.invalid\"]", NULL);
  g_assert_cmpstr (removed, ==, "2 interns: E-Mail Addresses");
  assert_emails (desk, CAMILLE, "[\"a@exemple.invalid\"]");
  assert_emails (desk, ALIX, NULL);

  g_assert_null (change (desk, everybody, DITES_BULK_REMOVE, "[\"b@exemple.invalid\"]", &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_NOT_FOUND);
  undo (desk);
  assert_emails (desk, ALIX, "[\"b@exemple.invalid\"]");
}

/* A change that would do nothing says so, and leaves no entry in the history. */
static void
test_nothing (Desk         *desk,
              gconstpointer data)
{
  static const char *const gone[] = { "intern:00000000-0000-4000-8000-00000000000f", NULL };
  static const char *const left[] = { ALIX, STUDIO, NULL };
  g_autofree char         *before = g_strdup (dites_store_get_undo_name (desk->store));
  g_autoptr (GError) error = NULL;

  g_assert_null (restore (desk, everybody, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (trash (desk, gone, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (set (desk, left, "\"left\"", &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_NOT_FOUND);

  g_assert_cmpstr (dites_store_get_undo_name (desk->store), ==, before);
}

/* What waits in the trash is not changed, and so not brought back either. */
static void
test_set_in_trash (Desk         *desk,
                   gconstpointer data)
{
  static const char *const one[] = { CAMILLE, NULL };
  g_autofree char         *trashed = trash (desk, one, NULL);
  g_autofree char         *name = set (desk, everybody, "\"settled\"", NULL);

  g_assert_cmpstr (name, ==, "2 interns: State");
  g_assert_cmpuint (count (desk, "intern", TRUE), ==, 1);
}

static void
test_cancelled (Desk         *desk,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  dites_bulk_trash_async (desk->store, everybody, cancellable, desk_keep_result_cb, &result);
  desk_wait (&result);
  g_assert_null (dites_bulk_trash_finish (desk->store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count (desk, "intern", FALSE), ==, 3);
}

static void
add (const char *name,
     void (*func) (Desk *, gconstpointer))
{
  g_test_add (name, Desk, NULL, set_up, func, desk_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/bulk/trash", test_trash);
  add ("/bulk/names", test_names);
  add ("/bulk/restore", test_restore);
  add ("/bulk/set", test_set);
  add ("/bulk/set-nothing", test_set_nothing);
  add ("/bulk/several", test_several);
  add ("/bulk/nothing", test_nothing);
  add ("/bulk/set-in-trash", test_set_in_trash);
  add ("/bulk/cancelled", test_cancelled);

  return g_test_run ();
}
