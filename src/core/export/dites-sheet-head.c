/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-photo.h"
#include "dites-sheet-private.h"

#define GAP            8.0
#define CAPTION_HEIGHT 11.0

/* The longest sides of photos in the compact form. */
#define COMPACT_MAIN  1000
#define COMPACT_OTHER 480

/* The same on a screen, where a page is enlarged at most about three times. */
#define SCREEN_MAIN  1600
#define SCREEN_OTHER 640

typedef struct
{
  double x, y, width, height;
} Frame;

/* Where @n photos go, from y = 0; the result is how high they are with their captions. */
static double
arrange (guint  n,
         Frame *frames)
{
  const double half = (DITES_FULL - GAP) / 2;
  const double large = 336;
  const double side = DITES_FULL - large - GAP;
  double       width, height;

  if (n == 1)
    {
      frames[0] = (Frame) { 0, 0, DITES_FULL, 290 };
      return 290 + CAPTION_HEIGHT;
    }
  if (n == 2)
    {
      frames[0] = (Frame) { 0, 0, half, 190 };
      frames[1] = (Frame) { half + GAP, 0, half, 190 };
      return 190 + CAPTION_HEIGHT;
    }
  if (n == 3)
    {
      height = (232 - CAPTION_HEIGHT - GAP / 2) / 2;
      frames[0] = (Frame) { 0, 0, large, 232 };
      frames[1] = (Frame) { large + GAP, 0, side, height };
      frames[2] = (Frame) { large + GAP, 232 - height, side, height };
      return 232 + CAPTION_HEIGHT;
    }

  width = (DITES_FULL - (n - 2) * GAP) / (n - 1);
  height = MIN (width * 0.66, 86);
  frames[0] = (Frame) { 0, 0, DITES_FULL, n == 4 ? 252 : 268 };
  for (guint i = 1; i < n; i++)
    frames[i] = (Frame) { (i - 1) * (width + GAP), frames[0].height + CAPTION_HEIGHT + 3, width, height };
  return frames[1].y + height + CAPTION_HEIGHT;
}

static void
draw_missing (DitesPdf    *pdf,
              const Frame *frame)
{
  g_autoptr (PangoLayout) text = dites_pdf_layout_line (pdf, DITES_STYLE_LABEL, _ ("Photo not available"), frame->width - 8);

  dites_pdf_fill (pdf, DITES_TINT, frame->x, frame->y, frame->width, frame->height, 0);
  dites_pdf_show (pdf, text, frame->x + MAX (4, (frame->width - dites_layout_width (text)) / 2),
                  frame->y + frame->height / 2 - 5, DITES_MUTED);
}

static gboolean
load_bytes (DitesOffer *offer,
            GBytes     *bytes,
            const char *sha256,
            gboolean    main,
            DitesPhoto *photo,
            GError    **error)
{
  const int most = !offer->press->options->compact ? 0 : main ? COMPACT_MAIN
                                                              : COMPACT_OTHER;

  if (dites_pdf_is_for_screen (offer->press->pdf))
    return dites_photo_decode (photo, bytes, main ? SCREEN_MAIN : SCREEN_OTHER, error);

  return dites_photo_load (photo, bytes, sha256, most, error);
}

static gboolean
load (DitesOffer *offer,
      const char *sha256,
      gboolean    main,
      DitesPhoto *photo)
{
  const DitesExportSource *source = offer->press->source;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (source->load_photo == NULL || sha256 == NULL)
    return FALSE;
  bytes = source->load_photo (sha256, source->user_data, &error);
  if (bytes != NULL && load_bytes (offer, bytes, sha256, main, photo, &error))
    return TRUE;
  g_debug ("Photo %s is not printed: %s", sha256, error != NULL ? error->message : "not there");
  return FALSE;
}

static void
draw_photo (DitesFlow     *flow,
            DitesOffer    *offer,
            DitesDocument *item,
            const Frame   *frame,
            guint          index)
{
  g_autofree char *sha256 = dites_document_dup_string (item, "sha256");
  g_autofree char *alternative = dites_document_dup_string (item, "alt");
  g_autoptr (PangoLayout) caption = NULL;
  DitesPhoto photo;

  if (alternative == NULL || g_strstrip (alternative)[0] == '\0')
    {
      g_free (alternative);
      /* Translators: a photo's number, when nobody wrote what it shows. */
      alternative = g_strdup_printf (_ ("Photo %u"), index + 1);
    }

  dites_pdf_begin_figure (flow->pdf, alternative);
  caption = dites_pdf_layout_line (flow->pdf, DITES_STYLE_CAPTION, alternative, frame->width);
  if (load (offer, sha256, index == 0, &photo))
    {
      dites_pdf_fill (flow->pdf, DITES_TINT, frame->x, frame->y, frame->width, frame->height, 0);
      dites_photo_draw (&photo, dites_pdf_get_cairo (flow->pdf), frame->x, frame->y, frame->width, frame->height);
      dites_pdf_hold (flow->pdf, photo.surface);
    }
  else
    draw_missing (flow->pdf, frame);
  dites_pdf_show (flow->pdf, caption, frame->x, frame->y + frame->height + 1.5, DITES_MUTED);
  dites_pdf_end (flow->pdf);
}

/* The main picture and up to five more. */
void
dites_sheet_draw_photos (DitesFlow  *flow,
                         DitesOffer *offer)
{
  g_autoptr (GPtrArray) photos = dites_document_get_items (offer->document, "photos");
  const guint n = MIN (photos->len, DITES_EXPORT_MOST_PHOTOS);
  Frame       frames[DITES_EXPORT_MOST_PHOTOS];
  double      height;

  if (n == 0)
    return;
  height = arrange (n, frames);
  for (guint i = 0; i < n; i++)
    {
      frames[i].x += DITES_MARGIN;
      frames[i].y += flow->y;
      draw_photo (flow, offer, g_ptr_array_index (photos, i), &frames[i], i);
    }
  flow->y += height + 9;
}

typedef struct
{
  const char *label;
  char       *value;
} Figure;

static char *
deposit_text (DitesOffer *offer)
{
  gint64 cents;

  if (!dites_document_get_int (offer->document, "deposit_cents", &cents))
    return g_strdup ("");
  return cents == 0 ? g_strdup (C_ ("deposit", "None")) : dites_price_format (cents);
}

static char *
available_short (DitesOffer *offer)
{
  const DitesDay from = dites_document_get_day (offer->document, "available_from");

  return from != DITES_DAY_NONE ? dites_day_format (from, DITES_DAY_SHORT) : g_strdup ("");
}

static guint
collect_figures (DitesOffer *offer,
                 Figure     *figures)
{
  const Figure all[] = {
    { _ ("Living area"), dites_offer_text (offer, "area") },
    { _ ("Rooms"), dites_offer_text (offer, "rooms") },
    { C_ ("figure", "Deposit"), deposit_text (offer) },
      { _ ("Available from"), available_short (offer) },
    };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].value[0] != '\0')
      figures[n++] = all[i];
    else
      g_free (all[i].value);
  return n;
}

static void
draw_figure (DitesFlow    *flow,
             const Figure *figure,
             double        x,
             double        width)
{
  g_autoptr (PangoLayout) label = dites_pdf_layout_line (flow->pdf, DITES_STYLE_LABEL, figure->label, width);
  g_autoptr (PangoLayout) value = dites_pdf_layout_line (flow->pdf, DITES_STYLE_VALUE, figure->value, width);

  dites_pdf_begin (flow->pdf, "P");
  dites_pdf_show (flow->pdf, label, x, flow->y + 10, DITES_MUTED);
  dites_pdf_show (flow->pdf, value, x, flow->y + 22, DITES_INK);
  dites_pdf_end (flow->pdf);
}

/* The band of key figures: the rent first, and larger. */
void
dites_sheet_draw_figures (DitesFlow  *flow,
                          DitesOffer *offer)
{
  const double     height = 50;
  const double     first = 168;
  g_autofree char *rent = dites_offer_rent (offer);
  g_autoptr (PangoLayout) price = NULL;
  g_autoptr (PangoLayout) label = NULL;
  Figure       figures[4];
  const guint  n = collect_figures (offer, figures);
  const double width = n > 0 ? (DITES_FULL - first - 14) / n : 0;

  dites_flow_need (flow, height);
  price = dites_pdf_layout_line (flow->pdf, DITES_STYLE_PRICE,
                                 rent[0] != '\0' ? rent : C_ ("rent", "On request"), first - 16);
  label = dites_pdf_layout_line (flow->pdf, DITES_STYLE_LABEL, rent[0] != '\0' ? _ ("per month, charges included") : C_ ("figure", "Rent"), first - 16);

  dites_pdf_begin (flow->pdf, "P");
  dites_pdf_fill (flow->pdf, DITES_TINT, DITES_MARGIN, flow->y, DITES_FULL, height, 3);
  dites_pdf_fill (flow->pdf, DITES_ACCENT, DITES_MARGIN, flow->y, 4, height, 0);
  dites_pdf_show (flow->pdf, price, DITES_MARGIN + 16, flow->y + 7, DITES_ACCENT);
  dites_pdf_show (flow->pdf, label, DITES_MARGIN + 16, flow->y + 31, DITES_MUTED);
  dites_pdf_end (flow->pdf);

  for (guint i = 0; i < n; i++)
    {
      draw_figure (flow, &figures[i], DITES_MARGIN + first + i * width, width - 6);
      g_free (figures[i].value);
    }
  flow->y += height + 14;
}
