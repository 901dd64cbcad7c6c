/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-part-row.h"
#include "dites-pick-dialog.h"
#include "dites-reference-row.h"

#include "test-ui.h"

static DitesEditor *
edit (Ui         *ui,
      const char *id)
{
  DitesEditor *editor = dites_editor_new (ui->desk.store, id);

  ui_wait_for (dites_editor_get_document (editor) != NULL);

  return editor;
}

static GtkWidget *
present (Ui          *ui,
         DitesEditor *editor,
         const char  *field)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = dites_field_row_new (editor, dites_kind_get_field (dites_editor_get_kind (editor), field));

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  ui_watch (ui, row);
  ui_present (ui, list);

  return row;
}

static void
pick (Ui         *ui,
      GtkWidget  *row,
      const char *button,
      const char *text)
{
  GtkWidget *dialog;

  ui_press (ui_get (row, GTK_TYPE_BUTTON, button));
  dialog = ui_get (GTK_WIDGET (ui->window), DITES_TYPE_PICK_DIALOG, NULL);
  ui_type (ui_get (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), text);
}

/* One reference: its title is the button that picks another; it can be taken away. */
static void
test_one (Ui           *ui,
          gconstpointer data)
{
  g_autoptr (DitesEditor) editor = edit (ui, "tenancy:camille");
  GtkWidget *row = present (ui, editor, "intern");

  g_assert_true (DITES_IS_REFERENCE_ROW (row));
  ui_get (row, GTK_TYPE_BUTTON, "Intern: FICTIF Camille");
  ui_get (row, GTK_TYPE_BUTTON, "Open “FICTIF Camille”");

  pick (ui, row, "Intern: FICTIF Camille", "alix");
  ui_assert_stored (ui, "tenancy:camille", "intern", "intern:alix");
  ui_get (row, GTK_TYPE_BUTTON, "Intern: BIDON Alix");

  ui_press (ui_get (row, GTK_TYPE_BUTTON, "Remove “BIDON Alix”"));
  ui_assert_stored (ui, "tenancy:camille", "intern", NULL);
  ui_wait_for (ui_shows (row, "Choose…"));
}

/* Several: each has its line, and another one is added after them, once. */
static void
test_several (Ui           *ui,
              gconstpointer data)
{
  g_autoptr (DitesEditor) editor = edit (ui, "placement:camille");
  GtkWidget *row = present (ui, editor, "sites");

  g_assert_cmpuint (ui_count (row, GTK_TYPE_BUTTON, NULL), ==, 3);
  pick (ui, row, "Add", "maison");
  ui_assert_stored (ui, "placement:camille", "sites", "[\"site:urgences\",\"site:msp\"]");
  ui_wait_for (ui_count (row, GTK_TYPE_BUTTON, NULL) == 5);

  pick (ui, row, "Add", "maison");
  ui_wait_for (!dites_editor_is_saving (editor));
  ui_assert_stored (ui, "placement:camille", "sites", "[\"site:urgences\",\"site:msp\"]");
}

/* A new document comes with the reference, and both go with one undo. */
static void
test_create (Ui           *ui,
             gconstpointer data)
{
  g_autoptr (DitesEditor) editor = edit (ui, "housing:villa");
  GtkWidget       *row = present (ui, editor, "owner");
  GtkWidget       *dialog;
  g_autofree char *owner = NULL;
  g_autofree char *name = NULL;

  dites_editor_set_json (editor, dites_kind_get_field (dites_editor_get_kind (editor), "owner"), NULL);
  pick (ui, row, "Owner: Choose…", "Mairie de Fictif");
  dialog = ui_get (GTK_WIDGET (ui->window), DITES_TYPE_PICK_DIALOG, NULL);
  ui_press (ui_get (dialog, GTK_TYPE_BUTTON, "New Partner “Mairie de Fictif”"));
  ui_get (row, GTK_TYPE_BUTTON, "Owner: Mairie de Fictif");
  ui_wait_for (!dites_editor_is_saving (editor));

  owner = ui_dup_stored (ui, "housing:villa", "owner");
  g_assert_true (g_str_has_prefix (owner, "partner:"));
  name = ui_dup_stored (ui, owner, "name");
  g_assert_cmpstr (name, ==, "Mairie de Fictif");
}

/* What is referred to may be gone for good. */
static void
test_gone (Ui           *ui,
           gconstpointer data)
{
  g_autoptr (DitesEditor) editor = edit (ui, "tenancy:camille");
  GtkWidget *row;

  dites_editor_set_json (editor, dites_kind_get_field (dites_editor_get_kind (editor), "housing"), "\"housing:nowhere\"");
  row = present (ui, editor, "housing");
  ui_get (row, GTK_TYPE_BUTTON, "Home: Not Here Any More");
}

static void
choose (GtkWidget  *row,
        const char *label)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (ui_get (row, GTK_TYPE_DROP_DOWN, NULL));
  GListModel  *labels = gtk_drop_down_get_model (drop_down);

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (GtkStringObject) string = g_list_model_get_item (labels, i);

      if (g_str_has_prefix (gtk_string_object_get_string (string), label))
        {
          gtk_drop_down_set_selected (drop_down, i);
          ui_settle ();
          return;
        }
    }
  g_error ("There is no “%s” to choose", label);
}

/* The rooms of the home can be chosen, also those that come later; what is no room any more is kept. */
static void
test_part (Ui           *ui,
           gconstpointer data)
{
  g_autoptr (DitesEditor) editor = NULL;
  GtkWidget *row;

  g_assert_cmpuint (desk_load (&ui->desk, "housing", "{\"_id\":\"housing:shared\",\"title\":\"Colocation\",\"type\":\"house\",\"commune\":\"32013\",\"units\":[{\"id\":\"1\",\"name\":\"Chambre verte\"},{\"id\":\"2\",\"name\":\"Chambre bleue\"}]}"), ==, 0);
  editor = edit (ui, "tenancy:camille");
  row = present (ui, editor, "unit");
  g_assert_true (DITES_IS_PART_ROW (row));
  g_assert_false (gtk_widget_is_sensitive (ui_get (row, GTK_TYPE_DROP_DOWN, NULL)));

  dites_editor_set_json (editor, dites_kind_get_field (dites_editor_get_kind (editor), "housing"), "\"housing:shared\"");
  ui_wait_for (gtk_widget_is_sensitive (ui_get (row, GTK_TYPE_DROP_DOWN, NULL)));
  choose (row, "Chambre bleue");
  ui_assert_stored (ui, "tenancy:camille", "unit", "2");

  dites_editor_set_json (editor, dites_kind_get_field (dites_editor_get_kind (editor), "unit"), "\"grenier\"");
  ui_wait_for (ui_shows (row, "grenier"));
  choose (row, "Not Specified");
  ui_assert_stored (ui, "tenancy:camille", "unit", NULL);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ui_test_add ("/reference-row/one", test_one);
  ui_test_add ("/reference-row/several", test_several);
  ui_test_add ("/reference-row/create", test_create);
  ui_test_add ("/reference-row/gone", test_gone);
  ui_test_add ("/part-row", test_part);

  return g_test_run ();
}
