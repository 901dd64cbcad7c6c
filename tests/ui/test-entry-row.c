/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-entry-row.h"

#include "test-field-row.h"

/* What is typed is stored when the entry is left, and shown in the field's own form then. */
static void
test_leave (Ui           *ui,
            gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "housing:studio", "rent_cents");
  GtkWidget *entry = ui_get (row.row, GTK_TYPE_ENTRY, "Rent a Month, Without Charges");

  g_assert_true (DITES_IS_ENTRY_ROW (row.row));
  g_assert_cmpstr (row_get_text (entry), ==, "€390");
  g_assert_cmpint (gtk_entry_get_input_purpose (GTK_ENTRY (entry)), ==, GTK_INPUT_PURPOSE_NUMBER);

  row_type (entry, "412,50 €");
  ui_settle ();
  g_assert_cmpstr (row_get_text (entry), ==, "412,50 €");
  ui_assert_stored (ui, "housing:studio", "rent_cents", "39000");
  row_leave (&row);
  g_assert_cmpstr (row_get_text (entry), ==, "€412.50");
  ui_assert_stored (ui, "housing:studio", "rent_cents", "41250");
}

static void
test_enter (Ui           *ui,
            gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:camille", "first_name");
  GtkWidget *entry = ui_get (row.row, GTK_TYPE_ENTRY, "First Name");

  ui_type (entry, "Dominique");
  ui_assert_stored (ui, "intern:camille", "first_name", "Dominique");
}

/* Who goes on after Enter, or after a pause, has one undo for all that was typed there. */
static void
test_one_undo (Ui           *ui,
               gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:camille", "first_name");
  GtkWidget *entry = ui_get (row.row, GTK_TYPE_ENTRY, "First Name");

  row_type (entry, "Do");
  ui_type (entry, "Do");
  ui_assert_stored (ui, "intern:camille", "first_name", "Do");
  row_type (entry, "Dominique");
  row_leave (&row);
  ui_assert_stored (ui, "intern:camille", "first_name", "Dominique");
  row_type (entry, "Lou");
  row_leave (&row);
  ui_assert_stored (ui, "intern:camille", "first_name", "Lou");

  desk_undo (&ui->desk);
  ui_assert_stored (ui, "intern:camille", "first_name", "Dominique");
  desk_undo (&ui->desk);
  ui_assert_stored (ui, "intern:camille", "first_name", "Camille");
}

/* After a pause what is right is stored, as it stands; what is not is left alone until the entry is left. */
static void
test_pause (Ui           *ui,
            gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "housing:studio", "rent_cents");
  GtkWidget *entry = ui_get (row.row, GTK_TYPE_ENTRY, NULL);

  row_type (entry, "400");
  ui_wait_for (!dites_editor_is_saving (row.editor) && g_strcmp0 (dites_store_get_undo_name (ui->desk.store), "Studio au pied de l’exemple: Rent a Month, Without Charges") == 0);
  ui_assert_stored (ui, "housing:studio", "rent_cents", "40000");
  g_assert_cmpstr (row_get_text (entry), ==, "400");

  row_type (entry, "40O");
  for (gint64 end = g_get_monotonic_time () + 2 * G_USEC_PER_SEC; g_get_monotonic_time () < end;)
    ui_settle ();
  g_assert_false (row_is_invalid (entry));
  g_assert_cmpstr (row_get_text (entry), ==, "40O");
  ui_assert_stored (ui, "housing:studio", "rent_cents", "40000");
  row_leave (&row);
  g_assert_true (row_is_invalid (entry));
}

/* A wrong text stays with its reason and is not stored, until it is right. */
static void
test_wrong (Ui           *ui,
            gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:camille", "rank");
  GtkWidget *entry = ui_get (row.row, GTK_TYPE_ENTRY, "Rank");
  g_autoptr (DitesEditor) other = NULL;
  DitesJson value;
  gint64    rank;

  row_type (entry, "forty-two");
  row_leave (&row);
  g_assert_cmpstr (row_get_text (entry), ==, "forty-two");
  g_assert_true (ui_shows (row.row, "“forty-two” is not a whole number"));
  g_assert_true (row_is_invalid (entry));
  g_assert_true (row_is_described (entry, "“forty-two” is not a whole number"));
  g_assert_false (dites_editor_is_saving (row.editor));

  /* What others change meanwhile does not take it away. */
  other = dites_editor_new (ui->desk.store, "intern:camille");
  ui_wait_for (dites_editor_get_document (other) != NULL);
  dites_editor_set_json (other, dites_field_row_get_field (DITES_FIELD_ROW (row.row)), "7");
  ui_wait_for (dites_field_row_get_value (DITES_FIELD_ROW (row.row), &value) && dites_json_get_int (value, &rank) && rank == 7);
  g_assert_cmpstr (row_get_text (entry), ==, "forty-two");

  row_type (entry, "42");
  g_assert_false (row_is_invalid (entry));
  row_leave (&row);
  g_assert_false (ui_shows (row.row, "“forty-two” is not a whole number"));
  ui_assert_stored (ui, "intern:camille", "rank", "42");
}

static void
test_escape (Ui           *ui,
             gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "housing:studio", "area");
  GtkWidget *entry = ui_get (row.row, GTK_TYPE_ENTRY, "Living Area");

  g_assert_cmpstr (row_get_text (entry), ==, "24.5\302\240m²");
  row_type (entry, "three");
  g_assert_true (row_press_key (entry, GDK_KEY_Escape, 0));
  g_assert_cmpstr (row_get_text (entry), ==, "24.5\302\240m²");
  /* The next one is for who is around the row. */
  g_assert_false (row_press_key (entry, GDK_KEY_Escape, 0));

  row_type (entry, "three");
  row_leave (&row);
  g_assert_true (row_is_invalid (entry));
  gtk_widget_grab_focus (entry);
  g_assert_true (row_press_key (entry, GDK_KEY_Escape, 0));
  g_assert_false (row_is_invalid (entry));
  row_leave (&row);
  g_assert_false (dites_editor_is_saving (row.editor));
}

/* Nothing is a value too. */
static void
test_empty (Ui           *ui,
            gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "housing:studio", "dpe_number");
  GtkWidget *entry = ui_get (row.row, GTK_TYPE_ENTRY, NULL);

  row_type (entry, " ");
  row_leave (&row);
  g_assert_cmpstr (row_get_text (entry), ==, "");
  ui_assert_stored (ui, "housing:studio", "dpe_number", NULL);
}

/* An undo shows, also where the focus is. */
static void
test_follow (Ui           *ui,
             gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:camille", "first_name");
  GtkWidget *entry = ui_get (row.row, GTK_TYPE_ENTRY, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *undone = NULL;

  ui_type (entry, "Dominique");
  ui_assert_stored (ui, "intern:camille", "first_name", "Dominique");
  dites_store_undo_async (ui->desk.store, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  undone = dites_store_undo_finish (ui->desk.store, result, NULL);
  g_assert_nonnull (undone);
  ui_wait_for (g_strcmp0 (row_get_text (entry), "Camille") == 0);
}

/* What is missing is said, and no mistake; what is wrong with a value is said too. */
static void
test_notes (Ui           *ui,
            gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:camille", "family_name");
  GtkWidget *entry = ui_get (row.row, GTK_TYPE_ENTRY, "Birth Name");

  g_assert_true (row_is_described (entry, ""));
  ui_type (entry, "");
  g_assert_true (ui_shows (row.row, "“Birth Name” is missing"));
  g_assert_false (row_is_invalid (entry));
  ui_type (entry, "EXEMPLE");
  g_assert_false (ui_shows (row.row, "“Birth Name” is missing"));
}

/* A page that goes away takes over what is being typed. */
static void
test_gone (Ui           *ui,
           gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:camille", "first_name");

  row_type (ui_get (row.row, GTK_TYPE_ENTRY, NULL), "Sacha");
  ui_close (ui);
  ui_assert_stored (ui, "intern:camille", "first_name", "Sacha");
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/entry-row/leave", test_leave);
  ui_test_add ("/entry-row/enter", test_enter);
  ui_test_add ("/entry-row/one-undo", test_one_undo);
  ui_test_add ("/entry-row/pause", test_pause);
  ui_test_add ("/entry-row/wrong", test_wrong);
  ui_test_add ("/entry-row/escape", test_escape);
  ui_test_add ("/entry-row/empty", test_empty);
  ui_test_add ("/entry-row/follow", test_follow);
  ui_test_add ("/entry-row/notes", test_notes);
  ui_test_add ("/entry-row/gone", test_gone);

  return g_test_run ();
}
