/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-pdf-table.h"

/* Texts take a few lines where they must, and amounts one. */
#define ROW_HEIGHT 17.0
#define PADDING    5.0
#define MAX_LINES  4

/**
 * dites_table_row_height:
 *
 * Returns: how high a row of one line is, and the header
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

static PangoLayout *
lay_cell (DitesPdf          *pdf,
          const DitesColumn *columns,
          guint              n_columns,
          guint              index,
          const char        *text)
{
  return dites_pdf_layout_lines (pdf, index == 0 ? DITES_STYLE_SMALL_STRONG : DITES_STYLE_SMALL, text,
                                 column_width (columns, n_columns, index) - 2 * PADDING,
                                 columns[index].to_right ? 1 : MAX_LINES);
}

/**
 * dites_table_measure:
 * @pdf: where the table comes
 * @columns: the columns of the table
 * @n_columns: how many
 * @cells: the text of each cell
 *
 * Returns: how high the row of @cells is: how many pages a table takes is known before it is drawn
 */
double
dites_table_measure (DitesPdf          *pdf,
                     const DitesColumn *columns,
                     guint              n_columns,
                     const char *const *cells)
{
  int n_lines = 1;

  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (PangoLayout) layout = cells[i] != NULL ? lay_cell (pdf, columns, n_columns, i, cells[i]) : NULL;

      if (layout != NULL)
        n_lines = MAX (n_lines, pango_layout_get_line_count (layout));
    }

  return ROW_HEIGHT + (n_lines - 1) * dites_style_leading (DITES_STYLE_SMALL);
}

static void
draw_cell (DitesFlow   *flow,
           DitesStyle   style,
           PangoLayout *layout,
           gboolean     to_right,
           double       x,
           guint32      colour)
{
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
      g_autoptr (PangoLayout) header = dites_pdf_layout_line (flow->pdf, DITES_STYLE_SMALL_STRONG, columns[i].header, width - 2 * PADDING);

      dites_pdf_begin_header_cell (flow->pdf, FALSE);
      dites_pdf_fill (flow->pdf, DITES_ACCENT, x, flow->y, width + 0.2, ROW_HEIGHT, 0);
      draw_cell (flow, DITES_STYLE_SMALL_STRONG, header, columns[i].to_right, x, DITES_WHITE);
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
  const double height = dites_table_measure (flow->pdf, columns, n_columns, cells);
  double       x = DITES_MARGIN;

  if (flow->y + height > flow->bottom)
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
      g_autoptr (PangoLayout) layout = lay_cell (flow->pdf, columns, n_columns, i, text);

      dites_pdf_begin (flow->pdf, "TD");
      if (linked)
        dites_pdf_begin_jump (flow->pdf, destination, text);
      draw_cell (flow, i == 0 ? DITES_STYLE_SMALL_STRONG : DITES_STYLE_SMALL, layout, columns[i].to_right, x,
                 linked ? DITES_ACCENT : DITES_INK);
      dites_pdf_rule (flow->pdf, DITES_LINE, x, flow->y + height - 0.6, width);
      if (linked)
        dites_pdf_end (flow->pdf);
      dites_pdf_end (flow->pdf);
      x += width;
    }
  dites_pdf_end (flow->pdf);
  flow->y += height;
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
