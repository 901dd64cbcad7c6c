/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-document.h"
#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_PHOTO_LINE (dites_photo_line_get_type ())
G_DECLARE_FINAL_TYPE (DitesPhotoLine, dites_photo_line, DITES, PHOTO_LINE, GtkListBoxRow)

DitesPhotoLine *dites_photo_line_new (DitesStore *store);
void            dites_photo_line_show (DitesPhotoLine *self,
                                       DitesDocument  *photo,
                                       guint           index,
                                       guint           n_photos);
gboolean        dites_photo_line_is_of (DitesPhotoLine *self,
                                        DitesDocument  *photo);
guint           dites_photo_line_get_index (DitesPhotoLine *self);
void            dites_photo_line_take_over (DitesPhotoLine *self);

G_END_DECLS
