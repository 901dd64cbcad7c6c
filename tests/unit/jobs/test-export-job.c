/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-export-job.h"

#include <string.h>

#include "dites-error.h"
#include "test-damage.h"
#include "test-faulty-disk.h"

static const char homes[] =
  "{\"_id\":\"housing:studio\",\"kind\":\"housing\",\"type\":\"studio\",\"title\":\"Studio\",\"commune\":\"32013\",\"area\":2500,\"rent_cents\":40000,\"charges_cents\":5000,\"charges_mode\":\"fixed\",\"deposit_cents\":0,\"fees_cents\":0,"
  "\"state\":\"published\",\"dpe\":\"C\",\"available_from\":\"2026-11-01\",\"available_to\":\"2027-04-30\"}\n"
  "{\"_id\":\"housing:house\",\"kind\":\"housing\",\"type\":\"house\",\"title\":\"Maison\",\"commune\":\"32107\",\"area\":9000,\"rent_cents\":80000,\"charges_cents\":0,\"charges_mode\":\"fixed\",\"deposit_cents\":0,\"fees_cents\":0,"
  "\"state\":\"published\",\"dpe\":\"D\",\"units\":[{\"id\":\"a\",\"name\":\"Chambre 1\"},{\"id\":\"b\",\"name\":\"Chambre 2\"}]}\n"
  "{\"_id\":\"housing:draft\",\"kind\":\"housing\",\"type\":\"room\",\"title\":\"Brouillon\",\"commune\":\"32107\",\"state\":\"draft\",\"dpe\":\"G\","
  "\"contracts\":[\"bail_mobilite\"]}\n"
  "{\"_id\":\"intern:1\",\"kind\":\"intern\",\"family_name\":\"FICTIF\",\"first_name\":\"Camille\"}\n"
  "{\"_id\":\"intern:2\",\"kind\":\"intern\",\"family_name\":\"BIDON\",\"first_name\":\"Zoé\"}\n";

static void
set_up (Desk         *desk,
        gconstpointer data)
{
  desk_set_up (desk, data);
  g_assert_cmpuint (desk_load (desk, NULL, homes), ==, 0);
}

static guint
export_offers (Desk              *desk,
               const char *const *ids,
               const char        *day,
               guint             *n_refused,
               GError           **error)
{
  g_autofree char *path = g_build_filename (desk->directory, "out.pdf", NULL);
  DitesOfferExport what = { path, ids, dites_day_from_iso (day), FALSE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) refusals = NULL;
  guint    n = 0;
  gboolean done;

  g_remove (path);
  dites_export_offers_async (desk->store, &what, NULL, NULL, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  done = dites_export_offers_finish (desk->store, result, &n, &refusals, error);
  g_assert_cmpint (done, ==, g_file_test (path, G_FILE_TEST_EXISTS));
  *n_refused = refusals->len;

  return done ? n : 0;
}

static void
assert_free (Desk       *desk,
             const char *day,
             guint       expected)
{
  g_autoptr (GError) error = NULL;
  guint n_refused;

  g_test_message ("%s", day);
  g_assert_cmpuint (export_offers (desk, NULL, day, &n_refused, &error), ==, expected);
  g_assert_cmpuint (n_refused, ==, 0);
  if (expected == 0)
    g_assert_error (error, DITES_ERROR, DITES_ERROR_NOT_FOUND);
}

static void
test_available (Desk         *desk,
                gconstpointer data)
{
  assert_free (desk, NULL, 2);
  assert_free (desk, "2026-11-02", 2);
  assert_free (desk, "2026-10-31", 1); /* the studio comes later */

  /* One room of two is taken, then the other one too; a proposal takes nothing. */
  g_assert_cmpuint (desk_load (desk, "tenancy", "{\"housing\":\"housing:house\",\"unit\":\"a\",\"intern\":\"intern:1\",\"start\":\"2026-11-02\","
                                                "\"end\":\"2027-04-30\",\"state\":\"confirmed\"}"),
                    ==, 0);
  assert_free (desk, "2026-11-02", 2);
  g_assert_cmpuint (desk_load (desk, "tenancy", "{\"housing\":\"housing:house\",\"unit\":\"b\",\"intern\":\"intern:1\",\"start\":\"2026-11-02\","
                                                "\"end\":\"2027-04-30\",\"state\":\"occupied\"}"),
                    ==, 0);
  assert_free (desk, "2026-11-02", 1);
  assert_free (desk, "2027-05-01", 1); /* the rooms are free again; the studio is not offered any more */
  g_assert_cmpuint (desk_load (desk, "tenancy", "{\"housing\":\"housing:studio\",\"intern\":\"intern:1\",\"start\":\"2026-11-02\","
                                                "\"end\":\"2027-04-30\",\"state\":\"proposed\"}"),
                    ==, 0);
  assert_free (desk, "2026-11-02", 1);
  g_assert_cmpuint (desk_load (desk, "tenancy", "{\"housing\":\"housing:studio\",\"intern\":\"intern:2\",\"start\":\"2026-11-02\","
                                                "\"end\":\"2027-04-30\",\"state\":\"reserved\"}"),
                    ==, 0);
  assert_free (desk, "2026-11-02", 0);
}

static void
test_refused (Desk         *desk,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_refused;

  /* The draft is of class G, which the law forbids to let. */
  g_assert_cmpuint (export_offers (desk, (const char *const[]) { "housing:studio", "housing:draft", NULL }, NULL, &n_refused, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpuint (n_refused, ==, 1);

  g_assert_cmpuint (export_offers (desk, (const char *const[]) { "housing:draft", NULL }, NULL, &n_refused, &error), ==, 0);
  g_assert_error (error, DITES_ERROR, DITES_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_cmpuint (export_offers (desk, (const char *const[]) { "intern:1", NULL }, NULL, &n_refused, &error), ==, 0);
  g_assert_error (error, DITES_ERROR, DITES_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_cmpuint (export_offers (desk, (const char *const[]) { "housing:none", NULL }, NULL, &n_refused, &error), ==, 0);
  g_assert_error (error, DITES_ERROR, DITES_ERROR_NOT_FOUND);
}

/* A home that is damaged keeps nobody from the others, and is named. */
static void
test_damaged (Desk         *desk,
              gconstpointer data)
{
  static const char *const both[] = { "housing:studio", "housing:house", NULL };
  static const char *const one[] = { "housing:studio", NULL };
  DitesOfferExport         what = { NULL, NULL, DITES_DAY_NONE, FALSE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GError) error = NULL;
  guint n_refused, n = 0;

  desk_damage (desk, "housing:studio");
  g_assert_cmpuint (export_offers (desk, NULL, NULL, &n_refused, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpuint (n_refused, ==, 1);
  g_assert_cmpuint (export_offers (desk, both, NULL, &n_refused, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpuint (n_refused, ==, 1);

  dites_export_count_async (desk->store, &what, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  g_assert_true (dites_export_count_finish (desk->store, result, &n, &refusals, &error));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (refusals->pdata[0], ==, "Studio: This document is damaged and cannot be read");

  g_assert_cmpuint (export_offers (desk, one, NULL, &n_refused, &error), ==, 0);
  g_assert_error (error, DITES_ERROR, DITES_ERROR_DAMAGED);
}

/* Whenever the disk stops to read, a good file is replaced by a whole one or stays. */
static void
test_disk_fails (Desk         *desk,
                 gconstpointer data)
{
  static const char *const ids[] = { "housing:studio", "housing:house", NULL };
  g_autofree char         *path = g_build_filename (desk->directory, "out.pdf", NULL);
  DitesOfferExport         what = { path, ids, DITES_DAY_NONE, FALSE };
  gboolean                 failed = TRUE;
  guint                    n_refused = 0;

  for (int after = 0; failed; after++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) refusals = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;
      gboolean         done;
      guint            n;

      g_assert_true (g_file_set_contents (path, "before", -1, NULL));
      test_faulty_arm (TEST_FAULTY_READS, after, SQLITE_IOERR_READ, FALSE);
      dites_export_offers_async (desk->store, &what, NULL, NULL, NULL, desk_keep_result_cb, &result);
      desk_wait (&result);
      done = dites_export_offers_finish (desk->store, result, &n, &refusals, &error);
      failed = test_faulty_count () > 0;
      test_faulty_disarm ();
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpint (g_str_equal (contents, "before"), ==, !done);
      if (!done)
        g_assert_error (error, DITES_ERROR, DITES_ERROR_STORAGE);
      n_refused += !done;
    }
  g_assert_cmpuint (n_refused, >, 2);
}

static void
test_count (Desk         *desk,
            gconstpointer data)
{
  DitesOfferExport what = { NULL, (const char *const[]) { "housing:studio", "housing:draft", NULL }, DITES_DAY_NONE, FALSE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  dites_export_count_async (desk->store, &what, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  g_assert_true (dites_export_count_finish (desk->store, result, &n, &refusals, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (refusals->len, ==, 1);
  g_assert_true (g_str_has_prefix (refusals->pdata[0], "Brouillon"));
}

/* No home is free: that is a number, and no error. */
static void
test_count_none (Desk         *desk,
                 gconstpointer data)
{
  DitesOfferExport what = { NULL, (const char *const[]) { "housing:draft", NULL }, DITES_DAY_NONE, FALSE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 1;

  dites_export_count_async (desk->store, &what, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  g_assert_true (dites_export_count_finish (desk->store, result, &n, &refusals, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  test_faulty_install ();

  g_test_add ("/export-job/available", Desk, NULL, set_up, test_available, desk_tear_down);
  g_test_add ("/export-job/refused", Desk, NULL, set_up, test_refused, desk_tear_down);
  g_test_add ("/export-job/damaged", Desk, NULL, set_up, test_damaged, desk_tear_down);
  g_test_add ("/export-job/disk-fails", Desk, NULL, set_up, test_disk_fails, desk_tear_down);

  g_test_add ("/export-job/count", Desk, NULL, set_up, test_count, desk_tear_down);
  g_test_add ("/export-job/count-none", Desk, NULL, set_up, test_count_none, desk_tear_down);

  return g_test_run ();
}
