/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-list-mapping.h"

G_BEGIN_DECLS

#define DITES_TYPE_COLUMN_CHOICE (dites_column_choice_get_type ())
G_DECLARE_FINAL_TYPE (DitesColumnChoice, dites_column_choice, DITES, COLUMN_CHOICE, GObject)

GListModel *dites_column_choices_new (const DitesKind *kind);
guint       dites_column_choices_find (GListModel       *choices,
                                       DitesListMapping *mapping,
                                       guint             column);
const char *dites_column_choice_get_section (DitesColumnChoice *self);
gboolean    dites_column_choice_apply (DitesColumnChoice *self,
                                       DitesListMapping  *mapping,
                                       guint              column,
                                       GError           **error);

G_END_DECLS
