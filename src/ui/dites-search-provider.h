/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-application.h"

G_BEGIN_DECLS

#define DITES_TYPE_SEARCH_PROVIDER (dites_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (DitesSearchProvider, dites_search_provider, DITES, SEARCH_PROVIDER, GObject)

DitesSearchProvider *dites_search_provider_new (DitesApplication *application);
gboolean             dites_search_provider_export (DitesSearchProvider *self,
                                                   GDBusConnection     *connection,
                                                   const char          *object_path,
                                                   GError             **error);
void                 dites_search_provider_unexport (DitesSearchProvider *self,
                                                     GDBusConnection     *connection);

G_END_DECLS
