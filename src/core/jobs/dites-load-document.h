/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-document.h"

G_BEGIN_DECLS

DitesDocument *dites_load_document (DitesDocument *given,
                                    const char    *expected,
                                    GHashTable    *photos,
                                    GHashTable    *reasons,
                                    GError       **error);

G_END_DECLS
