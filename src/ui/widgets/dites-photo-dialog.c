/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-photo-dialog.h"

#include <glib/gi18n.h>

#include "dites-photo-texture.h"

/* The longer side of a photo as the store keeps it. */
#define PICTURE_SIZE 2560

/**
 * DitesPhotoDialog:
 *
 * Photos one at a time, as large as there is room.
 */
struct _DitesPhotoDialog
{
  AdwDialog parent_instance;

  DitesStore   *store;
  GPtrArray    *photos; /* of DitesDocument */
  guint         index;
  GCancellable *cancellable; /* (nullable): of the photo being read */

  AdwWindowTitle *window_title;
  GtkStack       *stack;
  GtkPicture     *picture;
  AdwStatusPage  *failed;
  GtkLabel       *caption;
};

G_DEFINE_FINAL_TYPE (DitesPhotoDialog, dites_photo_dialog, ADW_TYPE_DIALOG)

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DitesPhotoDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = dites_photo_texture_load_finish (DITES_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (texture != NULL)
    {
      gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
      gtk_stack_set_visible_child_name (self->stack, "photo");
      gtk_widget_grab_focus (GTK_WIDGET (self->picture));
      return;
    }

  {
    g_autofree char *escaped = g_markup_escape_text (error->message, -1);

    adw_status_page_set_description (self->failed, escaped);
    gtk_stack_set_visible_child_name (self->stack, "failed");
  }
}

static void
show (DitesPhotoDialog *self,
      guint             index)
{
  DitesDocument   *photo = self->photos->pdata[index];
  g_autofree char *sha256 = dites_document_dup_string (photo, "sha256");
  g_autofree char *alt = dites_document_dup_string (photo, "alt");
  g_autofree char *place = g_strdup_printf (_("Photo %u"), index + 1);

  self->index = index;
  adw_window_title_set_title (self->window_title, place);
  adw_dialog_set_title (ADW_DIALOG (self), place);
  gtk_label_set_text (self->caption, alt != NULL ? alt : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), alt != NULL && *alt != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, alt != NULL && *alt != '\0' ? alt : place, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.previous", index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.next", index + 1 < self->photos->len);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  dites_photo_texture_load_async (self->store, sha256 != NULL ? sha256 : "", PICTURE_SIZE, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
previous_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DitesPhotoDialog *self = DITES_PHOTO_DIALOG (widget);

  show (self, self->index - 1);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DitesPhotoDialog *self = DITES_PHOTO_DIALOG (widget);

  show (self, self->index + 1);
}

static void
dites_photo_dialog_dispose (GObject *object)
{
  DitesPhotoDialog *self = DITES_PHOTO_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->photos, g_ptr_array_unref);

  /* A closed dialog would leave its child behind (libadwaita 1.7). */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);

  G_OBJECT_CLASS (dites_photo_dialog_parent_class)->dispose (object);
}

static void
dites_photo_dialog_class_init (DitesPhotoDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dites_photo_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/widgets/dites-photo-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesPhotoDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, DitesPhotoDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DitesPhotoDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, DitesPhotoDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, DitesPhotoDialog, caption);

  gtk_widget_class_install_action (widget_class, "view.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "view.next", NULL, next_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "view.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "view.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "view.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "view.next", NULL);
}

static void
dites_photo_dialog_init (DitesPhotoDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dites_photo_dialog_new:
 * @store: where photos are
 * @photos: (element-type DitesDocument): photos, at least one
 * @index: which one is shown first
 *
 * Returns: (transfer floating): the dialog
 */
DitesPhotoDialog *
dites_photo_dialog_new (DitesStore *store,
                        GPtrArray  *photos,
                        guint       index)
{
  DitesPhotoDialog *self = g_object_new (DITES_TYPE_PHOTO_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->photos = g_ptr_array_ref (photos);
  show (self, MIN (index, photos->len - 1));

  return self;
}
