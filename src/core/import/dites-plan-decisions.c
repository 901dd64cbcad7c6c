/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-private.h"

/* Who is whom once a person has decided on doubtful rows. */

/**
 * dites_plan_get_effective:
 * @self: a plan
 * @subject: a subject
 *
 * Returns: the subject that stands for it
 */
guint32
dites_plan_get_effective (DitesPlan *self,
                          guint32    subject)
{
  while (dites_plan_get_subject (self, subject)->joined != DITES_NO_INDEX)
    subject = dites_plan_get_subject (self, subject)->joined;

  return subject;
}

/* Follows one decision: who the subject is from now on, or by whom that is decided. */
static void
follow_decision (DitesPlan  *self,
                 guint32     subject,
                 GHashTable *decided)
{
  DitesPlanSubject         *found = dites_plan_get_subject (self, subject);
  const DitesPlanCandidate *candidate;
  const char               *id;
  gpointer                  owner;

  if (found->decision != DITES_DECISION_CANDIDATE)
    return;

  candidate = g_ptr_array_index (found->candidates, found->choice);
  if (candidate->subject != DITES_NO_INDEX)
    {
      found->joined = candidate->subject;
      return;
    }

  id = dites_document_get_id (candidate->document);
  if (g_hash_table_lookup_extended (self->by_base, id, NULL, &owner) ||
      g_hash_table_lookup_extended (decided, id, NULL, &owner))
    {
      found->joined = GPOINTER_TO_UINT (owner);
      return;
    }

  found->base = g_object_ref (candidate->document);
  g_hash_table_insert (decided, (gpointer) id, GUINT_TO_POINTER (subject));
}

static void
add_join (GHashTable *joins,
          guint32     target,
          guint32     source)
{
  GArray *sources = g_hash_table_lookup (joins, GUINT_TO_POINTER (target));

  if (sources == NULL)
    {
      sources = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (joins, GUINT_TO_POINTER (target), sources);
    }
  g_array_append_val (sources, source);
}

static gboolean
can_be_decided (const DitesPlanSubject *subject)
{
  return subject->doubtful && subject->first != DITES_NO_INDEX;
}

/* What decisions made of a subject, while they are followed anew. */
typedef struct
{
  guint32        joined;
  DitesDocument *base;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_clear_object (&outcome->base);
}

/* Notes where the documents of a subject follow from other rows now than they did. */
static void
compare_outcome (DitesPlan     *self,
                 guint32        subject,
                 const Outcome *old)
{
  const DitesPlanSubject *found = dites_plan_get_subject (self, subject);

  if (old->joined != found->joined || old->base != found->base)
    {
      g_hash_table_add (self->dirty, GUINT_TO_POINTER (subject));
      if (old->joined != DITES_NO_INDEX)
        g_hash_table_add (self->dirty, GUINT_TO_POINTER (old->joined));
    }
  if (found->joined != DITES_NO_INDEX && g_hash_table_contains (self->dirty, GUINT_TO_POINTER (subject)))
    g_hash_table_add (self->dirty, GUINT_TO_POINTER (found->joined));
}

/* All are forgotten before the first is followed: a decision may lead to a row further down, on which
 * another one was made. */
static void
follow_decisions (DitesPlan *self)
{
  guint n_subjects = self->subjects->len;
  g_autoptr (GHashTable) decided = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) outcomes = g_array_new (FALSE, TRUE, sizeof (Outcome));

  g_array_set_clear_func (outcomes, (GDestroyNotify) outcome_clear);
  g_array_set_size (outcomes, n_subjects);
  g_clear_pointer (&self->joins, g_hash_table_unref);
  self->joins = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint32 i = 0; i < n_subjects; i++)
    {
      DitesPlanSubject *subject = dites_plan_get_subject (self, i);

      if (!can_be_decided (subject))
        continue;
      g_array_index (outcomes, Outcome, i) = (Outcome) { subject->joined, g_steal_pointer (&subject->base) };
      subject->joined = DITES_NO_INDEX;
    }

  for (guint32 i = 0; i < n_subjects; i++)
    {
      if (can_be_decided (dites_plan_get_subject (self, i)))
        follow_decision (self, i, decided);
    }

  for (guint32 i = 0; i < n_subjects; i++)
    {
      DitesPlanSubject *subject = dites_plan_get_subject (self, i);

      if (!can_be_decided (subject))
        continue;
      if (subject->joined != DITES_NO_INDEX)
        {
          subject->joined = dites_plan_get_effective (self, subject->joined);
          add_join (self->joins, subject->joined, i);
        }
      compare_outcome (self, i, &g_array_index (outcomes, Outcome, i));
    }

  self->unsettled = FALSE;
}

/**
 * dites_plan_leads_to:
 * @self: a plan
 * @candidate: whom somebody may be
 * @subject: a doubtful subject
 *
 * Of two doubtful rows each may be the other. Once the one is decided to be the
 * other, the other must not be decided to be the one.
 *
 * Returns: whether the decisions on the candidate lead to @subject
 */
gboolean
dites_plan_leads_to (DitesPlan                *self,
                     const DitesPlanCandidate *candidate,
                     guint32                   subject)
{
  while (candidate->subject != DITES_NO_INDEX)
    {
      guint32                 other = candidate->subject;
      const DitesPlanSubject *found = dites_plan_get_subject (self, other);

      /* Those that are one for good; what decisions joined is followed by the decisions. */
      while (found->first == DITES_NO_INDEX && found->joined != DITES_NO_INDEX)
        {
          other = found->joined;
          found = dites_plan_get_subject (self, other);
        }
      if (other == subject)
        return TRUE;
      if (!can_be_decided (found) || found->decision != DITES_DECISION_CANDIDATE)
        return FALSE;
      candidate = g_ptr_array_index (found->candidates, found->choice);
    }

  return FALSE;
}

/**
 * dites_plan_settle:
 * @self: a plan
 *
 * Works out anew what decisions and left out rows have touched. Many of them
 * are followed at once, when their result is asked for.
 */
void
dites_plan_settle (DitesPlan *self)
{
  GHashTableIter iter;
  gpointer       subject;

  if (!self->unsettled)
    return;

  follow_decisions (self);
  g_hash_table_iter_init (&iter, self->dirty);
  while (g_hash_table_iter_next (&iter, &subject, NULL))
    dites_plan_evaluate (self, GPOINTER_TO_UINT (subject));
  g_hash_table_remove_all (self->dirty);
}
