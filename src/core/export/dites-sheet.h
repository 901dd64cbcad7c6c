/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-press.h"

G_BEGIN_DECLS

void dites_sheet_draw (DitesOffer *offer,
                       const char *destination,
                       const char *foot,
                       int         page_shift,
                       guint      *first_page);

G_END_DECLS
