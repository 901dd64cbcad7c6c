/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-reminder.h"

#include "test-desktop.h"
#include "test-run.h"

/* What is said of the day while there is no window. */

typedef struct
{
  Run     run;
  Desktop desktop;
} Fixture;

/* Documents that are due whenever the test runs; those of the desk folder are on some days. */
static void
load_due (Fixture *fixture,
          guint    n)
{
  g_autofree char *today = dites_day_to_iso (dites_day_today ());
  g_autofree char *arrival = g_strdup_printf ("{\"_id\":\"tenancy:today\",\"housing\":\"housing:villa\",\"unit\":\"ch1\",\"intern\":\"intern:dominique\","
                                              "\"start\":\"%s\",\"state\":\"confirmed\"}",
                                              today);
  g_autofree char *departure = g_strdup_printf ("{\"_id\":\"tenancy:over\",\"housing\":\"housing:villa\",\"unit\":\"ch2\",\"intern\":\"intern:alix\","
                                                "\"start\":\"2020-01-02\",\"end\":\"%s\",\"state\":\"occupied\"}",
                                                today);

  run_open_store (&fixture->run);
  g_assert_cmpuint (desk_load (&fixture->run.desk, "intern",
                               "[{\"_id\":\"intern:dominique\",\"family_name\":\"EXEMPLE\",\"first_name\":\"Dominique\"},"
                               "{\"_id\":\"intern:alix\",\"family_name\":\"BIDON\",\"first_name\":\"Alix\"}]"),
                    ==, 0);
  g_assert_cmpuint (desk_load (&fixture->run.desk, "housing",
                               "{\"_id\":\"housing:villa\",\"title\":\"Villa\",\"type\":\"house\",\"commune\":\"32107\",\"units\":[{\"id\":\"ch1\"},{\"id\":\"ch2\"}]}"),
                    ==, 0);
  if (n > 0)
    g_assert_cmpuint (desk_load (&fixture->run.desk, "tenancy", arrival), ==, 0);
  if (n > 1)
    g_assert_cmpuint (desk_load (&fixture->run.desk, "tenancy", departure), ==, 0);
  g_assert_finalize_object (fixture->run.desk.store);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  run_set_up_empty (&fixture->run, data);
  desktop_start (&fixture->desktop);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  desktop_stop (&fixture->desktop);
  run_tear_down (&fixture->run, data);
}

static char *
dup_text (Desktop    *desktop,
          const char *key)
{
  char *text = NULL;

  g_variant_lookup (desktop->notification, key, "s", &text);

  return text;
}

static gboolean
see_several (gpointer user_data)
{
  Fixture         *fixture = user_data;
  g_autofree char *title = NULL, *body = NULL, *action = NULL, *day = NULL, *today = dites_day_to_iso (dites_day_today ());

  if (fixture->desktop.notification == NULL)
    return G_SOURCE_CONTINUE;

  title = dup_text (&fixture->desktop, "title");
  body = dup_text (&fixture->desktop, "body");
  action = dup_text (&fixture->desktop, "default-action");
  g_assert_cmpstr (title, ==, "Due Today");
  g_assert_cmpstr (body, ==, "1 arrival: EXEMPLE Dominique\n1 departure: BIDON Alix");
  g_assert_cmpstr (action, ==, "app.show-due");
  day = g_settings_get_string (fixture->run.settings, "notified-day");
  g_assert_cmpstr (day, ==, today);
  g_assert_cmpuint (run_count_windows (&fixture->run), ==, 0);

  /* Whoever clicks on it sees all of it, and it goes away. */
  g_action_group_activate_action (G_ACTION_GROUP (fixture->run.application), "show-due", NULL);
  ui_wait_for (run_get_window (&fixture->run) != NULL && ui_shows (run_get_window (&fixture->run), "EXEMPLE Dominique") &&
               ui_shows (run_get_window (&fixture->run), "BIDON Alix"));
  ui_wait_for (fixture->desktop.notification == NULL);
  run_end (&fixture->run);

  return G_SOURCE_REMOVE;
}

static void
test_several (Fixture      *fixture,
              gconstpointer data)
{
  load_due (fixture, 2);
  g_settings_set_boolean (fixture->run.settings, "notify-due", TRUE);
  run_program (&fixture->run, "--gapplication-service", see_several);
}

static gboolean
see_one (gpointer user_data)
{
  Fixture         *fixture = user_data;
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  if (fixture->desktop.notification == NULL)
    return G_SOURCE_CONTINUE;

  action = dup_text (&fixture->desktop, "default-action");
  g_assert_cmpstr (action, ==, "app.open-document");
  target = g_variant_lookup_value (fixture->desktop.notification, "default-action-target", G_VARIANT_TYPE_STRING);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->run.application), "open-document", target);
  ui_wait_for (run_get_window (&fixture->run) != NULL && ui_find (run_get_window (&fixture->run), ADW_TYPE_NAVIGATION_PAGE, "Tenancies") != NULL);
  run_end (&fixture->run);

  return G_SOURCE_REMOVE;
}

/* One thing alone is opened at once. */
static void
test_one (Fixture      *fixture,
          gconstpointer data)
{
  load_due (fixture, 1);
  g_settings_set_boolean (fixture->run.settings, "notify-due", TRUE);
  run_program (&fixture->run, "--gapplication-service", see_one);
}

/* Long enough for a notification to come, if one did. */
static gboolean
wait_in_vain (gpointer user_data)
{
  Fixture *fixture = user_data;

  for (guint i = 0; i < 6; i++)
    ui_settle ();
  g_assert_null (fixture->desktop.notification);
  run_end (&fixture->run);

  return G_SOURCE_REMOVE;
}

/* Nobody asked for it; it was said already; nothing is due. */
static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *today = dites_day_to_iso (dites_day_today ());

  g_settings_set_boolean (fixture->run.settings, "notify-due", TRUE);
  run_program (&fixture->run, "--gapplication-service", wait_in_vain);

  load_due (fixture, 2);
  g_settings_set_string (fixture->run.settings, "notified-day", today);
  run_program (&fixture->run, "--gapplication-service", wait_in_vain);

  g_settings_reset (fixture->run.settings, "notified-day");
  g_settings_set_boolean (fixture->run.settings, "notify-due", FALSE);
  run_program (&fixture->run, "--gapplication-service", wait_in_vain);
}

static gboolean
wait_for_no (gpointer user_data)
{
  Fixture *fixture = user_data;

  if (g_settings_get_boolean (fixture->run.settings, "notify-due"))
    return G_SOURCE_CONTINUE;

  run_end (&fixture->run);

  return G_SOURCE_REMOVE;
}

/* Whoever takes the permission back in the system's settings has turned the switch off; a
 * desktop that has no portal just now has not. */
static void
test_taken_back (Fixture      *fixture,
                 gconstpointer data)
{
  g_settings_set_boolean (fixture->run.settings, "notify-due", TRUE);
  desktop_stop (&fixture->desktop);
  run_program (&fixture->run, "--gapplication-service", wait_in_vain);
  g_assert_true (g_settings_get_boolean (fixture->run.settings, "notify-due"));

  desktop_start (&fixture->desktop);
  fixture->desktop.granted = FALSE;
  run_program (&fixture->run, "--gapplication-service", wait_for_no);
}

static gboolean
close_window (gpointer user_data)
{
  Fixture   *fixture = user_data;
  GtkWidget *window = run_get_window (&fixture->run);

  if (window == NULL)
    return G_SOURCE_CONTINUE;

  /* The row that says so is in the window itself. */
  ui_wait_for (ui_shows (window, "Today"));
  ui_settle ();
  g_assert_null (fixture->desktop.notification);
  gtk_window_close (GTK_WINDOW (window));
  ui_wait_for (run_count_windows (&fixture->run) == 0);
  ui_settle ();
  /* It goes on, and asks for nothing twice. */
  g_assert_null (fixture->desktop.notification);
  g_settings_set_string (fixture->run.settings, "notified-day", "2020-01-01");
  g_settings_set_boolean (fixture->run.settings, "notify-due", FALSE);

  return G_SOURCE_REMOVE;
}

/* With a window nothing is said; without one the program goes on until it is told otherwise. */
static void
test_window (Fixture      *fixture,
             gconstpointer data)
{
  load_due (fixture, 1);
  g_settings_set_boolean (fixture->run.settings, "notify-due", TRUE);
  run_program (&fixture->run, NULL, close_window);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GNOTIFICATION_BACKEND", "gtk", TRUE);
  ui_test_init (&argc, &argv);
  g_test_add ("/reminder/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/reminder/one", Fixture, NULL, set_up, test_one, tear_down);
  g_test_add ("/reminder/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/reminder/taken-back", Fixture, NULL, set_up, test_taken_back, tear_down);
  g_test_add ("/reminder/window", Fixture, NULL, set_up, test_window, tear_down);

  return g_test_run ();
}
