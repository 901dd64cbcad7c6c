/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan.h"

#include "dites-plan-private.h"

/* What a person answered on a plan, and the questions. */

/**
 * dites_plan_is_question:
 * @self: a plan
 * @row: a row
 *
 * Returns: whether a person has to decide whom the row is about, or has done so
 */
gboolean
dites_plan_is_question (DitesPlan *self,
                        guint      row)
{
  guint32 subject;

  g_return_val_if_fail (DITES_IS_PLAN (self), FALSE);
  g_return_val_if_fail (row < self->n_rows, FALSE);

  subject = self->entries[row].subject;

  return subject != DITES_NO_INDEX && dites_plan_get_subject (self, subject)->doubtful;
}

static gboolean
is_answered (DitesPlan *self,
             guint32    row)
{
  return dites_plan_is_question (self, row) &&
         dites_plan_get_subject (self, self->entries[row].subject)->decision != DITES_DECISION_NONE;
}

/**
 * dites_plan_has_answers:
 * @self: a plan
 *
 * Returns: whether a person decided on one of its rows, left one out, or chose
 *   what becomes of somebody who is named no more
 */
gboolean
dites_plan_has_answers (DitesPlan *self)
{
  g_return_val_if_fail (DITES_IS_PLAN (self), FALSE);

  for (guint32 row = 0; row < self->n_rows; row++)
    {
      if (self->entries[row].excluded || is_answered (self, row))
        return TRUE;
    }

  return dites_plan_get_n_trashed (self) > 0;
}

/**
 * dites_plan_get_problem_row:
 * @self: a plan
 * @index: a problem of dites_plan_get_problem()
 *
 * Returns: the row that it is about, or -1 if it is about the whole list
 */
int
dites_plan_get_problem_row (DitesPlan *self,
                            guint      index)
{
  g_return_val_if_fail (DITES_IS_PLAN (self), -1);
  g_return_val_if_fail (index < self->problems->len, -1);

  return g_array_index (self->problems, DitesPlanReport, index).row;
}

/**
 * dites_plan_carry_over:
 * @self: a plan
 * @earlier: another plan of the same list
 *
 * Takes over what a person answered on @earlier: the rows that were left out,
 * the decisions that can still be made, and what becomes of those who are named no more.
 */
void
dites_plan_carry_over (DitesPlan *self,
                       DitesPlan *earlier)
{
  guint n_rows;

  g_return_if_fail (DITES_IS_PLAN (self));
  g_return_if_fail (DITES_IS_PLAN (earlier));

  dites_plan_carry_absent (self, earlier);
  n_rows = MIN (self->n_rows, earlier->n_rows);
  for (guint32 row = 0; row < n_rows; row++)
    {
      if (earlier->entries[row].excluded)
        {
          g_autoptr (DitesPlanRow) ours = dites_plan_get_row (self, row);

          dites_plan_row_set_excluded (ours, TRUE);
        }
      if (is_answered (earlier, row))
        {
          g_autoptr (DitesPlanRow) ours = dites_plan_get_row (self, row);
          g_autoptr (DitesPlanRow) theirs = dites_plan_get_row (earlier, row);

          dites_plan_row_decide (ours, dites_plan_row_get_decision (theirs));
        }
    }
}
