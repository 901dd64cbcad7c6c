/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-import.h"

G_BEGIN_DECLS

#define DITES_TYPE_PLAN_ITEM (dites_plan_item_get_type ())
G_DECLARE_FINAL_TYPE (DitesPlanItem, dites_plan_item, DITES, PLAN_ITEM, AdwBin)

GtkWidget *dites_plan_item_new (void);
void       dites_plan_item_bind (DitesPlanItem *self,
                                 DitesImport   *import,
                                 GtkListItem   *list_item);
void       dites_plan_item_unbind (DitesPlanItem *self);

G_END_DECLS
