/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-pdf-text.h"

#include <math.h>
#include <string.h>

/* The runtime has the first, Debian the others; each has the letters of French. */
#define FAMILIES "Adwaita Sans,Inter,Liberation Sans,Arimo,DejaVu Sans,Noto Sans,sans-serif"

typedef struct
{
  double      size;
  double      leading;
  PangoWeight weight;
  guint32     colour;
  double      spacing; /* between letters */
} StyleSpec;

static const StyleSpec styles[] = {
  [DITES_STYLE_BODY] = { 9.5, 13.5, PANGO_WEIGHT_NORMAL, DITES_INK, 0 },
  [DITES_STYLE_STRONG] = { 9.5, 13.5, PANGO_WEIGHT_BOLD, DITES_INK, 0 },
  [DITES_STYLE_SMALL] = { 8, 11, PANGO_WEIGHT_NORMAL, DITES_INK, 0 },
  [DITES_STYLE_SMALL_STRONG] = { 8, 11, PANGO_WEIGHT_BOLD, DITES_INK, 0 },
  [DITES_STYLE_CAPTION] = { 7, 9, PANGO_WEIGHT_NORMAL, DITES_MUTED, 0 },
  [DITES_STYLE_LABEL] = { 7.5, 10, PANGO_WEIGHT_NORMAL, DITES_MUTED, 0 },
  [DITES_STYLE_VALUE] = { 12, 16, PANGO_WEIGHT_BOLD, DITES_INK, 0 },
  [DITES_STYLE_PRICE] = { 19, 23, PANGO_WEIGHT_BOLD, DITES_ACCENT, 0 },
  [DITES_STYLE_EYEBROW] = { 8.5, 12, PANGO_WEIGHT_BOLD, DITES_ACCENT, 0.3 },
  [DITES_STYLE_TITLE] = { 21, 25, PANGO_WEIGHT_BOLD, DITES_INK, -0.2 },
  [DITES_STYLE_HEADING] = { 11.5, 15, PANGO_WEIGHT_BOLD, DITES_ACCENT, 0 },
  [DITES_STYLE_COVER_TITLE] = { 40, 45, PANGO_WEIGHT_BOLD, DITES_ACCENT, -0.6 },
  [DITES_STYLE_COVER_LEAD] = { 14, 20, PANGO_WEIGHT_NORMAL, DITES_INK, 0 },
  [DITES_STYLE_NUMBER] = { 17, 21, PANGO_WEIGHT_BOLD, DITES_INK, 0 },
};

/**
 * dites_pdf_set_colour:
 * @pdf: a PDF
 * @colour: as in 0xrrggbb
 *
 * What is drawn next is drawn in @colour.
 */
void
dites_pdf_set_colour (DitesPdf *pdf,
                      guint32   colour)
{
  cairo_set_source_rgb (dites_pdf_get_cairo (pdf),
                        (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static double
channel_light (guint32 value)
{
  const double part = value / 255.0;

  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 colour)
{
  return 0.2126 * channel_light (colour >> 16 & 0xff) +
         0.7152 * channel_light (colour >> 8 & 0xff) +
         0.0722 * channel_light (colour & 0xff);
}

/**
 * dites_contrast:
 * @first: a colour
 * @second: another
 *
 * Returns: their contrast as WCAG 2 defines it, from 1 to 21
 */
double
dites_contrast (guint32 first,
                guint32 second)
{
  const double a = luminance (first);
  const double b = luminance (second);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/**
 * dites_readable_on:
 * @background: a colour
 *
 * Returns: the colour of text, white or nearly black, that is read better on @background
 */
guint32
dites_readable_on (guint32 background)
{
  return dites_contrast (background, DITES_WHITE) >= 4.5 ? DITES_WHITE : 0x000000;
}

/**
 * dites_style_colour:
 * @style: a style
 *
 * Returns: the colour it is set in on white
 */
guint32
dites_style_colour (DitesStyle style)
{
  return styles[style].colour;
}

/**
 * dites_style_leading:
 * @style: a style
 *
 * Returns: the height of its lines in points
 */
double
dites_style_leading (DitesStyle style)
{
  return styles[style].leading;
}

/* Pages hold no control characters, whatever a document holds. */
static char *
clean_text (const char *text)
{
  char *clean = g_utf8_make_valid (text, -1);

  for (char *at = clean; *at != '\0'; at++)
    if ((guchar) *at < 0x20 && *at != '\n')
      *at = ' ';
  return clean;
}

/**
 * dites_pdf_layout:
 * @pdf: a PDF
 * @style: how it is set
 * @text: any text
 * @width: where lines break, in points; negative for one line
 *
 * Sets @text. A word that is too long is broken.
 *
 * Returns: (transfer full): the text, set
 */
PangoLayout *
dites_pdf_layout (DitesPdf   *pdf,
                  DitesStyle  style,
                  const char *text,
                  double      width)
{
  const StyleSpec      *spec = &styles[style];
  PangoLayout          *layout = pango_layout_new (dites_pdf_get_pango (pdf));
  g_autofree char      *clean = clean_text (text);
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList        *attributes = pango_attr_list_new ();

  pango_font_description_set_family_static (font, FAMILIES);
  pango_font_description_set_absolute_size (font, spec->size * PANGO_SCALE);
  pango_font_description_set_weight (font, spec->weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  /* The same grid of lines whatever font a letter comes from. */
  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute ((int) (spec->leading * PANGO_SCALE)));
  if (spec->spacing != 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) (spec->spacing * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, clean, -1);
  return layout;
}

/**
 * dites_pdf_layout_line:
 * @pdf: a PDF
 * @style: how it is set
 * @text: any text
 * @width: how wide it can be, in points
 *
 * Sets @text on one line; what does not fit is cut, which shows.
 *
 * Returns: (transfer full): the text, set
 */
PangoLayout *
dites_pdf_layout_line (DitesPdf   *pdf,
                       DitesStyle  style,
                       const char *text,
                       double      width)
{
  return dites_pdf_layout_lines (pdf, style, text, width, 1);
}

/**
 * dites_pdf_layout_lines:
 * @pdf: a PDF
 * @style: how it is set
 * @text: any text
 * @width: how wide it can be, in points
 * @n_lines: how many lines it can have
 *
 * Sets @text as one paragraph; what does not fit is cut, which shows.
 *
 * Returns: (transfer full): the text, set
 */
PangoLayout *
dites_pdf_layout_lines (DitesPdf   *pdf,
                        DitesStyle  style,
                        const char *text,
                        double      width,
                        int         n_lines)
{
  PangoLayout *layout = dites_pdf_layout (pdf, style, text, width);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -n_lines);
  return layout;
}

/**
 * dites_layout_height:
 * @layout: a text that was set
 *
 * Returns: its height in points
 */
double
dites_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}

/**
 * dites_layout_width:
 * @layout: a text that was set
 *
 * Returns: its width in points
 */
double
dites_layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return width / (double) PANGO_SCALE;
}

/**
 * dites_pdf_show:
 * @pdf: a PDF
 * @layout: a text that was set
 * @x: its left side
 * @y: its upper side
 * @colour: what it is drawn in
 *
 * Draws a text.
 */
void
dites_pdf_show (DitesPdf    *pdf,
                PangoLayout *layout,
                double       x,
                double       y,
                guint32      colour)
{
  cairo_t *cr = dites_pdf_get_cairo (pdf);

  dites_pdf_set_colour (pdf, colour);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  dites_pdf_note_text (pdf, pango_layout_get_text (layout));
}

/**
 * dites_pdf_text:
 * @pdf: a PDF
 * @tag: (nullable): what it is in the structure, or %NULL within an element
 * @style: how it is set
 * @text: (nullable): any text
 * @x: its left side
 * @y: its upper side
 * @width: where lines break
 *
 * Sets and draws a text, with its element.
 *
 * Returns: its height, 0 for an empty one, which makes no element
 */
double
dites_pdf_text (DitesPdf   *pdf,
                const char *tag,
                DitesStyle  style,
                const char *text,
                double      x,
                double      y,
                double      width)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL || text[0] == '\0')
    return 0;

  layout = dites_pdf_layout (pdf, style, text, width);
  if (tag != NULL)
    dites_pdf_begin (pdf, tag);
  dites_pdf_show (pdf, layout, x, y, styles[style].colour);
  if (tag != NULL)
    dites_pdf_end (pdf);
  return dites_layout_height (layout);
}

/**
 * dites_pdf_fill:
 * @pdf: a PDF
 * @colour: what it is filled with
 * @x: its left side
 * @y: its upper side
 * @width: its width
 * @height: its height
 * @radius: how round its corners are
 *
 * Fills a box, within an element that has text.
 */
void
dites_pdf_fill (DitesPdf *pdf,
                guint32   colour,
                double    x,
                double    y,
                double    width,
                double    height,
                double    radius)
{
  cairo_t *cr = dites_pdf_get_cairo (pdf);

  dites_pdf_set_colour (pdf, colour);
  cairo_new_path (cr);
  if (radius > 0)
    {
      cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
      cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
      cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
      cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
      cairo_close_path (cr);
    }
  else
    cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

/**
 * dites_pdf_rule:
 * @pdf: a PDF
 * @colour: what it is drawn in
 * @x: where it begins
 * @y: how far down it is
 * @width: how long it is
 *
 * Draws a fine line, within an element that has text.
 */
void
dites_pdf_rule (DitesPdf *pdf,
                guint32   colour,
                double    x,
                double    y,
                double    width)
{
  dites_pdf_fill (pdf, colour, x, y, width, 0.6, 0);
}
