/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-pdf-table.h"
#include "dites-sheet-private.h"

/* What an offer of a furnished home must say: order of 21 April 2022, and the energy code. */

/* Rooms that are let one by one. */
void
dites_sheet_draw_units (DitesFlow  *flow,
                        DitesOffer *offer)
{
  const DitesColumn columns[] = {
    { _ ("Room"), 5, FALSE },
    { _ ("Living area"), 2, TRUE },
    { _ ("Rent without charges"), 3, TRUE },
  };
  g_autoptr (GPtrArray) units = dites_document_get_items (offer->document, "units");

  if (units->len == 0)
    return;

  dites_flow_heading (flow, _ ("Rooms let one by one"), 3 * dites_table_row_height ());
  dites_table_begin (flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < units->len; i++)
    {
      DitesDocument   *unit = g_ptr_array_index (units, i);
      g_autofree char *name = dites_document_dup_string (unit, "name");
      g_autofree char *area = NULL;
      g_autofree char *rent = NULL;
      gint64           number;

      if (name == NULL || g_strstrip (name)[0] == '\0')
        {
          g_free (name);
          /* Translators: the number of a room without a name. */
          name = g_strdup_printf (_ ("Room %u"), i + 1);
        }
      if (dites_document_get_int (unit, "area", &number))
        area = dites_area_format (number);
      if (dites_document_get_int (unit, "rent_cents", &number))
        rent = dites_price_format (number);
      dites_table_row (flow, columns, G_N_ELEMENTS (columns), (const char *const[]) { name, area, rent }, NULL);
    }
  dites_table_end (flow);
  flow->y += 16;
}

static void
add_money (GPtrArray  *mentions,
           const char *format,
           gint64      cents)
{
  g_autofree char *amount = dites_money_format (cents);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_ptr_array_add (mentions, g_strdup_printf (format, amount));
#pragma GCC diagnostic pop
}

static void
add_rent (GPtrArray  *mentions,
          DitesOffer *offer)
{
  g_autofree char *mode = dites_document_dup_string (offer->document, "charges_mode");
  gint64           charges;

  if (offer->rent >= 0)
    add_money (mentions,
               /* Translators: an amount. The wording is the law's. */
               offer->rent_from ? _ ("Rent: from %s per month, charges included") : _ ("Rent: %s per month, charges included"), offer->rent);
  if (!dites_document_get_int (offer->document, "charges_cents", &charges))
    return;
  if (charges == 0)
    g_ptr_array_add (mentions, g_strdup (_ ("No charges beyond the rent")));
  else if (g_strcmp0 (mode, "provision") == 0)
    /* Translators: an amount. */
    add_money (mentions, _ ("Of which charges: %s per month, paid in advance and settled once a year"), charges);
  else if (g_strcmp0 (mode, "fixed") == 0)
    /* Translators: an amount. */
    add_money (mentions, _ ("Of which charges: %s per month, as a fixed amount"), charges);
  else
    /* Translators: an amount. */
    add_money (mentions, _ ("Of which charges: %s per month"), charges);
}

static void
add_deposit_and_fees (GPtrArray  *mentions,
                      DitesOffer *offer)
{
  gint64 cents;

  if (dites_document_get_int (offer->document, "deposit_cents", &cents))
    {
      if (cents == 0)
        g_ptr_array_add (mentions, g_strdup (_ ("No deposit")));
      else
        /* Translators: an amount. */
        add_money (mentions, _ ("Deposit: %s"), cents);
    }
  if (dites_document_get_int (offer->document, "fees_cents", &cents))
    {
      if (cents == 0)
        g_ptr_array_add (mentions, g_strdup (_ ("No fees for the tenant")));
      else
        /* Translators: an amount. */
        add_money (mentions, _ ("Fees paid by the tenant, including the inventory of fixtures: %s, tax included"), cents);
    }
}

static void
add_energy (GPtrArray  *mentions,
            DitesOffer *offer)
{
  g_autofree char *energy = dites_offer_class (offer, "dpe");
  g_autofree char *climate = dites_offer_class (offer, "ges");
  g_autofree char *number = dites_document_dup_string (offer->document, "dpe_number");

  if (energy != NULL && climate != NULL)
    /* Translators: two letters from A to G. */
    g_ptr_array_add (mentions, g_strdup_printf (_ ("Energy class %s, climate class %s"), energy, climate));
  if (number != NULL && number[0] != '\0')
    /* Translators: the number of a certificate. */
    g_ptr_array_add (mentions, g_strdup_printf (_ ("Energy certificate no. %s"), number));
  if (energy != NULL && (energy[0] == 'F' || energy[0] == 'G'))
    /* Translators: a letter, F or G. The wording is the law's. */
    g_ptr_array_add (mentions, g_strdup_printf (_ ("Home with excessive energy consumption: class %s"), energy));
}

static GPtrArray *
collect_mentions (DitesOffer *offer)
{
  GPtrArray       *mentions = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *area = dites_offer_text (offer, "area");

  add_rent (mentions, offer);
  add_deposit_and_fees (mentions, offer);
  g_ptr_array_add (mentions, g_strdup (_ ("Let furnished")));
  if (offer->commune[0] != '\0')
    /* Translators: the name of a commune. */
    g_ptr_array_add (mentions, g_strdup_printf (_ ("Commune: %s"), offer->commune));
  if (area[0] != '\0')
    /* Translators: an area in square metres. */
    g_ptr_array_add (mentions, g_strdup_printf (_ ("Living area: %s"), area));
  add_energy (mentions, offer);
  return mentions;
}

/* The mentions, in two columns, and where to read about risks. */
void
dites_sheet_draw_mentions (DitesFlow  *flow,
                           DitesOffer *offer)
{
  const double width = (DITES_FULL - DITES_GUTTER) / 2;
  g_autoptr (GPtrArray) mentions = collect_mentions (offer);
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  const guint half = (mentions->len + 1) / 2;
  double      heights[2] = { 0, 0 };
  double      y;

  for (guint i = 0; i < mentions->len; i++)
    {
      PangoLayout *layout =
        dites_pdf_layout (flow->pdf, DITES_STYLE_SMALL, g_ptr_array_index (mentions, i), width - 9);

      g_ptr_array_add (layouts, layout);
      heights[i >= half] += dites_layout_height (layout) + 2;
    }

  dites_flow_heading (flow, _ ("Information required by law"), MAX (heights[0], heights[1]) + 24);
  y = flow->y;
  for (guint i = 0; i < mentions->len; i++)
    {
      const double x = i >= half ? DITES_MARGIN + width + DITES_GUTTER : DITES_MARGIN;

      if (i == half)
        y = flow->y;
      dites_pdf_begin (flow->pdf, "P");
      dites_pdf_fill (flow->pdf, DITES_ACCENT, x, y + 4.2, 3, 3, 0);
      dites_pdf_show (flow->pdf, g_ptr_array_index (layouts, i), x + 9, y, DITES_INK);
      dites_pdf_end (flow->pdf);
      y += dites_layout_height (g_ptr_array_index (layouts, i)) + 2;
    }
  flow->y += MAX (heights[0], heights[1]) + 3;

  {
    const char *site = "www.georisques.gouv.fr";
    const char *sentence =
      _ ("Information on the risks to which this property is exposed is available on the Géorisques website:");
    g_autoptr (PangoLayout) text = dites_pdf_layout (flow->pdf, DITES_STYLE_SMALL, sentence, DITES_FULL);
    g_autoptr (PangoLayout) link = dites_pdf_layout (flow->pdf, DITES_STYLE_SMALL, site, -1);
    double link_x = DITES_MARGIN + dites_layout_width (text) + 3;
    double link_y = flow->y;

    if (pango_layout_get_line_count (text) > 1 || link_x + dites_layout_width (link) > DITES_MARGIN + DITES_FULL)
      {
        link_x = DITES_MARGIN;
        link_y += dites_layout_height (text);
      }
    dites_pdf_begin (flow->pdf, "P");
    dites_pdf_show (flow->pdf, text, DITES_MARGIN, flow->y, DITES_INK);
    dites_pdf_begin_link (flow->pdf, "https://www.georisques.gouv.fr", site);
    dites_pdf_show (flow->pdf, link, link_x, link_y, DITES_ACCENT);
    dites_pdf_rule (flow->pdf, DITES_ACCENT, link_x, link_y + 10, dites_layout_width (link));
    dites_pdf_end (flow->pdf);
    dites_pdf_end (flow->pdf);
    flow->y = link_y + 11 + 14;
  }
}
