/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-field.h"

G_BEGIN_DECLS

/* What a list’s cells say beyond what dites_value_parse() reads in every text. */

/* The bytes of a longer cell are no value, and not kept either. */
#define DITES_CELL_MAX 20000

gboolean dites_cell_is_blank (const char *text);
char    *dites_cell_cut (const char *text);
gboolean dites_cell_is_semester_label (const DitesField *field);
gboolean dites_cell_fits (const DitesField *field,
                          const char       *text);
gboolean dites_cell_looks_like (const DitesField *field,
                                const char       *text);

G_END_DECLS
