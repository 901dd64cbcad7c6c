/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-store.h"
#include "dites-value-source.h"

G_BEGIN_DECLS

#define DITES_TYPE_LOOSE_SOURCE (dites_loose_source_get_type ())
G_DECLARE_FINAL_TYPE (DitesLooseSource, dites_loose_source, DITES, LOOSE_SOURCE, GObject)

DitesLooseSource *dites_loose_source_new (DitesStore *store);

G_END_DECLS
