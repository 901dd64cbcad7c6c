/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-header.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"
#include "dites-fold.h"
#include "dites-list-lines.h"

/* How many records a header is looked for in. */
#define N_RECORDS 100

/* A record at the top of a list. */
typedef struct
{
  char   **cells;
  char   **folded;
  guint    line;
  guint    n_filled;
  guint    n_known;
  gsize    end;
  guint    next_line;
  gboolean too_wide;
} Top;

static void
top_clear (gpointer data)
{
  Top *top = data;

  g_strfreev (top->cells);
  g_strfreev (top->folded);
}

static GArray *
read_tops (DitesListReader    *reader,
           DitesListHeaderFunc is_header)
{
  GArray *tops = g_array_new (FALSE, TRUE, sizeof (Top));

  g_array_set_clear_func (tops, top_clear);
  while (tops->len < N_RECORDS && dites_list_reader_next (reader))
    {
      Top top = { NULL };

      top.cells = dites_list_reader_dup (reader, FALSE);
      top.folded = dites_list_reader_dup (reader, TRUE);
      top.line = reader->line;
      top.n_filled = dites_list_line_count ((const char *const *) top.folded);
      if (is_header != NULL && reader->n_cells > 0)
        top.n_known = is_header ((const char *const *) top.folded);
      top.end = reader->position;
      top.next_line = reader->next_line;
      top.too_wide = reader->n_left_out > 0;
      g_array_append_val (tops, top);
    }

  return tops;
}

/**
 * dites_list_header_looks_like:
 * @cells: the cells of a record
 *
 * Returns: whether they could name columns: no e-mail address, no bare number, no date
 */
gboolean
dites_list_header_looks_like (const char *const *cells)
{
  for (gsize i = 0; cells[i] != NULL; i++)
    {
      const char *cell = cells[i];
      gsize       n_letters = 0;

      if (strchr (cell, '@') != NULL)
        return FALSE;
      for (const char *p = cell; *p != '\0'; p++)
        n_letters += g_ascii_isalpha (*p) || (guchar) *p >= 0x80;
      if (*cell != '\0' && n_letters == 0)
        return FALSE;
    }

  return TRUE;
}

/* The first record that has nearly as many known headers as the best one; of
 * two in a row the better, for the names of a header of two lines. */
static int
find_known (GArray *tops)
{
  guint best = 0;

  for (guint i = 0; i < tops->len; i++)
    best = MAX (best, g_array_index (tops, Top, i).n_known);
  if (best == 0)
    return -1;

  for (guint i = 0; i < tops->len; i++)
    {
      if (g_array_index (tops, Top, i).n_known * 5 < best * 3)
        continue;
      while (i + 1 < tops->len && g_array_index (tops, Top, i + 1).n_known > g_array_index (tops, Top, i).n_known)
        i++;
      return i;
    }

  return -1;
}

/* The first record that is as wide as the others and could name columns. */
static int
find_by_look (GArray *tops)
{
  guint most = 0;
  int   first = -1;

  for (guint i = 0; i < tops->len; i++)
    most = MAX (most, g_array_index (tops, Top, i).n_filled);

  for (guint i = 0; i < tops->len; i++)
    {
      const Top *top = &g_array_index (tops, Top, i);

      if (top->n_filled == 0)
        continue;
      if (first < 0)
        first = i;
      if (top->n_filled * 2 >= most && dites_list_header_looks_like ((const char *const *) top->cells))
        return i;
    }

  return first;
}

static const char *
cell_of (const Top *top,
         guint      column)
{
  return top != NULL && column < g_strv_length (top->cells) ? top->cells[column] : "";
}

/* Whether @upper holds the groups of a header whose names are in @lower: a few
 * short texts, of which the first covers several columns or which fill the
 * lower line's gaps. A title is one cell at the beginning. */
static gboolean
is_group_line (const Top *upper,
               const Top *lower)
{
  guint    n_upper = g_strv_length (upper->cells);
  guint    n_lower = g_strv_length (lower->cells);
  gboolean lone_title = upper->n_filled == 1 && *upper->folded[0] != '\0' && *lower->folded[0] != '\0';

  if (upper->n_filled == 0 || lone_title || n_upper > n_lower + 1)
    return FALSE;
  if (upper->n_filled >= lower->n_filled)
    return FALSE;
  for (guint i = 0; i < n_upper; i++)
    if (strlen (upper->cells[i]) > 60)
      return FALSE;

  return dites_list_header_looks_like ((const char *const *) upper->cells);
}

/* Whether @lower goes on with the header that @upper begins: names below the
 * groups on its right, and nothing below the names on its left. */
static gboolean
is_second_line (const Top *upper,
                const Top *lower)
{
  guint n_below = 0;

  if (lower->n_filled == 0 || *lower->folded[0] != '\0' || lower->n_known * 2 < lower->n_filled)
    return FALSE;

  for (guint i = 0; lower->cells[i] != NULL; i++)
    n_below += *lower->cells[i] != '\0' && *cell_of (upper, i) != '\0';

  return n_below < lower->n_filled || n_below == 1;
}

/* A name on one line, without runs of blank space. */
static char *
tidy (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);

  return g_string_free_and_steal (out);
}

/* Where two columns have the same name, what stands above tells them apart. */
static void
tell_apart (DitesListHeader *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_columns; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, self->folded[i]));

      g_hash_table_insert (counts, self->folded[i], GUINT_TO_POINTER (n + 1));
    }

  for (guint i = 0; i < self->n_columns; i++)
    if (*self->names[i] != '\0' && *self->groups[i] != '\0' && GPOINTER_TO_UINT (g_hash_table_lookup (counts, self->folded[i])) > 1)
      {
        char *name = g_strdup_printf ("%s / %s", self->groups[i], self->names[i]);

        g_free (self->names[i]);
        self->names[i] = name;
      }
}

static void
set_names (DitesListHeader *self,
           const Top       *upper,
           const Top       *lower)
{
  guint            n = g_strv_length (lower->cells);
  g_autofree char *group = NULL;

  if (upper != NULL)
    n = MAX (n, g_strv_length (upper->cells));

  self->n_columns = n;
  self->names = g_new0 (char *, n + 1);
  self->groups = g_new0 (char *, n + 1);
  self->folded = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const char *above = cell_of (upper, i);
      const char *name = cell_of (lower, i);

      if (*above != '\0')
        {
          g_free (group);
          group = tidy (above);
        }
      else if (*name == '\0')
        g_clear_pointer (&group, g_free);

      self->names[i] = tidy (*name != '\0' ? name : above);
      self->groups[i] = g_strdup (*name != '\0' && group != NULL ? group : "");
      self->folded[i] = dites_fold_words (self->names[i]);
    }

  tell_apart (self);
}

static void
set_line (DitesListHeader *self,
          guint            which,
          const Top       *top)
{
  self->lines[which] = g_strdupv (top->cells);
  self->folded_lines[which] = g_strdupv (top->folded);
}

static void
set_preamble (DitesListHeader *self,
              GArray          *tops,
              guint            n)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      const Top *top = &g_array_index (tops, Top, i);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint j = 0; top->cells[j] != NULL; j++)
        if (*top->cells[j] != '\0')
          g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", top->cells[j]);
      if (line->len > 0)
        g_strv_builder_take (lines, tidy (line->str));
    }

  self->preamble = g_strv_builder_end (lines);
}

static gboolean
set_no_header (DitesListHeaderFunc is_header,
               GError            **error)
{
  if (is_header == NULL)
    g_set_error_literal (error, DITES_ERROR, DITES_ERROR_NOT_A_LIST, _("The file is empty"));
  else
    g_set_error_literal (error,
                         DITES_ERROR,
                         DITES_ERROR_NOT_A_LIST,
                         _("No line of the file names the columns: add one above the rows, such as NOM, PRENOM, MAIL"));

  return FALSE;
}

/**
 * dites_list_header_find:
 * @self: (out caller-allocates): the header; clear it with dites_list_header_clear()
 * @reader: a reader before the first record; afterwards, before the first row
 * @is_header: (nullable): how many cells of a folded record are known headers
 * @error: where to say that there is no header
 *
 * Finds the header of a list below the lines above it, of one line or two.
 * With @is_header it is the line with the most known headers; without it the
 * first that looks like one, or simply the first.
 *
 * Returns: whether it was found; else %FALSE with @error set to %DITES_ERROR_NOT_A_LIST:
 *   there is none, or one too wide
 */
gboolean
dites_list_header_find (DitesListHeader    *self,
                        DitesListReader    *reader,
                        DitesListHeaderFunc is_header,
                        GError            **error)
{
  g_autoptr (GArray) tops = read_tops (reader, is_header);
  int        found = is_header != NULL ? find_known (tops) : find_by_look (tops);
  const Top *upper = NULL;
  const Top *lower = NULL;

  memset (self, 0, sizeof *self);
  if (found < 0)
    return set_no_header (is_header, error);

  set_preamble (self, tops, found);
  lower = &g_array_index (tops, Top, found);
  if ((guint) found + 1 < tops->len && is_header != NULL && is_second_line (lower, lower + 1))
    {
      upper = lower;
      lower = upper + 1;
    }
  else if (found > 0 && is_group_line (lower - 1, lower))
    upper = lower - 1;

  if (lower->too_wide)
    {
      g_set_error (error,
                   DITES_ERROR,
                   DITES_ERROR_NOT_A_LIST,
                   _("The list has more than %d columns"),
                   DITES_LIST_MAX_COLUMNS);
      return FALSE;
    }

  set_names (self, upper, lower);
  set_line (self, 0, lower);
  if (upper != NULL)
    set_line (self, 1, upper);
  self->line = lower->line;
  dites_list_reader_start (reader, lower->end, lower->next_line);

  return TRUE;
}

/**
 * dites_list_header_clear:
 * @self: a header
 */
void
dites_list_header_clear (DitesListHeader *self)
{
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->groups, g_strfreev);
  g_clear_pointer (&self->folded, g_strfreev);
  g_clear_pointer (&self->preamble, g_strfreev);
  for (guint i = 0; i < G_N_ELEMENTS (self->lines); i++)
    {
      g_clear_pointer (&self->lines[i], g_strfreev);
      g_clear_pointer (&self->folded_lines[i], g_strfreev);
    }
}

/**
 * dites_list_header_equal:
 * @self: a header
 * @folded: the folded cells of a record
 *
 * Returns: whether the record is the header again, or one of its two lines
 */
gboolean
dites_list_header_equal (DitesListHeader   *self,
                         const char *const *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->folded_lines); i++)
    if (self->folded_lines[i] != NULL && g_strv_equal ((const char *const *) self->folded_lines[i], folded))
      return TRUE;

  return FALSE;
}

/**
 * dites_list_header_map:
 * @self: a header
 * @folded: the folded cells of another one
 * @columns: (out): for each of its cells the column of the same name, or -1
 *
 * Finds where the cells below another header belong, each column taken once.
 * Where names are double, a cell keeps its own place.
 *
 * Returns: how many cells belong somewhere
 */
guint
dites_list_header_map (DitesListHeader   *self,
                       const char *const *folded,
                       int               *columns)
{
  g_autofree gboolean *taken = g_new0 (gboolean, self->n_columns);
  guint                n_found = 0;

  for (guint i = 0; folded[i] != NULL; i++)
    {
      columns[i] = -1;
      if (*folded[i] == '\0')
        continue;

      for (guint j = 0; j < self->n_columns && columns[i] < 0; j++)
        {
          guint k = (i + j) % self->n_columns;

          if (!taken[k] && strcmp (folded[i], self->folded[k]) == 0)
            columns[i] = k;
        }
      if (columns[i] >= 0)
        {
          taken[columns[i]] = TRUE;
          n_found++;
        }
    }

  return n_found;
}
