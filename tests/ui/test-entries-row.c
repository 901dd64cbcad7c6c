/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-entries-row.h"

#include "test-field-row.h"

static GtkWidget *
get_entry (const Row  *row,
           const char *text)
{
  GtkWidget *found = NULL;
  GtkWidget *list = gtk_widget_get_parent (gtk_widget_get_parent (ui_get (row->row, GTK_TYPE_ENTRY, NULL)));

  for (GtkWidget *line = gtk_widget_get_first_child (list); line != NULL; line = gtk_widget_get_next_sibling (line))
    if (strcmp (row_get_text (gtk_widget_get_first_child (line)), text) == 0)
      found = gtk_widget_get_first_child (line);

  return found;
}

static void
test_add (Ui           *ui,
          gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:camille", "phones");

  g_assert_true (DITES_IS_ENTRIES_ROW (row.row));
  g_assert_nonnull (get_entry (&row, "06 39 98 00 01"));
  ui_press (ui_get (row.row, GTK_TYPE_BUTTON, "Add to “Phone Numbers”"));
  g_assert_cmpuint (ui_count (row.row, GTK_TYPE_ENTRY, "Phone Numbers"), ==, 2);
  ui_type (get_entry (&row, ""), "0536490001");
  g_assert_nonnull (get_entry (&row, "05 36 49 00 01"));
  ui_assert_stored (ui, "intern:camille", "phones", "[\"+33639980001\",\"+33536490001\"]");
}

/* An entry that was asked for and left empty is gone; a number that is there already is not there twice. */
static void
test_nothing_added (Ui           *ui,
                    gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:camille", "phones");
  GtkWidget *add = ui_get (row.row, GTK_TYPE_BUTTON, "Add to “Phone Numbers”");

  ui_press (add);
  row_leave (&row);
  g_assert_cmpuint (ui_count (row.row, GTK_TYPE_ENTRY, NULL), ==, 1);

  ui_press (add);
  ui_type (get_entry (&row, ""), "+33 6 39 98 00 01");
  g_assert_cmpuint (ui_count (row.row, GTK_TYPE_ENTRY, NULL), ==, 1);
  g_assert_false (dites_editor_is_saving (row.editor));
}

/* Several that are pasted into one entry become several. */
static void
test_pasted (Ui           *ui,
             gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:camille", "emails");

  ui_type (get_entry (&row, "camille.fictif@exemple.invalid"), "camille@exemple.invalid; c.fictif@exemple.invalid");
  g_assert_cmpuint (ui_count (row.row, GTK_TYPE_ENTRY, NULL), ==, 2);
  ui_assert_stored (ui, "intern:camille", "emails", "[\"camille@exemple.invalid\",\"c.fictif@exemple.invalid\"]");
}

static void
test_remove (Ui           *ui,
             gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:camille", "phones");

  ui_press (ui_get (row.row, GTK_TYPE_BUTTON, "Add to “Phone Numbers”"));
  ui_type (get_entry (&row, ""), "0536490001");
  ui_press (ui_get (row.row, GTK_TYPE_BUTTON, "Remove from “Phone Numbers”"));
  ui_assert_stored (ui, "intern:camille", "phones", "[\"+33536490001\"]");
  g_assert_nonnull (get_entry (&row, "05 36 49 00 01"));

  /* Without any, an entry still stands there. */
  ui_press (ui_get (row.row, GTK_TYPE_BUTTON, "Remove from “Phone Numbers”"));
  ui_assert_stored (ui, "intern:camille", "phones", NULL);
  g_assert_cmpuint (ui_count (row.row, GTK_TYPE_ENTRY, NULL), ==, 1);
  g_assert_null (ui_find (row.row, GTK_TYPE_BUTTON, "Remove from “Phone Numbers”"));
}

static void
test_wrong (Ui           *ui,
            gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:camille", "emails");
  GtkWidget *entry;

  ui_press (ui_get (row.row, GTK_TYPE_BUTTON, "Add to “E-Mail Addresses”"));
  entry = get_entry (&row, "");
  g_assert_cmpint (gtk_entry_get_input_purpose (GTK_ENTRY (entry)), ==, GTK_INPUT_PURPOSE_EMAIL);
  row_type (entry, "camille@");
  row_leave (&row);
  g_assert_true (ui_shows (row.row, "“camille@” is not an e-mail address"));
  g_assert_true (row_is_invalid (entry));
  ui_assert_stored (ui, "intern:camille", "emails", "[\"camille.fictif@exemple.invalid\"]");
  ui_type (entry, "camille@exemple.invalid");
  g_assert_false (ui_shows (row.row, "“camille@” is not an e-mail address"));
  ui_assert_stored (ui, "intern:camille", "emails", "[\"camille.fictif@exemple.invalid\",\"camille@exemple.invalid\"]");

  /* An emptied entry is a value taken away. */
  ui_type (get_entry (&row, "camille.fictif@exemple.invalid"), "");
  ui_assert_stored (ui, "intern:camille", "emails", "[\"camille@exemple.invalid\"]");
}

/* An address that is stored can be written to, one that is being typed cannot yet. */
static void
test_write (Ui           *ui,
            gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:camille", "emails");
  GtkWidget *write = ui_get (row.row, GTK_TYPE_BUTTON, "Write to “camille.fictif@exemple.invalid”");

  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (write)), ==, "win.write-mail");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (write)), NULL), ==, "camille.fictif@exemple.invalid");
  ui_press (ui_get (row.row, GTK_TYPE_BUTTON, "Add to “E-Mail Addresses”"));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_next_sibling (get_entry (&row, ""))));
  ui_type (get_entry (&row, "camille.fictif@exemple.invalid"), "camille@exemple.invalid");
  g_assert_null (ui_find (row.row, GTK_TYPE_BUTTON, "Write to “camille.fictif@exemple.invalid”"));
  g_assert_nonnull (ui_find (row.row, GTK_TYPE_BUTTON, "Write to “camille@exemple.invalid”"));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/entries-row/add", test_add);
  ui_test_add ("/entries-row/nothing-added", test_nothing_added);
  ui_test_add ("/entries-row/pasted", test_pasted);
  ui_test_add ("/entries-row/remove", test_remove);
  ui_test_add ("/entries-row/write", test_write);
  ui_test_add ("/entries-row/wrong", test_wrong);

  return g_test_run ();
}
