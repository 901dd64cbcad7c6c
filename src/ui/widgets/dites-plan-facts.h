/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-import.h"

G_BEGIN_DECLS

#define DITES_TYPE_PLAN_FACTS (dites_plan_facts_get_type ())
G_DECLARE_FINAL_TYPE (DitesPlanFacts, dites_plan_facts, DITES, PLAN_FACTS, AdwPreferencesGroup)

void dites_plan_facts_show (DitesPlanFacts *self,
                            DitesImport    *import);

G_END_DECLS
