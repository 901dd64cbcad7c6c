/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-import.h"

G_BEGIN_DECLS

#define DITES_TYPE_PLAN_REMARKS (dites_plan_remarks_get_type ())
G_DECLARE_FINAL_TYPE (DitesPlanRemarks, dites_plan_remarks, DITES, PLAN_REMARKS, AdwPreferencesGroup)

void dites_plan_remarks_show (DitesPlanRemarks *self,
                              DitesImport      *import);

G_END_DECLS
