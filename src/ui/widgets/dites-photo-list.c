/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-photo-list.h"

#include "dites-photo-line.h"

/**
 * DitesPhotoList:
 *
 * The lines of photos, in their order. A photo that stays keeps its line, the picture in
 * it and the focus.
 */
struct _DitesPhotoList
{
  GtkWidget parent_instance;

  DitesStore *store;
  GtkListBox *list;
  GPtrArray  *lines; /* of DitesPhotoLine, in the list */
};

G_DEFINE_FINAL_TYPE (DitesPhotoList, dites_photo_list, GTK_TYPE_WIDGET)

static DitesPhotoLine *
take_line_of (GPtrArray     *lines,
              DitesDocument *photo)
{
  for (guint i = 0; i < lines->len; i++)
    if (dites_photo_line_is_of (lines->pdata[i], photo))
      return g_ptr_array_steal_index (lines, i);

  return NULL;
}

static gboolean
let_go (gpointer line)
{
  return G_SOURCE_REMOVE;
}

static void
rebuild (DitesPhotoList *self,
         GPtrArray      *photos)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->lines);

  self->lines = g_ptr_array_new ();
  for (guint i = 0; i < photos->len; i++)
    {
      DitesPhotoLine *line = take_line_of (old, photos->pdata[i]);

      if (line == NULL)
        {
          line = dites_photo_line_new (self->store);
          gtk_list_box_append (self->list, GTK_WIDGET (line));
        }
      g_ptr_array_add (self->lines, line);
    }

  for (guint i = 0; i < old->len; i++)
    {
      /* It may be what asked for this, and is still at it. */
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, let_go, g_object_ref (old->pdata[i]), g_object_unref);
      gtk_list_box_remove (self->list, old->pdata[i]);
    }
}

static int
compare (GtkListBoxRow *first,
         GtkListBoxRow *second,
         gpointer       user_data)
{
  return (int) dites_photo_line_get_index (DITES_PHOTO_LINE (first)) - (int) dites_photo_line_get_index (DITES_PHOTO_LINE (second));
}

static void
activated_cb (GtkListBox    *list,
              GtkListBoxRow *line)
{
  gtk_widget_activate_action (GTK_WIDGET (line), "photo.show", NULL);
}

static void
dites_photo_list_dispose (GObject *object)
{
  DitesPhotoList *self = DITES_PHOTO_LIST (object);

  if (self->list != NULL)
    {
      g_ptr_array_set_size (self->lines, 0);
      gtk_widget_unparent (GTK_WIDGET (self->list));
      self->list = NULL;
    }
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dites_photo_list_parent_class)->dispose (object);
}

static void
dites_photo_list_finalize (GObject *object)
{
  g_ptr_array_unref (DITES_PHOTO_LIST (object)->lines);

  G_OBJECT_CLASS (dites_photo_list_parent_class)->finalize (object);
}

static void
dites_photo_list_class_init (DitesPhotoListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dites_photo_list_dispose;
  object_class->finalize = dites_photo_list_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dites_photo_list_init (DitesPhotoList *self)
{
  self->lines = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (self->list, compare, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "photos");
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

/**
 * dites_photo_list_new:
 * @store: where the pictures are
 * @label: what the photos are called
 *
 * Returns: (transfer floating): a list, which is hidden as long as it has no photos
 */
GtkWidget *
dites_photo_list_new (DitesStore *store,
                      const char *label)
{
  DitesPhotoList *self = g_object_new (DITES_TYPE_PHOTO_LIST, "visible", FALSE, NULL);

  self->store = g_object_ref (store);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * dites_photo_list_show:
 * @self: a list
 * @photos: (element-type DitesDocument): the photos
 *
 * Shows photos.
 */
void
dites_photo_list_show (DitesPhotoList *self,
                       GPtrArray      *photos)
{
  rebuild (self, photos);
  for (guint i = 0; i < photos->len; i++)
    dites_photo_line_show (self->lines->pdata[i], photos->pdata[i], i, photos->len);
  gtk_list_box_invalidate_sort (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), photos->len > 0);
}

/**
 * dites_photo_list_focus:
 * @self: a list
 * @index: the place of a photo
 *
 * Moves the focus to a photo.
 *
 * Returns: whether there is one at that place, and it has the focus
 */
gboolean
dites_photo_list_focus (DitesPhotoList *self,
                        guint           index)
{
  return index < self->lines->len && gtk_widget_grab_focus (self->lines->pdata[index]);
}

/**
 * dites_photo_list_take_over:
 * @self: a list
 *
 * Sets what was typed about the photos and not set yet.
 */
void
dites_photo_list_take_over (DitesPhotoList *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    dites_photo_line_take_over (self->lines->pdata[i]);
}
