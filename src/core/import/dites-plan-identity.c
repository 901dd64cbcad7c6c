/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "dites-fold.h"
#include "dites-plan-merge.h"
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

/* Rows between two looks at the cancellable. */
#define CHUNK 512

typedef struct
{
  GPtrArray *keys;
  guint      n_sure;
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

static char *
dup_folded (DitesDocument *document,
            const char    *member)
{
  g_autofree char *text = dites_document_dup_string (document, member);

  return dites_fold_name (text);
}

/* “Anne” and “Anne Laure”, “Camile” and “Camille”: one may be the other, not so “Anne” and “Zoé”. */
static gboolean
are_like (const char *a,
          const char *b)
{
  gsize begin = 0, end_a = strlen (a), end_b = strlen (b);
  gsize length = MIN (end_a, end_b);

  while (begin < length && a[begin] == b[begin])
    begin++;
  if (begin == length && (a[begin] == '\0' || b[begin] == '\0') && length > 0 &&
      (a[begin] == b[begin] || a[begin] == ' ' || b[begin] == ' ' || end_a - begin + end_b - begin <= 2))
    return TRUE;
  while (end_a > begin && end_b > begin && a[end_a - 1] == b[end_b - 1])
    {
      end_a--;
      end_b--;
    }

  return length >= 4 && end_a - begin <= 2 && end_b - begin <= 2;
}

/* Whether two documents that share a key are about people of other names: an address that several use. */
static gboolean
have_other_names (DitesDocument *a,
                  DitesDocument *b)
{
  g_autofree char *first_a = dup_folded (a, "first_name");
  g_autofree char *first_b = dup_folded (b, "first_name");
  g_autofree char *family_a = dup_folded (a, "family_name");
  g_autofree char *family_b = dup_folded (b, "family_name");
  g_autofree char *usual_b = NULL;

  if (*first_a != '\0' && *first_b != '\0')
    /* The names may stand in each other’s place. */
    return !are_like (first_a, first_b) && !(are_like (first_a, family_b) && are_like (first_b, family_a));
  if (*family_a == '\0' || *family_b == '\0')
    return FALSE;

  usual_b = dup_folded (b, "usual_name");

  return !are_like (family_a, family_b) && !are_like (family_a, usual_b);
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

  return found->base != NULL ? found->base : self->drafts[found->first];
}

/* What a row leads to by its sure keys: subjects, and documents that are no subject yet. */
typedef struct
{
  GArray    *subjects; /* of guint32 */
  GPtrArray *documents;
} Hits;

static void
add_hit_subject (Hits   *hits,
                 guint32 subject)
{
  for (guint i = 0; i < hits->subjects->len; i++)
    {
      if (g_array_index (hits->subjects, guint32, i) == subject)
        return;
    }
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
      add_hit_subject (hits, GPOINTER_TO_UINT (subject));
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
find_hits (Search     *search,
           const Keys *keys,
           Hits       *hits)
{
  DitesPlan *self = search->plan;

  for (guint i = 0; i < keys->n_sure; i++)
    {
      const char *key = g_ptr_array_index (keys->keys, i);
      guint       subject = GPOINTER_TO_UINT (g_hash_table_lookup (search->by_key, key));
      g_autoptr (GPtrArray) known = NULL;

      if (subject > 0)
        add_hit_subject (hits, subject - 1);

      if (g_str_has_prefix (key, "content:"))
        {
          g_autofree char *id = dites_document_derived_id (self->kind->name, key);
          g_autoptr (DitesDocument) document = self->known->get (id, self->known->user_data);

          if (document != NULL)
            add_hit_document (hits, self, document);
          continue;
        }

      known = self->known->find (self->kind->name, key, self->known->user_data);
      for (guint j = 0; known != NULL && j < known->len; j++)
        add_hit_document (hits, self, g_ptr_array_index (known, j));
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

/* Whether the only thing that a row leads to can be its subject after all. */
static gboolean
contradicts (DitesPlan     *self,
             const Keys    *keys,
             DitesDocument *draft,
             DitesDocument *reference)
{
  g_auto (Keys) others = { NULL };
  guint n_stronger;

  get_keys (self->kind, reference, &others);

  /* Only what proves more than the key that they share: a corrected date of birth is none. */
  for (n_stronger = 0; n_stronger < keys->n_sure; n_stronger++)
    {
      if (g_ptr_array_find_with_equal_func (others.keys, g_ptr_array_index (keys->keys, n_stronger), g_str_equal, NULL))
        break;
    }

  return have_other_names (draft, reference) || are_apart (self->kind, keys, &others, TRUE, n_stronger);
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

/* The first time: by what proves identity. */
static void
identify_row (Search *search,
              guint32 row)
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
  find_hits (search, &keys, &hits);
  n_hits = subjects->len + documents->len;

  if (n_hits == 0)
    subject = dites_plan_add_subject (self);
  else if (n_hits > 1 ||
           contradicts (self, &keys, draft,
                        subjects->len > 0 ? get_reference (self, g_array_index (subjects, guint32, 0))
                                          : g_ptr_array_index (documents, 0)))
    subject = add_doubtful (self, &hits);
  else
    subject = get_subject_of_hit (self, &hits);

  dites_plan_append_row (self, subject, row);
  remember_keys (search, &keys, subject);
  remember_names (search, &keys, subject);
}

/* Compares with somebody of the same name who has a row in the list too. */
static gboolean
meet_namesake (Search     *search,
               guint32     subject,
               guint32     other,
               const Keys *keys)
{
  DitesPlan        *self = search->plan;
  DitesPlanSubject *found = dites_plan_get_subject (self, subject);
  DitesPlanSubject *namesake = dites_plan_get_subject (self, other);
  DitesDocument    *draft = self->drafts[found->first];
  g_auto (Keys) row_keys = { NULL };
  g_auto (Keys) base_keys = { NULL };

  if (namesake->first == DITES_NO_INDEX)
    return FALSE;
  /* Of two that are nobody’s yet, the one further up comes first. */
  if (namesake->base == NULL && namesake->first > found->first)
    return FALSE;

  get_row_keys (self->kind, self->drafts[namesake->first], &row_keys);
  if (are_apart (self->kind, keys, &row_keys, FALSE, G_MAXUINT))
    return FALSE;
  if (namesake->base != NULL)
    {
      get_keys (self->kind, namesake->base, &base_keys);
      if (are_apart (self->kind, keys, &base_keys, FALSE, G_MAXUINT))
        return FALSE;
    }
  else if (keys->n_sure == 0 && row_keys.n_sure == 0 && !namesake->doubtful &&
           dites_document_equal (draft, self->drafts[namesake->first]))
    {
      dites_plan_join_rows (self, subject, other);
      return TRUE;
    }

  add_candidate (found, get_reference (self, other), other);

  return FALSE;
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

          if (namesake.subject != subject && meet_namesake (search, subject, namesake.subject, &keys))
            return;
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
  DitesDocument    *draft = self->drafts[found->first];
  g_autoptr (DitesDocument) all = NULL;
  g_auto (Keys) keys = { NULL };
  const char *key;

  for (guint32 row = self->entries[found->first].next; row != DITES_NO_INDEX; row = self->entries[row].next)
    {
      DitesDocument *merged = dites_plan_merge_rows (self->kind, all != NULL ? all : draft, self->drafts[row], NULL, NULL);

      g_clear_object (&all);
      all = merged;
    }
  get_row_keys (self->kind, all != NULL ? all : draft, &keys);
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
      gboolean                  known = candidate->subject == DITES_NO_INDEX ||
                       dites_plan_get_subject (self, candidate->subject)->base != NULL;
      const char *id = dites_document_get_id (candidate->document);
      gpointer    owner;

      if (!known || !dites_plan_changes_nothing (self, found, candidate->document))
        continue;

      found->doubtful = FALSE;
      if (g_hash_table_lookup_extended (self->by_base, id, NULL, &owner))
        {
          dites_plan_join_rows (self, subject, GPOINTER_TO_UINT (owner));
        }
      else
        {
          found->base = g_object_ref (candidate->document);
          g_hash_table_insert (self->by_base, g_strdup (id), GUINT_TO_POINTER (subject));
        }
      return;
    }

  dites_plan_prefetch (self, found);
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
  guint      n_subjects;

  for (guint32 row = 0; row < self->n_rows; row++)
    {
      self->drafts[row] = dites_plan_reader_read_own (self->reader, row);
      identify_row (search, row);
      if (!go_on (options, cancellable, row, self->n_rows, 0, 0.4, error))
        return FALSE;
    }

  n_subjects = self->subjects->len;
  for (guint32 i = 0; i < n_subjects; i++)
    {
      DitesPlanSubject *subject = dites_plan_get_subject (self, i);

      if (subject->base == NULL && !subject->doubtful)
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
  g_autoptr (GArray) namesakes = g_array_new (FALSE, FALSE, sizeof (Namesake));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { self, texts, by_key, by_name, namesakes, ids };

  if (!identify_all (&search, options, cancellable, error))
    return FALSE;

  return evaluate_all (self, options, cancellable, error);
}
