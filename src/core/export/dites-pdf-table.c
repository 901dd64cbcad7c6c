/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-pdf-table.h"

/* Rows of one line, all of one height: how many pages a table takes is known before it is drawn. */
#define ROW_HEIGHT 17.0
#define PADDING    5.0

/**
 * dites_table_row_height:
 *
 * Returns: how high each row is, the header too
 */
double
dites_table_row_height (void)
{
  return ROW_HEIGHT;
}

static double
column_width (const DitesColumn *columns,
              guint              n_columns,
              guint              index)
{
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    sum += columns[i].share;
  return DITES_FULL * columns[index].share / sum;
}

static void
draw_cell (DitesFlow  *flow,
           DitesStyle  style,
           const char *text,
           gboolean    to_right,
           double      x,
           double      width,
           guint32     colour)
{
  g_autoptr (PangoLayout) layout = dites_pdf_layout_line (flow->pdf, style, text, width - 2 * PADDING);

  if (to_right)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  dites_pdf_show (flow->pdf, layout, x + PADDING, flow->y + (ROW_HEIGHT - dites_style_leading (style)) / 2, colour);
}

/**
 * dites_table_begin:
 * @flow: where it comes
 * @columns: its columns
 * @n_columns: how many
 *
 * Begins a table with its header. Only rows come until dites_table_end().
 */
void
dites_table_begin (DitesFlow         *flow,
                   const DitesColumn *columns,
                   guint              n_columns)
{
  double x = DITES_MARGIN;

  dites_pdf_begin (flow->pdf, "Table");
  dites_pdf_begin (flow->pdf, "TR");
  for (guint i = 0; i < n_columns; i++)
    {
      const double width = column_width (columns, n_columns, i);

      dites_pdf_begin_header_cell (flow->pdf, FALSE);
      dites_pdf_fill (flow->pdf, DITES_ACCENT, x, flow->y, width + 0.2, ROW_HEIGHT, 0);
      draw_cell (flow, DITES_STYLE_SMALL_STRONG, columns[i].header, columns[i].to_right, x, width, DITES_WHITE);
      dites_pdf_end (flow->pdf);
      x += width;
    }
  dites_pdf_end (flow->pdf);
  flow->y += ROW_HEIGHT;
}

/**
 * dites_table_row:
 * @flow: where it comes
 * @columns: the columns of the table
 * @n_columns: how many
 * @cells: the text of each cell; an empty one becomes a dash
 * @destination: (nullable): what the first cell links to
 *
 * Adds a row; at the end of a page the table goes on with its header on the next.
 */
void
dites_table_row (DitesFlow         *flow,
                 const DitesColumn *columns,
                 guint              n_columns,
                 const char *const *cells,
                 const char        *destination)
{
  double x = DITES_MARGIN;

  if (flow->y + ROW_HEIGHT > flow->bottom)
    {
      dites_table_end (flow);
      dites_flow_new_page (flow);
      dites_table_begin (flow, columns, n_columns);
    }

  dites_pdf_begin (flow->pdf, "TR");
  for (guint i = 0; i < n_columns; i++)
    {
      const double   width = column_width (columns, n_columns, i);
      const char    *text = cells[i] != NULL && cells[i][0] != '\0' ? cells[i] : "–";
      const gboolean linked = i == 0 && destination != NULL;

      dites_pdf_begin (flow->pdf, "TD");
      if (linked)
        dites_pdf_begin_jump (flow->pdf, destination, text);
      draw_cell (flow, i == 0 ? DITES_STYLE_SMALL_STRONG : DITES_STYLE_SMALL, text, columns[i].to_right, x, width,
                 linked ? DITES_ACCENT : DITES_INK);
      dites_pdf_rule (flow->pdf, DITES_LINE, x, flow->y + ROW_HEIGHT - 0.6, width);
      if (linked)
        dites_pdf_end (flow->pdf);
      dites_pdf_end (flow->pdf);
      x += width;
    }
  dites_pdf_end (flow->pdf);
  flow->y += ROW_HEIGHT;
}

/**
 * dites_table_end:
 * @flow: where it came
 *
 * Ends the table.
 */
void
dites_table_end (DitesFlow *flow)
{
  dites_pdf_end (flow->pdf);
}
