/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-value-source.h"

G_BEGIN_DECLS

#define DITES_TYPE_PART_SOURCE (dites_part_source_get_type ())
G_DECLARE_FINAL_TYPE (DitesPartSource, dites_part_source, DITES, PART_SOURCE, GObject)

DitesPartSource *dites_part_source_new (DitesValueSource *whole,
                                        const DitesField *field,
                                        guint             index);

GPtrArray *dites_parts_get (DitesValueSource *whole,
                            const DitesField *field);
gboolean   dites_parts_set (DitesValueSource *whole,
                            const DitesField *field,
                            GPtrArray        *parts,
                            GError          **error);
char      *dites_parts_new (const DitesField *field,
                            GPtrArray        *parts);

G_END_DECLS
