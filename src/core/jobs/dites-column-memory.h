/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-list-mapping.h"

G_BEGIN_DECLS

DitesListMapping *dites_column_memory_recall (const char       *directory,
                                              DitesListTable   *table,
                                              DitesListMapping *mapping,
                                              gboolean          kind_is_given);
gboolean          dites_column_memory_keep (const char       *directory,
                                            DitesListMapping *mapping,
                                            GError          **error);
gboolean          dites_column_memory_forget (const char       *directory,
                                              DitesListMapping *mapping,
                                              GError          **error);

G_END_DECLS
