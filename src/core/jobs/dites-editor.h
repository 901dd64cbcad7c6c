/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"
#include "dites-store.h"
#include "dites-value-source.h"

G_BEGIN_DECLS

/**
 * DitesEditorValue:
 * @field: a field of the kind
 * @json: (nullable): what it shall be; %NULL for nothing
 */
typedef struct
{
  const DitesField *field;
  const char       *json;
} DitesEditorValue;

#define DITES_TYPE_EDITOR (dites_editor_get_type ())
G_DECLARE_FINAL_TYPE (DitesEditor, dites_editor, DITES, EDITOR, GObject)

DitesEditor     *dites_editor_new (DitesStore *store,
                                   const char *id);
DitesEditor     *dites_editor_new_for_draft (DitesStore    *store,
                                             DitesDocument *draft);
DitesStore      *dites_editor_get_store (DitesEditor *self);
const DitesKind *dites_editor_get_kind (DitesEditor *self);
const char      *dites_editor_get_id (DitesEditor *self);
DitesDocument   *dites_editor_get_document (DitesEditor *self);
const char      *dites_editor_get_title (DitesEditor *self);
const char      *dites_editor_get_subtitle (DitesEditor *self);
gboolean         dites_editor_is_missing (DitesEditor *self);
gboolean         dites_editor_is_trashed (DitesEditor *self);
gboolean         dites_editor_is_draft (DitesEditor *self);
gboolean         dites_editor_is_saving (DitesEditor *self);
const GError    *dites_editor_get_failure (DitesEditor *self);
GPtrArray       *dites_editor_get_problems (DitesEditor *self);
char            *dites_editor_title_of (const char *id,
                                        gpointer    editor);
void             dites_editor_expect_title (DitesEditor *self,
                                            const char  *id,
                                            const char  *title);
void             dites_editor_set_json (DitesEditor      *self,
                                        const DitesField *field,
                                        const char       *json);
void             dites_editor_set_values (DitesEditor            *self,
                                          const DitesEditorValue *values,
                                          guint                   n_values,
                                          DitesDocument          *added);
void             dites_editor_remove_extra (DitesEditor *self,
                                            const char  *header);
void             dites_editor_flush_async (DitesEditor        *self,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
gboolean         dites_editor_flush_finish (DitesEditor  *self,
                                            GAsyncResult *result,
                                            GError      **error);

G_END_DECLS
