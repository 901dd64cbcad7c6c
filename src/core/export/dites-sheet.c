/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-sheet.h"

#include <glib/gi18n.h>

#include "dites-sheet-private.h"

/*
 * The sheet of one offer: what makes one want to live there on the first page,
 * and what one must know before signing behind it. Everything flows, so that a
 * short offer takes one page and a long one as many as it needs.
 */

static void
draw_title (DitesFlow  *flow,
            DitesOffer *offer)
{
  g_autoptr (PangoLayout) title = NULL;
  g_autofree char *eyebrow =
    offer->commune[0] != '\0' && offer->type[0] != '\0'
      ? g_strdup_printf ("%s · %s", offer->commune, offer->type)
      : g_strdup_printf ("%s%s", offer->commune, offer->type);

  flow->y += dites_pdf_text (flow->pdf, "P", DITES_STYLE_EYEBROW, eyebrow, DITES_MARGIN, flow->y, DITES_FULL);
  /* A title is not a description: three lines of it are shown. */
  title = dites_pdf_layout (flow->pdf, DITES_STYLE_TITLE, offer->title, DITES_FULL);
  pango_layout_set_height (title, -3);
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  dites_pdf_begin (flow->pdf, "H1");
  dites_pdf_show (flow->pdf, title, DITES_MARGIN, flow->y, DITES_INK);
  dites_pdf_end (flow->pdf);
  flow->y += dites_layout_height (title);
  flow->y += 9;
}

/**
 * dites_sheet_draw:
 * @offer: a housing offer
 * @destination: what links to the sheet call it
 * @foot: (nullable): what stands at the foot of every page
 * @page_shift: what to add to a page's place to get its number
 * @first_page: (out): return location for the number of its first page
 *
 * Draws the sheet of @offer on pages of its own. Its owner and its exact
 * address are not on it.
 */
void
dites_sheet_draw (DitesOffer *offer,
                  const char *destination,
                  const char *foot,
                  int         page_shift,
                  guint      *first_page)
{
  DitesPdf        *pdf = offer->press->pdf;
  g_autofree char *running =
    offer->commune[0] != '\0' ? g_strdup_printf ("%s · %s", offer->title, offer->commune) : g_strdup (offer->title);
  DitesFlow flow;

  dites_flow_begin (&flow, pdf, foot, page_shift);
  *first_page = dites_flow_get_page (&flow);
  flow.running_head = running;

  dites_pdf_begin (pdf, "Sect");
  dites_pdf_begin_destination (pdf, destination);
  draw_title (&flow, offer);
  dites_pdf_end_destination (pdf);

  dites_sheet_draw_photos (&flow, offer);
  dites_sheet_draw_figures (&flow, offer);
  dites_sheet_draw_home (&flow, offer);
  dites_sheet_draw_units (&flow, offer);
  dites_sheet_draw_comfort (&flow, offer);
  dites_sheet_draw_place (&flow, offer);
  dites_sheet_draw_mentions (&flow, offer);
  dites_sheet_draw_contact (&flow, offer);
  dites_flow_finish_page (&flow);
  dites_pdf_end (pdf);
}
