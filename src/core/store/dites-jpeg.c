/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-picture.h"

#include <string.h>

/* A JPEG file is a row of segments: 0xff, a marker, a length, and as many bytes.
 * All that is read here is checked against what is left, for the file may be anything. */

enum
{
  MARKER_SOF0 = 0xc0,
  MARKER_SOF15 = 0xcf,
  MARKER_DHT = 0xc4,
  MARKER_JPG = 0xc8,
  MARKER_DAC = 0xcc,
  MARKER_RST0 = 0xd0,
  MARKER_RST7 = 0xd7,
  MARKER_SOI = 0xd8,
  MARKER_EOI = 0xd9,
  MARKER_SOS = 0xda,
  MARKER_APP0 = 0xe0,
  MARKER_APP1 = 0xe1,
  MARKER_APP2 = 0xe2,
  MARKER_APP14 = 0xee,
  MARKER_APP15 = 0xef,
  MARKER_COM = 0xfe,
};

static guint
read16 (const guint8 *data,
        gboolean      little)
{
  return little ? data[0] | data[1] << 8 : data[0] << 8 | data[1];
}

static guint32
read32 (const guint8 *data,
        gboolean      little)
{
  return little ? read16 (data, TRUE) | (guint32) read16 (data + 2, TRUE) << 16
                : (guint32) read16 (data, FALSE) << 16 | read16 (data + 2, FALSE);
}

/* The orientation that an Exif segment gives: 1 to 8; 1 where it gives none. */
static int
read_orientation (const guint8 *data,
                  gsize         length)
{
  gboolean little;
  guint32  offset;
  guint    n;

  if (length < 14 || memcmp (data, "Exif\0\0", 6) != 0)
    return 1;
  data += 6;
  length -= 6;

  little = data[0] == 'I';
  offset = read32 (data + 4, little);
  if (offset > length || length - offset < 2)
    return 1;
  n = read16 (data + offset, little);
  for (guint i = 0; i < n && length - offset - 2 >= (i + 1) * 12; i++)
    {
      const guint8 *entry = data + offset + 2 + i * 12;
      guint         value = read16 (entry + 8, little);

      if (read16 (entry, little) == 0x0112)
        return value >= 1 && value <= 8 ? (int) value : 1;
    }

  return 1;
}

static gboolean
is_kept (guint         marker,
         const guint8 *data,
         gsize         length)
{
  if (marker == MARKER_COM)
    return FALSE;
  if (marker < MARKER_APP0 || marker > MARKER_APP15)
    return TRUE;

  return (marker == MARKER_APP0 && length >= 5 && memcmp (data, "JFIF", 5) == 0) ||
         (marker == MARKER_APP2 && length >= 12 && memcmp (data, "ICC_PROFILE", 12) == 0) ||
         (marker == MARKER_APP14 && length >= 5 && memcmp (data, "Adobe", 5) == 0);
}

static gboolean
is_frame (guint marker)
{
  return marker >= MARKER_SOF0 && marker <= MARKER_SOF15 &&
         marker != MARKER_DHT && marker != MARKER_JPG && marker != MARKER_DAC;
}

/* The end of the compressed data that begins at @position: where the next marker stands. */
static gsize
find_scan_end (const guint8 *data,
               gsize         length,
               gsize         position)
{
  while (position + 1 < length)
    {
      const guint8 *next = memchr (data + position, 0xff, length - position - 1);
      guint         marker;

      if (next == NULL)
        break;
      position = next - data;
      marker = data[position + 1];
      if (marker != 0x00 && marker != 0xff && !(marker >= MARKER_RST0 && marker <= MARKER_RST7))
        return position;
      position += marker == 0xff ? 1 : 2;
    }

  return length;
}

/**
 * dites_jpeg_strip:
 * @bytes: a file
 * @width: (out): as it is stored, before it is turned
 * @height: (out): likewise
 * @n_components: (out): 1 grey, 3 colour, 4 ink
 * @orientation: (out): as Exif counts, from 1, which is upright
 * @whole: (out): whether its end is there
 *
 * Leaves out of a JPEG file what is not the picture: where and when it was
 * taken, thumbnails, comments, and what stands after its end. The picture
 * itself is copied as it is.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL if @bytes is no JPEG file
 */
GBytes *
dites_jpeg_strip (GBytes   *bytes,
                  int      *width,
                  int      *height,
                  int      *n_components,
                  int      *orientation,
                  gboolean *whole)
{
  gsize         length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gsize         position = 2;
  gboolean      has_scan = FALSE;
  g_autoptr (GByteArray) out = NULL;

  *width = *height = *n_components = 0;
  *orientation = 1;
  *whole = FALSE;
  if (length < 4 || data[0] != 0xff || data[1] != MARKER_SOI)
    return NULL;

  out = g_byte_array_sized_new (length);
  g_byte_array_append (out, data, 2);
  while (position + 2 <= length)
    {
      guint marker = data[position + 1];
      gsize size, end;

      if (data[position] != 0xff)
        return NULL;
      if (marker == 0xff)
        {
          position++;
          continue;
        }
      *whole = marker == MARKER_EOI;
      if (*whole)
        break;

      if (position + 4 > length)
        break;
      size = read16 (data + position + 2, FALSE);
      if (size < 2 || size > length - position - 2)
        return NULL;

      if (is_frame (marker) && size >= 8 && *width == 0)
        {
          *height = read16 (data + position + 5, FALSE);
          *width = read16 (data + position + 7, FALSE);
          *n_components = data[position + 9];
        }
      if (marker == MARKER_APP1 && *orientation == 1)
        *orientation = read_orientation (data + position + 4, size - 2);

      end = position + 2 + size;
      if (marker == MARKER_SOS)
        {
          has_scan = TRUE;
          end = find_scan_end (data, length, end);
        }
      if (is_kept (marker, data + position + 4, size - 2))
        g_byte_array_append (out, data + position, end - position);
      position = end;
    }

  if (!has_scan || *width <= 0 || *height <= 0)
    return NULL;

  g_byte_array_append (out, (const guint8[]) { 0xff, MARKER_EOI }, 2);

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
