/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-catalogue-dialog.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include "test-ui.h"

static const char *const both[] = { "housing:studio", "housing:villa", NULL };

static DitesCatalogueDialog *
present (Ui                *ui,
         const char *const *ids)
{
  DitesCatalogueDialog *dialog = dites_catalogue_dialog_new (ui->desk.store, ui->settings, ids);

  ui_present (ui, GTK_WIDGET (dialog));

  return dialog;
}

static GtkWidget *
get_save (DitesCatalogueDialog *dialog)
{
  return ui_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Save PDF…");
}

/* It says beforehand what will be in it, and why something will not. */
static void
test_counted (Ui           *ui,
              gconstpointer data)
{
  DitesCatalogueDialog *dialog = present (ui, both);
  GtkWidget            *refused;

  ui_get (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "1 home will be in it");
  refused = ui_get (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW, "1 home is left out");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (refused), TRUE);
  ui_get (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Villa imaginaire à partager: The charges are missing: an offer must give their amount, also when it is 0");
  g_assert_true (gtk_widget_is_sensitive (get_save (dialog)));
}

static void
test_by_date (Ui           *ui,
              gconstpointer data)
{
  DitesCatalogueDialog *dialog = present (ui, NULL);
  GtkWidget            *which = ui_get (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Homes");
  GtkWidget            *day;

  ui_get (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "1 home will be in it");
  adw_combo_row_set_selected (ADW_COMBO_ROW (which), 1);
  day = ui_get (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Free On");
  ui_get (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "A date is needed, as in “2 November 2026”");
  g_assert_false (gtk_widget_is_sensitive (get_save (dialog)));

  ui_type (day, "3/5/2027");
  ui_get (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "1 home will be in it");
  ui_wait_for (gtk_widget_is_sensitive (get_save (dialog)));
  /* It is offered from May on. */
  ui_type (day, "2/5/2027");
  ui_get (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "No published home is free on 2 May 2027");
  g_assert_false (gtk_widget_is_sensitive (get_save (dialog)));
  ui_type (day, "tomorrow or so");
  g_assert_true (gtk_widget_has_css_class (day, "error"));
}

static void
test_saved (Ui           *ui,
            gconstpointer data)
{
  DitesCatalogueDialog *dialog = present (ui, both);
  g_autofree char      *path = g_build_filename (ui->desk.directory, "catalogue.pdf", NULL);
  g_autofree char      *pdf = NULL;

  ui_type (ui_get (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Title on the Cover"), "Logements de l’hiver");
  dites_catalogue_dialog_save (dialog, path);
  g_assert_cmpstr (ui_announced (), ==, "Drawing the Catalogue");
  ui_wait_for (adw_window_get_visible_dialog (ADW_WINDOW (ui->window)) == NULL);
  g_assert_true (g_file_get_contents (path, &pdf, NULL, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
}

static void
test_failed (Ui           *ui,
             gconstpointer data)
{
  DitesCatalogueDialog *dialog = present (ui, both);
  g_autofree char      *path = g_build_filename (ui->desk.directory, "nowhere", "catalogue.pdf", NULL);

  dites_catalogue_dialog_save (dialog, path);
  ui_wait_for (ui_shows (GTK_WIDGET (dialog), "“catalogue.pdf” cannot be written: No such file or directory"));
  g_assert_true (gtk_widget_is_sensitive (get_save (dialog)));
}

static void
test_cancelled (Ui           *ui,
                gconstpointer data)
{
  DitesCatalogueDialog *dialog = present (ui, both);
  g_autofree char      *path = g_build_filename (ui->desk.directory, "catalogue.pdf", NULL);

  ui_get (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "1 home will be in it");
  dites_catalogue_dialog_save (dialog, path);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "catalogue.cancel", NULL);
  ui_wait_for (gtk_widget_is_sensitive (get_save (dialog)));
  g_assert_nonnull (adw_window_get_visible_dialog (ADW_WINDOW (ui->window)));

  /* Once more, it closes. */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "catalogue.cancel", NULL);
  ui_wait_for (adw_window_get_visible_dialog (ADW_WINDOW (ui->window)) == NULL);
}

static void
test_narrow (Ui           *ui,
             gconstpointer data)
{
  present (ui, NULL);
  ui_resize (ui, 360, 600);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/catalogue-dialog/counted", test_counted);
  ui_test_add ("/catalogue-dialog/by-date", test_by_date);
  ui_test_add ("/catalogue-dialog/saved", test_saved);
  ui_test_add ("/catalogue-dialog/failed", test_failed);
  ui_test_add ("/catalogue-dialog/cancelled", test_cancelled);
  ui_test_add ("/catalogue-dialog/narrow", test_narrow);

  return g_test_run ();
}
