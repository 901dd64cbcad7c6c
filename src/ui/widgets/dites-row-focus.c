/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-row-focus.h"

/* A list gives up at a row with nothing to go to (GTK 4.18): those behind it would be out of reach. */
static gboolean
focus_beyond (GtkWidget       *row,
              GtkDirectionType direction)
{
  gboolean forward = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_DOWN;

  if (!forward && direction != GTK_DIR_TAB_BACKWARD && direction != GTK_DIR_UP)
    return FALSE;

  do
    row = forward ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);
  while (row != NULL && !gtk_widget_child_focus (row, direction));

  return row != NULL;
}

static gboolean
row_focus (GtkWidget       *widget,
           GtkDirectionType direction)
{
  GtkWidgetClass *parent_class = g_type_class_peek (ADW_TYPE_PREFERENCES_ROW);
  GtkWidget      *child = gtk_widget_get_focus_child (widget);

  if (child != NULL)
    return direction == GTK_DIR_TAB_BACKWARD ? gtk_widget_child_focus (child, direction) : parent_class->focus (widget, direction);

  return (direction == GTK_DIR_TAB_FORWARD ? gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction)
                                           : parent_class->focus (widget, direction)) ||
         focus_beyond (widget, direction);
}

/**
 * dites_row_focus_install:
 * @widget_class: the class of a preferences row that hands the focus on to a part of it
 *
 * Has Tab lead through such a row in the order in which its parts stand. A row of a list takes
 * the focus itself first: when it is entered, where this one would hand it on past what stands
 * before that part, and when it is left backwards, where it would hand it on to the same part again.
 */
void
dites_row_focus_install (GtkWidgetClass *widget_class)
{
  widget_class->focus = row_focus;
}
