/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "test-plan.h"
#include "test-sql.h"

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
  g_assert_nonnull (strstr (ui_announced (), "Import of 2 interns"));
  g_assert_nonnull (strstr (ui_announced (), ": Undo"));
  ui_assert_stored (ui, "intern:alix", "phones", "[\"+33639980003\",\"+33639980033\"]");
  g_assert_true (ui_find (window, ADW_TYPE_NAVIGATION_PAGE, "Interns") != NULL);

  ui_press (ui_get (window, GTK_TYPE_BUTTON, "Undo"));
  ui_assert_stored (ui, "intern:alix", "phones", "[\"+33639980003\"]");
}

static gboolean
is_within (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_INSCRIPTION (widget) && gtk_inscription_get_text (GTK_INSCRIPTION (widget)) != NULL &&
      strstr (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_within (child, text))
      return TRUE;

  return FALSE;
}

/* However much is said of somebody new, where they will be is among it. */
static void
test_new_shown (Ui           *ui,
                gconstpointer data)
{
  GtkWidget *window = present_list (ui, "liste.csv",
                                    "Semestre d'hiver 2026-2027;;;;;;;;;\r\n"
                                    "CIVILITE;NOM;PRENOM;SEXE;NE LE;MAIL;TEL;DES;PHASE;TERRAIN DE STAGE\r\n"
                                    "MME;FABLE;ZOE;F;02/01/1999;zoe.fable@exemple.invalid;0639980009;MG;SOCLE;CH CONDOM\r\n");

  ui_wait_for (is_within (window, "Stage Sites\302\240 Centre hospitalier de Condom"));
  g_assert_true (is_within (window, "zoe.fable@exemple.invalid"));
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

/* The keyboard begins at the first row, whose buttons are the next step. */
static void
test_keyboard (Ui           *ui,
               gconstpointer data)
{
  GtkWidget *window = present_list (ui, "liste.csv", mixed);
  GtkWidget *other = ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Somebody New: FICTIF Camille");
  GtkWidget *focus;

  ui_wait_for ((focus = gtk_window_get_focus (GTK_WINDOW (window))) != NULL && gtk_widget_is_ancestor (other, focus));
  gtk_widget_child_focus (focus, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == other);
  g_assert_true (gtk_widget_activate (other));
  ui_wait_for (ui_shows (window, "To be written: 2 new interns and 1 changed intern. 1 row cannot be read."));
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

/* A list that is given when a narrow window starts: its columns are as narrow as that. */
static void
test_narrow_columns (Ui           *ui,
                     gconstpointer data)
{
  g_autoptr (GFile) file = new_file (ui, "liste.csv", mixed, -1);
  GtkWidget *window, *page;
  int        least;

  g_settings_set_int (ui->settings, "window-width", 380);
  window = GTK_WIDGET (dites_window_new (NULL, ui->desk.store, ui->settings));
  dites_window_import (DITES_WINDOW (window), &file, 1);
  ui_present (ui, window);
  ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Somebody New: FICTIF Camille");
  page = ui_get (window, DITES_TYPE_PLAN_PAGE, NULL);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (ui_get (page, ADW_TYPE_TOGGLE_GROUP, NULL)), "settings");
  ui_settle ();
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
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

/* A list that names a semester in each row is not said to name none. */
static void
test_semester_by_row (Ui           *ui,
                      gconstpointer data)
{
  GtkWidget *window = present_list (ui, "liste.csv", "NOM;PRENOM;TERRAIN DE STAGE;PERIODE\n"
                                                     "FABLE;ZOE;CH AUCH / URGENCES;novembre 2026 - avril 2027\n");

  ui_wait_for (ui_shows (window, "As Each Row Says"));
  ui_wait_for (ui_shows (window, "To be written: 1 new intern, 1 new placement, 1 new stage site and 1 new semester."));
}

/* The first summary of a row that says something. */
static const char *
find_summary (GtkWidget  *root,
              const char *part)
{
  const char *found = NULL;

  if (GTK_IS_INSCRIPTION (root) && strstr (gtk_inscription_get_text (GTK_INSCRIPTION (root)), part) != NULL)
    return gtk_inscription_get_text (GTK_INSCRIPTION (root));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_summary (child, part);

  return found;
}

/* What names itself has no label before it. */
static void
test_names_itself (Ui           *ui,
                   gconstpointer data)
{
  GtkWidget *window = present_list (ui, "liste.csv", "NOM;PRENOM;DES;TERRAIN DE STAGE;PERIODE\n"
                                                     "FABLE;ZOE;MG;CH AUCH / URGENCES;novembre 2026 - avril 2027\n");

  ui_wait_for (find_summary (window, "Speciality (DES)\302\240 General Practice") != NULL);
  g_assert_nonnull (find_summary (window, "Winter semester 2026–2027"));
  g_assert_null (find_summary (window, "Semester\302\240 "));
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

static gboolean
is_notice_shown (GtkWidget *root)
{
  if (ADW_IS_BANNER (root))
    return adw_banner_get_revealed (ADW_BANNER (root)) && *adw_banner_get_title (ADW_BANNER (root)) != '\0';

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (is_notice_shown (child))
        return TRUE;
    }

  return FALSE;
}

/* What cannot be written is said where it stays to be read; all else stays too, and it can be tried again. */
static void
test_cannot_write (Ui           *ui,
                   gconstpointer data)
{
  GtkWidget *window = present_list (ui, "liste.csv", mixed);

  ui_press (ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Somebody New: FICTIF Camille"));
  ui_run_sql (ui, "CREATE TRIGGER stop BEFORE INSERT ON change_set BEGIN SELECT RAISE (ABORT, 'stop'); END");
  press_import (window);
  ui_wait_for (is_notice_shown (ui_get (window, DITES_TYPE_PLAN_PAGE, NULL)));
  g_assert_true (ui_shows (window, "To be written: 2 new interns and 1 changed intern. 1 row cannot be read."));
  ui_assert_stored (ui, "intern:alix", "phones", "[\"+33639980003\"]");

  ui_run_sql (ui, "DROP TRIGGER stop");
  press_import (window);
  ui_wait_for (ui_shows (window, "Import of 3 interns"));
}

/* While the writing takes its time, that is said, shown and can be stopped; the keyboard has somewhere to be. */
static void
test_writing (Ui           *ui,
              gconstpointer data)
{
  GtkWidget       *window = present_list (ui, "liste.csv", mixed);
  g_autofree char *path = g_build_filename (ui->desk.directory, "dites32.sqlite", NULL);
  sqlite3         *database = NULL;
  GtkWidget       *page, *progress;

  ui_wait_for (gtk_widget_is_sensitive (get_import_button (window)));
  page = ui_get (window, DITES_TYPE_PLAN_PAGE, NULL);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  gtk_widget_grab_focus (get_import_button (window));
  g_signal_emit_by_name (get_import_button (window), "clicked");
  ui_wait_for ((progress = ui_find (page, GTK_TYPE_PROGRESS_BAR, NULL)) != NULL);
  g_assert_cmpstr (ui_announced (), ==, "Writing…");
  g_assert_true (ui_shows (page, "Writing…"));
  g_assert_nonnull (ui_find (page, GTK_TYPE_BUTTON, "Cancel"));
  ui_wait_for (gtk_window_get_focus (GTK_WINDOW (window)) != NULL);
  g_assert_true (gtk_widget_get_mapped (gtk_window_get_focus (GTK_WINDOW (window))));

  g_assert_cmpint (sqlite3_exec (database, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
  ui_wait_for (!is_plan_shown (window));
  ui_wait_for (strstr (ui_announced (), "Import of 2 interns") != NULL);
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
  g_autofree char *text = new_long_list (20000);
  GtkWidget       *window = present_list (ui, "liste.csv", text);

  gtk_widget_activate_action (ui_get (window, DITES_TYPE_PLAN_PAGE, NULL), "plan.cancel", NULL);
  ui_wait_for (ui_shows (window, "Reading Was Stopped"));
  ui_press (ui_get (window, GTK_TYPE_BUTTON, "Read Again"));
  ui_wait_for (ui_shows (window, "To be written: 20000 new interns."));
}

/* Whom a later version of a list names no more is said, and what becomes of the placement is chosen. */
static void
test_missing (Ui           *ui,
              gconstpointer data)
{
  static const char whole[] = "Semestre d'hiver 2026-2027;;\r\n"
                              "NOM;PRENOM;TERRAIN DE STAGE\r\n"
                              "FABLE;ZOE;CH CONDOM\r\n"
                              "ROMAN;LEA;CH AUCH / URGENCES\r\n"
                              "ESSAI;NOE;CH MIRANDE\r\n";
  g_autofree char  *later = g_strconcat (whole, "", NULL);
  g_autoptr (GFile) file = NULL;
  GtkWidget *window = present_list (ui, "liste.csv", whole);
  GtkWidget *row;

  press_import (window);
  ui_wait_for (!is_plan_shown (window));

  *strstr (later, "ESSAI") = '\0';
  file = new_file (ui, "liste-2.csv", later, -1);
  dites_window_import (DITES_WINDOW (window), &file, 1);
  ui_wait_for (ui_shows (window, "Nothing to write for now. 1 person whom an earlier version placed is no longer in this list."));
  g_assert_false (gtk_widget_is_sensitive (get_import_button (window)));
  choose_rows (window, "No Longer in This List: 1");
  row = ui_get (window, ADW_TYPE_SWITCH_ROW, "ESSAI Noe");
  g_assert_true (ui_shows (window, "Centre hospitalier de Mirande"));

  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  ui_wait_for (ui_shows (window, "To be written: 1 placement to the trash. 1 person whom an earlier version placed is no longer in this list."));
  press_import (window);
  ui_wait_for (!is_plan_shown (window));
  ui_wait_for (ui_shows (window, "1 placement to the trash"));
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

/* A window that folds while the keyboard is in the half that is hidden then has it in what is shown, and
 * holds nothing for good. */
static void
test_folded (Ui           *ui,
             gconstpointer data)
{
  GtkWidget *window = present (ui);
  g_autoptr (GFile) file = new_file (ui, "liste.csv", mixed, -1);
  GtkWidget *page;

  ui_resize (ui, 1280, 860);
  dites_window_import (DITES_WINDOW (window), &file, 1);
  page = ui_get (window, DITES_TYPE_PLAN_PAGE, NULL);
  ui_watch (ui, page);
  gtk_widget_grab_focus (ui_get (page, ADW_TYPE_COMBO_ROW, "GROUPE"));
  ui_resize (ui, 760, 640);
  ui_wait_for (ui_find (page, ADW_TYPE_COMBO_ROW, "GROUPE") == NULL);
  ui_wait_for (gtk_window_get_focus (GTK_WINDOW (window)) != NULL && gtk_widget_get_mapped (gtk_window_get_focus (GTK_WINDOW (window))));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), page));

  ui_resize (ui, 1280, 860);
  ui_get (page, ADW_TYPE_COMBO_ROW, "GROUPE");
  ui_resize (ui, 360, 640);
  ui_wait_for (ui_find (page, ADW_TYPE_COMBO_ROW, "GROUPE") == NULL);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ui_test_add ("/plan-page/import", test_import);
  ui_test_add ("/plan-page/new-shown", test_new_shown);
  ui_test_add ("/plan-page/decide", test_decide);
  ui_test_add ("/plan-page/keyboard", test_keyboard);
  ui_test_add ("/plan-page/decide-all", test_decide_all);
  ui_test_add ("/plan-page/leave-out", test_leave_out);
  ui_test_add ("/plan-page/mapping", test_mapping);
  ui_test_add_empty ("/plan-page/facts", test_facts);
  ui_test_add_empty ("/plan-page/semester-by-row", test_semester_by_row);
  ui_test_add ("/plan-page/names-itself", test_names_itself);
  ui_test_add ("/plan-page/conflict", test_conflict);
  ui_test_add ("/plan-page/cannot-write", test_cannot_write);
  ui_test_add ("/plan-page/writing", test_writing);
  ui_test_add_empty ("/plan-page/cancel", test_cancel);
  ui_test_add_empty ("/plan-page/repair", test_repair);
  ui_test_add_empty ("/plan-page/missing", test_missing);
  ui_test_add ("/plan-page/narrow", test_narrow);
  ui_test_add ("/plan-page/folded", test_folded);

  ui_test_add ("/plan-page/narrow-columns", test_narrow_columns);

  return g_test_run ();
}
