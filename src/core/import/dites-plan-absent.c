/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "dites-fold.h"
#include "dites-plan-private.h"

/* People whom an earlier version of a list placed, and whom this one does not name.
 *
 * A list says nothing of those whom it never was about, so nobody is taken for absent unless
 * the two lists are surely versions of one: the caller gives only lists with the same header
 * about the same semester, most of those whom the other placed are named again, and every
 * line could be read. Whoever a row may be about is named, and so is whoever is called as
 * somebody in the list: one person may be known twice. */

/* Longer lists are no lists of one semester in the Gers. */
#define MAX_PLACED 2000

static void
absent_free (gpointer data)
{
  DitesPlanAbsent *absent = data;

  g_clear_object (&absent->placement);
  g_free (absent->title);
  g_free (absent->where);
  g_free (absent);
}

static gboolean
is_placed (DitesDocument *placement)
{
  return dites_document_get (placement, "sites", NULL) || dites_document_get (placement, "stage_type", NULL);
}

/* Whoever broke off, ended or never came was dealt with before. */
static gboolean
is_expected (DitesDocument *placement)
{
  static const char *const gone[] = { "interrupted", "ended", "cancelled", NULL };
  g_autofree char         *state = dites_document_dup_string (placement, "state");

  return state == NULL || !g_strv_contains (gone, state);
}

static gboolean
is_of (DitesDocument *placement,
       DitesDocument *semester)
{
  g_autofree char *id = dites_document_dup_string (placement, "semester");

  return g_strcmp0 (id, dites_document_get_id (semester)) == 0;
}

static gboolean
is_readable (DitesPlan *self)
{
  if (dites_list_table_get_n_problems (self->table) > 0)
    return FALSE;

  for (guint32 row = 0; row < self->n_rows; row++)
    {
      if (self->entries[row].subject == DITES_NO_INDEX)
        return FALSE;
    }

  return TRUE;
}

static void
add_name (DitesPlan     *self,
          GHashTable    *named,
          DitesDocument *document)
{
  g_autofree char *title = dites_kind_title (self->kind, document, NULL, NULL);

  g_hash_table_add (named, dites_fold_words (title));
}

/* Ids, and names as they are folded. */
static GHashTable *
collect_named (DitesPlan *self)
{
  GHashTable *named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 i = 0; i < self->subjects->len; i++)
    {
      const DitesPlanSubject *subject = dites_plan_get_subject (self, i);

      if (subject->id != NULL)
        g_hash_table_add (named, g_strdup (subject->id));
      if (subject->base != NULL)
        g_hash_table_add (named, g_strdup (dites_document_get_id (subject->base)));
      if (subject->base != NULL)
        add_name (self, named, subject->base);
      if (subject->document != NULL)
        add_name (self, named, subject->document);
      for (guint j = 0; subject->candidates != NULL && j < subject->candidates->len; j++)
        {
          const DitesPlanCandidate *candidate = g_ptr_array_index (subject->candidates, j);

          if (candidate->document != NULL)
            g_hash_table_add (named, g_strdup (dites_document_get_id (candidate->document)));
        }
    }

  return named;
}

static char *
dup_where (const DitesKind  *kind,
           DitesDocument    *placement,
           const DitesKnown *known)
{
  static const char *const members[] = { "stage_type", "sites" };
  GString                 *where = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const DitesField *field = dites_kind_get_field (kind, members[i]);
      g_autofree char  *text = dites_field_format (field, placement, known->title_of, known->user_data);

      if (text == NULL || *text == '\0')
        continue;
      if (where->len > 0)
        g_string_append (where, " · ");
      g_string_append (where, text);
    }

  return g_string_free_and_steal (where);
}

static DitesPlanAbsent *
absent_new (const DitesKind  *kind,
            DitesDocument    *placement,
            const char       *person,
            const DitesKnown *known)
{
  DitesPlanAbsent *absent = g_new0 (DitesPlanAbsent, 1);

  absent->placement = g_object_ref (placement);
  absent->title = known->title_of != NULL ? known->title_of (person, known->user_data) : NULL;
  if (absent->title == NULL)
    absent->title = g_strdup (person);
  absent->where = dup_where (kind, placement, known);

  return absent;
}

static gboolean
is_named (GHashTable       *named,
          const char       *person,
          const DitesKnown *known)
{
  g_autofree char *title = NULL;
  g_autofree char *folded = NULL;

  if (g_hash_table_contains (named, person))
    return TRUE;

  title = known->title_of != NULL ? known->title_of (person, known->user_data) : NULL;
  folded = title != NULL ? dites_fold_words (title) : NULL;

  return folded != NULL && g_hash_table_contains (named, folded);
}

/* Gives those who are absent if @earlier is an earlier version of the list, which says how many it names. */
static GPtrArray *
compare_with (DitesPlan         *self,
              const char *const *earlier,
              GHashTable        *named,
              const DitesKnown  *known,
              guint             *n_named)
{
  g_autoptr (GPtrArray) absents = g_ptr_array_new_with_free_func (absent_free);
  guint n_absent;

  *n_named = 0;
  for (gsize i = 0; earlier[i] != NULL; i++)
    {
      g_autoptr (DitesDocument) placement = known->get (earlier[i], known->user_data);
      g_autofree char *person = placement != NULL ? dites_document_dup_string (placement, "intern") : NULL;

      if (person == NULL || strcmp (dites_document_get_kind (placement), self->companion->name) != 0 ||
          !is_of (placement, dites_plan_get_semester (self)))
        continue;
      if (is_named (named, person, known))
        (*n_named)++;
      else if (is_expected (placement) && is_placed (placement))
        g_ptr_array_add (absents, absent_new (self->companion, placement, person, known));
    }

  n_absent = absents->len;
  if (*n_named <= n_absent || n_absent > MAX (1, (*n_named + n_absent) / 4))
    return NULL;

  return g_steal_pointer (&absents);
}

/**
 * dites_plan_look_for_absent:
 * @self: a plan that nobody has yet
 * @earlier: (element-type GStrv): for each list with the same header about the same
 *   semester, what dites_plan_dup_placed() gave
 * @known: what the store knows
 *
 * Finds out whether one of these lists is an earlier version of this one, and who
 * was placed by it and is named no more. In doubt that is nobody.
 */
void
dites_plan_look_for_absent (DitesPlan        *self,
                            GPtrArray        *earlier,
                            const DitesKnown *known)
{
  g_autoptr (GHashTable) named = NULL;
  guint most = 0;

  g_return_if_fail (DITES_IS_PLAN (self));

  if (earlier->len == 0 || self->companion == NULL || dites_plan_get_semester (self) == NULL || !is_readable (self))
    return;

  named = collect_named (self);
  for (guint i = 0; i < earlier->len; i++)
    {
      guint n_named;
      g_autoptr (GPtrArray) absents = compare_with (self, earlier->pdata[i], named, known, &n_named);

      if (absents == NULL || n_named <= most)
        continue;
      most = n_named;
      g_clear_pointer (&self->absents, g_ptr_array_unref);
      self->absents = g_steal_pointer (&absents);
      g_strfreev (self->earlier);
      self->earlier = g_strdupv (earlier->pdata[i]);
    }
}

/**
 * dites_plan_dup_placed:
 * @self: a plan that was written
 *
 * Returns: (transfer full) (nullable): the ids of the placements that the list or an
 *   earlier version of it is about, for dites_plan_look_for_absent() of a later one;
 *   %NULL if it is not about one semester, or about too many
 */
char **
dites_plan_dup_placed (DitesPlan *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       id;

  g_return_val_if_fail (DITES_IS_PLAN (self), NULL);

  if (self->companion == NULL || dites_plan_get_semester (self) == NULL || self->subjects->len > MAX_PLACED)
    return NULL;

  dites_plan_settle (self);
  for (guint32 i = 0; i < self->subjects->len; i++)
    {
      const DitesPlanSubject *subject = dites_plan_get_subject (self, i);

      for (guint j = 0; j < subject->n_parts; j++)
        {
          DitesDocument *placement = subject->parts[j].document != NULL ? subject->parts[j].document : subject->parts[j].base;

          if (placement != NULL && is_placed (placement) && is_of (placement, dites_plan_get_semester (self)))
            g_hash_table_add (seen, g_strdup (dites_document_get_id (placement)));
        }
    }
  if (g_hash_table_size (seen) == 0)
    return NULL;

  for (gsize i = 0; self->earlier != NULL && self->earlier[i] != NULL; i++)
    g_hash_table_add (seen, g_strdup (self->earlier[i]));
  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_strv_builder_add (builder, id);

  return g_strv_builder_end (builder);
}

/**
 * dites_plan_get_n_absent:
 * @self: a plan
 *
 * Returns: how many people an earlier version of the list placed whom this one does not name
 */
guint
dites_plan_get_n_absent (DitesPlan *self)
{
  g_return_val_if_fail (DITES_IS_PLAN (self), 0);

  return self->absents != NULL ? self->absents->len : 0;
}

/**
 * dites_plan_get_absent:
 * @self: a plan
 * @index: one of them
 *
 * Returns: (transfer none): who it is
 */
const DitesPlanAbsent *
dites_plan_get_absent (DitesPlan *self,
                       guint      index)
{
  g_return_val_if_fail (DITES_IS_PLAN (self), NULL);
  g_return_val_if_fail (index < dites_plan_get_n_absent (self), NULL);

  return g_ptr_array_index (self->absents, index);
}

/**
 * dites_plan_trash_absent:
 * @self: a plan
 * @index: one of those who are absent
 * @trashed: whether the import moves the placement to the trash, which it does not by itself
 */
void
dites_plan_trash_absent (DitesPlan *self,
                         guint      index,
                         gboolean   trashed)
{
  DitesPlanAbsent *absent;

  g_return_if_fail (DITES_IS_PLAN (self));
  g_return_if_fail (index < dites_plan_get_n_absent (self));

  absent = g_ptr_array_index (self->absents, index);
  if (absent->trashed == trashed)
    return;

  absent->trashed = trashed;
  dites_plan_subject_changed (self, DITES_NO_INDEX);
}

/**
 * dites_plan_get_n_trashed:
 * @self: a plan
 *
 * Returns: how many placements the import moves to the trash
 */
guint
dites_plan_get_n_trashed (DitesPlan *self)
{
  guint n = 0;

  g_return_val_if_fail (DITES_IS_PLAN (self), 0);

  for (guint i = 0; i < dites_plan_get_n_absent (self); i++)
    n += dites_plan_get_absent (self, i)->trashed;

  return n;
}

/* What was chosen for those who are absent stays for those who still are. */
void
dites_plan_carry_absent (DitesPlan *self,
                         DitesPlan *earlier)
{
  for (guint i = 0; i < dites_plan_get_n_absent (self); i++)
    {
      const char *id = dites_document_get_id (dites_plan_get_absent (self, i)->placement);

      for (guint j = 0; j < dites_plan_get_n_absent (earlier); j++)
        {
          const DitesPlanAbsent *theirs = dites_plan_get_absent (earlier, j);

          if (theirs->trashed && strcmp (dites_document_get_id (theirs->placement), id) == 0)
            dites_plan_trash_absent (self, i, TRUE);
        }
    }
}
