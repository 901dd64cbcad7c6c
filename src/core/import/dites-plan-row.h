/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"

G_BEGIN_DECLS

/**
 * DitesRowState:
 * @DITES_ROW_NEW: somebody new
 * @DITES_ROW_CHANGED: somebody known, for whom something is written
 * @DITES_ROW_SAME: somebody known, and nothing new about them
 * @DITES_ROW_MERGED: somebody who has a row further up; the two are read as one
 * @DITES_ROW_DOUBTFUL: perhaps one of its candidates: a person decides
 * @DITES_ROW_REFUSED: nothing can be made of it
 * @DITES_ROW_SKIPPED: left out by a person
 */
typedef enum
{
  DITES_ROW_NEW,
  DITES_ROW_CHANGED,
  DITES_ROW_SAME,
  DITES_ROW_MERGED,
  DITES_ROW_DOUBTFUL,
  DITES_ROW_REFUSED,
  DITES_ROW_SKIPPED,
} DitesRowState;

/* What dites_plan_row_decide() takes for somebody new. */
#define DITES_PLAN_NEW "new"

/**
 * DitesFieldChange:
 * @kind: the kind of the document that changes
 * @field: (nullable): the field, or %NULL for a column that is kept as it is
 * @label: what the field is called
 * @old_text: (nullable): what it says now, as people read it
 * @new_text: what it will say
 */
typedef struct
{
  const DitesKind  *kind;
  const DitesField *field;
  char             *label;
  char             *old_text;
  char             *new_text;
} DitesFieldChange;

void dites_field_change_free (DitesFieldChange *change);

#define DITES_TYPE_PLAN_ROW (dites_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (DitesPlanRow, dites_plan_row, DITES, PLAN_ROW, GObject)

guint          dites_plan_row_get_index (DitesPlanRow *self);
guint          dites_plan_row_get_line (DitesPlanRow *self);
DitesRowState  dites_plan_row_get_state (DitesPlanRow *self);
char          *dites_plan_row_dup_title (DitesPlanRow *self);
DitesDocument *dites_plan_row_get_document (DitesPlanRow *self);
GPtrArray     *dites_plan_row_get_changes (DitesPlanRow  *self,
                                           DitesTitleFunc title_of,
                                           gpointer       user_data);
GPtrArray     *dites_plan_row_get_problems (DitesPlanRow *self);
GPtrArray     *dites_plan_row_get_candidates (DitesPlanRow *self);
const char    *dites_plan_row_get_decision (DitesPlanRow *self);
gboolean       dites_plan_row_decide (DitesPlanRow *self,
                                      const char   *decision);
gboolean       dites_plan_row_is_excluded (DitesPlanRow *self);
void           dites_plan_row_set_excluded (DitesPlanRow *self,
                                            gboolean      excluded);

G_END_DECLS
