/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-field-row.h"

G_BEGIN_DECLS

#define DITES_TYPE_REFERENCE_ROW (dites_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (DitesReferenceRow, dites_reference_row, DITES, REFERENCE_ROW, DitesFieldRow)

GtkWidget *dites_reference_row_new (DitesValueSource *source,
                                    const DitesField *field);

G_END_DECLS
