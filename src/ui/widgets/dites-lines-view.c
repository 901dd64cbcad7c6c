/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-lines-view.h"

/**
 * DitesLinesView:
 *
 * A text view that is as high as its text is at its width. #GtkTextView only knows
 * the height at the width that it had before, so that it cuts lines which wrap.
 */
struct _DitesLinesView
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (DitesLinesView, dites_lines_view, GTK_TYPE_TEXT_VIEW)

static GtkSizeRequestMode
dites_lines_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dites_lines_view_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 1;
      *natural = 200;
      return;
    }

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (for_size >= 0)
    pango_layout_set_width (layout, for_size * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, natural);
  *minimum = *natural;
}

static void
dites_lines_view_class_init (DitesLinesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = dites_lines_view_get_request_mode;
  widget_class->measure = dites_lines_view_measure;
}

static void
dites_lines_view_init (DitesLinesView *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  /* Tab leads to the next field, as everywhere in a form. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed", G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}

/**
 * dites_lines_view_new:
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
dites_lines_view_new (void)
{
  return g_object_new (DITES_TYPE_LINES_VIEW, NULL);
}
