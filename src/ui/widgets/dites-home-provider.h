/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_HOME_PROVIDER (dites_home_provider_get_type ())
G_DECLARE_FINAL_TYPE (DitesHomeProvider, dites_home_provider, DITES, HOME_PROVIDER, GdkContentProvider)

GdkContentProvider *dites_home_provider_new (DitesStore *store,
                                             const char *id,
                                             const char *name,
                                             const char *language);

G_END_DECLS
