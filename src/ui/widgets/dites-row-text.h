/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DITES_TYPE_ROW_TEXT (dites_row_text_get_type ())
G_DECLARE_FINAL_TYPE (DitesRowText, dites_row_text, DITES, ROW_TEXT, GtkWidget)

GtkWidget  *dites_row_text_new (void);
const char *dites_row_text_get_text (DitesRowText *self);
void        dites_row_text_set_text (DitesRowText *self,
                                     const char   *text);

G_END_DECLS
