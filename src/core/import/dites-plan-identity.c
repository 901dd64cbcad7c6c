/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "dites-plan-merge.h"
#include "dites-plan-names.h"
#include "dites-plan-private.h"

/*
 * Whom each row is about.
 *
 * First all rows by what proves identity: rows and documents that share a sure
 * key are one, unless they contradict each other. Then those that are still
 * nobody’s by what suggests it: whoever has the same name is a candidate,
 * unless something sure tells the two apart; with a candidate the row waits
 * for a decision. Never is anybody taken for another by the name alone.
 */

/* Of namesakes so many are compared: more only say the same again. */
#define MAX_NAMESAKES  64
#define MAX_CANDIDATES 8

/* How often what follows from rows that belong together is followed. */
#define MAX_ROUNDS 4

/* Rows between two looks at the cancellable. */
#define CHUNK 512

typedef struct
{
  GPtrArray *keys;
  guint      n_sure;
  guint64    known; /* the sure keys, of the first 64, that the store leads to */
} Keys;

typedef struct
{
  guint32 subject;
  guint32 next; /* index of a node + 1, or 0 */
} Namesake;

typedef struct
{
  DitesPlan    *plan;
  GStringChunk *texts;
  GHashTable   *by_key;    /* a sure key to its subject + 1 */
  GHashTable   *by_name;   /* a suggesting key to the index of its last node + 1 */
  GHashTable   *by_text;   /* what a row that nothing sure identifies says, to the row */
  GArray       *namesakes; /* of Namesake */
  GHashTable   *ids;       /* the ids of new subjects */
} Search;

static void
keys_clear (Keys *keys)
{
  g_clear_pointer (&keys->keys, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keys, keys_clear)

static void
get_keys (const DitesKind *kind,
          DitesDocument   *document,
          Keys            *keys)
{
  keys->keys = g_ptr_array_new_with_free_func (g_free);
  keys->n_sure = dites_kind_identify (kind, document, keys->keys);
}

/* What nothing else identifies is the same when it says the same. */
static void
get_row_keys (const DitesKind *kind,
              DitesDocument   *draft,
              Keys            *keys)
{
  gsize       length;
  const char *text = dites_document_get_text (draft, &length);

  get_keys (kind, draft, keys);
  if (keys->keys->len == 0)
    {
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, length);

      g_ptr_array_add (keys->keys, g_strdup_printf ("content:%s", sum));
      keys->n_sure = 1;
    }
}

static gsize
get_prefix (const char *key)
{
  return strcspn (key, ":") + 1;
}

/* Whether a kind of key is one that somebody has once and for all: “rpps”, and not “email”. */
static gboolean
is_single (const DitesKind *kind,
           const char      *key)
{
  g_autofree char  *plural = g_strdup_printf ("%.*ss", (int) get_prefix (key) - 1, key);
  const DitesField *field = dites_kind_get_field (kind, plural);

  return field == NULL || !(field->flags & DITES_FIELD_MULTIPLE);
}

/* Whether one of the first @n_keys sure keys of the one is of a sort that the other has too, with another value. */
static gboolean
are_apart (const DitesKind *kind,
           const Keys      *a,
           const Keys      *b,
           gboolean         single_only,
           guint            n_keys)
{
  for (guint i = 0; i < MIN (n_keys, a->n_sure); i++)
    {
      const char *key = g_ptr_array_index (a->keys, i);
      gsize       prefix = get_prefix (key);
      gboolean    comparable = FALSE, shared = FALSE;

      for (guint j = 0; j < a->n_sure; j++)
        {
          const char *mine = g_ptr_array_index (a->keys, j);

          if (strncmp (mine, key, prefix) != 0)
            continue;
          for (guint k = 0; k < b->n_sure; k++)
            {
              const char *theirs = g_ptr_array_index (b->keys, k);

              comparable = comparable || strncmp (theirs, key, prefix) == 0;
              shared = shared || strcmp (theirs, mine) == 0;
            }
        }

      if (comparable && !shared && !(single_only && !is_single (kind, key)))
        return TRUE;
    }

  return FALSE;
}

static void
candidate_free (DitesPlanCandidate *candidate)
{
  g_object_unref (candidate->document);
  g_free (candidate);
}

/* Somebody the subject may be; each once. */
static void
add_candidate (DitesPlanSubject *subject,
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

/* What stands for a subject: what is known of it, or what its first row says. */
static DitesDocument *
get_reference (DitesPlan *self,
               guint32    subject)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);

  return found->base != NULL ? found->base : found->said;
}

/* What a row leads to by its sure keys: subjects, and documents that are no subject yet. */
typedef struct
{
  GArray    *subjects; /* of guint32 */
  GPtrArray *documents;
} Hits;

static gboolean
has_index (GArray *indices,
           guint32 index)
{
  for (guint i = 0; i < indices->len; i++)
    {
      if (g_array_index (indices, guint32, i) == index)
        return TRUE;
    }

  return FALSE;
}

static void
add_hit_subject (Hits   *hits,
                 guint32 subject)
{
  if (!has_index (hits->subjects, subject))
    g_array_append_val (hits->subjects, subject);
}

static void
add_hit_document (Hits          *hits,
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

static void
find_hits (Search *search,
           Keys   *keys,
           Hits   *hits)
{
  DitesPlan *self = search->plan;

  for (guint i = 0; i < keys->n_sure; i++)
    {
      const char *key = g_ptr_array_index (keys->keys, i);
      guint       subject = GPOINTER_TO_UINT (g_hash_table_lookup (search->by_key, key));
      g_autoptr (GPtrArray) known = NULL;

      if (subject > 0)
        add_hit_subject (hits, dites_plan_get_effective (self, subject - 1));

      if (g_str_has_prefix (key, "content:"))
        {
          g_autofree char *id = dites_document_derived_id (self->kind->name, key);
          g_autoptr (DitesDocument) document = self->known->get (id, self->known->user_data);

          if (document != NULL)
            add_hit_document (hits, self, document);
          keys->known |= document != NULL;
          continue;
        }

      known = self->known->find (self->kind->name, key, self->known->user_data);
      for (guint j = 0; known != NULL && j < known->len; j++)
        add_hit_document (hits, self, g_ptr_array_index (known, j));
      if (i < 64 && known != NULL && known->len > 0)
        keys->known |= G_GUINT64_CONSTANT (1) << i;
    }
}

/* Who waits for a decision is not the one, where somebody else is. */
static void
prefer_certain (DitesPlan *self,
                Hits      *hits)
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

static void
remember_keys (Search     *search,
               const Keys *keys,
               guint32     subject)
{
  for (guint i = 0; i < keys->n_sure; i++)
    {
      const char *key = g_ptr_array_index (keys->keys, i);

      /* Whom the store leads to need not be remembered, and must not be somebody doubtful. */
      if (i < 64 && keys->known & (G_GUINT64_CONSTANT (1) << i))
        continue;
      if (!g_hash_table_contains (search->by_key, key))
        g_hash_table_insert (search->by_key, g_string_chunk_insert (search->texts, key), GUINT_TO_POINTER (subject + 1));
    }
}

static void
remember_names (Search     *search,
                const Keys *keys,
                guint32     subject)
{
  for (guint i = keys->n_sure; i < keys->keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys->keys, i);
      gpointer    stored_key = NULL, last = NULL;
      Namesake    namesake = { subject, 0 };

      if (g_hash_table_lookup_extended (search->by_name, key, &stored_key, &last))
        namesake.next = GPOINTER_TO_UINT (last);
      else
        stored_key = g_string_chunk_insert (search->texts, key);

      if (namesake.next > 0 && g_array_index (search->namesakes, Namesake, namesake.next - 1).subject == subject)
        continue;
      g_array_append_val (search->namesakes, namesake);
      g_hash_table_insert (search->by_name, stored_key, GUINT_TO_POINTER (search->namesakes->len));
    }
}

/* What two say together, the first of whom is right. */
static DitesDocument *
merge_said (DitesPlan     *self,
            DitesDocument *first,
            DitesDocument *second)
{
  if (first == NULL || second == NULL)
    return g_object_ref (first != NULL ? first : second);

  return dites_plan_merge_rows (self->kind, first, second, NULL, NULL);
}

/* Gives all rows of a subject to another one; what they say is always said in the order of the list. */
static void
join_subjects (DitesPlan *self,
               guint32    from,
               guint32    to)
{
  DitesPlanSubject *source = dites_plan_get_subject (self, from);
  DitesPlanSubject *target = dites_plan_get_subject (self, to);
  g_autoptr (DitesDocument) said = NULL;

  if (target->first == DITES_NO_INDEX || target->last < source->first)
    said = merge_said (self, target->said, source->said);
  else if (source->last < target->first)
    said = merge_said (self, source->said, target->said);

  dites_plan_join_rows (self, from, to);
  for (guint32 row = said == NULL ? target->first : DITES_NO_INDEX; row != DITES_NO_INDEX; row = self->entries[row].next)
    {
      g_autoptr (DitesDocument) before = g_steal_pointer (&said);

      said = merge_said (self, before, self->drafts[row]);
    }

  g_set_object (&target->said, said);
  g_clear_object (&source->said);
}

/* Gives a row to a subject, which may have rows further down already. */
static void
add_row (DitesPlan *self,
         guint32    subject,
         guint32    row)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  g_autoptr (DitesDocument) said = NULL;
  guint32 single;

  if (found->first == DITES_NO_INDEX || found->last < row)
    {
      said = merge_said (self, found->said, self->drafts[row]);
      g_set_object (&found->said, said);
      dites_plan_append_row (self, subject, row);
      return;
    }

  single = dites_plan_add_subject (self);
  dites_plan_append_row (self, single, row);
  g_set_object (&dites_plan_get_subject (self, single)->said, self->drafts[row]);
  join_subjects (self, single, subject);
}

/* What a subject becomes: what is known of it, and what its rows say. */
static DitesDocument *
merge_all (DitesPlan     *self,
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

/* Whether two documents that share a sure key are about two people after all. */
static gboolean
contradicts (DitesPlan     *self,
             const Keys    *keys,
             DitesDocument *draft,
             DitesDocument *other,
             gboolean       of_list)
{
  g_auto (Keys) others = { NULL };
  guint n_stronger;

  get_keys (self->kind, other, &others);
  /* Only what proves more than the key that they share: a name after marriage is none. */
  for (n_stronger = 0; n_stronger < keys->n_sure; n_stronger++)
    {
      if (g_ptr_array_find_with_equal_func (others.keys, g_ptr_array_index (keys->keys, n_stronger), g_str_equal, NULL))
        break;
    }

  return dites_plan_have_other_names (draft, other, of_list) || have_other_values (draft, other, "birth_date") ||
         are_apart (self->kind, keys, &others, TRUE, n_stronger);
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

/* The same, with a subject: with what it becomes, and with what its rows say. */
static gboolean
contradicts_subject (DitesPlan     *self,
                     const Keys    *keys,
                     DitesDocument *draft,
                     guint32        subject)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  g_autoptr (DitesDocument) all = merge_all (self, found->base, found->said);

  return contradicts (self, keys, draft, all, found->base == NULL) ||
         (found->said != NULL && found->base != NULL &&
          (have_other_names_in_list (found->base, found->said, draft) ||
           have_other_values (draft, found->said, "birth_date")));
}

static guint32
get_subject_of_hit (DitesPlan *self,
                    Hits      *hits)
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
add_doubtful (DitesPlan *self,
              Hits      *hits)
{
  guint32 subject = dites_plan_add_subject (self);

  for (guint i = 0; i < hits->subjects->len; i++)
    {
      guint32 other = g_array_index (hits->subjects, guint32, i);

      add_candidate (dites_plan_get_subject (self, subject), get_reference (self, other), other);
    }
  for (guint i = 0; i < hits->documents->len; i++)
    add_candidate (dites_plan_get_subject (self, subject), g_ptr_array_index (hits->documents, i), DITES_NO_INDEX);

  return subject;
}

static gboolean
has_key (const Keys *keys,
         const char *key)
{
  return g_ptr_array_find_with_equal_func (keys->keys, key, g_str_equal, NULL);
}

/* A row may give somebody known what identifies somebody else: an address leads to the one, and with the row’s
 * date of birth the name would lead to the other. Adds the other to @hits. */
static gboolean
find_collisions (Search        *search,
                 const Keys    *row_keys,
                 DitesDocument *draft,
                 Hits          *hits)
{
  DitesPlan *self = search->plan;
  guint32    subject = hits->subjects->len > 0 ? g_array_index (hits->subjects, guint32, 0) : DITES_NO_INDEX;
  g_autoptr (DitesDocument) before = NULL;
  g_autoptr (DitesDocument) after = NULL;
  g_auto (Keys) old_keys = { NULL };
  g_auto (Keys) new_keys = { NULL };

  if (subject == DITES_NO_INDEX)
    {
      before = g_object_ref (g_ptr_array_index (hits->documents, 0));
      after = dites_plan_merge_known (self->kind, before, draft);
    }
  else
    {
      const DitesPlanSubject *found = dites_plan_get_subject (self, subject);
      g_autoptr (DitesDocument) said = merge_said (self, found->said, draft);

      /* What a row further up says goes before this one. */
      before = merge_all (self, found->base, found->said);
      after = merge_all (self, found->base, said);
    }
  if (after == NULL)
    return FALSE;

  get_keys (self->kind, before, &old_keys);
  get_keys (self->kind, after, &new_keys);
  for (guint i = 0; i < new_keys.n_sure; i++)
    {
      const char *key = g_ptr_array_index (new_keys.keys, i);
      guint       owner = GPOINTER_TO_UINT (g_hash_table_lookup (search->by_key, key));
      g_autoptr (GPtrArray) known = NULL;

      if (has_key (row_keys, key) || has_key (&old_keys, key))
        continue;
      if (owner > 0)
        owner = dites_plan_get_effective (self, owner - 1) + 1;
      if (owner > 0 && owner - 1 != subject && dites_plan_get_subject (self, owner - 1)->base != NULL)
        add_hit_subject (hits, owner - 1);

      known = self->known->find (self->kind->name, key, self->known->user_data);
      for (guint j = 0; known != NULL && j < known->len; j++)
        add_hit_document (hits, self, g_ptr_array_index (known, j));
    }

  return hits->subjects->len + hits->documents->len > 1;
}

/* The text of a key as the table holds it. */
static const char *
get_stored_key (Search     *search,
                const char *key)
{
  gpointer stored = NULL;

  g_hash_table_lookup_extended (search->by_key, key, &stored, NULL);

  return stored;
}

/* One key of what a subject becomes: whoever has it is the same, or wants a decision. */
static gboolean
claim_key (Search     *search,
           guint32     subject,
           const char *key)
{
  DitesPlan        *self = search->plan;
  guint32           owner = GPOINTER_TO_UINT (g_hash_table_lookup (search->by_key, key));
  DitesPlanSubject *other;
  g_auto (Keys) keys = { NULL };

  if (owner == 0)
    {
      g_hash_table_insert (search->by_key, g_string_chunk_insert (search->texts, key), GUINT_TO_POINTER (subject + 1));
      return FALSE;
    }

  owner = dites_plan_get_effective (self, owner - 1);
  other = dites_plan_get_subject (self, owner);
  if (other->doubtful)
    g_hash_table_insert (search->by_key, (gpointer) get_stored_key (search, key), GUINT_TO_POINTER (subject + 1));
  if (owner == subject || other->doubtful || other->base != NULL || other->first == DITES_NO_INDEX)
    return FALSE;

  get_row_keys (self->kind, other->said, &keys);
  if (contradicts_subject (self, &keys, other->said, subject))
    add_candidate (other, get_reference (self, subject), subject);
  else
    join_subjects (self, owner, subject);

  return TRUE;
}

/* Two rows may be known to be one by a third: what their subject becomes has keys that none of them has. */
static gboolean
claim_keys (Search *search,
            guint32 subject)
{
  DitesPlan        *self = search->plan;
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  g_autoptr (DitesDocument) all = NULL;
  g_auto (Keys) keys = { NULL };
  gboolean again = FALSE;

  if (found->doubtful || found->first == DITES_NO_INDEX || (found->base == NULL && found->first == found->last))
    return FALSE;

  all = merge_all (self, found->base, found->said);
  /* The store leads to what it knows already. */
  if (all == found->base)
    return FALSE;

  get_keys (self->kind, all, &keys);
  for (guint i = 0; i < keys.n_sure; i++)
    again = claim_key (search, subject, g_ptr_array_index (keys.keys, i)) || again;

  return again;
}

/* A doubtful subject whose candidates have turned out to be one is that one, unless it contradicts it. */
static gboolean
reconsider (DitesPlan *self,
            guint32    subject)
{
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  guint32           only = DITES_NO_INDEX;
  g_auto (Keys) keys = { NULL };

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
  get_row_keys (self->kind, found->said, &keys);
  if (contradicts_subject (self, &keys, found->said, only))
    return FALSE;

  found->doubtful = FALSE;
  join_subjects (self, subject, only);

  return TRUE;
}

static void
consolidate (Search *search)
{
  DitesPlan *self = search->plan;
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
            again = claim_keys (search, i) || again;
        }
    }
}

/* What a known person is called by a row only, and by nobody before. */
static gboolean
gives_new_name (DitesPlan     *self,
                DitesDocument *draft,
                Hits          *hits)
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
find_same_text (Search     *search,
                const Keys *keys,
                guint32     row,
                guint32    *subject)
{
  const char *text = dites_document_get_text (search->plan->drafts[row], NULL);
  gpointer    first;

  if (keys->n_sure > 0)
    return FALSE;
  if (!g_hash_table_lookup_extended (search->by_text, text, NULL, &first))
    {
      g_hash_table_insert (search->by_text, (gpointer) text, GUINT_TO_POINTER (row));
      return FALSE;
    }

  *subject = dites_plan_get_effective (search->plan, search->plan->entries[GPOINTER_TO_UINT (first)].subject);

  return TRUE;
}

/* The first time: by what proves identity. Rows that give somebody known a new name wait for those that call
 * them what they are called: else it would depend on their order whose name is followed. */
static void
identify_row (Search *search,
              guint32 row,
              GArray *later)
{
  DitesPlan     *self = search->plan;
  DitesDocument *draft = self->drafts[row];
  g_auto (Keys) keys = { NULL };
  g_autoptr (GArray) subjects = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  Hits    hits = { subjects, documents };
  guint   n_hits;
  guint32 subject;

  get_row_keys (self->kind, draft, &keys);
  if (find_same_text (search, &keys, row, &subject))
    {
      add_row (self, subject, row);
      return;
    }

  find_hits (search, &keys, &hits);
  prefer_certain (self, &hits);
  n_hits = subjects->len + documents->len;
  if (n_hits == 1 && later != NULL && gives_new_name (self, draft, &hits))
    {
      g_array_append_val (later, row);
      return;
    }

  if (n_hits == 0)
    subject = dites_plan_add_subject (self);
  else if (n_hits > 1 ||
           (subjects->len > 0
              ? contradicts_subject (self, &keys, draft, g_array_index (subjects, guint32, 0))
              : contradicts (self, &keys, draft, g_ptr_array_index (documents, 0), FALSE)))
    subject = add_doubtful (self, &hits);
  else if (find_collisions (search, &keys, draft, &hits))
    subject = add_doubtful (self, &hits);
  else
    subject = get_subject_of_hit (self, &hits);

  add_row (self, subject, row);
  remember_keys (search, &keys, subject);
  remember_names (search, &keys, subject);
  claim_keys (search, subject);
}

/* Whether something sure tells somebody apart from a subject: from what is known of it, and what its rows say. */
static gboolean
is_apart_from_subject (DitesPlan              *self,
                       const Keys             *keys,
                       const DitesPlanSubject *subject)
{
  g_autoptr (DitesDocument) all = merge_all (self, subject->base, subject->said);
  g_auto (Keys) all_keys = { NULL };

  get_row_keys (self->kind, all, &all_keys);

  return are_apart (self->kind, keys, &all_keys, FALSE, G_MAXUINT);
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
          if (!has_index (seen, other))
            g_array_append_val (seen, other);
        }
    }

  return FALSE;
}

/* Compares with somebody of the same name who has a row in the list too. */
static void
meet_namesake (Search     *search,
               guint32     subject,
               guint32     other,
               const Keys *keys)
{
  DitesPlan        *self = search->plan;
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  DitesPlanSubject *namesake = dites_plan_get_subject (self, other);

  if (namesake->first == DITES_NO_INDEX)
    return;
  /* Of two that are nobody’s yet, the one further up comes first. */
  if (namesake->base == NULL && namesake->first > found->first)
    return;
  if (is_apart_from_subject (self, keys, namesake))
    return;
  /* The same question is not asked twice. */
  if (namesake->doubtful && may_become (self, other, subject))
    return;

  add_candidate (found, get_reference (self, other), other);
}

/* Compares with somebody of the same name whom the store knows. */
static void
meet_known (Search        *search,
            guint32        subject,
            DitesDocument *known,
            const Keys    *keys)
{
  DitesPlan *self = search->plan;
  gpointer   other;
  g_auto (Keys) known_keys = { NULL };

  if (g_hash_table_lookup_extended (self->by_base, dites_document_get_id (known), NULL, &other))
    {
      if (GPOINTER_TO_UINT (other) != subject)
        meet_namesake (search, subject, GPOINTER_TO_UINT (other), keys);
      return;
    }

  get_keys (self->kind, known, &known_keys);
  if (!are_apart (self->kind, keys, &known_keys, TRUE, G_MAXUINT))
    add_candidate (dites_plan_get_subject (self, subject), known, DITES_NO_INDEX);
}

/* The second time: by what suggests identity. */
static void
suggest (Search *search,
         guint32 subject)
{
  DitesPlan        *self = search->plan;
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  g_auto (Keys) keys = { NULL };

  get_row_keys (self->kind, self->drafts[found->first], &keys);
  for (guint i = keys.n_sure; i < keys.keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys.keys, i);
      guint       node = GPOINTER_TO_UINT (g_hash_table_lookup (search->by_name, key));
      g_autoptr (GPtrArray) known = NULL;

      for (guint n = 0; node > 0 && n < MAX_NAMESAKES; n++)
        {
          Namesake namesake = g_array_index (search->namesakes, Namesake, node - 1);

          if (namesake.subject != subject)
            meet_namesake (search, subject, namesake.subject, &keys);
          node = namesake.next;
        }

      known = self->known->find (self->kind->name, key, self->known->user_data);
      for (guint j = 0; known != NULL && j < known->len; j++)
        meet_known (search, subject, g_ptr_array_index (known, j), &keys);
    }
}

/* The id that the subject has when it is new: that of its strongest key, unless somebody else has it. */
static void
choose_id (Search *search,
           guint32 subject)
{
  DitesPlan        *self = search->plan;
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  g_auto (Keys) keys = { NULL };
  const char *key;

  get_row_keys (self->kind, found->said, &keys);
  key = g_ptr_array_index (keys.keys, 0);

  for (guint n = 1;; n++)
    {
      g_autofree char *identity = n == 1 ? g_strdup (key) : g_strdup_printf ("%s#%u", key, n);
      g_autofree char *id = dites_document_derived_id (self->kind->name, identity);
      g_autoptr (DitesDocument) known = NULL;
      g_auto (Keys) known_keys = { NULL };

      if (g_hash_table_contains (search->ids, id))
        continue;
      known = self->known->get (id, self->known->user_data);
      if (known == NULL)
        {
          found->id = g_strdup (id);
          g_hash_table_add (search->ids, g_steal_pointer (&id));
          return;
        }

      /* Whoever once was imported under this key, and has another one since, may be meant. */
      get_keys (self->kind, known, &known_keys);
      if (n == 1 && !g_hash_table_contains (self->by_base, id) && !are_apart (self->kind, &keys, &known_keys, TRUE, G_MAXUINT))
        add_candidate (found, known, DITES_NO_INDEX);
    }
}

/* A doubtful row that says nothing new about one of its candidates is that one: nothing is written. */
static void
settle_doubtful (Search *search,
                 guint32 subject)
{
  DitesPlan        *self = search->plan;
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);

  for (guint i = 0; i < found->candidates->len; i++)
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
          join_subjects (self, subject, target);
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

/* Nobody can be a row that was refused. */
static gboolean
drop_refused (DitesPlan        *self,
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

static gboolean
identify_all (Search                 *search,
              const DitesPlanOptions *options,
              GCancellable           *cancellable,
              GError                **error)
{
  DitesPlan *self = search->plan;
  g_autoptr (GArray) later = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_subjects;

  for (guint32 row = 0; row < self->n_rows; row++)
    {
      self->drafts[row] = dites_plan_reader_read_own (self->reader, row);
      identify_row (search, row, later);
      if (!go_on (options, cancellable, row, self->n_rows, 0, 0.4, error))
        return FALSE;
    }

  consolidate (search);
  for (guint i = 0; i < later->len; i++)
    identify_row (search, g_array_index (later, guint32, i), NULL);
  if (later->len > 0)
    consolidate (search);
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

      if (subject->doubtful && !drop_refused (self, subject))
        check_required (self, i);
      if (subject->base == NULL && !subject->doubtful && subject->first != DITES_NO_INDEX)
        suggest (search, i);
      if (subject->base == NULL && subject->first != DITES_NO_INDEX)
        choose_id (search, i);
      if (!go_on (options, cancellable, i, n_subjects, 0.4, 0.5, error))
        return FALSE;
    }

  for (guint32 i = 0; i < n_subjects; i++)
    {
      if (dites_plan_get_subject (self, i)->doubtful)
        settle_doubtful (search, i);
    }

  return TRUE;
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
  g_autoptr (GStringChunk) texts = g_string_chunk_new (64 * 1024);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_text = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) namesakes = g_array_new (FALSE, FALSE, sizeof (Namesake));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { self, texts, by_key, by_name, by_text, namesakes, ids };

  if (!identify_all (&search, options, cancellable, error))
    return FALSE;

  return evaluate_all (self, options, cancellable, error);
}
