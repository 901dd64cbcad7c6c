/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_TRASH_PAGE (dites_trash_page_get_type ())
G_DECLARE_FINAL_TYPE (DitesTrashPage, dites_trash_page, DITES, TRASH_PAGE, AdwNavigationPage)

DitesTrashPage *dites_trash_page_new (DitesStore *store);

G_END_DECLS
