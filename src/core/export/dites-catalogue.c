/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-catalogue.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-fold.h"
#include "dites-pdf-table.h"

/*
 * The contents name the page of each sheet, so they are drawn after the sheets
 * and moved before them when the file is closed. How many pages they take
 * depends only on how many offers and communes there are.
 */

#define TITLE_HEIGHT   40.0
#define COMMUNE_HEIGHT 22.0
#define ENTRY_HEIGHT   15.0

/* The text of a header takes a line, the running head of a second page this much. */
#define RUNNING_HEIGHT 22.0

static int
compare_offers (gconstpointer a,
                gconstpointer b)
{
  const DitesOffer *first = *(DitesOffer *const *) a;
  const DitesOffer *second = *(DitesOffer *const *) b;
  g_autofree char  *first_key = dites_fold (first->commune);
  g_autofree char  *second_key = dites_fold (second->commune);
  const int         order = g_strcmp0 (first_key, second_key);

  if (order != 0)
    return order;
  if (first->rent != second->rent)
    return first->rent < second->rent ? -1 : 1;
  return g_strcmp0 (first->title, second->title);
}

/**
 * dites_catalogue_sort:
 * @offers: (element-type DitesOffer): offers
 *
 * Puts @offers in the order of a catalogue: by commune, then by rent.
 */
void
dites_catalogue_sort (GPtrArray *offers)
{
  g_ptr_array_sort (offers, compare_offers);
}

/**
 * dites_catalogue_destination:
 * @index: which sheet
 *
 * Returns: (transfer full): what links to it call it
 */
char *
dites_catalogue_destination (guint index)
{
  return g_strdup_printf ("offer%u", index + 1);
}

static const DitesOffer *
get_offer (DitesCatalogue *self,
           guint           index)
{
  return g_ptr_array_index (self->offers, index);
}

static gboolean
begins_commune (DitesCatalogue *self,
                guint           index)
{
  return index == 0 || g_strcmp0 (get_offer (self, index)->commune, get_offer (self, index - 1)->commune) != 0;
}

/* Pages of the list by commune: the heights that draw_list() uses, added up. */
static guint
count_list (DitesCatalogue *self)
{
  double y = DITES_TOP + TITLE_HEIGHT;
  guint  pages = 1;

  for (guint i = 0; i < self->offers->len; i++)
    {
      const double commune = begins_commune (self, i) ? COMMUNE_HEIGHT : 0;

      if (y + commune + ENTRY_HEIGHT > DITES_BOTTOM)
        {
          pages++;
          y = DITES_TOP + RUNNING_HEIGHT;
        }
      y += commune + ENTRY_HEIGHT;
    }
  return pages;
}

#define N_COLUMNS 8

static void
get_columns (DitesColumn *columns)
{
  const DitesColumn all[N_COLUMNS] = {
    { C_ ("column", "Home"), 27, FALSE },
      { C_ ("column", "Commune"), 15, FALSE },
        { C_ ("column", "Type"), 12, FALSE },
          { C_ ("column", "Area"), 9, TRUE },
            { C_ ("column", "Rent*"), 9, TRUE },
              { C_ ("column", "Available"), 11, TRUE },
                { C_ ("column", "Energy"), 9, TRUE },
                  { C_ ("column", "Page"), 7, TRUE },
                };

  memcpy (columns, all, sizeof all);
}

/* Pages of the summary: only its first three columns may take more than a line. */
static guint
count_table (DitesCatalogue *self)
{
  DitesColumn columns[N_COLUMNS];
  double      y = DITES_TOP + TITLE_HEIGHT + dites_table_row_height ();
  guint       pages = 1;

  get_columns (columns);
  for (guint i = 0; i < self->offers->len; i++)
    {
      const DitesOffer *offer = get_offer (self, i);
      const char *const cells[N_COLUMNS] = { offer->title, offer->commune, offer->type };
      const double      row = dites_table_measure (self->press->pdf, columns, N_COLUMNS, cells);

      if (y + row > DITES_BOTTOM)
        {
          pages++;
          y = DITES_TOP + RUNNING_HEIGHT + dites_table_row_height ();
        }
      y += row;
    }
  return pages;
}

/**
 * dites_catalogue_count_contents:
 * @self: a catalogue
 *
 * Returns: how many pages dites_catalogue_draw_contents() will draw
 */
guint
dites_catalogue_count_contents (DitesCatalogue *self)
{
  return count_list (self) + count_table (self);
}

static void
draw_leader (DitesPdf *pdf,
             double    from,
             double    to,
             double    y)
{
  static const double dots[] = { 0.8, 3.2 };
  cairo_t            *cr = dites_pdf_get_cairo (pdf);

  if (to <= from)
    return;
  cairo_save (cr);
  dites_pdf_set_colour (pdf, DITES_LINE);
  cairo_set_line_width (cr, 0.8);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_entry (DitesCatalogue *self,
            DitesFlow      *flow,
            guint           index)
{
  DitesPdf         *pdf = flow->pdf;
  const DitesOffer *offer = get_offer (self, index);
  const double      right = DITES_MARGIN + DITES_FULL;
  g_autofree char  *destination = dites_catalogue_destination (index);
  g_autofree char  *number = g_strdup_printf ("%u", self->pages[index]);
  /* Translators: a home, and the number of a page. */
  g_autofree char *contents = g_strdup_printf (_ ("%s, page %s"), offer->title, number);
  g_autofree char *rent = dites_offer_rent ((DitesOffer *) offer);
  g_autoptr (PangoLayout) title = dites_pdf_layout_line (pdf, DITES_STYLE_BODY, offer->title, DITES_FULL - 130);
  g_autoptr (PangoLayout) price = dites_pdf_layout (pdf, DITES_STYLE_SMALL, rent, -1);
  g_autoptr (PangoLayout) page = dites_pdf_layout (pdf, DITES_STYLE_STRONG, number, -1);
  const double price_x = right - 34 - dites_layout_width (price);

  dites_pdf_begin (pdf, "TOCI");
  dites_pdf_begin_jump (pdf, destination, contents);
  dites_pdf_show (pdf, title, DITES_MARGIN + 10, flow->y, DITES_INK);
  draw_leader (pdf, DITES_MARGIN + 16 + dites_layout_width (title), price_x - 5, flow->y + 9.5);
  if (rent[0] != '\0')
    dites_pdf_show (pdf, price, price_x, flow->y + 1.3, DITES_MUTED);
  dites_pdf_show (pdf, page, right - dites_layout_width (page), flow->y, DITES_ACCENT);
  dites_pdf_end (pdf);
  dites_pdf_end (pdf);
  flow->y += ENTRY_HEIGHT;
}

static void
draw_list (DitesCatalogue *self,
           DitesFlow      *flow)
{
  DitesPdf *pdf = flow->pdf;

  dites_pdf_begin_destination (pdf, "contents");
  dites_pdf_text (pdf, "H1", DITES_STYLE_TITLE, _ ("Contents"), DITES_MARGIN, flow->y, DITES_FULL);
  dites_pdf_end_destination (pdf);
  flow->y += TITLE_HEIGHT;

  dites_pdf_begin (pdf, "TOC");
  for (guint i = 0; i < self->offers->len; i++)
    {
      const gboolean begins = begins_commune (self, i);
      const char    *commune = get_offer (self, i)->commune;

      if (flow->y + (begins ? COMMUNE_HEIGHT : 0) + ENTRY_HEIGHT > flow->bottom)
        {
          dites_pdf_end (pdf);
          dites_flow_new_page (flow);
          dites_pdf_begin (pdf, "TOC");
        }
      if (begins)
        {
          dites_pdf_text (pdf, "TOCI", DITES_STYLE_HEADING, commune[0] != '\0' ? commune : _ ("Without a commune"), DITES_MARGIN, flow->y + 6, DITES_FULL);
          flow->y += COMMUNE_HEIGHT;
        }
      draw_entry (self, flow, i);
    }
  dites_pdf_end (pdf);
  dites_flow_finish_page (flow);
}

static void
draw_summary_row (DitesCatalogue    *self,
                  DitesFlow         *flow,
                  const DitesColumn *columns,
                  guint              index)
{
  DitesOffer       *offer = g_ptr_array_index (self->offers, index);
  const DitesDay    from = dites_document_get_day (offer->document, "available_from");
  g_autofree char  *destination = dites_catalogue_destination (index);
  g_autofree char  *area = dites_offer_text (offer, "area");
  g_autofree char  *rent = offer->rent >= 0 ? dites_price_format (offer->rent) : NULL;
  g_autofree char  *day = from != DITES_DAY_NONE ? dites_day_format (from, DITES_DAY_SHORT) : NULL;
  g_autofree char  *energy = dites_offer_class (offer, "dpe");
  g_autofree char  *page = g_strdup_printf ("%u", self->pages[index]);
  const char *const cells[] = { offer->title, offer->commune, offer->type, area, rent, day, energy, page };

  dites_table_row (flow, columns, N_COLUMNS, cells, destination);
}

static void
draw_summary (DitesCatalogue *self,
              DitesFlow      *flow)
{
  DitesColumn columns[N_COLUMNS];

  get_columns (columns);
  dites_pdf_begin_destination (flow->pdf, "summary");
  dites_pdf_text (flow->pdf, "H1", DITES_STYLE_TITLE, _ ("All homes at a glance"), DITES_MARGIN, flow->y, DITES_FULL);
  dites_pdf_end_destination (flow->pdf);
  dites_pdf_text (flow->pdf, "P", DITES_STYLE_CAPTION, _ ("* per month, charges included; for rooms let one by one, the cheapest"), DITES_MARGIN, flow->y + 26, DITES_FULL);
  flow->y += TITLE_HEIGHT;

  dites_table_begin (flow, columns, N_COLUMNS);
  for (guint i = 0; i < self->offers->len; i++)
    draw_summary_row (self, flow, columns, i);
  dites_table_end (flow);
  dites_flow_finish_page (flow);
}

/**
 * dites_catalogue_draw_contents:
 * @self: a catalogue whose sheets are drawn
 * @foot: (nullable): what stands at the foot of every page
 * @page_shift: what to add to a page's place to get its number
 *
 * Draws the contents and the summary, as one section.
 */
void
dites_catalogue_draw_contents (DitesCatalogue *self,
                               const char     *foot,
                               int             page_shift)
{
  DitesPdf *pdf = self->press->pdf;
  DitesFlow flow;

  dites_flow_begin (&flow, pdf, foot, page_shift);
  dites_pdf_begin (pdf, "Sect");
  flow.running_head = self->title;
  draw_list (self, &flow);
  dites_flow_begin (&flow, pdf, foot, page_shift);
  flow.running_head = self->title;
  draw_summary (self, &flow);
  dites_pdf_end (pdf);
}
