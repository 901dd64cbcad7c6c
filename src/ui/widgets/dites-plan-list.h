/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-import.h"
#include "dites-plan-filter.h"

G_BEGIN_DECLS

#define DITES_TYPE_PLAN_LIST (dites_plan_list_get_type ())
G_DECLARE_FINAL_TYPE (DitesPlanList, dites_plan_list, DITES, PLAN_LIST, AdwBin)

void dites_plan_list_show (DitesPlanList *self,
                           DitesImport   *import);
void dites_plan_list_update (DitesPlanList *self);
void dites_plan_list_start (DitesPlanList *self);

G_END_DECLS
