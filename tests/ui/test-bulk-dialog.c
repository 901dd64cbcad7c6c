/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-bulk-dialog.h"

#include "test-ui.h"

static const char *const ids[] = { "intern:camille", "intern:alix", NULL };

static GtkWidget *
show (Ui *ui)
{
  GtkWidget *dialog = GTK_WIDGET (dites_bulk_dialog_new (ui->desk.store, dites_kind_get ("intern"), ids));

  ui_present (ui, dialog);

  return dialog;
}

static void
choose (GtkWidget  *dialog,
        const char *row,
        const char *label)
{
  AdwComboRow *combo = ADW_COMBO_ROW (ui_get (dialog, ADW_TYPE_COMBO_ROW, row));
  GListModel  *model = adw_combo_row_get_model (combo);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i), label) == 0)
      {
        adw_combo_row_set_selected (combo, i);
        ui_settle ();
        return;
      }

  g_error ("“%s” is not offered", label);
}

/* The state comes first; a choice is chosen, and all get it with one undo. */
static void
test_choice (Ui           *ui,
             gconstpointer data)
{
  GtkWidget *dialog = show (ui);

  g_assert_true (ui_shows (dialog, "2 interns"));
  choose (dialog, "Value", "Left the Gers");
  ui_press (ui_get (dialog, GTK_TYPE_BUTTON, "Change"));
  ui_assert_stored (ui, "intern:camille", "state", "left");
  ui_assert_stored (ui, "intern:alix", "state", "left");
  ui_assert_stored (ui, "intern:sacha", "state", "active");
  ui_wait_for (g_strcmp0 (dites_store_get_undo_name (ui->desk.store), "2 interns: State") == 0);
}

/* A value that the field cannot hold is said beside it, and nothing is changed. */
static void
test_wrong (Ui           *ui,
            gconstpointer data)
{
  GtkWidget       *dialog = show (ui);
  g_autofree char *before = g_strdup (dites_store_get_undo_name (ui->desk.store));
  GtkWidget       *entry;

  choose (dialog, "Field", "Semester Number");
  entry = ui_get (dialog, ADW_TYPE_ENTRY_ROW, "Value");
  gtk_editable_set_text (GTK_EDITABLE (entry), "many");
  ui_press (ui_get (dialog, GTK_TYPE_BUTTON, "Change"));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (gtk_widget_get_mapped (dialog));
  g_assert_cmpstr (dites_store_get_undo_name (ui->desk.store), ==, before);

  gtk_editable_set_text (GTK_EDITABLE (entry), "3");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  ui_press (ui_get (dialog, GTK_TYPE_BUTTON, "Change"));
  ui_assert_stored (ui, "intern:alix", "semester_no", "3");
}

/* A change that would change nothing says so and leaves the dialog open. */
static void
test_nothing (Ui           *ui,
              gconstpointer data)
{
  GtkWidget *dialog = show (ui);

  choose (dialog, "Value", "In Training");
  ui_press (ui_get (dialog, GTK_TYPE_BUTTON, "Change"));
  ui_wait_for (ui_shows (dialog, "Nothing was changed: it is so already"));
}

static void
test_flag (Ui           *ui,
           gconstpointer data)
{
  GtkWidget *dialog = show (ui);

  choose (dialog, "Field", "Has a Car");
  choose (dialog, "Value", "No");
  ui_press (ui_get (dialog, GTK_TYPE_BUTTON, "Change"));
  ui_assert_stored (ui, "intern:camille", "car", "false");
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/bulk-dialog/choice", test_choice);
  ui_test_add ("/bulk-dialog/wrong", test_wrong);
  ui_test_add ("/bulk-dialog/nothing", test_nothing);
  ui_test_add ("/bulk-dialog/flag", test_flag);

  return g_test_run ();
}
