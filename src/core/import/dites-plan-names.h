/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-document.h"

G_BEGIN_DECLS

gboolean dites_plan_names_are_like (const char *a,
                                    const char *b);
gboolean dites_plan_have_other_names (DitesDocument *row,
                                      DitesDocument *other,
                                      gboolean       of_list);
gboolean dites_plan_knows_name (DitesDocument *base,
                                DitesDocument *row);
gboolean dites_plan_is_usual_name (DitesDocument *base,
                                   DitesDocument *draft);

G_END_DECLS
