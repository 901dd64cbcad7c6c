/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-photos-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-photo-adding.h"
#include "dites-photo-dialog.h"
#include "dites-photo-list.h"
#include "dites-photo-ways.h"

/**
 * DitesPhotosRow:
 *
 * The photos of a document, in their order: the first is the main one. They come by
 * drop, from the clipboard or from a file, are moved by dragging or with the keys,
 * and each has a text.
 */
struct _DitesPhotosRow
{
  DitesFieldRow parent_instance;

  DitesEditor *editor;
  GPtrArray   *photos; /* of DitesDocument: as they are shown */
  guint        n_adding;
  gint64       focus; /* the line that gets the focus when it is there; -1 for none */

  DitesPhotoList *list;
  GtkWidget      *add;
  GtkWidget      *spinner;
  GtkWidget      *paste;
};

G_DEFINE_FINAL_TYPE (DitesPhotosRow, dites_photos_row, DITES_TYPE_FIELD_ROW)

static guint
get_most (DitesPhotosRow *self)
{
  const DitesField *field = dites_field_row_get_field (DITES_FIELD_ROW (self));

  return field->maximum > 0 ? (guint) field->maximum : G_MAXUINT;
}

static void
set_photos (DitesPhotosRow *self,
            GPtrArray      *photos)
{
  g_autofree char *json = dites_photo_adding_to_json (photos);

  /* The page may have gone while photos were read: they are added all the same. */
  if (self->list == NULL)
    dites_editor_set_json (self->editor, dites_field_row_get_field (DITES_FIELD_ROW (self)), json);
  else
    dites_field_row_set_value (DITES_FIELD_ROW (self), json);
}

static GPtrArray *
dup_photos (DitesPhotosRow *self)
{
  DitesDocument *document = dites_editor_get_document (self->editor);

  return document != NULL ? dites_document_get_items (document, dites_field_row_get_field (DITES_FIELD_ROW (self))->name)
                          : g_ptr_array_new_with_free_func (g_object_unref);
}

/* The list follows the value */

static void
dites_photos_row_follow (DitesFieldRow   *row,
                         const DitesJson *value)
{
  DitesPhotosRow *self = DITES_PHOTOS_ROW (row);

  g_ptr_array_unref (self->photos);
  self->photos = dup_photos (self);
  dites_photo_list_show (self->list, self->photos);
  gtk_widget_set_visible (self->add, self->photos->len < get_most (self) || get_most (self) == 1);
  gtk_button_set_label (GTK_BUTTON (self->add), get_most (self) > 1 ? _("_Add Photos…") : self->photos->len > 0 ? _("_Replace…")
                                                                                                             : _("_Choose…"));
  if (self->focus >= 0)
    dites_photo_list_focus (self->list, (guint) self->focus);
  self->focus = -1;
}

static void
dites_photos_row_take_over (DitesFieldRow *row)
{
  DitesPhotosRow *self = DITES_PHOTOS_ROW (row);

  dites_photo_list_take_over (self->list);
}

/* What is done with one photo */

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DitesPhotosRow *self = DITES_PHOTOS_ROW (widget);
  g_autoptr (GPtrArray) photos = dup_photos (self);
  g_autofree char *place = NULL;
  gpointer         photo;
  guint            from, to;

  g_variant_get (parameter, "(uu)", &from, &to);
  if (from >= photos->len || to >= photos->len || from == to)
    return;

  photo = g_ptr_array_steal_index (photos, from);
  g_ptr_array_insert (photos, (int) to, photo);
  self->focus = to;
  set_photos (self, photos);

  place = g_strdup_printf (_("Photo %u"), to + 1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), to == 0 ? _("Main Picture") : place, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DitesPhotosRow *self = DITES_PHOTOS_ROW (widget);
  g_autoptr (GPtrArray) photos = dup_photos (self);
  guint index = g_variant_get_uint32 (parameter);

  if (index >= photos->len)
    return;

  g_ptr_array_remove_index (photos, index);
  self->focus = photos->len > 0 ? MIN (index, photos->len - 1) : -1;
  if (photos->len == 0)
    gtk_widget_grab_focus (self->add);
  set_photos (self, photos);
  gtk_widget_activate_action (widget, "win.toast-undo", "s", _("Photo removed"));
}

static void
set_text_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DitesPhotosRow *self = DITES_PHOTOS_ROW (widget);
  g_autoptr (DitesDocumentBuilder) builder = NULL;
  g_autoptr (GPtrArray) photos = dup_photos (self);
  const char *text;
  guint       index;

  g_variant_get (parameter, "(u&s)", &index, &text);
  if (index >= photos->len)
    return;

  builder = dites_document_builder_new_from (photos->pdata[index]);
  dites_document_builder_set_string (builder, "alt", text);
  g_object_unref (photos->pdata[index]);
  photos->pdata[index] = dites_document_builder_end (builder);
  set_photos (self, photos);
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DitesPhotosRow *self = DITES_PHOTOS_ROW (widget);

  adw_dialog_present (ADW_DIALOG (dites_photo_dialog_new (dites_editor_get_store (self->editor), self->photos, g_variant_get_uint32 (parameter))),
                      widget);
}

/* New ones */

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (DitesPhotosRow) self = user_data;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GPtrArray) added = dites_photo_adding_finish (result, &refusals);
  g_autoptr (GPtrArray) photos = dup_photos (self);
  g_autofree char *said = NULL;
  g_autofree char *sentences = NULL;
  guint            n;

  self->n_adding--;
  n = dites_photo_adding_merge (photos, added, get_most (self));
  if (n > 0)
    set_photos (self, photos);
  if (self->list == NULL)
    return;

  gtk_widget_set_visible (self->spinner, self->n_adding > 0);
  if (n > 0)
    {
      said = g_strdup_printf (ngettext ("%u photo added", "%u photos added", n), n);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }

  g_ptr_array_add (refusals, NULL);
  sentences = refusals->len == 1 && n == 0 ? g_strdup (_("This photo is there already")) : g_strjoinv ("\n", (char **) refusals->pdata);
  dites_field_row_refuse (DITES_FIELD_ROW (self), *sentences != '\0' ? sentences : NULL);
}

/* Pictures as bytes, or as files that hold them. */
static void
add (DitesPhotosRow *self,
     GListModel     *files,
     GBytes         *bytes)
{
  self->n_adding++;
  gtk_widget_set_visible (self->spinner, TRUE);
  dites_field_row_refuse (DITES_FIELD_ROW (self), NULL);
  dites_photo_adding_async (dites_editor_get_store (self->editor), files, bytes, NULL, added_cb, g_object_ref (self));
}

static void
files_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DitesPhotosRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (object), result, &error);

  if (files != NULL)
    add (self, files, NULL);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    dites_field_row_refuse (DITES_FIELD_ROW (self), error->message);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = dites_photo_ways_new_dialog ();

  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, files_chosen_cb, g_object_ref (widget));
}

static void
pasted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DitesPhotosRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GBytes) bytes = dites_photo_ways_paste_finish (result, &files, &error);

  if (bytes != NULL || files != NULL)
    add (self, files, bytes);
  else
    dites_field_row_refuse (DITES_FIELD_ROW (self), error->message);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  dites_photo_ways_paste_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

static void
dropped_cb (GListModel *files,
            gpointer    user_data)
{
  add (user_data, files, NULL);
}

static gboolean
dites_photos_row_grab_focus (GtkWidget *widget)
{
  DitesPhotosRow *self = DITES_PHOTOS_ROW (widget);

  return dites_photo_list_focus (self->list, 0) || gtk_widget_grab_focus (self->add);
}

static void
dites_photos_row_constructed (GObject *object)
{
  DitesPhotosRow *self = DITES_PHOTOS_ROW (object);
  DitesFieldRow  *row = DITES_FIELD_ROW (object);
  GtkWidget      *buttons = adw_wrap_box_new ();

  self->editor = g_object_ref (DITES_EDITOR (dites_field_row_get_source (row)));

  self->list = DITES_PHOTO_LIST (dites_photo_list_new (dites_editor_get_store (self->editor), dites_field_get_label (dites_field_row_get_field (row))));
  dites_field_row_add (row, GTK_WIDGET (self->list), DITES_FIELD_ROW_BELOW);

  self->add = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->add), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "photos.add");
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), self->add);
  self->paste = gtk_button_new_from_icon_name ("edit-paste-symbolic");
  gtk_widget_set_tooltip_text (self->paste, _("Paste a Picture"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->paste), "photos.paste");
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), self->paste);
  self->spinner = adw_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Photos are being added"), -1);
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), self->spinner);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (buttons), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (buttons), 6);
  gtk_widget_set_margin_top (buttons, 6);
  dites_field_row_add (row, buttons, DITES_FIELD_ROW_BELOW);

  G_OBJECT_CLASS (dites_photos_row_parent_class)->constructed (object);
}

static void
dites_photos_row_dispose (GObject *object)
{
  DitesPhotosRow *self = DITES_PHOTOS_ROW (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  self->list = NULL;

  G_OBJECT_CLASS (dites_photos_row_parent_class)->dispose (object);
}

static void
dites_photos_row_finalize (GObject *object)
{
  DitesPhotosRow *self = DITES_PHOTOS_ROW (object);

  g_clear_object (&self->editor);
  g_ptr_array_unref (self->photos);

  G_OBJECT_CLASS (dites_photos_row_parent_class)->finalize (object);
}

static void
dites_photos_row_class_init (DitesPhotosRowClass *klass)
{
  GObjectClass       *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass     *widget_class = GTK_WIDGET_CLASS (klass);
  DitesFieldRowClass *row_class = DITES_FIELD_ROW_CLASS (klass);

  object_class->constructed = dites_photos_row_constructed;
  object_class->dispose = dites_photos_row_dispose;
  object_class->finalize = dites_photos_row_finalize;
  widget_class->grab_focus = dites_photos_row_grab_focus;
  row_class->follow = dites_photos_row_follow;
  row_class->take_over = dites_photos_row_take_over;

  gtk_widget_class_install_action (widget_class, "photos.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "photos.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "photos.move", "(uu)", move_action);
  gtk_widget_class_install_action (widget_class, "photos.remove", "u", remove_action);
  gtk_widget_class_install_action (widget_class, "photos.set-text", "(us)", set_text_action);
  gtk_widget_class_install_action (widget_class, "photos.show", "u", show_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "photos.paste", NULL);
}

static void
dites_photos_row_init (DitesPhotosRow *self)
{
  self->photos = g_ptr_array_new_with_free_func (g_object_unref);
  self->focus = -1;
}

/**
 * dites_photos_row_new:
 * @editor: the editor of a document
 * @field: one of its fields of photos; its maximum is how many it may have, if it has one
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
dites_photos_row_new (DitesEditor      *editor,
                      const DitesField *field)
{
  return g_object_new (DITES_TYPE_PHOTOS_ROW, "source", editor, "field", field, NULL);
}

/**
 * dites_photos_row_serve:
 * @self: a row
 * @widget: something it stands in: a page
 *
 * Has pictures that are dropped anywhere on @widget become photos.
 */
void
dites_photos_row_serve (DitesPhotosRow *self,
                        GtkWidget      *widget)
{
  dites_photo_ways_watch_drops (widget, dropped_cb, G_OBJECT (self));
}

/**
 * dites_photos_row_add_files:
 * @self: a row
 * @files: a list of #GFile
 *
 * Adds photos. Those that cannot be are said beside the field, and the others are there.
 */
void
dites_photos_row_add_files (DitesPhotosRow *self,
                            GListModel     *files)
{
  add (self, files, NULL);
}

/**
 * dites_photos_row_is_adding:
 * @self: a row
 *
 * Returns: whether photos are on their way
 */
gboolean
dites_photos_row_is_adding (DitesPhotosRow *self)
{
  return self->n_adding > 0;
}
