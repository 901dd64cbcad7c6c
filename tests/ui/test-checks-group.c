/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-checks-group.h"

#include <string.h>

#include "dites-document-page.h"
#include "dites-field-row.h"
#include "dites-home-provider.h"
#include "dites-temporary.h"
#include "test-ui.h"

static GtkWidget *
present (Ui         *ui,
         const char *id)
{
  g_autoptr (DitesEditor) editor = dites_editor_new (ui->desk.store, id);
  GtkWidget *page = GTK_WIDGET (dites_document_page_new (editor));

  ui_present (ui, page);

  return ui_get (page, DITES_TYPE_CHECKS_GROUP, NULL);
}

/* What is missing is listed, and each point leads to its field. */
static void
test_points (Ui           *ui,
             gconstpointer data)
{
  GtkWidget *group = present (ui, "housing:villa");
  GtkWidget *state = ui_get (group, ADW_TYPE_EXPANDER_ROW, "Draft");
  GtkWidget *point = NULL;
  GtkWidget *field;

  g_assert_null (ui_find (group, GTK_TYPE_BUTTON, "Publish"));
  g_assert_false (gtk_widget_is_sensitive (ui_get (group, GTK_TYPE_BUTTON, "Export as PDF")));
  g_assert_false (gtk_widget_is_sensitive (ui_get (group, GTK_TYPE_BUTTON, "Print")));
  g_assert_true (gtk_widget_is_sensitive (ui_get (group, GTK_TYPE_BUTTON, "Preview")));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (state), TRUE);
  point = ui_get (group, ADW_TYPE_ACTION_ROW, "The deposit is missing: an offer must give it, also when it is 0");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (point)), ==, "Needed to publish · Deposit");
  ui_press (point);
  field = gtk_widget_get_ancestor (gtk_window_get_focus (ui->window), DITES_TYPE_FIELD_ROW);
  g_assert_nonnull (field);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (field)), ==, "Deposit");
}

static void
test_published (Ui           *ui,
                gconstpointer data)
{
  GtkWidget       *group = present (ui, "housing:studio");
  g_autofree char *today = dites_day_to_iso (dites_day_today ());

  ui_press (ui_get (group, GTK_TYPE_BUTTON, "Take Offline"));
  ui_assert_stored (ui, "housing:studio", "state", "draft");
  ui_press (ui_get (group, GTK_TYPE_BUTTON, "Publish"));
  ui_assert_stored (ui, "housing:studio", "state", "published");

  ui_press (ui_get (group, ADW_TYPE_BUTTON_ROW, "Confirmed Today"));
  ui_assert_stored (ui, "housing:studio", "confirmed_on", today);
  ui_wait_for (ui_find (group, ADW_TYPE_BUTTON_ROW, "Confirmed Today") == NULL);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (object), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* Who is dropped the home gets a file of its own, which goes with the program. */
static void
test_dragged (Ui           *ui,
              gconstpointer data)
{
  g_autoptr (GdkContentProvider) provider = dites_home_provider_new (ui->desk.store, "housing:studio", "Studio à Auch.pdf", "fr");
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (provider);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *pdf = NULL;
  gboolean         done = FALSE;

  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/uri-list"));
  gdk_content_provider_write_mime_type_async (provider, "text/uri-list", stream, G_PRIORITY_DEFAULT, NULL, written_cb, &done);
  ui_wait_for (done);
  g_output_stream_close (stream, NULL, NULL);
  written = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  uri = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  g_strstrip (uri);
  file = g_file_new_for_uri (uri);
  path = g_file_get_path (file);
  g_assert_true (g_str_has_suffix (path, "/Studio à Auch.pdf"));
  g_assert_true (g_file_get_contents (path, &pdf, NULL, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));

  folder = g_path_get_dirname (path);
  dites_temporary_clear ();
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
refused_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (object), result, &error));
  g_assert_nonnull (error);
  *(gboolean *) user_data = TRUE;
}

static void
test_dragged_unpublishable (Ui           *ui,
                            gconstpointer data)
{
  g_autoptr (GdkContentProvider) provider = dites_home_provider_new (ui->desk.store, "housing:villa", "Villa.pdf", "fr");
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean done = FALSE;

  gdk_content_provider_write_mime_type_async (provider, "text/uri-list", stream, G_PRIORITY_DEFAULT, NULL, refused_cb, &done);
  ui_wait_for (done);
  dites_temporary_clear ();
}

static void
test_narrow (Ui           *ui,
             gconstpointer data)
{
  GtkWidget *group = present (ui, "housing:villa");

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_get (group, ADW_TYPE_EXPANDER_ROW, "Draft")), TRUE);
  ui_resize (ui, 360, 600);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/checks-group/points", test_points);
  ui_test_add ("/checks-group/published", test_published);
  ui_test_add ("/checks-group/dragged", test_dragged);
  ui_test_add ("/checks-group/dragged-unpublishable", test_dragged_unpublishable);
  ui_test_add ("/checks-group/narrow", test_narrow);

  return g_test_run ();
}
