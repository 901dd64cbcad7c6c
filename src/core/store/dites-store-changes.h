/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-database.h"

G_BEGIN_DECLS

/**
 * DitesStoreChanges:
 * @sequence: the latest change set
 * @kinds: the kinds of the documents that have changed since
 * @ids: (nullable): the documents; %NULL when they are many
 * @undo_name: (nullable): what would be undone
 * @redo_name: (nullable): what would be redone
 *
 * Private to the store: what is new in the file since a change set, whoever wrote it.
 */
typedef struct
{
  gint64 sequence;
  char **kinds;
  char **ids;
  char  *undo_name;
  char  *redo_name;
} DitesStoreChanges;

DitesStoreChanges *dites_store_changes_read (DitesDatabase *database,
                                             gint64         since,
                                             GError       **error);
void               dites_store_changes_free (DitesStoreChanges *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesStoreChanges, dites_store_changes_free)

G_END_DECLS
