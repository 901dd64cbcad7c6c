/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-row.h"
#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_QUERY (dites_query_get_type ())
G_DECLARE_FINAL_TYPE (DitesQuery, dites_query, DITES, QUERY, GObject)

DitesQuery   *dites_query_new (DitesStore *store,
                               const char *kind);
void          dites_query_set_search (DitesQuery *self,
                                      const char *search);
void          dites_query_set_sort (DitesQuery *self,
                                    const char *field,
                                    gboolean    descending);
void          dites_query_set_trashed (DitesQuery *self,
                                       gboolean    trashed);
void          dites_query_set_filter (DitesQuery        *self,
                                      const char        *field,
                                      const char *const *values);
void          dites_query_set_refers_to (DitesQuery *self, const char *id);
gboolean      dites_query_is_loading (DitesQuery *self);
const GError *dites_query_get_error (DitesQuery *self);
void          dites_query_retry (DitesQuery *self);
void          dites_query_get_section (DitesQuery *self,
                                       guint       position,
                                       guint      *start,
                                       guint      *end);
const char   *dites_query_get_section_label (DitesQuery *self,
                                             guint       position);

/**
 * DitesQueryValue:
 * @value: as documents hold it; empty for those that have none
 * @label: how people read it; %NULL for those that have none
 * @n: how many documents have it
 *
 * What a list can be narrowed to.
 */
typedef struct
{
  char *value;
  char *label;
  guint n;
} DitesQueryValue;

void dites_query_value_free (DitesQueryValue *value);

void       dites_query_collect_async (DitesQuery         *self,
                                      const guint        *positions,
                                      guint               n_positions,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
char     **dites_query_collect_finish (DitesQuery   *self,
                                       GAsyncResult *result,
                                       GError      **error);
void       dites_query_find_async (DitesQuery         *self,
                                   const char         *id,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
guint      dites_query_find_finish (DitesQuery   *self,
                                    GAsyncResult *result,
                                    GError      **error);
void       dites_query_values_async (DitesQuery         *self,
                                     const char         *field,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
GPtrArray *dites_query_values_finish (DitesQuery   *self,
                                      GAsyncResult *result,
                                      GError      **error);

G_END_DECLS
