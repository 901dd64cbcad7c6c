/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-overlay.h"
#include "dites-plan-private.h"
#include "dites-plan-keys.h"

/*
 * The same list again changes nothing. Whether that is so can depend on
 * everything that the list says and the store knows: where people share
 * addresses, or rows of one person contradict each other, a row may be
 * understood otherwise once the list is written. So a plan is tried on: the
 * list is read again against what the store would know. A row that then is not
 * the same was not certain, and a person is asked about it.
 */

/* So often more rows are asked about; then what is left stays as it is. */
#define MAX_TRIALS 8

/* No list of a faculty is as long; a longer one would take too much time and memory. */
#define MAX_ROWS 20000

/* Whether the document of a known subject has got something sure by which another row may find it. */
static gboolean
has_new_key (DitesPlan              *self,
             const DitesPlanSubject *subject)
{
  g_auto (DitesPlanKeys) before = { NULL };
  g_auto (DitesPlanKeys) after = { NULL };

  if (subject->base == NULL || subject->document == NULL)
    return FALSE;

  dites_plan_keys_read (self->kind, subject->base, &before);
  dites_plan_keys_read (self->kind, subject->document, &after);
  for (guint i = 0; i < after.n_sure; i++)
    {
      if (!dites_plan_keys_have (&before, g_ptr_array_index (after.keys, i)))
        return TRUE;
    }

  return FALSE;
}

/* Whether a row may be understood otherwise once the list is written. Somebody new who has one row, and somebody known
 * of whom nothing new is said that identifies them, is found by the same as before. */
static gboolean
needs_trial (DitesPlan *self)
{
  for (guint32 i = 0; i < self->subjects->len; i++)
    {
      const DitesPlanSubject *subject = dites_plan_get_subject (self, i);

      if (subject->first == DITES_NO_INDEX || subject->doubtful)
        continue;
      if (subject->first != subject->last || has_new_key (self, subject))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_open (DitesRowState state)
{
  return state == DITES_ROW_DOUBTFUL || state == DITES_ROW_REFUSED;
}

/* The subjects of the trial that rows are about which are certain only now: these say what they say. */
static GHashTable *
find_cleared (DitesPlan *self,
              DitesPlan *trial)
{
  GHashTable *cleared = g_hash_table_new (NULL, NULL);

  for (guint32 row = 0; row < self->n_rows; row++)
    {
      guint32 subject = trial->entries[row].subject;

      if (is_open (dites_plan_get_row_state (self, row)) && !is_open (dites_plan_get_row_state (trial, row)))
        g_hash_table_add (cleared, GUINT_TO_POINTER (dites_plan_get_effective (trial, subject)));
    }

  return cleared;
}

static gboolean
is_certain_again (DitesPlan  *trial,
                  guint32     row,
                  GHashTable *cleared)
{
  DitesRowState state = dites_plan_get_row_state (trial, row);

  if (state == DITES_ROW_SAME || state == DITES_ROW_MERGED)
    return TRUE;

  return !is_open (state) &&
         g_hash_table_contains (cleared, GUINT_TO_POINTER (dites_plan_get_effective (trial, trial->entries[row].subject)));
}

/* Adds the rows that are certain in the plan and not in the trial; returns whether there are any. */
static gboolean
find_uncertain (DitesPlan  *self,
                DitesPlan  *trial,
                GHashTable *asked)
{
  g_autoptr (GHashTable) cleared = find_cleared (self, trial);
  gboolean found = FALSE;

  for (guint32 row = 0; row < self->n_rows; row++)
    {
      if (!is_open (dites_plan_get_row_state (self, row)) && !is_certain_again (trial, row, cleared))
        found = g_hash_table_add (asked, GUINT_TO_POINTER (row)) || found;
    }

  return found;
}

/**
 * dites_plan_make:
 * @table: a list
 * @mapping: what its columns are; the plan takes a copy
 * @options: (nullable): what the caller knows
 * @known: what the store knows; it is asked during this call only
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Works out what an import of the list would do. Nothing is written. It takes
 * about ten microseconds a row besides what @known takes, and twice that where
 * it is tried on, so long lists belong into a worker thread. The same list,
 * after the import, changes nothing about a row that is certain.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL with @error set:
 *   %DITES_ERROR_INVALID when what was given as a semester is none,
 *   %G_IO_ERROR_CANCELLED
 */
DitesPlan *
dites_plan_make (DitesListTable         *table,
                 DitesListMapping       *mapping,
                 const DitesPlanOptions *options,
                 const DitesKnown       *known,
                 GCancellable           *cancellable,
                 GError                **error)
{
  g_autoptr (DitesPlan) self = NULL;
  g_autoptr (GHashTable) asked = NULL;
  DitesPlanOptions silent = { NULL };

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (DITES_IS_LIST_MAPPING (mapping), NULL);
  g_return_val_if_fail (known != NULL && known->find != NULL && known->get != NULL, NULL);

  if (options != NULL)
    silent = (DitesPlanOptions) { .semester = options->semester, .file_name = options->file_name };
  asked = g_hash_table_new (NULL, NULL);
  self = dites_plan_make_once (table, mapping, options, known, NULL, cancellable, error);

  for (guint n = 0; self != NULL && n < MAX_TRIALS && self->n_rows <= MAX_ROWS && needs_trial (self); n++)
    {
      g_autoptr (DitesChangeSet) changes = dites_plan_get_changes (self);
      g_autoptr (DitesPlanOverlay) overlay = dites_plan_overlay_new (known, changes);
      g_autoptr (DitesPlan) trial = dites_plan_make_once (table, mapping, &silent, dites_plan_overlay_get_known (overlay),
                                                          NULL, cancellable, error);

      if (trial == NULL)
        return NULL;
      if (!find_uncertain (self, trial, asked))
        break;

      g_object_unref (self);
      self = dites_plan_make_once (table, mapping, &silent, known, asked, cancellable, error);
    }

  return g_steal_pointer (&self);
}
