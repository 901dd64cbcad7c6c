/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-list-reader.h"
#include "dites-list-table.h"

G_BEGIN_DECLS

/**
 * DitesListHeader:
 * @names: (owned): the columns' names, on one line each
 * @groups: (owned): what stands above the names in a header of two lines; "" where nothing does
 * @folded: (owned): the names, folded
 * @n_columns: how many there are
 * @line: the line of the names
 * @lines: (owned): the cells of its one or two lines as they stand; the second may be %NULL
 * @folded_lines: (owned): the same, folded
 * @preamble: (owned): the lines above, one text each
 *
 * The header of a list.
 */
typedef struct
{
  char **names;
  char **groups;
  char **folded;
  guint  n_columns;
  guint  line;
  char **lines[2];
  char **folded_lines[2];
  char **preamble;
} DitesListHeader;

gboolean dites_list_header_find (DitesListHeader    *self,
                                 DitesListReader    *reader,
                                 DitesListHeaderFunc is_header,
                                 GError            **error);
void     dites_list_header_clear (DitesListHeader *self);
gboolean dites_list_header_equal (DitesListHeader   *self,
                                  const char *const *folded);
guint    dites_list_header_map (DitesListHeader   *self,
                                const char *const *folded,
                                int               *columns);
gboolean dites_list_header_looks_like (const char *const *cells);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DitesListHeader, dites_list_header_clear)

G_END_DECLS
