/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"
#include "dites-store.h"

G_BEGIN_DECLS

/**
 * DitesListFormat:
 * @DITES_LIST_CSV: a table in a file, as a spreadsheet opens it with a double click
 * @DITES_LIST_TABS: a table as a spreadsheet takes it from the clipboard
 * @DITES_LIST_VCARD: address cards
 */
typedef enum
{
  DITES_LIST_CSV,
  DITES_LIST_TABS,
  DITES_LIST_VCARD,
} DitesListFormat;

void    dites_list_export_async (DitesStore         *store,
                                 const DitesKind    *kind,
                                 const char *const  *ids,
                                 DitesListFormat     format,
                                 GFile              *file,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
GBytes *dites_list_export_finish (DitesStore   *store,
                                  GAsyncResult *result,
                                  GPtrArray   **damaged,
                                  GError      **error);

G_END_DECLS
