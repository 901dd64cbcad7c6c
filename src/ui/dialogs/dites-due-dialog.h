/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_DUE_DIALOG (dites_due_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DitesDueDialog, dites_due_dialog, DITES, DUE_DIALOG, AdwDialog)

DitesDueDialog *dites_due_dialog_new (DitesStore *store);

G_END_DECLS
