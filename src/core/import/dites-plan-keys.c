/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-keys.h"

#include <string.h>

/**
 * dites_plan_keys_read:
 * @kind: a kind
 * @document: a document of it, or what a row says
 * @keys: (out): return location for what identifies it
 */
void
dites_plan_keys_read (const DitesKind *kind,
                      DitesDocument   *document,
                      DitesPlanKeys   *keys)
{
  keys->keys = g_ptr_array_new_with_free_func (g_free);
  keys->n_sure = dites_kind_identify (kind, document, keys->keys);
}

/**
 * dites_plan_keys_read_row:
 * @kind: a kind
 * @draft: what a row says
 * @keys: (out): return location for what identifies it
 *
 * What nothing else identifies is the same when it says the same.
 */
void
dites_plan_keys_read_row (const DitesKind *kind,
                          DitesDocument   *draft,
                          DitesPlanKeys   *keys)
{
  gsize       length;
  const char *text = dites_document_get_text (draft, &length);

  dites_plan_keys_read (kind, draft, keys);
  if (keys->keys->len == 0)
    {
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, length);

      g_ptr_array_add (keys->keys, g_strdup_printf ("content:%s", sum));
      keys->n_sure = 1;
    }
}

/**
 * dites_plan_keys_clear:
 * @keys: keys
 *
 * Frees what they hold.
 */
void
dites_plan_keys_clear (DitesPlanKeys *keys)
{
  g_clear_pointer (&keys->keys, g_ptr_array_unref);
}

/**
 * dites_plan_keys_have:
 * @keys: keys
 * @key: a key
 *
 * Returns: whether it is one of them
 */
gboolean
dites_plan_keys_have (const DitesPlanKeys *keys,
                      const char          *key)
{
  return g_ptr_array_find_with_equal_func (keys->keys, key, g_str_equal, NULL);
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

/**
 * dites_plan_keys_are_apart:
 * @kind: the kind of both
 * @a: the keys of one
 * @b: the keys of the other
 * @single_only: whether only keys count that somebody has once and for all
 * @n_keys: how many of the sure keys of @a are looked at
 *
 * Returns: whether one of these is of a sort that the other has too, with another value
 */
gboolean
dites_plan_keys_are_apart (const DitesKind     *kind,
                           const DitesPlanKeys *a,
                           const DitesPlanKeys *b,
                           gboolean             single_only,
                           guint                n_keys)
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
