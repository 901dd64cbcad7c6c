/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-sheet.h"

G_BEGIN_DECLS

/* The parts of a sheet, in the order in which they come. */
void dites_sheet_draw_photos (DitesFlow  *flow,
                              DitesOffer *offer);
void dites_sheet_draw_figures (DitesFlow  *flow,
                               DitesOffer *offer);
void dites_sheet_draw_home (DitesFlow  *flow,
                            DitesOffer *offer);
void dites_sheet_draw_units (DitesFlow  *flow,
                             DitesOffer *offer);
void dites_sheet_draw_comfort (DitesFlow  *flow,
                               DitesOffer *offer);
void dites_sheet_draw_place (DitesFlow  *flow,
                             DitesOffer *offer);
void dites_sheet_draw_mentions (DitesFlow  *flow,
                                DitesOffer *offer);
void dites_sheet_draw_contact (DitesFlow  *flow,
                               DitesOffer *offer);

/* The energy scales, in a column of their own. */
double dites_sheet_draw_energy (DitesPdf   *pdf,
                                DitesOffer *offer,
                                double      x,
                                double      y,
                                double      width);

G_END_DECLS
