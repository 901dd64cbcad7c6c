/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-sheet-private.h"

#define N_CLASSES 7
#define BAR       10.5
#define BAR_GAP   2.0

/* The colours of the official scales; the letters say the same. */
static const guint32 energy_colours[N_CLASSES] = { 0x009c6d, 0x52b153, 0x78bd76, 0xf4e70f, 0xf0b50f, 0xeb8235, 0xd7221f };
static const guint32 climate_colours[N_CLASSES] = { 0xa3dbf8, 0x8cb4d2, 0x7792b1, 0x606f8f, 0x4d5271, 0x393551, 0x281b35 };

static void
draw_bar (DitesPdf *pdf,
          guint32   colour,
          char      letter,
          gboolean  chosen,
          double    x,
          double    y,
          double    width)
{
  const char text[] = { letter, '\0' };
  g_autoptr (PangoLayout) layout =
    dites_pdf_layout (pdf, chosen ? DITES_STYLE_SMALL_STRONG : DITES_STYLE_LABEL, text, -1);
  cairo_t     *cr = dites_pdf_get_cairo (pdf);
  const double tip = BAR / 2;

  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width - tip, y);
  cairo_line_to (cr, x + width, y + tip);
  cairo_line_to (cr, x + width - tip, y + BAR);
  cairo_line_to (cr, x, y + BAR);
  cairo_close_path (cr);
  dites_pdf_set_colour (pdf, colour);
  cairo_fill (cr);
  dites_pdf_show (pdf, layout, x + 4, y + (BAR - dites_layout_height (layout)) / 2, dites_readable_on (colour));
}

static void
draw_pointer (DitesPdf   *pdf,
              const char *letter,
              double      x,
              double      y,
              double      width)
{
  g_autoptr (PangoLayout) layout = dites_pdf_layout (pdf, DITES_STYLE_NUMBER, letter, -1);
  const double height = 20;
  const double top = y + (BAR - height) / 2;
  cairo_t     *cr = dites_pdf_get_cairo (pdf);

  cairo_new_path (cr);
  cairo_move_to (cr, x + 5, top);
  cairo_line_to (cr, x + width, top);
  cairo_line_to (cr, x + width, top + height);
  cairo_line_to (cr, x + 5, top + height);
  cairo_line_to (cr, x, top + height / 2);
  cairo_close_path (cr);
  dites_pdf_set_colour (pdf, DITES_INK);
  cairo_fill (cr);
  dites_pdf_show (pdf, layout, x + 5 + (width - 5 - dites_layout_width (layout)) / 2,
                  top + (height - dites_layout_height (layout)) / 2, DITES_WHITE);
}

static double
draw_scale (DitesPdf      *pdf,
            const guint32 *colours,
            const char    *letter,
            const char    *title,
            const char    *alternative,
            double         x,
            double         y,
            double         width)
{
  const double shortest = 20;
  const double step = (width - 30 - shortest) / (N_CLASSES - 1);
  g_autoptr (PangoLayout) heading = dites_pdf_layout_line (pdf, DITES_STYLE_LABEL, title, width);

  dites_pdf_begin_figure (pdf, alternative);
  dites_pdf_show (pdf, heading, x, y, DITES_MUTED);
  y += 13;
  for (guint i = 0; i < N_CLASSES; i++)
    {
      const gboolean chosen = letter[0] == 'A' + (int) i;
      const double   top = y + i * (BAR + BAR_GAP);

      draw_bar (pdf, colours[i], (char) ('A' + i), chosen, x, top, shortest + i * step);
      if (chosen)
        draw_pointer (pdf, letter, x + width - 26, top, 26);
    }
  dites_pdf_end (pdf);
  return y + N_CLASSES * (BAR + BAR_GAP) + 4;
}

static char *
cost_text (DitesOffer *offer)
{
  g_autofree char *least = dites_offer_money (offer, "energy_cost_min_cents");
  g_autofree char *most = dites_offer_money (offer, "energy_cost_max_cents");

  if (least != NULL && most != NULL)
    /* Translators: two amounts. */
    return g_strdup_printf (_ ("Estimated energy cost for standard use: between %s and %s a year."), least, most);
  if (least != NULL || most != NULL)
    /* Translators: an amount. */
    return g_strdup_printf (_ ("Estimated energy cost for standard use: about %s a year."), least != NULL ? least : most);
  return g_strdup ("");
}

/**
 * dites_sheet_draw_energy:
 * @pdf: a PDF
 * @offer: an offer
 * @x: the column's left side
 * @y: where it begins
 * @width: the column's width
 *
 * Draws the two scales, or says that the classes are not known.
 *
 * Returns: where it ends
 */
double
dites_sheet_draw_energy (DitesPdf   *pdf,
                         DitesOffer *offer,
                         double      x,
                         double      y,
                         double      width)
{
  const double     half = (width - 14) / 2;
  g_autofree char *energy = dites_offer_class (offer, "dpe");
  g_autofree char *climate = dites_offer_class (offer, "ges");
  g_autofree char *cost = cost_text (offer);
  const DitesDay   made = dites_document_get_day (offer->document, "dpe_date");
  double           bottom;

  y += dites_pdf_text (pdf, "H2", DITES_STYLE_HEADING, _ ("Energy"), x, y, width) + 4;
  bottom = y;
  if (energy != NULL)
    {
      g_autofree char *text =
        /* Translators: a letter from A to G. */
        g_strdup_printf (_ ("Energy class %s, on a scale from A, the most economical, to G"), energy);

      bottom = draw_scale (pdf, energy_colours, energy, _ ("Energy class"), text, x, y, half);
    }
  if (climate != NULL)
    {
      g_autofree char *text =
        /* Translators: a letter from A to G. */
        g_strdup_printf (_ ("Climate class %s, on a scale from A, the lowest emissions, to G"), climate);

      bottom = draw_scale (pdf, climate_colours, climate, _ ("Climate class"), text, energy != NULL ? x + half + 14 : x, y, half);
    }
  if (energy == NULL && climate == NULL)
    bottom += dites_pdf_text (pdf, "P", DITES_STYLE_SMALL,
                              _ ("The energy performance certificate has not been given yet."), x, bottom, width);

  bottom += dites_pdf_text (pdf, "P", DITES_STYLE_SMALL, cost, x, bottom, width);
  if (made != DITES_DAY_NONE && (energy != NULL || climate != NULL))
    {
      g_autofree char *date = dites_day_format (made, DITES_DAY_LONG);
      /* Translators: a date. */
      g_autofree char *text = g_strdup_printf (_ ("Certificate of %s."), date);

      bottom += dites_pdf_text (pdf, "P", DITES_STYLE_CAPTION, text, x, bottom + 2, width) + 2;
    }
  return bottom;
}
