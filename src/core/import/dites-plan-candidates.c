/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-candidates.h"

#include <string.h>

#include "dites-plan-said.h"

/* Whom a doubtful row may be about. */

/* As many namesakes are compared: with fewer, a row that says nothing new about one of them might be doubtful. */
#define MAX_CANDIDATES 64

static void
candidate_free (DitesPlanCandidate *candidate)
{
  g_object_unref (candidate->document);
  g_free (candidate);
}

/**
 * dites_plan_add_candidate:
 * @subject: a subject, which is doubtful afterwards
 * @document: somebody it may be
 * @other: the subject that this is, or %DITES_NO_INDEX
 *
 * Adds somebody; each once.
 */
void
dites_plan_add_candidate (DitesPlanSubject *subject,
                          DitesDocument    *document,
                          guint32           other)
{
  DitesPlanCandidate *candidate;

  if (subject->candidates == NULL)
    subject->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);

  for (guint i = 0; i < subject->candidates->len; i++)
    {
      candidate = g_ptr_array_index (subject->candidates, i);
      if (other != DITES_NO_INDEX ? candidate->subject == other
                                  : strcmp (dites_document_get_id (candidate->document),
                                            dites_document_get_id (document)) == 0)
        return;
    }
  if (subject->candidates->len >= MAX_CANDIDATES)
    return;

  candidate = g_new0 (DitesPlanCandidate, 1);
  candidate->document = g_object_ref (document);
  candidate->subject = other;
  g_ptr_array_add (subject->candidates, candidate);
  subject->doubtful = TRUE;
}

/**
 * dites_plan_get_reference:
 * @self: a plan that is being made
 * @subject: a subject
 *
 * Returns: (transfer none): what stands for it: what is known of it, or what its rows say
 */
DitesDocument *
dites_plan_get_reference (DitesPlan *self,
                          guint32    subject)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);

  return found->base != NULL ? found->base : found->said;
}

/**
 * dites_plan_settle_doubtful:
 * @self: a plan that is being made
 * @subject: a doubtful subject
 *
 * A doubtful row that says nothing new about one of its candidates is that one,
 * unless a person is to be asked: nothing is written.
 */
void
dites_plan_settle_doubtful (DitesPlan *self,
                            guint32    subject)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);

  for (guint i = 0; !found->asked && i < found->candidates->len; i++)
    {
      const DitesPlanCandidate *candidate = g_ptr_array_index (found->candidates, i);
      const char               *id = dites_document_get_id (candidate->document);
      guint32                   target = candidate->subject;
      gpointer                  owner;

      if (target == DITES_NO_INDEX && g_hash_table_lookup_extended (self->by_base, id, NULL, &owner))
        target = GPOINTER_TO_UINT (owner);
      if (target != DITES_NO_INDEX)
        {
          target = dites_plan_get_effective (self, target);
          if (dites_plan_get_subject (self, target)->base == NULL || !dites_plan_adds_nothing (self, subject, target))
            continue;
          found->doubtful = FALSE;
          dites_plan_join_subjects (self, subject, target);
          return;
        }

      if (!dites_plan_changes_nothing (self, subject, candidate->document))
        continue;
      found->doubtful = FALSE;
      found->base = g_object_ref (candidate->document);
      g_hash_table_insert (self->by_base, g_strdup (id), GUINT_TO_POINTER (subject));
      return;
    }

  dites_plan_prefetch (self, subject);
}

/**
 * dites_plan_drop_refused:
 * @self: a plan that is being made
 * @subject: a doubtful subject
 *
 * Nobody can be a row that was refused.
 *
 * Returns: whether somebody is left whom it may be
 */
gboolean
dites_plan_drop_refused (DitesPlan        *self,
                         DitesPlanSubject *subject)
{
  for (guint i = subject->candidates->len; i > 0; i--)
    {
      const DitesPlanCandidate *candidate = g_ptr_array_index (subject->candidates, i - 1);

      if (candidate->subject != DITES_NO_INDEX &&
          dites_plan_get_subject (self, dites_plan_get_effective (self, candidate->subject))->first == DITES_NO_INDEX)
        g_ptr_array_remove_index (subject->candidates, i - 1);
    }
  subject->doubtful = subject->candidates->len > 0;

  return subject->doubtful;
}
