/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-field.h"

G_BEGIN_DECLS

extern const DitesChoice dites_des_choices[];
extern const DitesChoice dites_stage_type_choices[];
extern const DitesChoice dites_contract_choices[];
extern const DitesChoice dites_channel_choices[];
extern const DitesChoice dites_energy_choices[];

G_END_DECLS
