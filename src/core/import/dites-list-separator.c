/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-separator.h"

#include <string.h>

#include "dites-list-reader.h"

/* In the order of preference where all else is equal. */
static const char candidates[] = ";\t,|";

/* How much of a list is looked at. */
#define N_RECORDS 60
#define N_BYTES   (256 * 1024)

/* How well a separator does. */
typedef struct
{
  guint n_known;
  guint n_cells;
} Score;

/* How many cells the records have that are as wide as most are; one cell
 * speaks for no separator. */
static guint
count_regular (const guint *widths,
               guint        n)
{
  guint best = 0;

  for (guint i = 0; i < n; i++)
    {
      guint same = 0;

      for (guint j = 0; j < n; j++)
        same += widths[j] == widths[i];
      best = MAX (best, same * (widths[i] - 1));
    }

  return best;
}

static Score
score_of (const char         *text,
          gsize               length,
          char                separator,
          DitesListHeaderFunc is_header)
{
  g_auto (DitesListReader) reader = { NULL };
  guint widths[N_RECORDS];
  guint n = 0;
  Score score = { 0, 0 };

  dites_list_reader_init (&reader, text, length, separator);
  while (n < N_RECORDS && reader.position < N_BYTES && dites_list_reader_next (&reader))
    {
      if (reader.n_cells == 0)
        continue;

      widths[n++] = reader.width;
      if (is_header != NULL)
        {
          g_auto (GStrv) folded = dites_list_reader_dup (&reader, TRUE);

          score.n_known = MAX (score.n_known, is_header ((const char *const *) folded));
        }
    }
  score.n_cells = count_regular (widths, n);

  return score;
}

/* "sep=;", alone on the first line, possibly with the separators that a spreadsheet adds. */
static gboolean
read_sep_line (const char *text,
               gsize       length,
               char       *separator,
               gsize      *start)
{
  const char *end = text + length;
  const char *p = text;
  gboolean    quoted = length > 0 && *p == '"';
  char        found = 0;

  if (quoted)
    p++;
  if (end - p < 5 || g_ascii_strncasecmp (p, "sep=", 4) != 0)
    return FALSE;

  found = p[4];
  if ((found != '\t' && !g_ascii_ispunct (found)) || found == '"')
    return FALSE;

  p += 5;
  if (quoted && p < end && *p == '"')
    p++;
  while (p < end && (*p == found || *p == ' ' || *p == ';'))
    p++;
  if (p < end && *p != '\r' && *p != '\n')
    return FALSE;

  *separator = found;
  *start = p - text;
  return TRUE;
}

/**
 * dites_list_separator_find:
 * @text: a list
 * @length: its length in bytes
 * @is_header: (nullable): how many cells of a folded record are known headers
 * @start: (out): where the first record begins: behind a line "sep=", with its line end still to come
 *
 * Finds what stands between the cells of a list: what a line "sep=" says, else
 * what makes the most known headers, else what makes the most regular table.
 * Commas in a title or in numbers do not mislead it.
 *
 * Returns: the separator; ';' when nothing speaks for any
 */
char
dites_list_separator_find (const char         *text,
                           gsize               length,
                           DitesListHeaderFunc is_header,
                           gsize              *start)
{
  Score best = { 0, 0 };
  char  found = candidates[0];

  *start = 0;
  if (read_sep_line (text, length, &found, start))
    return found;

  for (const char *candidate = candidates; *candidate != '\0'; candidate++)
    {
      Score score = { 0, 0 };

      /* Those that are not there all do as the first. */
      if (candidate != candidates && memchr (text, *candidate, MIN (length, N_BYTES)) == NULL)
        continue;

      score = score_of (text, length, *candidate, is_header);
      if (score.n_known > best.n_known || (score.n_known == best.n_known && score.n_cells > best.n_cells))
        {
          best = score;
          found = *candidate;
        }
    }

  return found;
}
