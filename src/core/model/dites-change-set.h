/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-document.h"

G_BEGIN_DECLS

/**
 * DitesChange:
 * @base: (nullable): the document as it was when the change was made of it; %NULL for a new one
 * @document: (nullable): what it shall be; %NULL to move it to the trash
 *
 * One document of a change set. A document that waits in the trash and is put
 * again comes back.
 */
typedef struct
{
  DitesDocument *base;
  DitesDocument *document;
} DitesChange;

#define DITES_TYPE_CHANGE_SET (dites_change_set_get_type ())
G_DECLARE_FINAL_TYPE (DitesChangeSet, dites_change_set, DITES, CHANGE_SET, GObject)

DitesChangeSet    *dites_change_set_new (const char *name);
const char        *dites_change_set_get_name (DitesChangeSet *self);
void               dites_change_set_put (DitesChangeSet *self,
                                         DitesDocument  *base,
                                         DitesDocument  *document);
void               dites_change_set_trash (DitesChangeSet *self,
                                           DitesDocument  *document);
void               dites_change_set_go_on (DitesChangeSet *self,
                                           DitesChangeSet *before);
void               dites_change_set_expect (DitesChangeSet *self,
                                            gint64          sequence);
gint64             dites_change_set_get_expected (DitesChangeSet *self);
gint64            *dites_change_set_get_place (DitesChangeSet *self);
guint              dites_change_set_get_n (DitesChangeSet *self);
const DitesChange *dites_change_set_get_change (DitesChangeSet *self,
                                                guint           index);

G_END_DECLS
