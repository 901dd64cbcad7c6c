/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-format.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"

typedef enum
{
  FORMAT_PICTURE,
  FORMAT_PDF,
  FORMAT_OLD_OFFICE,
  FORMAT_ARCHIVE,
  FORMAT_DATABASE,
  FORMAT_MEDIA,
  FORMAT_PROGRAM,
  FORMAT_RICH_TEXT,
  FORMAT_WEB_PAGE,
  FORMAT_XML,
  FORMAT_VCARD,
  FORMAT_CALENDAR,
} Format;

static const char *const format_messages[] = {
  [FORMAT_PICTURE] = N_("The file is a picture, not a list"),
  [FORMAT_PDF] = N_("The file is a PDF document: ask for the list as CSV"),
  [FORMAT_OLD_OFFICE] = N_("The file is an Excel or Word document: open it, save it as CSV, and import the CSV file"),
  [FORMAT_ARCHIVE] = N_("The file is a compressed archive: unpack it and import the list inside"),
  [FORMAT_DATABASE] = N_("The file is a database, not a list"),
  [FORMAT_MEDIA] = N_("The file is a sound or a film, not a list"),
  [FORMAT_PROGRAM] = N_("The file is a program, not a list"),
  [FORMAT_RICH_TEXT] = N_("The file is a text document: ask for the list as CSV"),
  [FORMAT_WEB_PAGE] = N_("The file is a web page: open it in a spreadsheet, save it as CSV, and import the CSV file"),
  [FORMAT_XML] = N_("The file is XML: open it in a spreadsheet, save it as CSV, and import the CSV file"),
  [FORMAT_VCARD] = N_("The file holds visiting cards, not a list"),
  [FORMAT_CALENDAR] = N_("The file is a calendar, not a list"),
};

/* What a file begins with; @offset is where. */
static const struct
{
  Format      format;
  guint       offset;
  guint       length;
  const char *bytes;
} signatures[] = {
  { FORMAT_PICTURE, 0, 4, "\x89PNG" },
  { FORMAT_PICTURE, 0, 3, "\xff\xd8\xff" },
  { FORMAT_PICTURE, 0, 5, "GIF87" },
  { FORMAT_PICTURE, 0, 5, "GIF89" },
  { FORMAT_PICTURE, 8, 4, "WEBP" },
  { FORMAT_PICTURE, 0, 4, "II*\0" },
  { FORMAT_PICTURE, 0, 4, "MM\0*" },
  { FORMAT_PICTURE, 4, 8, "ftypheic" },
  { FORMAT_PICTURE, 4, 8, "ftypheix" },
  { FORMAT_PICTURE, 4, 8, "ftypheif" },
  { FORMAT_PICTURE, 4, 8, "ftypmif1" },
  { FORMAT_PICTURE, 4, 8, "ftypavif" },
  { FORMAT_PICTURE, 0, 8, "\0\0\0\x0cJXL " },
  { FORMAT_PICTURE, 0, 4, "\0\0\1\0" },
  { FORMAT_PICTURE, 0, 4, "8BPS" },
  { FORMAT_PDF, 0, 5, "%PDF-" },
  { FORMAT_PDF, 0, 4, "%!PS" },
  { FORMAT_OLD_OFFICE, 0, 8, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
  { FORMAT_OLD_OFFICE, 0, 4, "\x09\x08\x10\0" },
  { FORMAT_ARCHIVE, 0, 3, "\x1f\x8b\x08" },
  { FORMAT_ARCHIVE, 0, 4, "BZh9" },
  { FORMAT_ARCHIVE, 0, 6, "\xfd"
                          "7zXZ\0" },
  { FORMAT_ARCHIVE, 0, 6, "7z\xbc\xaf\x27\x1c" },
  { FORMAT_ARCHIVE, 0, 6, "Rar!\x1a\x07" },
  { FORMAT_ARCHIVE, 0, 4, "\x28\xb5\x2f\xfd" },
  { FORMAT_ARCHIVE, 257, 5, "ustar" },
  { FORMAT_DATABASE, 0, 16, "SQLite format 3\0" },
  { FORMAT_DATABASE, 4, 15, "Standard ACE DB" },
  { FORMAT_DATABASE, 4, 15, "Standard Jet DB" },
  { FORMAT_MEDIA, 4, 4, "ftyp" },
  { FORMAT_MEDIA, 0, 4, "OggS" },
  { FORMAT_MEDIA, 0, 3, "ID3"
                        "\3" },
  { FORMAT_MEDIA, 0, 4, "fLaC" },
  { FORMAT_MEDIA, 8, 4, "WAVE" },
  { FORMAT_MEDIA, 8, 4, "AVI " },
  { FORMAT_MEDIA, 0, 4, "\x1a\x45\xdf\xa3" },
  { FORMAT_PROGRAM, 0, 4, "\x7f"
                          "ELF" },
  { FORMAT_PROGRAM, 0, 4, "MZ\x90\0" },
  { FORMAT_RICH_TEXT, 0, 5, "{\\rtf" },
};

/* What a text begins with after its byte order mark and blank space, in any case. */
static const struct
{
  Format      format;
  const char *text;
} openings[] = {
  { FORMAT_WEB_PAGE, "<!doctype html" },
  { FORMAT_WEB_PAGE, "<html" },
  { FORMAT_WEB_PAGE, "<table" },
  { FORMAT_WEB_PAGE, "<head" },
  { FORMAT_WEB_PAGE, "<meta" },
  { FORMAT_PICTURE, "<svg" },
  { FORMAT_XML, "<?xml" },
  { FORMAT_XML, "<!--" },
  { FORMAT_XML, "<!doctype" },
  { FORMAT_VCARD, "begin:vcard" },
  { FORMAT_CALENDAR, "begin:vcalendar" },
};

static gboolean
set_not_a_list (GError    **error,
                const char *message)
{
  g_set_error_literal (error, DITES_ERROR, DITES_ERROR_NOT_A_LIST, message);
  return FALSE;
}

static gboolean
holds (const char *data,
       gsize       length,
       const char *text)
{
  gsize wanted = strlen (text);

  for (gsize i = 0; i + wanted <= length; i++)
    if (memcmp (data + i, text, wanted) == 0)
      return TRUE;

  return FALSE;
}

/* A ZIP file is a spreadsheet, a document or an archive by the names in it. */
static gboolean
set_zip (GError    **error,
         const char *data,
         gsize       length)
{
  gsize looked_at = MIN (length, 64 * 1024);

  if (holds (data, looked_at, "xl/") || holds (data, looked_at, "opendocument.spreadsheet"))
    return set_not_a_list (error, _("The file is a spreadsheet: open it, save it as CSV, and import the CSV file"));
  if (holds (data, looked_at, "word/") || holds (data, looked_at, "opendocument"))
    return set_not_a_list (error, _(format_messages[FORMAT_RICH_TEXT]));

  return set_not_a_list (error, _(format_messages[FORMAT_ARCHIVE]));
}

/* A picture for Windows says its own length, which two letters alone would not prove. */
static gboolean
is_bitmap (const char *data,
           gsize       length)
{
  return length > 14 && memcmp (data, "BM", 2) == 0 && memcmp (data + 6, "\0\0\0\0", 4) == 0;
}

static gboolean
looks_like_json (const char *text,
                 gsize       length)
{
  const char *end = text + length;
  char        opening = 0;

  if (length == 0 || (text[0] != '{' && text[0] != '['))
    return FALSE;

  opening = *text++;
  while (text < end && g_ascii_isspace (*text))
    text++;
  if (text == end)
    return FALSE;

  if (opening == '{')
    return *text == '"' || *text == '}';

  return *text == '{' || *text == '[' || *text == '"' || *text == ']';
}

static const char *
skip_blank (const char *text,
            const char *end)
{
  if (end - text >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    text += 3;
  while (text < end && g_ascii_isspace (*text))
    text++;

  return text;
}

/**
 * dites_list_format_check:
 * @data: the bytes of a file
 * @length: how many there are
 * @error: where to say what the file is
 *
 * Looks whether a file is one of the usual things that are no list: a picture,
 * a spreadsheet, a web page. Any thread.
 *
 * Returns: whether it may be a list; else %FALSE with @error set to %DITES_ERROR_NOT_A_LIST,
 *   which says what it is and, where something can be done, what
 */
gboolean
dites_list_format_check (const char *data,
                         gsize       length,
                         GError    **error)
{
  const char *text = skip_blank (data, data + length);
  gsize       n_left = data + length - text;

  if (n_left == 0)
    return set_not_a_list (error, _("The file is empty"));
  if (length >= 4 && (memcmp (data, "PK\3\4", 4) == 0 || memcmp (data, "PK\5\6", 4) == 0))
    return set_zip (error, data, length);
  if (is_bitmap (data, length))
    return set_not_a_list (error, _(format_messages[FORMAT_PICTURE]));
  if (looks_like_json (text, n_left))
    return set_not_a_list (error, _("The file is JSON: ask for the list as CSV"));

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (length >= signatures[i].offset + signatures[i].length && memcmp (data + signatures[i].offset, signatures[i].bytes, signatures[i].length) == 0)
      return set_not_a_list (error, _(format_messages[signatures[i].format]));

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      gsize opening_length = strlen (openings[i].text);

      if (n_left >= opening_length && g_ascii_strncasecmp (text, openings[i].text, opening_length) == 0)
        return set_not_a_list (error, _(format_messages[openings[i].format]));
    }

  return TRUE;
}
