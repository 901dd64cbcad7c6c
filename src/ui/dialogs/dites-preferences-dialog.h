/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_PREFERENCES_DIALOG (dites_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DitesPreferencesDialog, dites_preferences_dialog, DITES, PREFERENCES_DIALOG, AdwPreferencesDialog)

DitesPreferencesDialog *dites_preferences_dialog_new (DitesStore *store,
                                                      GSettings  *settings);

G_END_DECLS
