/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-energy-row.h"

#include "dites-document-page.h"
#include "dites-pdf-text.h"
#include "test-ui.h"

static GtkWidget *
present (Ui *ui)
{
  g_autoptr (DitesEditor) editor = dites_editor_new (ui->desk.store, "housing:studio");
  GtkWidget *page = GTK_WIDGET (dites_document_page_new (editor));

  ui_present (ui, page);

  return ui_get (page, DITES_TYPE_ENERGY_ROW, "Energy Class (DPE)");
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree char *undone = dites_store_undo_finish (DITES_STORE (object), result, NULL);

  g_assert_nonnull (undone);
}

static void
test_chosen (Ui           *ui,
             gconstpointer data)
{
  GtkWidget      *row = present (ui);
  AdwToggleGroup *classes = ADW_TOGGLE_GROUP (ui_get (row, ADW_TYPE_TOGGLE_GROUP, NULL));

  g_assert_cmpstr (adw_toggle_group_get_active_name (classes), ==, "C");
  g_assert_cmpuint (adw_toggle_group_get_n_toggles (classes), ==, 8);
  adw_toggle_group_set_active_name (classes, "E");
  ui_assert_stored (ui, "housing:studio", "dpe", "E");
  adw_toggle_group_set_active_name (classes, "none");
  ui_assert_stored (ui, "housing:studio", "dpe", NULL);

  dites_store_undo_async (ui->desk.store, NULL, undone_cb, NULL);
  ui_assert_stored (ui, "housing:studio", "dpe", "E");
  ui_wait_for (g_strcmp0 (adw_toggle_group_get_active_name (classes), "E") == 0);
}

/* Each class is called by its letter, for those who do not see the colours. */
static void
test_names (Ui           *ui,
            gconstpointer data)
{
  GtkWidget *row = present (ui);

  for (char letter = 'A'; letter <= 'G'; letter++)
    {
      g_autofree char *name = g_strdup_printf ("Class %c", letter);
      const char       text[] = { letter, '\0' };

      g_assert_nonnull (ui_find (row, GTK_TYPE_WIDGET, name));
      g_assert_true (ui_shows (row, text));
    }
  g_assert_nonnull (ui_find (row, GTK_TYPE_WIDGET, "None"));
}

/* Letters have a contrast of 4.5 at least. */
static void
test_contrast (Ui           *ui,
               gconstpointer data)
{
  g_autoptr (GBytes) css = g_resources_lookup_data ("/org/gers/Dites32/style.css", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("\\.(?:energy|climate)-[a-g] \\{\\s*background-color: #([0-9a-f]{6});\\s*color: #([0-9a-f]{6});", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  g_assert_nonnull (css);
  g_regex_match_full (regex, g_bytes_get_data (css, NULL), (gssize) g_bytes_get_size (css), 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL), n++)
    {
      g_autofree char *background = g_match_info_fetch (match, 1);
      g_autofree char *letter = g_match_info_fetch (match, 2);

      g_test_message ("%s on %s", letter, background);
      g_assert_cmpfloat (dites_contrast ((guint32) g_ascii_strtoull (background, NULL, 16), (guint32) g_ascii_strtoull (letter, NULL, 16)), >=, 4.5);
    }
  g_assert_cmpuint (n, ==, 14);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/energy-row/chosen", test_chosen);
  ui_test_add ("/energy-row/names", test_names);
  ui_test_add ("/energy-row/contrast", test_contrast);

  return g_test_run ();
}
