/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"
#include "dites-list-table.h"

G_BEGIN_DECLS

/**
 * DitesColumnUse:
 * @DITES_COLUMN_EMPTY: neither a header nor a value; nothing to decide
 * @DITES_COLUMN_FIELD: read into a field
 * @DITES_COLUMN_EXTRA: kept as it is, in the member "extra" under its header
 * @DITES_COLUMN_SENSITIVE: never read, because of what it holds
 * @DITES_COLUMN_IGNORED: not read, because a person said so, or because it only
 *   shows parts, as an export does
 */
typedef enum
{
  DITES_COLUMN_EMPTY,
  DITES_COLUMN_FIELD,
  DITES_COLUMN_EXTRA,
  DITES_COLUMN_SENSITIVE,
  DITES_COLUMN_IGNORED,
} DitesColumnUse;

#define DITES_TYPE_LIST_MAPPING (dites_list_mapping_get_type ())
G_DECLARE_FINAL_TYPE (DitesListMapping, dites_list_mapping, DITES, LIST_MAPPING, GObject)

DitesListMapping *dites_list_mapping_guess (DitesListTable  *table,
                                            const DitesKind *kind);
DitesListMapping *dites_list_mapping_copy (DitesListMapping *self);
const DitesKind  *dites_list_mapping_get_kind (DitesListMapping *self);
guint             dites_list_mapping_get_n_columns (DitesListMapping *self);
const char       *dites_list_mapping_get_header (DitesListMapping *self,
                                                 guint             column);
DitesColumnUse    dites_list_mapping_get_use (DitesListMapping *self,
                                              guint             column);
const DitesField *dites_list_mapping_get_field (DitesListMapping *self,
                                                guint             column);
const DitesKind  *dites_list_mapping_get_field_kind (DitesListMapping *self,
                                                     guint             column);
gboolean          dites_list_mapping_is_decided (DitesListMapping *self,
                                                 guint             column);
gboolean          dites_list_mapping_set_field (DitesListMapping *self,
                                                guint             column,
                                                const char       *field,
                                                GError          **error);
void              dites_list_mapping_set_use (DitesListMapping *self,
                                              guint             column,
                                              DitesColumnUse    use);
char             *dites_list_mapping_get_signature (DitesListMapping *self);
char             *dites_list_mapping_to_json (DitesListMapping *self);
gboolean          dites_list_mapping_apply_json (DitesListMapping *self,
                                                 const char       *json,
                                                 GError          **error);
guint             dites_list_count_headers (const char *const *folded_cells);

G_END_DECLS
