/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-preview-dialog.h"

#include <string.h>

#include "test-ui.h"

static GtkWidget *
present (Ui         *ui,
         const char *id,
         const char *language)
{
  GtkWidget *dialog = GTK_WIDGET (dites_preview_dialog_new (ui->desk.store, id, language));

  ui_present (ui, dialog);

  return dialog;
}

static GtkPicture *
get_page (GtkWidget *dialog)
{
  GtkPicture *page = GTK_PICTURE (ui_get (dialog, GTK_TYPE_PICTURE, NULL));

  ui_wait_for (gtk_picture_get_paintable (page) != NULL);

  return page;
}

static void
test_pages (Ui           *ui,
            gconstpointer data)
{
  GtkWidget    *dialog = present (ui, "housing:studio", "en");
  GtkPicture   *page = get_page (dialog);
  GdkPaintable *before = gtk_picture_get_paintable (page);
  int           width = gdk_paintable_get_intrinsic_width (before);

  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (page)));
  /* The whole width is used, and the page has its shape. */
  ui_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), >, 500);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (page)), >, gtk_widget_get_width (GTK_WIDGET (page)));
  g_assert_cmpint (width, >, 595);
  gtk_widget_activate_action (dialog, "preview.zoom-in", NULL);
  ui_wait_for (gdk_paintable_get_intrinsic_width (gtk_picture_get_paintable (page)) > width);
  gtk_widget_activate_action (dialog, "preview.zoom-out", NULL);
  gtk_widget_activate_action (dialog, "preview.zoom-out", NULL);
  ui_wait_for (gdk_paintable_get_intrinsic_width (gtk_picture_get_paintable (page)) < width);
  gtk_widget_activate_action (dialog, "preview.zoom-fit", NULL);
  ui_wait_for (gdk_paintable_get_intrinsic_width (gtk_picture_get_paintable (page)) == width);
}

static char *
dup_text (GtkWidget *dialog)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_get (dialog, GTK_TYPE_TEXT_VIEW, "Text of the sheet")));
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Who cannot see the pages reads them. */
static void
test_text (Ui           *ui,
           gconstpointer data)
{
  GtkWidget       *dialog = present (ui, "housing:studio", "en");
  g_autofree char *text = NULL;

  get_page (dialog);
  ui_press (ui_get (dialog, GTK_TYPE_TOGGLE_BUTTON, "Show as Text"));
  text = dup_text (dialog);
  g_assert_nonnull (strstr (text, "Studio au pied de l’exemple"));
  g_assert_nonnull (strstr (text, "Energy class C, on a scale"));
  ui_press (ui_get (dialog, GTK_TYPE_TOGGLE_BUTTON, "Show as Text"));
  get_page (dialog);
}

/* A home that may not be published yet can be seen, and not handed out. */
static void
test_unpublishable (Ui           *ui,
                    gconstpointer data)
{
  GtkWidget *dialog = present (ui, "housing:villa", "en");

  get_page (dialog);
  ui_wait_for (!gtk_widget_is_sensitive (ui_get (dialog, GTK_TYPE_BUTTON, "Export as PDF")));
  g_assert_false (gtk_widget_is_sensitive (ui_get (dialog, GTK_TYPE_BUTTON, "Print")));
  g_assert_true (ui_shows (dialog, "A preview only: what the law asks for is missing"));
}

static void
test_missing (Ui           *ui,
              gconstpointer data)
{
  GtkWidget *dialog = present (ui, "housing:none", "en");

  ui_get (dialog, ADW_TYPE_STATUS_PAGE, "The Sheet Cannot Be Drawn");
}

/* It may be closed before it has anything to show. */
static void
test_closed_at_once (Ui           *ui,
                     gconstpointer data)
{
  GtkWidget *dialog = present (ui, "housing:studio", "fr");

  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
test_narrow (Ui           *ui,
             gconstpointer data)
{
  GtkWidget *dialog = present (ui, "housing:villa", "en");

  get_page (dialog);
  ui_resize (ui, 360, 600);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (get_page (dialog))), <, 360);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/preview-dialog/pages", test_pages);
  ui_test_add ("/preview-dialog/text", test_text);
  ui_test_add ("/preview-dialog/unpublishable", test_unpublishable);
  ui_test_add ("/preview-dialog/missing", test_missing);
  ui_test_add ("/preview-dialog/closed-at-once", test_closed_at_once);
  ui_test_add ("/preview-dialog/narrow", test_narrow);

  return g_test_run ();
}
