/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-private.h"

/* Which rows a subject has. */

/**
 * dites_plan_add_subject:
 * @self: a plan
 *
 * Returns: a new subject without rows
 */
guint32
dites_plan_add_subject (DitesPlan *self)
{
  DitesPlanSubject subject = { .first = DITES_NO_INDEX, .last = DITES_NO_INDEX, .joined = DITES_NO_INDEX };

  g_array_append_val (self->subjects, subject);

  return self->subjects->len - 1;
}

/**
 * dites_plan_append_row:
 * @self: a plan
 * @subject: a subject
 * @row: a row that no subject has
 */
void
dites_plan_append_row (DitesPlan *self,
                       guint32    subject,
                       guint32    row)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);

  self->entries[row].subject = subject;
  self->entries[row].next = DITES_NO_INDEX;
  if (found->first == DITES_NO_INDEX)
    found->first = row;
  else
    self->entries[found->last].next = row;
  found->last = row;
}

/**
 * dites_plan_join_rows:
 * @self: a plan
 * @from: a subject, which has no rows afterwards
 * @to: the subject that it is the same as
 *
 * Gives all rows of a subject to another one, for good, in the order of the list.
 */
void
dites_plan_join_rows (DitesPlan *self,
                      guint32    from,
                      guint32    to)
{
  DitesPlanSubject *source = dites_plan_get_subject (self, from);
  DitesPlanSubject *target = dites_plan_get_subject (self, to);
  guint32           a = source->first;
  guint32           b = target->first;
  guint32           last = DITES_NO_INDEX;

  while (a != DITES_NO_INDEX || b != DITES_NO_INDEX)
    {
      guint32 row = a < b ? a : b; /* no row comes after all others */

      if (row == a)
        a = self->entries[a].next;
      else
        b = self->entries[b].next;

      self->entries[row].subject = to;
      if (last == DITES_NO_INDEX)
        target->first = row;
      else
        self->entries[last].next = row;
      last = row;
    }

  if (last != DITES_NO_INDEX)
    self->entries[last].next = DITES_NO_INDEX;
  target->last = last;
  source->first = DITES_NO_INDEX;
  source->last = DITES_NO_INDEX;
  source->joined = to;
}

/**
 * dites_plan_lacks_all:
 * @self: a plan
 * @draft: what the rows about a subject say
 * @missing: (out): return location for the first required field without a value
 *
 * Returns: whether the draft has none of the values without which a document
 *   is nobody and nothing
 */
gboolean
dites_plan_lacks_all (DitesPlan         *self,
                      DitesDocument     *draft,
                      const DitesField **missing)
{
  guint n_required = 0, n_missing = 0;

  *missing = NULL;
  for (const DitesField *field = self->kind->fields; field->name != NULL; field++)
    {
      if (!(field->flags & DITES_FIELD_REQUIRED))
        continue;
      n_required++;
      if (!dites_document_get (draft, field->name, NULL))
        {
          n_missing++;
          if (*missing == NULL)
            *missing = field;
        }
    }

  return n_required > 0 ? n_missing == n_required : dites_document_get_n_members (draft) == 0;
}

/**
 * dites_plan_refuse:
 * @self: a plan that is being made
 * @subject: a subject whose rows cannot be read; it has none afterwards
 */
void
dites_plan_refuse (DitesPlan *self,
                   guint32    subject)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  guint32           row = found->first;

  while (row != DITES_NO_INDEX)
    {
      guint32 next = self->entries[row].next;

      self->entries[row].subject = DITES_NO_INDEX;
      self->entries[row].next = DITES_NO_INDEX;
      row = next;
    }
  found->first = DITES_NO_INDEX;
  found->last = DITES_NO_INDEX;
}
