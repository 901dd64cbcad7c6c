/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-row-place.h"

#include "dites-row-text.h"

/* Where the parts of a row of a list stand, all of which are as high as they ask for. */

/**
 * dites_row_place_is_shown:
 * @child: (nullable): a part of a row
 *
 * Returns: whether it is there and wants a place
 */
gboolean
dites_row_place_is_shown (GtkWidget *child)
{
  return child != NULL && gtk_widget_should_layout (child);
}

/**
 * dites_row_place_get_size:
 * @child: a part of a row
 * @orientation: which of its sizes
 *
 * Returns: what it asks for at the least, in pixels
 */
int
dites_row_place_get_size (GtkWidget     *child,
                          GtkOrientation orientation)
{
  int minimum;

  gtk_widget_measure (child, orientation, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/**
 * dites_row_place:
 * @row: a row
 * @child: a part of it
 * @x: where it begins, as it is read
 * @y: where it begins
 * @width: its width
 * @height: its height
 *
 * Gives a part its place, all in pixels; from right to left where that is how one reads.
 */
void
dites_row_place (GtkWidget *row,
                 GtkWidget *child,
                 int        x,
                 int        y,
                 int        width,
                 int        height)
{
  GtkAllocation allocation = { x, y, width, height };

  if (gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL)
    allocation.x = gtk_widget_get_width (row) - x - width;
  gtk_widget_size_allocate (child, &allocation, -1);
}

/**
 * dites_row_place_at_end:
 * @row: a row
 * @child: a part of it
 * @more: how much wider than it asks for it may be
 * @start: where it may begin
 * @end: where it ends
 * @y: where the line begins
 * @line_height: how high that is
 *
 * Places a part as a box would have it: in the middle of a line, at its end.
 *
 * Returns: where what is before it ends
 */
int
dites_row_place_at_end (GtkWidget *row,
                        GtkWidget *child,
                        int        more,
                        int        start,
                        int        end,
                        int        y,
                        int        line_height)
{
  int width = dites_row_place_get_size (child, GTK_ORIENTATION_HORIZONTAL);
  int height = dites_row_place_get_size (child, GTK_ORIENTATION_VERTICAL);

  width += CLAMP (end - start - width, 0, more);
  dites_row_place (row, child, end - width, y + (line_height - height) / 2, width, height);

  return end - width - DITES_ROW_SPACING;
}

/**
 * dites_row_place_below:
 * @row: a row
 * @pill: (nullable): its state
 * @mark: (nullable): its mark
 * @x: where the line begins, as it is read
 * @y: where it begins
 * @line_height: how high it is
 *
 * Places the state and the mark on a line of their own.
 */
void
dites_row_place_below (GtkWidget *row,
                       GtkWidget *pill,
                       GtkWidget *mark,
                       int        x,
                       int        y,
                       int        line_height)
{
  GtkWidget *children[] = { pill, mark };

  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    if (dites_row_place_is_shown (children[i]))
      {
        int width = dites_row_place_get_size (children[i], GTK_ORIENTATION_HORIZONTAL);
        int height = dites_row_place_get_size (children[i], GTK_ORIENTATION_VERTICAL);
        int more = DITES_IS_ROW_TEXT (children[i]) ? dites_row_text_get_missing_width (DITES_ROW_TEXT (children[i])) : 0;

        width += CLAMP (gtk_widget_get_width (row) - x - width, 0, more);
        dites_row_place (row, children[i], x, y + (line_height - height) / 2, width, height);
        x += width + DITES_ROW_SPACING;
      }
}
