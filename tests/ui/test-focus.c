/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-bulk-dialog.h"
#include "dites-field-row.h"
#include "dites-filter-chip.h"
#include "dites-list-page.h"
#include "dites-list-row.h"
#include "dites-photo-list.h"
#include "dites-photos-row.h"
#include "dites-trash-page.h"

#include "test-plan.h"

/* Where the focus is when what had it has gone: on what came to its place or stands beside it,
 * and never nowhere, also when it is brought back. And that it is seen where it is. */

static GtkWidget *
get_focus (GtkWidget *window)
{
  GtkWidget *focus;

  ui_settle ();
  ui_settle ();
  ui_wait_for ((focus = gtk_window_get_focus (GTK_WINDOW (window))) != NULL);
  g_assert_true (gtk_widget_get_mapped (focus));
  g_assert_true (gtk_widget_is_sensitive (focus));

  return focus;
}

static gboolean
is_in (GtkWidget *focus,
       GtkWidget *parent)
{
  return focus == parent || gtk_widget_is_ancestor (focus, parent);
}

static GtkWidget *
open_document (Ui         *ui,
               const char *id,
               const char *label)
{
  GtkWidget *window = present (ui);

  ui_resize (ui, 1280, 860);
  gtk_widget_activate_action (window, "win.open-document", "s", id);
  ui_wait_for (ui_find (window, ADW_TYPE_PREFERENCES_GROUP, label) != NULL);
  ui_settle ();

  return window;
}

/* Takes back the last thing, and brings it about again. */
static void
undo_and_redo (GtkWidget *window)
{
  gtk_widget_activate_action (window, "win.undo", NULL);
  get_focus (window);
  gtk_widget_activate_action (window, "win.redo", NULL);
  get_focus (window);
}

/* What is focused in a list of documents. */
static GtkWidget *
get_list_row (GtkWidget *focus)
{
  GtkWidget *row = gtk_widget_get_first_child (focus);

  return row != NULL && DITES_IS_LIST_ROW (row) ? row : NULL;
}

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (DITES_IS_LIST_ROW (widget) && gtk_widget_get_mapped (widget) && ui_shows (widget, title))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child, title);

      if (row != NULL)
        return row;
    }

  return NULL;
}

static void
focus_row (GtkWidget  *page,
           const char *title)
{
  GtkWidget *row;

  ui_wait_for ((row = find_row (page, title)) != NULL);
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_parent (row)));
}

/* The row below comes to the place of one that goes to the trash. */
static void
test_row (Ui           *ui,
          gconstpointer data)
{
  GtkWidget *window = present (ui);
  GtkWidget *page, *list;

  ui_resize (ui, 1280, 860);
  page = ui_get (window, DITES_TYPE_LIST_PAGE, NULL);
  list = ui_get (page, GTK_TYPE_LIST_VIEW, NULL);
  ui_wait_for (ui_count (page, DITES_TYPE_LIST_ROW, NULL) == 4);
  focus_row (page, "EXEMPLE Dominique");
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 1, TRUE);
  g_assert_true (gtk_widget_activate_action (page, "list.trash", NULL));
  ui_wait_for (ui_count (page, DITES_TYPE_LIST_ROW, NULL) == 3);
  g_assert_true (is_in (get_focus (window), list));
  g_assert_nonnull (get_list_row (get_focus (window)));
  g_assert_true (ui_shows (get_focus (window), "FICTIF Camille"));
  undo_and_redo (window);
  ui_wait_for (ui_count (page, DITES_TYPE_LIST_ROW, NULL) == 3);
}

/* Of several rows, also the last of the list. */
static void
test_rows (Ui           *ui,
           gconstpointer data)
{
  GtkWidget *window = present (ui);
  GtkWidget *page, *list;

  ui_resize (ui, 1280, 860);
  page = ui_get (window, DITES_TYPE_LIST_PAGE, NULL);
  list = ui_get (page, GTK_TYPE_LIST_VIEW, NULL);
  ui_wait_for (ui_count (page, DITES_TYPE_LIST_ROW, NULL) == 4);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_get (page, GTK_TYPE_TOGGLE_BUTTON, "Select Several")), TRUE);
  ui_settle ();
  focus_row (page, "MODÈLE Sacha");
  gtk_selection_model_select_range (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 2, 2, TRUE);
  ui_press (ui_get (page, GTK_TYPE_BUTTON, "Move to the Trash"));
  ui_wait_for (ui_count (page, DITES_TYPE_LIST_ROW, NULL) == 2);
  g_assert_true (is_in (get_focus (window), page));
  undo_and_redo (window);
}

/* From the document itself the list has the next one. */
static void
test_document (Ui           *ui,
               gconstpointer data)
{
  GtkWidget *window = open_document (ui, "intern:alix", "Person");

  gtk_widget_grab_focus (ui_get (window, GTK_TYPE_ENTRY, "First Name"));
  gtk_widget_activate_action (ui_get (window, ADW_TYPE_PREFERENCES_PAGE, NULL), "document.trash", NULL);
  ui_wait_for (ui_count (window, DITES_TYPE_LIST_ROW, NULL) == 3);
  get_focus (window);
  undo_and_redo (window);
}

static void
test_part (Ui           *ui,
           gconstpointer data)
{
  GtkWidget *window = open_document (ui, "housing:villa", "Home");
  GtkWidget *parts = ui_get (window, GTK_TYPE_LIST_BOX, "Rooms Let Separately");
  GtkWidget *first = ui_get (parts, ADW_TYPE_EXPANDER_ROW, NULL);

  gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
  gtk_widget_activate_action (first, "part.remove", NULL);
  ui_wait_for (ui_count (parts, ADW_TYPE_EXPANDER_ROW, NULL) == 1);
  g_assert_true (is_in (get_focus (window), ui_get (parts, ADW_TYPE_EXPANDER_ROW, NULL)));
  undo_and_redo (window);

  gtk_widget_activate_action (ui_get (parts, ADW_TYPE_EXPANDER_ROW, NULL), "part.remove", NULL);
  ui_wait_for (ui_count (parts, ADW_TYPE_EXPANDER_ROW, NULL) == 0);
  g_assert_true (is_in (get_focus (window), parts));
  undo_and_redo (window);
}

static void
test_value (Ui           *ui,
            gconstpointer data)
{
  GtkWidget *window = open_document (ui, "intern:camille", "Contact");
  GtkWidget *row = ui_get (window, DITES_TYPE_FIELD_ROW, "Phone Numbers");
  GtkWidget *button = ui_get (row, GTK_TYPE_BUTTON, "Remove from “Phone Numbers”");

  gtk_widget_grab_focus (button);
  ui_press (button);
  ui_assert_stored (ui, "intern:camille", "phones", NULL);
  g_assert_true (is_in (get_focus (window), row));
  undo_and_redo (window);
}

static void
test_reference (Ui           *ui,
                gconstpointer data)
{
  GtkWidget *window = open_document (ui, "housing:villa", "Follow-Up");
  GtkWidget *row = ui_get (window, DITES_TYPE_FIELD_ROW, "Owner");
  GtkWidget *button;

  ui_wait_for ((button = ui_find (row, GTK_TYPE_BUTTON, "Remove “Mme Rose BIDON”")) != NULL);
  gtk_widget_grab_focus (button);
  ui_press (button);
  ui_assert_stored (ui, "housing:villa", "owner", NULL);
  g_assert_true (is_in (get_focus (window), row));
  undo_and_redo (window);
}

/* What it was pressed for is done, and the button goes. */
static void
test_confirmed (Ui           *ui,
                gconstpointer data)
{
  GtkWidget *window = open_document (ui, "housing:studio", "Publication");
  GtkWidget *button = ui_get (window, ADW_TYPE_BUTTON_ROW, "Confirmed Today");

  gtk_widget_grab_focus (button);
  ui_press (button);
  ui_wait_for (!gtk_widget_get_visible (button));
  g_assert_true (is_in (get_focus (window), ui_get (window, ADW_TYPE_PREFERENCES_GROUP, "Publication")));
  undo_and_redo (window);
}

static void
test_chip (Ui           *ui,
           gconstpointer data)
{
  GtkWidget *window = present (ui);
  GtkWidget *page = ui_get (window, DITES_TYPE_LIST_PAGE, NULL);
  GtkWidget *chip, *button;

  ui_resize (ui, 1280, 860);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_get (page, GTK_TYPE_TOGGLE_BUTTON, "Filters")), TRUE);
  ui_settle ();
  chip = ui_get (page, DITES_TYPE_FILTER_CHIP, NULL);
  dites_filter_chip_set_values (DITES_FILTER_CHIP (chip), (const char *const[]) { "mg", NULL });
  ui_settle ();
  button = gtk_widget_get_last_child (chip);
  g_assert_true (gtk_widget_grab_focus (button));
  ui_press (button);
  ui_wait_for (!gtk_widget_get_visible (button));
  g_assert_true (is_in (get_focus (window), page));
}

static void
test_photo (Ui           *ui,
            gconstpointer data)
{
  GtkWidget *window = open_document (ui, "housing:studio", "Offer");
  GtkWidget *row = ui_get (window, DITES_TYPE_FIELD_ROW, "Photos");
  GtkWidget *list;
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/sample/photos/%s", g_getenv ("DITES_DATADIR"), i == 1 ? "01-studio.jpg" : "01-bathroom.jpg");
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_list_store_append (files, file);
    }
  dites_photos_row_add_files (DITES_PHOTOS_ROW (row), G_LIST_MODEL (files));
  list = ui_get (row, DITES_TYPE_PHOTO_LIST, NULL);
  ui_wait_for (ui_count (list, GTK_TYPE_LIST_BOX_ROW, NULL) == 2);
  gtk_widget_activate_action (row, "photos.remove", "u", 0);
  ui_wait_for (ui_count (list, GTK_TYPE_LIST_BOX_ROW, NULL) == 1);
  g_assert_true (is_in (get_focus (window), list));
  undo_and_redo (window);
  gtk_widget_activate_action (row, "photos.remove", "u", 0);
  g_assert_true (is_in (get_focus (window), row));
  undo_and_redo (window);
}

/* Out of the trash: the next one that is still there, and at the end the page. */
static void
test_restored (Ui           *ui,
               gconstpointer data)
{
  GtkWidget         *window = open_document (ui, "intern:alix", "Person");
  GtkSelectionModel *rows;
  GtkWidget         *page;

  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (window, "win.open-document", "s", i == 0 ? "intern:alix" : "intern:sacha");
      ui_settle ();
      ui_settle ();
      gtk_widget_activate_action (ui_get (window, ADW_TYPE_PREFERENCES_PAGE, NULL), "document.trash", NULL);
      ui_wait_for (ui_count (window, DITES_TYPE_LIST_ROW, NULL) == 3 - i);
    }
  gtk_widget_activate_action (window, "win.show-trash", NULL);
  page = ui_get (window, DITES_TYPE_TRASH_PAGE, NULL);
  ui_wait_for (ui_count (page, DITES_TYPE_LIST_ROW, NULL) == 2);
  rows = gtk_list_view_get_model (GTK_LIST_VIEW (ui_get (page, GTK_TYPE_LIST_VIEW, "Trash")));
  focus_row (page, "BIDON Alix");
  gtk_selection_model_select_item (rows, 0, TRUE);
  gtk_widget_activate_action (page, "trash.restore", NULL);
  ui_wait_for (ui_count (page, DITES_TYPE_LIST_ROW, NULL) == 1);
  g_assert_true (ui_shows (get_focus (window), "MODÈLE Sacha"));
  undo_and_redo (window);

  ui_wait_for (ui_count (page, DITES_TYPE_LIST_ROW, NULL) == 1);
  gtk_selection_model_select_item (rows, 0, TRUE);
  ui_settle ();
  gtk_widget_grab_focus (ui_get (page, GTK_TYPE_BUTTON, "Restore"));
  ui_press (ui_get (page, GTK_TYPE_BUTTON, "Restore"));
  ui_wait_for (ui_find (page, ADW_TYPE_STATUS_PAGE, "The Trash Is Empty") != NULL);
  get_focus (window);
}

/* A window that folds while its letters are large changes the head of its list with it, one breakpoint within
 * the other: the keyboard stays where it was, and nothing of the window stays when it is closed. */
static void
test_folded (Ui           *ui,
             gconstpointer data)
{
  GtkWidget *window, *list, *search;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  window = present (ui);
  ui_resize (ui, 1280, 860);
  list = ui_get (window, DITES_TYPE_LIST_PAGE, NULL);
  ui_watch (ui, list);
  search = ui_get (list, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_widget_grab_focus (search);
  ui_resize (ui, 360, 640);
  g_assert_true (is_in (get_focus (window), search));
  ui_resize (ui, 1280, 860);
  g_assert_true (is_in (get_focus (window), search));
  ui_close (ui);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

/* The same for a dialog that has a breakpoint of its own, and goes to the foot of the window. */
static void
test_folded_dialog (Ui           *ui,
                    gconstpointer data)
{
  static const char *const ids[] = { "housing:studio", NULL };
  DitesBulkDialog         *dialog = dites_bulk_dialog_new (ui->desk.store, dites_kind_get ("housing"), ids);
  GtkWidget               *window = present (ui);
  GtkWidget               *field;

  ui_resize (ui, 1280, 860);
  ui_watch (ui, dialog);
  ui_watch (ui, adw_dialog_get_child (ADW_DIALOG (dialog)));
  adw_dialog_present (ADW_DIALOG (dialog), window);
  field = ui_get (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Field");
  gtk_widget_grab_focus (field);
  ui_resize (ui, 360, 640);
  g_assert_nonnull (adw_dialog_get_current_breakpoint (ADW_DIALOG (dialog)));
  g_assert_true (is_in (get_focus (window), field));
}

/* ---- Seen */

/* How a place in the window is drawn, once it is. */
static guint32 *
draw (GtkWidget             *window,
      const graphene_rect_t *place)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkSnapshot   *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  guint32       *pixels = g_new0 (guint32, (gsize) (place->size.width * place->size.height));

  gtk_test_widget_wait_for_draw (window);
  paintable = gtk_widget_paintable_new (window);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, place);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) place->size.width * sizeof (guint32));
  gsk_render_node_unref (node);

  return pixels;
}

/* What shows the focus of a widget, and a little around it: the row of a field, or itself. That what has the
 * focus is scrolled to is for test-pages to see. */
static gboolean
get_place (GtkWidget       *window,
           GtkWidget       *focus,
           graphene_rect_t *place)
{
  GtkWidget            *row = gtk_widget_get_ancestor (focus, DITES_TYPE_FIELD_ROW);
  GtkWidget            *viewport = gtk_widget_get_ancestor (focus, GTK_TYPE_VIEWPORT);
  const graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (window), gtk_widget_get_height (window));

  if (viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), focus, NULL);
  gtk_test_widget_wait_for_draw (window);
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (gtk_widget_compute_bounds (row != NULL ? row : focus, window, place));
  graphene_rect_inset (place, -4, -4);
  graphene_rect_round_extents (place, place);

  return graphene_rect_intersection (place, &all, place);
}

/* How many pixels are others with the focus there than without: those of a ring, but neither cursor nor selection.
 * -1 where it is not in the window. */
static int
count_changed (GtkWidget *window,
               GtkWidget *focus)
{
  graphene_rect_t     place;
  g_autofree guint32 *with = NULL;
  g_autofree guint32 *without = NULL;
  guint               n = 0;

  if (GTK_IS_EDITABLE (focus))
    gtk_editable_select_region (GTK_EDITABLE (focus), 0, 0);
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  if (!get_place (window, focus, &place))
    return -1;
  with = draw (window, &place);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  without = draw (window, &place);
  for (gsize i = 0; i < (gsize) (place.size.width * place.size.height); i++)
    n += with[i] != without[i];
  gtk_widget_grab_focus (focus);

  return n;
}

/* What is drawn alike: a type in a part of the window. */
static char *
dup_sort (GtkWidget *focus)
{
  GtkWidget *parent = gtk_widget_get_parent (focus);
  GtkWidget *ours = parent;

  while (!g_str_has_prefix (G_OBJECT_TYPE_NAME (ours), "Dites"))
    ours = gtk_widget_get_parent (ours);

  return g_strdup_printf ("%s in %s of %s", G_OBJECT_TYPE_NAME (focus), G_OBJECT_TYPE_NAME (parent), G_OBJECT_TYPE_NAME (ours));
}

/* The look of the program, which an application would have. */
static GtkStyleProvider *
add_style (GtkWidget *window)
{
  GtkCssProvider *style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/org/gers/Dites32/style.css");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (window), GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  return GTK_STYLE_PROVIDER (style);
}

/* Whoever goes through the window with Tab sees where they are, by more than a cursor. */
static void
test_seen (Ui           *ui,
           gconstpointer data)
{
  GtkWidget *window = open_document (ui, "housing:villa", "Home");
  g_autoptr (GtkStyleProvider) style = add_style (window);
  g_autoptr (GHashTable) sorts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  while (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD))
    {
      GtkWidget       *focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_autofree char *sort = NULL;
      int              n;

      if (focus == NULL || !g_hash_table_add (reached, focus))
        break;
      sort = dup_sort (focus);
      if (g_hash_table_contains (sorts, sort))
        continue;

      n = count_changed (window, focus);
      if (n >= 0)
        g_hash_table_add (sorts, g_strdup (sort));
      if (n >= 0 && n < (gtk_widget_get_width (focus) + gtk_widget_get_height (focus)) / 2)
        g_test_fail_printf ("%s: %d pixels show the focus, of %d × %d", sort, n, gtk_widget_get_width (focus), gtk_widget_get_height (focus));
    }
  g_assert_cmpuint (g_hash_table_size (sorts), >, 15);
  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (window), style);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/focus/row", test_row);
  ui_test_add ("/focus/rows", test_rows);
  ui_test_add ("/focus/document", test_document);
  ui_test_add ("/focus/part", test_part);
  ui_test_add ("/focus/value", test_value);
  ui_test_add ("/focus/reference", test_reference);
  ui_test_add ("/focus/confirmed", test_confirmed);
  ui_test_add ("/focus/chip", test_chip);
  ui_test_add ("/focus/photo", test_photo);
  ui_test_add ("/focus/restored", test_restored);
  ui_test_add ("/focus/folded", test_folded);
  ui_test_add ("/focus/folded-dialog", test_folded_dialog);
  ui_test_add ("/focus/seen", test_seen);

  return g_test_run ();
}
