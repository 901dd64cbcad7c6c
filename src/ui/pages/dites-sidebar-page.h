/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_SIDEBAR_PAGE (dites_sidebar_page_get_type ())
G_DECLARE_FINAL_TYPE (DitesSidebarPage, dites_sidebar_page, DITES, SIDEBAR_PAGE, AdwNavigationPage)

DitesSidebarPage *dites_sidebar_page_new (DitesStore *store);
void              dites_sidebar_page_set_shown (DitesSidebarPage *self,
                                                const char       *kind);
void              dites_sidebar_page_refresh (DitesSidebarPage *self);

G_END_DECLS
