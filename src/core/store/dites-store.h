/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "dites-change-set.h"
#include "dites-reader.h"

G_BEGIN_DECLS

#define DITES_TYPE_STORE (dites_store_get_type ())
G_DECLARE_FINAL_TYPE (DitesStore, dites_store, DITES, STORE, GObject)

DitesStore  *dites_store_open (const char *directory,
                               const char *desk_name,
                               GError    **error);
char        *dites_store_dup_directory (DitesStore *self);
DitesReader *dites_store_new_reader (DitesStore *self,
                                     GError    **error);
const char  *dites_store_get_undo_name (DitesStore *self);
const char  *dites_store_get_redo_name (DitesStore *self);
void         dites_store_write_async (DitesStore         *self,
                                      DitesChangeSet     *changes,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean     dites_store_write_finish (DitesStore   *self,
                                       GAsyncResult *result,
                                       GError      **error);
void         dites_store_undo_async (DitesStore         *self,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
char        *dites_store_undo_finish (DitesStore   *self,
                                      GAsyncResult *result,
                                      GError      **error);
void         dites_store_redo_async (DitesStore         *self,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
char        *dites_store_redo_finish (DitesStore   *self,
                                      GAsyncResult *result,
                                      GError      **error);
void         dites_store_revert_async (DitesStore *self, gint64 sequence, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char        *dites_store_revert_finish (DitesStore *self, GAsyncResult *result, GError **error);
void         dites_store_add_photo_async (DitesStore         *self,
                                          GBytes             *bytes,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
DitesPhoto  *dites_store_add_photo_finish (DitesStore   *self,
                                           GAsyncResult *result,
                                           GError      **error);
void         dites_store_check_async (DitesStore         *self,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
GPtrArray   *dites_store_check_finish (DitesStore   *self,
                                       GAsyncResult *result,
                                       GError      **error);

G_END_DECLS
