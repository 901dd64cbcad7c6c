/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-export-csv.h"

#include <string.h>

/*
 * A list as French office programs open it with a double click: semicolons,
 * UTF-8 with a byte order mark, CR LF. Phones have spaces, which keeps their
 * zero; and no cell is taken for a formula.
 */

static gboolean
is_column (const DitesField *field)
{
  return (field->flags & DITES_FIELD_LIST_ONLY) == 0 &&
         field->type != DITES_FIELD_PHOTOS;
}

/* Digits with a sign and a decimal mark; such a cell computes nothing. */
static gboolean
is_number (const char *text)
{
  gboolean digits = FALSE;

  if (*text == '-' || *text == '+')
    text++;
  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      digits = TRUE;
    else if (*text != ',' && *text != '.')
      return FALSE;
  return digits;
}

static void
append_cell (GString    *out,
             char        separator,
             const char *text)
{
  const gsize    length = strlen (text);
  const gboolean guarded = length > 0 && strchr ("=+-@\t\r", text[0]) != NULL && !is_number (text);
  const gboolean quoted = separator == ';' ? length > 0 && (strpbrk (text, ";\"\r\n\t") != NULL || text[0] == ' ' || text[length - 1] == ' ')
                                           : text[0] == '"'; /* which would hold all up to the next one together */

  if (quoted)
    g_string_append_c (out, '"');
  if (guarded)
    g_string_append_c (out, '\'');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (quoted && *at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  if (quoted)
    g_string_append_c (out, '"');
}

/* A spreadsheet searches for what is typed, and nobody types a no-break space. From a
 * clipboard it takes a tab or an end of line for the next cell, quoted or not. */
static void
append_cell_text (GString    *out,
                  char        separator,
                  const char *text)
{
  g_autoptr (GString) cell = g_string_new (text);

  g_string_replace (cell, "\u00a0", " ", 0);
  g_string_replace (cell, "\u202f", " ", 0);
  if (separator == '\t')
    g_strdelimit (cell->str, "\t\r\n", ' ');
  append_cell (out, separator, cell->str);
}

static void
append_header (GString         *out,
               char             separator,
               const DitesKind *kind)
{
  gboolean first = TRUE;

  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      if (!is_column (field))
        continue;
      if (!first)
        g_string_append_c (out, separator);
      first = FALSE;
      append_cell (out, separator, dites_field_get_label (field));
    }
}

static void
append_document (GString         *out,
                 char             separator,
                 const DitesKind *kind,
                 DitesDocument   *document,
                 DitesTitleFunc   title_of,
                 gpointer         user_data)
{
  gboolean first = TRUE;

  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *text = NULL;

      if (!is_column (field))
        continue;
      if (!first)
        g_string_append_c (out, separator);
      first = FALSE;
      text = dites_field_format (field, document, title_of, user_data);
      append_cell_text (out, separator, text != NULL ? text : "");
    }
}

/**
 * dites_csv_append_header:
 * @out: the list
 * @kind: what it holds
 *
 * Begins a list: the byte order mark and the labels of the fields, which an
 * import knows again. Photos do not fit into a cell and are left out; parts stand
 * in one to be read, a line each, and an import leaves them as they are.
 */
void
dites_csv_append_header (GString         *out,
                         const DitesKind *kind)
{
  g_string_append (out, "\xef\xbb\xbf");
  append_header (out, ';', kind);
  g_string_append (out, "\r\n");
}

/**
 * dites_csv_append_document:
 * @out: the list
 * @kind: what it holds
 * @document: a document of @kind
 * @title_of: (nullable): the titles of documents it refers to
 * @user_data: passed to @title_of
 *
 * Adds a line with the values as people read them.
 */
void
dites_csv_append_document (GString         *out,
                           const DitesKind *kind,
                           DitesDocument   *document,
                           DitesTitleFunc   title_of,
                           gpointer         user_data)
{
  append_document (out, ';', kind, document, title_of, user_data);
  g_string_append (out, "\r\n");
}

/**
 * dites_tabs_append_header:
 * @out: the list
 * @kind: what it holds
 *
 * Begins a list for the clipboard: the labels of the fields, with tabs between them.
 */
void
dites_tabs_append_header (GString         *out,
                          const DitesKind *kind)
{
  append_header (out, '\t', kind);
  g_string_append_c (out, '\n');
}

/**
 * dites_tabs_append_document:
 * @out: the list
 * @kind: what it holds
 * @document: a document of @kind
 * @title_of: (nullable): the titles of documents it refers to
 * @user_data: passed to @title_of
 *
 * Adds a line with the values as people read them, with tabs between them.
 */
void
dites_tabs_append_document (GString         *out,
                            const DitesKind *kind,
                            DitesDocument   *document,
                            DitesTitleFunc   title_of,
                            gpointer         user_data)
{
  append_document (out, '\t', kind, document, title_of, user_data);
  g_string_append_c (out, '\n');
}
