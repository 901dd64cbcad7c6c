/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-kind.h"
#include "dites-query.h"
#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_LIST_CONTENT (dites_list_content_get_type ())
G_DECLARE_FINAL_TYPE (DitesListContent, dites_list_content, DITES, LIST_CONTENT, GdkContentProvider)

GdkContentProvider *dites_list_content_new (DitesStore      *store,
                                            DitesQuery      *query,
                                            const DitesKind *kind,
                                            GtkBitset       *positions);

G_END_DECLS
