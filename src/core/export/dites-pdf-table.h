/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-flow.h"

G_BEGIN_DECLS

/**
 * DitesColumn:
 * @header: what heads it
 * @share: how wide it is beside the others
 * @to_right: whether its cells stand at the right, as amounts do
 */
typedef struct
{
  const char *header;
  double      share;
  gboolean    to_right;
} DitesColumn;

double dites_table_row_height (void);
double dites_table_measure (DitesPdf          *pdf,
                            const DitesColumn *columns,
                            guint              n_columns,
                            const char *const *cells);
void   dites_table_begin (DitesFlow         *flow,
                          const DitesColumn *columns,
                          guint              n_columns);
void   dites_table_row (DitesFlow         *flow,
                        const DitesColumn *columns,
                        guint              n_columns,
                        const char *const *cells,
                        const char        *destination);
void   dites_table_end (DitesFlow *flow);

G_END_DECLS
