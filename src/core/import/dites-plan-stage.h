/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan.h"

G_BEGIN_DECLS

/**
 * DitesPlanStage:
 * @sites: (nullable): the ids of the sites, as a JSON array
 * @stage_type: (nullable): an identifier of the choice "stage_type"
 * @setting: (nullable): an identifier of the choice "setting"
 * @rest: (nullable): what could not be understood
 * @days: (nullable): on which days the intern is where
 * @doctors: (nullable): who is responsible in a house that has a name of its own
 *
 * What the cells of one row about a stage come to.
 */
typedef struct
{
  char       *sites;
  const char *stage_type;
  const char *setting;
  char       *rest;
  char       *days;
  char       *doctors;
} DitesPlanStage;

/* Reads the cells about stages, each combination of them once. */
typedef struct _DitesPlanStages DitesPlanStages;

DitesPlanStages      *dites_plan_stages_new (const DitesKnown *known,
                                             GHashTable       *made);
void                  dites_plan_stages_free (DitesPlanStages *self);
const DitesPlanStage *dites_plan_stages_read (DitesPlanStages   *self,
                                              const char        *stage,
                                              const char        *establishment,
                                              const char        *department,
                                              const char *const *supervisors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesPlanStages, dites_plan_stages_free)

G_END_DECLS
