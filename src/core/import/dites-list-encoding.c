/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-encoding.h"

#include <string.h>

/* 0x80 to 0x9f, as the WHATWG's encoding standard reads them. */
static const gunichar2 windows_high[32] = {
  0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
  0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178
};

/* 0x80 to 0xff of "macintosh" in the same standard. */
static const gunichar2 mac_high[128] = {
  0x00c4, 0x00c5, 0x00c7, 0x00c9, 0x00d1, 0x00d6, 0x00dc, 0x00e1, 0x00e0, 0x00e2, 0x00e4, 0x00e3, 0x00e5, 0x00e7, 0x00e9, 0x00e8,
  0x00ea, 0x00eb, 0x00ed, 0x00ec, 0x00ee, 0x00ef, 0x00f1, 0x00f3, 0x00f2, 0x00f4, 0x00f6, 0x00f5, 0x00fa, 0x00f9, 0x00fb, 0x00fc,
  0x2020, 0x00b0, 0x00a2, 0x00a3, 0x00a7, 0x2022, 0x00b6, 0x00df, 0x00ae, 0x00a9, 0x2122, 0x00b4, 0x00a8, 0x2260, 0x00c6, 0x00d8,
  0x221e, 0x00b1, 0x2264, 0x2265, 0x00a5, 0x00b5, 0x2202, 0x2211, 0x220f, 0x03c0, 0x222b, 0x00aa, 0x00ba, 0x03a9, 0x00e6, 0x00f8,
  0x00bf, 0x00a1, 0x00ac, 0x221a, 0x0192, 0x2248, 0x2206, 0x00ab, 0x00bb, 0x2026, 0x00a0, 0x00c0, 0x00c3, 0x00d5, 0x0152, 0x0153,
  0x2013, 0x2014, 0x201c, 0x201d, 0x2018, 0x2019, 0x00f7, 0x25ca, 0x00ff, 0x0178, 0x2044, 0x20ac, 0x2039, 0x203a, 0xfb01, 0xfb02,
  0x2021, 0x00b7, 0x201a, 0x201e, 0x2030, 0x00c2, 0x00ca, 0x00c1, 0x00cb, 0x00c8, 0x00cd, 0x00ce, 0x00cf, 0x00cc, 0x00d3, 0x00d4,
  0xf8ff, 0x00d2, 0x00da, 0x00db, 0x00d9, 0x0131, 0x02c6, 0x02dc, 0x00af, 0x02d8, 0x02d9, 0x02da, 0x00b8, 0x02dd, 0x02db, 0x02c7
};

/* The bytes that are an accented letter of French in Mac Roman and a rare sign
 * or nothing in Windows-1252, and those where it is the other way round. */
static const char mac_letters[] = "\x83\x88\x89\x8d\x8e\x8f\x90\x9d\x9e";
static const char windows_letters[] = "\xe9\xe8\xea\xe0\xe7\xc9\xc8\xf4\xee\xef\xe2\xfb\xf9\xeb\xc7";

static const struct
{
  const char       *name;
  DitesListEncoding encoding;
} names[] = {
  { "utf-8", { DITES_LIST_CHARSET_UTF8 } },
  { "utf-16le", { DITES_LIST_CHARSET_UTF16, FALSE } },
  { "utf-16be", { DITES_LIST_CHARSET_UTF16, TRUE } },
  { "utf-32le", { DITES_LIST_CHARSET_UTF32, FALSE } },
  { "utf-32be", { DITES_LIST_CHARSET_UTF32, TRUE } },
  { "windows-1252", { DITES_LIST_CHARSET_WINDOWS } },
  { "macintosh", { DITES_LIST_CHARSET_MAC } },
  { "utf8", { DITES_LIST_CHARSET_UTF8 } },
  { "utf-16", { DITES_LIST_CHARSET_UTF16, FALSE } },
  { "cp1252", { DITES_LIST_CHARSET_WINDOWS } },
  { "iso-8859-1", { DITES_LIST_CHARSET_WINDOWS } },
  { "latin1", { DITES_LIST_CHARSET_WINDOWS } },
};

/**
 * dites_list_encoding_from_name:
 * @self: (inout): what was found in the bytes; keeps its byte order mark when it is of the same encoding
 * @name: the name of an encoding
 *
 * Returns: whether it is one that is decoded here
 */
gboolean
dites_list_encoding_from_name (DitesListEncoding *self,
                               const char        *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i].name) == 0)
      {
        guint    n_skip = self->n_skip;
        gboolean same = self->charset == names[i].encoding.charset && self->big_endian == names[i].encoding.big_endian;

        *self = names[i].encoding;
        self->n_skip = same ? n_skip : 0;
        return TRUE;
      }

  return FALSE;
}

static gboolean
find_mark (const char        *data,
           gsize              length,
           DitesListEncoding *found)
{
  static const struct
  {
    const char       *bytes;
    guint             length;
    DitesListEncoding encoding;
  } marks[] = {
    /* UTF-32 first: UTF-16's mark begins it. */
    { "\xff\xfe\0\0", 4, { DITES_LIST_CHARSET_UTF32, FALSE, 4 } },
    { "\0\0\xfe\xff", 4, { DITES_LIST_CHARSET_UTF32, TRUE, 4 } },
    { "\xef\xbb\xbf", 3, { DITES_LIST_CHARSET_UTF8, FALSE, 3 } },
    { "\xff\xfe", 2, { DITES_LIST_CHARSET_UTF16, FALSE, 2 } },
    { "\xfe\xff", 2, { DITES_LIST_CHARSET_UTF16, TRUE, 2 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].bytes, marks[i].length) == 0)
      {
        *found = marks[i].encoding;
        return TRUE;
      }

  return FALSE;
}

/* In UTF-16, most characters of a list have a zero byte, always on the same side. */
static gboolean
find_by_zeros (const char        *data,
               gsize              length,
               DitesListEncoding *found)
{
  gsize n_pairs = MIN (length, 8192) / 2;
  gsize zeros[2] = { 0, 0 };

  for (gsize i = 0; i < n_pairs * 2; i++)
    if (data[i] == '\0')
      zeros[i & 1]++;

  if (n_pairs < 2 || MAX (zeros[0], zeros[1]) * 2 < n_pairs || MIN (zeros[0], zeros[1]) * 20 > n_pairs)
    return FALSE;

  found->charset = DITES_LIST_CHARSET_UTF16;
  found->big_endian = zeros[0] > zeros[1];
  return TRUE;
}

static guint
sequence_length (const char *data,
                 gsize       left)
{
  guchar first = *data;
  guint  length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3
                                                    : 2;

  if (first < 0xc2 || first > 0xf4 || left < length)
    return 0;

  return g_utf8_validate_len (data, length, NULL) ? length : 0;
}

/* A few bytes that are wrong do not unmake an UTF-8 text: two lists were
 * joined, or a cell was cut in the middle of a letter. */
static gboolean
is_mostly_utf8 (const char *data,
                gsize       length)
{
  gsize good = 0;
  gsize bad = 0;

  for (gsize i = 0; i < length;)
    {
      guint n = (guchar) data[i] < 0x80 ? 1 : sequence_length (data + i, length - i);

      if (n == 0)
        bad++;
      else if (n > 1)
        good++;
      i += MAX (n, 1);
    }

  return good > 4 * bad;
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || (guchar) c >= 0x80;
}

static gboolean
is_mac (const char *data,
        gsize       length)
{
  gsize mac = 0;
  gsize windows = 0;

  for (gsize i = 1; i < length; i++)
    {
      if ((guchar) data[i] < 0x80 || !is_letter (data[i - 1]))
        continue;
      if (memchr (mac_letters, data[i], sizeof mac_letters - 1) != NULL)
        mac++;
      else if (memchr (windows_letters, data[i], sizeof windows_letters - 1) != NULL)
        windows++;
    }

  return mac >= 2 && mac > 4 * windows;
}

/**
 * dites_list_encoding_find:
 * @data: the bytes of a list
 * @length: how many there are
 *
 * Returns: the encoding they most likely are in
 */
DitesListEncoding
dites_list_encoding_find (const char *data,
                          gsize       length)
{
  DitesListEncoding found = { DITES_LIST_CHARSET_WINDOWS, FALSE, 0 };

  if (find_mark (data, length, &found) || find_by_zeros (data, length, &found))
    return found;

  if (g_utf8_validate_len (data, length, NULL) || memchr (data, '\0', length) != NULL || is_mostly_utf8 (data, length))
    found.charset = DITES_LIST_CHARSET_UTF8;
  else if (is_mac (data, length))
    found.charset = DITES_LIST_CHARSET_MAC;

  return found;
}

/**
 * dites_list_encoding_windows_byte:
 * @c: a character
 *
 * Returns: the byte of Windows-1252 from 0x80 that is read as @c, or -1
 */
int
dites_list_encoding_windows_byte (gunichar c)
{
  if (c >= 0xa0 && c <= 0xff)
    return c;

  for (guint i = 0; i < G_N_ELEMENTS (windows_high); i++)
    if (windows_high[i] == c)
      return 0x80 + i;

  return -1;
}

static gunichar
character_of (DitesListCharset charset,
              guchar           byte)
{
  if (byte < 0x80)
    return byte;
  if (charset == DITES_LIST_CHARSET_MAC)
    return mac_high[byte - 0x80];
  if (byte < 0xa0)
    return windows_high[byte - 0x80];

  return byte;
}

/* The line of a place in a text: how many lines ended before it, and one. */
static guint
line_at (const char *text,
         gsize       position)
{
  guint line = 1;

  for (gsize i = 0; i < position; i++)
    if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n'))
      line++;

  return line;
}

static void
note_strange (DitesListText *text,
              gsize          position,
              gsize         *first)
{
  if (text->n_strange++ == 0)
    *first = position;
}

static void
decode_bytes (DitesListCharset charset,
              const char      *data,
              gsize            length,
              DitesListText   *text)
{
  gsize wanted = length;
  char *out = NULL;

  for (gsize i = 0; i < length; i++)
    if ((guchar) data[i] >= 0x80)
      wanted += 2;

  text->data = out = g_malloc (wanted + 1);
  for (gsize i = 0; i < length; i++)
    {
      if ((guchar) data[i] < 0x80)
        *out++ = data[i];
      else
        out += g_unichar_to_utf8 (character_of (charset, data[i]), out);
    }
  *out = '\0';
  text->length = out - text->data;
}

/* UTF-8; a byte that is not is read as Windows-1252, which it most likely is. */
static void
decode_utf8 (const char    *data,
             gsize          length,
             DitesListText *text,
             gsize         *first)
{
  g_autoptr (GString) out = NULL;
  const char *end = data + length;

  if (g_utf8_validate_len (data, length, NULL) || memchr (data, '\0', length) != NULL)
    {
      text->data = g_malloc (length + 1);
      memcpy (text->data, data, length);
      text->data[length] = '\0';
      text->length = length;
      return;
    }

  out = g_string_sized_new (length + 64);
  while (data < end)
    {
      const char *bad = NULL;

      g_utf8_validate_len (data, end - data, &bad);
      g_string_append_len (out, data, bad - data);
      data = bad;
      if (data < end)
        {
          note_strange (text, out->len, first);
          g_string_append_unichar (out, character_of (DITES_LIST_CHARSET_WINDOWS, *data));
          data++;
        }
    }

  text->length = out->len;
  text->data = g_string_free_and_steal (g_steal_pointer (&out));
}

static guint32
unit_at (const DitesListEncoding *self,
         const char              *data)
{
  const guchar *b = (const guchar *) data;

  if (self->charset == DITES_LIST_CHARSET_UTF16)
    return self->big_endian ? b[0] << 8 | b[1] : b[1] << 8 | b[0];

  return self->big_endian ? (guint32) b[0] << 24 | b[1] << 16 | b[2] << 8 | b[3]
                          : (guint32) b[3] << 24 | b[2] << 16 | b[1] << 8 | b[0];
}

static void
decode_units (const DitesListEncoding *self,
              const char              *data,
              gsize                    length,
              DitesListText           *text,
              gsize                   *first)
{
  guint size = self->charset == DITES_LIST_CHARSET_UTF16 ? 2 : 4;
  gsize n_units = length / size;
  char *out = NULL;

  /* A unit of two bytes has at most three bytes in UTF-8, one of four bytes four. */
  text->data = out = g_malloc (n_units * (size == 2 ? 3 : 4) + 4);
  for (gsize i = 0; i < n_units; i++)
    {
      gunichar c = unit_at (self, data + i * size);
      gunichar low = 0;

      if (size == 2 && c >= 0xd800 && c < 0xdc00 && i + 1 < n_units)
        {
          low = unit_at (self, data + (i + 1) * size);
          if (low >= 0xdc00 && low < 0xe000)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
              i++;
            }
        }

      if (c < 0x80)
        *out++ = c;
      else if (g_unichar_validate (c))
        out += g_unichar_to_utf8 (c, out);
      else
        {
          note_strange (text, out - text->data, first);
          out += g_unichar_to_utf8 (0xfffd, out);
        }
    }

  if (length % size != 0)
    note_strange (text, out - text->data, first);
  *out = '\0';
  text->length = out - text->data;
}

/**
 * dites_list_encoding_decode:
 * @self: an encoding
 * @data: the bytes of a list
 * @length: how many there are
 * @text: (out): the text; whatever the bytes are, it is valid UTF-8
 *
 * Makes text of bytes. What does not fit the encoding is counted in @text.
 */
void
dites_list_encoding_decode (DitesListEncoding *self,
                            const char        *data,
                            gsize              length,
                            DitesListText     *text)
{
  gsize first = 0;

  data += self->n_skip;
  length -= self->n_skip;

  switch (self->charset)
    {
    case DITES_LIST_CHARSET_UTF16:
    case DITES_LIST_CHARSET_UTF32:
      decode_units (self, data, length, text, &first);
      break;
    case DITES_LIST_CHARSET_WINDOWS:
    case DITES_LIST_CHARSET_MAC:
      decode_bytes (self->charset, data, length, text);
      break;
    case DITES_LIST_CHARSET_UTF8:
    default:
      decode_utf8 (data, length, text, &first);
      break;
    }

  if (text->n_strange > 0)
    text->strange_line = line_at (text->data, first);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].encoding.charset == self->charset && names[i].encoding.big_endian == self->big_endian)
      {
        g_strlcpy (text->encoding, names[i].name, sizeof text->encoding);
        break;
      }
}
