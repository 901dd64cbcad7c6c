/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-gers.h"

G_BEGIN_DECLS

/**
 * DitesStagePlace:
 * @name: (nullable): the establishment, as it was written
 * @department: (nullable): the service
 * @supervisor: (nullable): the doctor: “Dr ESSAI”
 * @commune: (nullable): where it is
 * @type: (nullable): an identifier of the choice "type" of the kind "site"
 *
 * One place where an intern trains, as a list names it.
 */
typedef struct
{
  char               *name;
  char               *department;
  char               *supervisor;
  const DitesCommune *commune;
  const char         *type;
} DitesStagePlace;

/**
 * DitesStageText:
 * @places: (element-type DitesStagePlace): where it is
 * @stage_type: (nullable): an identifier of the choice "stage_type" of the kind "placement"
 * @rest: (nullable): what could not be understood
 * @days: (nullable): the cells that say on which days somebody is where, as they are written
 *
 * What the cells about a stage say together.
 */
typedef struct
{
  GPtrArray  *places;
  const char *stage_type;
  char       *rest;
  char       *days;
} DitesStageText;

void     dites_stage_text_read (DitesStageText    *self,
                                const char        *stage,
                                const char        *establishment,
                                const char        *department,
                                const char *const *supervisors);
void     dites_stage_text_clear (DitesStageText *self);
gboolean dites_stage_text_is_telling (const char *text);
gboolean dites_stage_type_is_hospital (const char *type);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DitesStageText, dites_stage_text_clear)

G_END_DECLS
