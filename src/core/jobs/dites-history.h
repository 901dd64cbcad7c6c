/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-history-item.h"

G_BEGIN_DECLS

#define DITES_TYPE_HISTORY (dites_history_get_type ())
G_DECLARE_FINAL_TYPE (DitesHistory, dites_history, DITES, HISTORY, GObject)

DitesHistory *dites_history_new (DitesStore *store,
                                 const char *id);
gboolean      dites_history_is_loading (DitesHistory *self);
const GError *dites_history_get_error (DitesHistory *self);

G_END_DECLS
