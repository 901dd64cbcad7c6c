/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan.h"

G_BEGIN_DECLS

/**
 * DitesPlanReferences:
 *
 * Finds the documents of the store that cells name. What was found once is
 * found again without asking the store.
 */
typedef struct _DitesPlanReferences DitesPlanReferences;

DitesPlanReferences *dites_plan_references_new (const DitesKnown *known);
void                 dites_plan_references_free (DitesPlanReferences *self);
void                 dites_plan_references_close (DitesPlanReferences *self);
const char          *dites_plan_references_find (DitesPlanReferences *self,
                                                 const char          *kind,
                                                 const char          *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesPlanReferences, dites_plan_references_free)

G_END_DECLS
