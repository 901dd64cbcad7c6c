/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Between things in a line, in pixels. */
#define DITES_ROW_SPACING 6

gboolean dites_row_place_is_shown (GtkWidget *child);
int      dites_row_place_get_size (GtkWidget     *child,
                                   GtkOrientation orientation);
void     dites_row_place (GtkWidget *row,
                          GtkWidget *child,
                          int        x,
                          int        y,
                          int        width,
                          int        height);
int      dites_row_place_at_end (GtkWidget *row,
                                 GtkWidget *child,
                                 int        more,
                                 int        start,
                                 int        end,
                                 int        y,
                                 int        line_height);
void     dites_row_place_below (GtkWidget *row,
                                GtkWidget *pill,
                                GtkWidget *mark,
                                int        x,
                                int        y,
                                int        line_height);

G_END_DECLS
