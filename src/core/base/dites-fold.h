/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dites_fold (const char *text);
char *dites_fold_words (const char *text);
char *dites_fold_name (const char *text);
char *dites_fold_place (const char *text);
char *dites_trim (const char *text);

G_END_DECLS
