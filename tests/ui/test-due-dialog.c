/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-due-dialog.h"

#include "test-ui.h"

/* Documents of the tests' own: those of the desk folder are due on some days. */

static void
test_nothing (Ui           *ui,
              gconstpointer data)
{
  DitesDueDialog *dialog = dites_due_dialog_new (ui->desk.store);

  ui_present (ui, GTK_WIDGET (dialog));
  ui_wait_for (ui_shows (GTK_WIDGET (dialog), "Nothing Is Due Today"));
}

/* Each reason has its heading, a name is no markup, and a row leads to its document. */
static void
test_rows (Ui           *ui,
           gconstpointer data)
{
  g_autofree char *today = dites_day_to_iso (dites_day_today ());
  g_autofree char *json = g_strdup_printf ("[{\"_id\":\"tenancy:in\",\"housing\":\"housing:cat\",\"intern\":\"intern:alix\",\"start\":\"%s\",\"state\":\"reserved\"},"
                                           "{\"_id\":\"tenancy:out\",\"housing\":\"housing:cat\",\"intern\":\"intern:sacha\",\"start\":\"2020-01-02\",\"end\":\"%s\",\"state\":\"occupied\"}]",
                                           today, today);
  DitesDueDialog  *dialog;

  g_assert_cmpuint (desk_load (&ui->desk, "intern",
                               "[{\"_id\":\"intern:sacha\",\"family_name\":\"MODÈLE\",\"first_name\":\"Sacha\"},"
                               "{\"_id\":\"intern:alix\",\"family_name\":\"BIDON\",\"first_name\":\"Alix\"}]"),
                    ==, 0);
  g_assert_cmpuint (desk_load (&ui->desk, "housing", "{\"_id\":\"housing:cat\",\"title\":\"Chat & <b>souris\",\"type\":\"studio\",\"commune\":\"32013\"}"), ==, 0);
  g_assert_cmpuint (desk_load (&ui->desk, "tenancy", json), ==, 0);
  dialog = dites_due_dialog_new (ui->desk.store);
  ui_present (ui, GTK_WIDGET (dialog));
  ui_wait_for (ui_shows (GTK_WIDGET (dialog), "BIDON Alix"));
  g_assert_true (ui_shows (GTK_WIDGET (dialog), "Arrivals"));
  g_assert_true (ui_shows (GTK_WIDGET (dialog), "Departures"));
  g_assert_true (ui_shows (GTK_WIDGET (dialog), "MODÈLE Sacha"));
  g_assert_true (ui_shows (GTK_WIDGET (dialog), "Chat & <b>souris"));
  g_assert_false (ui_shows (GTK_WIDGET (dialog), "Offers to Reconfirm"));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add_empty ("/due-dialog/nothing", test_nothing);
  ui_test_add_empty ("/due-dialog/rows", test_rows);

  return g_test_run ();
}
