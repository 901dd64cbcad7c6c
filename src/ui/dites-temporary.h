/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dites_temporary_path (const char *name,
                            GError    **error);
void  dites_temporary_clear (void);

G_END_DECLS
