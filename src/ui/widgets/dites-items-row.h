/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-field-row.h"

G_BEGIN_DECLS

#define DITES_TYPE_ITEMS_ROW (dites_items_row_get_type ())
G_DECLARE_FINAL_TYPE (DitesItemsRow, dites_items_row, DITES, ITEMS_ROW, DitesFieldRow)

GtkWidget *dites_items_row_new (DitesValueSource *source,
                                const DitesField *field);

G_END_DECLS
