/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-store.h"

G_BEGIN_DECLS

/**
 * DitesSnapshot:
 * @document: (nullable): the document, or %NULL if there is none of that id
 * @trashed: whether it waits in the trash
 * @titles: (element-type utf8 utf8): the titles of it and of all it refers to, by id
 * @clashes: (element-type DitesProblem): why it cannot stand beside others
 *
 * A document and what is needed to show it, as of one moment. Immutable.
 */
typedef struct
{
  DitesDocument *document;
  gboolean       trashed;
  GHashTable    *titles;
  GPtrArray     *clashes;
} DitesSnapshot;

void  dites_snapshot_unref (DitesSnapshot *snapshot);
char *dites_snapshot_title_of (const char *id,
                               gpointer    snapshot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesSnapshot, dites_snapshot_unref)

void           dites_store_get_async (DitesStore         *self,
                                      const char         *id,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
DitesSnapshot *dites_store_get_finish (DitesStore   *self,
                                       GAsyncResult *result,
                                       GError      **error);
void           dites_store_look_async (DitesStore         *self,
                                       DitesDocument      *document,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
DitesSnapshot *dites_store_look_finish (DitesStore   *self,
                                        GAsyncResult *result,
                                        GError      **error);
void           dites_store_get_titles_async (DitesStore         *self,
                                             const char *const  *ids,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
GHashTable    *dites_store_get_titles_finish (DitesStore   *self,
                                              GAsyncResult *result,
                                              GError      **error);
void           dites_store_count_async (DitesStore         *self,
                                        gboolean            trashed,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
GHashTable    *dites_store_count_finish (DitesStore   *self,
                                         GAsyncResult *result,
                                         GError      **error);
void           dites_store_get_history_async (DitesStore         *self,
                                              const char         *id,
                                              guint               limit,
                                              GCancellable       *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);
GPtrArray     *dites_store_get_history_finish (DitesStore   *self,
                                               GAsyncResult *result,
                                               GError      **error);
void           dites_store_load_photo_async (DitesStore         *self,
                                             const char         *sha256,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
GBytes        *dites_store_load_photo_finish (DitesStore   *self,
                                              GAsyncResult *result,
                                              GError      **error);

G_END_DECLS
