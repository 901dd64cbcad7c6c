/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-list-header.h"
#include "dites-list-table.h"
#include "dites-list-text.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 first; /* of its cells, in the table's cells */
  guint32 line;
  guint16 n_cells;
  guint16 title; /* in the table's titles; 0: none */
  guint32 block; /* counts what separates rows: empty lines, titles, headers */
} DitesListRow;

struct _DitesListTable
{
  gatomicrefcount ref_count;
  DitesListText   text; /* its cells are ended by NUL */
  char            separator;
  DitesListHeader header;
  guint           n_columns;
  GArray         *rows;     /* of DitesListRow */
  GArray         *cells;    /* of guint32: where in the text; 0: empty */
  GPtrArray      *titles;   /* of char *, in the text; the first is NULL */
  GArray         *problems; /* of DitesListProblem */
  gboolean        answers;  /* its rows are those of a form, the newest first */
  guint           n_dropped[DITES_LIST_N_DROPPED];
  guint8         *merges; /* of DitesListMerge, one for each column */
  guint32       **fills;  /* for each merged column, where in the text each row's value is */
};

DitesListTable *dites_list_table_new (void);
void            dites_list_table_add_problem (DitesListTable *self,
                                              guint           line,
                                              const char     *format,
                                              ...) G_GNUC_PRINTF (3, 4);
void            dites_list_table_order_answers (DitesListTable *self);
void            dites_list_table_find_merges (DitesListTable *self);

G_END_DECLS
