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

  return dites_plan_merge_rows (self->table, self->kind, first, second, NULL, NULL);
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

  target->unsorted = target->unsorted || source->unsorted;
  source->unsorted = FALSE;
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
 * @subject: a subject, which may have rows further down already; then
 *   dites_plan_sort_rows() has to be called in the end
 * @row: a row that no subject has
 */
void
dites_plan_add_row (DitesPlan *self,
                    guint32    subject,
                    guint32    row)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  g_autoptr (DitesDocument) said = dites_plan_merge_said (self, found->said, self->drafts[row]);

  g_set_object (&found->said, said);
  if (found->first != DITES_NO_INDEX && found->last > row)
    found->unsorted = TRUE;
  dites_plan_append_row (self, subject, row);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

static void
sort_subject (DitesPlan *self,
              guint32    subject)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 row = found->first; row != DITES_NO_INDEX; row = self->entries[row].next)
    g_array_append_val (rows, row);
  g_array_sort (rows, compare_rows);

  g_clear_object (&found->said);
  found->unsorted = FALSE;
  found->first = DITES_NO_INDEX;
  found->last = DITES_NO_INDEX;
  for (guint i = 0; i < rows->len; i++)
    dites_plan_add_row (self, subject, g_array_index (rows, guint32, i));
}

/**
 * dites_plan_sort_rows:
 * @self: a plan that is being made
 *
 * Gives the rows of each subject the order of the list, in which the first one
 * is right.
 */
void
dites_plan_sort_rows (DitesPlan *self)
{
  for (guint32 i = 0; i < self->subjects->len; i++)
    {
      if (dites_plan_get_subject (self, i)->unsorted)
        sort_subject (self, i);
    }
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
    all = dites_plan_merge_known (self->table, self->kind, base, said);

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
