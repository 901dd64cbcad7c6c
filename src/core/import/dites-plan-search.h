/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan-keys.h"
#include "dites-plan-private.h"

G_BEGIN_DECLS

/**
 * DitesPlanHits:
 * @subjects: (element-type guint32): those of the list
 * @documents: (element-type DitesDocument): those of the store that are no subject yet
 *
 * What a row leads to by its sure keys.
 */
typedef struct
{
  GArray    *subjects;
  GPtrArray *documents;
} DitesPlanHits;

/**
 * DitesPlanSearch:
 *
 * Whose sure keys are whose, in a list while its plan is made, and in the store.
 */
typedef struct _DitesPlanSearch DitesPlanSearch;

DitesPlanSearch *dites_plan_search_new (DitesPlan *plan);
void             dites_plan_search_free (DitesPlanSearch *self);
void             dites_plan_search_find (DitesPlanSearch *self,
                                         DitesPlanKeys   *keys,
                                         DitesPlanHits   *hits);
void             dites_plan_search_remember (DitesPlanSearch     *self,
                                             const DitesPlanKeys *keys,
                                             guint32              subject);
gboolean         dites_plan_search_find_collisions (DitesPlanSearch     *self,
                                                    const DitesPlanKeys *row_keys,
                                                    DitesDocument       *draft,
                                                    DitesPlanHits       *hits);
gboolean         dites_plan_search_claim (DitesPlanSearch *self,
                                          guint32          subject);
void             dites_plan_hits_prefer_certain (DitesPlan     *self,
                                                 DitesPlanHits *hits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesPlanSearch, dites_plan_search_free)

G_END_DECLS
