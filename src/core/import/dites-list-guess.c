/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-guess.h"

#include <string.h>

#include "dites-cell.h"
#include "dites-fold.h"
#include "dites-list-target.h"
#include "dites-sensitive.h"

/*
 * Which column is which field.
 *
 * Every pair of a column and a field that has something in common gets a
 * score; the pairs are then taken from the best one down, so that no field
 * that holds one value gets two columns. The header speaks first: the very
 * words of the field's table, then such words within it. Where the header
 * says nothing, the look of the values does.
 */

#define SCORE_LOOK 300

/* How many values are looked at, and among how many rows. */
#define N_SAMPLES      40
#define N_SAMPLED_ROWS 400

/* Beyond these columns, values are not looked at: no list of people is so wide. */
#define MAX_LOOKED_AT 500

typedef struct
{
  int                    score;
  guint                  column;
  const DitesListTarget *target;
} Pair;

/* What one column holds, by its values. */
typedef struct
{
  const char *values[N_SAMPLES];
  guint       n;
} Samples;

/**
 * dites_column_clear:
 * @column: a column
 *
 * Frees what it holds.
 */
void
dites_column_clear (DitesColumn *column)
{
  g_clear_pointer (&column->header, g_free);
  g_clear_pointer (&column->folded, g_free);
}

/**
 * dites_list_field_is_mappable:
 * @field: a field
 *
 * Returns: whether a cell of a list can hold its value
 */
gboolean
dites_list_field_is_mappable (const DitesField *field)
{
  return field->type != DITES_FIELD_ITEMS && field->type != DITES_FIELD_PHOTOS;
}

/**
 * dites_list_field_is_given:
 * @kind: what a list is about
 * @field: a field of the kind that goes along with it
 *
 * Returns: whether the plan works its value out: the one that it goes along
 *   with, and the semester; no column is read into it
 */
gboolean
dites_list_field_is_given (const DitesKind  *kind,
                           const DitesField *field)
{
  return field->type == DITES_FIELD_REFERENCE && !(field->flags & DITES_FIELD_MULTIPLE) &&
         (g_strcmp0 (field->target, kind->name) == 0 || g_strcmp0 (field->target, "semester") == 0);
}

/**
 * dites_list_field_takes_many:
 * @field: a field
 *
 * Returns: whether several columns can be read into it
 */
gboolean
dites_list_field_takes_many (const DitesField *field)
{
  return (field->flags & DITES_FIELD_MULTIPLE) != 0 || g_str_equal (field->name, "supervisor");
}

static void
take_samples (DitesListTable *table,
              guint           column,
              Samples        *samples)
{
  guint n_rows = dites_list_table_get_n_rows (table);
  guint step = MAX (n_rows / N_SAMPLED_ROWS, 1);

  samples->n = 0;
  for (guint row = 0; row < n_rows && samples->n < N_SAMPLES; row += step)
    {
      const char *cell = dites_list_table_get_cell (table, row, column);

      if (cell != NULL && *cell != '\0')
        samples->values[samples->n++] = cell;
    }
}

static guint
count_fitting (const Samples    *samples,
               const DitesField *field)
{
  guint n = 0;

  for (guint i = 0; i < samples->n; i++)
    {
      if (dites_cell_fits (field, samples->values[i]))
        n++;
    }

  return n;
}

/* Whether the values of a field can be told from those of others. */
static gboolean
is_telling (const DitesField *field)
{
  switch (field->type)
    {
    case DITES_FIELD_EMAIL:
    case DITES_FIELD_PHONE:
    case DITES_FIELD_RPPS:
    case DITES_FIELD_DATE:
    case DITES_FIELD_MONEY:
    case DITES_FIELD_AREA:
    case DITES_FIELD_DEGREES:
    case DITES_FIELD_NUMBER:
    case DITES_FIELD_CHOICE:
    case DITES_FIELD_FLAG:
      return TRUE;

    case DITES_FIELD_TEXT:
    case DITES_FIELD_NAME:
    case DITES_FIELD_LINES:
    case DITES_FIELD_COMMUNE:
    case DITES_FIELD_REFERENCE:
    case DITES_FIELD_ITEMS:
    case DITES_FIELD_PHOTOS:
    default:
      return dites_cell_is_semester_label (field);
    }
}

/* A header and values that contradict it: the header then weighs less than one that fits. */
static int
weigh_values (int               score,
              const Samples    *samples,
              const DitesField *field)
{
  guint fitting;

  if (score == 0 || samples->n == 0 || !is_telling (field))
    return score;

  fitting = count_fitting (samples, field);
  if (fitting * 2 >= samples->n)
    return score + 20;
  if (score < DITES_LIST_SCORE_NUMBERED - 100 && !dites_list_field_is_contact (field))
    return 0;
  if (fitting == 0 && samples->n >= 2)
    return score / 4;

  return score;
}

/* The score of a field by its values alone. */
static int
score_look (const Samples    *samples,
            const DitesField *field)
{
  gboolean looked_for = FALSE;

  if (samples->n == 0)
    return 0;

  if (field->type == DITES_FIELD_EMAIL || field->type == DITES_FIELD_PHONE || field->type == DITES_FIELD_RPPS)
    looked_for = TRUE;
  else if (field->type == DITES_FIELD_DATE)
    looked_for = g_str_equal (field->name, "birth_date");
  else if (field->type == DITES_FIELD_CHOICE)
    looked_for = g_str_equal (field->name, "des");
  else if (field->type == DITES_FIELD_COMMUNE)
    looked_for = TRUE;
  else if (field->flags & DITES_FIELD_LIST_ONLY)
    looked_for = g_str_equal (field->name, "stage") || dites_cell_is_semester_label (field);

  for (guint i = 0, fitting = 0; looked_for && i < samples->n; i++)
    {
      fitting += dites_cell_looks_like (field, samples->values[i]);
      if (i + 1 - fitting > samples->n / 5)
        return 0;
    }

  return looked_for ? SCORE_LOOK : 0;
}

static gboolean
looks_sensitive (const Samples *samples)
{
  guint n = 0;

  for (guint i = 0; i < samples->n; i++)
    n += dites_value_is_sensitive (samples->values[i]);

  return n > 0 && n * 2 >= samples->n;
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *first = a;
  const Pair *second = b;

  if (first->score != second->score)
    return second->score - first->score;

  return first->column < second->column ? -1 : first->column > second->column;
}

static void
add_pair (GArray                *pairs,
          guint                  column,
          const DitesListTarget *target,
          const GArray          *targets,
          int                    score)
{
  gboolean companion = target->kind != g_array_index (targets, DitesListTarget, 0).kind;
  Pair     pair = { score - (companion ? 5 : 0), column, target };

  if (score > 0)
    g_array_append_val (pairs, pair);
}

static void
add_pairs (GArray            *pairs,
           DitesListTable    *table,
           guint              number,
           const DitesColumn *column,
           const GArray      *targets)
{
  g_autofree char *unnumbered = dites_list_target_drop_number (column->folded);
  Samples          samples = { .n = 0 };
  int              best = 0;

  if (number < MAX_LOOKED_AT)
    take_samples (table, number, &samples);

  for (guint i = 0; i < targets->len; i++)
    {
      const DitesListTarget *target = &g_array_index (targets, DitesListTarget, i);
      int                    score = 0;

      if (*column->folded != '\0')
        score = weigh_values (dites_list_target_score (column->folded, unnumbered, target), &samples, target->field);
      add_pair (pairs, number, target, targets, score);
      best = MAX (best, score);
    }

  /* Values are asked where the header says little; not where it names something of somebody else’s. */
  for (guint i = 0; i < targets->len && best < DITES_LIST_SCORE_WITHIN && !dites_list_header_is_about_others (column->folded); i++)
    {
      const DitesListTarget *target = &g_array_index (targets, DitesListTarget, i);

      add_pair (pairs, number, target, targets, score_look (&samples, target->field));
    }
}

static int
assign (GArray       *columns,
        const GArray *pairs)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  int total = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair       *pair = &g_array_index (pairs, Pair, i);
      DitesColumn      *column = &g_array_index (columns, DitesColumn, pair->column);
      const DitesField *field = pair->target->field;

      if (column->use == DITES_COLUMN_FIELD)
        continue;
      if (!dites_list_field_takes_many (field) && !g_hash_table_add (taken, (gpointer) field))
        continue;

      column->use = DITES_COLUMN_FIELD;
      column->kind = pair->target->kind;
      column->field = field;
      total += pair->score;
    }

  return total;
}

static DitesColumn *
find_assigned (GArray     *columns,
               const char *field,
               guint      *number)
{
  for (guint i = 0; i < columns->len; i++)
    {
      DitesColumn *column = &g_array_index (columns, DitesColumn, i);

      if (column->use == DITES_COLUMN_FIELD && g_str_equal (column->field->name, field))
        {
          *number = i;
          return column;
        }
    }

  return NULL;
}

/* “NOM” over “FICTIF Camille” and no column for first names: both names are in it. */
static void
settle_names (GArray          *columns,
              DitesListTable  *table,
              const DitesKind *kind)
{
  const DitesField *full = dites_kind_get_field (kind, "full_name");
  guint             number = 0;
  DitesColumn      *family = find_assigned (columns, "family_name", &number);
  guint             family_number = number;
  DitesColumn      *first = find_assigned (columns, "first_name", &number);
  DitesColumn      *both = full != NULL ? find_assigned (columns, "full_name", &number) : NULL;

  if (both != NULL && family != NULL && first != NULL)
    {
      both->use = DITES_COLUMN_EXTRA;
      both->field = NULL;
      both->kind = NULL;
    }
  else if (full != NULL && both == NULL && family != NULL && first == NULL)
    {
      Samples samples;
      guint   n_words = 0;

      take_samples (table, family_number, &samples);
      for (guint i = 0; i < samples.n; i++)
        n_words += strpbrk (samples.values[i], " ,") != NULL;
      if (samples.n > 0 && n_words * 4 >= samples.n * 3)
        family->field = full;
    }
}

/* A list that was exported shows parts in a cell, out of which they cannot be made again. */
static gboolean
shows_parts (const DitesKind *kind,
             const char      *folded)
{
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *label = NULL;

      if (field->type != DITES_FIELD_ITEMS)
        continue;
      label = dites_fold_words (dites_field_get_label (field));
      if (strcmp (label, folded) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
settle_the_rest (GArray          *columns,
                 DitesListTable  *table,
                 const DitesKind *kind)
{
  for (guint i = 0; i < columns->len; i++)
    {
      DitesColumn *column = &g_array_index (columns, DitesColumn, i);
      Samples      samples;

      if (column->use != DITES_COLUMN_EXTRA)
        continue;
      if (*column->header != '\0')
        {
          if (shows_parts (kind, column->folded))
            column->use = DITES_COLUMN_IGNORED;
          continue;
        }

      take_samples (table, i, &samples);
      if (samples.n == 0)
        column->use = DITES_COLUMN_EMPTY;
    }
}

static void
reset_columns (GArray         *columns,
               DitesListTable *table)
{
  for (guint i = 0; i < columns->len; i++)
    {
      DitesColumn *column = &g_array_index (columns, DitesColumn, i);
      Samples      samples = { .n = 0 };

      if (i < MAX_LOOKED_AT)
        take_samples (table, i, &samples);
      column->kind = NULL;
      column->field = NULL;
      column->use = dites_header_is_sensitive (column->header) || looks_sensitive (&samples)
                      ? DITES_COLUMN_SENSITIVE
                      : DITES_COLUMN_EXTRA;
    }
}

/**
 * dites_list_guess_columns:
 * @table: a list
 * @kind: what the list is about
 * @columns: the columns of the list, with their headers; their use is set
 *
 * Finds the field of each column.
 *
 * Returns: how well @kind fits the list; more is better
 */
int
dites_list_guess_columns (DitesListTable  *table,
                          const DitesKind *kind,
                          GArray          *columns)
{
  g_autoptr (GArray) targets = dites_list_targets_new (kind);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  int total;

  reset_columns (columns, table);
  for (guint i = 0; i < columns->len; i++)
    {
      const DitesColumn *column = &g_array_index (columns, DitesColumn, i);

      if (column->use != DITES_COLUMN_SENSITIVE)
        add_pairs (pairs, table, i, column, targets);
    }

  g_array_sort (pairs, compare_pairs);
  total = assign (columns, pairs);
  settle_names (columns, table, kind);
  settle_the_rest (columns, table, kind);

  return total;
}
