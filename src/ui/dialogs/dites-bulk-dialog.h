/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-kind.h"
#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_BULK_DIALOG (dites_bulk_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DitesBulkDialog, dites_bulk_dialog, DITES, BULK_DIALOG, AdwDialog)

DitesBulkDialog *dites_bulk_dialog_new (DitesStore        *store,
                                        const DitesKind   *kind,
                                        const char *const *ids);

G_END_DECLS
