/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "dites-plan-candidates.h"
#include "dites-plan-names.h"
#include "dites-plan-namesakes.h"
#include "dites-plan-said.h"
#include "dites-plan-search.h"

/*
 * Whom each row is about.
 *
 * First all rows by what proves identity: rows and documents that share a sure
 * key are one, unless they contradict each other. Then those that are still
 * nobody’s by what suggests it: whoever has the same name is a candidate,
 * unless something sure tells the two apart; with a candidate the row waits
 * for a decision. Never is anybody taken for another by the name alone.
 */

/* How often what follows from rows that belong together is followed. */
#define MAX_ROUNDS 4

/* Rows between two looks at the cancellable. */
#define CHUNK 512

typedef struct
{
  DitesPlan          *plan;
  DitesPlanSearch    *search;
  DitesPlanNamesakes *namesakes;
  GHashTable         *by_text; /* what a row that nothing sure identifies says, to the row */
  GHashTable         *ids;     /* the ids of new subjects */
} Identity;

static guint32
get_subject_of_hit (DitesPlan     *self,
                    DitesPlanHits *hits)
{
  DitesDocument *document;
  guint32        subject;

  if (hits->subjects->len > 0)
    return g_array_index (hits->subjects, guint32, 0);

  document = g_ptr_array_index (hits->documents, 0);
  subject = dites_plan_add_subject (self);
  dites_plan_get_subject (self, subject)->base = g_object_ref (document);
  g_hash_table_insert (self->by_base, g_strdup (dites_document_get_id (document)), GUINT_TO_POINTER (subject));

  return subject;
}

static guint32
add_doubtful (DitesPlan     *self,
              DitesPlanHits *hits)
{
  guint32 subject = dites_plan_add_subject (self);

  for (guint i = 0; i < hits->subjects->len; i++)
    {
      guint32 other = g_array_index (hits->subjects, guint32, i);

      dites_plan_add_candidate (dites_plan_get_subject (self, subject), dites_plan_get_reference (self, other), other);
    }
  for (guint i = 0; i < hits->documents->len; i++)
    dites_plan_add_candidate (dites_plan_get_subject (self, subject), g_ptr_array_index (hits->documents, i), DITES_NO_INDEX);

  return subject;
}

/* A doubtful subject whose candidates have turned out to be one is that one, unless it dites_plan_contradicts it. */
static gboolean
reconsider (DitesPlan *self,
            guint32    subject)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  guint32           only = DITES_NO_INDEX;
  g_auto (DitesPlanKeys) keys = { NULL };

  if (found->asked)
    return FALSE;

  for (guint i = 0; i < found->candidates->len; i++)
    {
      const DitesPlanCandidate *candidate = g_ptr_array_index (found->candidates, i);
      guint32                   target = candidate->subject;
      gpointer                  owner;

      if (target == DITES_NO_INDEX &&
          g_hash_table_lookup_extended (self->by_base, dites_document_get_id (candidate->document), NULL, &owner))
        target = GPOINTER_TO_UINT (owner);
      if (target == DITES_NO_INDEX)
        return FALSE;
      target = dites_plan_get_effective (self, target);
      if (only != DITES_NO_INDEX && target != only)
        return FALSE;
      only = target;
    }

  if (dites_plan_get_subject (self, only)->doubtful || dites_plan_get_subject (self, only)->first == DITES_NO_INDEX)
    return FALSE;
  dites_plan_keys_read_row (self->kind, found->said, &keys);
  if (dites_plan_contradicts_subject (self, &keys, found->said, only))
    return FALSE;

  found->doubtful = FALSE;
  dites_plan_join_subjects (self, subject, only);

  return TRUE;
}

static void
consolidate (Identity *identity)
{
  DitesPlan *self = identity->plan;
  gboolean   again = TRUE;

  for (guint n = 0; again && n < MAX_ROUNDS; n++)
    {
      again = FALSE;
      for (guint32 i = 0; i < self->subjects->len; i++)
        {
          const DitesPlanSubject *subject = dites_plan_get_subject (self, i);

          if (subject->first != DITES_NO_INDEX && subject->doubtful)
            again = reconsider (self, i) || again;
          else
            again = dites_plan_search_claim (identity->search, i) || again;
        }
    }
}

/* What a known person is called by a row only, and by nobody before. */
static gboolean
gives_new_name (DitesPlan     *self,
                DitesDocument *draft,
                DitesPlanHits *hits)
{
  DitesDocument *base = NULL;

  if (hits->documents->len > 0)
    base = g_ptr_array_index (hits->documents, 0);
  else if (hits->subjects->len > 0)
    base = dites_plan_get_subject (self, g_array_index (hits->subjects, guint32, 0))->base;

  return base != NULL && dites_plan_have_other_names (draft, base, TRUE);
}

/* The subject of a row that has the same text further up, where nothing sure identifies either. */
static gboolean
find_same_text (Identity            *identity,
                const DitesPlanKeys *keys,
                guint32              row,
                guint32             *subject)
{
  const char *text = dites_document_get_text (identity->plan->drafts[row], NULL);
  gpointer    first;

  if (keys->n_sure > 0)
    return FALSE;
  if (!g_hash_table_lookup_extended (identity->by_text, text, NULL, &first))
    {
      g_hash_table_insert (identity->by_text, (gpointer) text, GUINT_TO_POINTER (row));
      return FALSE;
    }

  *subject = dites_plan_get_effective (identity->plan, identity->plan->entries[GPOINTER_TO_UINT (first)].subject);

  return TRUE;
}

static gboolean
is_asked (DitesPlan *self,
          guint32    row)
{
  return self->asked != NULL && g_hash_table_contains (self->asked, GUINT_TO_POINTER (row));
}

/* The first time: by what proves identity. Rows that give somebody known a new name wait for those that call
 * them what they are called: else it would depend on their order whose name is followed. */
static void
identify_row (Identity *identity,
              guint32   row,
              GArray   *later)
{
  DitesPlan     *self = identity->plan;
  DitesDocument *draft = self->drafts[row];
  g_auto (DitesPlanKeys) keys = { NULL };
  g_autoptr (GArray) subjects = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  DitesPlanHits hits = { subjects, documents };
  guint         n_hits;
  guint32       subject;

  dites_plan_keys_read_row (self->kind, draft, &keys);
  if (!is_asked (self, row) && find_same_text (identity, &keys, row, &subject))
    {
      dites_plan_add_row (self, subject, row);
      return;
    }

  dites_plan_search_find (identity->search, &keys, &hits);
  dites_plan_hits_prefer_certain (self, &hits);
  n_hits = subjects->len + documents->len;
  if (n_hits == 1 && later != NULL && gives_new_name (self, draft, &hits))
    {
      g_array_append_val (later, row);
      return;
    }

  if (n_hits == 0)
    subject = dites_plan_add_subject (self);
  else if (is_asked (self, row) || n_hits > 1 ||
           (subjects->len > 0
              ? dites_plan_contradicts_subject (self, &keys, draft, g_array_index (subjects, guint32, 0))
              : dites_plan_contradicts (self, &keys, draft, g_ptr_array_index (documents, 0), FALSE)))
    subject = add_doubtful (self, &hits);
  else if (dites_plan_search_find_collisions (identity->search, &keys, draft, &hits))
    subject = add_doubtful (self, &hits);
  else
    subject = get_subject_of_hit (self, &hits);
  if (is_asked (self, row))
    dites_plan_get_subject (self, subject)->asked = TRUE;

  dites_plan_add_row (self, subject, row);
  dites_plan_search_remember (identity->search, &keys, subject);
  dites_plan_namesakes_remember (identity->namesakes, &keys, subject);
  dites_plan_search_claim (identity->search, subject);
}

/* The id that the subject has when it is new: that of its strongest key, unless somebody else has it. */
static void
choose_id (Identity            *identity,
           const DitesPlanKeys *keys,
           guint32              subject)
{
  DitesPlan        *self = identity->plan;
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  const char       *key = g_ptr_array_index (keys->keys, 0);

  for (guint n = 1;; n++)
    {
      g_autofree char *name = n == 1 ? g_strdup (key) : g_strdup_printf ("%s#%u", key, n);
      g_autofree char *id = dites_document_derived_id (self->kind->name, name);
      g_autoptr (DitesDocument) known = NULL;
      g_auto (DitesPlanKeys) known_keys = { NULL };

      if (g_hash_table_contains (identity->ids, id))
        continue;
      known = self->known->get (id, self->known->user_data);
      if (known == NULL)
        {
          found->id = g_strdup (id);
          g_hash_table_add (identity->ids, g_steal_pointer (&id));
          return;
        }

      /* Whoever once was imported under this key, and has another one since, may be meant. */
      dites_plan_keys_read (self->kind, known, &known_keys);
      if (n == 1 && !g_hash_table_contains (self->by_base, id) && !dites_plan_keys_are_apart (self->kind, keys, &known_keys, TRUE, G_MAXUINT))
        dites_plan_add_candidate (found, known, DITES_NO_INDEX);
    }
}

/* The second time: by what suggests identity. Most have one row, which says all that is said of them. */
static void
identify_new (Identity *identity,
              guint32   subject)
{
  DitesPlan        *self = identity->plan;
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  gboolean          single = found->first == found->last;
  g_auto (DitesPlanKeys) first = { NULL };
  g_auto (DitesPlanKeys) all = { NULL };

  dites_plan_keys_read_row (self->kind, self->drafts[found->first], &first);
  if (!found->doubtful)
    dites_plan_namesakes_suggest (identity->namesakes, &first, subject);
  if (!single)
    dites_plan_keys_read_row (self->kind, found->said, &all);
  choose_id (identity, single ? &first : &all, subject);
}

/* Somebody new needs a name; a missing part of it is worth checking. */
static void
check_required (DitesPlan *self,
                guint32    subject)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  guint32           row = found->first;
  const DitesField *missing;
  g_autofree char  *message = NULL;

  if (dites_plan_lacks_all (self, self->drafts[row], &missing))
    {
      message = missing != NULL
                  ? g_strdup_printf (_("“%s” is missing, and nothing else says who or what this is"),
                                     dites_field_get_label (missing))
                  : g_strdup (_("This row says nothing"));
      dites_plan_report (self, row, -1, DITES_SEVERITY_ERROR, message);
      dites_plan_refuse (self, subject);
    }
  else if (missing != NULL && missing->type != DITES_FIELD_REFERENCE)
    {
      message = g_strdup_printf (_("“%s” is missing"), dites_field_get_label (missing));
      dites_plan_report (self, row, -1, DITES_SEVERITY_WARNING, message);
    }
}

static gboolean
go_on (const DitesPlanOptions *options,
       GCancellable           *cancellable,
       guint                   done,
       guint                   n_all,
       double                  from,
       double                  to,
       GError                **error)
{
  if (done % CHUNK != 0)
    return TRUE;

  if (options != NULL && options->progress != NULL)
    options->progress (from + (to - from) * done / MAX (n_all, 1), options->progress_data);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
evaluate_all (DitesPlan              *self,
              const DitesPlanOptions *options,
              GCancellable           *cancellable,
              GError                **error)
{
  guint n_subjects = self->subjects->len;

  for (guint32 i = 0; i < n_subjects; i++)
    {
      DitesPlanSubject *subject = dites_plan_get_subject (self, i);

      dites_plan_evaluate (self, i);
      g_clear_object (&subject->said);
      for (guint32 row = subject->first; row != DITES_NO_INDEX; row = self->entries[row].next)
        g_clear_object (&self->drafts[row]);
      if (!go_on (options, cancellable, i, n_subjects, 0.5, 1, error))
        return FALSE;
    }

  return TRUE;
}

/* Nothing is imported of a place that nobody has; that it is one is said. */
static void
leave_out (DitesPlan *self,
           guint32    row)
{
  self->entries[row] = (DitesPlanEntry) { DITES_NO_INDEX, DITES_NO_INDEX, TRUE };
  dites_plan_report (self, row, -1, DITES_SEVERITY_NOTICE, _("Nobody has this place: the row is left out"));
}

static gboolean
identify_all (Identity               *identity,
              const DitesPlanOptions *options,
              GCancellable           *cancellable,
              GError                **error)
{
  DitesPlan *self = identity->plan;
  g_autoptr (GArray) later = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_subjects;

  for (guint32 row = 0; row < self->n_rows; row++)
    {
      if (dites_plan_reader_is_unfilled (self->reader, row))
        {
          leave_out (self, row);
          continue;
        }
      self->drafts[row] = dites_plan_reader_read_own (self->reader, row);
      if (is_asked (self, row))
        g_array_append_val (asked, row);
      else
        identify_row (identity, row, later);
      if (!go_on (options, cancellable, row, self->n_rows, 0, 0.4, error))
        return FALSE;
    }

  consolidate (identity);
  for (guint i = 0; i < later->len; i++)
    {
      identify_row (identity, g_array_index (later, guint32, i), NULL);
      if (!go_on (options, cancellable, i, later->len, 0.4, 0.4, error))
        return FALSE;
    }
  /* With whom all others are, there is somebody whom they may be. */
  for (guint i = 0; i < asked->len; i++)
    identify_row (identity, g_array_index (asked, guint32, i), NULL);
  if (later->len + asked->len > 0)
    {
      dites_plan_sort_rows (self);
      consolidate (identity);
    }
  n_subjects = self->subjects->len;
  for (guint32 i = 0; i < n_subjects; i++)
    {
      DitesPlanSubject *subject = dites_plan_get_subject (self, i);

      if (subject->base == NULL && !subject->doubtful && subject->first != DITES_NO_INDEX)
        check_required (self, i);
    }

  for (guint32 i = 0; i < n_subjects; i++)
    {
      DitesPlanSubject *subject = dites_plan_get_subject (self, i);

      if (subject->doubtful && !dites_plan_drop_refused (self, subject))
        check_required (self, i);
      if (subject->base == NULL && subject->first != DITES_NO_INDEX)
        identify_new (identity, i);
      if (!go_on (options, cancellable, i, n_subjects, 0.4, 0.5, error))
        return FALSE;
    }

  for (guint32 i = 0; i < n_subjects; i++)
    {
      if (dites_plan_get_subject (self, i)->doubtful)
        dites_plan_settle_doubtful (self, i);
    }

  return TRUE;
}

/* What tells whom a row is about is known no longer than it takes: it is much for a long list. */
static gboolean
identify (DitesPlan              *self,
          const DitesPlanOptions *options,
          GCancellable           *cancellable,
          GError                **error)
{
  g_autoptr (DitesPlanSearch) search = dites_plan_search_new (self);
  g_autoptr (DitesPlanNamesakes) namesakes = dites_plan_namesakes_new (self);
  g_autoptr (GHashTable) by_text = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Identity identity = { self, search, namesakes, by_text, ids };

  return identify_all (&identity, options, cancellable, error);
}

/**
 * dites_plan_identify_rows:
 * @self: a plan that is being made
 * @options: (nullable): who is told of the progress
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads all rows, finds whom they are about, and works out what is written.
 *
 * Returns: %FALSE with @error set when it was cancelled
 */
gboolean
dites_plan_identify_rows (DitesPlan              *self,
                          const DitesPlanOptions *options,
                          GCancellable           *cancellable,
                          GError                **error)
{
  return identify (self, options, cancellable, error) && evaluate_all (self, options, cancellable, error);
}
