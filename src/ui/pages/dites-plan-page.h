/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-import.h"

G_BEGIN_DECLS

#define DITES_TYPE_PLAN_PAGE (dites_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (DitesPlanPage, dites_plan_page, DITES, PLAN_PAGE, AdwNavigationPage)

DitesPlanPage *dites_plan_page_new (GListModel *imports);
void           dites_plan_page_add (DitesPlanPage *self,
                                    GListModel    *imports);
DitesImport   *dites_plan_page_get_import (DitesPlanPage *self);
gboolean       dites_plan_page_has_answers (DitesPlanPage *self);
void           dites_plan_page_resume (DitesPlanPage *self);

G_END_DECLS
