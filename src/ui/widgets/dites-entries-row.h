/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-field-row.h"

G_BEGIN_DECLS

#define DITES_TYPE_ENTRIES_ROW (dites_entries_row_get_type ())
G_DECLARE_FINAL_TYPE (DitesEntriesRow, dites_entries_row, DITES, ENTRIES_ROW, DitesFieldRow)

GtkWidget *dites_entries_row_new (DitesValueSource *source,
                                  const DitesField *field);

G_END_DECLS
