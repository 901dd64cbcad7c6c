/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"
#include "dites-list-mapping.h"
#include "dites-list-table.h"

G_BEGIN_DECLS

/* What one column is used for. @folded is the header, folded, and told from its like by " #2". */
typedef struct
{
  char             *header;
  char             *folded;
  DitesColumnUse    use;
  const DitesKind  *kind;  /* FIELD: the kind of the list, or its companion */
  const DitesField *field; /* FIELD */
  gboolean          decided;
} DitesColumn;

void     dites_column_clear (DitesColumn *column);
gboolean dites_list_field_is_mappable (const DitesField *field);
gboolean dites_list_field_is_given (const DitesKind  *kind,
                                    const DitesField *field);
gboolean dites_list_field_takes_many (const DitesField *field);
int      dites_list_guess_columns (DitesListTable  *table,
                                   const DitesKind *kind,
                                   GArray          *columns);

G_END_DECLS
