/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"
#include "dites-list-encoding.h"
#include "dites-list-format.h"
#include "dites-list-load.h"

/* Where the encoding that was asked for is none of ours, iconv may know it. */
static gboolean
decode_with_iconv (DitesListText *self,
                   const char    *data,
                   gsize          length,
                   const char    *encoding,
                   GError       **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *lower = g_ascii_strdown (encoding, -1);

  self->data = g_convert_with_fallback (data, length, "UTF-8", encoding, NULL, NULL, &self->length, &reason);
  if (self->data == NULL)
    {
      if (g_error_matches (reason, G_CONVERT_ERROR, G_CONVERT_ERROR_NO_CONVERSION))
        g_set_error (error,
                     DITES_ERROR,
                     DITES_ERROR_INVALID,
                     /* Translators: %s is the name of a text encoding. */
                     _("The encoding “%s” is not known"),
                     encoding);
      else
        g_set_error (error,
                     DITES_ERROR,
                     DITES_ERROR_INVALID,
                     /* Translators: %s is the name of a text encoding. */
                     _("The file is not in the encoding “%s”"),
                     encoding);
      return FALSE;
    }

  g_strlcpy (self->encoding, lower, sizeof self->encoding);
  return TRUE;
}

/* 0x1a ends a text of DOS; what a spreadsheet of today makes has none. */
static void
drop_end_mark (DitesListText *self)
{
  while (self->length > 0 && self->data[self->length - 1] == 0x1a)
    self->data[--self->length] = '\0';
}

static gboolean
check_text (DitesListText *self,
            GError       **error)
{
  if (memchr (self->data, '\0', self->length) != NULL)
    {
      g_set_error_literal (error,
                           DITES_ERROR,
                           DITES_ERROR_NOT_A_LIST,
                           _("The file is damaged or is no text: it holds zero bytes"));
      return FALSE;
    }

  return TRUE;
}

/**
 * dites_list_text_decode:
 * @self: (out caller-allocates): the text; clear it with dites_list_text_clear()
 * @bytes: a file
 * @encoding: (nullable): an encoding instead of the one that is found
 * @repair: whether to repair what was encoded twice
 * @error: where to say why it is no text
 *
 * Makes text of the bytes of a list. The encoding is the one that a byte order
 * mark names, else UTF-16 where every second byte is zero, else UTF-8 where the
 * bytes are, else Windows-1252, or Mac Roman where the accents are much better
 * in it. A pure function, of any thread; no more than three times the memory
 * of @bytes.
 *
 * Returns: whether they are text; else %FALSE with @error set to %DITES_ERROR_NOT_A_LIST,
 *   or to %DITES_ERROR_INVALID when @encoding is unknown or wrong
 */
gboolean
dites_list_text_decode (DitesListText *self,
                        GBytes        *bytes,
                        const char    *encoding,
                        gboolean       repair,
                        GError       **error)
{
  gsize             length = 0;
  const char       *data = g_bytes_get_data (bytes, &length);
  DitesListEncoding found = {
    0,
  };

  memset (self, 0, sizeof *self);

  if (data == NULL)
    data = "";
  if (length > DITES_LIST_MAX_SIZE)
    {
      g_set_error (error,
                   DITES_ERROR,
                   DITES_ERROR_NOT_A_LIST,
                   /* Translators: %d is a number of megabytes. */
                   _("The file is larger than %d MB, which is too much for a list"),
                   DITES_LIST_MAX_SIZE / (1024 * 1024));
      return FALSE;
    }
  if (!dites_list_format_check (data, length, error))
    return FALSE;

  found = dites_list_encoding_find (data, length);
  if (encoding != NULL && !dites_list_encoding_from_name (&found, encoding))
    {
      if (!decode_with_iconv (self, data, length, encoding, error))
        return FALSE;
    }
  else
    dites_list_encoding_decode (&found, data, length, self);

  if (!check_text (self, error))
    {
      dites_list_text_clear (self);
      return FALSE;
    }

  drop_end_mark (self);
  if (repair)
    self->n_repaired = dites_list_text_repair (self->data, &self->length, FALSE);
  else
    self->doubly_encoded = dites_list_text_repair (self->data, &self->length, TRUE) > 0;

  return TRUE;
}

/**
 * dites_list_text_clear:
 * @self: a text
 *
 * Frees what the text holds.
 */
void
dites_list_text_clear (DitesListText *self)
{
  g_clear_pointer (&self->data, g_free);
  self->length = 0;
}

/* The byte of Windows-1252 that a character was read from. */
static int
byte_of (const char *text,
         gsize       left,
         guint      *n_bytes)
{
  gunichar c = 0;

  if (left == 0 || (guchar) *text < 0x80)
    return -1;

  c = g_utf8_get_char (text);
  *n_bytes = g_utf8_skip[(guchar) *text];

  return dites_list_encoding_windows_byte (c);
}

/* What encoding twice has been seen to spoil: the letters of western languages,
 * punctuation, the byte order mark, pictograms. Others meet by chance: “é»…”. */
static gboolean
may_be_repaired (gunichar c)
{
  return (c >= 0xa0 && c < 0x180) || (c >= 0x2000 && c < 0x2300) || c == 0xfeff || c >= 0x1f000;
}

/* How long a character that was encoded twice is at @text: 0 when there is none. */
static guint
doubly_encoded_at (const char *text,
                   gsize       left,
                   char        repaired[4],
                   guint      *n_repaired)
{
  guint n_bytes = 0;
  guint used = 0;
  guint n_wanted = 0;
  int   byte = byte_of (text, left, &n_bytes);

  if (byte >= 0xc2 && byte <= 0xdf)
    n_wanted = 2;
  else if (byte >= 0xe0 && byte <= 0xef)
    n_wanted = 3;
  else if (byte >= 0xf0 && byte <= 0xf4)
    n_wanted = 4;
  else
    return 0;

  repaired[0] = byte;
  used = n_bytes;
  for (guint i = 1; i < n_wanted; i++)
    {
      byte = byte_of (text + used, left - used, &n_bytes);
      if (byte < 0x80 || byte > 0xbf)
        return 0;
      repaired[i] = byte;
      used += n_bytes;
    }

  if (!g_utf8_validate_len (repaired, n_wanted, NULL) || !may_be_repaired (g_utf8_get_char (repaired)))
    return 0;

  *n_repaired = n_wanted;
  return used;
}

/* Where the next character is that encoding twice could begin with, at or after
 * @in; most of a list is ASCII, so eight bytes are looked at together. */
static gsize
find_suspect (const char *text,
              gsize       in,
              gsize       length)
{
  while (in < length && (guchar) text[in] < 0xc3)
    {
      guint64 word = 0;

      if (in + sizeof word > length)
        {
          in++;
          continue;
        }
      memcpy (&word, text + in, sizeof word);
      in += (word & G_GUINT64_CONSTANT (0x8080808080808080)) == 0 ? sizeof word : 1;
    }

  return in;
}

/**
 * dites_list_text_repair:
 * @text: valid UTF-8
 * @length: (inout): its length in bytes
 * @only_count: whether to leave the text as it is
 *
 * Repairs in place what was encoded as UTF-8 twice: “Ã©” becomes “é”, “â€™” becomes
 * “’”. The text never grows. No word of French or of another language of Europe
 * holds such a sequence.
 *
 * Returns: how many characters were, or would be, repaired
 */
guint
dites_list_text_repair (char    *text,
                        gsize   *length,
                        gboolean only_count)
{
  gsize in = 0;
  gsize out = 0;
  guint count = 0;

  while (in < *length)
    {
      gsize next = find_suspect (text, in, *length);
      char  repaired[4];
      guint n_repaired = 0;
      guint used = 0;

      if (next < *length)
        used = doubly_encoded_at (text + next, *length - next, repaired, &n_repaired);
      if (used == 0 && next < *length)
        next++;

      if (!only_count)
        {
          memmove (text + out, text + in, next - in);
          memcpy (text + out + (next - in), repaired, n_repaired);
        }
      out += next - in + n_repaired;
      in = next + used;
      count += used > 0;
    }

  if (!only_count)
    {
      text[out] = '\0';
      *length = out;
    }

  return count;
}
