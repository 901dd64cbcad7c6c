/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_PHOTO_DIALOG (dites_photo_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DitesPhotoDialog, dites_photo_dialog, DITES, PHOTO_DIALOG, AdwDialog)

DitesPhotoDialog *dites_photo_dialog_new (DitesStore *store,
                                          GPtrArray  *photos,
                                          guint       index);

G_END_DECLS
