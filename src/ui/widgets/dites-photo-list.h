/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_PHOTO_LIST (dites_photo_list_get_type ())
G_DECLARE_FINAL_TYPE (DitesPhotoList, dites_photo_list, DITES, PHOTO_LIST, GtkWidget)

GtkWidget *dites_photo_list_new (DitesStore *store,
                                 const char *label);
void       dites_photo_list_show (DitesPhotoList *self,
                                  GPtrArray      *photos);
gboolean   dites_photo_list_focus (DitesPhotoList *self,
                                   guint           index);
void       dites_photo_list_take_over (DitesPhotoList *self);

G_END_DECLS
