/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-flow.h"

/* A paragraph leaves at least this many lines on a page, and takes as many to the next. */
#define KEPT_LINES 2

#define FOOT_Y        812.0
#define HEADING_SPACE 4.0

static void
draw_foot (DitesFlow *self)
{
  g_autofree char *number = g_strdup_printf ("%u", dites_flow_get_page (self));
  g_autoptr (PangoLayout) page = dites_pdf_layout (self->pdf, DITES_STYLE_CAPTION, number, -1);

  dites_pdf_begin (self->pdf, "P");
  dites_pdf_rule (self->pdf, DITES_LINE, DITES_MARGIN, FOOT_Y - 5, DITES_FULL);
  if (self->foot != NULL && self->foot[0] != '\0')
    {
      g_autoptr (PangoLayout) foot = dites_pdf_layout_line (self->pdf, DITES_STYLE_CAPTION, self->foot, DITES_FULL - 40);

      dites_pdf_show (self->pdf, foot, DITES_MARGIN, FOOT_Y, DITES_MUTED);
    }
  dites_pdf_show (self->pdf, page, DITES_MARGIN + DITES_FULL - dites_layout_width (page), FOOT_Y, DITES_MUTED);
  dites_pdf_end (self->pdf);
}

/**
 * dites_flow_begin:
 * @self: a flow
 * @pdf: where it is drawn
 * @foot: (nullable): what stands at the foot of every page; must outlive @self
 * @page_shift: what to add to a page's place to get its number
 *
 * Begins a flow at the top of a new page.
 */
void
dites_flow_begin (DitesFlow  *self,
                  DitesPdf   *pdf,
                  const char *foot,
                  int         page_shift)
{
  *self = (DitesFlow) { .pdf = pdf, .foot = foot, .page_shift = page_shift };

  dites_pdf_begin_page (pdf);
  self->width = DITES_FULL;
  self->y = DITES_TOP;
  self->bottom = DITES_BOTTOM;
}

/**
 * dites_flow_get_page:
 * @self: a flow
 *
 * Returns: the number of the page, as readers know it
 */
guint
dites_flow_get_page (DitesFlow *self)
{
  return (guint) ((int) dites_pdf_get_n_pages (self->pdf) + self->page_shift);
}

/**
 * dites_flow_finish_page:
 * @self: a flow
 *
 * Draws what is still due on the page, and its foot. Nothing else comes on it.
 */
void
dites_flow_finish_page (DitesFlow *self)
{
  void (*leaving) (DitesFlow *, gpointer) = self->leaving;

  self->leaving = NULL;
  if (leaving != NULL)
    leaving (self, self->leaving_data);
  draw_foot (self);
}

/**
 * dites_flow_new_page:
 * @self: a flow
 *
 * Leaves the page for a new one, at its full width.
 */
void
dites_flow_new_page (DitesFlow *self)
{
  dites_flow_finish_page (self);
  dites_pdf_begin_page (self->pdf);
  self->width = DITES_FULL;
  self->y = DITES_TOP;
  self->bottom = DITES_BOTTOM;

  if (self->running_head != NULL)
    {
      g_autoptr (PangoLayout) head =
        dites_pdf_layout_line (self->pdf, DITES_STYLE_LABEL, self->running_head, DITES_FULL);

      dites_pdf_begin (self->pdf, "P");
      dites_pdf_show (self->pdf, head, DITES_MARGIN, self->y - 6, DITES_MUTED);
      dites_pdf_rule (self->pdf, DITES_LINE, DITES_MARGIN, self->y + 8, DITES_FULL);
      dites_pdf_end (self->pdf);
      self->y += 22;
    }
}

/**
 * dites_flow_need:
 * @self: a flow
 * @height: how much room something takes
 *
 * Makes sure that @height follows on one page.
 *
 * Returns: whether it took a new page
 */
gboolean
dites_flow_need (DitesFlow *self,
                 double     height)
{
  if (self->y + height <= self->bottom)
    return FALSE;
  dites_flow_new_page (self);
  return TRUE;
}

/**
 * dites_flow_heading:
 * @self: a flow
 * @text: a heading of the second level
 * @keep: how much room must follow it on its page
 *
 * Adds a heading, never as the last thing on a page.
 */
void
dites_flow_heading (DitesFlow  *self,
                    const char *text,
                    double      keep)
{
  dites_flow_need (self, dites_style_leading (DITES_STYLE_HEADING) + HEADING_SPACE + keep);
  self->y += dites_pdf_text (self->pdf, "H2", DITES_STYLE_HEADING, text, DITES_MARGIN, self->y, self->width);
  self->y += HEADING_SPACE;
}

/* Draws the lines from @first on that fit; the result is the first that does not. */
static int
draw_lines (DitesFlow   *self,
            PangoLayout *layout,
            DitesStyle   style,
            int          first,
            int          n)
{
  const double     leading = dites_style_leading (style);
  cairo_t         *cr = dites_pdf_get_cairo (self->pdf);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int              line = 0;
  double           top = 0;

  dites_pdf_begin (self->pdf, "P");
  dites_pdf_set_colour (self->pdf, dites_style_colour (style));
  do
    {
      PangoRectangle extents;

      if (line < first || line >= first + n)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      if (line == first)
        top = extents.y / (double) PANGO_SCALE;
      cairo_move_to (cr, DITES_MARGIN + extents.x / (double) PANGO_SCALE,
                     self->y + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE - top);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (line++, pango_layout_iter_next_line (iter));
  dites_pdf_end (self->pdf);
  pango_layout_iter_free (iter);

  self->y += n * leading;
  return first + n;
}

/* One paragraph; set anew where a page is wider than the last. */
static void
add_paragraph (DitesFlow  *self,
               DitesStyle  style,
               const char *text)
{
  const double     leading = dites_style_leading (style);
  g_autofree char *rest = g_strdup (text);

  for (;;)
    {
      g_autoptr (PangoLayout) layout = dites_pdf_layout (self->pdf, style, rest, self->width);
      const int   n_lines = pango_layout_get_line_count (layout);
      const int   room = (int) ((self->bottom - self->y) / leading + 0.01);
      int         taken = MIN (n_lines, MAX (room, 0));
      const char *set;
      char       *next;
      int         start;

      if (taken < n_lines && n_lines - taken < KEPT_LINES)
        taken = n_lines - KEPT_LINES;
      if (taken < n_lines && taken < KEPT_LINES)
        taken = 0;
      if (taken > 0)
        draw_lines (self, layout, style, 0, taken);
      if (taken == n_lines)
        {
          dites_pdf_note_text (self->pdf, rest);
          return;
        }

      set = pango_layout_get_text (layout);
      start = pango_layout_line_get_start_index (pango_layout_get_line_readonly (layout, taken));
      if (taken > 0)
        {
          g_autofree char *drawn = g_strndup (set, (gsize) start);

          dites_pdf_note_text (self->pdf, drawn);
        }
      next = g_strdup (set + start);
      g_free (rest);
      rest = next;
      dites_flow_new_page (self);
    }
}

/**
 * dites_flow_text:
 * @self: a flow
 * @style: how it is set
 * @text: paragraphs, one a line
 *
 * Adds text, on as many pages as it takes.
 */
void
dites_flow_text (DitesFlow  *self,
                 DitesStyle  style,
                 const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_strstrip (paragraphs[i]);
      if (paragraphs[i][0] == '\0')
        self->y += dites_style_leading (style) / 2;
      else
        add_paragraph (self, style, paragraphs[i]);
    }
}
