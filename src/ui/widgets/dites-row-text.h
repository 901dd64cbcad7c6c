/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DITES_TYPE_ROW_TEXT (dites_row_text_get_type ())
G_DECLARE_DERIVABLE_TYPE (DitesRowText, dites_row_text, DITES, ROW_TEXT, GtkWidget)

struct _DitesRowTextClass
{
  GtkWidgetClass parent_class;

  int min_chars; /* how many characters are seen at the least */
};

GtkWidget  *dites_row_text_new (void);
const char *dites_row_text_get_text (DitesRowText *self);
int         dites_row_text_get_missing_width (DitesRowText *self);
int         dites_row_text_count_lines (DitesRowText *self,
                                        int           width,
                                        int           most);
void        dites_row_text_set_text (DitesRowText *self,
                                     const char   *text);

G_END_DECLS
