/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan.h"
#include "dites-stage-text.h"

G_BEGIN_DECLS

/**
 * DitesPlanSites:
 *
 * Finds the site that a list means, among those that the store knows and those
 * that the application ships, or makes it.
 */
typedef struct _DitesPlanSites DitesPlanSites;

DitesPlanSites *dites_plan_sites_new (const DitesKnown *known,
                                      GHashTable       *made);
void            dites_plan_sites_free (DitesPlanSites *self);
const char     *dites_plan_sites_resolve (DitesPlanSites        *self,
                                          const DitesStagePlace *place,
                                          const char           **type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesPlanSites, dites_plan_sites_free)

G_END_DECLS
