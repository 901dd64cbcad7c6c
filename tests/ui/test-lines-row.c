/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-lines-row.h"

#include "test-field-row.h"

static void
set_text (GtkWidget  *view,
          const char *text)
{
  gtk_widget_grab_focus (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static char *
dup_text (GtkWidget *view)
{
  char *text;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);

  return text;
}

/* The row grows with its text. */
static void
test_lines (Ui           *ui,
            gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "housing:studio", "description");
  GtkWidget       *view = ui_get (row.row, GTK_TYPE_TEXT_VIEW, "Description");
  g_autofree char *before = dup_text (view);
  g_autofree char *after = NULL;
  int              height = gtk_widget_get_height (row.row);

  g_assert_true (DITES_IS_LINES_ROW (row.row));
  g_assert_cmpstr (before, ==, "Une pièce claire, inventée pour les essais.");
  set_text (view, "Une pièce claire.  \nUn balcon.\nUn jardin.\n\n");
  row_leave (&row);
  g_assert_cmpint (gtk_widget_get_height (row.row), >, height);
  after = dup_text (view);
  g_assert_cmpstr (after, ==, "Une pièce claire.\nUn balcon.\nUn jardin.");
  ui_assert_stored (ui, "housing:studio", "description", "Une pièce claire.\nUn balcon.\nUn jardin.");
}

static void
test_escape (Ui           *ui,
             gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "housing:studio", "description");
  GtkWidget       *view = ui_get (row.row, GTK_TYPE_TEXT_VIEW, NULL);
  g_autofree char *text = NULL;

  set_text (view, "Rien");
  g_assert_true (row_press_key (view, GDK_KEY_Escape, 0));
  text = dup_text (view);
  g_assert_cmpstr (text, ==, "Une pièce claire, inventée pour les essais.");
  row_leave (&row);
  g_assert_false (dites_editor_is_saving (row.editor));
}

static void
test_pause (Ui           *ui,
            gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "housing:studio", "description");

  set_text (ui_get (row.row, GTK_TYPE_TEXT_VIEW, NULL), "Une pièce sombre.");
  ui_assert_stored (ui, "housing:studio", "description", "Une pièce sombre.");
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/lines-row/lines", test_lines);
  ui_test_add ("/lines-row/escape", test_escape);
  ui_test_add ("/lines-row/pause", test_pause);

  return g_test_run ();
}
