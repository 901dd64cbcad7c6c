/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "dites-day.h"
#include "dites-json.h"

G_BEGIN_DECLS

/* The member under which columns that no field describes are kept. */
#define DITES_EXTRA "extra"

/**
 * DitesExtraFunc:
 * @header: the header of a column, as the list has it
 * @text: what the list said under it
 */
typedef void (*DitesExtraFunc) (const char *header,
                                const char *text,
                                gpointer    user_data);

#define DITES_TYPE_DOCUMENT (dites_document_get_type ())
G_DECLARE_FINAL_TYPE (DitesDocument, dites_document, DITES, DOCUMENT, GObject)

DitesDocument *dites_document_new_from_text (const char *text,
                                             gssize      length,
                                             GError    **error);
DitesDocument *dites_document_new_from_checked (const char *text,
                                                gsize       length);
DitesDocument *dites_document_new_known (const char *text,
                                         gsize       length,
                                         const char *id,
                                         const char *kind);
DitesDocument *dites_document_new_part (const char *text,
                                        gsize       length);

const char *dites_document_get_id (DitesDocument *self);
const char *dites_document_get_kind (DitesDocument *self);
const char *dites_document_get_text (DitesDocument *self,
                                     gsize         *length);
gsize       dites_document_get_n_members (DitesDocument *self);
void        dites_document_get_member_at (DitesDocument *self,
                                          gsize          index,
                                          DitesJson     *name,
                                          DitesJson     *value);
gboolean    dites_document_get (DitesDocument *self,
                                const char    *member,
                                DitesJson     *value);
gboolean    dites_document_says (DitesDocument *self,
                                 DitesJson      name,
                                 DitesJson      value);
char       *dites_document_dup_string (DitesDocument *self,
                                       const char    *member);
char      **dites_document_dup_strings (DitesDocument *self,
                                        const char    *member);
gboolean    dites_document_get_int (DitesDocument *self,
                                    const char    *member,
                                    gint64        *value);
gboolean    dites_document_get_flag (DitesDocument *self,
                                     const char    *member);
DitesDay    dites_document_get_day (DitesDocument *self,
                                    const char    *member);
GPtrArray  *dites_document_get_items (DitesDocument *self,
                                      const char    *member);
void        dites_document_foreach_extra (DitesDocument *self,
                                          DitesExtraFunc func,
                                          gpointer       user_data);
gboolean    dites_document_equal (DitesDocument *a,
                                  DitesDocument *b);

/**
 * DitesDocumentBuilder:
 *
 * Writes a new document, or an existing one anew. Members that are not set
 * keep the text and the place that they had.
 */
typedef struct _DitesDocumentBuilder DitesDocumentBuilder;

DitesDocumentBuilder *dites_document_builder_new (const char *kind,
                                                  const char *id);
DitesDocumentBuilder *dites_document_builder_new_from (DitesDocument *document);
void                  dites_document_builder_free (DitesDocumentBuilder *self);
void                  dites_document_builder_set_json (DitesDocumentBuilder *self,
                                                       const char           *member,
                                                       const char           *json,
                                                       gssize                length);
void                  dites_document_builder_set_string (DitesDocumentBuilder *self,
                                                         const char           *member,
                                                         const char           *value);
void                  dites_document_builder_set_strings (DitesDocumentBuilder *self,
                                                          const char           *member,
                                                          const char *const    *values);
void                  dites_document_builder_set_int (DitesDocumentBuilder *self,
                                                      const char           *member,
                                                      gint64                value);
void                  dites_document_builder_set_flag (DitesDocumentBuilder *self,
                                                       const char           *member,
                                                       gboolean              value);
void                  dites_document_builder_remove (DitesDocumentBuilder *self,
                                                     const char           *member);
DitesDocument        *dites_document_builder_end (DitesDocumentBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesDocumentBuilder, dites_document_builder_free)

char *dites_document_new_id (const char *kind);
char *dites_document_derived_id (const char *kind,
                                 const char *identity);

DitesDocument *dites_document_merge (DitesDocument *base,
                                     DitesDocument *ours,
                                     DitesDocument *theirs,
                                     GPtrArray     *conflicts);

G_END_DECLS
