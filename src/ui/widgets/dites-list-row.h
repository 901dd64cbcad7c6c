/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-row.h"

G_BEGIN_DECLS

#define DITES_TYPE_LIST_ROW (dites_list_row_get_type ())
G_DECLARE_FINAL_TYPE (DitesListRow, dites_list_row, DITES, LIST_ROW, GtkWidget)

GtkWidget    *dites_list_row_new (GtkListItem *item);
DitesListRow *dites_list_row_at (GtkListView *view,
                                 double       x,
                                 double       y);
void          dites_list_row_set_row (DitesListRow *self,
                                      DitesRow     *row);
void          dites_list_row_set_section (DitesListRow *self,
                                          const char   *section);
void          dites_list_row_set_checks (DitesListRow *self,
                                         gboolean      checks);
guint         dites_list_row_get_position (DitesListRow *self);

G_END_DECLS
