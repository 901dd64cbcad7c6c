/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-import.h"

G_BEGIN_DECLS

const char *dites_plan_text_get_state (DitesRowState state);
const char *dites_plan_text_get_icon_name (DitesRowState state);
const char *dites_plan_text_get_style (DitesRowState state);
char       *dites_plan_text_dup_details (DitesPlanRow *row,
                                         DitesImport  *import);
char       *dites_plan_text_dup_problems (DitesPlanRow *row);
char       *dites_plan_text_dup_own (DitesPlanRow *row,
                                     DitesImport  *import);
char       *dites_plan_text_dup_candidate (DitesPlanRow  *row,
                                           DitesDocument *candidate,
                                           DitesImport   *import);

G_END_DECLS
