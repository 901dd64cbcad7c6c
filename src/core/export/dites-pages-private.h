/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-pages.h"

G_BEGIN_DECLS

/* Private to what draws pages: how they are filled. */
typedef struct _DitesPage DitesPage;

DitesPage       *dites_page_new (void);
void             dites_page_free (gpointer page);
cairo_surface_t *dites_page_get_surface (DitesPage *self);
void             dites_page_hold (DitesPage *self,
                                  GPtrArray *surfaces);
void             dites_page_add_text (DitesPage  *self,
                                      const char *text);
DitesPages      *dites_pages_new (GPtrArray *pages);

G_END_DECLS
