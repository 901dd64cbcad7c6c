/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_PREVIEW_DIALOG (dites_preview_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DitesPreviewDialog, dites_preview_dialog, DITES, PREVIEW_DIALOG, AdwDialog)

DitesPreviewDialog *dites_preview_dialog_new (DitesStore *store,
                                              const char *id,
                                              const char *language);

G_END_DECLS
