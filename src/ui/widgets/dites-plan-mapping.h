/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-import.h"

G_BEGIN_DECLS

#define DITES_TYPE_PLAN_MAPPING (dites_plan_mapping_get_type ())
G_DECLARE_FINAL_TYPE (DitesPlanMapping, dites_plan_mapping, DITES, PLAN_MAPPING, AdwPreferencesGroup)

void dites_plan_mapping_show (DitesPlanMapping *self,
                              DitesImport      *import);

G_END_DECLS
