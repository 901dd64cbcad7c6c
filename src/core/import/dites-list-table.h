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

/* The rows that a list may have: as many as a spreadsheet. */
#define DITES_LIST_MAX_ROWS 1048576

/**
 * DitesListHeaderFunc:
 * @folded_cells: the cells of a record, folded by dites_fold_words(), ended by %NULL
 *
 * Returns: how many of them are headers that are known
 */
typedef guint (*DitesListHeaderFunc) (const char *const *folded_cells);

/**
 * DitesListOptions:
 * @encoding: (nullable): an encoding instead of the one that is found
 * @repair: whether text that was encoded twice ("Ã©") is repaired
 * @is_header: (nullable): how many cells of a folded record are known headers;
 *   tells the header from the lines above it
 */
typedef struct
{
  const char         *encoding;
  gboolean            repair;
  DitesListHeaderFunc is_header;
} DitesListOptions;

/**
 * DitesListProblem:
 * @line: the physical line, from 1; 0 when it is about the whole list
 * @message: a sentence for the person, without a full stop
 *
 * Something in a list that could not be read as it most likely was meant.
 */
typedef struct
{
  guint line;
  char *message;
} DitesListProblem;

/**
 * DitesListDropped:
 * @DITES_LIST_DROPPED_EMPTY: nothing stands on the line
 * @DITES_LIST_DROPPED_HEADER: the header again
 * @DITES_LIST_DROPPED_FOOTER: a sum, a note or a signature
 * @DITES_LIST_DROPPED_TITLE: the title of the rows below; see dites_list_table_get_title()
 * @DITES_LIST_DROPPED_OTHER_LIST: a row of a list with other columns in the same file
 *
 * Why a line below the header is no row.
 */
typedef enum
{
  DITES_LIST_DROPPED_EMPTY,
  DITES_LIST_DROPPED_HEADER,
  DITES_LIST_DROPPED_FOOTER,
  DITES_LIST_DROPPED_TITLE,
  DITES_LIST_DROPPED_OTHER_LIST,
  DITES_LIST_N_DROPPED,
} DitesListDropped;

/**
 * DitesListMerge:
 * @DITES_LIST_MERGE_NONE: each row has its own cell
 * @DITES_LIST_MERGE_POSSIBLE: the column looks as if cells were merged downwards,
 *   but a column of remarks would look the same: only its meaning can tell
 * @DITES_LIST_MERGE_SURE: cells were merged downwards: an empty one means what stands above
 *
 * Whether the cells of a column were merged.
 */
typedef enum
{
  DITES_LIST_MERGE_NONE,
  DITES_LIST_MERGE_POSSIBLE,
  DITES_LIST_MERGE_SURE,
} DitesListMerge;

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
guint              dites_list_table_get_n_cells (DitesListTable *self,
                                                 guint           row);
const char        *dites_list_table_get_cell_above (DitesListTable *self,
                                                    guint           row,
                                                    guint           column);
DitesListMerge     dites_list_table_get_merge (DitesListTable *self,
                                               guint           column);
gboolean           dites_list_table_has_answers (DitesListTable *self);
const char        *dites_list_table_get_title (DitesListTable *self,
                                               guint           row);
guint              dites_list_table_get_n_dropped (DitesListTable  *self,
                                                   DitesListDropped reason);
guint              dites_list_table_get_n_repaired (DitesListTable *self);
guint              dites_list_table_get_n_problems (DitesListTable *self);
const DitesListProblem *
dites_list_table_get_problem (DitesListTable *self,
                              guint           position);

G_END_DECLS
