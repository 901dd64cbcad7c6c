/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan-known.h"

#include <string.h>

static void
index_document (PlanKnown     *self,
                DitesDocument *document)
{
  const char      *kind_name = dites_document_get_kind (document);
  const DitesKind *kind = dites_kind_get (kind_name);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if (kind != NULL)
    dites_kind_identify (kind, document, keys);
  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree char *key = g_strconcat (kind_name, " ", g_ptr_array_index (keys, i), NULL);
      GHashTable      *ids = g_hash_table_lookup (self->keys, key);

      if (ids == NULL)
        {
          ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          g_hash_table_insert (self->keys, g_steal_pointer (&key), ids);
        }
      g_hash_table_add (ids, g_strdup (dites_document_get_id (document)));
    }
}

static void
make_index (PlanKnown *self)
{
  GHashTableIter iter;
  gpointer       document;

  if (self->keys != NULL)
    return;

  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    index_document (self, document);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (dites_document_get_id (*(DitesDocument *const *) a), dites_document_get_id (*(DitesDocument *const *) b));
}

static GPtrArray *
find (const char *kind,
      const char *key,
      gpointer    user_data)
{
  PlanKnown       *self = user_data;
  g_autofree char *full = g_strconcat (kind, " ", key, NULL);
  GPtrArray       *found = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTable      *ids;
  GHashTableIter   iter;
  gpointer         id;

  make_index (self);
  ids = g_hash_table_lookup (self->keys, full);
  if (ids == NULL)
    return found;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (found, g_object_ref (g_hash_table_lookup (self->documents, id)));
  g_ptr_array_sort (found, compare_ids);

  return found;
}

static DitesDocument *
get (const char *id,
     gpointer    user_data)
{
  PlanKnown     *self = user_data;
  DitesDocument *document = g_hash_table_lookup (self->documents, id);

  return document != NULL ? g_object_ref (document) : NULL;
}

static GPtrArray *
list (const char *kind,
      gpointer    user_data)
{
  PlanKnown     *self = user_data;
  GPtrArray     *found = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer       document;

  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    {
      if (g_str_equal (dites_document_get_kind (document), kind))
        g_ptr_array_add (found, g_object_ref (document));
    }
  g_ptr_array_sort (found, compare_ids);

  return found;
}

static char *
title_of (const char *id,
          gpointer    user_data)
{
  PlanKnown       *self = user_data;
  DitesDocument   *document = g_hash_table_lookup (self->documents, id);
  const DitesKind *kind = document != NULL ? dites_kind_get (dites_document_get_kind (document)) : NULL;

  return kind != NULL ? dites_kind_title (kind, document, title_of, self) : NULL;
}

PlanKnown *
plan_known_new (void)
{
  PlanKnown *self = g_new0 (PlanKnown, 1);

  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->known = (DitesKnown) { find, get, list, title_of, self };

  return self;
}

PlanKnown *
plan_known_copy (PlanKnown *self)
{
  PlanKnown     *copy = plan_known_new ();
  GHashTableIter iter;
  gpointer       document;

  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    plan_known_put (copy, document);

  return copy;
}

void
plan_known_free (PlanKnown *self)
{
  g_hash_table_unref (self->documents);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_free (self);
}

void
plan_known_put (PlanKnown     *self,
                DitesDocument *document)
{
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_hash_table_replace (self->documents, g_strdup (dites_document_get_id (document)), g_object_ref (document));
}

void
plan_known_add (PlanKnown  *self,
                const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesDocument) document = dites_document_new_from_text (json, -1, &error);

  g_assert_no_error (error);
  plan_known_put (self, document);
}

DitesDocument *
plan_known_get (PlanKnown  *self,
                const char *id)
{
  return g_hash_table_lookup (self->documents, id);
}

GPtrArray *
plan_known_list (PlanKnown  *self,
                 const char *kind)
{
  return list (kind, self);
}

/* As the store would: what a change was made of must be what is there. */
void
plan_known_apply (PlanKnown      *self,
                  DitesChangeSet *changes)
{
  for (guint i = 0; i < dites_change_set_get_n (changes); i++)
    {
      const DitesChange *change = dites_change_set_get_change (changes, i);
      DitesDocument     *there;
      const char        *text;
      gsize              length;

      g_assert_nonnull (change->document);
      there = g_hash_table_lookup (self->documents, dites_document_get_id (change->document));
      g_assert_true ((there == NULL) == (change->base == NULL));
      if (there != NULL)
        g_assert_true (dites_document_equal (there, change->base));

      text = dites_document_get_text (change->document, &length);
      g_assert_true (dites_json_check (text, length, NULL));
      plan_known_put (self, change->document);
    }
}

/* What the plan did to its own kind: people added, and people for whom something was written. */
static PlanEffect
find_effect (PlanKnown       *before,
             PlanKnown       *after,
             const DitesKind *kind)
{
  const DitesKind *companion = dites_kind_get (kind->list_companion);
  g_autoptr (GHashTable) changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PlanEffect     effect = { 0 };
  GHashTableIter iter;
  gpointer       id, value;

  g_hash_table_iter_init (&iter, after->documents);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      DitesDocument *document = value;
      DitesDocument *old = g_hash_table_lookup (before->documents, id);

      if (old != NULL && dites_document_equal (old, document))
        continue;
      if (g_str_equal (dites_document_get_kind (document), kind->name))
        {
          effect.added += old == NULL;
          if (old != NULL)
            g_hash_table_add (changed, g_strdup (id));
        }
      else if (companion != NULL && g_str_equal (dites_document_get_kind (document), companion->name))
        {
          char *owner = dites_document_dup_string (document, kind->name);

          g_assert_nonnull (owner);
          g_assert_nonnull (g_hash_table_lookup (after->documents, owner));
          if (g_hash_table_contains (before->documents, owner))
            g_hash_table_add (changed, owner);
          else
            g_free (owner);
        }
    }
  effect.changed = g_hash_table_size (changed);

  return effect;
}

static void
check_references (PlanKnown     *store,
                  DitesDocument *document)
{
  const DitesKind *kind = dites_kind_get (dites_document_get_kind (document));

  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      g_auto (GStrv) ids = NULL;

      if (field->type != DITES_FIELD_REFERENCE)
        continue;
      ids = dites_document_dup_strings (document, field->name);
      for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
        g_assert_nonnull (g_hash_table_lookup (store->documents, ids[i]));
    }
}

/* The counts are those of the rows, and of what then happens; nothing dangles, nothing is written twice. */
void
plan_known_check (PlanKnown *before,
                  DitesPlan *plan)
{
  DitesPlanCounts counts = dites_plan_get_counts (plan);
  g_autoptr (DitesChangeSet) changes = dites_plan_get_changes (plan);
  g_autoptr (PlanKnown) after = plan_known_copy (before);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint      states[DITES_ROW_SKIPPED + 1] = { 0 };
  PlanEffect effect;

  g_assert_cmpuint (counts.read, ==, g_list_model_get_n_items (G_LIST_MODEL (plan)));
  g_assert_cmpuint (counts.added + counts.changed + counts.same + counts.doubtful + counts.refused + counts.skipped, ==, counts.read);

  for (guint i = 0; i < counts.read; i++)
    {
      g_autoptr (DitesPlanRow) row = dites_plan_get_row (plan, i);

      states[dites_plan_row_get_state (row)]++;
    }
  g_assert_cmpuint (states[DITES_ROW_NEW], ==, counts.added);
  g_assert_cmpuint (states[DITES_ROW_CHANGED], ==, counts.changed);
  g_assert_cmpuint (states[DITES_ROW_SAME] + states[DITES_ROW_MERGED], ==, counts.same);
  g_assert_cmpuint (states[DITES_ROW_DOUBTFUL], ==, counts.doubtful);
  g_assert_cmpuint (states[DITES_ROW_REFUSED], ==, counts.refused);
  g_assert_cmpuint (states[DITES_ROW_SKIPPED], ==, counts.skipped);

  for (guint i = 0; i < dites_change_set_get_n (changes); i++)
    g_assert_true (g_hash_table_add (seen, (gpointer) dites_document_get_id (dites_change_set_get_change (changes, i)->document)));

  plan_known_apply (after, changes);
  for (guint i = 0; i < dites_change_set_get_n (changes); i++)
    check_references (after, dites_change_set_get_change (changes, i)->document);

  effect = find_effect (before, after, dites_list_mapping_get_kind (dites_plan_get_mapping (plan)));
  g_assert_cmpuint (effect.added, ==, counts.added);
  g_assert_cmpuint (effect.changed, ==, counts.changed);
}

DitesListTable *
plan_table (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  DitesListOptions options = { NULL, FALSE, dites_list_count_headers };
  DitesListTable  *table = dites_list_table_read (bytes, &options, NULL, &error);

  g_assert_no_error (error);

  return table;
}

DitesPlan *
plan_text (PlanKnown  *self,
           const char *text,
           const char *semester)
{
  g_autoptr (DitesListTable) table = plan_table (text);
  g_autoptr (DitesListMapping) mapping = dites_list_mapping_guess (table, NULL);
  g_autoptr (GError) error = NULL;
  DitesPlanOptions options = { .semester = semester };
  DitesPlan       *plan = dites_plan_make (table, mapping, &options, &self->known, NULL, &error);

  g_assert_no_error (error);
  plan_known_check (self, plan);

  return plan;
}

/* The states of all rows, a letter each: New, Changed, Same, Merged, Doubtful, Refused, skipped. */
void
plan_assert_states (DitesPlan  *plan,
                    const char *expected)
{
  g_autoptr (GString) states = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (plan)); i++)
    {
      g_autoptr (DitesPlanRow) row = dites_plan_get_row (plan, i);

      g_string_append_c (states, "NCSMDRX"[dites_plan_row_get_state (row)]);
    }

  g_assert_cmpstr (states->str, ==, expected);
}

/* Does to the store what a list says, once the rows are in the states that are expected. */
void
plan_known_import (PlanKnown  *self,
                   const char *text,
                   const char *expected)
{
  g_autoptr (DitesPlan) plan = plan_text (self, text, NULL);
  g_autoptr (DitesChangeSet) changes = dites_plan_get_changes (plan);

  plan_assert_states (plan, expected);
  plan_known_apply (self, changes);
}
