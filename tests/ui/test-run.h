/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-application.h"
#include "test-ui.h"

/* The program on the usual folder of documents, for one test: what it does by itself and
 * what is asked of it from outside. */
typedef struct
{
  Desk              desk; /* its store is the program's own business once that is made */
  GSettings        *settings;
  DitesApplication *application;
} Run;

static inline void
run_set_up_empty (Run          *run,
                  gconstpointer data)
{
  run->settings = ui_new_settings ();
  run->desk.directory = g_build_filename (g_get_user_data_dir (), "dites32", NULL);
}

/* The store, to be filled while the program does not run. */
static inline void
run_open_store (Run *run)
{
  g_autoptr (GError) error = NULL;

  run->desk.store = dites_store_open (run->desk.directory, "test", &error);
  g_assert_no_error (error);
}

static inline void
run_set_up (Run          *run,
            gconstpointer data)
{
  run_set_up_empty (run, data);
  run_open_store (run);
  ui_load_documents (&run->desk);
  g_assert_finalize_object (run->desk.store);
}

static inline void
run_tear_down (Run          *run,
               gconstpointer data)
{
  g_assert_finalize_object (run->settings);
  desk_remove (run->desk.directory);
  g_free (run->desk.directory);
}

/* Runs the program until @act, called now and then as long as it says so, has ended it. */
static inline void
run_program (Run        *run,
             const char *word,
             GSourceFunc act)
{
  char *argv[] = { (char *) "dites32", (char *) word, NULL };

  run->application = dites_application_new ();
  g_timeout_add (20, act, run);
  g_assert_cmpint (g_application_run (G_APPLICATION (run->application), word != NULL ? 2 : 1, argv), ==, 0);
  ui_settle ();
  g_assert_finalize_object (g_steal_pointer (&run->application));
}

static inline void
run_end (Run *run)
{
  /* It may have ended by itself. */
  if (g_application_get_is_registered (G_APPLICATION (run->application)))
    g_action_group_activate_action (G_ACTION_GROUP (run->application), "quit", NULL);
}

static inline guint
run_count_windows (Run *run)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (run->application)));
}

/* The window that was used last, once it is on the screen; else %NULL. */
static inline GtkWidget *
run_get_window (Run *run)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (run->application));

  return window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)) ? GTK_WIDGET (window) : NULL;
}
