/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-stage-text.h"

G_BEGIN_DECLS

/**
 * DitesStageReading:
 *
 * What the cells of one column about a stage say.
 */
typedef struct
{
  GPtrArray  *places; /* of DitesStagePlace */
  const char *stage_type;
  GString    *rest;
  char       *department; /* (nullable): one without a place */
  GString    *days;       /* the cells that say on which days, as they are written */
  gboolean    has_days;   /* the cell that is read does */
  gboolean    closed;     /* a bracket has said all there is about the last place */
  gboolean    several;    /* “Drs”: the pieces of this chunk name doctors too */
  guint       n_together; /* how many of the last places are doctors named in one breath: “Drs ESSAI et MODÈLE” */
} DitesStageReading;

void dites_stage_reading_init (DitesStageReading *reading);
void dites_stage_reading_clear (DitesStageReading *reading);
void dites_stage_reading_read (DitesStageReading *reading,
                               const char        *cell,
                               gboolean           is_supervisor,
                               gboolean           is_establishment);
void dites_stage_reading_add_rest (DitesStageReading *reading,
                                   const char        *text);
void dites_stage_place_add_supervisor (DitesStagePlace *place,
                                       const char      *supervisor);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DitesStageReading, dites_stage_reading_clear)

G_END_DECLS
