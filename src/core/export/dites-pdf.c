/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-pdf.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "dites-error.h"
#include "dites-pdf-update.h"

/*
 * A tagged PDF, drawn with cairo and completed by a second pass.
 *
 * Three rules come from what cairo 1.18 was seen to do: a tag is kept only if
 * text is drawn within it; everything that is painted must be painted within
 * a tag; and the tag "Artifact" is never used, because it damages the file.
 *
 * The file appears under its name when it is complete, or not at all. Lives on
 * the thread that made it.
 */
struct _DitesPdf
{
  char *path;
  char *temporary_path; /* (nullable): renamed, or not there yet */
  FILE *file;
  int   write_errno;

  cairo_surface_t *surface;
  cairo_t         *cr;
  PangoFontMap    *font_map;
  PangoContext    *pango;

  GPtrArray    *open_tags;
  GPtrArray    *held; /* surfaces that the page being drawn refers to */
  guint         n_pages;
  DitesPdfNotes notes;
};

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  DitesPdf *self = closure;

  if (fwrite (data, 1, length, self->file) == length)
    return CAIRO_STATUS_SUCCESS;
  if (self->write_errno == 0)
    self->write_errno = errno != 0 ? errno : EIO;
  return CAIRO_STATUS_WRITE_ERROR;
}

static void
set_storage_error (DitesPdf *self,
                   int       saved_errno,
                   GError  **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  g_set_error (error, DITES_ERROR, DITES_ERROR_STORAGE,
               /* Translators: the name of a file, and the system's reason. */
               _ ("“%s” cannot be written: %s"), name, g_strerror (saved_errno));
}

static gboolean
open_temporary (DitesPdf *self,
                GError  **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", name);
  g_autofree char *path = g_build_filename (folder, hidden, NULL);
  int              fd;

  if (g_file_test (self->path, G_FILE_TEST_IS_DIR))
    {
      set_storage_error (self, EISDIR, error);
      return FALSE;
    }

  fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      set_storage_error (self, errno, error);
      return FALSE;
    }
  self->temporary_path = g_steal_pointer (&path);
  self->file = fdopen (fd, "w+b");
  return TRUE;
}

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
start_drawing (DitesPdf *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  self->surface = cairo_pdf_surface_create_for_stream (write_cb, self, DITES_PAGE_WIDTH, DITES_PAGE_HEIGHT);
  /* Plain objects and a plain cross-reference table, which the second pass reads. */
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self);
  self->cr = cairo_create (self->surface);

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

  dites_pdf_begin (self, "Document");
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
  g_autoptr (DitesPdf) self = g_new0 (DitesPdf, 1);

  self->path = g_strdup (path);
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

  if (!open_temporary (self, error))
    return NULL;

  start_drawing (self);
  return g_steal_pointer (&self);
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
  g_clear_pointer (&self->file, fclose);
  if (self->temporary_path != NULL)
    g_unlink (self->temporary_path);

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
  g_free (self->temporary_path);
  g_free (self->path);
  g_free (self);
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
 * dites_pdf_begin:
 * @self: a PDF
 * @tag: (type utf8): a structure type as in "P"; static
 *
 * Begins an element of the structure: what is drawn until dites_pdf_end()
 * belongs to it. Some text must be.
 */
void
dites_pdf_begin (DitesPdf   *self,
                 const char *tag)
{
  cairo_tag_begin (self->cr, tag, NULL);
  g_ptr_array_add (self->open_tags, (gpointer) tag);
}

/**
 * dites_pdf_begin_figure:
 * @self: a PDF
 * @alternative: what it shows, in words
 *
 * Begins a picture.
 */
void
dites_pdf_begin_figure (DitesPdf   *self,
                        const char *alternative)
{
  g_ptr_array_add (self->notes.figures, g_strdup (alternative));
  dites_pdf_begin (self, "Figure");
}

/**
 * dites_pdf_begin_header_cell:
 * @self: a PDF
 * @of_row: whether it heads its row, and not its column
 *
 * Begins a header cell of a table.
 */
void
dites_pdf_begin_header_cell (DitesPdf *self,
                             gboolean  of_row)
{
  const guint8 scope = of_row ? 1 : 0;

  g_byte_array_append (self->notes.headers, &scope, 1);
  dites_pdf_begin (self, "TH");
}

static char *
quote_attribute (const char *value)
{
  GString *quoted = g_string_new (NULL);

  for (const char *at = value; *at != '\0'; at++)
    {
      if (*at == '\'' || *at == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *at);
    }
  return g_string_free_and_steal (quoted);
}

static void
begin_link (DitesPdf   *self,
            const char *attribute,
            const char *value,
            const char *contents)
{
  g_autofree char *quoted = quote_attribute (value);
  g_autofree char *attributes = g_strdup_printf ("%s='%s'", attribute, quoted);

  g_ptr_array_add (self->notes.links, g_strdup (contents));
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
  g_ptr_array_add (self->open_tags, (gpointer) CAIRO_TAG_LINK);
}

/**
 * dites_pdf_begin_link:
 * @self: a PDF
 * @uri: where it leads
 * @contents: where it leads, in words
 *
 * Begins a link out of the file; its text must stay on one line.
 */
void
dites_pdf_begin_link (DitesPdf   *self,
                      const char *uri,
                      const char *contents)
{
  g_autofree char *escaped = g_uri_escape_string (uri, "%:/?#[]@!$&()*+,;=", FALSE);

  begin_link (self, "uri", escaped, contents);
}

/**
 * dites_pdf_begin_jump:
 * @self: a PDF
 * @destination: the name of a destination; it may still have to come
 * @contents: where it leads, in words
 *
 * Begins a link within the file; its text must stay on one line.
 */
void
dites_pdf_begin_jump (DitesPdf   *self,
                      const char *destination,
                      const char *contents)
{
  begin_link (self, "dest", destination, contents);
}

/**
 * dites_pdf_end:
 * @self: a PDF
 *
 * Ends the element that was begun last.
 */
void
dites_pdf_end (DitesPdf *self)
{
  const char *tag = g_ptr_array_steal_index (self->open_tags, self->open_tags->len - 1);

  cairo_tag_end (self->cr, tag);
}

/**
 * dites_pdf_begin_destination:
 * @self: a PDF
 * @name: what jumps and outlines call it; letters and digits
 *
 * Names what is drawn until dites_pdf_end_destination().
 */
void
dites_pdf_begin_destination (DitesPdf   *self,
                             const char *name)
{
  g_autofree char *attributes = g_strdup_printf ("name='%s'", name);

  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
}

/**
 * dites_pdf_end_destination:
 * @self: a PDF
 *
 * Ends what dites_pdf_begin_destination() began.
 */
void
dites_pdf_end_destination (DitesPdf *self)
{
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

/**
 * dites_pdf_add_outline:
 * @self: a PDF
 * @title: what the reader sees
 * @destination: the name of a destination
 *
 * Adds an entry at the end of the outline.
 */
void
dites_pdf_add_outline (DitesPdf   *self,
                       const char *title,
                       const char *destination)
{
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", destination);

  cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, title, attributes, 0);
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
  cairo_show_page (self->cr);
  g_ptr_array_set_size (self->held, 0);
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

  if (self->write_errno == 0 && fflush (self->file) != 0)
    self->write_errno = errno;
  if (self->write_errno != 0)
    {
      set_storage_error (self, self->write_errno, error);
      return FALSE;
    }
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
  FILE *file;

  if (!finish_drawing (self, error) ||
      !dites_pdf_update (fileno (self->file), &self->notes, error))
    return FALSE;

  file = g_steal_pointer (&self->file);
  if (fsync (fileno (file)) != 0 && errno != EINVAL && errno != ENOTSUP)
    self->write_errno = errno;
  if (fclose (file) != 0 && self->write_errno == 0)
    self->write_errno = errno;
  if (self->write_errno == 0 && g_rename (self->temporary_path, self->path) != 0)
    self->write_errno = errno;
  if (self->write_errno != 0)
    {
      set_storage_error (self, self->write_errno, error);
      return FALSE;
    }

  g_clear_pointer (&self->temporary_path, g_free);
  return TRUE;
}
