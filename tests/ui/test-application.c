/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-application.h"

#include <glib/gstdio.h>

#include "dites-window.h"
#include "test-ui.h"

typedef struct
{
  Desk              desk; /* without a store: the application opens it */
  DitesApplication *application;
  int               status;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->desk.directory = g_dir_make_tmp ("dites-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->application = dites_application_new ();
  fixture->status = -1;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_finalize_object (fixture->application);
  desk_remove (fixture->desk.directory);
  g_free (fixture->desk.directory);
}

/* Runs the application until a function, called as soon as there is a window, has closed them all. */
static void
run (Fixture    *fixture,
     GSourceFunc act,
     const char *file)
{
  char *argv[] = { (char *) "dites32", (char *) "--data-dir", fixture->desk.directory, (char *) file, NULL };

  g_timeout_add (20, act, fixture);
  fixture->status = g_application_run (G_APPLICATION (fixture->application), file != NULL ? 4 : 3, argv);
  ui_settle ();
}

static GtkWidget *
get_window (Fixture *fixture)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (fixture->application));

  return window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)) ? GTK_WIDGET (window) : NULL;
}

static guint
count_windows (Fixture *fixture)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture->application)));
}

static gboolean
open_second (gpointer user_data)
{
  Fixture *fixture = user_data;

  if (get_window (fixture) == NULL)
    return G_SOURCE_CONTINUE;

  g_assert_true (DITES_IS_WINDOW (get_window (fixture)));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "new-window", NULL);
  g_assert_cmpuint (count_windows (fixture), ==, 2);
  /* Started once more it shows what is there. */
  g_application_activate (G_APPLICATION (fixture->application));
  g_assert_cmpuint (count_windows (fixture), ==, 2);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);

  return G_SOURCE_REMOVE;
}

static void
test_windows (Fixture      *fixture,
              gconstpointer data)
{
  run (fixture, open_second, NULL);
}

static gboolean
quit_from_dialog (gpointer user_data)
{
  static const char *const actions[] = { "preferences", "shortcuts" };
  Fixture                 *fixture = user_data;

  if (get_window (fixture) == NULL)
    return G_SOURCE_CONTINUE;
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (get_window (fixture))) == NULL)
    for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
      g_action_group_activate_action (G_ACTION_GROUP (fixture->application), actions[i], NULL);
  if (!ui_shows (get_window (fixture), "Print a home’s sheet") || !ui_shows (get_window (fixture), "Ctrl+P"))
    return G_SOURCE_CONTINUE;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);
  g_assert_cmpuint (count_windows (fixture), ==, 0);

  return G_SOURCE_REMOVE;
}

/* Whatever is open, quitting quits. */
static void
test_quit (Fixture      *fixture,
           gconstpointer data)
{
  run (fixture, quit_from_dialog, NULL);
}

static gboolean
close_dialogs (gpointer user_data)
{
  static const char *const actions[] = { "preferences", "shortcuts", "about" };
  Fixture                 *fixture = user_data;

  if (get_window (fixture) == NULL)
    return G_SOURCE_CONTINUE;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (get_window (fixture));
      AdwDialog            *dialog;
      gpointer              child;

      g_action_group_activate_action (G_ACTION_GROUP (fixture->application), actions[i], NULL);
      ui_wait_for ((dialog = adw_application_window_get_visible_dialog (window)) != NULL && gtk_widget_get_mapped (GTK_WIDGET (dialog)));
      child = adw_dialog_get_child (dialog);
      g_object_add_weak_pointer (child, &child);
      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
      adw_dialog_close (dialog);
      ui_wait_for (dialog == NULL && child == NULL);
    }
  /* The program has the icon that it shows of itself, installed or not. */
  g_assert_true (gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()), APPLICATION_ID));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);

  return G_SOURCE_REMOVE;
}

/* What a dialog held goes with it when it is closed, libadwaita's own too. */
static void
test_dialogs (Fixture      *fixture,
              gconstpointer data)
{
  run (fixture, close_dialogs, NULL);
}

static gboolean
see_plan (gpointer user_data)
{
  Fixture *fixture = user_data;

  if (get_window (fixture) == NULL || ui_find (get_window (fixture), ADW_TYPE_NAVIGATION_PAGE, "Import") == NULL)
    return G_SOURCE_CONTINUE;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);

  return G_SOURCE_REMOVE;
}

/* A list on the command line is shown before anything is written. */
static void
test_open (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->desk.directory, "list.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "NOM;PRENOM;MAIL\nFICTIF;Camille;camille.fictif@exemple.invalid\n", -1, &error);
  g_assert_no_error (error);
  run (fixture, see_plan, path);
}

static gboolean
see_error (gpointer user_data)
{
  Fixture   *fixture = user_data;
  GtkWidget *window = get_window (fixture);

  if (window == NULL)
    return G_SOURCE_CONTINUE;

  g_assert_false (DITES_IS_WINDOW (window));
  g_assert_true (ui_shows (window, "The File Cannot Be Opened"));
  gtk_window_close (GTK_WINDOW (window));

  return G_SOURCE_REMOVE;
}

/* What is no store is neither opened nor changed, and the window says so. */
static void
test_no_store (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->desk.directory, "dites32.sqlite", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "This is a letter, and no database at all.", -1, &error);
  g_assert_no_error (error);
  run (fixture, see_error, NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "This is a letter, and no database at all.");
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/application/windows", Fixture, NULL, set_up, test_windows, tear_down);
  g_test_add ("/application/quit", Fixture, NULL, set_up, test_quit, tear_down);
  g_test_add ("/application/dialogs", Fixture, NULL, set_up, test_dialogs, tear_down);
  g_test_add ("/application/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/application/no-store", Fixture, NULL, set_up, test_no_store, tear_down);

  return g_test_run ();
}
