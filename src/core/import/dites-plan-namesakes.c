/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-namesakes.h"

#include "dites-plan-candidates.h"
#include "dites-plan-said.h"

/* Of namesakes so many are compared: more only say the same again. */
#define MAX_NAMESAKES 64

typedef struct
{
  guint32 subject;
  guint32 next; /* index of a node + 1, or 0 */
} Node;

struct _DitesPlanNamesakes
{
  DitesPlan    *plan;
  GStringChunk *texts;
  GHashTable   *by_key; /* a suggesting key to the index of its last node + 1 */
  GArray       *nodes;  /* of Node */
};

/**
 * dites_plan_namesakes_new:
 * @plan: a plan that is being made
 *
 * Returns: (transfer full): nobody yet
 */
DitesPlanNamesakes *
dites_plan_namesakes_new (DitesPlan *plan)
{
  DitesPlanNamesakes *self = g_new0 (DitesPlanNamesakes, 1);

  self->plan = plan;
  self->texts = g_string_chunk_new (64 * 1024);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));

  return self;
}

/**
 * dites_plan_namesakes_free:
 * @self: (transfer full): who has which name
 */
void
dites_plan_namesakes_free (DitesPlanNamesakes *self)
{
  g_string_chunk_free (self->texts);
  g_hash_table_unref (self->by_key);
  g_array_unref (self->nodes);
  g_free (self);
}

/**
 * dites_plan_namesakes_remember:
 * @self: who has which name
 * @keys: the keys of a row
 * @subject: the subject that it is about
 */
void
dites_plan_namesakes_remember (DitesPlanNamesakes  *self,
                               const DitesPlanKeys *keys,
                               guint32              subject)
{
  for (guint i = keys->n_sure; i < keys->keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys->keys, i);
      gpointer    stored_key = NULL, last = NULL;
      Node        node = { subject, 0 };

      if (g_hash_table_lookup_extended (self->by_key, key, &stored_key, &last))
        node.next = GPOINTER_TO_UINT (last);
      else
        stored_key = g_string_chunk_insert (self->texts, key);

      if (node.next > 0 && g_array_index (self->nodes, Node, node.next - 1).subject == subject)
        continue;
      g_array_append_val (self->nodes, node);
      g_hash_table_insert (self->by_key, stored_key, GUINT_TO_POINTER (self->nodes->len));
    }
}

/* Whether something sure tells somebody apart from a subject: from what is known of it, and what its rows say. */
static gboolean
is_apart_from_subject (DitesPlan              *self,
                       const DitesPlanKeys    *keys,
                       const DitesPlanSubject *subject)
{
  g_autoptr (DitesDocument) all = dites_plan_merge_all (self, subject->base, subject->said);
  g_auto (DitesPlanKeys) all_keys = { NULL };

  dites_plan_keys_read_row (self->kind, all, &all_keys);

  return dites_plan_keys_are_apart (self->kind, keys, &all_keys, FALSE, G_MAXUINT);
}

/* Whether somebody who waits for a decision may be found to be a subject. */
static gboolean
may_become (DitesPlan *self,
            guint32    waiting,
            guint32    subject)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (seen, waiting);
  for (guint n = 0; n < seen->len && n < MAX_NAMESAKES; n++)
    {
      const DitesPlanSubject *found = dites_plan_get_subject (self, g_array_index (seen, guint32, n));

      for (guint i = 0; found->doubtful && i < found->candidates->len; i++)
        {
          const DitesPlanCandidate *candidate = g_ptr_array_index (found->candidates, i);
          guint32                   other;

          if (candidate->subject == DITES_NO_INDEX)
            continue;
          other = dites_plan_get_effective (self, candidate->subject);
          if (other == subject)
            return TRUE;
          if (!dites_plan_has_index (seen, other))
            g_array_append_val (seen, other);
        }
    }

  return FALSE;
}

/* Compares with somebody of the same name who has a row in the list too. */
static void
meet_namesake (DitesPlanNamesakes  *self,
               guint32              subject,
               guint32              other,
               const DitesPlanKeys *keys)
{
  DitesPlan        *plan = self->plan;
  DitesPlanSubject *found = dites_plan_get_subject (plan, subject);
  DitesPlanSubject *namesake = dites_plan_get_subject (plan, other);

  if (namesake->first == DITES_NO_INDEX)
    return;
  /* Of two that are nobody’s yet, the one further up comes first. */
  if (namesake->base == NULL && namesake->first > found->first)
    return;
  if (is_apart_from_subject (plan, keys, namesake))
    return;
  /* The same question is not asked twice. */
  if (namesake->doubtful && may_become (plan, other, subject))
    return;

  dites_plan_add_candidate (found, dites_plan_get_reference (plan, other), other);
}

/* Compares with somebody of the same name whom the store knows. */
static void
meet_known (DitesPlanNamesakes  *self,
            guint32              subject,
            DitesDocument       *known,
            const DitesPlanKeys *keys)
{
  DitesPlan *plan = self->plan;
  gpointer   other;
  g_auto (DitesPlanKeys) known_keys = { NULL };

  if (g_hash_table_lookup_extended (plan->by_base, dites_document_get_id (known), NULL, &other))
    {
      if (GPOINTER_TO_UINT (other) != subject)
        meet_namesake (self, subject, GPOINTER_TO_UINT (other), keys);
      return;
    }

  dites_plan_keys_read (plan->kind, known, &known_keys);
  if (!dites_plan_keys_are_apart (plan->kind, keys, &known_keys, TRUE, G_MAXUINT))
    dites_plan_add_candidate (dites_plan_get_subject (plan, subject), known, DITES_NO_INDEX);
}

/**
 * dites_plan_namesakes_suggest:
 * @self: who has which name
 * @keys: the keys of its first row
 * @subject: a subject that nothing sure identifies
 *
 * Makes those of the same name its candidates, in the list and in the store,
 * unless something sure tells them apart.
 */
void
dites_plan_namesakes_suggest (DitesPlanNamesakes  *self,
                              const DitesPlanKeys *keys,
                              guint32              subject)
{
  DitesPlan *plan = self->plan;

  for (guint i = keys->n_sure; i < keys->keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys->keys, i);
      guint       at = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, key));
      g_autoptr (GPtrArray) known = NULL;

      for (guint n = 0; at > 0 && n < MAX_NAMESAKES; n++)
        {
          Node node = g_array_index (self->nodes, Node, at - 1);

          if (node.subject != subject)
            meet_namesake (self, subject, node.subject, keys);
          at = node.next;
        }

      known = plan->known->find (plan->kind->name, key, plan->known->user_data);
      for (guint j = 0; known != NULL && j < known->len; j++)
        meet_known (self, subject, g_ptr_array_index (known, j), keys);
    }
}
