/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *dites_stage_department_get_words (gsize which);
const char *dites_stage_department_get_stage_type (gsize which);
char       *dites_stage_department_format (const char *text);

G_END_DECLS
