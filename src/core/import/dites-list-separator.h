/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-list-table.h"

G_BEGIN_DECLS

char dites_list_separator_find (const char         *text,
                                gsize               length,
                                DitesListHeaderFunc is_header,
                                gsize              *start);

G_END_DECLS
