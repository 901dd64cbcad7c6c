/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-document.h"

G_BEGIN_DECLS

gboolean dites_tenancy_takes_place (DitesDocument *tenancy);
gboolean dites_tenancy_covers (DitesDocument *tenancy,
                               DitesDay       day);

G_END_DECLS
