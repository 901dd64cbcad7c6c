/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-editor.h"

G_BEGIN_DECLS

#define DITES_TYPE_REFERENCES_GROUP (dites_references_group_get_type ())
G_DECLARE_FINAL_TYPE (DitesReferencesGroup, dites_references_group, DITES, REFERENCES_GROUP, AdwPreferencesGroup)

GtkWidget *dites_references_group_new (DitesEditor     *editor,
                                       const DitesKind *kind);
void       dites_references_group_add_all (DitesEditor        *editor,
                                           AdwPreferencesPage *page);

G_END_DECLS
