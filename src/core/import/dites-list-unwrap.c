/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-unwrap.h"

#include <string.h>

static const char separators[] = ",;\t|";

#define N_SEPARATORS (sizeof separators - 1)

/* The widest list that is looked at. */
#define MAX_WIDTH 64

/* One line, and how many cells it would have by each separator once unwrapped. */
typedef struct
{
  gsize    start;
  gsize    end;  /* before its line end */
  gsize    next; /* behind it */
  gboolean wrapped;
  gboolean quoted;
  guint    widths[N_SEPARATORS];
} Line;

static void
find_line (const char *text,
           gsize       length,
           gsize       start,
           Line       *line)
{
  gsize end = start;

  while (end < length && text[end] != '\n' && text[end] != '\r')
    end++;

  *line = (Line) { start, end, end, FALSE, FALSE, { 0 } };
  if (end < length)
    line->next = end + (text[end] == '\r' && end + 1 < length && text[end + 1] == '\n' ? 2 : 1);
}

/* Looks whether the whole line is one quoted cell. */
static void
look_at_quotes (const char *text,
                Line       *line)
{
  const char *inner = text + line->start + 1;
  const char *end = text + line->end - 1;

  line->quoted = memchr (text + line->start, '"', line->end - line->start) != NULL;
  if (line->end - line->start < 2 || inner[-1] != '"' || *end != '"')
    return;

  line->wrapped = TRUE;
  while (inner < end && line->wrapped)
    {
      if (*inner == '"')
        {
          line->wrapped = inner + 1 < end && inner[1] == '"';
          inner++;
        }
      inner++;
    }
}

/* Counts the separators that do not stand between the quotes that are left. */
static void
count_widths (const char *text,
              Line       *line)
{
  gboolean inside = FALSE;

  for (gsize i = line->start + line->wrapped; i < line->end - line->wrapped; i++)
    {
      const char *separator = NULL;

      if (text[i] == '"')
        {
          inside = !inside;
          i += line->wrapped;
          continue;
        }

      separator = inside ? NULL : strchr (separators, text[i]);
      if (separator != NULL && text[i] != '\0')
        line->widths[separator - separators]++;
    }

  for (guint i = 0; i < N_SEPARATORS; i++)
    line->widths[i] = MIN (line->widths[i] + 1, MAX_WIDTH - 1);
}

/* Whether the lines make a table of three columns or more by some separator,
 * nine lines of ten as wide as most. */
static gboolean
is_table (guint (*counts)[MAX_WIDTH],
          guint n_lines)
{
  for (guint i = 0; i < N_SEPARATORS; i++)
    for (guint width = 3; width < MAX_WIDTH - 1; width++)
      if (counts[i][width] * 10 >= n_lines * 9)
        return TRUE;

  return FALSE;
}

/* The first line with a quote tells nearly every other list from these. */
static gboolean
may_be_wrapped (const char *text,
                gsize       length)
{
  const char *quote = memchr (text, '"', length);
  Line        line = {
    0,
  };

  if (quote == NULL || (quote > text && quote[-1] != '\n' && quote[-1] != '\r'))
    return FALSE;

  find_line (text, length, quote - text, &line);
  look_at_quotes (text, &line);

  return line.wrapped;
}

static gboolean
is_wrapped (const char *text,
            gsize       length)
{
  guint counts[N_SEPARATORS][MAX_WIDTH] = { { 0 } };
  guint n_lines = 0;
  guint n_wrapped = 0;
  Line  line = {
    0,
  };

  for (gsize start = 0; start < length; start = line.next)
    {
      find_line (text, length, start, &line);
      if (line.start == line.end)
        continue;

      look_at_quotes (text, &line);
      if (line.quoted && !line.wrapped)
        return FALSE;

      count_widths (text, &line);
      for (guint i = 0; i < N_SEPARATORS; i++)
        counts[i][line.widths[i]]++;
      n_lines++;
      n_wrapped += line.wrapped;
    }

  return n_wrapped > 0 && is_table (counts, n_lines);
}

/**
 * dites_list_unwrap:
 * @text: a list, changed in place
 * @length: (inout): its length in bytes
 *
 * Takes off the quotes around whole lines. A list with commas that is opened in
 * a French spreadsheet lies in its first column; saved again, each line that has
 * a quote or a semicolon is written as one quoted cell, and its own quotes are
 * doubled. That is undone where each line with quotes is of that form and the
 * lines then make a regular table. The text never grows, and lines stay lines.
 *
 * Returns: whether there was anything to take off
 */
gboolean
dites_list_unwrap (char  *text,
                   gsize *length)
{
  Line line = {
    0,
  };
  gsize out = 0;

  if (!may_be_wrapped (text, *length) || !is_wrapped (text, *length))
    return FALSE;

  for (gsize start = 0; start < *length; start = line.next)
    {
      find_line (text, *length, start, &line);
      if (line.start < line.end)
        look_at_quotes (text, &line);

      for (gsize i = line.start + line.wrapped; i < line.end - line.wrapped; i++)
        {
          text[out++] = text[i];
          i += line.wrapped && text[i] == '"';
        }
      memmove (text + out, text + line.end, line.next - line.end);
      out += line.next - line.end;
    }

  text[out] = '\0';
  *length = out;

  return TRUE;
}
