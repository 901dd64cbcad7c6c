/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-row-focus.h"

static gboolean
row_focus (GtkWidget       *widget,
           GtkDirectionType direction)
{
  GtkWidgetClass *parent_class = g_type_class_peek (ADW_TYPE_PREFERENCES_ROW);
  GtkWidget      *child = gtk_widget_get_focus_child (widget);

  if (direction == GTK_DIR_TAB_BACKWARD && child != NULL)
    return gtk_widget_child_focus (child, direction);
  return parent_class->focus (widget, direction);
}

/**
 * dites_row_focus_install:
 * @widget_class: the class of a preferences row that hands the focus on to a part of it
 *
 * Lets the keyboard leave such a row backwards. A row of a list takes the focus itself
 * first when it is left that way, and this one would hand it on to the same part again.
 */
void
dites_row_focus_install (GtkWidgetClass *widget_class)
{
  widget_class->focus = row_focus;
}
