/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"
#include "dites-fold.h"
#include "dites-list-lines.h"
#include "dites-list-separator.h"
#include "dites-list-table-private.h"
#include "dites-list-unwrap.h"

/* Cells beyond which a list is refused: a million rows of sixteen columns. */
#define MAX_CELLS (16 * 1024 * 1024)

/* How often a cancellation is looked for, in records. */
#define RECORDS_PER_LOOK 4096

/* A line of up to so many cells may be a footer. */
#define MAX_FOOTER_CELLS 4

/* The reading of one list. */
typedef struct
{
  DitesListTable     *table;
  DitesListReader     reader;
  DitesListHeaderFunc is_header;
  guint32             header_shapes[8]; /* a bit for each shape of a header's cell: see shape_of() */
  int                *columns;          /* (nullable): where each cell of a record belongs, after another header */
  guint               n_map;
  gboolean            skipping;   /* a list with other columns */
  gboolean            after_gap;  /* an empty line, a title or a header came last */
  gboolean            after_lone; /* a line with one text came last: a title perhaps */
  guint               block;
  guint               title;
  guint               n_wide;
  guint               wide_line;
} Reading;

/* A cheap sign of a cell that is equal to a header's: its first letter and its
 * length. What looks like a header by it is then looked at in earnest. */
static inline guint
shape_of (const char *text,
          gsize       length)
{
  return (guint) (g_ascii_tolower (*text) * 31 + length * 7) & 0xff;
}

static void
note_shapes (Reading *self)
{
  const DitesListHeader *header = &self->table->header;

  for (guint i = 0; i < G_N_ELEMENTS (header->lines); i++)
    for (char **cell = header->lines[i]; cell != NULL && *cell != NULL; cell++)
      {
        guint shape = shape_of (*cell, strlen (*cell));

        if (**cell != '\0')
          self->header_shapes[shape / 32] |= 1u << (shape % 32);
      }
}

static guint
count_filled (const DitesListReader *reader)
{
  guint n = 0;

  for (guint i = 0; i < reader->n_cells; i++)
    n += reader->cells[i].length > 0;

  return n;
}

static gboolean
has_header_shapes (Reading *self,
                   guint    n_filled)
{
  const DitesListReader *reader = &self->reader;
  guint                  n = 0;

  for (guint i = 0; i < reader->n_cells; i++)
    if (reader->cells[i].length > 0)
      {
        guint shape = shape_of (reader->text + reader->cells[i].start, reader->cells[i].length);

        n += (self->header_shapes[shape / 32] >> (shape % 32)) & 1;
      }

  return n * 2 >= n_filled;
}

/* The only text of a row; NULL if it has several. */
static const char *
get_lone_text (DitesListTable *table,
               guint           row)
{
  const char *text = NULL;

  for (guint i = 0; i < dites_list_table_get_n_cells (table, row); i++)
    {
      const char *cell = dites_list_table_get_cell (table, row, i);

      if (*cell != '\0' && text != NULL)
        return NULL;
      if (*cell != '\0')
        text = cell;
    }

  return text;
}

/* Lines that seemed rows turn out to be the title of what another header begins:
 * those with one text each between an empty line and the header. */
static void
drop_titles (Reading *self)
{
  GArray *rows = self->table->rows;
  guint   keep = rows->len;

  if (self->table->header.n_columns < 3)
    return;

  while (keep > 0 && g_array_index (rows, DitesListRow, keep - 1).block == self->block && get_lone_text (self->table, keep - 1) != NULL)
    keep--;
  if (keep == rows->len || (keep > 0 && g_array_index (rows, DitesListRow, keep - 1).block == self->block))
    return;

  self->table->n_dropped[DITES_LIST_DROPPED_TITLE] += rows->len - keep;
  g_array_set_size (rows, keep);
}

/* Takes another header in the middle of the file. Its rows go on under the
 * columns of the first if it has no other names; else they are another list. */
static void
take_header (Reading           *self,
             const char *const *folded)
{
  guint n_filled = dites_list_line_count (folded);
  guint n_found = 0;

  drop_titles (self);
  g_clear_pointer (&self->columns, g_free);
  self->after_gap = TRUE;
  self->skipping = FALSE;
  self->table->n_dropped[DITES_LIST_DROPPED_HEADER]++;
  if (dites_list_header_equal (&self->table->header, folded))
    return;

  self->n_map = g_strv_length ((char **) folded);
  self->columns = g_new (int, self->n_map + 1);
  n_found = dites_list_header_map (&self->table->header, folded, self->columns);
  if (n_found == n_filled)
    return;

  g_clear_pointer (&self->columns, g_free);
  self->skipping = TRUE;
  dites_list_table_add_problem (self->table,
                                self->reader.line,
                                "%s",
                                _("Another list with other columns begins here: it was left out, import it from a file of its own"));
}

static gboolean
is_header_again (Reading           *self,
                 const char *const *folded)
{
  g_auto (GStrv) cells = NULL;
  guint n_filled = dites_list_line_count (folded);
  guint n_known = 0;

  if (n_filled == 0)
    return FALSE;
  if (dites_list_header_equal (&self->table->header, folded))
    return TRUE;
  if (n_filled < 2)
    return FALSE;

  if (self->is_header != NULL)
    n_known = self->is_header (folded);
  else
    {
      g_autofree int *columns = g_new (int, g_strv_length ((char **) folded) + 1);

      n_known = dites_list_header_map (&self->table->header, folded, columns);
    }

  if (n_known < 2 || n_known * 2 < n_filled)
    return FALSE;

  cells = dites_list_reader_dup (&self->reader, FALSE);
  return dites_list_header_looks_like ((const char *const *) cells);
}

/* The first cell that is not empty. */
static guint
get_first_filled (const DitesListReader *reader)
{
  guint i = 0;

  while (reader->cells[i].length == 0)
    i++;

  return i;
}

/* Whether a record is worth a look in earnest; rows are many, and few are. */
static gboolean
may_be_other_line (Reading *self,
                   guint    n_filled)
{
  g_autofree char *first = NULL;

  if (has_header_shapes (self, n_filled))
    return TRUE;
  if (n_filled > 1 && (self->after_gap || self->after_lone))
    return TRUE;
  if (n_filled > MAX_FOOTER_CELLS)
    return FALSE;

  first = dites_list_reader_dup_cell (&self->reader, get_first_filled (&self->reader), TRUE);

  return dites_list_line_may_be_footer (first);
}

/* Looks in earnest at a record that may be no row; returns whether it is none. */
static gboolean
take_other_line (Reading *self,
                 guint    n_filled)
{
  DitesListTable *table = self->table;
  g_auto (GStrv) folded = dites_list_reader_dup (&self->reader, TRUE);
  const char *const *words = (const char *const *) folded;

  if (is_header_again (self, words))
    {
      take_header (self, words);
      return TRUE;
    }
  if (n_filled > MAX_FOOTER_CELLS)
    return FALSE;
  if (dites_list_line_count (words) == 0 || dites_list_line_is_footer (words, table->header.n_columns))
    {
      table->n_dropped[DITES_LIST_DROPPED_FOOTER]++;
      return TRUE;
    }

  return FALSE;
}

/* Puts a cell's value where it stands, ended by NUL; returns where, 0 if it is empty. */
static guint32
keep_cell (Reading             *self,
           const DitesListCell *cell)
{
  char       *text = self->table->text.data;
  const char *start = text + cell->start;
  gsize       length = cell->length;

  if (cell->style != DITES_LIST_CELL_PLAIN)
    {
      length = dites_list_cell_read (cell, text, text + cell->start);
      length = dites_list_trim (&start, length);
    }
  if (length == 0)
    return 0;

  text[start - text + length] = '\0';
  if (length > DITES_LIST_MAX_CELL && g_utf8_strlen (start, length) > DITES_LIST_MAX_CELL)
    {
      const char *end = g_utf8_offset_to_pointer (start, DITES_LIST_MAX_CELL);

      /* Who reads the cell into something says so: a plan. */
      length = dites_list_trim (&start, end - start);
      text[start - text + length] = '\0';
    }

  return start - text;
}

/* A title is kept for the rows below it. */
static gboolean
take_title (Reading *self)
{
  const DitesListReader *reader = &self->reader;
  const DitesListCell   *cell = &reader->cells[get_first_filled (reader)];
  g_autofree char       *folded = NULL;
  GPtrArray             *titles = self->table->titles;

  if (self->table->header.n_columns < 3)
    return FALSE;
  folded = dites_list_reader_dup_cell (&self->reader, cell - reader->cells, TRUE);
  if (!dites_list_line_is_title (folded))
    return FALSE;

  self->table->n_dropped[DITES_LIST_DROPPED_TITLE]++;
  if (titles->len <= G_MAXUINT16)
    {
      guint32 offset = keep_cell (self, cell);

      self->title = titles->len;
      g_ptr_array_add (titles, self->table->text.data + offset);
    }
  else
    self->title = 0;

  return TRUE;
}

static void
note_wide (Reading *self,
           guint    n_cells)
{
  if (n_cells <= self->table->header.n_columns && self->reader.n_left_out == 0)
    return;

  if (self->n_wide++ == 0)
    self->wide_line = self->reader.line;
}

/* Keeps the cells of a record as a row, under the columns they belong to. */
static void
take_row (Reading *self)
{
  const DitesListReader *reader = &self->reader;
  DitesListTable        *table = self->table;
  DitesListRow           row = { table->cells->len, reader->line, 0, self->title, 0 };
  guint                  n = reader->n_cells;
  guint32               *offsets = NULL;

  if (self->after_gap)
    self->block++;
  self->after_gap = FALSE;
  row.block = self->block;

  /* Behind another header, a cell may move as far as the first one's last column. */
  if (self->columns != NULL)
    n = MAX (n, table->header.n_columns);
  g_array_set_size (table->cells, row.first + n);
  offsets = &g_array_index (table->cells, guint32, row.first);
  if (self->columns == NULL)
    for (guint i = 0; i < reader->n_cells; i++)
      offsets[i] = keep_cell (self, &reader->cells[i]);
  else
    {
      memset (offsets, 0, n * sizeof (guint32));
      for (guint i = 0; i < reader->n_cells; i++)
        {
          guint32 offset = keep_cell (self, &reader->cells[i]);

          if (i < self->n_map && self->columns[i] >= 0)
            offsets[self->columns[i]] = offset;
          else if (offset != 0)
            note_wide (self, G_MAXUINT16);
        }
    }

  while (n > 0 && offsets[n - 1] == 0)
    n--;
  g_array_set_size (table->cells, row.first + n);
  row.n_cells = n;
  note_wide (self, n);
  g_array_append_val (table->rows, row);
}

static void
take_record (Reading *self)
{
  DitesListTable *table = self->table;
  guint           n_filled = count_filled (&self->reader);

  if (self->reader.unclosed_line != 0)
    dites_list_table_add_problem (table,
                                  self->reader.unclosed_line,
                                  "%s",
                                  _("A quotation mark is opened and not closed: it was read as text"));

  if (n_filled == 0)
    {
      table->n_dropped[DITES_LIST_DROPPED_EMPTY]++;
      self->after_gap = TRUE;
      return;
    }

  if (may_be_other_line (self, n_filled) && take_other_line (self, n_filled))
    return;

  self->after_lone = n_filled == 1;

  if (self->skipping)
    table->n_dropped[DITES_LIST_DROPPED_OTHER_LIST]++;
  else if (n_filled == 1 && take_title (self))
    self->after_gap = TRUE;
  else
    take_row (self);
}

static gboolean
check_limits (Reading      *self,
              GCancellable *cancellable,
              GError      **error)
{
  if (self->table->rows->len > DITES_LIST_MAX_ROWS)
    {
      g_set_error (error,
                   DITES_ERROR,
                   DITES_ERROR_NOT_A_LIST,
                   /* Translators: %'d is a number of rows. */
                   _("The list has more than %'d rows"),
                   DITES_LIST_MAX_ROWS);
      return FALSE;
    }
  if (self->table->cells->len > MAX_CELLS)
    {
      g_set_error (error,
                   DITES_ERROR,
                   DITES_ERROR_NOT_A_LIST,
                   /* Translators: %'d is a number of cells. */
                   _("The list has more than %'d cells"),
                   MAX_CELLS);
      return FALSE;
    }

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Drops what is no row at the end of a list of three columns or more: from a
 * text alone on its line that an empty line parts from the rows or that is as
 * long as a sentence. Notes may have several lines. */
static void
drop_last_words (Reading *self)
{
  GArray *rows = self->table->rows;
  guint   keep = rows->len;

  if (self->table->header.n_columns < 3)
    return;

  for (guint row = rows->len; row-- > 1;)
    {
      const char *text = get_lone_text (self->table, row);

      if (text == NULL)
        break;
      if (g_array_index (rows, DitesListRow, row).block != g_array_index (rows, DitesListRow, row - 1).block || g_utf8_strlen (text, -1) > 40)
        keep = row;
    }

  self->table->n_dropped[DITES_LIST_DROPPED_FOOTER] += rows->len - keep;
  g_array_set_size (rows, keep);
}

static void
finish (Reading *self)
{
  DitesListTable *table = self->table;

  if (table->text.n_strange > 0)
    dites_list_table_add_problem (table,
                                  table->text.strange_line,
                                  ngettext ("%u character is not in the encoding of the file: look whether it was read well",
                                            "%u characters are not in the encoding of the file: look whether they were read well",
                                            table->text.n_strange),
                                  table->text.n_strange);
  if (self->n_wide > 0)
    dites_list_table_add_problem (table,
                                  self->wide_line,
                                  ngettext ("%u row has more cells than the header names",
                                            "%u rows have more cells than the header names, the first of them here",
                                            self->n_wide),
                                  self->n_wide);

  drop_last_words (self);
  table->n_columns = table->header.n_columns;
  for (guint row = 0; row < table->rows->len; row++)
    table->n_columns = MAX (table->n_columns, dites_list_table_get_n_cells (table, row));
  dites_list_table_order_answers (table);
  dites_list_table_find_merges (table);
}

static gboolean
read_records (Reading      *self,
              GCancellable *cancellable,
              GError      **error)
{
  guint n = 0;

  while (dites_list_reader_next (&self->reader))
    {
      take_record (self);
      if (++n % RECORDS_PER_LOOK == 0 && !check_limits (self, cancellable, error))
        return FALSE;
    }

  return check_limits (self, cancellable, error);
}

/**
 * dites_list_table_read:
 * @bytes: a file, as dites_list_load() gives it
 * @options: (nullable): what is already known of it
 * @cancellable: (nullable): stops the reading
 * @error: where to say why it is no list
 *
 * Reads a list. A pure function, of any thread; in time and memory that grow
 * with the length of @bytes and with nothing else.
 *
 * Fails with %DITES_ERROR_NOT_A_LIST and a sentence that says what the file is
 * instead, or what it lacks. What is merely odd about a list is told by
 * dites_list_table_get_problem().
 *
 * Returns: (transfer full): the table, possibly without rows
 */
DitesListTable *
dites_list_table_read (GBytes                 *bytes,
                       const DitesListOptions *options,
                       GCancellable           *cancellable,
                       GError                **error)
{
  static const DitesListOptions no_options = { NULL };
  g_autoptr (DitesListTable) table = NULL;
  Reading  reading = { NULL };
  gsize    start = 0;
  gboolean read = FALSE;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (options == NULL)
    options = &no_options;

  table = dites_list_table_new ();
  if (!dites_list_text_decode (&table->text, bytes, options->encoding, options->repair, error))
    return NULL;

  dites_list_unwrap (table->text.data, &table->text.length);

  reading.table = table;
  reading.is_header = options->is_header;
  table->separator = dites_list_separator_find (table->text.data, table->text.length, options->is_header, &start);
  dites_list_reader_init (&reading.reader, table->text.data, table->text.length, table->separator);
  dites_list_reader_start (&reading.reader, start, 1);

  read = dites_list_header_find (&table->header, &reading.reader, options->is_header, error);
  if (read)
    {
      note_shapes (&reading);
      read = read_records (&reading, cancellable, error);
    }
  if (read)
    finish (&reading);

  dites_list_reader_clear (&reading.reader);
  g_free (reading.columns);

  return read ? g_steal_pointer (&table) : NULL;
}
