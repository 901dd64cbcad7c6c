/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-bulk-dialog.h"
#include "dites-pick-dialog.h"

#include "test-ui.h"

static const char *const ids[] = { "intern:camille", "intern:alix", NULL };

static GtkWidget *
show_for (Ui                *ui,
          const char        *kind,
          const char *const *documents)
{
  GtkWidget *dialog = GTK_WIDGET (dites_bulk_dialog_new (ui->desk.store, dites_kind_get (kind), documents));

  ui_present (ui, dialog);

  return dialog;
}

static GtkWidget *
show (Ui *ui)
{
  return show_for (ui, "intern", ids);
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

static void
choose_value (GtkWidget  *dialog,
              const char *field,
              const char *label)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (ui_get (dialog, GTK_TYPE_DROP_DOWN, field));
  GListModel  *model = gtk_drop_down_get_model (drop_down);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i), label) == 0)
      {
        gtk_drop_down_set_selected (drop_down, i);
        ui_settle ();
        return;
      }

  g_error ("“%s” is not offered", label);
}

static void
change (GtkWidget *dialog)
{
  ui_press (ui_get (dialog, GTK_TYPE_BUTTON, "Change"));
}

/* The state comes first; a choice is chosen, and all get it with one undo. */
static void
test_choice (Ui           *ui,
             gconstpointer data)
{
  GtkWidget *dialog = show (ui);

  ui_wait_for (ui_shows (dialog, "2 interns"));
  choose_value (dialog, "State", "Left the Gers");
  change (dialog);
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
  entry = ui_get (dialog, GTK_TYPE_ENTRY, "Semester Number");
  gtk_editable_set_text (GTK_EDITABLE (entry), "many");
  change (dialog);
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_ancestor (entry, ADW_TYPE_PREFERENCES_ROW), "error"));
  g_assert_true (gtk_widget_get_mapped (dialog));
  g_assert_cmpstr (dites_store_get_undo_name (ui->desk.store), ==, before);

  gtk_editable_set_text (GTK_EDITABLE (entry), "3");
  change (dialog);
  ui_assert_stored (ui, "intern:alix", "semester_no", "3");
}

/* A change that would change nothing says so and leaves the dialog open. */
static void
test_nothing (Ui           *ui,
              gconstpointer data)
{
  GtkWidget *dialog = show (ui);

  change (dialog);
  ui_wait_for (ui_shows (dialog, "The value is still to be entered."));
  choose_value (dialog, "State", "In Training");
  g_assert_false (ui_shows (dialog, "The value is still to be entered."));
  change (dialog);
  ui_wait_for (ui_shows (dialog, "Nothing was changed: it is so already"));
}

static void
test_flag (Ui           *ui,
           gconstpointer data)
{
  GtkWidget *dialog = show (ui);

  choose (dialog, "Field", "Has a Car");
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (ui_get (dialog, ADW_TYPE_TOGGLE_GROUP, NULL)), 2);
  change (dialog);
  ui_assert_stored (ui, "intern:camille", "car", "false");
}

/* Several values: one is added to what each has. */
static void
test_add (Ui           *ui,
          gconstpointer data)
{
  static const char *const homes[] = { "housing:studio", "housing:villa", NULL };
  GtkWidget               *dialog = show_for (ui, "housing", homes);

  choose (dialog, "Field", "Included in the Charges");
  choose (dialog, "What to Do", "Add");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_get (dialog, GTK_TYPE_TOGGLE_BUTTON, "Internet")), TRUE);
  change (dialog);
  ui_assert_stored (ui, "housing:villa", "included", "[\"internet\"]");
  ui_wait_for (g_strcmp0 (dites_store_get_undo_name (ui->desk.store), "2 homes: Included in the Charges") == 0);
}

/* A document is picked for all of them; what is entered is not left by accident, and nothing new is made. */
static void
test_reference (Ui           *ui,
                gconstpointer data)
{
  static const char *const tenancies[] = { "tenancy:camille", NULL };
  GtkWidget               *dialog = show_for (ui, "tenancy", tenancies);
  GtkWidget               *picking;
  GtkWidget               *search;

  choose (dialog, "Field", "Intern");
  ui_press (ui_get (dialog, GTK_TYPE_BUTTON, "Intern: Choose…"));
  picking = ui_get (GTK_WIDGET (ui->window), DITES_TYPE_PICK_DIALOG, NULL);
  search = ui_get (picking, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_null (ui_find (picking, GTK_TYPE_BUTTON, "New Intern"));
  ui_type (search, "alix");
  ui_get (dialog, GTK_TYPE_BUTTON, "Intern: BIDON Alix");
  g_assert_null (ui_find (dialog, GTK_TYPE_BUTTON, "Open “BIDON Alix”"));
  change (dialog);
  ui_assert_stored (ui, "tenancy:camille", "intern", "intern:alix");
}

/* Of several references one is taken away from all, the others stay. */
static void
test_remove (Ui           *ui,
             gconstpointer data)
{
  static const char *const placements[] = { "placement:camille", NULL };
  GtkWidget               *dialog = show_for (ui, "placement", placements);

  choose (dialog, "Field", "Stage Sites");
  choose (dialog, "What to Do", "Remove");
  change (dialog);
  ui_wait_for (ui_shows (dialog, "What shall be removed is still to be chosen."));
  ui_press (ui_get (dialog, GTK_TYPE_BUTTON, "Stage Sites: Add"));
  ui_type (ui_get (ui_get (GTK_WIDGET (ui->window), DITES_TYPE_PICK_DIALOG, NULL), GTK_TYPE_SEARCH_ENTRY, NULL), "urgences");
  ui_wait_for (ui_shows (dialog, "Centre hospitalier d’Exemple – Urgences adultes"));
  change (dialog);
  ui_assert_stored (ui, "placement:camille", "sites", NULL);
}

/* A phone number is checked as in a form. */
static void
test_contact (Ui           *ui,
              gconstpointer data)
{
  static const char *const sites[] = { "site:urgences", "site:msp", NULL };
  GtkWidget               *dialog = show_for (ui, "site", sites);
  GtkWidget               *entry;

  choose (dialog, "Field", "Phone Numbers");
  choose (dialog, "What to Do", "Replace All");
  entry = ui_get (dialog, GTK_TYPE_ENTRY, "Phone Numbers");
  gtk_editable_set_text (GTK_EDITABLE (entry), "12");
  change (dialog);
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_ancestor (entry, ADW_TYPE_PREFERENCES_ROW), "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "05 36 49 00 07");
  change (dialog);
  ui_assert_stored (ui, "site:urgences", "phones", "[\"+33536490007\"]");
  ui_assert_stored (ui, "site:msp", "phones", "[\"+33536490007\"]");
}

/* To take a value away is chosen, and does not happen because nothing was entered. */
static void
test_clear (Ui           *ui,
            gconstpointer data)
{
  GtkWidget *dialog = show (ui);

  choose (dialog, "What to Do", "Leave Empty");
  g_assert_null (ui_find (dialog, GTK_TYPE_DROP_DOWN, "State"));
  change (dialog);
  ui_assert_stored (ui, "intern:camille", "state", NULL);
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
  ui_test_add ("/bulk-dialog/add", test_add);
  ui_test_add ("/bulk-dialog/reference", test_reference);
  ui_test_add ("/bulk-dialog/remove", test_remove);
  ui_test_add ("/bulk-dialog/contact", test_contact);
  ui_test_add ("/bulk-dialog/clear", test_clear);

  return g_test_run ();
}
