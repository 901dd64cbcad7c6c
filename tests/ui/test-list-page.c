/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-page.h"

#include "dites-filter-chip.h"
#include "dites-list-page-private.h"
#include "dites-list-row.h"
#include "dites-state-pill.h"
#include "test-ui.h"

static DitesListPage *
show (Ui         *ui,
      const char *kind)
{
  DitesListPage *page = dites_list_page_new (ui->desk.store, ui->settings, kind);

  ui_present (ui, GTK_WIDGET (page));

  return page;
}

static GtkSelectionModel *
get_rows (DitesListPage *page)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (ui_get (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, NULL)));
}

static gboolean
is_none_chosen (DitesListPage *page)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (get_rows (page));

  return gtk_bitset_is_empty (chosen);
}

static guint
count_rows (DitesListPage *page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_rows (page)));
}

static void
search (DitesListPage *page,
        const char    *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_get (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL)), text);
}

static void
choose (DitesListPage *page,
        guint          first,
        guint          n)
{
  gtk_selection_model_select_range (get_rows (page), first, n, TRUE);
  ui_settle ();
}

static void
act (DitesListPage *page,
     const char    *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), action, NULL));
  ui_settle ();
}

/* Rows stand in sections by their first letter, and follow the store. */
static void
test_rows (Ui           *ui,
           gconstpointer data)
{
  DitesListPage *page = show (ui, "intern");

  ui_wait_for (ui_shows (GTK_WIDGET (page), "BIDON Alix"));
  g_assert_cmpuint (ui_count (GTK_WIDGET (page), DITES_TYPE_LIST_ROW, NULL), ==, 4);
  g_assert_true (ui_shows (GTK_WIDGET (page), "B"));
  g_assert_true (ui_shows (GTK_WIDGET (page), "M"));
  g_assert_true (ui_shows (GTK_WIDGET (page), "In Training"));

  g_assert_cmpuint (desk_load (&ui->desk, "intern", "{\"_id\":\"intern:more\",\"family_name\":\"ZÉRO\",\"first_name\":\"Lou\"}"), ==, 0);
  ui_wait_for (ui_shows (GTK_WIDGET (page), "ZÉRO Lou"));
  g_assert_true (ui_shows (GTK_WIDGET (page), "Z"));
}

/* Placements are headed by their semester, homes by their state. */
static void
test_sections (Ui           *ui,
               gconstpointer data)
{
  DitesListPage *page = show (ui, "housing");

  ui_wait_for (ui_count (GTK_WIDGET (page), DITES_TYPE_LIST_ROW, NULL) == 2);
  ui_wait_for (ui_count (GTK_WIDGET (page), GTK_TYPE_LABEL, "Draft") == 1);
  g_assert_cmpuint (ui_count (GTK_WIDGET (page), GTK_TYPE_LABEL, "Published"), ==, 1);
  g_assert_cmpuint (ui_count (GTK_WIDGET (page), DITES_TYPE_STATE_PILL, "Draft"), ==, 1);
  g_assert_cmpuint (ui_count (GTK_WIDGET (page), DITES_TYPE_STATE_PILL, "Published"), ==, 1);
  ui_close (ui);

  page = show (ui, "placement");
  ui_wait_for (ui_shows (GTK_WIDGET (page), "Winter semester 2026–2027"));
}

/* What heads a row is not said again in it; without that heading it is, and to a screen reader always. */
static void
test_section_said_once (Ui           *ui,
                        gconstpointer data)
{
  DitesListPage *page = show (ui, "placement");
  GtkWidget     *row;

  ui_wait_for (ui_shows (GTK_WIDGET (page), "FICTIF Camille"));
  row = gtk_widget_get_parent (ui_get (GTK_WIDGET (page), DITES_TYPE_LIST_ROW, NULL));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "FICTIF Camille, Winter semester 2026–2027, Adult Emergencies · Centre hospitalier d’Exemple – Urgences adultes · Looking for a Home, Confirmed");
  g_object_set (page, "sort", "", NULL);
  ui_wait_for (ui_shows (GTK_WIDGET (page), "FICTIF Camille, Winter semester 2026–2027"));
  g_object_set (page, "sort", "semester", NULL);
  ui_wait_for (ui_shows (GTK_WIDGET (page), "FICTIF Camille"));
}

static void
test_search (Ui           *ui,
             gconstpointer data)
{
  DitesListPage *page = show (ui, "intern");

  ui_wait_for (count_rows (page) == 4);
  search (page, "domi");
  ui_wait_for (count_rows (page) == 1);
  ui_wait_for (ui_shows (GTK_WIDGET (page), "EXEMPLE Dominique"));
  g_assert_true (ui_shows (GTK_WIDGET (page), "1 found"));
  ui_wait_for (g_strcmp0 (ui_announced (), "1 found") == 0);

  search (page, "nobody");
  ui_wait_for (ui_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "Nothing Found") != NULL);
  ui_wait_for (g_strcmp0 (ui_announced (), "Nothing found") == 0);
  ui_press (ui_get (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Show All"));
  ui_wait_for (count_rows (page) == 4);
  ui_wait_for (ui_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, NULL) == NULL);
}

static void
assert_exported (DitesListPage *page,
                 guint          n_damaged,
                 const char    *expected)
{
  static char *const titles[] = { (char *) "EXEMPLE Dominique", (char *) "FICTIF Camille" };
  g_autoptr (GPtrArray) damaged = g_ptr_array_new ();
  g_autofree char *said = NULL;

  for (guint i = 0; i < n_damaged; i++)
    g_ptr_array_add (damaged, titles[i]);
  said = dites_list_page_dup_exported (page, 2, damaged);
  g_assert_cmpstr (said, ==, expected);
}

/* What an export had to leave out is said with what it holds. */
static void
test_exported (Ui           *ui,
               gconstpointer data)
{
  DitesListPage *page = show (ui, "intern");

  assert_exported (page, 0, "Exported: 2 interns");
  assert_exported (page, 1, "Exported: 2 interns. Left out because it is damaged: “EXEMPLE Dominique”");
  assert_exported (page, 2, "Exported: 2 interns. Left out because they are damaged: 2, among them “EXEMPLE Dominique”");
}

static void
assert_headings (DitesListPage     *page,
                 const char *const *letters)
{
  static const char *const all[] = { "A", "B", "E", "F", "M", NULL };

  ui_settle ();
  for (gsize i = 0; all[i] != NULL; i++)
    g_assert_cmpuint (ui_count (GTK_WIDGET (page), GTK_TYPE_LABEL, all[i]), ==, g_strv_contains (letters, all[i]) ? 1 : 0);
}

/* Each section has its heading once, whatever comes and goes at its beginning and its end. */
static void
test_headings (Ui           *ui,
               gconstpointer data)
{
  DitesListPage *page = show (ui, "intern");

  ui_wait_for (count_rows (page) == 4);
  assert_headings (page, (const char *const[]) { "B", "E", "F", "M", NULL });
  search (page, "domi");
  ui_wait_for (count_rows (page) == 1);
  assert_headings (page, (const char *const[]) { "E", NULL });
  search (page, "");
  ui_wait_for (count_rows (page) == 4);
  assert_headings (page, (const char *const[]) { "B", "E", "F", "M", NULL });

  /* One before the first of a section, one behind its last, one in a section of its own. */
  g_assert_cmpuint (desk_load (&ui->desk, "intern",
                               "[{\"_id\":\"intern:1\",\"family_name\":\"BA\",\"first_name\":\"Lou\"},"
                               "{\"_id\":\"intern:2\",\"family_name\":\"BZ\",\"first_name\":\"Lou\"},"
                               "{\"_id\":\"intern:3\",\"family_name\":\"AA\",\"first_name\":\"Lou\"}]"),
                    ==, 0);
  ui_wait_for (count_rows (page) == 7);
  assert_headings (page, (const char *const[]) { "A", "B", "E", "F", "M", NULL });

  /* The first of a section goes. */
  choose (page, 1, 1);
  act (page, "list.trash");
  ui_wait_for (count_rows (page) == 6);
  assert_headings (page, (const char *const[]) { "A", "B", "E", "F", "M", NULL });
  ui_wait_for (ui_shows (GTK_WIDGET (page), "2"));
}

/* When the rows go away, the keyboard stays in the page: what is typed on is a search. */
static void
test_focus_without_rows (Ui           *ui,
                         gconstpointer data)
{
  DitesListPage *page = show (ui, "intern");
  GtkWidget     *entry = ui_get (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL);

  ui_wait_for (count_rows (page) == 4);
  gtk_widget_grab_focus (ui_get (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, NULL));
  ui_settle ();
  search (page, "nobody");
  ui_wait_for (ui_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "Nothing Found") != NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (ui->window), entry));
}

/* A heading follows the sort, although its first row is the same. */
static void
test_heading_of_sort (Ui           *ui,
                      gconstpointer data)
{
  DitesListPage *page = show (ui, "intern");

  search (page, "domi");
  ui_wait_for (count_rows (page) == 1);
  ui_wait_for (ui_count (GTK_WIDGET (page), GTK_TYPE_LABEL, "E") == 1);
  g_object_set (page, "sort", "state", NULL);
  ui_wait_for (ui_count (GTK_WIDGET (page), GTK_TYPE_LABEL, "In Training") == 1);
  g_object_set (page, "sort", "", NULL);
  ui_wait_for (ui_count (GTK_WIDGET (page), GTK_TYPE_LABEL, "E") == 1);
  g_assert_cmpuint (ui_count (GTK_WIDGET (page), GTK_TYPE_LABEL, "In Training"), ==, 0);
}

static guint
get_focused (Ui *ui)
{
  GtkWidget *row = gtk_widget_get_first_child (gtk_window_get_focus (ui->window));

  g_assert_true (DITES_IS_LIST_ROW (row));

  return dites_list_row_get_position (DITES_LIST_ROW (row));
}

/* Another list is shown with the widgets that there are, and begins at its top, for the keyboard, too. */
static void
test_another_list (Ui           *ui,
                   gconstpointer data)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GHashTable) places = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  DitesListPage *page;
  GtkWidget     *view;
  guint          n_kept = 0;

  for (int i = 0; i < 800; i++)
    g_string_append_printf (json, "{\"_id\":\"intern:%03d\",\"family_name\":\"ZÉRO %03d\",\"first_name\":\"%s\"}\n", i, i, i % 2 == 0 ? "Lou" : "Max");
  g_assert_cmpuint (desk_load (&ui->desk, "intern", json->str), ==, 0);
  page = show (ui, "intern");
  ui_wait_for (count_rows (page) == 804);
  view = ui_get (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, NULL);
  gtk_widget_grab_focus (view);
  gtk_list_view_scroll_to (GTK_LIST_VIEW (view), 300, GTK_LIST_SCROLL_FOCUS, NULL);
  ui_settle ();
  g_assert_cmpuint (get_focused (ui), ==, 300);
  gtk_widget_grab_focus (ui_get (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL));
  for (GtkWidget *place = gtk_widget_get_first_child (view); place != NULL; place = gtk_widget_get_next_sibling (place))
    g_hash_table_add (places, g_object_ref (place));

  search (page, "max");
  ui_wait_for (count_rows (page) == 400);
  ui_wait_for (ui_shows (GTK_WIDGET (page), "ZÉRO 001 Max"));
  for (GtkWidget *place = gtk_widget_get_first_child (view); place != NULL; place = gtk_widget_get_next_sibling (place))
    n_kept += g_hash_table_contains (places, place);
  g_assert_cmpuint (n_kept, >, g_hash_table_size (places) / 2);
  g_assert_true (is_none_chosen (page));
  g_assert_cmpuint (ui_count (GTK_WIDGET (page), GTK_TYPE_LABEL, "Z"), ==, 1);
  gtk_widget_grab_focus (view);
  g_assert_cmpuint (get_focused (ui), ==, 0);

  search (page, "");
  ui_wait_for (count_rows (page) == 804);
  ui_wait_for (ui_shows (GTK_WIDGET (page), "BIDON Alix"));
  ui_settle ();
  g_assert_cmpuint (get_focused (ui), ==, 0);
  assert_headings (page, (const char *const[]) { "B", "E", "F", "M", NULL });
}

static DitesFilterChip *
get_chip (DitesListPage *page,
          const char    *field)
{
  GtkWidget *box = ui_get (GTK_WIDGET (page), ADW_TYPE_WRAP_BOX, NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (DITES_IS_FILTER_CHIP (child) && g_strcmp0 (dites_filter_chip_get_field (DITES_FILTER_CHIP (child))->name, field) == 0)
      return DITES_FILTER_CHIP (child);

  g_assert_not_reached ();
}

/* A chip shows what is chosen, stays while it leaves rows out, and can be let go of. */
static void
test_filter (Ui           *ui,
             gconstpointer data)
{
  DitesListPage   *page = show (ui, "intern");
  DitesFilterChip *chip;
  GtkWidget       *list;

  ui_wait_for (count_rows (page) == 4);
  g_object_set (page, "filters-shown", TRUE, NULL);
  ui_settle ();
  chip = get_chip (page, "phase");
  ui_watch (ui, chip);
  gtk_menu_button_popup (GTK_MENU_BUTTON (ui_get (GTK_WIDGET (chip), GTK_TYPE_MENU_BUTTON, NULL)));
  list = ui_get (GTK_WIDGET (chip), GTK_TYPE_LIST_BOX, "Phase");
  ui_wait_for (ui_count (list, GTK_TYPE_LIST_BOX_ROW, NULL) == 3);
  ui_press (ui_get (list, GTK_TYPE_LIST_BOX_ROW, "Foundation"));
  ui_wait_for (count_rows (page) == 3);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (ui_get (list, GTK_TYPE_LIST_BOX_ROW, "Foundation")), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (ui_get (GTK_WIDGET (chip), GTK_TYPE_MENU_BUTTON, NULL)));

  g_object_set (page, "filters-shown", FALSE, NULL);
  ui_settle ();
  g_assert_true (ui_shows (GTK_WIDGET (page), "Phase: Foundation"));
  g_assert_cmpuint (ui_count (GTK_WIDGET (page), DITES_TYPE_FILTER_CHIP, NULL), ==, 1);

  ui_press (ui_get (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Remove the Filter “Phase”"));
  ui_wait_for (count_rows (page) == 4);
  g_assert_cmpuint (ui_count (GTK_WIDGET (page), DITES_TYPE_FILTER_CHIP, NULL), ==, 0);
}

/* Where letters are large a filter has as many lines as it needs, and the list keeps some rows. */
static void
test_filters_tight (Ui           *ui,
                    gconstpointer data)
{
  DitesListPage   *page;
  DitesFilterChip *chip;
  GtkWidget       *list;
  int              line, height;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  page = show (ui, "housing");
  ui_resize (ui, 360, 720);
  g_object_set (page, "filters-shown", TRUE, NULL);
  ui_settle ();
  chip = get_chip (page, "type");
  line = gtk_widget_get_height (GTK_WIDGET (chip));
  dites_filter_chip_set_values (chip, (const char *const[]) { "house", "studio", "homestay", NULL });
  ui_settle ();
  height = gtk_widget_get_height (GTK_WIDGET (chip));
  g_assert_cmpint (height, >, line);

  list = gtk_widget_get_ancestor (ui_get (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, NULL), GTK_TYPE_SCROLLED_WINDOW);
  g_assert_cmpint (gtk_widget_get_height (list), >=, gtk_widget_get_height (ui_get (GTK_WIDGET (page), DITES_TYPE_LIST_ROW, NULL)));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

/* What can be chosen is what there is; having none of it can be chosen too. */
static void
test_filter_values (Ui           *ui,
                    gconstpointer data)
{
  DitesListPage   *page = show (ui, "placement");
  DitesFilterChip *chip;

  g_assert_cmpuint (desk_load (&ui->desk, "semester", "{\"_id\":\"semester:2027-summer\",\"season\":\"summer\",\"year\":2027}"), ==, 0);
  g_assert_cmpuint (desk_load (&ui->desk, "placement", "{\"_id\":\"placement:more\",\"intern\":\"intern:alix\",\"semester\":\"semester:2027-summer\"}"), ==, 0);
  ui_wait_for (count_rows (page) == 2);
  g_object_set (page, "filters-shown", TRUE, NULL);
  chip = get_chip (page, "semester");
  dites_filter_chip_set_values (chip, (const char *const[]) { "semester:2026-winter", NULL });
  ui_wait_for (count_rows (page) == 1);
  /* The title of the semester is read from the store. */
  ui_wait_for (ui_shows (GTK_WIDGET (chip), "Semester: Winter semester 2026–2027"));
  dites_filter_chip_set_values (chip, NULL);
  ui_wait_for (count_rows (page) == 2);

  chip = get_chip (page, "stage_type");
  dites_filter_chip_set_values (chip, (const char *const[]) { "", NULL });
  ui_wait_for (count_rows (page) == 1);
  ui_wait_for (ui_shows (GTK_WIDGET (chip), "Kind of Stage: Not Entered"));
}

/* Sort and filters are there again the next time, for their kind alone. */
static void
test_remembered (Ui           *ui,
                 gconstpointer data)
{
  DitesListPage   *page = show (ui, "intern");
  g_autofree char *sort = NULL;
  g_autofree char *direction = NULL;

  ui_wait_for (count_rows (page) == 4);
  gtk_widget_activate_action (GTK_WIDGET (page), "list.sort", "s", "first_name");
  gtk_widget_activate_action (GTK_WIDGET (page), "list.direction", "s", "descending");
  g_object_set (page, "filters-shown", TRUE, NULL);
  dites_filter_chip_set_values (get_chip (page, "phase"), (const char *const[]) { "socle", NULL });
  g_signal_emit_by_name (get_chip (page, "phase"), "changed");
  ui_wait_for (count_rows (page) == 3);
  ui_close (ui);

  page = show (ui, "intern");
  ui_wait_for (count_rows (page) == 3);
  ui_wait_for (ui_shows (GTK_WIDGET (page), "MODÈLE Sacha"));
  g_object_get (page, "sort", &sort, "direction", &direction, NULL);
  g_assert_cmpstr (sort, ==, "first_name");
  g_assert_cmpstr (direction, ==, "descending");
  ui_close (ui);

  page = show (ui, "site");
  ui_wait_for (count_rows (page) == 2);
}

/* A sort that the table no longer knows does no harm. */
static void
test_remembered_nonsense (Ui           *ui,
                          gconstpointer data)
{
  DitesListPage *page;

  g_settings_set_value (ui->settings, "lists",
                        g_variant_new_parsed ("{'intern': <{'sort': <'no_field'>, 'filters': <{'no_field': ['x'], 'phase': ['nonsense']}>}>, 'site': <42>}"));
  page = show (ui, "intern");
  ui_wait_for (ui_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "Nothing Found") != NULL);
  ui_close (ui);
  page = show (ui, "site");
  ui_wait_for (count_rows (page) == 2);
}

/* What refers to a document, with a chip that says which; this is not remembered. */
static void
test_narrowed (Ui           *ui,
               gconstpointer data)
{
  DitesListPage *page = show (ui, "tenancy");
  g_autoptr (GVariant) lists = NULL;

  dites_list_page_narrow (page, "intern:dominique", "EXEMPLE Dominique");
  g_assert_true (dites_list_page_is_narrowed (page));
  ui_wait_for (ui_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "Nothing Found") != NULL);
  ui_press (ui_get (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Remove the Filter “EXEMPLE Dominique”"));
  ui_wait_for (count_rows (page) == 1);
  g_assert_false (dites_list_page_is_narrowed (page));
}

static void
test_trash (Ui           *ui,
            gconstpointer data)
{
  DitesListPage *page = show (ui, "intern");

  ui_wait_for (count_rows (page) == 4);
  choose (page, 0, 1);
  act (page, "list.trash");
  ui_wait_for (count_rows (page) == 3);
  ui_wait_for (g_strcmp0 (dites_store_get_undo_name (ui->desk.store), "BIDON Alix to the trash") == 0);
}

/* Two rows that are chosen show check buttons and what can be done to them. */
static void
test_several (Ui           *ui,
              gconstpointer data)
{
  DitesListPage *page = show (ui, "intern");
  GtkWidget     *trash;

  ui_wait_for (count_rows (page) == 4);
  g_assert_cmpuint (ui_count (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, NULL), ==, 0);
  choose (page, 0, 3);
  ui_wait_for (ui_shows (GTK_WIDGET (page), "3 Selected"));
  g_assert_cmpuint (ui_count (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, NULL), ==, 4);
  trash = ui_get (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Move to the Trash");

  ui_press (ui_get (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Cancel"));
  g_assert_cmpuint (ui_count (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, NULL), ==, 0);
  g_assert_true (is_none_chosen (page));

  choose (page, 1, 2);
  ui_press (trash);
  ui_wait_for (count_rows (page) == 2);
  ui_wait_for (g_strcmp0 (dites_store_get_undo_name (ui->desk.store), "2 interns to the trash") == 0);
}

/* The menu of a row goes with it. */
static void
test_menu_of_gone (Ui           *ui,
                   gconstpointer data)
{
  DitesListPage *page = show (ui, "intern");
  g_autoptr (DitesReader) reader = dites_store_new_reader (ui->desk.store, NULL);
  g_autoptr (DitesDocument) camille = dites_reader_get (reader, "intern:camille", NULL);
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Gone");
  g_autoptr (GAsyncResult) result = NULL;

  ui_wait_for (count_rows (page) == 4);
  gtk_widget_grab_focus (ui_get (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, NULL));
  gtk_list_view_scroll_to (GTK_LIST_VIEW (ui_get (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, NULL)), 2, GTK_LIST_SCROLL_FOCUS, NULL);
  act (page, "list.menu");
  ui_get (GTK_WIDGET (page), GTK_TYPE_POPOVER_MENU, NULL);

  dites_change_set_trash (changes, camille);
  dites_store_write_async (ui->desk.store, changes, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  ui_wait_for (count_rows (page) == 3);
  ui_settle ();
}

/* The row of the document that is shown is marked, also after it has moved. */
static void
test_shown (Ui           *ui,
            gconstpointer data)
{
  DitesListPage *page = show (ui, "intern");
  g_autoptr (DitesReader) reader = dites_store_new_reader (ui->desk.store, NULL);
  g_autoptr (DitesDocument) camille = dites_reader_get (reader, "intern:camille", NULL);
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new_from (camille);
  g_autoptr (DitesDocument) renamed = NULL;
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Renamed");
  g_autoptr (GAsyncResult) result = NULL;

  ui_wait_for (count_rows (page) == 4);
  dites_list_page_set_shown (page, "intern:camille");
  ui_wait_for (gtk_selection_model_is_selected (get_rows (page), 2));

  dites_document_builder_set_string (builder, "family_name", "AAAA");
  renamed = dites_document_builder_end (builder);
  dites_change_set_put (changes, camille, renamed);
  dites_store_write_async (ui->desk.store, changes, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  ui_wait_for (gtk_selection_model_is_selected (get_rows (page), 0));

  dites_list_page_set_shown (page, NULL);
  g_assert_true (is_none_chosen (page));
}

static void
opened_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_set_str (user_data, g_variant_get_string (parameter, NULL));
}

/* A row that has not been read yet is opened as soon as it has; the last one asked for. */
static void
test_opened_early (Ui           *ui,
                   gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autofree char   *opened = NULL;
  const GActionEntry entries[] = { { "open-document", opened_cb, "s", NULL, NULL, { 0 } } };
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (DitesRow) row = NULL;
  DitesListPage *page;
  GtkWidget     *view;

  for (int i = 0; i < 600; i++)
    g_string_append_printf (json, "{\"_id\":\"intern:%03d\",\"family_name\":\"ZÉRO %03d\",\"first_name\":\"Lou\"}\n", i, i);
  g_assert_cmpuint (desk_load (&ui->desk, "intern", json->str), ==, 0);
  page = show (ui, "intern");
  ui_wait_for (count_rows (page) == 604);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), &opened);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "win", G_ACTION_GROUP (actions));

  view = ui_get (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, NULL);
  row = g_list_model_get_item (G_LIST_MODEL (get_rows (page)), 500);
  g_assert_false (dites_row_is_loaded (row));
  g_signal_emit_by_name (view, "activate", 400);
  g_signal_emit_by_name (view, "activate", 500);
  g_assert_null (opened);
  ui_wait_for (opened != NULL);
  ui_settle ();
  g_assert_cmpstr (opened, ==, dites_row_get_id (row));
}

/* Stays are filed by their first day, the latest first; what a pill says is not said twice. */
static void
test_stays (Ui           *ui,
            gconstpointer data)
{
  DitesListPage   *page = show (ui, "tenancy");
  g_autofree char *sort = NULL;
  g_autofree char *direction = NULL;

  ui_wait_for (ui_count (GTK_WIDGET (page), DITES_TYPE_LIST_ROW, NULL) > 0);
  g_object_get (page, "sort", &sort, "direction", &direction, NULL);
  g_assert_cmpstr (sort, ==, "start");
  g_assert_cmpstr (direction, ==, "descending");
  ui_wait_for (ui_shows (GTK_WIDGET (page), "2 November 2026 to 2 May 2027"));
}

static void
got_text_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

/* What was copied is a table, with the titles of what the rows refer to. */
static void
test_copy (Ui           *ui,
           gconstpointer data)
{
  DitesListPage   *page = show (ui, "placement");
  GdkClipboard    *clipboard;
  g_autofree char *text = NULL;

  ui_wait_for (count_rows (page) == 1);
  choose (page, 0, 1);
  act (page, "list.copy");
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (page));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST));
  gdk_clipboard_read_text_async (clipboard, NULL, got_text_cb, &text);
  ui_wait_for (text != NULL);
  g_assert_true (g_str_has_prefix (text, "Intern\tSemester\t"));
  g_assert_nonnull (strstr (text, "\nFICTIF Camille\tWinter semester 2026–2027\t"));
  gdk_clipboard_set_content (clipboard, NULL);
}

/* An empty list says the two first things to do. */
static void
test_empty (Ui           *ui,
            gconstpointer data)
{
  DitesListPage *page = show (ui, "intern");

  ui_wait_for (ui_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "No Interns Yet") != NULL);
  ui_get (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Import a List…");
  ui_get (GTK_WIDGET (page), GTK_TYPE_BUTTON, "New Intern");
  ui_close (ui);

  page = show (ui, "housing");
  ui_wait_for (ui_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "No Homes Yet") != NULL);
  g_assert_null (ui_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Import a List…"));
}

static void
test_narrow_window (Ui           *ui,
                    gconstpointer data)
{
  DitesListPage *page = show (ui, "housing");

  ui_wait_for (count_rows (page) == 2);
  g_object_set (page, "filters-shown", TRUE, "selecting", TRUE, NULL);
  ui_resize (ui, 360, 600);
}

/* The first list that comes in is seen from its first heading on. */
static void
test_first_rows (Ui           *ui,
                 gconstpointer data)
{
  DitesListPage *page = show (ui, "intern");

  ui_resize (ui, 400, 400);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"_id\":\"intern:%u\",\"family_name\":\"%cBIDON\",\"first_name\":\"Lou\"}", i, 'T' - i);

      g_assert_cmpuint (desk_load (&ui->desk, "intern", json), ==, 0);
    }
  ui_wait_for (ui_shows (GTK_WIDGET (page), "ABIDON Lou"));
  ui_settle ();
  g_assert_cmpfloat (dites_list_page_get_scroll (page), ==, 0);

  dites_list_page_set_shown (page, "intern:19");
  ui_settle ();
  g_assert_cmpfloat (dites_list_page_get_scroll (page), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/list-page/rows", test_rows);
  ui_test_add ("/list-page/exported", test_exported);
  ui_test_add ("/list-page/sections", test_sections);
  ui_test_add ("/list-page/section-said-once", test_section_said_once);
  ui_test_add ("/list-page/filters-tight", test_filters_tight);
  ui_test_add ("/list-page/search", test_search);
  ui_test_add ("/list-page/headings", test_headings);
  ui_test_add_empty ("/list-page/first-rows", test_first_rows);
  ui_test_add ("/list-page/focus-without-rows", test_focus_without_rows);
  ui_test_add ("/list-page/heading-of-sort", test_heading_of_sort);
  ui_test_add ("/list-page/another-list", test_another_list);
  ui_test_add ("/list-page/filter", test_filter);
  ui_test_add ("/list-page/filter-values", test_filter_values);
  ui_test_add ("/list-page/remembered", test_remembered);
  ui_test_add ("/list-page/remembered-nonsense", test_remembered_nonsense);
  ui_test_add ("/list-page/narrowed", test_narrowed);
  ui_test_add ("/list-page/trash", test_trash);
  ui_test_add ("/list-page/several", test_several);
  ui_test_add ("/list-page/menu-of-gone", test_menu_of_gone);
  ui_test_add ("/list-page/shown", test_shown);
  ui_test_add ("/list-page/opened-early", test_opened_early);
  ui_test_add ("/list-page/stays", test_stays);
  ui_test_add ("/list-page/copy", test_copy);
  ui_test_add_empty ("/list-page/empty", test_empty);
  ui_test_add ("/list-page/narrow-window", test_narrow_window);

  return g_test_run ();
}
