/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-query-order.h"

G_BEGIN_DECLS

/**
 * DitesQuerySort:
 *
 * Private to the store: gathers the entries of a list in the order in which they are filed, and
 * puts them into the order that is asked for, with the section that each belongs to.
 */
typedef struct _DitesQuerySort DitesQuerySort;

DitesQuerySort *dites_query_sort_new (DitesReader          *reader,
                                      const DitesQuerySpec *spec);
void            dites_query_sort_free (DitesQuerySort *self);
void            dites_query_sort_add (DitesQuerySort *self,
                                      guint32         number,
                                      guint64         initials,
                                      const char     *filed,
                                      const char     *cells);
GArray         *dites_query_sort_end (DitesQuerySort *self,
                                      GPtrArray     **labels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesQuerySort, dites_query_sort_free)

G_END_DECLS
