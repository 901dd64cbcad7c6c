/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dites_header_is_sensitive (const char *header);
gboolean dites_value_is_sensitive (const char *text);

G_END_DECLS
