/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-store.h"

G_BEGIN_DECLS

void        dites_photo_texture_load_async (DitesStore         *store,
                                            const char         *sha256,
                                            int                 size,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
GdkTexture *dites_photo_texture_load_finish (DitesStore   *store,
                                             GAsyncResult *result,
                                             GError      **error);

G_END_DECLS
