/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <pango/pangocairo.h>

#include "dites-pages.h"

G_BEGIN_DECLS

/* A4 in points. */
#define DITES_PAGE_WIDTH  595.276
#define DITES_PAGE_HEIGHT 841.890

/**
 * DitesPdfInfo:
 * @title: what the file is called in a reader's title bar
 * @author: (nullable): who publishes it
 * @subject: (nullable): what it is about, one sentence
 * @language: the language of its text, as in "fr"
 * @created: (nullable): an ISO 8601 time; %NULL leaves it out, so that the same input gives the same bytes
 * @outline: whether readers open it with its outline beside it
 *
 * What a PDF says about itself.
 */
typedef struct
{
  char    *title;
  char    *author;
  char    *subject;
  char    *language;
  char    *created;
  gboolean outline;
} DitesPdfInfo;

typedef struct _DitesPdf DitesPdf;

DitesPdf     *dites_pdf_new (const char         *path,
                             const DitesPdfInfo *info,
                             GError            **error);
DitesPdf     *dites_pdf_new_for_screen (const DitesPdfInfo *info);
void          dites_pdf_free (DitesPdf *self);
gboolean      dites_pdf_is_for_screen (DitesPdf *self);
void          dites_pdf_note_text (DitesPdf   *self,
                                   const char *text);
cairo_t      *dites_pdf_get_cairo (DitesPdf *self);
PangoContext *dites_pdf_get_pango (DitesPdf *self);
guint         dites_pdf_get_n_pages (DitesPdf *self);
void          dites_pdf_begin (DitesPdf   *self,
                               const char *tag);
void          dites_pdf_begin_figure (DitesPdf   *self,
                                      const char *alternative);
void          dites_pdf_begin_header_cell (DitesPdf *self,
                                           gboolean  of_row);
void          dites_pdf_begin_link (DitesPdf   *self,
                                    const char *uri,
                                    const char *contents);
void          dites_pdf_begin_jump (DitesPdf   *self,
                                    const char *destination,
                                    const char *contents);
void          dites_pdf_end (DitesPdf *self);
void          dites_pdf_begin_destination (DitesPdf   *self,
                                           const char *name);
void          dites_pdf_end_destination (DitesPdf *self);
void          dites_pdf_add_outline (DitesPdf   *self,
                                     const char *title,
                                     const char *destination);
void          dites_pdf_hold (DitesPdf        *self,
                              cairo_surface_t *surface);
void          dites_pdf_begin_page (DitesPdf *self);
void          dites_pdf_move_last (DitesPdf *self,
                                   guint     n_pages,
                                   guint     n_sections,
                                   guint     after_page,
                                   guint     after_section);
DitesPages   *dites_pdf_take_pages (DitesPdf *self);
gboolean      dites_pdf_close (DitesPdf *self,
                               GError  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesPdf, dites_pdf_free)

G_END_DECLS
