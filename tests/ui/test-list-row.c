/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-row.h"

#include <string.h>

#include "dites-list-page.h"
#include "dites-row-text.h"
#include "dites-state-pill.h"
#include "test-ui.h"

/* Shows the list of the interns, with many that are not seen. */
static GtkWidget *
show (Ui *ui)
{
  g_autoptr (GString) json = g_string_new (NULL);
  GtkWidget *page;

  for (int i = 0; i < 300; i++)
    g_string_append_printf (json, "{\"_id\":\"intern:%03d\",\"family_name\":\"ZÉRO %03d\",\"first_name\":\"Lou\"}\n", i, i);
  g_assert_cmpuint (desk_load (&ui->desk, "intern", json->str), ==, 0);
  page = GTK_WIDGET (dites_list_page_new (ui->desk.store, ui->settings, "intern"));
  ui_present (ui, page);
  ui_wait_for (ui_shows (page, "BIDON Alix") && ui_shows (page, "FICTIF Camille"));
  ui_settle ();

  return page;
}

static GtkWidget *
get_view (GtkWidget *page)
{
  return ui_get (page, GTK_TYPE_LIST_VIEW, NULL);
}

static gboolean
is_selected (GtkWidget *page,
             guint      position)
{
  return gtk_selection_model_is_selected (gtk_list_view_get_model (GTK_LIST_VIEW (get_view (page))), position);
}

/* The row of a place in the list, if the view has made one. */
static DitesListRow *
find_row (GtkWidget *view,
          guint      position)
{
  for (GtkWidget *item = gtk_widget_get_first_child (view); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (DITES_IS_LIST_ROW (row) && dites_list_row_get_position (DITES_LIST_ROW (row)) == position)
        return DITES_LIST_ROW (row);
    }

  return NULL;
}

/* The middle of a widget, as the view sees it. */
static graphene_point_t
get_middle (GtkWidget *view,
            GtkWidget *widget)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (widget) / 2, (float) gtk_widget_get_height (widget) / 2);

  g_assert_true (gtk_widget_compute_point (widget, view, &point, &point));

  return point;
}

static graphene_point_t
get_place (GtkWidget *page,
           guint      position)
{
  GtkWidget *view = get_view (page);

  return get_middle (view, GTK_WIDGET (find_row (view, position)));
}

static void
emit (GtkWidget       *view,
      guint            button,
      const char      *signal,
      graphene_point_t place)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button)
        g_signal_emit_by_name (controller, signal, 1, (double) place.x, (double) place.y);
    }
}

static void
click (GtkWidget       *page,
       guint            button,
       graphene_point_t place)
{
  emit (get_view (page), button, "pressed", place);
  emit (get_view (page), button, "released", place);
  ui_settle ();
}

static void
opened_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_set_str (user_data, g_variant_get_string (parameter, NULL));
}

/* A click opens what is under the pointer, to the edge of the row; a heading is nothing to open. */
static void
test_click (Ui           *ui,
            gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autofree char   *opened = NULL;
  const GActionEntry entries[] = { { "open-document", opened_cb, "s", NULL, NULL, { 0 } } };
  GtkWidget         *page = show (ui);
  graphene_point_t   place = get_place (page, 2);
  graphene_rect_t    bounds;
  GtkWidget         *item;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), &opened);
  gtk_widget_insert_action_group (page, "win", G_ACTION_GROUP (actions));

  click (page, GDK_BUTTON_PRIMARY, get_middle (get_view (page), ui_get (page, GTK_TYPE_LABEL, "F")));
  g_assert_null (opened);
  click (page, GDK_BUTTON_PRIMARY, place);
  g_assert_cmpstr (opened, ==, "intern:camille");

  item = gtk_widget_get_parent (GTK_WIDGET (find_row (get_view (page), 2)));
  g_assert_true (gtk_widget_compute_bounds (item, get_view (page), &bounds));
  place = GRAPHENE_POINT_INIT (bounds.origin.x + 4, bounds.origin.y + 4);
  g_clear_pointer (&opened, g_free);
  click (page, GDK_BUTTON_PRIMARY, place);
  g_assert_cmpstr (opened, ==, "intern:camille");
}

/* While rows are being chosen, a click chooses one or no longer, and opens nothing. */
static void
test_choose (Ui           *ui,
             gconstpointer data)
{
  GtkWidget *page = show (ui);

  g_object_set (page, "selecting", TRUE, NULL);
  ui_wait_for (ui_count (page, GTK_TYPE_CHECK_BUTTON, NULL) > 0);
  click (page, GDK_BUTTON_PRIMARY, get_place (page, 1));
  click (page, GDK_BUTTON_PRIMARY, get_place (page, 2));
  g_assert_true (is_selected (page, 1) && is_selected (page, 2));
  g_assert_true (gtk_widget_is_ancestor (GTK_WIDGET (find_row (get_view (page), 2)), gtk_window_get_focus (ui->window)));
  click (page, GDK_BUTTON_PRIMARY, get_place (page, 1));
  g_assert_false (is_selected (page, 1));
  g_assert_true (is_selected (page, 2));
}

/* The menu is that of the row under the pointer. */
static void
test_menu (Ui           *ui,
           gconstpointer data)
{
  GtkWidget *page = show (ui);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (find_row (get_view (page), 2)));

  click (page, GDK_BUTTON_SECONDARY, get_middle (get_view (page), ui_get (page, GTK_TYPE_LABEL, "F")));
  g_assert_true (ui_find (page, GTK_TYPE_POPOVER_MENU, NULL) == NULL);
  click (page, GDK_BUTTON_SECONDARY, get_place (page, 2));
  g_assert_true (is_selected (page, 2));
  gtk_popover_popdown (GTK_POPOVER (ui_get (item, GTK_TYPE_POPOVER_MENU, NULL)));
  ui_settle ();
}

static GdkContentProvider *
drag (GtkWidget       *page,
      graphene_point_t place)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (get_view (page));
  GdkContentProvider *content = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller))
        g_signal_emit_by_name (controller, "prepare", (double) place.x, (double) place.y, &content);
    }

  return content;
}

/* What is dragged is the row under the pointer. */
static void
test_drag (Ui           *ui,
           gconstpointer data)
{
  GtkWidget *page = show (ui);
  g_autoptr (GdkContentProvider) content = drag (page, get_place (page, 2));
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (content);
  g_auto (GValue) text = G_VALUE_INIT;

  g_assert_true (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST));
  g_value_init (&text, G_TYPE_STRING);
  ui_wait_for (gdk_content_provider_get_value (content, &text, NULL));
  g_assert_nonnull (strstr (g_value_get_string (&text), "FICTIF"));
  g_assert_null (drag (page, get_middle (get_view (page), ui_get (page, GTK_TYPE_LABEL, "F"))));
}

/* What is not seen is not made; it is as high, and has its name. */
static void
test_unseen (Ui           *ui,
             gconstpointer data)
{
  GtkWidget    *page = show (ui);
  GtkWidget    *view = get_view (page);
  DitesListRow *seen = find_row (view, 1);
  DitesListRow *unseen = find_row (view, 150);
  g_autoptr (DitesRow) row = NULL;
  GtkWidget *item;
  int        height, other;

  g_assert_nonnull (gtk_widget_get_first_child (GTK_WIDGET (seen)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (unseen)));
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (unseen)));
  gtk_widget_measure (GTK_WIDGET (seen), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (unseen), GTK_ORIENTATION_VERTICAL, -1, &other, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, other);
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (unseen)));

  row = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view))), 150);
  ui_wait_for (dites_row_is_loaded (row));
  item = gtk_widget_get_parent (GTK_WIDGET (unseen));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (seen))), GTK_ACCESSIBLE_PROPERTY_LABEL, "EXEMPLE Dominique, General Practice, In Training");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, "ZÉRO 146 Lou");
  gtk_list_view_scroll_to (GTK_LIST_VIEW (view), 150, GTK_LIST_SCROLL_NONE, NULL);
  ui_wait_for (ui_shows (page, "ZÉRO 146 Lou"));
}

static float
get_top (GtkWidget *row,
         GtkWidget *child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, row, &bounds));

  return bounds.origin.y;
}

/* Where letters are large and the window is narrow, the state leaves the line to the name. */
static void
test_tight (Ui           *ui,
            gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (dites_list_page_new (ui->desk.store, ui->settings, "housing"));
  GtkWidget *row, *pill, *title;
  int        line;

  g_assert_cmpuint (desk_load (&ui->desk, "housing", "{\"_id\":\"housing:long\",\"title\":\"A Quite Imaginary House to Be Shared by Four\",\"state\":\"draft\",\"type\":\"house\",\"commune\":\"32013\"}"), ==, 0);
  ui_present (ui, page);
  ui_wait_for (ui_count (page, DITES_TYPE_STATE_PILL, NULL) > 0);
  pill = ui_get (page, DITES_TYPE_STATE_PILL, NULL);
  row = gtk_widget_get_parent (pill);
  g_assert_cmpfloat (get_top (row, pill), <, gtk_widget_get_height (row) / 2.0);

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  ui_resize (ui, 360, 700);
  ui_settle ();
  pill = ui_get (page, DITES_TYPE_STATE_PILL, NULL);
  row = gtk_widget_get_parent (pill);
  g_assert_cmpfloat (get_top (row, pill), >, gtk_widget_get_height (row) / 2.0);
  /* A long name has a second line all the same. */
  title = ui_get (page, DITES_TYPE_ROW_TEXT, "A Quite Imaginary House to Be Shared by Four");
  gtk_widget_measure (title, GTK_ORIENTATION_VERTICAL, -1, &line, NULL, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_height (title), ==, 2 * line);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

/* Where one reads from right to left a name begins at the right, whatever letters it has. */
static void
test_from_right (Ui           *ui,
                 gconstpointer data)
{
  GtkWidget *page, *title;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot    *snapshot = gtk_snapshot_new ();
  graphene_rect_t drawn;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  page = show (ui);
  title = ui_get (page, DITES_TYPE_ROW_TEXT, "BIDON Alix");
  paintable = gtk_widget_paintable_new (title);
  ui_settle ();
  gtk_test_widget_wait_for_draw (page);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (title), gtk_widget_get_height (title));
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_get_bounds (node, &drawn);
  g_assert_cmpfloat (drawn.origin.x, >, gtk_widget_get_width (title) / 2.0);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ui_test_add ("/list-row/click", test_click);
  ui_test_add ("/list-row/choose", test_choose);
  ui_test_add ("/list-row/menu", test_menu);
  ui_test_add ("/list-row/drag", test_drag);
  ui_test_add ("/list-row/unseen", test_unseen);
  ui_test_add ("/list-row/from-right", test_from_right);
  ui_test_add ("/list-row/tight", test_tight);

  return g_test_run ();
}
