/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan.h"
#include "dites-semester.h"

G_BEGIN_DECLS

/* Finds the semesters that a list names, in the store or by making them. */
typedef struct _DitesPlanSemesters DitesPlanSemesters;

DitesPlanSemesters *dites_plan_semesters_new (const DitesKnown *known,
                                              GHashTable       *made);
void                dites_plan_semesters_free (DitesPlanSemesters *self);
DitesDocument      *dites_plan_semesters_of_text (DitesPlanSemesters *self,
                                                  const char         *text);
DitesDocument      *dites_plan_semesters_of_title (DitesPlanSemesters *self,
                                                   const char         *title);
GPtrArray          *dites_plan_semesters_later (DitesPlanSemesters *self,
                                                guint               order);
gboolean            dites_plan_semesters_of_list (DitesPlanSemesters     *self,
                                                  DitesListTable         *table,
                                                  int                     arrival_column,
                                                  const DitesPlanOptions *options,
                                                  DitesDocument         **semester,
                                                  gboolean               *given,
                                                  GError                **error);

guint dites_plan_semester_get_order (DitesDocument *semester);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesPlanSemesters, dites_plan_semesters_free)

G_END_DECLS
