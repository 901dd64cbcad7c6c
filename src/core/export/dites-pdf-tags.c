/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-pdf.h"

#include <cairo-pdf.h>

#include "dites-pdf-private.h"

/* The structure of a PDF: what its parts are, where its links lead. */

/* The structure is a file's; the screen has none. */
static void
begin_tag (DitesPdf   *self,
           const char *tag,
           const char *attributes)
{
  if (self->pages == NULL)
    cairo_tag_begin (self->cr, tag, attributes);
}

static void
end_tag (DitesPdf   *self,
         const char *tag)
{
  if (self->pages == NULL)
    cairo_tag_end (self->cr, tag);
}

/**
 * dites_pdf_note_text:
 * @self: a PDF
 * @text: what is drawn on the page in letters
 *
 * Keeps @text for those who cannot see a page on the screen.
 */
void
dites_pdf_note_text (DitesPdf   *self,
                     const char *text)
{
  /* A picture's words are its alternative text. */
  if (self->pages != NULL && self->pages->len > 0 && self->figure == 0)
    dites_page_add_text (g_ptr_array_index (self->pages, self->pages->len - 1), text);
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
  begin_tag (self, tag, NULL);
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
  dites_pdf_note_text (self, alternative);
  dites_pdf_begin (self, "Figure");
  self->figure = self->open_tags->len;
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
  begin_tag (self, CAIRO_TAG_LINK, attributes);
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
  const char *tag;

  if (self->figure == self->open_tags->len)
    self->figure = 0;
  tag = g_ptr_array_steal_index (self->open_tags, self->open_tags->len - 1);
  end_tag (self, tag);
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

  begin_tag (self, CAIRO_TAG_DEST, attributes);
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
  end_tag (self, CAIRO_TAG_DEST);
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

  if (self->pages == NULL)
    cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, title, attributes, 0);
}
