/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-field-row.h"

G_BEGIN_DECLS

#define DITES_TYPE_PART_ROW (dites_part_row_get_type ())
G_DECLARE_FINAL_TYPE (DitesPartRow, dites_part_row, DITES, PART_ROW, DitesFieldRow)

GtkWidget *dites_part_row_new (DitesEditor      *editor,
                               const DitesField *field);

G_END_DECLS
