/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan-private.h"

G_BEGIN_DECLS

void           dites_plan_add_candidate (DitesPlanSubject *subject,
                                         DitesDocument    *document,
                                         guint32           other);
DitesDocument *dites_plan_get_reference (DitesPlan *self,
                                         guint32    subject);
void           dites_plan_settle_doubtful (DitesPlan *self,
                                           guint32    subject);
gboolean       dites_plan_drop_refused (DitesPlan        *self,
                                        DitesPlanSubject *subject);

G_END_DECLS
