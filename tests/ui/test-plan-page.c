/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-page.h"

#include <glib/gstdio.h>

#include "dites-window.h"
#include "test-ui.h"

/* Somebody known under another address, somebody known, somebody new, and nobody. */
static const char mixed[] =
  "NOM;PRENOM;MAIL;TEL;GROUPE;IBAN\r\n"
  "FICTIF;CAMILLE;c.fictif@autre.invalid;;A;FR76\r\n"
  "BIDON;ALIX;alix.bidon@exemple.invalid;06 39 98 00 33;A;FR76\r\n"
  "FABLE;ZOE;zoe.fable@exemple.invalid;;B;FR76\r\n"
  ";;;;B;\r\n";

static GFile *
new_file (Ui         *ui,
          const char *name,
          const char *content,
          gssize      length)
{
  g_autofree char *path = g_build_filename (ui->desk.directory, name, NULL);

  g_assert_true (g_file_set_contents (path, content, length, NULL));

  return g_file_new_for_path (path);
}

static GtkWidget *
present (Ui *ui)
{
  DitesWindow *window = dites_window_new (NULL, ui->desk.store, ui->settings);

  ui_present (ui, GTK_WIDGET (window));

  return GTK_WIDGET (window);
}

static GtkWidget *
present_list (Ui         *ui,
              const char *name,
              const char *content)
{
  GtkWidget *window = present (ui);
  g_autoptr (GFile) file = new_file (ui, name, content, -1);

  dites_window_import (DITES_WINDOW (window), &file, 1);

  return window;
}

static GtkWidget *
get_import_button (GtkWidget *window)
{
  return ui_get (ui_get (window, DITES_TYPE_PLAN_PAGE, NULL), GTK_TYPE_BUTTON, "Import");
}

static void
press_import (GtkWidget *window)
{
  ui_wait_for (gtk_widget_is_sensitive (get_import_button (window)));
  ui_press (get_import_button (window));
}

static gboolean
is_plan_shown (GtkWidget *window)
{
  return ui_find (window, DITES_TYPE_PLAN_PAGE, NULL) != NULL;
}

/* Seen, written, told, and taken back. */
static void
test_import (Ui           *ui,
             gconstpointer data)
{
  GtkWidget *window = present_list (ui, "liste.csv", mixed);

  ui_wait_for (ui_shows (window, "To be written: 1 new intern and 1 changed intern. 1 row waits for a decision. 1 row cannot be read."));
  g_assert_true (ui_shows (window, "liste.csv"));
  g_assert_true (ui_shows (window, "“Birth Name” is missing, and nothing else says who or what this is"));
  g_assert_true (ui_shows (window, "Never read: such data is not kept"));
  g_assert_null (ui_dup_stored (ui, "intern:alix", "extra"));

  press_import (window);
  ui_wait_for (!is_plan_shown (window));
  ui_wait_for (ui_shows (window, "Import of 2 interns"));
  ui_assert_stored (ui, "intern:alix", "phones", "[\"+33639980003\",\"+33639980033\"]");
  g_assert_true (ui_find (window, ADW_TYPE_NAVIGATION_PAGE, "Interns") != NULL);

  ui_press (ui_get (window, GTK_TYPE_BUTTON, "Undo"));
  ui_assert_stored (ui, "intern:alix", "phones", "[\"+33639980003\"]");
}

/* What is decided is what is said and done, and can be decided otherwise. */
static void
test_decide (Ui           *ui,
             gconstpointer data)
{
  GtkWidget *window = present_list (ui, "liste.csv", mixed);
  GtkWidget *same = ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "The Same Person: FICTIF Camille");
  GtkWidget *other = ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Somebody New: FICTIF Camille");

  g_assert_null (ui_find (window, GTK_TYPE_BUTTON, "Decide Later"));
  ui_press (other);
  ui_wait_for (ui_shows (window, "To be written: 2 new interns and 1 changed intern. 1 row cannot be read."));
  ui_press (same);
  ui_wait_for (ui_shows (window, "To be written: 1 new intern and 2 changed interns. 1 row cannot be read."));
  ui_press (ui_get (window, GTK_TYPE_BUTTON, "Decide Later"));
  ui_wait_for (ui_shows (window, "To be written: 1 new intern and 1 changed intern. 1 row waits for a decision. 1 row cannot be read."));
  ui_press (same);

  press_import (window);
  ui_assert_stored (ui, "intern:camille", "emails", "[\"camille.fictif@exemple.invalid\",\"c.fictif@autre.invalid\"]");
}

static void
choose_rows (GtkWidget  *window,
             const char *label)
{
  ui_press (gtk_widget_get_ancestor (ui_get (window, GTK_TYPE_LABEL, label), GTK_TYPE_TOGGLE_BUTTON));
}

/* Many rows are decided on at once, but not where it may be one of several. */
static void
test_decide_all (Ui           *ui,
                 gconstpointer data)
{
  GtkWidget *window = present_list (ui, "liste.csv",
                                    "NOM;PRENOM;MAIL\r\n"
                                    "FICTIF;CAMILLE;c.fictif@autre.invalid\r\n"
                                    "BIDON;ALIX;a.bidon@autre.invalid\r\n");
  GtkWidget *button;

  ui_wait_for (ui_shows (window, "Nothing to write for now. 2 rows wait for a decision."));
  g_assert_null (ui_find (window, GTK_TYPE_MENU_BUTTON, "Decide on All of Them"));
  choose_rows (window, "To Be Decided: 2");
  button = ui_get (window, GTK_TYPE_MENU_BUTTON, "Decide on All of Them");
  gtk_widget_activate_action (button, "rows.answer-all", "s", "known");
  ui_wait_for (ui_shows (window, "To be written: 2 changed interns."));
  gtk_widget_activate_action (button, "rows.answer-all", "s", "later");
  ui_wait_for (ui_shows (window, "Nothing to write for now. 2 rows wait for a decision."));
  gtk_widget_activate_action (button, "rows.answer-all", "s", "new");
  ui_wait_for (ui_shows (window, "To be written: 2 new interns."));
}

/* A row that is left out is not written, and stays where it is until it is looked for. */
static void
test_leave_out (Ui           *ui,
                gconstpointer data)
{
  GtkWidget *window = present_list (ui, "liste.csv", mixed);
  GtkWidget *included = ui_get (window, GTK_TYPE_SWITCH, "Import BIDON Alix");

  g_assert_null (ui_find (window, GTK_TYPE_TOGGLE_BUTTON, "Left Out: 0"));
  gtk_switch_set_active (GTK_SWITCH (included), FALSE);
  ui_wait_for (ui_shows (window, "To be written: 1 new intern. 1 row waits for a decision. 1 row cannot be read. 1 row is left out."));
  g_assert_true (ui_shows (window, "FABLE Zoe"));

  choose_rows (window, "Left Out: 1");
  ui_wait_for (!ui_shows (window, "FABLE Zoe"));
  g_assert_true (ui_shows (window, "BIDON Alix"));

  press_import (window);
  ui_wait_for (ui_shows (window, "Import of 1 intern"));
  ui_assert_stored (ui, "intern:alix", "phones", "[\"+33639980003\"]");
}

static guint
find_choice (GListModel *choices,
             const char *wanted)
{
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GObject) choice = g_list_model_get_item (choices, i);
      g_autofree char *label = NULL;

      g_object_get (choice, "label", &label, NULL);
      if (strcmp (label, wanted) == 0)
        return i;
    }

  g_assert_not_reached ();
}

static void
choose (GtkWidget  *window,
        const char *column,
        const char *field)
{
  AdwComboRow *row = ADW_COMBO_ROW (ui_get (window, ADW_TYPE_COMBO_ROW, column));

  adw_combo_row_set_selected (row, find_choice (adw_combo_row_get_model (row), field));
}

static char *
dup_chosen (GtkWidget  *window,
            const char *column)
{
  AdwComboRow *row = ADW_COMBO_ROW (ui_get (window, ADW_TYPE_COMBO_ROW, column));
  char        *label = NULL;

  g_object_get (adw_combo_row_get_selected_item (row), "label", &label, NULL);

  return label;
}

static gboolean
is_chosen (GtkWidget  *window,
           const char *column,
           const char *field)
{
  g_autofree char *label = dup_chosen (window, column);

  return strcmp (label, field) == 0;
}

/* A column is read as a person says; decisions outlive that, and the next list knows it. */
static void
test_mapping (Ui           *ui,
              gconstpointer data)
{
  GtkWidget *window = present_list (ui, "liste.csv", mixed);
  g_autoptr (GFile) next = new_file (ui, "suite.csv", mixed, -1);

  ui_press (ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Somebody New: FICTIF Camille"));
  g_assert_true (is_chosen (window, "GROUPE", "Kept as It Is"));
  g_assert_null (ui_find (window, GTK_TYPE_BUTTON, "Forget What Was Changed"));
  choose (window, "GROUPE", "Remarks");
  ui_get (window, GTK_TYPE_BUTTON, "Forget What Was Changed");
  ui_wait_for (ui_shows (window, "To be written: 2 new interns and 1 changed intern. 1 row cannot be read."));

  gtk_widget_activate_action (ui_get (window, DITES_TYPE_PLAN_PAGE, NULL), "navigation.pop", NULL);
  ui_wait_for (!is_plan_shown (window));
  dites_window_import (DITES_WINDOW (window), &next, 1);
  ui_get (window, ADW_TYPE_COMBO_ROW, "GROUPE");
  g_assert_true (is_chosen (window, "GROUPE", "Remarks"));
  ui_press (ui_get (window, GTK_TYPE_BUTTON, "Forget What Was Changed"));
  ui_wait_for (is_chosen (window, "GROUPE", "Kept as It Is"));
}

/* The kind and the semester can be others than those that were found. */
static void
test_facts (Ui           *ui,
            gconstpointer data)
{
  GtkWidget   *window = present_list (ui, "liste.csv", "NOM;PRENOM;TERRAIN DE STAGE\nFABLE;ZOE;CH AUCH / URGENCES\n");
  AdwComboRow *row = ADW_COMBO_ROW (ui_get (window, ADW_TYPE_COMBO_ROW, "Semester"));

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  ui_wait_for (ui_shows (window, "To be written: 1 new intern."));
  adw_combo_row_set_selected (row, 1);
  ui_wait_for (!ui_shows (window, "To be written: 1 new intern."));
  ui_wait_for (adw_combo_row_get_selected (row) == 1);

  row = ADW_COMBO_ROW (ui_get (window, ADW_TYPE_COMBO_ROW, "What It Is About"));
  adw_combo_row_set_selected (row, adw_combo_row_get_selected (row) == 0 ? 1 : 0);
  ui_wait_for (ui_find (window, ADW_TYPE_COMBO_ROW, "Semester") == NULL);
}

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
  ui_wait_for (ui_shows (window, "E25.csv, list 1 of 3"));
  ui_get (window, GTK_TYPE_LABEL, "ROMAN Lou");
  press_import (window);
  ui_wait_for (ui_shows (window, "H26.csv, list 2 of 3"));
  ui_get (window, GTK_TYPE_LABEL, "FABLE Zoe");
  press_import (window);
  ui_wait_for (ui_shows (window, "photo.png, list 3 of 3"));
  ui_wait_for (ui_shows (window, "This Is Not a List"));
}

static void
keep_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
write_something (Ui *ui)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Something");
  g_autofree char *id = dites_document_new_id ("partner");
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("partner", id);
  g_autoptr (DitesDocument) document = NULL;

  dites_document_builder_set_string (builder, "name", "Essai");
  document = dites_document_builder_end (builder);
  dites_change_set_put (changes, NULL, document);
  dites_store_write_async (ui->desk.store, changes, NULL, keep_result_cb, &result);
  ui_wait_for (result != NULL);
  g_assert_true (dites_store_write_finish (ui->desk.store, result, NULL));
}

/* Somebody else wrote meanwhile: that is said, the plan is made again, and what was decided stays. */
static void
test_conflict (Ui           *ui,
               gconstpointer data)
{
  GtkWidget *window = present_list (ui, "liste.csv", mixed);

  ui_press (ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Somebody New: FICTIF Camille"));
  write_something (ui);
  press_import (window);
  ui_wait_for (ui_shows (window, "Something was changed meanwhile: this is what the import would do now."));
  ui_wait_for (ui_shows (window, "To be written: 2 new interns and 1 changed intern. 1 row cannot be read."));
  press_import (window);
  ui_wait_for (ui_shows (window, "Import of 3 interns"));
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

static char *
new_long_list (guint n_rows)
{
  GString *text = g_string_new ("NOM;PRENOM;MAIL\n");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "FICTIF%u;Camille;camille%u@exemple.invalid\n", i, i);

  return g_string_free_and_steal (text);
}

/* What takes long can be stopped, and begun again. */
static void
test_cancel (Ui           *ui,
             gconstpointer data)
{
  g_autofree char *text = new_long_list (100000);
  GtkWidget       *window = present_list (ui, "liste.csv", text);

  ui_press (ui_get (window, GTK_TYPE_BUTTON, "Cancel"));
  ui_wait_for (ui_shows (window, "Reading Was Stopped"));
  ui_press (ui_get (window, GTK_TYPE_BUTTON, "Read Again"));
  ui_wait_for (ui_shows (window, "To be written: 100000 new interns."));
}

/* Accents that were garbled are offered to be repaired, once. */
static void
test_repair (Ui           *ui,
             gconstpointer data)
{
  GtkWidget *window = present_list (ui, "liste.csv", "NOM;PRENOM\nFABLE;Zo\xc3\x83\xc2\xa9\nROMAN;L\xc3\x83\xc2\xa9"
                                                     "a\n");

  ui_get (window, GTK_TYPE_LABEL, "FABLE Zo\xc3\x83\xc2\xa9");
  ui_press (ui_get (window, GTK_TYPE_BUTTON, "Repair Them"));
  ui_get (window, GTK_TYPE_LABEL, "FABLE Zo\xc3\xa9");
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (ui_get (window, ADW_TYPE_SWITCH_ROW, "Repair Accents"))));
}

/* All of it is there in a narrow window, one half at a time. */
static void
test_narrow (Ui           *ui,
             gconstpointer data)
{
  GtkWidget *window = present_list (ui, "liste.csv", mixed);

  ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Somebody New: FICTIF Camille");
  g_assert_true (ui_find (window, ADW_TYPE_COMBO_ROW, "GROUPE") != NULL);
  ui_resize (ui, 360, 640);
  ui_wait_for (ui_find (window, ADW_TYPE_COMBO_ROW, "GROUPE") == NULL);
  ui_press (ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Somebody New: FICTIF Camille"));
  ui_wait_for (ui_shows (window, "To be written: 2 new interns and 1 changed intern. 1 row cannot be read."));
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (ui_get (window, ADW_TYPE_TOGGLE_GROUP, "What to show")), "settings");
  ui_get (window, ADW_TYPE_COMBO_ROW, "GROUPE");
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ui_test_add ("/plan-page/import", test_import);
  ui_test_add ("/plan-page/decide", test_decide);
  ui_test_add ("/plan-page/decide-all", test_decide_all);
  ui_test_add ("/plan-page/leave-out", test_leave_out);
  ui_test_add ("/plan-page/mapping", test_mapping);
  ui_test_add_empty ("/plan-page/facts", test_facts);
  ui_test_add ("/plan-page/no-list", test_no_list);
  ui_test_add_empty ("/plan-page/several", test_several);
  ui_test_add ("/plan-page/conflict", test_conflict);
  ui_test_add ("/plan-page/set-aside", test_set_aside);
  ui_test_add ("/plan-page/drop", test_drop);
  ui_test_add_empty ("/plan-page/empty", test_empty);
  ui_test_add_empty ("/plan-page/paste", test_paste);
  ui_test_add_empty ("/plan-page/cancel", test_cancel);
  ui_test_add_empty ("/plan-page/repair", test_repair);
  ui_test_add ("/plan-page/narrow", test_narrow);

  return g_test_run ();
}
