/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-trash-page.h"

#include "dites-bulk.h"
#include "dites-list-row.h"
#include "test-ui.h"

static void
trash (Ui                *ui,
       const char *const *ids)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *name = NULL;

  dites_bulk_trash_async (ui->desk.store, ids, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  name = dites_bulk_trash_finish (ui->desk.store, result, NULL);
  g_assert_nonnull (name);
}

static guint
count_trashed (Ui         *ui,
               const char *kind)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (ui->desk.store, NULL);

  return dites_reader_count (reader, kind, TRUE);
}

/* All kinds are there under their names; what is chosen comes back, and the rest stays. */
static void
test_restore (Ui           *ui,
              gconstpointer data)
{
  static const char *const ids[] = { "intern:alix", "intern:sacha", "housing:villa", NULL };
  GtkWidget               *page;
  GtkSelectionModel       *rows;

  trash (ui, ids);
  page = GTK_WIDGET (dites_trash_page_new (ui->desk.store));
  ui_present (ui, page);
  ui_wait_for (ui_count (page, DITES_TYPE_LIST_ROW, NULL) == 3);
  ui_wait_for (ui_shows (page, "Interns"));
  g_assert_true (ui_shows (page, "Homes"));
  g_assert_false (ui_shows (page, "Partners"));
  g_assert_false (gtk_widget_is_sensitive (ui_get (page, GTK_TYPE_BUTTON, "Restore")));

  /* Interns are before homes: the second and the third row. */
  rows = gtk_list_view_get_model (GTK_LIST_VIEW (ui_get (page, GTK_TYPE_LIST_VIEW, "Trash")));
  gtk_selection_model_select_range (rows, 1, 2, TRUE);
  ui_press (ui_get (page, GTK_TYPE_BUTTON, "Restore"));
  ui_wait_for (count_trashed (ui, "housing") == 0);
  g_assert_cmpuint (count_trashed (ui, "intern"), ==, 1);
  ui_wait_for (g_strcmp0 (dites_store_get_undo_name (ui->desk.store), "2 documents out of the trash") == 0);
  ui_wait_for (ui_count (page, DITES_TYPE_LIST_ROW, NULL) == 1);
  g_assert_true (ui_shows (page, "BIDON Alix"));
}

static void
test_all (Ui           *ui,
          gconstpointer data)
{
  static const char *const ids[] = { "intern:alix", "intern:sacha", NULL };
  GtkWidget               *page = GTK_WIDGET (dites_trash_page_new (ui->desk.store));

  ui_present (ui, page);
  ui_wait_for (ui_find (page, ADW_TYPE_STATUS_PAGE, "The Trash Is Empty") != NULL);
  trash (ui, ids);
  ui_wait_for (ui_count (page, DITES_TYPE_LIST_ROW, NULL) == 2);
  ui_press (ui_get (page, GTK_TYPE_BUTTON, "Select All"));
  ui_press (ui_get (page, GTK_TYPE_BUTTON, "Restore"));
  ui_wait_for (ui_find (page, ADW_TYPE_STATUS_PAGE, "The Trash Is Empty") != NULL);
  g_assert_cmpuint (count_trashed (ui, "intern"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/trash-page/restore", test_restore);
  ui_test_add ("/trash-page/all", test_all);

  return g_test_run ();
}
