/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-flag-row.h"

#include "test-field-row.h"

/* What is not known is neither yes nor no. */
static void
test_flag (Ui           *ui,
           gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:dominique", "car");
  AdwToggleGroup *toggles = ADW_TOGGLE_GROUP (ui_get (row.row, ADW_TYPE_TOGGLE_GROUP, "Has a Car"));

  g_assert_true (DITES_IS_FLAG_ROW (row.row));
  g_assert_cmpuint (adw_toggle_group_get_n_toggles (toggles), ==, 3);
  g_assert_cmpuint (adw_toggle_group_get_active (toggles), ==, 1);
  adw_toggle_group_set_active (toggles, 2);
  ui_assert_stored (ui, "intern:dominique", "car", "false");
  adw_toggle_group_set_active (toggles, 0);
  ui_assert_stored (ui, "intern:dominique", "car", NULL);

  dites_editor_set_json (row.editor, dites_field_row_get_field (DITES_FIELD_ROW (row.row)), "true");
  g_assert_cmpuint (adw_toggle_group_get_active (toggles), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/flag-row/flag", test_flag);

  return g_test_run ();
}
