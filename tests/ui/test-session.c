/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-window.h"

#include <string.h>

#include "test-run.h"

/* What comes back at the next start, and what does not. */

static gboolean
is_shown (GtkWidget  *window,
          const char *title)
{
  return window != NULL && ui_find (window, ADW_TYPE_NAVIGATION_PAGE, title) != NULL;
}

/* The window that shows a page, or %NULL. */
static GtkWidget *
find_window (Run        *run,
             const char *title)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (run->application)); l != NULL; l = l->next)
    if (gtk_widget_get_mapped (l->data) && is_shown (l->data, title))
      return l->data;

  return NULL;
}

static void
open_in (GtkWidget  *window,
         const char *id)
{
  gtk_widget_activate_action (window, "win.open-document", "s", id);
}

static GtkWidget *
add_window (Run *run)
{
  GtkWindow *before = gtk_application_get_active_window (GTK_APPLICATION (run->application));
  GtkWindow *window;

  g_action_group_activate_action (G_ACTION_GROUP (run->application), "new-window", NULL);
  ui_wait_for ((window = gtk_application_get_active_window (GTK_APPLICATION (run->application))) != before &&
               gtk_widget_get_mapped (GTK_WIDGET (window)));

  return GTK_WIDGET (window);
}

static gboolean
leave_two (gpointer user_data)
{
  Run       *run = user_data;
  GtkWidget *first = run_get_window (run);
  GtkWidget *second;

  if (first == NULL)
    return G_SOURCE_CONTINUE;

  open_in (first, "housing:villa");
  ui_wait_for (is_shown (first, "Villa imaginaire à partager"));
  second = add_window (run);
  gtk_window_set_default_size (GTK_WINDOW (second), 900, 640);
  dites_window_search (DITES_WINDOW (second), "intern", "fictif");
  open_in (second, "intern:camille");
  ui_wait_for (is_shown (second, "FICTIF Camille"));
  /* The other one has its own size. */
  ui_wait_for (gtk_widget_get_width (first) > 1000);
  run_end (run);

  return G_SOURCE_REMOVE;
}

static gboolean
find_two (gpointer user_data)
{
  Run       *run = user_data;
  GtkWidget *first = find_window (run, "Villa imaginaire à partager");
  GtkWidget *second = find_window (run, "FICTIF Camille");
  GtkWidget *entry;
  int        width, height;

  if (first == NULL || second == NULL)
    return G_SOURCE_CONTINUE;

  g_assert_cmpuint (run_count_windows (run), ==, 2);
  g_assert_true (is_shown (first, "Homes"));
  g_assert_true (is_shown (second, "Interns"));
  entry = ui_get (ui_get (second, ADW_TYPE_NAVIGATION_PAGE, "Interns"), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "fictif");
  ui_wait_for (!ui_shows (second, "MODÈLE Sacha"));
  gtk_window_get_default_size (GTK_WINDOW (second), &width, &height);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 640);
  gtk_window_get_default_size (GTK_WINDOW (first), &width, &height);
  g_assert_cmpint (width, >, 1000);
  run_end (run);

  return G_SOURCE_REMOVE;
}

/* All windows that were open when the program was quit, each with what it showed. */
static void
test_quit (Run          *run,
           gconstpointer data)
{
  run_program (run, NULL, leave_two);
  run_program (run, NULL, find_two);
  /* And so again, without anybody having done anything. */
  run_program (run, NULL, find_two);
}

static gboolean
close_one (gpointer user_data)
{
  Run       *run = user_data;
  GtkWidget *first = run_get_window (run);
  GtkWidget *second;

  if (first == NULL)
    return G_SOURCE_CONTINUE;

  open_in (first, "partner:rose");
  ui_wait_for (is_shown (first, "Mme Rose BIDON"));
  second = add_window (run);
  open_in (second, "intern:camille");
  ui_wait_for (is_shown (second, "FICTIF Camille"));
  gtk_window_close (GTK_WINDOW (second));
  ui_wait_for (run_count_windows (run) == 1);
  gtk_window_close (GTK_WINDOW (first));

  return G_SOURCE_REMOVE;
}

static gboolean
find_one (gpointer user_data)
{
  Run *run = user_data;

  if (find_window (run, "Mme Rose BIDON") == NULL)
    return G_SOURCE_CONTINUE;

  g_assert_cmpuint (run_count_windows (run), ==, 1);
  run_end (run);

  return G_SOURCE_REMOVE;
}

/* A window that is closed while another is open is done with; the last one comes back. */
static void
test_closed (Run          *run,
             gconstpointer data)
{
  run_program (run, NULL, close_one);
  run_program (run, NULL, find_one);
}

static gboolean
trash_shown (gpointer user_data)
{
  Run       *run = user_data;
  GtkWidget *window = run_get_window (run);

  if (window == NULL)
    return G_SOURCE_CONTINUE;

  gtk_widget_activate_action (window, "win.show-references", "(sss)", "placement", "semester:2026-winter", "Winter");
  ui_wait_for (is_shown (window, "Placements"));
  run_end (run);

  return G_SOURCE_REMOVE;
}

static gboolean
find_list (gpointer user_data)
{
  Run       *run = user_data;
  GtkWidget *window = run_get_window (run);

  if (!is_shown (window, "Placements"))
    return G_SOURCE_CONTINUE;

  /* With all of its rows. */
  g_assert_null (ui_find (window, GTK_TYPE_BUTTON, "Remove the Filter “Winter”"));
  ui_settle ();
  g_assert_true (is_shown (window, "No Selection"));
  run_end (run);

  return G_SOURCE_REMOVE;
}

/* A list that was narrowed to one document comes back whole, and a document that has gone
 * leaves its list. */
static void
test_for_once (Run          *run,
               gconstpointer data)
{
  GVariantBuilder states = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  g_autoptr (GVariant) kept = NULL;
  g_autoptr (GVariant) state = NULL;
  const char *kind;

  run_program (run, NULL, trash_shown);
  kept = g_settings_get_value (run->settings, "windows");
  g_assert_cmpuint (g_variant_n_children (kept), ==, 1);
  state = g_variant_get_child_value (kept, 0);
  g_assert_true (g_variant_lookup (state, "kind", "&s", &kind));
  g_assert_cmpstr (kind, ==, "placement");
  run_program (run, NULL, find_list);

  g_variant_builder_open (&states, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&states, "{sv}", "kind", g_variant_new_string ("placement"));
  g_variant_builder_add (&states, "{sv}", "document", g_variant_new_string ("placement:gone"));
  g_variant_builder_add (&states, "{sv}", "scroll", g_variant_new_string ("far"));
  g_variant_builder_close (&states);
  g_settings_set_value (run->settings, "windows", g_variant_builder_end (&states));
  run_program (run, NULL, find_list);
}

/* A list moves a little while it finds out how high its rows are. */
#define NEAR 120

/* What moves the list of interns, once there are enough of them; else %NULL. */
static GtkAdjustment *
get_adjustment (Run *run)
{
  GtkWidget     *window = run_get_window (run);
  GtkWidget     *page = window != NULL ? ui_find (window, ADW_TYPE_NAVIGATION_PAGE, "Interns") : NULL;
  GtkWidget     *view = page != NULL ? ui_find (page, GTK_TYPE_LIST_VIEW, NULL) : NULL;
  GtkAdjustment *adjustment = view != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)) : NULL;

  return adjustment != NULL && gtk_adjustment_get_upper (adjustment) > 8000 ? adjustment : NULL;
}

static gboolean
scroll_down (gpointer user_data)
{
  Run           *run = user_data;
  GtkAdjustment *adjustment = get_adjustment (run);

  if (adjustment == NULL)
    return G_SOURCE_CONTINUE;

  /* The rows that have just come may still be on their way to the top. */
  ui_wait_for ((gtk_adjustment_set_value (adjustment, 4000), ui_settle (), ABS (gtk_adjustment_get_value (adjustment) - 4000) < NEAR));
  run_end (run);

  return G_SOURCE_REMOVE;
}

static gboolean
find_down (gpointer user_data)
{
  Run           *run = user_data;
  GtkAdjustment *adjustment = get_adjustment (run);

  if (adjustment == NULL)
    return G_SOURCE_CONTINUE;

  ui_wait_for (ABS (gtk_adjustment_get_value (adjustment) - 4000) < NEAR);
  ui_settle ();
  g_assert_cmpfloat (ABS (gtk_adjustment_get_value (adjustment) - 4000), <, NEAR);
  run_end (run);

  return G_SOURCE_REMOVE;
}

/* Whoever was far down in a list still is. */
static void
test_scroll (Run          *run,
             gconstpointer data)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (json, "%s{\"family_name\":\"FACTICE %03u\",\"first_name\":\"Lou\"}", i > 0 ? "," : "", i);
  g_string_append_c (json, ']');
  run_open_store (run);
  g_assert_cmpuint (desk_load (&run->desk, "intern", json->str), ==, 0);
  g_assert_finalize_object (run->desk.store);

  run_program (run, NULL, scroll_down);
  run_program (run, NULL, find_down);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/session/quit", Run, NULL, run_set_up, test_quit, run_tear_down);
  g_test_add ("/session/closed", Run, NULL, run_set_up, test_closed, run_tear_down);
  g_test_add ("/session/for-once", Run, NULL, run_set_up, test_for_once, run_tear_down);
  g_test_add ("/session/scroll", Run, NULL, run_set_up, test_scroll, run_tear_down);

  return g_test_run ();
}
