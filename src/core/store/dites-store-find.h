/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"
#include "dites-store.h"

G_BEGIN_DECLS

/**
 * DitesFound:
 * @id: the id of a document
 * @kind: its kind
 * @title: what people call it
 * @subtitle: what tells it from its like; may be empty
 */
typedef struct
{
  char            *id;
  const DitesKind *kind;
  char            *title;
  char            *subtitle;
} DitesFound;

void dites_found_free (DitesFound *found);

void       dites_store_find_async (DitesStore         *self,
                                   const char *const  *kinds,
                                   const char         *search,
                                   guint               limit,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
GPtrArray *dites_store_find_finish (DitesStore   *self,
                                    GAsyncResult *result,
                                    GError      **error);
void       dites_store_describe_async (DitesStore         *self,
                                       const char *const  *ids,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
GPtrArray *dites_store_describe_finish (DitesStore   *self,
                                        GAsyncResult *result,
                                        GError      **error);

G_END_DECLS
