/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-row.h"

G_BEGIN_DECLS

char *dites_row_words_dup_title (DitesRow   *row,
                                 const char *section);
char *dites_row_words_dup_state (DitesRow *row);
char *dites_row_words_dup_rest (DitesRow   *row,
                                const char *state);
char *dites_row_words_dup_problem (DitesRow *row,
                                   gboolean *error);
char *dites_row_words_dup_name (DitesRow   *row,
                                const char *state,
                                const char *rest,
                                const char *problem);

G_END_DECLS
