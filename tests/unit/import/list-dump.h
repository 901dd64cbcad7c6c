/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-list-table.h"

char *list_dump (DitesListTable *table);
char *list_dump_error (const GError *error);
