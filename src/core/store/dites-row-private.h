/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-row.h"

G_BEGIN_DECLS

DitesRow *dites_row_new (guint32     number,
                         GHashTable *rows);
void      dites_row_set_number (DitesRow   *self,
                                guint32     number,
                                GHashTable *rows);
void      dites_row_load (DitesRow      *self,
                          const char    *title,
                          const char    *subtitle,
                          DitesDocument *document);
gboolean  dites_row_shows (DitesRow      *self,
                           const char    *title,
                           const char    *subtitle,
                           DitesDocument *document);

G_END_DECLS
