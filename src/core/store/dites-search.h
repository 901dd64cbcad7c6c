/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the store: what SQLite is asked for what a person typed, and what it must know for that. */
char *dites_search_expression (const char *search);
char *dites_search_split (const char *search,
                          guint64    *initials);
char *dites_search_words (const char *text);

G_END_DECLS
