/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-store.h"

G_BEGIN_DECLS

void       dites_photo_adding_async (DitesStore         *store,
                                     GListModel         *files,
                                     GBytes             *bytes,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
GPtrArray *dites_photo_adding_finish (GAsyncResult *result,
                                      GPtrArray   **refusals);
guint      dites_photo_adding_merge (GPtrArray *photos,
                                     GPtrArray *added,
                                     guint      most);
char      *dites_photo_adding_to_json (GPtrArray *photos);

G_END_DECLS
