/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-json.h"

G_BEGIN_DECLS

char *dites_memory_file_load (const char   *path,
                              DitesJsonType type,
                              gsize         max_size);

G_END_DECLS
