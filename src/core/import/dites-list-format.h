/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dites_list_format_check (const char *data,
                                  gsize       length,
                                  GError    **error);

G_END_DECLS
