/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan-keys.h"
#include "dites-plan-private.h"

G_BEGIN_DECLS

DitesDocument *dites_plan_merge_said (DitesPlan     *self,
                                      DitesDocument *first,
                                      DitesDocument *second);
void           dites_plan_join_subjects (DitesPlan *self,
                                         guint32    from,
                                         guint32    to);
void           dites_plan_add_row (DitesPlan *self,
                                   guint32    subject,
                                   guint32    row);
void           dites_plan_sort_rows (DitesPlan *self);
DitesDocument *dites_plan_merge_all (DitesPlan     *self,
                                     DitesDocument *base,
                                     DitesDocument *said);
gboolean       dites_plan_contradicts (DitesPlan           *self,
                                       const DitesPlanKeys *keys,
                                       DitesDocument       *draft,
                                       DitesDocument       *other,
                                       gboolean             of_list);
gboolean       dites_plan_contradicts_subject (DitesPlan           *self,
                                               const DitesPlanKeys *keys,
                                               DitesDocument       *draft,
                                               guint32              subject);

G_END_DECLS
