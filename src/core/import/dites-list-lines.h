/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dites_list_line_is_footer (const char *const *folded,
                                    guint              n_columns);
gboolean dites_list_line_is_title (const char *folded);
gboolean dites_list_line_may_be_footer (const char *folded);
guint    dites_list_line_count (const char *const *folded);

G_END_DECLS
