/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-plan.h"

/* The ways in for lists, and out of the page that shows them. */

/* Each that is no list says what it is and what to do. */
static void
test_no_list (Ui           *ui,
              gconstpointer data)
{
  static const char png[] = "\x89PNG\r\n\x1a\n and so on";
  GtkWidget        *window = present_list (ui, "liste.pdf", "%PDF-1.7 and so on");
  g_autoptr (GFile) picture = new_file (ui, "photo.png", png, sizeof png);
  g_autoptr (GFile) empty = new_file (ui, "vide.csv", "", 0);
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/liste.csv");
  g_autoptr (GFile) list = new_file (ui, "liste.csv", mixed, -1);

  ui_wait_for (ui_shows (window, "The file is a PDF document: ask for the list as CSV."));
  g_assert_true (ui_shows (window, "This Is Not a List"));
  g_assert_null (ui_find (window, GTK_TYPE_BUTTON, "Import"));

  /* What comes next takes its place. */
  dites_window_import (DITES_WINDOW (window), &empty, 1);
  ui_wait_for (ui_shows (window, "The file is empty."));
  dites_window_import (DITES_WINDOW (window), &missing, 1);
  ui_wait_for (ui_shows (window, "The file is not there, or not any more."));
  ui_press (ui_get (window, GTK_TYPE_BUTTON, "Read Again"));
  ui_wait_for (ui_shows (window, "The file is not there, or not any more."));
  dites_window_import (DITES_WINDOW (window), &list, 1);
  ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Somebody New: FICTIF Camille");

  dites_window_import (DITES_WINDOW (window), &picture, 1);
  ui_press (ui_get (window, GTK_TYPE_BUTTON, "Skip"));
  ui_wait_for (ui_shows (window, "Photos are added to a home: open the home, then drop them on it."));
  ui_press (ui_get (window, GTK_TYPE_BUTTON, "Show the Homes"));
  ui_wait_for (!is_plan_shown (window));
  g_assert_true (ui_find (window, ADW_TYPE_NAVIGATION_PAGE, "Homes") != NULL);
}

/* The oldest semester is first, and what is no list last. */
static void
test_several (Ui           *ui,
              gconstpointer data)
{
  GtkWidget *window = present (ui);
  g_autoptr (GFile) first = new_file (ui, "H26.csv", "NOM;PRENOM\nFABLE;ZOE\n", -1);
  g_autoptr (GFile) second = new_file (ui, "photo.png", "\x89PNG\r\n\x1a\n", -1);
  g_autoptr (GFile) third = new_file (ui, "E25.csv", "NOM;PRENOM\nROMAN;LOU\n", -1);
  GFile *files[] = { first, second, third };

  dites_window_import (DITES_WINDOW (window), files, G_N_ELEMENTS (files));
  ui_wait_for (ui_shows (window, "List 1 of 3: E25.csv"));
  ui_get (window, GTK_TYPE_LABEL, "ROMAN Lou");
  press_import (window);
  ui_wait_for (ui_shows (window, "List 2 of 3: H26.csv"));
  ui_get (window, GTK_TYPE_LABEL, "FABLE Zoe");
  press_import (window);
  ui_wait_for (ui_shows (window, "List 3 of 3: photo.png"));
  ui_wait_for (ui_shows (window, "This Is Not a List"));
}

/* Nothing is asked on the way out, and nothing is lost. */
static void
test_set_aside (Ui           *ui,
                gconstpointer data)
{
  GtkWidget *window = present_list (ui, "liste.csv", mixed);
  g_autoptr (GFile) file = new_file (ui, "liste.csv", mixed, -1);

  ui_press (ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Somebody New: FICTIF Camille"));
  gtk_widget_activate_action (ui_get (window, DITES_TYPE_PLAN_PAGE, NULL), "navigation.pop", NULL);
  ui_wait_for (!is_plan_shown (window));
  ui_wait_for (ui_shows (window, "“liste.csv” was set aside with its decisions"));
  ui_press (ui_get (window, GTK_TYPE_BUTTON, "Resume"));
  ui_wait_for (ui_shows (window, "To be written: 2 new interns and 1 changed intern. 1 row cannot be read."));

  gtk_widget_activate_action (ui_get (window, DITES_TYPE_PLAN_PAGE, NULL), "navigation.pop", NULL);
  ui_wait_for (!is_plan_shown (window));
  dites_window_import (DITES_WINDOW (window), &file, 1);
  ui_wait_for (ui_shows (window, "To be written: 2 new interns and 1 changed intern. 1 row cannot be read."));
}

static GtkDropTarget *
get_drop_target (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

/* What is held over the window is told what will become of it, and is imported when it is let go. */
static void
test_drop (Ui           *ui,
           gconstpointer data)
{
  GtkWidget     *window = present (ui);
  GtkDropTarget *target = get_drop_target (window);
  g_autoptr (GFile) file = new_file (ui, "liste.csv", mixed, -1);
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);
  GValue        value = G_VALUE_INIT;
  GdkDragAction action = 0;
  gboolean      taken = FALSE;

  g_signal_emit_by_name (target, "enter", 10.0, 10.0, &action);
  g_assert_cmpint (action, ==, GDK_ACTION_COPY);
  ui_wait_for (ui_shows (window, "Drop to Import"));
  g_signal_emit_by_name (target, "leave");
  ui_wait_for (!ui_shows (window, "Drop to Import"));

  g_signal_emit_by_name (target, "enter", 10.0, 10.0, &action);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  g_value_unset (&value);
  g_assert_true (taken);
  ui_wait_for (is_plan_shown (window));
  g_assert_false (ui_shows (window, "Drop to Import"));
  ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Somebody New: FICTIF Camille");
}

static void
drop (GtkWidget *window,
      GSList    *files)
{
  GtkDropTarget *target = get_drop_target (window);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
}

/* A list and a photo of a home that come together: the one opens its plan, the other goes to the home that
 * is shown, and is said to be left out where there is none. */
static void
test_drop_mixed (Ui           *ui,
                 gconstpointer data)
{
  GtkWidget       *window = present (ui);
  g_autofree char *path = g_build_filename (g_getenv ("DITES_DATADIR"), "sample", "photos", "01-studio.jpg", NULL);
  g_autoptr (GFile) photo = g_file_new_for_path (path);
  g_autoptr (GFile) list = new_file (ui, "liste.csv", mixed, -1);
  g_autoptr (GSList) files = g_slist_append (g_slist_append (NULL, photo), list);
  g_autofree char *photos = NULL;

  drop (window, files);
  ui_wait_for (is_plan_shown (window));
  ui_wait_for (ui_shows (window, "1 photo was left out: open its home, then drop it there"));
  ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Somebody New: FICTIF Camille");
  gtk_widget_activate_action (ui_get (window, DITES_TYPE_PLAN_PAGE, NULL), "navigation.pop", NULL);
  ui_wait_for (!is_plan_shown (window));

  gtk_widget_activate_action (window, "win.open-document", "s", "housing:villa");
  ui_settle ();
  drop (window, files);
  ui_wait_for (is_plan_shown (window));
  ui_wait_for ((photos = ui_dup_stored (ui, "housing:villa", "photos")) != NULL);
  ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Somebody New: FICTIF Camille");
}

/* Headers alone are a list, with nothing to do. */
static void
test_empty (Ui           *ui,
            gconstpointer data)
{
  GtkWidget *window = present_list (ui, "liste.csv", "NOM;PRENOM;MAIL\n");

  ui_wait_for (ui_shows (window, "Nothing to write: the list has headers, and nothing below them."));
  g_assert_false (gtk_widget_is_sensitive (get_import_button (window)));
  g_assert_true (ui_find (window, ADW_TYPE_STATUS_PAGE, "No Rows") != NULL);
}

/* A list comes by the clipboard; a word does not. */
static void
test_paste (Ui           *ui,
            gconstpointer data)
{
  GtkWidget    *window = present (ui);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (window);

  gdk_clipboard_set_text (clipboard, "FICTIF");
  gtk_widget_activate_action (window, "win.paste", NULL);
  ui_wait_for (ui_shows (window, "To paste a list, copy its cells together with their headers"));
  g_assert_false (is_plan_shown (window));

  gdk_clipboard_set_text (clipboard, "NOM\tPRENOM\nFABLE\tZOE\n");
  gtk_widget_activate_action (window, "win.paste", NULL);
  ui_wait_for (ui_shows (window, "To be written: 1 new intern."));
  g_assert_true (ui_shows (window, "Pasted List"));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ui_test_add ("/window-import/no-list", test_no_list);
  ui_test_add_empty ("/window-import/several", test_several);
  ui_test_add ("/window-import/set-aside", test_set_aside);
  ui_test_add ("/window-import/drop", test_drop);
  ui_test_add ("/window-import/drop-mixed", test_drop_mixed);
  ui_test_add_empty ("/window-import/empty", test_empty);
  ui_test_add_empty ("/window-import/paste", test_paste);

  return g_test_run ();
}
