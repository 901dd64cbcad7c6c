/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"
#include "dites-list-table.h"

G_BEGIN_DECLS

/* The member that holds, for a field with several references, which of them the last list said. */
#define DITES_LISTED "listed"

/**
 * DitesMergeFunc:
 * @member: the field, or the header of a column that is kept as it is
 *
 * Told of a value of a row that another row of the same person contradicts.
 */
typedef void (*DitesMergeFunc) (const char *member,
                                gpointer    user_data);

gboolean       dites_plan_values_agree (const DitesField *field,
                                        DitesJson         stored,
                                        DitesJson         listed);
DitesDocument *dites_plan_merge_known (DitesListTable  *table,
                                       const DitesKind *kind,
                                       DitesDocument   *base,
                                       DitesDocument   *draft);
DitesDocument *dites_plan_merge_rows (DitesListTable  *table,
                                      const DitesKind *kind,
                                      DitesDocument   *first,
                                      DitesDocument   *second,
                                      DitesMergeFunc   contradicted,
                                      gpointer         user_data);
DitesDocument *dites_plan_new_document (DitesListTable  *table,
                                        const DitesKind *kind,
                                        const char      *id,
                                        DitesDocument   *draft);

G_END_DECLS
