/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-field-row.h"
#include "dites-preferences-dialog.h"

#include "test-desktop.h"

/* The switch that has the program say what is due: it says what is so. */

static Desktop desktop;

static AdwSwitchRow *
present (Ui *ui)
{
  DitesPreferencesDialog *dialog = dites_preferences_dialog_new (ui->desk.store, ui->settings);

  ui_present (ui, GTK_WIDGET (dialog));
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "desk");

  return ADW_SWITCH_ROW (ui_get (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW, "What Is Due Today"));
}

static gboolean
is_asked_to_start (void)
{
  gboolean autostart = FALSE;

  g_assert_true (g_variant_lookup (desktop.options, "autostart", "b", &autostart));

  return autostart;
}

static void
test_granted (Ui           *ui,
              gconstpointer data)
{
  AdwSwitchRow *row;
  g_auto (GStrv) command = NULL;
  g_autofree char *reason = NULL;

  desktop_start (&desktop);
  row = present (ui);
  g_assert_false (adw_switch_row_get_active (row));
  adw_switch_row_set_active (row, TRUE);
  ui_wait_for (g_settings_get_boolean (ui->settings, "notify-due"));
  g_assert_true (adw_switch_row_get_active (row));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (row)));
  g_assert_true (is_asked_to_start ());
  g_assert_true (g_variant_lookup (desktop.options, "commandline", "^as", &command));
  g_assert_cmpstrv (command, ((const char *[]) { "dites32", "--gapplication-service", NULL }));
  g_assert_true (g_variant_lookup (desktop.options, "reason", "s", &reason));
  g_assert_cmpstr (reason, !=, "");

  /* Off again, and the desktop no longer starts it. */
  adw_switch_row_set_active (row, FALSE);
  g_assert_false (g_settings_get_boolean (ui->settings, "notify-due"));
  ui_wait_for (desktop.n_requests == 2);
  g_assert_false (is_asked_to_start ());
  desktop_stop (&desktop);
}

static void
test_refused (Ui           *ui,
              gconstpointer data)
{
  const guint   responses[] = { 0, 1, 2 };
  AdwSwitchRow *row;

  desktop_start (&desktop);
  desktop.granted = FALSE;
  row = present (ui);
  for (gsize i = 0; i < G_N_ELEMENTS (responses); i++)
    {
      desktop.response = responses[i];
      adw_switch_row_set_active (row, TRUE);
      ui_wait_for (!adw_switch_row_get_active (row));
      g_assert_false (g_settings_get_boolean (ui->settings, "notify-due"));
      g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (row)));
      g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "The settings of this computer forbid Dites32 to run in the background");
      g_assert_cmpstr (ui_announced (), ==, "The settings of this computer forbid Dites32 to run in the background");
    }
  desktop_stop (&desktop);
}

static void
test_no_portal (Ui           *ui,
                gconstpointer data)
{
  AdwSwitchRow *row = present (ui);

  adw_switch_row_set_active (row, TRUE);
  ui_wait_for (!adw_switch_row_get_active (row));
  g_assert_false (g_settings_get_boolean (ui->settings, "notify-due"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "This computer has no service that lets programs run in the background");
}

/* A question that nobody answers holds neither the dialog nor anything else. */
static void
test_unanswered (Ui           *ui,
                 gconstpointer data)
{
  AdwSwitchRow *row;

  desktop_start (&desktop);
  desktop.silent = TRUE;
  row = present (ui);
  adw_switch_row_set_active (row, TRUE);
  ui_wait_for (desktop.n_requests == 1);
  ui_settle ();
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (row)));
  g_assert_false (g_settings_get_boolean (ui->settings, "notify-due"));
  ui_close (ui);
  g_assert_false (g_settings_get_boolean (ui->settings, "notify-due"));
  desktop_stop (&desktop);
}

/* It opens with the focus in the first field. */
static void
test_opened (Ui           *ui,
             gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (dites_preferences_dialog_new (ui->desk.store, ui->settings));
  GtkWidget *row = NULL;

  ui_present (ui, dialog);
  ui_wait_for ((row = ui_find (dialog, DITES_TYPE_FIELD_ROW, "Name")) != NULL);
  ui_wait_for (dites_field_row_has_focus (DITES_FIELD_ROW (row)));
}

static GtkWidget *
find_heading (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_HEADING)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_heading (child);

  return found;
}

/* The title is a heading where it is shown; a wide dialog has its pages there, and its title as its name. */
static void
test_heading (Ui           *ui,
              gconstpointer data)
{
  GtkWidget       *dialog = GTK_WIDGET (dites_preferences_dialog_new (ui->desk.store, ui->settings));
  g_autofree char *name = NULL;

  ui_present (ui, dialog);
  g_assert_null (find_heading (dialog));
  name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_PROPERTY_LABEL, "Preferences");
  g_assert_null (name);
  /* What has the focus loses a reference when the dialog folds (GTK 4.18). */
  gtk_window_set_focus (ui->window, NULL);
  ui_resize (ui, 360, 700);
  ui_wait_for (find_heading (dialog) != NULL);
  g_assert_true (ui_has_name (find_heading (dialog), "Preferences"));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/preferences-dialog/notify/granted", test_granted);
  ui_test_add ("/preferences-dialog/notify/refused", test_refused);
  ui_test_add ("/preferences-dialog/notify/no-portal", test_no_portal);
  ui_test_add ("/preferences-dialog/notify/unanswered", test_unanswered);
  ui_test_add ("/preferences-dialog/opened", test_opened);
  ui_test_add ("/preferences-dialog/heading", test_heading);

  return g_test_run ();
}
