/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-kind.h"
#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_PICK_DIALOG (dites_pick_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DitesPickDialog, dites_pick_dialog, DITES, PICK_DIALOG, AdwDialog)

DitesPickDialog *dites_pick_dialog_new (DitesStore      *store,
                                        const DitesKind *kind,
                                        const char      *title);
void             dites_pick_dialog_set_creates (DitesPickDialog *self,
                                                gboolean         creates);

G_END_DECLS
