/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-items-row.h"

#include "test-ui.h"

#define GREEN "{\"id\":\"a\",\"name\":\"Chambre verte\",\"kept\":1e21}"
#define BLUE  "{\"id\":\"b\",\"name\":\"Chambre bleue\"}"
#define RED   "{\"id\":\"c\",\"name\":\"Chambre rouge\"}"

static GtkWidget *
present (Ui         *ui,
         const char *id,
         const char *field)
{
  g_autoptr (DitesEditor) editor = dites_editor_new (ui->desk.store, id);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row;

  ui_wait_for (dites_editor_get_document (editor) != NULL);
  row = dites_field_row_new (editor, dites_kind_get_field (dites_editor_get_kind (editor), field));
  g_assert_true (DITES_IS_ITEMS_ROW (row));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  ui_watch (ui, row);
  ui_present (ui, list);

  return row;
}

static GtkWidget *
present_rooms (Ui *ui)
{
  g_assert_cmpuint (desk_load (&ui->desk, "housing", "{\"_id\":\"housing:shared\",\"title\":\"Colocation\",\"type\":\"house\",\"commune\":\"32013\",\"units\":[" GREEN "," BLUE "," RED "]}"), ==, 0);

  return present (ui, "housing:shared", "units");
}

static GtkWidget *
get_part (GtkWidget  *row,
          const char *name)
{
  return ui_get (row, ADW_TYPE_EXPANDER_ROW, name);
}

/* A part is changed in its own small form, and what nobody knows of it stays. */
static void
test_edited (Ui           *ui,
             gconstpointer data)
{
  GtkWidget *row = present_rooms (ui);
  GtkWidget *part = get_part (row, "Chambre verte");
  GtkWidget *field = NULL;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (part), TRUE);
  ui_wait_for ((field = ui_find (part, DITES_TYPE_FIELD_ROW, "Name")) != NULL);
  ui_type (ui_get (field, GTK_TYPE_ENTRY, NULL), "Chambre jaune");
  ui_assert_stored (ui, "housing:shared", "units", "[{\"id\":\"a\",\"name\":\"Chambre jaune\",\"kept\":1e21}," BLUE "," RED "]");
  get_part (row, "Chambre jaune");
}

/* They change places by the menu and by the keyboard, but not beyond the first and the last. */
static void
test_moved (Ui           *ui,
            gconstpointer data)
{
  GtkWidget *row = present_rooms (ui);

  gtk_widget_activate_action (get_part (row, "Chambre verte"), "part.move-up", NULL);
  gtk_widget_activate_action (get_part (row, "Chambre rouge"), "part.move-down", NULL);
  gtk_widget_activate_action (get_part (row, "Chambre verte"), "part.move-down", NULL);
  ui_assert_stored (ui, "housing:shared", "units", "[" BLUE "," GREEN "," RED "]");
  g_assert_cmpstr (ui_announced (), ==, "Now 2 of 3");
  gtk_widget_activate_action (get_part (row, "Chambre rouge"), "part.move-up", NULL);
  ui_assert_stored (ui, "housing:shared", "units", "[" BLUE "," RED "," GREEN "]");
}

static void
told_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_set_str ((char **) user_data, g_variant_get_string (parameter, NULL));
}

/* One is taken away, and a toast offers to bring it back. */
static void
test_removed (Ui           *ui,
              gconstpointer data)
{
  GtkWidget *row = present_rooms (ui);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autofree char   *told = NULL;
  const GActionEntry entries[] = { { "toast-undo", told_cb, "s", NULL, NULL, { 0 } } };

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), &told);
  gtk_widget_insert_action_group (gtk_widget_get_parent (row), "win", G_ACTION_GROUP (actions));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (get_part (row, "Chambre bleue")), TRUE);
  gtk_widget_activate_action (get_part (row, "Chambre verte"), "part.remove", NULL);
  ui_assert_stored (ui, "housing:shared", "units", "[" BLUE "," RED "]");
  g_assert_cmpstr (told, ==, "Removed: Chambre verte");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (get_part (row, "Chambre bleue"))));
  gtk_widget_insert_action_group (gtk_widget_get_parent (row), "win", NULL);
}

/* A new one opens; a room gets an id that no other has, a role has none. */
static void
test_added (Ui           *ui,
            gconstpointer data)
{
  GtkWidget *row = present (ui, "housing:studio", "units");
  GtkWidget *part;

  ui_press (ui_get (row, ADW_TYPE_BUTTON_ROW, "Add"));
  ui_press (ui_get (row, ADW_TYPE_BUTTON_ROW, "Add"));
  ui_assert_stored (ui, "housing:studio", "units", "[{\"id\":\"1\"},{\"id\":\"2\"}]");
  part = get_part (row, "2");
  /* The keyboard is in its form. */
  ui_wait_for (GTK_IS_TEXT (gtk_window_get_focus (ui->window)) && gtk_widget_is_ancestor (gtk_window_get_focus (ui->window), part));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (part)));
  gtk_widget_activate_action (part, "part.remove", NULL);
  gtk_widget_activate_action (get_part (row, "1"), "part.remove", NULL);
  ui_assert_stored (ui, "housing:studio", "units", NULL);
}

static void
test_role (Ui           *ui,
           gconstpointer data)
{
  GtkWidget *row;

  g_assert_cmpuint (desk_load (&ui->desk, "partner", "{\"_id\":\"partner:new\",\"name\":\"BIDON\"}"), ==, 0);
  row = present (ui, "partner:new", "roles");
  ui_press (ui_get (row, ADW_TYPE_BUTTON_ROW, "Add"));
  ui_assert_stored (ui, "partner:new", "roles", "[{}]");
  get_part (row, "Not Described Yet");
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ui_test_add ("/items-row/edited", test_edited);
  ui_test_add ("/items-row/moved", test_moved);
  ui_test_add ("/items-row/removed", test_removed);
  ui_test_add ("/items-row/added", test_added);
  ui_test_add ("/items-row/role", test_role);

  return g_test_run ();
}
