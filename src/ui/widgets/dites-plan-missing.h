/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-plan.h"

G_BEGIN_DECLS

#define DITES_TYPE_PLAN_MISSING (dites_plan_missing_get_type ())
G_DECLARE_FINAL_TYPE (DitesPlanMissing, dites_plan_missing, DITES, PLAN_MISSING, AdwPreferencesGroup)

void dites_plan_missing_show (DitesPlanMissing *self,
                              DitesPlan        *plan);

G_END_DECLS
