/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-row.h"
#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_QUERY (dites_query_get_type ())
G_DECLARE_FINAL_TYPE (DitesQuery, dites_query, DITES, QUERY, GObject)

DitesQuery *dites_query_new (DitesStore *store,
                             const char *kind);
void        dites_query_set_search (DitesQuery *self,
                                    const char *search);
void        dites_query_set_sort (DitesQuery *self,
                                  const char *field,
                                  gboolean    descending);
void        dites_query_set_trashed (DitesQuery *self,
                                     gboolean    trashed);
void        dites_query_set_filter (DitesQuery        *self,
                                    const char        *field,
                                    const char *const *values);
void        dites_query_set_refers_to (DitesQuery *self, const char *id);
gboolean    dites_query_is_loading (DitesQuery *self);

G_END_DECLS
