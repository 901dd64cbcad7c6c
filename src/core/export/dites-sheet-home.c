/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-sheet-private.h"

/* The fields of the short list beside the description, where the offer has them. */
static const char *const brief_members[] = {
  "contracts",
  "bedrooms",
  "places",
  "floor",
  "lift",
  "bathroom",
  "kitchen",
  "heating",
  "internet",
  "parking",
  "accessible",
  "pets",
  "smoking",
};

typedef struct
{
  DitesOffer *offer;
  double      y;      /* where the narrow column begins */
  double      bottom; /* where it ends; 0 while it is empty */
} Brief;

/* Adds a fact under the heading, which comes with the first one. */
static void
draw_fact (DitesPdf   *pdf,
           Brief      *brief,
           const char *label,
           const char *value)
{
  const double label_width = 66;
  const double value_width = DITES_NARROW - label_width - 6;
  g_autoptr (PangoLayout) name = NULL;
  g_autoptr (PangoLayout) text = NULL;
  double height;

  if (value[0] == '\0' || brief->bottom > DITES_BOTTOM - 80)
    return;
  if (brief->bottom == 0)
    brief->bottom = brief->y + 4 +
                    dites_pdf_text (pdf, "H2", DITES_STYLE_HEADING, _ ("In brief"), DITES_NARROW_X, brief->y, DITES_NARROW);

  name = dites_pdf_layout (pdf, DITES_STYLE_LABEL, label, label_width);
  text = dites_pdf_layout (pdf, DITES_STYLE_SMALL, value, value_width);
  height = MAX (dites_layout_height (name), dites_layout_height (text)) + 5;

  dites_pdf_begin (pdf, "P");
  dites_pdf_show (pdf, name, DITES_NARROW_X, brief->bottom + 0.6, DITES_MUTED);
  dites_pdf_show (pdf, text, DITES_NARROW_X + label_width + 6, brief->bottom, DITES_INK);
  dites_pdf_rule (pdf, DITES_LINE, DITES_NARROW_X, brief->bottom + height - 2.5, DITES_NARROW);
  dites_pdf_end (pdf);
  brief->bottom += height;
}

static char *
duration_text (DitesOffer *offer)
{
  gint64 least = 0, most = 0;

  dites_document_get_int (offer->document, "min_months", &least);
  dites_document_get_int (offer->document, "max_months", &most);
  if (least > 0 && most > least)
    /* Translators: how long one can stay, as in “1 to 6 months”. */
    return g_strdup_printf (_ ("%d to %d months"), (int) least, (int) most);
  if (least > 0 && most == least)
    return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) most), (int) most);
  if (most > 0)
    return g_strdup_printf (ngettext ("up to %d month", "up to %d months", (gulong) most), (int) most);
  if (least > 0)
    return g_strdup_printf (ngettext ("from %d month", "from %d months", (gulong) least), (int) least);
  return g_strdup ("");
}

/* Nobody lives on floor 0. */
static char *
fact_text (DitesOffer *offer,
           const char *member)
{
  gint64 floor;

  if (strcmp (member, "floor") == 0 && dites_document_get_int (offer->document, "floor", &floor) && floor == 0)
    /* Translators: stands after “Floor”. */
    return g_strdup (C_ ("floor", "ground floor"));

  return dites_offer_text (offer, member);
}

static void
draw_brief (DitesFlow *flow,
            gpointer   user_data)
{
  Brief           *brief = user_data;
  DitesOffer      *offer = brief->offer;
  g_autofree char *available = dites_offer_available (offer);
  g_autofree char *duration = duration_text (offer);

  draw_fact (flow->pdf, brief, _ ("Available"), available);
  draw_fact (flow->pdf, brief, _ ("Stay"), duration);
  for (guint i = 0; i < G_N_ELEMENTS (brief_members); i++)
    {
      g_autofree char *label = dites_print_sentence (dites_offer_label (offer, brief_members[i]));
      g_autofree char *value = fact_text (offer, brief_members[i]);

      draw_fact (flow->pdf, brief, label, value);
    }
}

/* What is written about the home, with the facts beside it. */
void
dites_sheet_draw_home (DitesFlow  *flow,
                       DitesOffer *offer)
{
  g_autofree char *description = dites_document_dup_string (offer->document, "description");
  g_autofree char *included = dites_offer_text (offer, "included");
  Brief            brief = { .offer = offer, .bottom = 0 };

  dites_flow_need (flow, 150);
  brief.y = flow->y;
  flow->width = DITES_WIDE;
  flow->leaving = draw_brief;
  flow->leaving_data = &brief;

  if (description != NULL && g_strstrip (description)[0] != '\0')
    {
      dites_flow_heading (flow, _ ("The home"), 2 * dites_style_leading (DITES_STYLE_BODY));
      dites_flow_text (flow, DITES_STYLE_BODY, description);
      flow->y += 10;
    }
  if (included[0] != '\0')
    {
      dites_flow_heading (flow, _ ("The rent includes"), dites_style_leading (DITES_STYLE_BODY));
      dites_flow_text (flow, DITES_STYLE_BODY, included);
      flow->y += 10;
    }

  if (flow->leaving != NULL)
    {
      flow->leaving = NULL;
      draw_brief (flow, &brief);
      flow->y = MAX (flow->y, brief.bottom + 8);
    }
  flow->width = DITES_FULL;
}

static void
draw_tick (DitesPdf *pdf,
           gboolean  there,
           double    x,
           double    y)
{
  cairo_t *cr = dites_pdf_get_cairo (pdf);

  dites_pdf_set_colour (pdf, there ? DITES_ACCENT : DITES_MUTED);
  cairo_set_line_width (cr, there ? 1.4 : 0.9);
  cairo_new_path (cr);
  if (there)
    {
      cairo_move_to (cr, x, y + 6);
      cairo_line_to (cr, x + 2.4, y + 8.4);
      cairo_line_to (cr, x + 7, y + 3);
    }
  else
    {
      cairo_move_to (cr, x + 0.5, y + 6);
      cairo_line_to (cr, x + 6.5, y + 6);
    }
  cairo_stroke (cr);
}

/* The eleven lines of the law, in two columns: what is there, and what is not. */
static double
draw_furniture (DitesPdf   *pdf,
                DitesOffer *offer,
                double      y)
{
  const DitesField *field = dites_kind_get_field (offer->press->kind, "furniture");
  const double      width = (DITES_WIDE - 12) / 2;
  guint             n = 0;
  double            bottom = y, column_y = y;

  while (field != NULL && field->choices != NULL && field->choices[n].id != NULL)
    n++;
  if (n == 0)
    return y;

  dites_pdf_begin (pdf, "L");
  for (guint i = 0; i < n; i++)
    {
      const DitesChoice *choice = &field->choices[i];
      const gboolean     there = dites_offer_has_choice (offer, "furniture", choice->id);
      const double       x = DITES_MARGIN + (i >= (n + 1) / 2 ? width + 12 : 0);
      g_autofree char   *label = dites_print_sentence (dites_choice_get_label (choice));
      g_autofree char   *text = NULL;
      g_autoptr (PangoLayout) layout = NULL;

      if (i == (n + 1) / 2)
        column_y = y;
      /* Translators: a piece of furniture that a home does not have, as in “Hob (no)”. */
      text = there ? g_strdup (label) : g_strdup_printf (_ ("%s (no)"), label);
      layout = dites_pdf_layout (pdf, DITES_STYLE_SMALL, text, width - 13);
      dites_pdf_begin (pdf, "LI");
      dites_pdf_begin (pdf, "LBody");
      draw_tick (pdf, there, x, column_y - 0.5);
      dites_pdf_show (pdf, layout, x + 13, column_y, there ? DITES_INK : DITES_MUTED);
      dites_pdf_end (pdf);
      dites_pdf_end (pdf);
      column_y += dites_layout_height (layout) + 3;
      bottom = MAX (bottom, column_y);
    }
  dites_pdf_end (pdf);
  return bottom;
}

/* Furniture and equipment, with the energy classes beside them. */
void
dites_sheet_draw_comfort (DitesFlow  *flow,
                          DitesOffer *offer)
{
  g_autofree char *furniture = dites_offer_text (offer, "furniture");
  g_autofree char *equipment = dites_offer_text (offer, "equipment");
  double           y, energy;

  dites_flow_need (flow, 190);
  y = flow->y;
  /* An offer that says nothing about furniture does not say that there is none. */
  if (furniture[0] != '\0')
    {
      flow->y += 4 + dites_pdf_text (flow->pdf, "H2", DITES_STYLE_HEADING, dites_offer_label (offer, "furniture"),
                                     DITES_MARGIN, y, DITES_WIDE);
      flow->y = draw_furniture (flow->pdf, offer, flow->y) + 4;
    }
  if (equipment[0] != '\0')
    {
      flow->y += 3 + dites_pdf_text (flow->pdf, "H2", DITES_STYLE_HEADING, dites_offer_label (offer, "equipment"),
                                     DITES_MARGIN, flow->y, DITES_WIDE);
      flow->y += dites_pdf_text (flow->pdf, "P", DITES_STYLE_SMALL, equipment, DITES_MARGIN, flow->y, DITES_WIDE);
    }
  energy = dites_sheet_draw_energy (flow->pdf, offer, furniture[0] != '\0' || equipment[0] != '\0' ? DITES_NARROW_X : DITES_MARGIN,
                                    y, DITES_NARROW);
  flow->y = MAX (flow->y, energy) + 14;
}
