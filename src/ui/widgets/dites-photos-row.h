/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-field-row.h"

G_BEGIN_DECLS

#define DITES_TYPE_PHOTOS_ROW (dites_photos_row_get_type ())
G_DECLARE_FINAL_TYPE (DitesPhotosRow, dites_photos_row, DITES, PHOTOS_ROW, DitesFieldRow)

GtkWidget *dites_photos_row_new (DitesEditor      *editor,
                                 const DitesField *field);
void       dites_photos_row_serve (DitesPhotosRow *self,
                                   GtkWidget      *widget);
void       dites_photos_row_add_files (DitesPhotosRow *self,
                                       GListModel     *files);
gboolean   dites_photos_row_is_adding (DitesPhotosRow *self);

G_END_DECLS
