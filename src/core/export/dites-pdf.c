/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "dites-error.h"
#include "dites-pdf-private.h"

/*
 * A tagged PDF, drawn with cairo and completed by a second pass.
 *
 * Three rules come from what cairo 1.18 was seen to do: a tag is kept only if
 * text is drawn within it; everything that is painted must be painted within
 * a tag; and the tag "Artifact" is never used, because it damages the file.
 *
 * The file appears under its name when it is complete, or not at all. What is
 * for the screen is drawn by the same calls, onto pages without a file. Lives
 * on the thread that made it.
 */

static void
set_metadata (DitesPdf *self)
{
  const DitesPdfInfo *info = &self->notes.info;

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, info->title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Dites32");
  if (info->author != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  if (info->subject != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
  if (info->created != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                    info->created);
}

static void
set_up_text (DitesPdf *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Where a line breaks must not depend on a screen's pixels. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  self->font_map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->font_map), 72.0);
  self->pango = pango_font_map_create_context (self->font_map);
  pango_cairo_context_set_font_options (self->pango, options);
  pango_context_set_round_glyph_positions (self->pango, FALSE);
  pango_context_set_language (self->pango, pango_language_from_string (self->notes.info.language));
  cairo_font_options_destroy (options);
}

static void
start_drawing (DitesPdf *self)
{
  self->surface = cairo_pdf_surface_create_for_stream (dites_pdf_file_write, self->file, DITES_PAGE_WIDTH, DITES_PAGE_HEIGHT);
  /* Plain objects and a plain cross-reference table, which the second pass reads. */
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self);
  self->cr = cairo_create (self->surface);
  set_up_text (self);
  dites_pdf_begin (self, "Document");
}

static DitesPdf *
make (const DitesPdfInfo *info)
{
  DitesPdf *self = g_new0 (DitesPdf, 1);

  self->open_tags = g_ptr_array_new ();
  self->held = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  self->notes.info = (DitesPdfInfo) {
    .title = g_strdup (info->title),
    .author = g_strdup (info->author),
    .subject = g_strdup (info->subject),
    .language = g_strdup (info->language),
    .created = g_strdup (info->created),
    .outline = info->outline,
  };
  self->notes.figures = g_ptr_array_new_with_free_func (g_free);
  self->notes.headers = g_byte_array_new ();
  self->notes.links = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * dites_pdf_new:
 * @path: where the file shall be; an existing one is replaced when this one is complete
 * @info: what the file says about itself
 * @error: return location for an error
 *
 * Begins a PDF of A4 pages beside @path, under a hidden name.
 *
 * Returns: (transfer full) (nullable): the PDF, or %NULL with @error set to
 *   %DITES_ERROR_STORAGE if its folder cannot be written to
 */
DitesPdf *
dites_pdf_new (const char         *path,
               const DitesPdfInfo *info,
               GError            **error)
{
  g_autoptr (DitesPdf) self = make (info);

  self->file = dites_pdf_file_new (path, error);
  if (self->file == NULL)
    return NULL;

  start_drawing (self);
  return g_steal_pointer (&self);
}

/**
 * dites_pdf_new_for_screen:
 * @info: what a file of it would say about itself
 *
 * Begins the same pages without a file; dites_pdf_take_pages() gives them.
 *
 * Returns: (transfer full): where to draw them
 */
DitesPdf *
dites_pdf_new_for_screen (const DitesPdfInfo *info)
{
  DitesPdf *self = make (info);

  self->pages = g_ptr_array_new_with_free_func (dites_page_free);
  set_up_text (self);
  dites_pdf_begin (self, "Document");

  return self;
}

/**
 * dites_pdf_free:
 * @self: a PDF
 *
 * Frees @self. A PDF that was not closed leaves nothing behind.
 */
void
dites_pdf_free (DitesPdf *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  if (self->surface != NULL)
    {
      cairo_surface_finish (self->surface);
      g_clear_pointer (&self->surface, cairo_surface_destroy);
    }
  g_clear_object (&self->pango);
  g_clear_object (&self->font_map);
  g_clear_pointer (&self->file, dites_pdf_file_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_ptr_array_unref (self->open_tags);
  g_ptr_array_unref (self->held);
  g_ptr_array_unref (self->notes.figures);
  g_byte_array_unref (self->notes.headers);
  g_ptr_array_unref (self->notes.links);
  g_free (self->notes.info.title);
  g_free (self->notes.info.author);
  g_free (self->notes.info.subject);
  g_free (self->notes.info.language);
  g_free (self->notes.info.created);
  g_free (self);
}

/**
 * dites_pdf_is_for_screen:
 * @self: a PDF
 *
 * Returns: whether it is drawn for a screen, which shows pixels and no JPEG bytes
 */
gboolean
dites_pdf_is_for_screen (DitesPdf *self)
{
  return self->pages != NULL;
}

/**
 * dites_pdf_get_cairo:
 * @self: a PDF
 *
 * Returns: (transfer none): what draws on the page, in points from its upper left corner
 */
cairo_t *
dites_pdf_get_cairo (DitesPdf *self)
{
  return self->cr;
}

/**
 * dites_pdf_get_pango:
 * @self: a PDF
 *
 * Returns: (transfer none): what lays out its text; one unit is a point
 */
PangoContext *
dites_pdf_get_pango (DitesPdf *self)
{
  return self->pango;
}

/**
 * dites_pdf_get_n_pages:
 * @self: a PDF
 *
 * Returns: how many pages were begun
 */
guint
dites_pdf_get_n_pages (DitesPdf *self)
{
  return self->n_pages;
}

/**
 * dites_pdf_hold:
 * @self: a PDF
 * @surface: (transfer full): a picture drawn on this page
 *
 * Keeps @surface until the page is complete. Without it, cairo would copy the
 * pixels of a picture that it only has to pass through.
 */
void
dites_pdf_hold (DitesPdf        *self,
                cairo_surface_t *surface)
{
  g_ptr_array_add (self->held, surface);
}

static void
end_page (DitesPdf *self)
{
  if (self->pages == NULL)
    {
      cairo_show_page (self->cr);
      g_ptr_array_set_size (self->held, 0);
      return;
    }

  dites_page_hold (g_ptr_array_index (self->pages, self->pages->len - 1), g_steal_pointer (&self->held));
  self->held = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  g_clear_pointer (&self->cr, cairo_destroy);
}

/**
 * dites_pdf_begin_page:
 * @self: a PDF
 *
 * Begins a page, the first one or one after the page that was drawn on.
 */
void
dites_pdf_begin_page (DitesPdf *self)
{
  if (self->n_pages > 0)
    end_page (self);
  self->n_pages++;
  if (self->pages != NULL)
    {
      DitesPage *page = dites_page_new ();

      g_ptr_array_add (self->pages, page);
      self->cr = cairo_create (dites_page_get_surface (page));
    }
}

/**
 * dites_pdf_take_pages:
 * @self: a PDF for the screen, whose last page is complete
 *
 * Returns: (transfer full): its pages
 */
DitesPages *
dites_pdf_take_pages (DitesPdf *self)
{
  if (self->n_pages > 0)
    end_page (self);

  return dites_pages_new (g_steal_pointer (&self->pages));
}

/**
 * dites_pdf_move_last:
 * @self: a PDF
 * @n_pages: how many of the last pages to move
 * @n_sections: how many of the last children of the document are on them
 * @after_page: how many pages come before them
 * @after_section: how many children of the document come before them
 *
 * Moves the last pages forward when the file is closed: a table of contents is
 * drawn last, when the page numbers are known, and read first.
 */
void
dites_pdf_move_last (DitesPdf *self,
                     guint     n_pages,
                     guint     n_sections,
                     guint     after_page,
                     guint     after_section)
{
  self->notes.n_moved_pages = n_pages;
  self->notes.n_moved_sections = n_sections;
  self->notes.after_page = after_page;
  self->notes.after_section = after_section;
}

static gboolean
finish_drawing (DitesPdf *self,
                GError  **error)
{
  cairo_status_t status;

  while (self->open_tags->len > 0)
    dites_pdf_end (self);
  end_page (self);

  status = cairo_status (self->cr);
  g_clear_pointer (&self->cr, cairo_destroy);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  g_clear_pointer (&self->surface, cairo_surface_destroy);

  if (!dites_pdf_file_flush (self->file, error))
    return FALSE;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, DITES_ERROR, DITES_ERROR_INVALID,
                   /* Translators: the technical reason. */
                   _ ("The pages cannot be drawn: %s"), cairo_status_to_string (status));
      return FALSE;
    }
  return TRUE;
}

/**
 * dites_pdf_close:
 * @self: a PDF with at least one page
 * @error: return location for an error
 *
 * Completes the last page, adds what cairo cannot write, and gives the file its
 * name. On an error, what was there under this name is still there.
 *
 * Returns: whether it worked
 */
gboolean
dites_pdf_close (DitesPdf *self,
                 GError  **error)
{
  return finish_drawing (self, error) &&
         dites_pdf_update (dites_pdf_file_get_fd (self->file), &self->notes, error) &&
         dites_pdf_file_close (self->file, error);
}
