/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-date-row.h"

#include "test-field-row.h"

static void
test_typed (Ui           *ui,
            gconstpointer data)
{
  static const char *const forms[] = { "3 mai 2027", "03/05/27", "2027-05-03", "3.5.2027" };
  g_auto (Row) row = row_present (ui, "placement:camille", "arrival");
  GtkWidget *entry = ui_get (row.row, GTK_TYPE_ENTRY, "Arrival");

  g_assert_true (DITES_IS_DATE_ROW (row.row));
  g_assert_cmpstr (row_get_text (entry), ==, "02/11/2026");
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      ui_type (entry, "1/1/2027");
      ui_assert_stored (ui, "placement:camille", "arrival", "2027-01-01");
      ui_type (entry, forms[i]);
      g_assert_cmpstr (row_get_text (entry), ==, "03/05/2027");
      ui_assert_stored (ui, "placement:camille", "arrival", "2027-05-03");
    }
}

static void
test_wrong (Ui           *ui,
            gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "placement:camille", "arrival");
  GtkWidget *entry = ui_get (row.row, GTK_TYPE_ENTRY, NULL);

  ui_type (entry, "31/02/2027");
  g_assert_true (ui_shows (row.row, "“31/02/2027” is not a date"));
  g_assert_true (row_is_invalid (entry));
  ui_assert_stored (ui, "placement:camille", "arrival", "2026-11-02");
}

static GtkWidget *
open_calendar (const Row *row)
{
  GtkWidget *button = ui_get (row->row, GTK_TYPE_MENU_BUTTON, "Choose “Arrival” in a Calendar");

  g_assert_true (row_press_key (ui_get (row->row, GTK_TYPE_ENTRY, NULL), GDK_KEY_Down, GDK_ALT_MASK));

  return ui_get (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), GTK_TYPE_CALENDAR, NULL);
}

/* The calendar opens on the day; looking through its months chooses nothing, Enter does. */
static void
test_calendar (Ui           *ui,
               gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "placement:camille", "arrival");
  GtkWidget *calendar = open_calendar (&row);
  g_autoptr (GDateTime) shown = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  g_autoptr (GDateTime) later = g_date_time_add_months (shown, 1);

  g_assert_cmpint (g_date_time_get_month (shown), ==, 11);
  g_assert_cmpint (g_date_time_get_day_of_month (shown), ==, 2);
  /* The arrow keys go from day to day, and say to which. */
  g_assert_true (gtk_widget_has_focus (calendar));
  g_assert_true (row_press_key (calendar, GDK_KEY_Right, 0));
  g_assert_cmpstr (ui_announced (), ==, "3 November 2026");
  g_assert_true (row_press_key (calendar, GDK_KEY_Up, 0));
  g_assert_cmpstr (ui_announced (), ==, "27 October 2026");
  g_assert_true (row_press_key (calendar, GDK_KEY_Page_Down, 0));
  g_assert_cmpstr (ui_announced (), ==, "27 November 2026");
  g_assert_nonnull (ui_find (calendar, GTK_TYPE_BUTTON, "Next Month"));
  gtk_calendar_select_day (GTK_CALENDAR (calendar), later);
  ui_settle ();
  g_assert_true (gtk_widget_get_mapped (calendar));
  g_assert_false (dites_editor_is_saving (row.editor));

  g_assert_true (row_press_key (calendar, GDK_KEY_Return, 0));
  g_assert_false (gtk_widget_get_mapped (calendar));
  g_assert_cmpstr (row_get_text (ui_get (row.row, GTK_TYPE_ENTRY, NULL)), ==, "02/12/2026");
  ui_assert_stored (ui, "placement:camille", "arrival", "2026-12-02");
}

static void
test_today (Ui           *ui,
            gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "placement:camille", "arrival");
  GtkWidget       *calendar = open_calendar (&row);
  g_autofree char *today = dites_day_to_iso (dites_day_today ());

  ui_press (ui_get (gtk_widget_get_parent (calendar), GTK_TYPE_BUTTON, "Today"));
  ui_assert_stored (ui, "placement:camille", "arrival", today);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/date-row/typed", test_typed);
  ui_test_add ("/date-row/wrong", test_wrong);
  ui_test_add ("/date-row/calendar", test_calendar);
  ui_test_add ("/date-row/today", test_today);

  return g_test_run ();
}
