/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-import.h"

G_BEGIN_DECLS

void dites_import_order (GPtrArray *imports);

G_END_DECLS
