/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-said.h"

#include "dites-plan-merge.h"
#include "dites-plan-names.h"

/*
 * What the rows of a subject say together, while the plan is made: it is kept up
 * to date as rows come, and tells whether one more row can be about the same.
 */

/**
 * dites_plan_merge_said:
 * @self: a plan that is being made
 * @first: (nullable): what rows say
 * @second: (nullable): what rows further down say; one of the two is there
 *
 * Returns: (transfer full): what both say, the first of whom is right
 */
DitesDocument *
dites_plan_merge_said (DitesPlan     *self,
                       DitesDocument *first,
                       DitesDocument *second)
{
  if (first == NULL || second == NULL)
    return g_object_ref (first != NULL ? first : second);

  return dites_plan_merge_rows (self->kind, first, second, NULL, NULL);
}

/**
 * dites_plan_join_subjects:
 * @self: a plan that is being made
 * @from: a subject, which has no rows afterwards
 * @to: the subject that it is the same as
 *
 * Gives all rows of a subject to another one; what they say is always said in
 * the order of the list.
 */
void
dites_plan_join_subjects (DitesPlan *self,
                          guint32    from,
                          guint32    to)
{
  DitesPlanSubject *source = dites_plan_get_subject (self, from);
  DitesPlanSubject *target = dites_plan_get_subject (self, to);
  g_autoptr (DitesDocument) said = NULL;

  if (target->first == DITES_NO_INDEX || target->last < source->first)
    said = dites_plan_merge_said (self, target->said, source->said);
  else if (source->last < target->first)
    said = dites_plan_merge_said (self, source->said, target->said);

  dites_plan_join_rows (self, from, to);
  for (guint32 row = said == NULL ? target->first : DITES_NO_INDEX; row != DITES_NO_INDEX; row = self->entries[row].next)
    {
      g_autoptr (DitesDocument) before = g_steal_pointer (&said);

      said = dites_plan_merge_said (self, before, self->drafts[row]);
    }

  g_set_object (&target->said, said);
  g_clear_object (&source->said);
}

/**
 * dites_plan_add_row:
 * @self: a plan that is being made
 * @subject: a subject, which may have rows further down already
 * @row: a row that no subject has
 */
void
dites_plan_add_row (DitesPlan *self,
                    guint32    subject,
                    guint32    row)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  g_autoptr (DitesDocument) said = NULL;
  guint32 single;

  if (found->first == DITES_NO_INDEX || found->last < row)
    {
      said = dites_plan_merge_said (self, found->said, self->drafts[row]);
      g_set_object (&found->said, said);
      dites_plan_append_row (self, subject, row);
      return;
    }

  single = dites_plan_add_subject (self);
  dites_plan_append_row (self, single, row);
  g_set_object (&dites_plan_get_subject (self, single)->said, self->drafts[row]);
  dites_plan_join_subjects (self, single, subject);
}

/**
 * dites_plan_merge_all:
 * @self: a plan that is being made
 * @base: (nullable): what is known
 * @said: (nullable): what rows say; one of the two is there
 *
 * Returns: (transfer full): what becomes of both
 */
DitesDocument *
dites_plan_merge_all (DitesPlan     *self,
                      DitesDocument *base,
                      DitesDocument *said)
{
  DitesDocument *all = NULL;

  if (base == NULL)
    return g_object_ref (said);
  if (said != NULL)
    all = dites_plan_merge_known (self->kind, base, said);

  return all != NULL ? all : g_object_ref (base);
}

static gboolean
have_other_values (DitesDocument *a,
                   DitesDocument *b,
                   const char    *member)
{
  DitesJson value_a, value_b;

  return dites_document_get (a, member, &value_a) && dites_document_get (b, member, &value_b) &&
         !dites_json_equal (value_a, value_b);
}

/**
 * dites_plan_contradicts:
 * @self: a plan that is being made
 * @keys: the keys of a row
 * @draft: what the row says
 * @other: what shares a sure key with it
 * @of_list: whether @other is what rows of the same list say
 *
 * Returns: whether the two are about two people after all
 */
gboolean
dites_plan_contradicts (DitesPlan           *self,
                        const DitesPlanKeys *keys,
                        DitesDocument       *draft,
                        DitesDocument       *other,
                        gboolean             of_list)
{
  g_auto (DitesPlanKeys) others = { NULL };
  guint n_stronger;

  dites_plan_keys_read (self->kind, other, &others);
  /* Only what proves more than the key that they share: a name after marriage is none. */
  for (n_stronger = 0; n_stronger < keys->n_sure; n_stronger++)
    {
      if (g_ptr_array_find_with_equal_func (others.keys, g_ptr_array_index (keys->keys, n_stronger), g_str_equal, NULL))
        break;
    }

  return dites_plan_have_other_names (draft, other, of_list) || have_other_values (draft, other, "birth_date") ||
         dites_plan_keys_are_apart (self->kind, keys, &others, TRUE, n_stronger);
}

/* Two rows of one list call somebody the same, unless both names are known of them. */
static gboolean
have_other_names_in_list (DitesDocument *base,
                          DitesDocument *said,
                          DitesDocument *draft)
{
  return dites_plan_have_other_names (draft, said, TRUE) &&
         !(dites_plan_knows_name (base, draft) && dites_plan_knows_name (base, said));
}

/**
 * dites_plan_contradicts_subject:
 * @self: a plan that is being made
 * @keys: the keys of a row
 * @draft: what the row says
 * @subject: a subject that it shares a sure key with
 *
 * Compares with what the subject becomes, and with what its rows say.
 *
 * Returns: whether the row is about somebody else after all
 */
gboolean
dites_plan_contradicts_subject (DitesPlan           *self,
                                const DitesPlanKeys *keys,
                                DitesDocument       *draft,
                                guint32              subject)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  g_autoptr (DitesDocument) all = dites_plan_merge_all (self, found->base, found->said);

  return dites_plan_contradicts (self, keys, draft, all, found->base == NULL) ||
         (found->said != NULL && found->base != NULL &&
          (have_other_names_in_list (found->base, found->said, draft) ||
           have_other_values (draft, found->said, "birth_date")));
}
