/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-photos-row.h"

#include <string.h>

#include "dites-document-page.h"
#include "dites-photo-dialog.h"
#include "dites-photo-line.h"
#include "test-ui.h"

#define HOME "housing:studio"

typedef struct
{
  GtkWidget      *page;
  DitesPhotosRow *row;
} Form;

static void
present (Ui   *ui,
         Form *form)
{
  g_autoptr (DitesEditor) editor = dites_editor_new (ui->desk.store, HOME);

  ui_watch (ui, editor);
  form->page = GTK_WIDGET (dites_document_page_new (editor));
  ui_present (ui, form->page);
  form->row = DITES_PHOTOS_ROW (ui_get (form->page, DITES_TYPE_PHOTOS_ROW, NULL));
  ui_watch (ui, form->row);
}

static GFile *
write_picture (Ui         *ui,
               const char *name,
               guint32     colour)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 64, 48);
  g_autofree char *path = g_build_filename (ui->desk.directory, name, NULL);
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_fill (pixbuf, colour);
  gdk_pixbuf_save (pixbuf, path, "png", &error, NULL);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static GFile *
write_text (Ui         *ui,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (ui->desk.directory, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static void
add (Form  *form,
     GFile *first,
     GFile *second,
     GFile *third)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GFile *all[] = { first, second, third };

  for (guint i = 0; i < G_N_ELEMENTS (all) && all[i] != NULL; i++)
    {
      g_list_store_append (files, all[i]);
      g_object_unref (all[i]);
    }
  dites_photos_row_add_files (form->row, G_LIST_MODEL (files));
  ui_wait_for (!dites_photos_row_is_adding (form->row));
  ui_settle ();
}

static guint
count_stored (Ui *ui)
{
  g_autofree char *json = ui_dup_stored (ui, HOME, "photos");
  guint            n = 0;

  for (const char *at = json; at != NULL && (at = strstr (at, "sha256")) != NULL; at++)
    n++;

  return n;
}

static DitesPhotoLine *
get_line (Form *form,
          guint index)
{
  GtkWidget *list = ui_get (GTK_WIDGET (form->row), GTK_TYPE_LIST_BOX, "Photos");

  return DITES_PHOTO_LINE (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) index));
}

/* Two pictures and a text: the pictures are added, and of the text it is said why not. */
static void
test_added (Ui           *ui,
            gconstpointer data)
{
  Form form;

  present (ui, &form);
  g_assert_null (ui_find (GTK_WIDGET (form.row), DITES_TYPE_PHOTO_LINE, NULL));
  add (&form, write_picture (ui, "a.png", 0xff0000ff), write_text (ui, "notes.txt", "No picture."), write_picture (ui, "b.png", 0x00ff00ff));

  ui_wait_for (count_stored (ui) == 2);
  g_assert_cmpuint (ui_count (GTK_WIDGET (form.row), DITES_TYPE_PHOTO_LINE, NULL), ==, 2);
  g_assert_true (ui_shows (GTK_WIDGET (form.row), "“notes.txt”: This file is not a picture that can be read"));
  g_assert_true (ui_shows (GTK_WIDGET (form.row), "Main Picture"));

  /* The same once more is the same. */
  add (&form, write_picture (ui, "c.png", 0xff0000ff), NULL, NULL);
  g_assert_true (ui_shows (GTK_WIDGET (form.row), "This photo is there already"));
  g_assert_cmpuint (count_stored (ui), ==, 2);
}

static void
test_refused (Ui           *ui,
              gconstpointer data)
{
  Form form;

  present (ui, &form);
  add (&form, write_text (ui, "huge.ppm", "P6 20000 20000 255\n"), write_text (ui, "empty.jpg", ""), write_text (ui, "phone.heic", "ftypheic"));
  g_assert_true (ui_shows (GTK_WIDGET (form.row), "“huge.ppm”: This picture is too large\n"
                                                  "“empty.jpg”: This file is empty\n"
                                                  "“phone.heic”: pictures of this kind cannot be read on this computer; as JPEG they can"));
  add (&form, g_file_new_for_path (ui->desk.directory), NULL, NULL);
  g_assert_true (ui_find (GTK_WIDGET (form.row), DITES_TYPE_PHOTO_LINE, NULL) == NULL);
  g_assert_cmpuint (count_stored (ui), ==, 0);
}

static char *
dup_alt (Ui   *ui,
         guint index)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (ui->desk.store, NULL);
  g_autoptr (DitesDocument) document = dites_reader_get (reader, HOME, NULL);
  g_autoptr (GPtrArray) photos = dites_document_get_items (document, "photos");

  return index < photos->len ? dites_document_dup_string (photos->pdata[index], "alt") : NULL;
}

static void
assert_alt (Ui         *ui,
            guint       index,
            const char *expected)
{
  g_autofree char *alt = NULL;

  for (gint64 end = g_get_monotonic_time () + UI_PATIENCE; g_get_monotonic_time () < end;)
    {
      g_free (alt);
      alt = dup_alt (ui, index);
      if (g_strcmp0 (alt, expected) == 0)
        return;
      ui_settle ();
    }
  g_assert_cmpstr (alt, ==, expected);
}

/* Each has a text, which goes with it when it is moved; the first is the main one. */
static void
test_ordered (Ui           *ui,
              gconstpointer data)
{
  Form form;

  present (ui, &form);
  add (&form, write_picture (ui, "a.png", 0xff0000ff), write_picture (ui, "b.png", 0x00ff00ff), write_picture (ui, "c.png", 0x0000ffff));
  ui_wait_for (count_stored (ui) == 3);

  ui_type (ui_get (GTK_WIDGET (get_line (&form, 0)), GTK_TYPE_ENTRY, "Main Picture: what it shows"), "La façade");
  ui_type (ui_get (GTK_WIDGET (get_line (&form, 2)), GTK_TYPE_ENTRY, "Photo 3: what it shows"), "La cuisine");
  assert_alt (ui, 2, "La cuisine");

  gtk_widget_activate_action (GTK_WIDGET (get_line (&form, 2)), "photo.move-up", NULL);
  assert_alt (ui, 1, "La cuisine");
  gtk_widget_activate_action (GTK_WIDGET (get_line (&form, 1)), "photo.make-main", NULL);
  assert_alt (ui, 0, "La cuisine");
  assert_alt (ui, 1, "La façade");
  gtk_widget_activate_action (GTK_WIDGET (get_line (&form, 0)), "photo.move-down", NULL);
  assert_alt (ui, 0, "La façade");
  /* The keys go on where the photo is now. */
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (get_line (&form, 1))));

  /* At the ends there is nowhere to go. */
  gtk_widget_activate_action (GTK_WIDGET (get_line (&form, 0)), "photo.move-up", NULL);
  gtk_widget_activate_action (GTK_WIDGET (get_line (&form, 2)), "photo.move-down", NULL);
  ui_settle ();
  assert_alt (ui, 0, "La façade");
  assert_alt (ui, 1, "La cuisine");
}

/* A text that is being typed when the page goes is kept. */
static void
test_text_left (Ui           *ui,
                gconstpointer data)
{
  Form       form;
  GtkWidget *entry;

  present (ui, &form);
  add (&form, write_picture (ui, "a.png", 0xff0000ff), NULL, NULL);
  entry = ui_get (GTK_WIDGET (get_line (&form, 0)), GTK_TYPE_ENTRY, NULL);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Le jardin");
  ui_close (ui);
  assert_alt (ui, 0, "Le jardin");
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
test_removed (Ui           *ui,
              gconstpointer data)
{
  Form form;

  present (ui, &form);
  add (&form, write_picture (ui, "a.png", 0xff0000ff), write_picture (ui, "b.png", 0x00ff00ff), NULL);
  ui_wait_for (count_stored (ui) == 2);
  gtk_widget_activate_action (GTK_WIDGET (get_line (&form, 0)), "photo.remove", NULL);
  ui_wait_for (count_stored (ui) == 1);
  g_assert_cmpuint (ui_count (GTK_WIDGET (form.row), DITES_TYPE_PHOTO_LINE, NULL), ==, 1);

  dites_store_undo_async (ui->desk.store, NULL, undone_cb, NULL);
  ui_wait_for (count_stored (ui) == 2);
  ui_wait_for (ui_count (GTK_WIDGET (form.row), DITES_TYPE_PHOTO_LINE, NULL) == 2);

  gtk_widget_activate_action (GTK_WIDGET (get_line (&form, 0)), "photo.remove", NULL);
  gtk_widget_activate_action (GTK_WIDGET (get_line (&form, 0)), "photo.remove", NULL);
  ui_wait_for (count_stored (ui) == 0);
}

/* The page may go while photos are on their way. */
static void
test_page_gone (Ui           *ui,
                gconstpointer data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = write_picture (ui, "a.png", 0xff0000ff);
  Form form;

  present (ui, &form);
  g_list_store_append (files, file);
  dites_photos_row_add_files (form.row, G_LIST_MODEL (files));
  ui_close (ui);
  ui_wait_for (count_stored (ui) == 1);
}

static GtkDropTarget *
get_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_assert_not_reached ();
}

static gboolean
drop (GtkWidget *widget,
      GFile     *file)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  g_signal_emit_by_name (get_drop_target (widget), "drop", &value, 10.0, 10.0, &taken);
  g_object_unref (file);

  return taken;
}

/* A picture that is dropped anywhere on the home is a photo of it; a list is not. */
static void
test_dropped (Ui           *ui,
              gconstpointer data)
{
  Form form;

  present (ui, &form);
  g_assert_false (drop (form.page, write_text (ui, "list.csv", "NOM;PRENOM\n")));
  g_assert_true (drop (form.page, write_picture (ui, "a.png", 0xff0000ff)));
  ui_wait_for (count_stored (ui) == 1);
}

static guint
count_drop_targets (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller) &&
          gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (GTK_DROP_TARGET (controller)), GDK_TYPE_FILE_LIST))
        n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_drop_targets (child);

  return n;
}

/* Where one stands in another, the inner one takes what is dropped, and the outer one is not told
 * that it is over: its frame stayed. */
static void
test_one_drop_target (Ui           *ui,
                      gconstpointer data)
{
  Form form;

  present (ui, &form);
  g_assert_cmpuint (count_drop_targets (form.page), ==, 1);
}

static void
test_pasted (Ui           *ui,
             gconstpointer data)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 32, 32);
  g_autoptr (GBytes) pixels = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  Form form;

  present (ui, &form);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (form.page), "No picture");
  gtk_widget_activate_action (GTK_WIDGET (form.row), "photos.paste", NULL);
  ui_wait_for (ui_shows (GTK_WIDGET (form.row), "There is no picture in the clipboard"));

  gdk_pixbuf_fill (pixbuf, 0x8888ffff);
  pixels = gdk_pixbuf_read_pixel_bytes (pixbuf);
  texture = gdk_memory_texture_new (32, 32, GDK_MEMORY_R8G8B8, pixels, (gsize) gdk_pixbuf_get_rowstride (pixbuf));
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (form.page), texture);
  gtk_widget_activate_action (GTK_WIDGET (form.row), "photos.paste", NULL);
  ui_wait_for (count_stored (ui) == 1);
}

/* Large pictures, one after the other. */
static void
test_large (Ui           *ui,
            gconstpointer data)
{
  Form       form;
  AdwDialog *dialog;

  present (ui, &form);
  add (&form, write_picture (ui, "a.png", 0xff0000ff), write_picture (ui, "b.png", 0x00ff00ff), NULL);
  g_assert_true (gtk_widget_activate (GTK_WIDGET (get_line (&form, 0))));
  ui_wait_for (adw_window_get_visible_dialog (ADW_WINDOW (ui->window)) != NULL);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (ui->window));
  ui_watch (ui, dialog);
  ui_wait_for (ui_find (GTK_WIDGET (dialog), GTK_TYPE_PICTURE, "Photo 1") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "view.next", NULL);
  ui_wait_for (ui_find (GTK_WIDGET (dialog), GTK_TYPE_PICTURE, "Photo 2") != NULL);
  adw_dialog_force_close (dialog);
}

/* It fits on a phone. */
static void
test_narrow (Ui           *ui,
             gconstpointer data)
{
  Form form;

  present (ui, &form);
  add (&form, write_picture (ui, "a.png", 0xff0000ff), write_picture (ui, "b.png", 0x00ff00ff), NULL);
  ui_resize (ui, 360, 600);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/photos-row/added", test_added);
  ui_test_add ("/photos-row/refused", test_refused);
  ui_test_add ("/photos-row/ordered", test_ordered);
  ui_test_add ("/photos-row/text-left", test_text_left);
  ui_test_add ("/photos-row/removed", test_removed);
  ui_test_add ("/photos-row/page-gone", test_page_gone);
  ui_test_add ("/photos-row/dropped", test_dropped);
  ui_test_add ("/photos-row/one-drop-target", test_one_drop_target);
  ui_test_add ("/photos-row/pasted", test_pasted);
  ui_test_add ("/photos-row/large", test_large);
  ui_test_add ("/photos-row/narrow", test_narrow);

  return g_test_run ();
}
