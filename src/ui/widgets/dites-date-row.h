/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-entry-row.h"

G_BEGIN_DECLS

#define DITES_TYPE_DATE_ROW (dites_date_row_get_type ())
G_DECLARE_FINAL_TYPE (DitesDateRow, dites_date_row, DITES, DATE_ROW, DitesEntryRow)

GtkWidget *dites_date_row_new (DitesValueSource *source,
                               const DitesField *field);

G_END_DECLS
