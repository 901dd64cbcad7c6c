/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-bulk-value.h"
#include "dites-kind.h"
#include "dites-store.h"

G_BEGIN_DECLS

/*
 * Many documents changed at once, as one change set with one undo. The name of
 * the change set is what the finish functions return, for a person to read.
 */

void  dites_bulk_trash_async (DitesStore         *store,
                              const char *const  *ids,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);
char *dites_bulk_trash_finish (DitesStore   *store,
                               GAsyncResult *result,
                               GError      **error);
void  dites_bulk_restore_async (DitesStore         *store,
                                const char *const  *ids,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
char *dites_bulk_restore_finish (DitesStore   *store,
                                 GAsyncResult *result,
                                 GError      **error);
void  dites_bulk_set_async (DitesStore         *store,
                            const char *const  *ids,
                            const DitesField   *field,
                            DitesBulkWays       way,
                            const char         *json,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
char *dites_bulk_set_finish (DitesStore   *store,
                             GAsyncResult *result,
                             GError      **error);

G_END_DECLS
