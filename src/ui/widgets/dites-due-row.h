/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_DUE_ROW (dites_due_row_get_type ())
G_DECLARE_FINAL_TYPE (DitesDueRow, dites_due_row, DITES, DUE_ROW, GtkListBoxRow)

GtkWidget *dites_due_row_new (DitesStore *store,
                              GtkWidget  *child,
                              GtkLabel   *count);
gboolean   dites_due_row_refresh (DitesDueRow *self);

G_END_DECLS
