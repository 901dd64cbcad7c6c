/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-field-row.h"
#include "dites-typed-value.h"

G_BEGIN_DECLS

#define DITES_TYPE_ENTRY_ROW (dites_entry_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (DitesEntryRow, dites_entry_row, DITES, ENTRY_ROW, DitesFieldRow)

struct _DitesEntryRowClass
{
  DitesFieldRowClass parent_class;
};

GtkWidget       *dites_entry_row_new (DitesValueSource *source,
                                      const DitesField *field);
DitesTypedValue *dites_entry_row_get_typed (DitesEntryRow *self);

G_END_DECLS
