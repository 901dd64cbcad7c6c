/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-list-mapping.h"

G_BEGIN_DECLS

GPtrArray *dites_list_memory_recall (const char *directory,
                                     const char *signature,
                                     const char *semester);
gboolean   dites_list_memory_keep (const char        *directory,
                                   const char        *signature,
                                   const char        *semester,
                                   const char *const *placed,
                                   GError           **error);

G_END_DECLS
