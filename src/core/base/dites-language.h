/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <locale.h>

G_BEGIN_DECLS

/**
 * DitesLanguage:
 *
 * Another language than the interface's, on one thread, for a while.
 */
typedef struct
{
  locale_t own;
  locale_t before;
} DitesLanguage;

gboolean dites_language_begin (DitesLanguage *self,
                               const char    *language);
void     dites_language_end (DitesLanguage *self);
gboolean dites_language_is_there (const char *language);

G_END_DECLS
