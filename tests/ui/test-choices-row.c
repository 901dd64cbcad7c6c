/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-choices-row.h"

#include "test-field-row.h"

static gboolean
is_chosen (const Row  *row,
           const char *label)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (ui_get (row->row, GTK_TYPE_TOGGLE_BUTTON, label)));
}

static void
toggle (const Row  *row,
        const char *label)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (ui_get (row->row, GTK_TYPE_TOGGLE_BUTTON, label));

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
  ui_settle ();
}

static void
test_toggle (Ui           *ui,
             gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "housing:studio", "included");

  g_assert_true (DITES_IS_CHOICES_ROW (row.row));
  g_assert_nonnull (ui_find (row.row, ADW_TYPE_WRAP_BOX, "Included in the Charges"));
  g_assert_false (is_chosen (&row, "Water"));
  toggle (&row, "Internet");
  toggle (&row, "Water");
  ui_assert_stored (ui, "housing:studio", "included", "[\"water\",\"internet\"]");
  toggle (&row, "Internet");
  toggle (&row, "Water");
  ui_assert_stored (ui, "housing:studio", "included", NULL);
}

/* What another version knows of stays. */
static void
test_unknown (Ui           *ui,
              gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "housing:studio", "included");

  dites_editor_set_json (row.editor, dites_field_row_get_field (DITES_FIELD_ROW (row.row)), "[\"sauna\",\"heating\"]");
  ui_settle ();
  g_assert_true (is_chosen (&row, "Heating"));
  toggle (&row, "Water");
  ui_assert_stored (ui, "housing:studio", "included", "[\"water\",\"heating\",\"sauna\"]");
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/choices-row/toggle", test_toggle);
  ui_test_add ("/choices-row/unknown", test_unknown);

  return g_test_run ();
}
