/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-photo-line.h"

#include <glib/gi18n.h>

#include "dites-export-housing.h"
#include "dites-photo-texture.h"

/* Twice the size on the screen, for displays of high density. */
#define PICTURE_SIZE 224

/**
 * DitesPhotoLine:
 *
 * One photo in a form: its picture, its place and its text. What is done with it is
 * asked of the row that has it, with actions that name it by its place.
 */
struct _DitesPhotoLine
{
  GtkListBoxRow parent_instance;

  DitesStore   *store;
  char         *sha256; /* (nullable): nothing is shown yet */
  char         *stored; /* the text it has */
  guint         index;
  GCancellable *cancellable;

  GtkPicture    *picture;
  GtkLabel      *heading;
  GtkMenuButton *menu;
  GtkEntry      *text;
  GtkLabel      *hint;
};

G_DEFINE_FINAL_TYPE (DitesPhotoLine, dites_photo_line, GTK_TYPE_LIST_BOX_ROW)

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DitesPhotoLine) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = dites_photo_texture_load_finish (DITES_STORE (object), result, &error);

  if (texture != NULL)
    gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_label_set_label (self->hint, error->message);
      gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
      gtk_widget_set_visible (GTK_WIDGET (self->hint), TRUE);
    }
}

static void
move (DitesPhotoLine *self,
      int             to)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "photos.move", "(uu)", self->index, (guint) to);
}

static void
move_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  move (DITES_PHOTO_LINE (widget), (int) DITES_PHOTO_LINE (widget)->index - 1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  move (DITES_PHOTO_LINE (widget), (int) DITES_PHOTO_LINE (widget)->index + 1);
}

static void
make_main_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  move (DITES_PHOTO_LINE (widget), 0);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "photos.remove", "u", DITES_PHOTO_LINE (widget)->index);
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "photos.show", "u", DITES_PHOTO_LINE (widget)->index);
}

static GdkContentProvider *
prepare_cb (GtkDragSource  *source,
            double          x,
            double          y,
            DitesPhotoLine *self)
{
  return gdk_content_provider_new_typed (DITES_TYPE_PHOTO_LINE, self);
}

static void
drag_begin_cb (GtkDragSource  *source,
               GdkDrag        *drag,
               DitesPhotoLine *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self->picture));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static gboolean
drop_cb (DitesPhotoLine *self,
         const GValue   *value)
{
  DitesPhotoLine *dragged = g_value_get_object (value);

  /* Only within its own list. */
  if (dragged == self || gtk_widget_get_parent (GTK_WIDGET (dragged)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (self), "photos.move", "(uu)", dragged->index, self->index);
}

static void
dites_photo_line_dispose (GObject *object)
{
  DitesPhotoLine *self = DITES_PHOTO_LINE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), DITES_TYPE_PHOTO_LINE);

  G_OBJECT_CLASS (dites_photo_line_parent_class)->dispose (object);
}

static void
dites_photo_line_finalize (GObject *object)
{
  DitesPhotoLine *self = DITES_PHOTO_LINE (object);

  g_object_unref (self->cancellable);
  g_free (self->sha256);
  g_free (self->stored);

  G_OBJECT_CLASS (dites_photo_line_parent_class)->finalize (object);
}

static void
dites_photo_line_class_init (DitesPhotoLineClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dites_photo_line_dispose;
  object_class->finalize = dites_photo_line_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/widgets/dites-photo-line.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesPhotoLine, picture);
  gtk_widget_class_bind_template_child (widget_class, DitesPhotoLine, heading);
  gtk_widget_class_bind_template_child (widget_class, DitesPhotoLine, menu);
  gtk_widget_class_bind_template_child (widget_class, DitesPhotoLine, text);
  gtk_widget_class_bind_template_child (widget_class, DitesPhotoLine, hint);

  gtk_widget_class_install_action (widget_class, "photo.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "photo.make-main", NULL, make_main_action);
  gtk_widget_class_install_action (widget_class, "photo.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "photo.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "photo.remove", NULL, remove_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "photo.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "photo.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "photo.make-main", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_ALT_MASK, "photo.remove", NULL);
}

static void
dites_photo_line_init (DitesPhotoLine *self)
{
  GtkDragSource      *source = gtk_drag_source_new ();
  GtkDropTarget      *target = gtk_drop_target_new (DITES_TYPE_PHOTO_LINE, GDK_ACTION_MOVE);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->cancellable = g_cancellable_new ();
  self->stored = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->picture), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (dites_photo_line_take_over), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (dites_photo_line_take_over), self);
}

/**
 * dites_photo_line_new:
 * @store: where photos are
 *
 * Returns: (transfer floating): a line that shows nothing yet
 */
DitesPhotoLine *
dites_photo_line_new (DitesStore *store)
{
  DitesPhotoLine *self = g_object_new (DITES_TYPE_PHOTO_LINE, NULL);

  self->store = g_object_ref (store);

  return self;
}

/**
 * dites_photo_line_show:
 * @self: a line
 * @photo: the photo
 * @index: which one it is
 * @n_photos: how many there are
 *
 * Shows a photo. A text that is being typed is left alone.
 */
void
dites_photo_line_show (DitesPhotoLine *self,
                       DitesDocument  *photo,
                       guint           index,
                       guint           n_photos)
{
  g_autofree char *sha256 = dites_document_dup_string (photo, "sha256");
  g_autofree char *alt = dites_document_dup_string (photo, "alt");
  /* Translators: %u is a photo's place. */
  g_autofree char *place = g_strdup_printf (index < DITES_EXPORT_MOST_PHOTOS ? _("Photo %u") : _("Photo %u (not printed)"), index + 1);
  g_autofree char *menu_name = NULL;
  g_autofree char *text_name = NULL;
  const char      *heading = index == 0 && n_photos > 1 ? _("Main Picture") : place;

  self->index = index;
  gtk_label_set_label (self->heading, heading);
  /* Translators: %s is “Main Picture” or “Photo 2”. */
  menu_name = g_strdup_printf (_("%s: More"), heading);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu), menu_name);
  /* Translators: %s is “Main Picture” or “Photo 2”. */
  text_name = g_strdup_printf (_("%s: what it shows"), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, text_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, alt != NULL ? alt : "", -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.move-up", index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.make-main", index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.move-down", index + 1 < n_photos);

  if (g_set_str (&self->stored, alt != NULL ? alt : "") && (gtk_widget_get_state_flags (GTK_WIDGET (self->text)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    gtk_editable_set_text (GTK_EDITABLE (self->text), self->stored);
  if (!gtk_widget_has_css_class (GTK_WIDGET (self->hint), "error"))
    gtk_widget_set_visible (GTK_WIDGET (self->hint), *self->stored == '\0');

  if (sha256 != NULL && g_set_str (&self->sha256, sha256))
    dites_photo_texture_load_async (self->store, sha256, PICTURE_SIZE, self->cancellable, loaded_cb, g_object_ref (self));
}

/**
 * dites_photo_line_is_of:
 * @self: a line
 * @photo: a photo
 *
 * Returns: whether the line shows that photo
 */
gboolean
dites_photo_line_is_of (DitesPhotoLine *self,
                        DitesDocument  *photo)
{
  g_autofree char *sha256 = dites_document_dup_string (photo, "sha256");

  return g_strcmp0 (self->sha256, sha256) == 0;
}

/**
 * dites_photo_line_get_index:
 * @self: a line
 *
 * Returns: which photo it shows
 */
guint
dites_photo_line_get_index (DitesPhotoLine *self)
{
  return self->index;
}

/**
 * dites_photo_line_take_over:
 * @self: a line
 *
 * Sets the text that was typed, if it was.
 */
void
dites_photo_line_take_over (DitesPhotoLine *self)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));

  g_strstrip (typed);
  if (g_set_str (&self->stored, typed))
    gtk_widget_activate_action (GTK_WIDGET (self), "photos.set-text", "(us)", self->index, typed);
}
