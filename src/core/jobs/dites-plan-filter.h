/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan.h"

G_BEGIN_DECLS

/**
 * DitesPlanShow:
 * @DITES_PLAN_SHOW_ALL: all rows
 * @DITES_PLAN_SHOW_QUESTIONS: rows that wait, or waited, for a decision
 * @DITES_PLAN_SHOW_NEW: somebody new
 * @DITES_PLAN_SHOW_CHANGED: somebody known, for whom something is written
 * @DITES_PLAN_SHOW_SAME: nothing new, or read as one with a row further up
 * @DITES_PLAN_SHOW_REFUSED: cannot be read
 * @DITES_PLAN_SHOW_SKIPPED: left out
 * @DITES_PLAN_SHOW_REMARKS: something is to be said about them
 * @DITES_PLAN_SHOW_ABSENT: no rows, but those who are named no more; see dites_plan_get_absent()
 *
 * Which rows of a plan are shown.
 */
typedef enum
{
  DITES_PLAN_SHOW_ALL,
  DITES_PLAN_SHOW_QUESTIONS,
  DITES_PLAN_SHOW_NEW,
  DITES_PLAN_SHOW_CHANGED,
  DITES_PLAN_SHOW_SAME,
  DITES_PLAN_SHOW_REFUSED,
  DITES_PLAN_SHOW_SKIPPED,
  DITES_PLAN_SHOW_REMARKS,
  DITES_PLAN_SHOW_ABSENT,
  DITES_PLAN_N_SHOWS,
} DitesPlanShow;

#define DITES_TYPE_PLAN_FILTER (dites_plan_filter_get_type ())
G_DECLARE_FINAL_TYPE (DitesPlanFilter, dites_plan_filter, DITES, PLAN_FILTER, GObject)

DitesPlanFilter *dites_plan_filter_new (void);
void             dites_plan_filter_set_plan (DitesPlanFilter *self,
                                             DitesPlan       *plan);
void             dites_plan_filter_set_show (DitesPlanFilter *self,
                                             DitesPlanShow    show);
DitesPlanShow    dites_plan_filter_get_show (DitesPlanFilter *self);
guint            dites_plan_filter_count (DitesPlanFilter *self,
                                          DitesPlanShow    show);
gboolean         dites_plan_filter_is_offered (DitesPlanFilter *self,
                                               DitesPlanShow    show);

G_END_DECLS
