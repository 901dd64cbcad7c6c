/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-sheet-private.h"

/* For the heading, one line of the name, and the phone and the address beside them. */
#define BRIEF_HEIGHT 40

static double
draw_contact_link (DitesPdf   *pdf,
                   const char *text,
                   const char *uri,
                   const char *contents,
                   double      right,
                   double      y)
{
  g_autoptr (PangoLayout) layout = dites_pdf_layout_line (pdf, DITES_STYLE_SMALL_STRONG, text, 200);

  if (text[0] == '\0')
    return y;
  dites_pdf_begin (pdf, "P");
  dites_pdf_begin_link (pdf, uri, contents);
  dites_pdf_show (pdf, layout, right - dites_layout_width (layout), y, DITES_ACCENT);
  dites_pdf_end (pdf);
  dites_pdf_end (pdf);
  return y + dites_style_leading (DITES_STYLE_SMALL);
}

/* The mission's name and its address, of which either may be long. */
static PangoLayout *
lay_lines (DitesPdf   *pdf,
           const char *text)
{
  return dites_pdf_layout_lines (pdf, DITES_STYLE_SMALL, text, 280, 3);
}

/* Whom to write to: the mission, and never the owner. At the foot of a page that has no room
 * for all of it, its address and website are left out rather than put on a page of their own. */
void
dites_sheet_draw_contact (DitesFlow  *flow,
                          DitesOffer *offer)
{
  DitesPress      *press = offer->press;
  double           height = 62;
  const double     right = DITES_MARGIN + DITES_FULL - 14;
  gboolean         brief;
  const char      *name = press->mission[0] != '\0' ? press->mission : press->service;
  g_autofree char *mail = g_strdup_printf ("mailto:%s", press->email);
  g_autofree char *lines = NULL;
  g_autoptr (PangoLayout) name_layout = NULL;
  g_autoptr (PangoLayout) address_layout = NULL;
  double y;

  if (name[0] == '\0' && press->phone[0] == '\0' && press->email[0] == '\0')
    return;

  lines = name[0] != '\0' && press->service[0] != '\0' && name != press->service
            ? g_strdup_printf ("%s, %s", name, press->service)
            : g_strdup (name);
  name_layout = lay_lines (flow->pdf, lines);
  address_layout = lay_lines (flow->pdf, press->address);
  /* There is room for one line of each. */
  height += (pango_layout_get_line_count (name_layout) + pango_layout_get_line_count (address_layout) - 2) *
            dites_style_leading (DITES_STYLE_SMALL);

  brief = flow->bottom - flow->y < height && flow->bottom - flow->y >= BRIEF_HEIGHT &&
          pango_layout_get_line_count (name_layout) == 1;
  if (brief)
    height = BRIEF_HEIGHT;
  dites_flow_need (flow, height);
  if (flow->y < flow->bottom - height)
    flow->y = flow->bottom - height;
  y = flow->y;

  dites_pdf_begin (flow->pdf, "H2");
  dites_pdf_fill (flow->pdf, DITES_TINT, DITES_MARGIN, y, DITES_FULL, height - 4, 3);
  dites_pdf_text (flow->pdf, NULL, DITES_STYLE_HEADING, _ ("Does this home suit you?"), DITES_MARGIN + 14, y + (brief ? 4 : 8), 300);
  dites_pdf_end (flow->pdf);

  {
    double             line_y = y + (brief ? 20 : 26);
    PangoLayout *const layouts[] = { name_layout, address_layout };

    for (guint i = 0; i < (brief ? 1 : G_N_ELEMENTS (layouts)); i++)
      {
        if (*pango_layout_get_text (layouts[i]) == '\0')
          continue;
        dites_pdf_begin (flow->pdf, "P");
        dites_pdf_show (flow->pdf, layouts[i], DITES_MARGIN + 14, line_y, DITES_INK);
        dites_pdf_end (flow->pdf);
        line_y += pango_layout_get_line_count (layouts[i]) * dites_style_leading (DITES_STYLE_SMALL);
      }
  }
  {
    /* Translators: a phone number. */
    g_autofree char *call = g_strdup_printf (_ ("Call %s"), press->phone);
    /* Translators: an e-mail address. */
    g_autofree char *write = g_strdup_printf (_ ("Write to %s"), press->email);
    /* Translators: a website. */
    g_autofree char *visit = g_strdup_printf (_ ("Visit %s"), press->website);

    y = draw_contact_link (flow->pdf, press->phone, press->phone_link, call, right, y + (brief ? 5 : 12));
    y = draw_contact_link (flow->pdf, press->email, mail, write, right, y);
    if (!brief)
      draw_contact_link (flow->pdf, press->website, press->website_link, visit, right, y);
  }
  flow->y += height;
}
