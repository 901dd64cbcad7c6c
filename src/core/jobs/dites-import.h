/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan.h"
#include "dites-store.h"

G_BEGIN_DECLS

/**
 * DitesImportProgress:
 * @fraction: how much of the plan is made, 0 to 1
 */
typedef void (*DitesImportProgress) (double   fraction,
                                     gpointer user_data);

#define DITES_TYPE_IMPORT (dites_import_get_type ())
G_DECLARE_FINAL_TYPE (DitesImport, dites_import, DITES, IMPORT, GObject)

DitesImport      *dites_import_new (DitesStore *store,
                                    GFile      *file);
DitesImport      *dites_import_new_for_bytes (DitesStore *store,
                                              GBytes     *bytes,
                                              const char *name);
void              dites_import_set_kind (DitesImport     *self,
                                         const DitesKind *kind);
void              dites_import_set_semester (DitesImport *self,
                                             const char  *semester);
void              dites_import_set_encoding (DitesImport *self,
                                             const char  *encoding);
void              dites_import_set_repair (DitesImport *self,
                                           gboolean     repair);
void              dites_import_set_mapping (DitesImport      *self,
                                            DitesListMapping *mapping);
void              dites_import_reset_mapping (DitesImport *self);
void              dites_import_reread (DitesImport *self);
GFile            *dites_import_get_file (DitesImport *self);
const char       *dites_import_get_name (DitesImport *self);
const char       *dites_import_get_warning (DitesImport *self);
char             *dites_import_title_of (const char *id,
                                         gpointer    import);
DitesListTable   *dites_import_get_table (DitesImport *self);
DitesListMapping *dites_import_get_mapping (DitesImport *self);
DitesPlan        *dites_import_get_plan (DitesImport *self);
void              dites_import_plan_async (DitesImport        *self,
                                           DitesImportProgress progress,
                                           gpointer            progress_data,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
DitesPlan        *dites_import_plan_finish (DitesImport  *self,
                                            GAsyncResult *result,
                                            GError      **error);
void              dites_import_write_async (DitesImport        *self,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
gboolean          dites_import_write_finish (DitesImport  *self,
                                             GAsyncResult *result,
                                             GError      **error);

G_END_DECLS
