/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan-keys.h"
#include "dites-plan-private.h"

G_BEGIN_DECLS

/**
 * DitesPlanNamesakes:
 *
 * Who in a list has which name; what suggests identity, and does not prove it.
 */
typedef struct _DitesPlanNamesakes DitesPlanNamesakes;

DitesPlanNamesakes *dites_plan_namesakes_new (DitesPlan *plan);
void                dites_plan_namesakes_free (DitesPlanNamesakes *self);
void                dites_plan_namesakes_remember (DitesPlanNamesakes *self, const DitesPlanKeys *keys, guint32 subject);
void                dites_plan_namesakes_suggest (DitesPlanNamesakes *self, const DitesPlanKeys *keys, guint32 subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesPlanNamesakes, dites_plan_namesakes_free)

G_END_DECLS
