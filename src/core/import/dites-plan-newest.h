/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan-private.h"

G_BEGIN_DECLS

guint          dites_plan_get_latest (DitesPlan  *self,
                                      const char *owner);
DitesDocument *dites_plan_take_newest (DitesPlan     *self,
                                       GArray        *sources,
                                       DitesDocument *said,
                                       DitesDocument *base,
                                       GArray        *others);

G_END_DECLS
