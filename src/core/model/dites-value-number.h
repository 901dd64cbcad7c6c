/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dites_number_parse_amount (const char *text,
                                    int         n_decimals,
                                    gint64     *value);
gboolean dites_number_parse_ordinal (const char *text,
                                     gint64     *value);
gboolean dites_number_parse_degrees (const char *text,
                                     gint64     *value);
gboolean dites_number_has_charges (const char *text);

G_END_DECLS
