/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-search.h"

#include <string.h>

#include "dites-plan-candidates.h"
#include "dites-plan-merge.h"
#include "dites-plan-said.h"

struct _DitesPlanSearch
{
  DitesPlan    *plan;
  GStringChunk *texts;
  GHashTable   *by_key; /* a sure key to its subject + 1 */
};

/**
 * dites_plan_search_new:
 * @plan: a plan that is being made
 *
 * Returns: (transfer full): a search that knows no row yet
 */
DitesPlanSearch *
dites_plan_search_new (DitesPlan *plan)
{
  DitesPlanSearch *self = g_new0 (DitesPlanSearch, 1);

  self->plan = plan;
  self->texts = g_string_chunk_new (64 * 1024);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

/**
 * dites_plan_search_free:
 * @self: (transfer full): a search
 */
void
dites_plan_search_free (DitesPlanSearch *self)
{
  g_string_chunk_free (self->texts);
  g_hash_table_unref (self->by_key);
  g_free (self);
}

static void
add_hit_subject (DitesPlanHits *hits,
                 guint32        subject)
{
  if (!dites_plan_has_index (hits->subjects, subject))
    g_array_append_val (hits->subjects, subject);
}

static void
add_hit_document (DitesPlanHits *hits,
                  DitesPlan     *self,
                  DitesDocument *document)
{
  const char *id = dites_document_get_id (document);
  gpointer    subject;

  if (g_hash_table_lookup_extended (self->by_base, id, NULL, &subject))
    {
      add_hit_subject (hits, dites_plan_get_effective (self, GPOINTER_TO_UINT (subject)));
      return;
    }

  for (guint i = 0; i < hits->documents->len; i++)
    {
      if (strcmp (dites_document_get_id (g_ptr_array_index (hits->documents, i)), id) == 0)
        return;
    }
  g_ptr_array_add (hits->documents, g_object_ref (document));
}

/**
 * dites_plan_search_find:
 * @self: a search
 * @keys: the keys of a row; those that the store leads to are marked
 * @hits: takes what they lead to
 */
void
dites_plan_search_find (DitesPlanSearch *self,
                        DitesPlanKeys   *keys,
                        DitesPlanHits   *hits)
{
  DitesPlan *plan = self->plan;

  for (guint i = 0; i < keys->n_sure; i++)
    {
      const char *key = g_ptr_array_index (keys->keys, i);
      guint       subject = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, key));
      g_autoptr (GPtrArray) known = NULL;

      if (subject > 0)
        add_hit_subject (hits, dites_plan_get_effective (plan, subject - 1));

      if (g_str_has_prefix (key, "content:"))
        {
          g_autofree char *id = dites_document_derived_id (plan->kind->name, key);
          g_autoptr (DitesDocument) document = plan->known->get (id, plan->known->user_data);

          if (document != NULL)
            add_hit_document (hits, plan, document);
          keys->known |= document != NULL;
          continue;
        }

      known = plan->known->find (plan->kind->name, key, plan->known->user_data);
      for (guint j = 0; known != NULL && j < known->len; j++)
        add_hit_document (hits, plan, g_ptr_array_index (known, j));
      if (i < 64 && known != NULL && known->len > 0)
        keys->known |= G_GUINT64_CONSTANT (1) << i;
    }
}

/**
 * dites_plan_hits_prefer_certain:
 * @self: a plan that is being made
 * @hits: what a row leads to
 *
 * Who waits for a decision is not the one, where somebody else is.
 */
void
dites_plan_hits_prefer_certain (DitesPlan     *self,
                                DitesPlanHits *hits)
{
  guint n_certain = hits->documents->len;

  for (guint i = 0; i < hits->subjects->len; i++)
    n_certain += !dites_plan_get_subject (self, g_array_index (hits->subjects, guint32, i))->doubtful;

  for (guint i = hits->subjects->len; n_certain > 0 && i > 0; i--)
    {
      if (dites_plan_get_subject (self, g_array_index (hits->subjects, guint32, i - 1))->doubtful)
        g_array_remove_index (hits->subjects, i - 1);
    }
}

/**
 * dites_plan_search_remember:
 * @self: a search
 * @keys: the keys of a row
 * @subject: the subject that it is about
 */
void
dites_plan_search_remember (DitesPlanSearch     *self,
                            const DitesPlanKeys *keys,
                            guint32              subject)
{
  for (guint i = 0; i < keys->n_sure; i++)
    {
      const char *key = g_ptr_array_index (keys->keys, i);

      /* Whom the store leads to need not be remembered, and must not be somebody doubtful. */
      if (i < 64 && keys->known & (G_GUINT64_CONSTANT (1) << i))
        continue;
      if (!g_hash_table_contains (self->by_key, key))
        g_hash_table_insert (self->by_key, g_string_chunk_insert (self->texts, key), GUINT_TO_POINTER (subject + 1));
    }
}

/**
 * dites_plan_search_find_collisions:
 * @self: a search
 * @row_keys: the keys of a row
 * @draft: what the row says
 * @hits: the only one that it leads to; takes the others
 *
 * A row may give somebody known what identifies somebody else: an address
 * leads to the one, and with the row’s date of birth the name would lead to
 * the other.
 *
 * Returns: whether there are others
 */
gboolean
dites_plan_search_find_collisions (DitesPlanSearch     *self,
                                   const DitesPlanKeys *row_keys,
                                   DitesDocument       *draft,
                                   DitesPlanHits       *hits)
{
  DitesPlan *plan = self->plan;
  guint32    subject = hits->subjects->len > 0 ? g_array_index (hits->subjects, guint32, 0) : DITES_NO_INDEX;
  g_autoptr (DitesDocument) before = NULL;
  g_autoptr (DitesDocument) after = NULL;
  g_auto (DitesPlanKeys) old_keys = { NULL };
  g_auto (DitesPlanKeys) new_keys = { NULL };

  if (subject == DITES_NO_INDEX)
    {
      before = g_object_ref (g_ptr_array_index (hits->documents, 0));
      after = dites_plan_merge_known (plan->table, plan->kind, before, draft);
    }
  else
    {
      const DitesPlanSubject *found = dites_plan_get_subject (plan, subject);
      g_autoptr (DitesDocument) said = dites_plan_merge_said (plan, found->said, draft);

      /* What a row further up says goes before this one. */
      before = dites_plan_merge_all (plan, found->base, found->said);
      after = dites_plan_merge_all (plan, found->base, said);
    }
  if (after == NULL)
    return FALSE;

  dites_plan_keys_read (plan->kind, before, &old_keys);
  dites_plan_keys_read (plan->kind, after, &new_keys);
  for (guint i = 0; i < new_keys.n_sure; i++)
    {
      const char *key = g_ptr_array_index (new_keys.keys, i);
      guint       owner = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, key));
      g_autoptr (GPtrArray) known = NULL;

      if (dites_plan_keys_have (row_keys, key) || dites_plan_keys_have (&old_keys, key))
        continue;
      if (owner > 0)
        owner = dites_plan_get_effective (plan, owner - 1) + 1;
      if (owner > 0 && owner - 1 != subject && dites_plan_get_subject (plan, owner - 1)->base != NULL)
        add_hit_subject (hits, owner - 1);

      known = plan->known->find (plan->kind->name, key, plan->known->user_data);
      for (guint j = 0; known != NULL && j < known->len; j++)
        add_hit_document (hits, plan, g_ptr_array_index (known, j));
    }

  return hits->subjects->len + hits->documents->len > 1;
}

/* The text of a key as the table holds it. */
static const char *
get_stored_key (DitesPlanSearch *self,
                const char      *key)
{
  gpointer stored = NULL;

  g_hash_table_lookup_extended (self->by_key, key, &stored, NULL);

  return stored;
}

/* One key of what a subject becomes: whoever has it is the same, or wants a decision. */
static gboolean
claim_key (DitesPlanSearch *self,
           guint32          subject,
           const char      *key)
{
  DitesPlan        *plan = self->plan;
  guint32           owner = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, key));
  DitesPlanSubject *other;
  g_auto (DitesPlanKeys) keys = { NULL };

  if (owner == 0)
    {
      g_hash_table_insert (self->by_key, g_string_chunk_insert (self->texts, key), GUINT_TO_POINTER (subject + 1));
      return FALSE;
    }

  owner = dites_plan_get_effective (plan, owner - 1);
  other = dites_plan_get_subject (plan, owner);
  if (other->doubtful)
    g_hash_table_insert (self->by_key, (gpointer) get_stored_key (self, key), GUINT_TO_POINTER (subject + 1));
  if (owner == subject || other->doubtful || other->base != NULL || other->first == DITES_NO_INDEX)
    return FALSE;

  dites_plan_keys_read_row (plan->kind, other->said, &keys);
  if (dites_plan_contradicts_subject (plan, &keys, other->said, subject))
    dites_plan_add_candidate (other, dites_plan_get_reference (plan, subject), subject);
  else
    dites_plan_join_subjects (plan, owner, subject);

  return TRUE;
}

/**
 * dites_plan_search_claim:
 * @self: a search
 * @subject: a subject
 *
 * Two rows may be known to be one by a third: what their subject becomes has
 * keys that none of them has.
 *
 * Returns: whether another subject has become one with it, or doubtful
 */
gboolean
dites_plan_search_claim (DitesPlanSearch *self,
                         guint32          subject)
{
  DitesPlan        *plan = self->plan;
  DitesPlanSubject *found = dites_plan_get_subject (plan, subject);
  g_autoptr (DitesDocument) all = NULL;
  g_auto (DitesPlanKeys) keys = { NULL };
  gboolean again = FALSE;

  if (found->doubtful || found->first == DITES_NO_INDEX || (found->base == NULL && found->first == found->last))
    return FALSE;

  all = dites_plan_merge_all (plan, found->base, found->said);
  /* The store leads to what it knows already. */
  if (all == found->base)
    return FALSE;

  dites_plan_keys_read (plan->kind, all, &keys);
  for (guint i = 0; i < keys.n_sure; i++)
    again = claim_key (self, subject, g_ptr_array_index (keys.keys, i)) || again;

  return again;
}
