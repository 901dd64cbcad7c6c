/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More cells than this in one record are counted and left out: a spreadsheet has 16,384 columns. */
#define DITES_LIST_MAX_COLUMNS 1024

/* A spreadsheet's cell holds no more; a quote that is open for longer was never closed. */
#define DITES_LIST_MAX_CELL 32767

typedef enum
{
  DITES_LIST_CELL_PLAIN,  /* as it stands */
  DITES_LIST_CELL_QUOTED, /* between quotes that are left out, with doubled quotes inside */
  DITES_LIST_CELL_MIXED,  /* quoted, and goes on after the closing quote */
} DitesListCellStyle;

/**
 * DitesListCell:
 * @start: where it begins in the text, without quotes and blank space
 * @length: its length in bytes
 * @style: how to read it: see dites_list_cell_read()
 */
typedef struct
{
  guint32            start;
  guint32            length;
  DitesListCellStyle style;
} DitesListCell;

/**
 * DitesListReader:
 * @cells: the cells of the record, without empty ones at the end
 * @n_cells: how many
 * @width: how many there were with the empty ones at the end
 * @n_left_out: how many cells there were beyond %DITES_LIST_MAX_COLUMNS
 * @line: the physical line that the record begins on, from 1
 * @start: where the record begins in the text
 * @end: where it ends, without its line end
 * @unclosed_line: the line of a quote that is never closed; 0 when there is none
 *
 * Goes through the records of a text: RFC 4180, and what programs and people
 * really write. Only @cells is owned; the text belongs to the caller and may be
 * changed behind the reader. Lines end with CR, LF or CRLF.
 */
typedef struct
{
  DitesListCell *cells;
  guint          n_cells;
  guint          width;
  guint          n_left_out;
  guint          line;
  gsize          start;
  gsize          end;
  guint          unclosed_line;

  /*< private >*/
  const char *text;
  gsize       length;
  gsize       position;
  guint       next_line;
  char        separator;
} DitesListReader;

void     dites_list_reader_init (DitesListReader *self,
                                 const char      *text,
                                 gsize            length,
                                 char             separator);
void     dites_list_reader_clear (DitesListReader *self);
void     dites_list_reader_start (DitesListReader *self,
                                  gsize            position,
                                  guint            line);
gboolean dites_list_reader_next (DitesListReader *self);
gsize    dites_list_cell_read (const DitesListCell *cell,
                               const char          *text,
                               char                *out);
char    *dites_list_reader_dup_cell (DitesListReader *self,
                                     guint            i,
                                     gboolean         fold);
char   **dites_list_reader_dup (DitesListReader *self,
                                gboolean         fold);
gsize    dites_list_trim (const char **text,
                          gsize        length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DitesListReader, dites_list_reader_clear)

G_END_DECLS
