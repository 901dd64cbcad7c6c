/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-store.h"

G_BEGIN_DECLS

void        dites_photo_adding_async (DitesStore         *store,
                                      GListModel         *files,
                                      GBytes             *bytes,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
GPtrArray  *dites_photo_adding_finish (GAsyncResult *result,
                                       GPtrArray   **refusals);
gboolean    dites_photo_adding_has (GPtrArray     *photos,
                                    DitesDocument *photo);
gboolean    dites_photo_adding_are_pictures (GdkFileList *files);
GListModel *dites_photo_adding_list (GdkFileList *files);
void        dites_photo_adding_paste_async (GdkClipboard       *clipboard,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
GBytes     *dites_photo_adding_paste_finish (GAsyncResult *result,
                                             GListModel  **files,
                                             GError      **error);

G_END_DECLS
