/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-query.h"

G_BEGIN_DECLS

#define DITES_TYPE_SECTION_LIST (dites_section_list_get_type ())
G_DECLARE_FINAL_TYPE (DitesSectionList, dites_section_list, DITES, SECTION_LIST, GObject)

DitesSectionList *dites_section_list_new (DitesQuery *query);
DitesQuery       *dites_section_list_get_query (DitesSectionList *self);

G_END_DECLS
