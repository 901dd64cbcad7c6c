/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-commune-row.h"

#include "test-ui.h"

static GtkWidget *
present (Ui         *ui,
         const char *id)
{
  g_autoptr (DitesEditor) editor = dites_editor_new (ui->desk.store, id);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row;

  ui_wait_for (dites_editor_get_document (editor) != NULL);
  row = dites_field_row_new (editor, dites_kind_get_field (dites_editor_get_kind (editor), "commune"));
  g_assert_true (DITES_IS_COMMUNE_ROW (row));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  ui_watch (ui, row);
  ui_present (ui, list);

  return row;
}

/* Types without leaving the field. */
static GtkWidget *
type (GtkWidget  *row,
      const char *text)
{
  GtkWidget *entry = ui_get (row, GTK_TYPE_ENTRY, NULL);

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  ui_settle ();

  return entry;
}

/* What begins like a commune of the Gers is proposed with its postcode; the postcode finds it too. */
static void
test_proposed (Ui           *ui,
               gconstpointer data)
{
  GtkWidget *row = present (ui, "partner:rose");
  GtkWidget *entry = type (row, "fleur");
  GtkWidget *list;

  ui_wait_for (ui_shows (entry, "Fleurance"));
  g_assert_true (ui_shows (entry, "32500"));
  g_assert_cmpstr (ui_announced (), ==, "Fleurance");
  list = ui_get (entry, GTK_TYPE_LIST_BOX, NULL);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  ui_assert_stored (ui, "partner:rose", "commune", "32132");
  g_assert_null (ui_find (entry, GTK_TYPE_LIST_BOX, NULL));

  type (row, "32600");
  ui_wait_for (ui_shows (entry, "L’Isle-Jourdain") || ui_shows (entry, "L'Isle-Jourdain"));
}

/* Any other name is taken as it is, and the name alone does as well. */
static void
test_names (Ui           *ui,
            gconstpointer data)
{
  GtkWidget *row = present (ui, "housing:studio");

  ui_type (ui_get (row, GTK_TYPE_ENTRY, NULL), "Villefictive");
  ui_assert_stored (ui, "housing:studio", "commune", "Villefictive");
  type (row, "condom");
  gtk_window_set_focus (ui->window, NULL);
  ui_assert_stored (ui, "housing:studio", "commune", "32107");
}

/* An empty postcode comes with the commune that has but one, in the same undo; one that is there stays. */
static void
test_postcode (Ui           *ui,
               gconstpointer data)
{
  GtkWidget *row;

  g_assert_cmpuint (desk_load (&ui->desk, "partner", "{\"_id\":\"partner:new\",\"name\":\"BIDON\"}"), ==, 0);
  row = present (ui, "partner:new");
  type (row, "Fleurance");
  gtk_window_set_focus (ui->window, NULL);
  ui_assert_stored (ui, "partner:new", "commune", "32132");
  ui_assert_stored (ui, "partner:new", "postcode", "32500");

  type (row, "Condom");
  gtk_window_set_focus (ui->window, NULL);
  ui_assert_stored (ui, "partner:new", "commune", "32107");
  ui_assert_stored (ui, "partner:new", "postcode", "32500");
}

/* A postcode is no commune: it stands for the one that has it, or a sentence says why not. */
static void
test_postcode_typed (Ui           *ui,
                     gconstpointer data)
{
  GtkWidget *row;

  g_assert_cmpuint (desk_load (&ui->desk, "partner", "{\"_id\":\"partner:new\",\"name\":\"BIDON\"}"), ==, 0);
  row = present (ui, "partner:new");
  type (row, "31000");
  gtk_window_set_focus (ui->window, NULL);
  ui_wait_for (ui_shows (row, "“31000” is no postcode of the Gers: the name of the commune is needed"));
  type (row, "32500");
  gtk_window_set_focus (ui->window, NULL);
  ui_wait_for (ui_shows (row, "Several communes have the postcode 32500: one of them must be chosen"));
  ui_assert_stored (ui, "partner:new", "commune", NULL);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ui_test_add ("/commune-row/proposed", test_proposed);
  ui_test_add ("/commune-row/names", test_names);
  ui_test_add ("/commune-row/postcode", test_postcode);
  ui_test_add ("/commune-row/postcode-typed", test_postcode_typed);

  return g_test_run ();
}
