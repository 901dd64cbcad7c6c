/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-search-provider.h"

#include "dites-window.h"
#include "test-run.h"

/* The search of the desktop's overview, as the desktop asks it. */

static GVariant *
call (Run        *run,
      const char *method,
      GVariant   *parameters)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (run->application));
  g_autofree char *path = g_strconcat (g_application_get_dbus_object_path (G_APPLICATION (run->application)), "/SearchProvider", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GVariant *reply;

  g_dbus_connection_call (connection, APPLICATION_ID, path, "org.gnome.Shell.SearchProvider2", method, parameters,
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, desk_keep_result_cb, &result);
  ui_wait_for (result != NULL);
  reply = g_dbus_connection_call_finish (connection, result, &error);
  g_assert_no_error (error);

  return reply;
}

static GVariant *
make_terms (const char *text)
{
  g_auto (GStrv) terms = g_strsplit (text, " ", -1);

  return g_variant_new_strv ((const char *const *) terms, -1);
}

static void
assert_found (Run               *run,
              const char        *text,
              const char *const *expected)
{
  g_autoptr (GVariant) reply = call (run, "GetInitialResultSet", g_variant_new ("(@as)", make_terms (text)));
  g_auto (GStrv) ids = NULL;

  g_variant_get (reply, "(^as)", &ids);
  g_assert_cmpstrv ((char **) expected, ids);
}

static gboolean
search (gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (GVariant) further = NULL;
  g_auto (GStrv) ids = NULL;

  /* Folded as in the lists; who is called so comes before what only says so. */
  assert_found (run, "modele", (const char *[]) { "intern:sacha", NULL });
  assert_found (run, "bidon", (const char *[]) { "intern:alix", "partner:rose", "housing:studio", "housing:villa", NULL });
  assert_found (run, "Alix BID", (const char *[]) { "intern:alix", NULL });
  assert_found (run, "06 39 98 00 01", (const char *[]) { "intern:camille", NULL });
  assert_found (run, "urgences", (const char *[]) { "site:urgences", NULL });
  assert_found (run, "licorne", (const char *[]) { NULL });
  assert_found (run, "a", (const char *[]) { NULL });

  further = call (run, "GetSubsearchResultSet", g_variant_new ("(@as@as)", make_terms ("intern:alix partner:rose"), make_terms ("bidon al")));
  g_variant_get (further, "(^as)", &ids);
  g_assert_cmpstrv (ids, ((const char *[]) { "intern:alix", NULL }));

  /* All that without a window. */
  g_assert_cmpuint (run_count_windows (run), ==, 0);
  run_end (run);

  return G_SOURCE_REMOVE;
}

static void
test_search (Run          *run,
             gconstpointer data)
{
  run_program (run, "--gapplication-service", search);
}

static gboolean
describe (gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (GVariant) reply = call (run, "GetResultMetas", g_variant_new ("(@as)", make_terms ("site:urgences intern:nobody intern:camille")));
  g_autoptr (GVariant) metas = g_variant_get_child_value (reply, 0);
  const struct
  {
    const char *id, *name, *description;
    GType       icon;
  } expected[] = {
    { "site:urgences", "Centre hospitalier d’Exemple", "Stage Site · ", G_TYPE_BYTES_ICON },
    { "intern:camille", "FICTIF Camille", "Intern · ", G_TYPE_THEMED_ICON },
  };

  g_assert_cmpuint (g_variant_n_children (metas), ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GVariant) meta = g_variant_get_child_value (metas, i);
      g_autoptr (GVariant) serialized = g_variant_lookup_value (meta, "icon", NULL);
      g_autoptr (GIcon) icon = g_icon_deserialize (serialized);
      const char *id, *name, *description;

      g_assert_true (g_variant_lookup (meta, "id", "&s", &id));
      g_assert_true (g_variant_lookup (meta, "name", "&s", &name));
      g_assert_true (g_variant_lookup (meta, "description", "&s", &description));
      g_assert_cmpstr (id, ==, expected[i].id);
      g_assert_true (g_str_has_prefix (name, expected[i].name));
      g_assert_true (g_str_has_prefix (description, expected[i].description));
      g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (icon, expected[i].icon));
    }
  run_end (run);

  return G_SOURCE_REMOVE;
}

static void
test_metas (Run          *run,
            gconstpointer data)
{
  run_program (run, "--gapplication-service", describe);
}

static gboolean
open_result (gpointer user_data)
{
  Run *run = user_data;

  g_variant_unref (call (run, "ActivateResult", g_variant_new ("(s@asu)", "partner:rose", make_terms ("rose"), 0)));
  ui_wait_for (run_get_window (run) != NULL && ui_find (run_get_window (run), ADW_TYPE_NAVIGATION_PAGE, "Mme Rose BIDON") != NULL);
  g_assert_nonnull (ui_find (run_get_window (run), ADW_TYPE_NAVIGATION_PAGE, "Partners"));

  /* What has gone in the meantime is no reason to stop, and it is the same window. */
  g_variant_unref (call (run, "ActivateResult", g_variant_new ("(s@asu)", "intern:nobody", make_terms ("nobody"), 0)));
  g_variant_unref (call (run, "ActivateResult", g_variant_new ("(s@asu)", "nonsense", make_terms ("nobody"), 0)));
  ui_settle ();
  g_assert_cmpuint (run_count_windows (run), ==, 1);
  run_end (run);

  return G_SOURCE_REMOVE;
}

static void
test_activate (Run          *run,
               gconstpointer data)
{
  run_program (run, "--gapplication-service", open_result);
}

static gboolean
open_beside (gpointer user_data)
{
  Run             *run = user_data;
  GtkWidget       *window = run_get_window (run);
  g_autofree char *path = g_build_filename (run->desk.directory, "list.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (window == NULL)
    return G_SOURCE_CONTINUE;

  g_assert_true (g_file_set_contents (path, "NOM;PRENOM;MAIL\nFABLE;Zoe;zoe.fable@exemple.invalid\n", -1, NULL));
  dites_window_import (DITES_WINDOW (window), &file, 1);
  ui_wait_for (ui_find (window, ADW_TYPE_NAVIGATION_PAGE, "Import") != NULL);
  g_variant_unref (call (run, "ActivateResult", g_variant_new ("(s@asu)", "partner:rose", make_terms ("rose"), 0)));
  ui_wait_for (run_get_window (run) != NULL && run_get_window (run) != window &&
               ui_find (run_get_window (run), ADW_TYPE_NAVIGATION_PAGE, "Mme Rose BIDON") != NULL);
  g_assert_nonnull (ui_find (window, ADW_TYPE_NAVIGATION_PAGE, "Import"));

  /* That one is free for the next. */
  g_variant_unref (call (run, "ActivateResult", g_variant_new ("(s@asu)", "intern:camille", make_terms ("camille"), 0)));
  ui_wait_for (ui_find (run_get_window (run), ADW_TYPE_NAVIGATION_PAGE, "FICTIF Camille") != NULL);
  g_assert_cmpuint (run_count_windows (run), ==, 2);
  run_end (run);

  return G_SOURCE_REMOVE;
}

/* An import that is under way is not covered. */
static void
test_busy (Run          *run,
           gconstpointer data)
{
  run_program (run, NULL, open_beside);
}

static gboolean
launch (gpointer user_data)
{
  Run       *run = user_data;
  GtkWidget *page, *entry;

  g_variant_unref (call (run, "LaunchSearch", g_variant_new ("(@asu)", make_terms ("villa imaginaire"), 0)));
  ui_wait_for (run_get_window (run) != NULL && ui_find (run_get_window (run), ADW_TYPE_NAVIGATION_PAGE, "Homes") != NULL);
  page = ui_get (run_get_window (run), ADW_TYPE_NAVIGATION_PAGE, "Homes");
  entry = ui_get (page, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "villa imaginaire");
  ui_wait_for (ui_shows (page, "Villa imaginaire à partager") && !ui_shows (page, "Studio au pied de l’exemple"));

  /* What nothing fits is searched for in the list that is there. */
  g_variant_unref (call (run, "LaunchSearch", g_variant_new ("(@asu)", make_terms ("licorne"), 0)));
  ui_wait_for (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), "licorne"));
  g_assert_cmpuint (run_count_windows (run), ==, 1);
  run_end (run);

  return G_SOURCE_REMOVE;
}

static void
test_launch (Run          *run,
             gconstpointer data)
{
  run_program (run, "--gapplication-service", launch);
}

static gboolean
find_nothing (gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) metas = NULL;

  assert_found (run, "camille", (const char *[]) { NULL });
  reply = call (run, "GetResultMetas", g_variant_new ("(@as)", make_terms ("intern:camille")));
  metas = g_variant_get_child_value (reply, 0);
  g_assert_cmpuint (g_variant_n_children (metas), ==, 0);

  /* The window says why. */
  g_variant_unref (call (run, "LaunchSearch", g_variant_new ("(@asu)", make_terms ("camille"), 0)));
  ui_wait_for (run_get_window (run) != NULL && ui_shows (run_get_window (run), "The File Cannot Be Opened"));
  run_end (run);

  return G_SOURCE_REMOVE;
}

/* A file that is no store is not searched. */
static void
test_no_store (Run          *run,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (run->desk.directory, "dites32.sqlite", NULL);

  desk_remove (run->desk.directory);
  g_mkdir_with_parents (run->desk.directory, 0700);
  g_assert_true (g_file_set_contents (path, "This is a letter, and no database at all.", -1, NULL));
  run_program (run, "--gapplication-service", find_nothing);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/search-provider/search", Run, NULL, run_set_up, test_search, run_tear_down);
  g_test_add ("/search-provider/metas", Run, NULL, run_set_up, test_metas, run_tear_down);
  g_test_add ("/search-provider/activate", Run, NULL, run_set_up, test_activate, run_tear_down);
  g_test_add ("/search-provider/busy", Run, NULL, run_set_up, test_busy, run_tear_down);
  g_test_add ("/search-provider/launch", Run, NULL, run_set_up, test_launch, run_tear_down);
  g_test_add ("/search-provider/no-store", Run, NULL, run_set_up, test_no_store, run_tear_down);

  return g_test_run ();
}
