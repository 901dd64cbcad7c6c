/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-sidebar-page.h"

#include "test-ui.h"

static GtkListBoxRow *
get_row (GtkWidget  *page,
         const char *kind)
{
  GtkWidget     *list = ui_get (page, GTK_TYPE_LIST_BOX, "Kinds of documents");
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), kind) == 0)
      return row;

  return NULL;
}

/* What a screen reader says after the name of a row. */
static gboolean
is_described (GtkWidget  *row,
              const char *text)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);

  return other == NULL;
}

/* The kinds stand under their axes, each with how many there are of it, and follow the store. */
static void
test_counts (Ui           *ui,
             gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (dites_sidebar_page_new (ui->desk.store));
  GtkWidget *interns;

  ui_present (ui, page);
  interns = GTK_WIDGET (get_row (page, "intern"));
  g_assert_true (ui_shows (interns, "Interns"));
  ui_wait_for (ui_shows (interns, "4"));
  g_assert_true (is_described (interns, "4"));
  ui_wait_for (ui_shows (GTK_WIDGET (get_row (page, "housing")), "2"));
  g_assert_null (get_row (page, "mission"));

  g_assert_cmpuint (desk_load (&ui->desk, "intern", "{\"_id\":\"intern:more\",\"family_name\":\"FACTICE\",\"first_name\":\"Lou\"}"), ==, 0);
  ui_wait_for (ui_shows (interns, "5"));
}

/* The buttons say what they would take back. */
static void
test_undo_text (Ui           *ui,
                gconstpointer data)
{
  GtkWidget       *page = GTK_WIDGET (dites_sidebar_page_new (ui->desk.store));
  g_autofree char *text = NULL;
  g_autofree char *later = NULL;

  ui_present (ui, page);
  g_object_get (page, "undo-text", &text, NULL);
  g_assert_cmpstr (text, ==, "Undo");
  g_assert_cmpuint (desk_load (&ui->desk, "intern", "{\"_id\":\"intern:more\",\"family_name\":\"FACTICE\",\"first_name\":\"Lou\"}"), ==, 0);
  g_object_get (page, "undo-text", &later, NULL);
  g_assert_true (g_str_has_prefix (later, "Undo: "));
  g_assert_nonnull (ui_find (page, GTK_TYPE_BUTTON, later));

  /* Also at the next start. */
  ui_close (ui);
  page = GTK_WIDGET (dites_sidebar_page_new (ui->desk.store));
  ui_present (ui, page);
  g_assert_nonnull (ui_find (page, GTK_TYPE_BUTTON, later));
}

static void
test_shown (Ui           *ui,
            gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (dites_sidebar_page_new (ui->desk.store));

  ui_present (ui, page);
  dites_sidebar_page_set_shown (DITES_SIDEBAR_PAGE (page), "housing");
  g_assert_true (gtk_list_box_row_is_selected (get_row (page, "housing")));
  dites_sidebar_page_set_shown (DITES_SIDEBAR_PAGE (page), "partner");
  g_assert_false (gtk_list_box_row_is_selected (get_row (page, "housing")));
  g_assert_true (gtk_list_box_row_is_selected (get_row (page, "partner")));
}

/* What is due has a row while there is any. */
static void
test_today (Ui           *ui,
            gconstpointer data)
{
  g_autofree char *today = dites_day_to_iso (dites_day_today ());
  g_autofree char *json = g_strdup_printf ("{\"_id\":\"tenancy:today\",\"housing\":\"housing:villa\",\"intern\":\"intern:alix\",\"start\":\"%s\",\"state\":\"reserved\"}", today);
  GtkWidget       *page = GTK_WIDGET (dites_sidebar_page_new (ui->desk.store));
  GtkWidget       *row;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *undone = NULL;

  ui_present (ui, page);
  row = GTK_WIDGET (get_row (page, "@today"));
  ui_settle ();
  g_assert_false (gtk_widget_get_visible (row));

  g_assert_cmpuint (desk_load (&ui->desk, "intern", "{\"_id\":\"intern:alix\",\"family_name\":\"BIDON\",\"first_name\":\"Alix\"}"), ==, 0);
  g_assert_cmpuint (desk_load (&ui->desk, "housing", "{\"_id\":\"housing:villa\",\"title\":\"Villa\",\"type\":\"house\",\"commune\":\"32107\"}"), ==, 0);
  g_assert_cmpuint (desk_load (&ui->desk, "tenancy", json), ==, 0);
  ui_wait_for (gtk_widget_get_visible (row));
  g_assert_true (ui_shows (row, "Today"));
  g_assert_true (ui_shows (row, "1"));

  dites_store_undo_async (ui->desk.store, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  undone = dites_store_undo_finish (ui->desk.store, result, NULL);
  ui_wait_for (!gtk_widget_get_visible (row));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/sidebar-page/counts", test_counts);
  ui_test_add_empty ("/sidebar-page/undo-text", test_undo_text);
  ui_test_add ("/sidebar-page/shown", test_shown);
  ui_test_add_empty ("/sidebar-page/today", test_today);

  return g_test_run ();
}
