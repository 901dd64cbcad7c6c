/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-pages.h"

#include <math.h>

#include "dites-pages-private.h"
#include "dites-pdf.h"

/* No side of a rendered page is longer; cairo's own limit is 32767. */
#define LONGEST_SIDE 8000

/* One page: what was drawn on it, to be drawn again at any size, and its words. */
struct _DitesPage
{
  cairo_surface_t *surface;
  GPtrArray       *held; /* (nullable): of cairo_surface_t: what it shows */
  GString         *text;
};

/**
 * DitesPages:
 *
 * Pages as they will be printed, for a screen. Immutable; drawn by one thread
 * at a time.
 */
struct _DitesPages
{
  gatomicrefcount ref_count;
  GPtrArray      *pages; /* of DitesPage */
  GMutex          mutex;
};

/**
 * dites_page_new:
 *
 * Returns: (transfer full): an empty page
 */
DitesPage *
dites_page_new (void)
{
  const cairo_rectangle_t extents = { 0, 0, DITES_PAGE_WIDTH, DITES_PAGE_HEIGHT };
  DitesPage              *self = g_new0 (DitesPage, 1);

  self->surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  self->text = g_string_new (NULL);

  return self;
}

/**
 * dites_page_free:
 * @page: a #DitesPage
 *
 * Frees @page.
 */
void
dites_page_free (gpointer page)
{
  DitesPage *self = page;

  cairo_surface_destroy (self->surface);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * dites_page_get_surface:
 * @self: a page
 *
 * Returns: (transfer none): what records what is drawn on it
 */
cairo_surface_t *
dites_page_get_surface (DitesPage *self)
{
  return self->surface;
}

/**
 * dites_page_hold:
 * @self: a page
 * @surfaces: (transfer full) (element-type cairo_surface_t): pictures that were drawn on it
 *
 * Keeps the pictures as long as the page, so that cairo need not copy them.
 */
void
dites_page_hold (DitesPage *self,
                 GPtrArray *surfaces)
{
  g_clear_pointer (&self->held, g_ptr_array_unref);
  self->held = surfaces;
}

/**
 * dites_page_add_text:
 * @self: a page
 * @text: what was written on it
 *
 * Adds a line to the page's words.
 */
void
dites_page_add_text (DitesPage  *self,
                     const char *text)
{
  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  g_string_append (self->text, text);
}

/**
 * dites_pages_new:
 * @pages: (transfer full) (element-type DitesPage): pages, which are complete
 *
 * Returns: (transfer full): the pages
 */
DitesPages *
dites_pages_new (GPtrArray *pages)
{
  DitesPages *self = g_new0 (DitesPages, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->pages = pages;
  g_mutex_init (&self->mutex);

  return self;
}

/**
 * dites_pages_ref:
 * @self: pages
 *
 * Returns: (transfer full): @self
 */
DitesPages *
dites_pages_ref (DitesPages *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * dites_pages_unref:
 * @self: (transfer full): pages
 *
 * Lets go of the pages.
 */
void
dites_pages_unref (DitesPages *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->pages);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * dites_pages_get_n:
 * @self: pages
 *
 * Returns: how many there are
 */
guint
dites_pages_get_n (DitesPages *self)
{
  return self->pages->len;
}

/**
 * dites_pages_get_text:
 * @self: pages
 * @index: which one
 *
 * Returns: what is written on it, in reading order, a line each
 */
const char *
dites_pages_get_text (DitesPages *self,
                      guint       index)
{
  const DitesPage *page = g_ptr_array_index (self->pages, index);

  return page->text->str;
}

/**
 * dites_pages_render:
 * @self: pages
 * @index: which one
 * @scale: pixels a point; the page is made smaller where a screen could not hold it
 *
 * Draws a page on white. Any thread; takes its time.
 *
 * Returns: (transfer full): the page, of %CAIRO_FORMAT_ARGB32
 */
cairo_surface_t *
dites_pages_render (DitesPages *self,
                    guint       index,
                    double      scale)
{
  const DitesPage *page = g_ptr_array_index (self->pages, index);
  const double     fitting = MIN (scale, LONGEST_SIDE / DITES_PAGE_HEIGHT);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                       (int) ceil (DITES_PAGE_WIDTH * fitting),
                                                       (int) ceil (DITES_PAGE_HEIGHT * fitting));
  cairo_t         *cr = cairo_create (image);

  g_mutex_lock (&self->mutex);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, fitting, fitting);
  cairo_set_source_surface (cr, page->surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  g_mutex_unlock (&self->mutex);
  cairo_surface_flush (image);

  return image;
}
