/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-plan-merge.h"
#include "dites-plan-newest.h"
#include "dites-plan-private.h"

/*
 * What is written about a subject follows from its rows, from those of the
 * subjects that were decided to be the same, and from what was known; it can be
 * worked out again at any time, without asking the store.
 */

/**
 * dites_plan_get_draft:
 * @self: a plan
 * @row: a row
 *
 * Returns: (transfer full): what the row says
 */
DitesDocument *
dites_plan_get_draft (DitesPlan *self,
                      guint32    row)
{
  if (self->drafts != NULL && self->drafts[row] != NULL)
    return g_object_ref (self->drafts[row]);

  return dites_plan_reader_read_own (self->reader, row);
}

static DitesDocument *
find_companion_base (DitesPlan     *self,
                     DitesDocument *draft,
                     const char    *id)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) found = NULL;

  dites_kind_identify (self->companion, draft, keys);
  if (keys->len > 0)
    found = self->known->find (self->companion->name, g_ptr_array_index (keys, 0), self->known->user_data);
  if (found != NULL && found->len > 0)
    return g_object_ref (g_ptr_array_index (found, 0));

  return self->known->get (id, self->known->user_data);
}

/* What the store knows that goes along; asked once, while the plan is made. */
static DitesDocument *
get_companion_base (DitesPlan     *self,
                    DitesDocument *draft,
                    const char    *id)
{
  gpointer base = NULL;

  if (g_hash_table_lookup_extended (self->companion_bases, id, NULL, &base) || self->known == NULL)
    return base;

  base = find_companion_base (self, draft, id);
  if (base != NULL)
    g_hash_table_insert (self->companion_bases, g_strdup (id), base);

  return base;
}

/* While drafts of several rows are taken together: where what they contradict is said. */
typedef struct
{
  DitesPlan *plan;
  guint32    row;
  gboolean   silent;
  gboolean   later; /* whether the row is about another semester than the first one */
} Contradiction;

static void
contradicted_cb (const char *member,
                 gpointer    user_data)
{
  Contradiction    *at = user_data;
  const DitesField *field = dites_kind_get_field (at->plan->kind, member);
  GString          *labels;

  if (at->silent || (at->later && field != NULL && field->flags & DITES_FIELD_DATED))
    return;
  if (field == NULL && at->plan->companion != NULL)
    field = dites_kind_get_field (at->plan->companion, member);

  labels = g_hash_table_lookup (at->plan->contradicted, GUINT_TO_POINTER (at->row));
  if (labels == NULL)
    {
      labels = g_string_new (NULL);
      g_hash_table_insert (at->plan->contradicted, GUINT_TO_POINTER (at->row), labels);
    }
  dites_plan_add_label (labels, field != NULL ? dites_field_get_label (field) : member);
}

/**
 * dites_plan_report_contradictions:
 * @self: a plan that is being made
 *
 * Says what rows contradict, in one sentence for each, and forgets it.
 */
void
dites_plan_report_contradictions (DitesPlan *self)
{
  GHashTableIter iter;
  gpointer       row, labels;

  g_hash_table_iter_init (&iter, self->contradicted);
  while (g_hash_table_iter_next (&iter, &row, &labels))
    {
      g_autofree char *message =
        /* Translators: %s are the names of fields or the headers of columns, each quoted, with commas between them. */
        g_strdup_printf (_("%s: the row of the same person further up says otherwise and is followed"),
                         ((GString *) labels)->str);

      dites_plan_report (self, GPOINTER_TO_UINT (row), -1, DITES_SEVERITY_WARNING, message);
    }
  g_hash_table_remove_all (self->contradicted);
}

/* What the rows that are not left out say together; NULL when there are none. */
static DitesDocument *
merge_own (DitesPlan        *self,
           DitesPlanSubject *subject,
           DitesDocument    *merged)
{
  for (guint32 row = subject->first; row != DITES_NO_INDEX; row = self->entries[row].next)
    {
      g_autoptr (DitesDocument) draft = NULL;
      g_autoptr (DitesDocument) before = merged;
      Contradiction at = { self, row, self->known == NULL || self->quiet, FALSE };

      if (self->entries[row].excluded)
        {
          before = NULL;
          continue;
        }

      draft = dites_plan_get_draft (self, row);
      at.later = dites_plan_reader_get_order (self->reader, row) != dites_plan_reader_get_order (self->reader, subject->first);
      merged = before == NULL ? g_object_ref (draft)
                              : dites_plan_merge_rows (self->table, self->kind, before, draft, contradicted_cb, &at);
    }

  return merged;
}

/* What goes along with the rows: one draft for each id. */
static void
merge_companions (DitesPlan        *self,
                  DitesPlanSubject *subject,
                  const char       *owner,
                  GPtrArray        *ids,
                  GPtrArray        *drafts)
{
  for (guint32 row = subject->first; row != DITES_NO_INDEX; row = self->entries[row].next)
    {
      g_autofree char *id = NULL;
      g_autoptr (DitesDocument) draft = NULL;
      Contradiction at = { self, row, self->known == NULL || self->quiet, FALSE };
      guint         place;

      if (self->entries[row].excluded)
        continue;
      draft = dites_plan_reader_read_companion (self->reader, row, owner, &id);
      if (draft == NULL)
        continue;

      if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, &place))
        {
          DitesDocument *both = dites_plan_merge_rows (self->table, self->companion, g_ptr_array_index (drafts, place), draft,
                                                       contradicted_cb, &at);

          g_object_unref (g_ptr_array_index (drafts, place));
          g_ptr_array_index (drafts, place) = both;
        }
      else
        {
          g_ptr_array_add (ids, g_steal_pointer (&id));
          g_ptr_array_add (drafts, g_steal_pointer (&draft));
        }
    }
}

static DitesPlanPart
make_part (DitesPlan     *self,
           const char    *id,
           DitesDocument *draft)
{
  DitesDocument *base = get_companion_base (self, draft, id);
  DitesPlanPart  part = { NULL, NULL, NULL };

  if (base != NULL)
    {
      part.id = g_strdup (id);
      part.base = g_object_ref (base);
      part.document = dites_plan_merge_known (self->table, self->companion, base, draft);
    }
  else
    {
      part.document = dites_plan_new_document (self->table, self->companion, id, draft);
    }

  return part;
}

static void
clear_results (DitesPlanSubject *subject)
{
  g_clear_object (&subject->document);
  for (guint i = 0; i < subject->n_parts; i++)
    {
      g_free (subject->parts[i].id);
      g_clear_object (&subject->parts[i].base);
      g_clear_object (&subject->parts[i].document);
    }
  g_clear_pointer (&subject->parts, g_free);
  subject->n_parts = 0;
}

/* Calls for the subjects whose rows count for @subject: itself, then those joined to it. */
static GArray *
get_sources (DitesPlan *self,
             guint32    subject)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *joined;

  g_array_append_val (sources, subject);
  joined = self->joins != NULL ? g_hash_table_lookup (self->joins, GUINT_TO_POINTER (subject)) : NULL;
  if (joined != NULL)
    g_array_append_vals (sources, joined->data, joined->len);

  return sources;
}

static void
evaluate_companions (DitesPlan        *self,
                     DitesPlanSubject *subject,
                     GArray           *sources,
                     const char       *owner)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->companion == NULL)
    return;

  for (guint i = 0; i < sources->len; i++)
    merge_companions (self, dites_plan_get_subject (self, g_array_index (sources, guint32, i)), owner, ids, drafts);

  subject->n_parts = ids->len;
  subject->parts = g_new0 (DitesPlanPart, ids->len);
  for (guint i = 0; i < ids->len; i++)
    subject->parts[i] = make_part (self, g_ptr_array_index (ids, i), g_ptr_array_index (drafts, i));
}

/**
 * dites_plan_evaluate:
 * @self: a plan
 * @subject: a subject
 *
 * Works out what is written about a subject: nothing while it is doubtful, or
 * when another one stands for it.
 */
void
dites_plan_evaluate (DitesPlan *self,
                     guint32    subject)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  g_autoptr (GArray) sources = NULL;
  DitesDocument *merged = NULL;
  g_autoptr (DitesDocument) draft = NULL;
  const char *owner;

  clear_results (found);
  if (found->first == DITES_NO_INDEX || found->joined != DITES_NO_INDEX ||
      (found->doubtful && found->decision == DITES_DECISION_NONE))
    return;

  sources = get_sources (self, subject);
  for (guint i = 0; i < sources->len; i++)
    merged = merge_own (self, dites_plan_get_subject (self, g_array_index (sources, guint32, i)), merged);
  if (merged == NULL)
    return;
  draft = dites_plan_take_newest (self, sources, merged, found->base, NULL);

  owner = found->base != NULL ? dites_document_get_id (found->base) : found->id;
  if (found->base == NULL)
    found->document = dites_plan_new_document (self->table, self->kind, found->id, draft);
  else
    found->document = dites_plan_merge_known (self->table, self->kind, found->base, draft);
  evaluate_companions (self, found, sources, owner);
}

static gboolean
companions_change_nothing (DitesPlan        *self,
                           DitesPlanSubject *subject,
                           const char       *owner)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean nothing = TRUE;

  if (self->companion == NULL)
    return TRUE;

  self->quiet = TRUE;
  merge_companions (self, subject, owner, ids, drafts);
  self->quiet = FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      DitesDocument *draft = g_ptr_array_index (drafts, i);
      DitesDocument *base = get_companion_base (self, draft, g_ptr_array_index (ids, i));
      g_autoptr (DitesDocument) changed = NULL;

      /* No early end: every base is asked for, for the decisions to come. */
      if (base != NULL)
        changed = dites_plan_merge_known (self->table, self->companion, base, draft);
      nothing = nothing && base != NULL && changed == NULL;
    }

  return nothing;
}

/* What goes along with a known subject after the import, under the id that it would have if it were new. */
static DitesDocument *
find_part (DitesPlan              *self,
           const DitesPlanSubject *subject,
           const char             *id,
           DitesDocument          *draft)
{
  for (guint i = 0; i < subject->n_parts; i++)
    {
      const DitesPlanPart *part = &subject->parts[i];

      if (strcmp (part->id != NULL ? part->id : dites_document_get_id (part->document), id) == 0)
        return part->document != NULL ? part->document : part->base;
    }

  return get_companion_base (self, draft, id);
}

/* Whether what goes along with a subject is what goes along with another one anyway. */
static gboolean
companions_agree (DitesPlan              *self,
                  DitesPlanSubject       *subject,
                  const DitesPlanSubject *other)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->companion == NULL)
    return TRUE;

  merge_companions (self, subject, dites_document_get_id (other->base), ids, drafts);
  for (guint i = 0; i < ids->len; i++)
    {
      DitesDocument *draft = g_ptr_array_index (drafts, i);
      DitesDocument *document = find_part (self, other, g_ptr_array_index (ids, i), draft);
      g_autoptr (DitesDocument) changed = NULL;

      if (document == NULL)
        return FALSE;
      changed = dites_plan_merge_known (self->table, self->companion, document, draft);
      if (changed != NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * dites_plan_changes_nothing:
 * @self: a plan that is being made
 * @subject: a subject
 * @base: a document of the store
 *
 * Returns: whether the store says all that the rows do, if @base is their subject
 */
gboolean
dites_plan_changes_nothing (DitesPlan     *self,
                            guint32        subject,
                            DitesDocument *base)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  g_autoptr (GArray) sources = get_sources (self, subject);
  g_autoptr (DitesDocument) said = NULL;
  g_autoptr (DitesDocument) changed = NULL;

  self->quiet = TRUE;
  said = dites_plan_take_newest (self, sources, g_object_ref (found->said), base, NULL);
  self->quiet = FALSE;
  changed = dites_plan_merge_known (self->table, self->kind, base, said);

  return changed == NULL && companions_change_nothing (self, found, dites_document_get_id (base));
}

/**
 * dites_plan_adds_nothing:
 * @self: a plan that is being made
 * @subject: a subject
 * @other: another one, which the store knows
 *
 * Returns: whether what is written about @other says all that the rows of @subject do
 */
gboolean
dites_plan_adds_nothing (DitesPlan *self,
                         guint32    subject,
                         guint32    other)
{
  DitesPlanSubject       *found = dites_plan_get_subject (self, subject);
  const DitesPlanSubject *target = dites_plan_get_subject (self, other);
  g_autoptr (GArray) sources = get_sources (self, subject);
  g_autoptr (GArray) others = get_sources (self, other);
  g_autoptr (DitesDocument) said = NULL;
  g_autoptr (DitesDocument) changed = NULL;
  gboolean nothing;

  self->quiet = TRUE;
  dites_plan_evaluate (self, other);
  said = dites_plan_take_newest (self, sources, g_object_ref (found->said), target->base, others);
  changed = dites_plan_merge_known (self->table, self->kind, target->document != NULL ? target->document : target->base, said);
  nothing = changed == NULL && companions_agree (self, found, target);
  self->quiet = FALSE;

  return nothing;
}

/* All ids that decisions can make a subject have: its own, those of its candidates, and of theirs. */
static void
collect_owners (DitesPlan  *self,
                guint32     subject,
                GHashTable *seen,
                GHashTable *owners)
{
  const DitesPlanSubject *found;

  subject = dites_plan_get_effective (self, subject);
  if (!g_hash_table_add (seen, GUINT_TO_POINTER (subject)))
    return;

  found = dites_plan_get_subject (self, subject);
  if (found->base != NULL)
    g_hash_table_add (owners, g_strdup (dites_document_get_id (found->base)));
  if (found->id != NULL)
    g_hash_table_add (owners, g_strdup (found->id));

  for (guint i = 0; found->candidates != NULL && i < found->candidates->len; i++)
    {
      const DitesPlanCandidate *candidate = g_ptr_array_index (found->candidates, i);

      if (candidate->subject != DITES_NO_INDEX)
        collect_owners (self, candidate->subject, seen, owners);
      else
        g_hash_table_add (owners, g_strdup (dites_document_get_id (candidate->document)));
    }
}

/**
 * dites_plan_prefetch:
 * @self: a plan that is being made
 * @subject: a doubtful subject
 *
 * Asks the store all that any decision on the subject may need.
 */
void
dites_plan_prefetch (DitesPlan *self,
                     guint32    subject)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       owner;

  collect_owners (self, subject, seen, owners);
  g_hash_table_iter_init (&iter, owners);
  while (g_hash_table_iter_next (&iter, &owner, NULL))
    {
      dites_plan_get_latest (self, owner);
      companions_change_nothing (self, dites_plan_get_subject (self, subject), owner);
    }
}
