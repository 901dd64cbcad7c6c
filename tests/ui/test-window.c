/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-history-dialog.h"
#include "dites-list-page.h"
#include "dites-window.h"

#include <stdlib.h>
#include <string.h>

#include "test-ui.h"

static DitesWindow *
present (Ui *ui)
{
  DitesWindow *window = dites_window_new (NULL, ui->desk.store, ui->settings);

  ui_present (ui, GTK_WIDGET (window));

  return window;
}

static gboolean
is_title_shown (DitesWindow *window,
                const char  *title)
{
  return ui_find (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_PAGE, title) != NULL;
}

static void
test_new (Ui           *ui,
          gconstpointer data)
{
  DitesWindow *window = present (ui);

  ui_wait_for (is_title_shown (window, "Interns"));
  g_assert_true (is_title_shown (window, "No Selection"));
}

/* What is shown is remembered. */
static void
test_show_kind (Ui           *ui,
                gconstpointer data)
{
  DitesWindow     *window = present (ui);
  g_autofree char *kind = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-kind", "s", "housing");
  ui_wait_for (is_title_shown (window, "Homes"));
  kind = g_settings_get_string (ui->settings, "shown-kind");
  g_assert_cmpstr (kind, ==, "housing");

  ui_close (ui);
  window = present (ui);
  ui_wait_for (is_title_shown (window, "Homes"));
}

/* A document comes with the list of its kind, and one can go back. */
static void
test_open_document (Ui           *ui,
                    gconstpointer data)
{
  DitesWindow *window = present (ui);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-document", "s", "intern:camille");
  ui_wait_for (is_title_shown (window, "FICTIF Camille"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-document", "s", "partner:rose");
  ui_wait_for (is_title_shown (window, "Mme Rose BIDON"));
  ui_wait_for (is_title_shown (window, "Partners"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  ui_wait_for (is_title_shown (window, "FICTIF Camille"));
  ui_wait_for (is_title_shown (window, "Interns"));
}

/* A new home is a draft, and is found among them; the same with what belongs to an owner. */
static void
test_new_home (Ui           *ui,
               gconstpointer data)
{
  DitesWindow *window = present (ui);
  GtkWidget   *entry;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-document", "s", "housing");
  ui_wait_for ((entry = ui_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, "Title")) != NULL);
  ui_type (entry, "Studio bidon");
  ui_wait_for (is_title_shown (window, "Studio bidon"));
  ui_wait_for (ui_shows (ui_get (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_PAGE, "Homes"), "Studio bidon"));
  g_assert_true (ui_shows (ui_get (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_PAGE, "Homes"), "Draft"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-referring", "(sss)", "housing", "owner", "partner:rose");
  ui_wait_for (!is_title_shown (window, "Studio bidon"));
  ui_wait_for ((entry = ui_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, "Title")) != NULL);
  ui_type (entry, "Chambre bidon");
  ui_wait_for (ui_shows (ui_get (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_PAGE, "Homes"), "Chambre bidon"));
  g_assert_false (ui_shows (ui_get (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_PAGE, "Homes"), "Not Specified"));
}

/* A kind that there is not is no reason to stop. */
static void
test_open_unknown (Ui           *ui,
                   gconstpointer data)
{
  DitesWindow *window = present (ui);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-document", "s", "unicorn:one");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-document", "s", "intern:nobody");
  ui_settle ();
  g_assert_true (is_title_shown (window, "Interns"));
}

/* What becomes of a step is said to those who do not see the toast, too. */
static void
test_undo (Ui           *ui,
           gconstpointer data)
{
  DitesWindow     *window = present (ui);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (desk_load (&ui->desk, "intern", "{\"_id\":\"intern:more\",\"family_name\":\"FACTICE\",\"first_name\":\"Lou\"}"), ==, 0);
  ui_assert_stored (ui, "intern:more", "family_name", "FACTICE");
  undone = g_strdup_printf ("Undone: %s", dites_store_get_undo_name (ui->desk.store));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_assert_stored (ui, "intern:more", "family_name", NULL);
  ui_wait_for (ui_announced () != NULL);
  ui_wait_for (strstr (ui_announced (), undone) != NULL);
  redone = g_strdup_printf ("Done again: %s", dites_store_get_redo_name (ui->desk.store));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  ui_assert_stored (ui, "intern:more", "family_name", "FACTICE");
  ui_wait_for (strstr (ui_announced (), redone) != NULL);
}

/* What is being typed is undone, and the cursor stays where it was. */
static void
test_undo_typed (Ui           *ui,
                 gconstpointer data)
{
  DitesWindow *window = present (ui);
  GtkWidget   *entry;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-document", "s", "intern:camille");
  ui_wait_for (is_title_shown (window, "FICTIF Camille"));
  entry = ui_get (GTK_WIDGET (window), GTK_TYPE_ENTRY, "First Name");
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Claude");
  gtk_editable_set_position (GTK_EDITABLE (entry), 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_wait_for (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), "Camille") == 0);
  ui_assert_stored (ui, "intern:camille", "first_name", "Camille");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), entry));
}

/* Another program holds the store meanwhile. */
static void
hold_store (Ui         *ui,
            const char *seconds)
{
  g_autofree char *held = g_build_filename (ui->desk.directory, "held", NULL);
  g_autofree char *script = g_strdup_printf ("printf 'BEGIN IMMEDIATE;\\n.system touch %s\\n.system sleep %s\\nROLLBACK;\\n' | sqlite3 '%s/dites32.sqlite' &",
                                             held, seconds, ui->desk.directory);

  g_assert_cmpint (system (script), ==, 0);
  ui_wait_for (g_file_test (held, G_FILE_TEST_EXISTS));
}

/* An undo that takes its time says so, and who presses once more does not undo what was done before that. */
static void
test_undo_slowly (Ui           *ui,
                  gconstpointer data)
{
  DitesWindow *window = present (ui);

  g_assert_cmpuint (desk_load (&ui->desk, "intern", "{\"_id\":\"intern:first\",\"family_name\":\"FACTICE\",\"first_name\":\"Lou\"}"), ==, 0);
  g_assert_cmpuint (desk_load (&ui->desk, "intern", "{\"_id\":\"intern:second\",\"family_name\":\"BIDON\",\"first_name\":\"Lou\"}"), ==, 0);
  hold_store (ui, "2");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_wait_for (ui_shows (GTK_WIDGET (window), "This takes a moment…"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  ui_assert_stored (ui, "intern:second", "family_name", NULL);
  ui_wait_for (!ui_shows (GTK_WIDGET (window), "This takes a moment…"));
  ui_assert_stored (ui, "intern:first", "family_name", "FACTICE");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_assert_stored (ui, "intern:first", "family_name", NULL);
}

/* What was typed and not understood is not thrown away: the form waits with it. */
static void
test_refused_waits (Ui           *ui,
                    gconstpointer data)
{
  const char  *waits = "What was typed in “Semester Number” is not saved, and waits in the form";
  DitesWindow *window = present (ui);
  GtkWidget   *entry;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-document", "s", "intern:camille");
  ui_wait_for (is_title_shown (window, "FICTIF Camille"));
  entry = ui_get (GTK_WIDGET (window), GTK_TYPE_ENTRY, "Semester Number");
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "six");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-document", "s", "partner:rose");
  ui_wait_for (is_title_shown (window, "Mme Rose BIDON"));
  g_assert_true (ui_shows (GTK_WIDGET (window), waits));

  ui_press (ui_get (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Show"));
  ui_wait_for (is_title_shown (window, "FICTIF Camille"));
  entry = ui_get (GTK_WIDGET (window), GTK_TYPE_ENTRY, "Semester Number");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "six");
  g_assert_nonnull (ui_find (GTK_WIDGET (window), GTK_TYPE_IMAGE, "Something typed is not understood, and not saved"));
  ui_type (entry, "6");
  ui_assert_stored (ui, "intern:camille", "semester_no", "6");
  g_assert_null (ui_find (GTK_WIDGET (window), GTK_TYPE_IMAGE, "Something typed is not understood, and not saved"));

  /* What is all right is read anew. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-document", "s", "partner:rose");
  ui_wait_for (is_title_shown (window, "Mme Rose BIDON"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-document", "s", "intern:camille");
  ui_wait_for (is_title_shown (window, "FICTIF Camille"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_get (GTK_WIDGET (window), GTK_TYPE_ENTRY, "Semester Number"))), ==, "6");
}

static void
set_flag (gboolean *flag)
{
  *flag = TRUE;
}

/* Nor is it lost with the window without a word, and who quits the program hears that it goes on. */
static void
test_refused_closed (Ui           *ui,
                     gconstpointer data)
{
  DitesWindow *window = present (ui);
  GtkWidget   *entry;
  gboolean     goes_on = FALSE;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-document", "s", "intern:camille");
  ui_wait_for (is_title_shown (window, "FICTIF Camille"));
  entry = ui_get (GTK_WIDGET (window), GTK_TYPE_ENTRY, "Semester Number");
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "six");
  ui_settle ();

  g_signal_connect_swapped (window, "state-changed", G_CALLBACK (set_flag), &goes_on);
  gtk_window_close (GTK_WINDOW (window));
  ui_settle ();
  g_assert_true (goes_on);
  g_assert_true (ui_shows (GTK_WIDGET (window), "What was typed in “Semester Number” is not saved: correct it, or close once more"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_get (GTK_WIDGET (window), GTK_TYPE_ENTRY, "Semester Number"))), ==, "six");

  /* Whoever was told means it. */
  ui_watch (ui, window);
  ui->window = NULL;
  gtk_window_close (GTK_WINDOW (window));
  g_assert_false (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0);
}

static void
mark (GtkWidget  *list,
      const char *kind)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), kind) == 0)
      gtk_list_box_select_row (GTK_LIST_BOX (list), row);
}

/* The kind that the arrow keys mark is shown; where the kinds are a page of their own it
 * would take their place, and waits for Enter. */
static void
test_mark_kind (Ui           *ui,
                gconstpointer data)
{
  DitesWindow *window = present (ui);
  GtkWidget   *list;

  ui_resize (ui, 1280, 860);
  list = ui_get (GTK_WIDGET (window), GTK_TYPE_LIST_BOX, "Kinds of documents");
  mark (list, "housing");
  ui_wait_for (is_title_shown (window, "Homes"));
  mark (list, "partner");
  ui_wait_for (is_title_shown (window, "Partners"));

  ui_resize (ui, 360, 640);
  mark (list, "housing");
  ui_settle ();
  g_assert_false (is_title_shown (window, "Homes"));
  ui_resize (ui, 1280, 860);
  ui_wait_for (is_title_shown (window, "Partners"));
}

/* It narrows down to a telephone's width without asking for more, and keeps what was
 * shown and typed in. */
static void
test_narrow (Ui           *ui,
             gconstpointer data)
{
  DitesWindow  *window = present (ui);
  AdwHeaderBar *bar;
  GtkWidget    *page, *entry;

  ui_resize (ui, 1280, 860);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-document", "s", "intern:camille");
  ui_wait_for (is_title_shown (window, "FICTIF Camille"));
  ui_watch (ui, ui_get (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_PAGE, "Interns"));
  ui_watch (ui, ui_get (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_PAGE, "FICTIF Camille"));
  entry = ui_get (GTK_WIDGET (window), GTK_TYPE_ENTRY, "First Name");
  gtk_widget_grab_focus (entry);

  page = ui_get (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_PAGE, "FICTIF Camille");
  bar = ADW_HEADER_BAR (ui_get (page, ADW_TYPE_HEADER_BAR, NULL));

  /* One way back, beside what it leads back from. */
  ui_resize (ui, 760, 640);
  ui_wait_for (is_title_shown (window, "Interns"));
  g_assert_false (adw_header_bar_get_show_back_button (bar));
  g_assert_true (is_title_shown (window, "FICTIF Camille"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), entry));

  ui_resize (ui, 360, 640);
  ui_wait_for (!is_title_shown (window, "Interns"));
  g_assert_true (adw_header_bar_get_show_back_button (bar));
  g_assert_true (is_title_shown (window, "FICTIF Camille"));

  ui_resize (ui, 1280, 860);
  ui_wait_for (is_title_shown (window, "Interns"));
  g_assert_true (is_title_shown (window, "FICTIF Camille"));
}

/* What starts as narrow as a telephone has the focus on the page that is shown. */
static void
test_narrow_start (Ui           *ui,
                   gconstpointer data)
{
  DitesWindow *window;
  GtkWidget   *focus;

  g_settings_set_int (ui->settings, "window-width", 360);
  window = present (ui);
  ui_wait_for (ui_find (GTK_WIDGET (window), GTK_TYPE_LIST_BOX, "Kinds of documents") == NULL);
  ui_wait_for ((focus = gtk_window_get_focus (GTK_WINDOW (window))) != NULL);
  g_assert_true (gtk_widget_is_ancestor (focus, ui_get (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_PAGE, "Interns")));
}

/* A screen reader presses the button of a dialog without the pointer, which would hold the dialog meanwhile. */
static void
test_close_dialog (Ui           *ui,
                   gconstpointer data)
{
  DitesWindow *window = present (ui);
  GtkWidget   *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.history", "s", "");
  dialog = ui_get (GTK_WIDGET (window), DITES_TYPE_HISTORY_DIALOG, NULL);
  ui_watch (ui, dialog);
  g_assert_true (gtk_widget_activate (ui_get (dialog, GTK_TYPE_BUTTON, "Close")));
  ui_wait_for (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL);
  ui_settle ();
}

/* Words that nobody of this kind has are looked for among the others, which a button shows. */
static void
test_elsewhere (Ui           *ui,
                gconstpointer data)
{
  GtkWidget     *window = GTK_WIDGET (present (ui));
  DitesListPage *page;

  g_assert_cmpuint (desk_load (&ui->desk, "partner", "[{\"_id\":\"partner:a\",\"name\":\"Commune de Fabulette\"},"
                                                     "{\"_id\":\"partner:b\",\"name\":\"Cabinet de Fabulette\"}]"),
                    ==, 0);
  dites_window_search (DITES_WINDOW (window), "intern", "fabulette");
  ui_wait_for (ui_shows (window, "These words are found elsewhere:"));
  g_assert_true (ui_find (window, GTK_TYPE_BUTTON, "Show All") != NULL);
  ui_wait_for (g_strcmp0 (ui_announced (), "These words are found elsewhere: 2 partners") == 0);

  /* Others words, found nowhere. */
  dites_window_search (DITES_WINDOW (window), "intern", "zzzzzz");
  ui_wait_for (ui_shows (window, "Fewer words or fewer filters may find more."));
  g_assert_null (ui_find (window, GTK_TYPE_BUTTON, "2 partners"));

  dites_window_search (DITES_WINDOW (window), "intern", "fabulette");
  ui_press (ui_get (window, GTK_TYPE_BUTTON, "2 partners"));
  ui_wait_for (ui_shows (window, "Cabinet de Fabulette"));
  page = DITES_LIST_PAGE (ui_get (window, DITES_TYPE_LIST_PAGE, NULL));
  g_assert_cmpstr (dites_list_page_get_search (page), ==, "fabulette");
}

/* What can be done with the rows that are being chosen is not under what is said of the last of it. */
static void
test_toast_above_bar (Ui           *ui,
                      gconstpointer data)
{
  DitesWindow    *window = present (ui);
  GtkWidget      *toast, *button;
  graphene_rect_t said, bar;
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  /* As an application has it. */
  gtk_css_provider_load_from_resource (style, "/org/gers/Dites32/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  ui_resize (ui, 360, 720);
  ui_press (ui_get (GTK_WIDGET (window), GTK_TYPE_TOGGLE_BUTTON, "Select Several"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", "Said");
  button = ui_get (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Move to the Trash");
  toast = gtk_widget_get_ancestor (ui_get (GTK_WIDGET (window), GTK_TYPE_LABEL, "Said"), g_type_from_name ("AdwToastWidget"));
  ui_settle ();
  g_assert_true (gtk_widget_compute_bounds (toast, GTK_WIDGET (window), &said));
  g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (window), &bar));
  g_assert_cmpfloat (said.origin.y + said.size.height, <=, bar.origin.y);

  ui_press (ui_get (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Cancel"));
  ui_settle ();
  g_assert_true (gtk_widget_compute_bounds (toast, GTK_WIDGET (window), &said));
  g_assert_cmpfloat (said.origin.y + said.size.height, >, bar.origin.y);
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/window/new", test_new);
  ui_test_add_empty ("/window/new/empty", test_new);
  ui_test_add ("/window/show-kind", test_show_kind);
  ui_test_add ("/window/open-document", test_open_document);
  ui_test_add ("/window/new-home", test_new_home);
  ui_test_add ("/window/open-unknown", test_open_unknown);
  ui_test_add_empty ("/window/undo", test_undo);
  ui_test_add ("/window/undo-typed", test_undo_typed);
  ui_test_add_empty ("/window/undo-slowly", test_undo_slowly);
  ui_test_add ("/window/refused-waits", test_refused_waits);
  ui_test_add ("/window/refused-closed", test_refused_closed);
  ui_test_add ("/window/mark-kind", test_mark_kind);
  ui_test_add ("/window/close-dialog", test_close_dialog);
  ui_test_add ("/window/elsewhere", test_elsewhere);
  ui_test_add ("/window/toast-above-bar", test_toast_above_bar);
  ui_test_add ("/window/narrow", test_narrow);
  ui_test_add ("/window/narrow-start", test_narrow_start);

  return g_test_run ();
}
