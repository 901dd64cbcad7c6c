/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-editor.h"

G_BEGIN_DECLS

void dites_pick_reference (GtkWidget        *parent,
                           DitesValueSource *source,
                           const DitesField *field);
void dites_remove_reference (DitesValueSource *source,
                             const DitesField *field,
                             const char       *id);

G_END_DECLS
