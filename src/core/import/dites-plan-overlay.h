/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan.h"

G_BEGIN_DECLS

/**
 * DitesPlanOverlay:
 *
 * What the store would know if changes were written.
 */
typedef struct _DitesPlanOverlay DitesPlanOverlay;

DitesPlanOverlay *dites_plan_overlay_new (const DitesKnown *known,
                                          DitesChangeSet   *changes);
void              dites_plan_overlay_free (DitesPlanOverlay *self);
const DitesKnown *dites_plan_overlay_get_known (DitesPlanOverlay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesPlanOverlay, dites_plan_overlay_free)

G_END_DECLS
