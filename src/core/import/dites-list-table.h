/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DitesListTable:
 *
 * A list as a table: one header, and the rows below it. Immutable, reference
 * counted, readable from any thread. Texts are UTF-8, valid, without U+0000,
 * and belong to the table.
 */
typedef struct _DitesListTable DitesListTable;

DitesListTable *dites_list_table_ref (DitesListTable *self);
void            dites_list_table_unref (DitesListTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesListTable, dites_list_table_unref)

/**
 * DitesListOptions:
 * @encoding: (nullable): an encoding instead of the one that is found
 * @repair: whether text that was encoded twice ("Ã©") is repaired
 * @is_header: (nullable): how many cells of a folded record are known headers;
 *   tells the header from the lines above it
 */
typedef struct
{
  const char *encoding;
  gboolean    repair;
  guint (*is_header) (const char *const *folded_cells);
} DitesListOptions;

DitesListTable    *dites_list_table_read (GBytes                 *bytes,
                                          const DitesListOptions *options,
                                          GCancellable           *cancellable,
                                          GError                **error);
const char        *dites_list_table_get_encoding (DitesListTable *self);
gboolean           dites_list_table_is_doubly_encoded (DitesListTable *self);
char               dites_list_table_get_separator (DitesListTable *self);
guint              dites_list_table_get_header_line (DitesListTable *self);
const char *const *dites_list_table_get_preamble (DitesListTable *self);
guint              dites_list_table_get_n_columns (DitesListTable *self);
const char        *dites_list_table_get_header (DitesListTable *self,
                                                guint           column);
guint              dites_list_table_get_n_rows (DitesListTable *self);
guint              dites_list_table_get_line (DitesListTable *self,
                                              guint           row);
const char        *dites_list_table_get_cell (DitesListTable *self,
                                              guint           row,
                                              guint           column);

G_END_DECLS
