/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-editor.h"

G_BEGIN_DECLS

#define DITES_TYPE_EXTRA_GROUP (dites_extra_group_get_type ())
G_DECLARE_FINAL_TYPE (DitesExtraGroup, dites_extra_group, DITES, EXTRA_GROUP, AdwPreferencesGroup)

GtkWidget *dites_extra_group_new (DitesEditor *editor);

G_END_DECLS
