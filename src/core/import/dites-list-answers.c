/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "dites-day.h"
#include "dites-fold.h"
#include "dites-list-table-private.h"

/*
 * What an online form exports: a row for each answer, and when it was given. Who
 * answers again means the last answer; of rows about the same person the first
 * one is followed, so the answers stand with the newest first. What was chosen of
 * several is chosen anew by each answer.
 */

/* How forms call the column, folded: Google, Microsoft, Framaforms, LimeSurvey, Drupal. */
static const char *const headers[] = { "horodateur", "horodatage", "timestamp", "heure de fin", "completion time", "date de soumission",
                                       "date de reponse", "date de la reponse", "date d envoi", "soumis le", "repondu le", "heure de soumission",
                                       "submitdate", "date submitted", "submitted at", NULL };

typedef struct
{
  guint  row;
  gint64 when;
} Answer;

static int
find_column (DitesListTable *self)
{
  for (guint i = 0; i < self->header.n_columns; i++)
    {
      g_autofree char *folded = dites_fold_words (dites_list_table_get_header (self, i));

      if (g_strv_contains (headers, folded))
        return i;
    }

  return -1;
}

/* “14/10/2025 18:42:07”, “10/14/25 6:42 PM” only where it is a date: in seconds. */
static gboolean
read_when (const char *text,
           gint64     *when)
{
  DitesDay         day = dites_day_parse (text);
  g_autofree char *folded = dites_fold (text);
  const char      *time = strchr (folded, ':');
  int              hours = 0, minutes = 0, seconds = 0;

  if (day == DITES_DAY_NONE)
    return FALSE;

  while (time != NULL && time > folded && g_ascii_isdigit (time[-1]))
    time--;
  if (time != NULL)
    sscanf (time, "%2d:%2d:%2d", &hours, &minutes, &seconds);
  *when = (((gint64) day * 24 + hours) * 60 + minutes) * 60 + seconds;

  return TRUE;
}

static int
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  const Answer *first = a;
  const Answer *second = b;

  if (first->when != second->when)
    return first->when < second->when ? 1 : -1;

  /* What stands further down was added later. */
  return (first->row < second->row) - (first->row > second->row);
}

/**
 * dites_list_table_order_answers:
 * @self: a table that was just read
 *
 * Puts the rows of a form's export with the newest answer first: by the time in its
 * column; where one of them cannot be read, the last one is taken for the newest.
 * Other lists stay as they are.
 */
void
dites_list_table_order_answers (DitesListTable *self)
{
  int column = find_column (self);
  g_autoptr (GArray) answers = NULL;
  g_autoptr (GArray) rows = NULL;
  gboolean timed = TRUE;

  if (column < 0)
    return;

  self->answers = TRUE;
  answers = g_array_sized_new (FALSE, FALSE, sizeof (Answer), self->rows->len);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Answer answer = { i, 0 };

      timed = timed && read_when (dites_list_table_get_cell (self, i, column), &answer.when);
      g_array_append_val (answers, answer);
    }
  for (guint i = 0; !timed && i < answers->len; i++)
    g_array_index (answers, Answer, i).when = 0;
  g_array_sort (answers, compare_answers);

  rows = g_array_sized_new (FALSE, FALSE, sizeof (DitesListRow), self->rows->len);
  for (guint i = 0; i < answers->len; i++)
    g_array_append_val (rows, g_array_index (self->rows, DitesListRow, g_array_index (answers, Answer, i).row));
  g_array_unref (self->rows);
  self->rows = g_steal_pointer (&rows);
}

/**
 * dites_list_table_has_answers:
 * @self: a table
 *
 * Returns: whether its rows are the answers to a form, the newest first
 */
gboolean
dites_list_table_has_answers (DitesListTable *self)
{
  return self->answers;
}
