/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_HISTORY_ITEM (dites_history_item_get_type ())
G_DECLARE_FINAL_TYPE (DitesHistoryItem, dites_history_item, DITES, HISTORY_ITEM, GObject)

DitesHistoryItem *dites_history_item_new (GPtrArray  *entries,
                                          guint       index,
                                          GHashTable *titles);
gint64            dites_history_item_get_sequence (DitesHistoryItem *self);
char             *dites_history_item_dup_name (DitesHistoryItem *self);
char             *dites_history_item_dup_origin (DitesHistoryItem *self);
char             *dites_history_item_dup_details (DitesHistoryItem *self);
gboolean          dites_history_item_can_undo (DitesHistoryItem *self);

G_END_DECLS
