/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-import.h"

G_BEGIN_DECLS

#define DITES_TYPE_PLAN_QUESTION (dites_plan_question_get_type ())
G_DECLARE_FINAL_TYPE (DitesPlanQuestion, dites_plan_question, DITES, PLAN_QUESTION, AdwBin)

GtkWidget *dites_plan_question_new (DitesImport  *import,
                                    DitesPlanRow *row);

G_END_DECLS
