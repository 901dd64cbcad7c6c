/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-pdf-update.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "dites-error.h"

/*
 * The second pass: an incremental update (ISO 32000-1, 7.5.6) at the end of
 * the file that cairo closed.
 *
 * It reads the cross-reference table and, in the order of their numbers, which
 * is the order in which tags were begun, the objects that need more than cairo
 * gave them; it writes those anew, and a new table that points to them. The
 * file is never held in memory: a window of it is.
 */

#define WINDOW_SIZE (64 * 1024)

typedef struct
{
  int                  fd;
  const DitesPdfNotes *notes;

  char   *window;
  goffset window_start;
  gsize   window_length;

  goffset *offsets; /* of each object, 0 for a free one */
  guint    n_objects;
  guint    root;
  guint    info;
  goffset  table;

  guint   figure, header, link; /* how many have been seen */
  GArray *link_annotations;     /* of guint: the n-th link's annotation */

  GString *out;         /* what is to be written at end */
  goffset  end;         /* where the update begins */
  GArray  *new_numbers; /* of guint */
  GArray  *new_offsets; /* of goffset */
} Update;

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, DITES_ERROR, DITES_ERROR_DAMAGED, _ ("The PDF cannot be completed"));
  return FALSE;
}

static gssize
read_at (int     fd,
         char   *buffer,
         gsize   length,
         goffset offset)
{
  gsize done = 0;

  while (done < length)
    {
      const gssize n = pread (fd, buffer + done, length - done, offset + (goffset) done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return n < 0 ? -1 : (gssize) done;
      done += (gsize) n;
    }
  return (gssize) done;
}

/* A view on @length bytes at @offset, or fewer at the end; stands until the next one. */
static const char *
look (Update *self,
      goffset offset,
      gsize   length,
      gsize  *available)
{
  if (offset < self->window_start ||
      offset + (goffset) length > self->window_start + (goffset) self->window_length)
    {
      const gssize n = read_at (self->fd, self->window, WINDOW_SIZE, offset);

      self->window_start = offset;
      self->window_length = n < 0 ? 0 : (gsize) n;
    }
  *available = self->window_length - (gsize) (offset - self->window_start);
  return self->window + (offset - self->window_start);
}

/* The whole text of an object without a stream, between "obj" and "endobj". */
static char *
read_object (Update *self,
             guint   number)
{
  g_autoptr (GString) text = g_string_new (NULL);
  goffset offset = self->offsets[number];
  char   *begin;
  char   *end;

  for (;;)
    {
      gsize       available;
      const char *bytes = look (self, offset, 4096, &available);

      available = MIN (available, 4096);
      if (available == 0)
        return NULL;
      g_string_append_len (text, bytes, (gssize) available);
      offset += (goffset) available;
      end = strstr (text->str, "endobj");
      if (end != NULL)
        break;
    }
  begin = strstr (text->str, " obj");
  if (begin == NULL || begin > end)
    return NULL;
  return g_strstrip (g_strndup (begin + 4, (gsize) (end - begin - 4)));
}

static gboolean
parse_trailer (Update     *self,
               const char *trailer)
{
  const char *root = strstr (trailer, "/Root ");
  const char *info = strstr (trailer, "/Info ");

  if (root == NULL || info == NULL)
    return FALSE;
  self->root = (guint) g_ascii_strtoull (root + 6, NULL, 10);
  self->info = (guint) g_ascii_strtoull (info + 6, NULL, 10);
  return self->root > 0 && self->root < self->n_objects && self->info < self->n_objects;
}

static gboolean
read_table (Update *self)
{
  char        tail[1025] = "";
  char       *position;
  gsize       available;
  const char *bytes;
  char       *after;
  goffset     offset;

  self->end = lseek (self->fd, 0, SEEK_END);
  if (self->end < 1024 || read_at (self->fd, tail, 1024, self->end - 1024) != 1024)
    return FALSE;
  position = g_strrstr_len (tail, 1024, "startxref");
  if (position == NULL)
    return FALSE;
  self->table = (goffset) g_ascii_strtoll (position + strlen ("startxref"), NULL, 10);

  bytes = look (self, self->table, 64, &available);
  if (available < 64 || !g_str_has_prefix (bytes, "xref\n0 "))
    return FALSE;
  self->n_objects = (guint) g_ascii_strtoull (bytes + strlen ("xref\n0 "), &after, 10);
  if (self->n_objects == 0 || (goffset) self->n_objects * 20 > self->end)
    return FALSE;

  offset = self->table + (after - bytes) + 1;
  self->offsets = g_new0 (goffset, self->n_objects);
  for (guint i = 0; i < self->n_objects; i++, offset += 20)
    {
      bytes = look (self, offset, 20, &available);
      if (available < 20)
        return FALSE;
      if (bytes[17] == 'n')
        self->offsets[i] = (goffset) g_ascii_strtoll (bytes, NULL, 10);
    }

  bytes = look (self, offset, 256, &available);
  if (available < 20)
    return FALSE;
  {
    g_autofree char *trailer = g_strndup (bytes, MIN (available, 256));

    return parse_trailer (self, trailer);
  }
}

static void
begin_object (Update *self,
              guint   number)
{
  const goffset offset = self->end + (goffset) self->out->len;

  g_array_append_val (self->new_numbers, number);
  g_array_append_val (self->new_offsets, offset);
  g_string_append_printf (self->out, "%u 0 obj\n", number);
}

/* Writes a dictionary anew with @more before its end. */
static gboolean
write_with (Update     *self,
            guint       number,
            const char *text,
            const char *more)
{
  const char *end = g_strrstr (text, ">>");

  if (end == NULL)
    return FALSE;
  begin_object (self, number);
  g_string_append_len (self->out, text, end - text);
  g_string_append_printf (self->out, "   %s\n>>\nendobj\n", more);
  return TRUE;
}

/* A text string, as UTF-16 with a byte order mark, in hexadecimal digits. */
static char *
text_string (const char *text)
{
  g_autofree gunichar2 *units = NULL;
  glong                 n_units = 0;
  GString              *hex = g_string_new ("<FEFF");

  units = g_utf8_to_utf16 (text, -1, NULL, &n_units, NULL);
  for (glong i = 0; units != NULL && i < n_units; i++)
    g_string_append_printf (hex, "%04X", units[i]);
  g_string_append_c (hex, '>');
  return g_string_free_and_steal (hex);
}

static gboolean
update_link_element (Update     *self,
                     const char *text)
{
  const char *object = strstr (text, "/Obj ");
  guint       number;

  self->link++;
  if (object == NULL)
    return FALSE;
  number = (guint) g_ascii_strtoull (object + 5, NULL, 10);
  if (number == 0 || number >= self->n_objects)
    return FALSE;
  g_array_append_val (self->link_annotations, number);
  return TRUE;
}

/* The first references of an array stay, then come the last ones, then the others. */
static char *
move_references (const char *text,
                 const char *key,
                 guint       n_moved,
                 guint       n_before)
{
  const char      *begin = strstr (text, key);
  const char      *end = begin != NULL ? strchr (begin, ']') : NULL;
  g_autofree char *inner = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  GString *result;

  if (end == NULL)
    return NULL;
  begin = strchr (begin, '[');
  if (begin == NULL || begin > end)
    return NULL;
  inner = g_strndup (begin + 1, (gsize) (end - begin - 1));
  words = g_strsplit_set (inner, " \n", -1);
  for (guint i = 0, place = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && place++ % 3 == 0)
      g_ptr_array_add (numbers, words[i]);
  if (numbers->len < n_before + n_moved)
    return NULL;

  result = g_string_new_len (text, begin + 1 - text);
  for (guint i = 0; i < numbers->len; i++)
    {
      guint from = i;

      if (i >= n_before && i < n_before + n_moved)
        from = numbers->len - n_moved + i - n_before;
      else if (i >= n_before + n_moved)
        from = i - n_moved;
      g_string_append_printf (result, " %s 0 R", (const char *) g_ptr_array_index (numbers, from));
    }
  g_string_append_c (result, ' ');
  g_string_append (result, end);
  return g_string_free_and_steal (result);
}

static gboolean
write_moved (Update     *self,
             guint       number,
             const char *text,
             const char *key,
             guint       n_moved,
             guint       n_before)
{
  g_autofree char *moved = NULL;

  if (self->notes->n_moved_pages == 0)
    return TRUE;
  moved = move_references (text, key, n_moved, n_before);
  if (moved == NULL)
    return FALSE;
  begin_object (self, number);
  g_string_append_printf (self->out, "%s\nendobj\n", moved);
  return TRUE;
}

static gboolean
update_element (Update     *self,
                guint       number,
                const char *text)
{
  const DitesPdfNotes *notes = self->notes;
  g_autofree char     *more = NULL;

  if (strstr (text, "/S /Figure\n") != NULL)
    {
      g_autofree char *alternative = NULL;

      if (self->figure >= notes->figures->len)
        return FALSE;
      alternative = text_string (g_ptr_array_index (notes->figures, self->figure++));
      more = g_strdup_printf ("/Alt %s", alternative);
      return write_with (self, number, text, more);
    }
  if (strstr (text, "/S /TH\n") != NULL)
    {
      if (self->header >= notes->headers->len)
        return FALSE;
      more = g_strdup_printf ("/A << /O /Table /Scope /%s >>",
                              notes->headers->data[self->header++] ? "Row" : "Column");
      return write_with (self, number, text, more);
    }
  if (strstr (text, "/S /Link\n") != NULL)
    return update_link_element (self, text);
  if (strstr (text, "/S /Document\n") != NULL)
    return write_moved (self, number, text, "/K [", notes->n_moved_sections, notes->after_section);
  return TRUE;
}

static gboolean
update_catalog (Update     *self,
                const char *text,
                guint       metadata)
{
  g_autofree char *more =
    g_strdup_printf ("/Version /1.7\n   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
                     "   /Metadata %u 0 R%s",
                     self->notes->info.language, metadata,
                     self->notes->info.outline && strstr (text, "/PageMode") == NULL ? "\n   /PageMode /UseOutlines" : "");

  return write_with (self, self->root, text, more);
}

static gboolean
update_object (Update *self,
               guint   number)
{
  gsize            available;
  const char      *bytes = look (self, self->offsets[number], 64, &available);
  g_autofree char *window = g_strndup (bytes, MIN (available, 64));
  const char      *start = strstr (window, " obj\n");
  g_autofree char *text = NULL;

  if (start == NULL)
    return FALSE;
  start += strlen (" obj\n");

  if (g_str_has_prefix (start, "<< /Type /StructElem"))
    {
      text = read_object (self, number);
      return text != NULL && update_element (self, number, text);
    }
  if (g_str_has_prefix (start, "<< /Type /Pages"))
    {
      text = read_object (self, number);
      return text != NULL &&
             write_moved (self, number, text, "/Kids [", self->notes->n_moved_pages, self->notes->after_page);
    }
  if (g_str_has_prefix (start, "<< /Type /Page ") || g_str_has_prefix (start, "<< /Type /Page\n"))
    {
      text = read_object (self, number);
      if (text == NULL)
        return FALSE;
      if (strstr (text, "/Annots") != NULL)
        return write_with (self, number, text, "/Tabs /S");
    }
  return TRUE;
}

static gboolean
update_links (Update *self)
{
  for (guint i = 0; i < self->link_annotations->len; i++)
    {
      const guint      number = g_array_index (self->link_annotations, guint, i);
      g_autofree char *text = read_object (self, number);
      g_autofree char *contents = text_string (g_ptr_array_index (self->notes->links, i));
      g_autofree char *more = g_strdup_printf ("/Contents %s", contents);

      if (text == NULL || strstr (text, "/Annot") == NULL || !write_with (self, number, text, more))
        return FALSE;
    }
  return TRUE;
}

static void
write_metadata (Update *self,
                guint   number)
{
  const DitesPdfInfo *info = &self->notes->info;
  g_autoptr (GString) xmp = g_string_new (NULL);
  g_autofree char *title = g_markup_escape_text (info->title, -1);
  g_autofree char *author = g_markup_escape_text (info->author != NULL ? info->author : "Dites32", -1);
  g_autofree char *subject = g_markup_escape_text (info->subject != NULL ? info->subject : info->title, -1);

  g_string_append_printf (
    xmp,
    "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
    "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n"
    "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n"
    "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
    title, author, subject, info->language);
  if (info->created != NULL)
    g_string_append_printf (xmp, "<xmp:CreateDate>%s</xmp:CreateDate>\n", info->created);
  g_string_append (xmp,
                   "<xmp:CreatorTool>Dites32</xmp:CreatorTool>\n"
                   "<pdfuaid:part>1</pdfuaid:part>\n"
                   "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");

  begin_object (self, number);
  g_string_append_printf (self->out, "<< /Type /Metadata /Subtype /XML /Length %zu >>\nstream\n", xmp->len);
  g_string_append_len (self->out, xmp->str, (gssize) xmp->len);
  g_string_append (self->out, "\nendstream\nendobj\n");
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const GArray *numbers = user_data;
  const guint   first = g_array_index (numbers, guint, *(const guint *) a);
  const guint   second = g_array_index (numbers, guint, *(const guint *) b);

  return first < second ? -1 : first > second;
}

static void
write_table (Update *self,
             guint   size)
{
  const goffset     table = self->end + (goffset) self->out->len;
  const guint       n = self->new_numbers->len;
  g_autofree guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_sort_array (order, n, sizeof (guint), compare_numbers, self->new_numbers);

  g_string_append (self->out, "xref\n");
  for (guint i = 0; i < n;)
    {
      const guint first = g_array_index (self->new_numbers, guint, order[i]);
      guint       count = 1;

      while (i + count < n && g_array_index (self->new_numbers, guint, order[i + count]) == first + count)
        count++;
      g_string_append_printf (self->out, "%u %u\n", first, count);
      for (guint j = i; j < i + count; j++)
        g_string_append_printf (self->out, "%010" G_GOFFSET_FORMAT " 00000 n \n",
                                g_array_index (self->new_offsets, goffset, order[j]));
      i += count;
    }
  g_string_append_printf (self->out,
                          "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %" G_GOFFSET_FORMAT "\n>>\n"
                          "startxref\n%" G_GOFFSET_FORMAT "\n%%%%EOF\n",
                          size, self->root, self->info, self->table, table);
}

static gboolean
append (Update  *self,
        GError **error)
{
  gsize done = 0;

  while (done < self->out->len)
    {
      const gssize n = pwrite (self->fd, self->out->str + done, self->out->len - done, self->end + (goffset) done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          g_set_error (error, DITES_ERROR, DITES_ERROR_STORAGE,
                       /* Translators: the system's reason. */
                       _ ("The PDF cannot be written: %s"), g_strerror (n < 0 ? errno : EIO));
          return FALSE;
        }
      done += (gsize) n;
    }
  return TRUE;
}

static gboolean
update (Update  *self,
        GError **error)
{
  g_autofree char *catalog = NULL;

  if (!read_table (self))
    return set_damaged (error);

  for (guint i = 1; i < self->n_objects; i++)
    if (self->offsets[i] != 0 && !update_object (self, i))
      return set_damaged (error);

  g_debug ("%u of %u figures, %u of %u header cells, %u of %u links are in the file",
           self->figure, self->notes->figures->len, self->header, self->notes->headers->len,
           self->link, self->notes->links->len);

  /* A tag that was drawn without text is no longer there: the notes would name the wrong one. */
  if (self->figure != self->notes->figures->len ||
      self->header != self->notes->headers->len ||
      self->link != self->notes->links->len)
    return set_damaged (error);

  catalog = read_object (self, self->root);
  if (catalog == NULL || !update_links (self) || !update_catalog (self, catalog, self->n_objects))
    return set_damaged (error);
  write_metadata (self, self->n_objects);
  write_table (self, self->n_objects + 1);
  return append (self, error);
}

/**
 * dites_pdf_update:
 * @fd: a file that cairo has written as PDF 1.4 and closed, open to read and write
 * @notes: what to add
 * @error: return location for an error
 *
 * Adds to the end of the file what cairo has no way to write: its language, its
 * metadata, texts for figures and links, scopes of header cells, the order of
 * the tab key, and pages moved forward.
 *
 * Returns: whether it worked; if not, @error is %DITES_ERROR_STORAGE, or
 *   %DITES_ERROR_DAMAGED when the file is not as expected
 */
gboolean
dites_pdf_update (int                  fd,
                  const DitesPdfNotes *notes,
                  GError             **error)
{
  Update self = {
    .fd = fd,
    .notes = notes,
    .window = g_malloc (WINDOW_SIZE + 1),
    .link_annotations = g_array_new (FALSE, FALSE, sizeof (guint)),
    .out = g_string_new (NULL),
    .new_numbers = g_array_new (FALSE, FALSE, sizeof (guint)),
    .new_offsets = g_array_new (FALSE, FALSE, sizeof (goffset)),
  };
  gboolean done;

  done = update (&self, error);

  g_free (self.window);
  g_free (self.offsets);
  g_array_unref (self.link_annotations);
  g_string_free (self.out, TRUE);
  g_array_unref (self.new_numbers);
  g_array_unref (self.new_offsets);
  return done;
}
