/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "dites-database.h"

G_BEGIN_DECLS

GPtrArray *dites_store_check (DitesDatabase *database,
                              GCancellable  *cancellable,
                              GError       **error);

G_END_DECLS
