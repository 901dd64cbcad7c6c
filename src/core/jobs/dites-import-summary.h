/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan.h"

G_BEGIN_DECLS

char *dites_import_summary_intent (DitesPlan *plan);
char *dites_import_summary_result (DitesPlan *plan);

G_END_DECLS
