/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan.h"

#include "dites-change-name.h"
#include "dites-plan-private.h"

/* What becomes of the rows, and what is written: the counts are those of the one and of the other. */

/* Somebody new, known and changed, or the same. */
static DitesRowState
get_outcome (const DitesPlanSubject *subject)
{
  if (subject->base == NULL)
    return DITES_ROW_NEW;
  if (subject->document != NULL)
    return DITES_ROW_CHANGED;

  for (guint i = 0; i < subject->n_parts; i++)
    {
      if (subject->parts[i].document != NULL)
        return DITES_ROW_CHANGED;
    }

  return DITES_ROW_SAME;
}

static gboolean
is_waiting (const DitesPlanSubject *subject)
{
  return subject->doubtful && subject->decision == DITES_DECISION_NONE;
}

static void
count_rows (DitesPlan *self,
            guint32    subject,
            guint32    effective,
            guint8    *counted)
{
  const DitesPlanSubject *found = dites_plan_get_subject (self, effective);

  for (guint32 row = dites_plan_get_subject (self, subject)->first; row != DITES_NO_INDEX;
       row = self->entries[row].next)
    {
      if (self->entries[row].excluded)
        self->counts.skipped++;
      else if (is_waiting (found) || is_waiting (dites_plan_get_subject (self, subject)))
        self->counts.doubtful++;
      else if (counted[effective])
        self->counts.same++;
      else
        {
          DitesRowState state = get_outcome (found);

          counted[effective] = TRUE;
          self->counts.added += state == DITES_ROW_NEW;
          self->counts.changed += state == DITES_ROW_CHANGED;
          self->counts.same += state == DITES_ROW_SAME;
        }
    }
}

/**
 * dites_plan_get_counts:
 * @self: a plan
 *
 * Returns: how many rows there are of each state
 */
DitesPlanCounts
dites_plan_get_counts (DitesPlan *self)
{
  DitesPlanCounts    none = { 0 };
  g_autofree guint8 *counted = NULL;

  g_return_val_if_fail (DITES_IS_PLAN (self), none);

  dites_plan_settle (self);
  if (self->counted)
    return self->counts;

  self->counts = none;
  self->counts.read = self->n_rows;
  counted = g_malloc0 (self->subjects->len + 1);
  for (guint32 i = 0; i < self->subjects->len; i++)
    count_rows (self, i, dites_plan_get_effective (self, i), counted);
  for (guint32 row = 0; row < self->n_rows; row++)
    {
      if (self->entries[row].subject == DITES_NO_INDEX && self->entries[row].excluded)
        self->counts.skipped++;
      else if (self->entries[row].subject == DITES_NO_INDEX)
        self->counts.refused++;
    }
  self->counted = TRUE;

  return self->counts;
}

/* Puts the semesters and sites that a document refers to and the store does not have. */
static void
put_references (DitesPlan       *self,
                DitesChangeSet  *changes,
                GHashTable      *put,
                const DitesKind *kind,
                DitesDocument   *document)
{
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      g_auto (GStrv) ids = NULL;

      if (field->type != DITES_FIELD_REFERENCE)
        continue;
      ids = dites_document_dup_strings (document, field->name);
      for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
        {
          DitesDocument *made = g_hash_table_lookup (self->made, ids[i]);

          if (made != NULL && g_hash_table_add (put, made))
            dites_change_set_put (changes, NULL, made);
        }
    }
}

static char *
dup_name (DitesPlan *self)
{
  DitesPlanCounts counts = dites_plan_get_counts (self);
  guint           n_trashed = dites_plan_get_n_trashed (self);

  if (counts.added + counts.changed == 0 && n_trashed > 0)
    return dites_change_name_make (DITES_ACTION_TRASH, self->companion, n_trashed, NULL, NULL);

  return dites_change_name_make (DITES_ACTION_IMPORT, self->kind, counts.added + counts.changed, NULL, NULL);
}

/**
 * dites_plan_get_changes:
 * @self: a plan
 *
 * Returns: (transfer full): what the import writes: semesters and sites that
 *   are needed, then people with their placements, and placements that go to the
 *   trash; empty when nothing is new
 */
DitesChangeSet *
dites_plan_get_changes (DitesPlan *self)
{
  g_autoptr (DitesChangeSet) changes = NULL;
  g_autoptr (GHashTable) put = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (DITES_IS_PLAN (self), NULL);

  name = dup_name (self);
  changes = dites_change_set_new (name);
  put = g_hash_table_new (NULL, NULL);

  /* In most lists the first rows name them all; the main loop waits for this. */
  for (guint32 i = 0; i < self->subjects->len && g_hash_table_size (put) < g_hash_table_size (self->made); i++)
    {
      DitesPlanSubject *subject = dites_plan_get_subject (self, i);

      if (subject->document != NULL)
        put_references (self, changes, put, self->kind, subject->document);
      for (guint j = 0; j < subject->n_parts; j++)
        {
          if (subject->parts[j].document != NULL)
            put_references (self, changes, put, self->companion, subject->parts[j].document);
        }
    }

  for (guint32 i = 0; i < self->subjects->len; i++)
    {
      DitesPlanSubject *subject = dites_plan_get_subject (self, i);

      if (subject->document != NULL)
        dites_change_set_put (changes, subject->base, subject->document);
      for (guint j = 0; j < subject->n_parts; j++)
        {
          if (subject->parts[j].document != NULL)
            dites_change_set_put (changes, subject->parts[j].base, subject->parts[j].document);
        }
    }

  for (guint i = 0; i < dites_plan_get_n_absent (self); i++)
    {
      const DitesPlanAbsent *absent = dites_plan_get_absent (self, i);

      if (absent->trashed)
        dites_change_set_trash (changes, absent->placement);
    }

  return g_steal_pointer (&changes);
}

/* The first row that is not left out, among those of a subject and those that were joined to it. */
static guint32
get_primary_row (DitesPlan *self,
                 guint32    subject)
{
  GArray *joined = self->joins != NULL ? g_hash_table_lookup (self->joins, GUINT_TO_POINTER (subject)) : NULL;

  for (guint i = 0; i <= (joined != NULL ? joined->len : 0); i++)
    {
      guint32 source = i == 0 ? subject : g_array_index (joined, guint32, i - 1);

      for (guint32 row = dites_plan_get_subject (self, source)->first; row != DITES_NO_INDEX;
           row = self->entries[row].next)
        {
          if (!self->entries[row].excluded)
            return row;
        }
    }

  return DITES_NO_INDEX;
}

/**
 * dites_plan_get_row_state:
 * @self: a plan
 * @row: a row
 *
 * Returns: what becomes of the row
 */
DitesRowState
dites_plan_get_row_state (DitesPlan *self,
                          guint32    row)
{
  const DitesPlanEntry *entry = &self->entries[row];
  guint32               effective;

  dites_plan_settle (self);
  if (entry->excluded)
    return DITES_ROW_SKIPPED;
  if (entry->subject == DITES_NO_INDEX)
    return DITES_ROW_REFUSED;

  effective = dites_plan_get_effective (self, entry->subject);
  if (is_waiting (dites_plan_get_subject (self, entry->subject)) ||
      is_waiting (dites_plan_get_subject (self, effective)))
    return DITES_ROW_DOUBTFUL;
  if (get_primary_row (self, effective) != row)
    return DITES_ROW_MERGED;

  return get_outcome (dites_plan_get_subject (self, effective));
}
