/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-pages.h"
#include "dites-store.h"

G_BEGIN_DECLS

void        dites_preview_offer_async (DitesStore         *store,
                                       const char         *id,
                                       const char         *language,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
DitesPages *dites_preview_offer_finish (DitesStore   *store,
                                        GAsyncResult *result,
                                        GError      **error);

G_END_DECLS
