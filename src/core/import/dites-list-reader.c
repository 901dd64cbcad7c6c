/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-reader.h"

#include <string.h>

#include "dites-fold.h"

/**
 * dites_list_reader_init:
 * @self: (out caller-allocates): a reader before the first record; clear it with dites_list_reader_clear()
 * @text: UTF-8, with a NUL behind it
 * @length: its length in bytes, below 4 GB
 * @separator: what stands between cells, an ASCII character
 */
void
dites_list_reader_init (DitesListReader *self,
                        const char      *text,
                        gsize            length,
                        char             separator)
{
  memset (self, 0, sizeof *self);
  self->cells = g_new (DitesListCell, DITES_LIST_MAX_COLUMNS);
  self->text = text;
  self->length = length;
  self->separator = separator;
  self->next_line = 1;
}

/**
 * dites_list_reader_clear:
 * @self: a reader
 */
void
dites_list_reader_clear (DitesListReader *self)
{
  g_clear_pointer (&self->cells, g_free);
}

/**
 * dites_list_reader_start:
 * @self: a reader
 * @position: where the next record begins
 * @line: its line, from 1
 *
 * Makes the reader go on from somewhere else.
 */
void
dites_list_reader_start (DitesListReader *self,
                         gsize            position,
                         guint            line)
{
  self->position = position;
  self->next_line = line;
}

/* How many bytes of blank space, narrow and unbreakable kinds included, begin
 * at @text; a tab is none when it separates. */
static inline guint
blank_length (const char *text,
              const char *end)
{
  if (*text == ' ' || *text == '\t' || *text == '\n' || *text == '\r' || *text == '\v' || *text == '\f')
    return 1;
  if (*text == '\xc2' && end - text >= 2 && text[1] == '\xa0')
    return 2;
  /* U+2007, U+200B, U+202F, U+FEFF */
  if (end - text >= 3 && (memcmp (text, "\xe2\x80\xaf", 3) == 0 || memcmp (text, "\xe2\x80\x87", 3) == 0 || memcmp (text, "\xe2\x80\x8b", 3) == 0 || memcmp (text, "\xef\xbb\xbf", 3) == 0))
    return 3;

  return 0;
}

/* Whether a byte may begin or end blank space; most cells begin and end with
 * a letter or a digit, for which this is all that is asked. */
static inline gboolean
may_be_blank (char c)
{
  return (guchar) c <= ' ' || (guchar) c >= 0x80;
}

/* The same, of what ends at @end. */
static inline guint
blank_length_before (const char *text,
                     const char *end)
{
  if ((guchar) end[-1] < 0x80)
    return blank_length (end - 1, end);
  if (end - text >= 2 && blank_length (end - 2, end) == 2)
    return 2;
  if (end - text >= 3 && blank_length (end - 3, end) == 3)
    return 3;

  return 0;
}

/**
 * dites_list_trim:
 * @text: (inout): UTF-8
 * @length: its length in bytes
 *
 * Leaves out the blank space around a text, unbreakable spaces included.
 *
 * Returns: the length that is left
 */
gsize
dites_list_trim (const char **text,
                 gsize        length)
{
  const char *start = *text;
  const char *end = start + length;
  guint       n = 0;

  while (start < end && may_be_blank (*start) && (n = blank_length (start, end)) > 0)
    start += n;
  while (start < end && may_be_blank (end[-1]) && (n = blank_length_before (start, end)) > 0)
    end -= n;

  *text = start;
  return end - start;
}

static inline gboolean
ends_cell (const DitesListReader *self,
           const char            *p,
           const char            *end)
{
  return p == end || *p == self->separator || *p == '\n' || *p == '\r';
}

/* Where the blank space behind a quote ends; lines are not skipped. */
static const char *
skip_blank (const DitesListReader *self,
            const char            *p,
            const char            *end)
{
  guint n = 0;

  while (p < end && !ends_cell (self, p, end) && (n = blank_length (p, end)) > 0)
    p += n;

  return p;
}

static const char *
find_cell_end (const DitesListReader *self,
               const char            *p,
               const char            *end)
{
  while (!ends_cell (self, p, end))
    p++;

  return p;
}

static inline void
add_cell (DitesListReader   *self,
          const char        *start,
          const char        *end,
          DitesListCellStyle style)
{
  gsize length = dites_list_trim (&start, end - start);

  if (self->n_cells == DITES_LIST_MAX_COLUMNS)
    {
      self->n_left_out += length > 0;
      return;
    }

  self->cells[self->n_cells++] = (DitesListCell) { start - self->text, length, style };
}

/* A quoted cell, as far as it has been looked at. */
typedef struct
{
  const char *close;    /* the closing quote; NULL: never closed */
  const char *cell_end; /* the separator or line end behind the cell */
  guint       n_lines;  /* line ends inside the quotes */
  gboolean    has_doubled;
  gboolean    mixed;
} Quoted;

/* Goes over a separator or a line end inside quotes, and the blank space behind it. */
static const char *
skip_end (const DitesListReader *self,
          const char            *p,
          const char            *end,
          Quoted                *found)
{
  if (*p == '\r' && p + 1 < end && p[1] == '\n')
    p++;
  if (*p != self->separator)
    found->n_lines++;

  return skip_blank (self, p + 1, end);
}

/* Finds the end of a quoted cell, whose content begins at @start.
 *
 * Quotes come in runs. An even run is doubled quotes. An odd one ends the cell
 * if a separator or a line's end follows; else it
 *  - opens another cell, if it stands where a cell begins: ours was never closed;
 *  - proves that ours was never closed, if it stands on a later line;
 *  - is text, if a proper closing follows on the same line: "Résidence "Les Lilas", Auch";
 *  - closes, with text behind it, otherwise: "Camille" FICTIF.
 * A search ends at the latest where the next search can begin, so that the time
 * stays linear whatever the text is. */
static void
find_close (const DitesListReader *self,
            const char            *start,
            const char            *end,
            Quoted                *found)
{
  const char *first = NULL;
  const char *opening = NULL;
  const char *p = start;

  while (p < end)
    {
      const char *run = p;
      const char *next = NULL;

      if (ends_cell (self, p, end))
        {
          if (first != NULL && *p != self->separator)
            break;
          p = opening = skip_end (self, p, end, found);
          continue;
        }
      if (found->n_lines > 0 && p - start > DITES_LIST_MAX_CELL)
        return;
      if (*p++ != '"')
        continue;

      while (p < end && *p == '"')
        p++;
      found->has_doubled |= p - run > 1;
      if (first != NULL && run == opening)
        break;
      if ((p - run) % 2 == 0)
        continue;

      next = skip_blank (self, p, end);
      if (ends_cell (self, next, end))
        {
          found->close = p - 1;
          found->cell_end = next;
          return;
        }
      if (run == opening)
        break;
      if (found->n_lines > 0)
        return;
      if (first == NULL)
        first = p - 1;
    }

  if (first == NULL)
    return;

  found->close = first;
  found->cell_end = find_cell_end (self, first, end);
  found->mixed = TRUE;
}

/* Reads the cell whose opening quote is at @quote; returns what follows it, or
 * NULL when the quote is never closed. */
static const char *
read_quoted (DitesListReader *self,
             const char      *quote,
             const char      *end)
{
  Quoted found = { NULL };

  find_close (self, quote + 1, end, &found);
  if (found.close == NULL)
    {
      if (self->unclosed_line == 0)
        self->unclosed_line = self->next_line;
      return NULL;
    }

  self->next_line += found.n_lines;
  if (found.mixed)
    add_cell (self, quote + 1, found.cell_end, DITES_LIST_CELL_MIXED);
  else
    add_cell (self, quote + 1, found.close, found.has_doubled ? DITES_LIST_CELL_QUOTED : DITES_LIST_CELL_PLAIN);

  return found.cell_end;
}

/* Reads one cell that begins at @p; returns the separator or line end behind it. */
static inline const char *
read_cell (DitesListReader *self,
           const char      *p,
           const char      *end)
{
  const char  separator = self->separator;
  const char *start = p;

  if (p < end && (*p == '"' || may_be_blank (*p)))
    {
      const char *quote = skip_blank (self, p, end);

      if (quote < end && *quote == '"')
        {
          const char *cell_end = read_quoted (self, quote, end);

          if (cell_end != NULL)
            return cell_end;
        }
    }

  while (p < end && *p != separator && *p != '\n' && *p != '\r')
    p++;
  add_cell (self, start, p, DITES_LIST_CELL_PLAIN);

  return p;
}

/**
 * dites_list_reader_next:
 * @self: a reader
 *
 * Reads the next record; an empty line is a record without cells.
 *
 * Returns: whether there was one
 */
gboolean
dites_list_reader_next (DitesListReader *self)
{
  const char *end = self->text + self->length;
  const char *p = self->text + self->position;

  if (p >= end)
    return FALSE;

  self->n_cells = 0;
  self->n_left_out = 0;
  self->unclosed_line = 0;
  self->line = self->next_line;
  self->start = self->position;

  p = read_cell (self, p, end);
  while (p < end && *p == self->separator)
    p = read_cell (self, p + 1, end);

  self->end = p - self->text;
  if (p < end)
    {
      p += *p == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1;
      self->next_line++;
    }
  self->position = p - self->text;

  self->width = self->n_cells;
  while (self->n_cells > 0 && self->cells[self->n_cells - 1].length == 0)
    self->n_cells--;

  return TRUE;
}

/**
 * dites_list_cell_read:
 * @cell: a cell
 * @text: the text it is in
 * @out: where to put its value, with room for its length; may be its own place
 *
 * Makes the value of a cell: leaves out quotes that are syntax. No NUL is put behind it.
 *
 * Returns: the length of the value in bytes
 */
gsize
dites_list_cell_read (const DitesListCell *cell,
                      const char          *text,
                      char                *out)
{
  const char *in = text + cell->start;
  const char *end = in + cell->length;
  char       *start = out;
  gboolean    inside = TRUE;

  if (cell->style == DITES_LIST_CELL_PLAIN)
    {
      memmove (out, in, cell->length);
      return cell->length;
    }

  while (in < end)
    {
      if (*in == '"' && inside)
        {
          if (in + 1 < end && in[1] == '"')
            in++;
          else if (cell->style == DITES_LIST_CELL_MIXED)
            {
              inside = FALSE;
              in++;
              continue;
            }
        }
      *out++ = *in++;
    }

  return out - start;
}

/**
 * dites_list_reader_dup_cell:
 * @self: a reader at a record whose text has not been changed
 * @i: a cell
 * @fold: whether to fold the value with dites_fold_words()
 *
 * Returns: (transfer full): the value of the cell, cut at %DITES_LIST_MAX_CELL bytes
 */
char *
dites_list_reader_dup_cell (DitesListReader *self,
                            guint            i,
                            gboolean         fold)
{
  const DitesListCell *cell = &self->cells[i];
  g_autofree char     *buffer = NULL;
  const char          *value = NULL;
  gsize                length = 0;

  /* Most cells of a wide list are. */
  if (cell->length == 0)
    return g_strdup ("");

  value = buffer = g_malloc (cell->length + 1);
  length = dites_list_cell_read (cell, self->text, buffer);
  if (length > DITES_LIST_MAX_CELL)
    length = g_utf8_find_prev_char (buffer, buffer + DITES_LIST_MAX_CELL) - buffer;
  length = dites_list_trim (&value, length);
  buffer[value - buffer + length] = '\0';

  return fold ? dites_fold_words (value) : g_strndup (value, length);
}

/**
 * dites_list_reader_dup:
 * @self: a reader at a record whose text has not been changed
 * @fold: whether to fold the values with dites_fold_words()
 *
 * Returns: (transfer full): the values of the record's cells
 */
char **
dites_list_reader_dup (DitesListReader *self,
                       gboolean         fold)
{
  char **values = g_new0 (char *, self->n_cells + 1);

  for (guint i = 0; i < self->n_cells; i++)
    values[i] = dites_list_reader_dup_cell (self, i, fold);

  return values;
}
