/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_HISTORY_DIALOG (dites_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DitesHistoryDialog, dites_history_dialog, DITES, HISTORY_DIALOG, AdwDialog)

DitesHistoryDialog *dites_history_dialog_new (DitesStore *store,
                                              const char *id);

G_END_DECLS
