/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DITES_TYPE_LINES_VIEW (dites_lines_view_get_type ())
G_DECLARE_FINAL_TYPE (DitesLinesView, dites_lines_view, DITES, LINES_VIEW, GtkTextView)

GtkWidget *dites_lines_view_new (void);

G_END_DECLS
