/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DitesPhotoDropFunc:
 * @files: a list of #GFile, all of them pictures by their names
 */
typedef void (*DitesPhotoDropFunc) (GListModel *files,
                                    gpointer    user_data);

void           dites_photo_ways_watch_drops (GtkWidget         *widget,
                                             DitesPhotoDropFunc func,
                                             GObject           *object);
GtkFileDialog *dites_photo_ways_new_dialog (void);
void           dites_photo_ways_paste_async (GdkClipboard       *clipboard,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
GBytes        *dites_photo_ways_paste_finish (GAsyncResult *result,
                                              GListModel  **files,
                                              GError      **error);

G_END_DECLS
