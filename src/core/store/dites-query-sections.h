/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-query-order.h"

G_BEGIN_DECLS

/**
 * DitesQuerySections:
 *
 * Private to the store: the sections of a list that is walked in its order.
 */
typedef struct _DitesQuerySections DitesQuerySections;

DitesQuerySections *dites_query_sections_new (DitesReader          *reader,
                                              const DitesQuerySpec *spec);
void                dites_query_sections_free (DitesQuerySections *self);
guint32             dites_query_sections_add (DitesQuerySections *self,
                                              const char         *key,
                                              guint32             number);
GPtrArray          *dites_query_sections_end (DitesQuerySections *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesQuerySections, dites_query_sections_free)

G_END_DECLS
