/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _DitesPages DitesPages;

DitesPages      *dites_pages_ref (DitesPages *self);
void             dites_pages_unref (DitesPages *self);
guint            dites_pages_get_n (DitesPages *self);
const char      *dites_pages_get_text (DitesPages *self,
                                       guint       index);
cairo_surface_t *dites_pages_render (DitesPages *self,
                                     guint       index,
                                     double      scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesPages, dites_pages_unref)

G_END_DECLS
