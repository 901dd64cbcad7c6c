/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-pdf.h"

G_BEGIN_DECLS

/* One accent; every pair that is used for text has a contrast of at least 4.5:1. */
#define DITES_INK    0x1d2528
#define DITES_MUTED  0x55626a
#define DITES_ACCENT 0x14565a
#define DITES_TINT   0xeef4f3
#define DITES_LINE   0xcfd9d8
#define DITES_WHITE  0xffffff

/**
 * DitesStyle:
 *
 * The sizes and weights that pages are set in, and no others.
 */
typedef enum
{
  DITES_STYLE_BODY,
  DITES_STYLE_STRONG,
  DITES_STYLE_SMALL,
  DITES_STYLE_SMALL_STRONG,
  DITES_STYLE_CAPTION,
  DITES_STYLE_LABEL,
  DITES_STYLE_VALUE,
  DITES_STYLE_PRICE,
  DITES_STYLE_EYEBROW,
  DITES_STYLE_TITLE,
  DITES_STYLE_HEADING,
  DITES_STYLE_COVER_TITLE,
  DITES_STYLE_COVER_LEAD,
  DITES_STYLE_NUMBER,
} DitesStyle;

void         dites_pdf_set_colour (DitesPdf *pdf,
                                   guint32   colour);
double       dites_contrast (guint32 first,
                             guint32 second);
guint32      dites_readable_on (guint32 background);
PangoLayout *dites_pdf_layout (DitesPdf   *pdf,
                               DitesStyle  style,
                               const char *text,
                               double      width);
PangoLayout *dites_pdf_layout_line (DitesPdf   *pdf,
                                    DitesStyle  style,
                                    const char *text,
                                    double      width);
PangoLayout *dites_pdf_layout_lines (DitesPdf   *pdf,
                                     DitesStyle  style,
                                     const char *text,
                                     double      width,
                                     int         n_lines);
double       dites_layout_height (PangoLayout *layout);
double       dites_layout_width (PangoLayout *layout);
void         dites_pdf_show (DitesPdf    *pdf,
                             PangoLayout *layout,
                             double       x,
                             double       y,
                             guint32      colour);
guint32      dites_style_colour (DitesStyle style);
double       dites_style_leading (DitesStyle style);
double       dites_pdf_text (DitesPdf   *pdf,
                             const char *tag,
                             DitesStyle  style,
                             const char *text,
                             double      x,
                             double      y,
                             double      width);
void         dites_pdf_fill (DitesPdf *pdf,
                             guint32   colour,
                             double    x,
                             double    y,
                             double    width,
                             double    height,
                             double    radius);
void         dites_pdf_rule (DitesPdf *pdf,
                             guint32   colour,
                             double    x,
                             double    y,
                             double    width);

G_END_DECLS
