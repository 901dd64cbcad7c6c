/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-field.h"

G_BEGIN_DECLS

gboolean dites_field_is_energy_class (const DitesField *field);
void     dites_housing_check_on (DitesDocument *housing,
                                 DitesDay       today,
                                 GPtrArray     *problems);
gboolean dites_housing_get_rent_with_charges (DitesDocument *housing,
                                              gint64        *cents);

G_END_DECLS
