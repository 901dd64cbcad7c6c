/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"

G_BEGIN_DECLS

/**
 * DitesDraft:
 *
 * Collects what the cells of a row say about a document, and writes it in the
 * order of the kind's fields. One draft serves all rows, one after the other.
 */
typedef struct _DitesDraft DitesDraft;

DitesDraft       *dites_draft_new (const DitesKind *kind);
void              dites_draft_free (DitesDraft *self);
void              dites_draft_reset (DitesDraft *self);
const DitesField *dites_draft_get_fields (DitesDraft *self);
gboolean          dites_draft_has (DitesDraft       *self,
                                   const DitesField *field);
char             *dites_draft_dup_first (DitesDraft *self,
                                         const char *field);
void              dites_draft_set (DitesDraft       *self,
                                   const DitesField *field,
                                   const char       *json);
void              dites_draft_add (DitesDraft       *self,
                                   const DitesField *field,
                                   const char       *json);
void              dites_draft_set_string (DitesDraft *self,
                                          const char *field,
                                          const char *value);
void              dites_draft_add_extra (DitesDraft *self,
                                         const char *key_json,
                                         const char *value);
DitesDocument    *dites_draft_end (DitesDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesDraft, dites_draft_free)

G_END_DECLS
