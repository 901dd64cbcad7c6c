/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-json.h"

G_BEGIN_DECLS

GString *dites_json_decode (DitesJson json);
gboolean dites_json_has_escape (DitesJson json);

G_END_DECLS
