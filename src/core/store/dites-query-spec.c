/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-query-order.h"

#include "dites-fold.h"

/* What a query asks for, and what it keeps of the answer. */

/**
 * dites_query_spec_copy:
 * @spec: what a query asks for
 *
 * Returns: (transfer full): a copy for another thread
 */
DitesQuerySpec *
dites_query_spec_copy (const DitesQuerySpec *spec)
{
  DitesQuerySpec *copy = g_new0 (DitesQuerySpec, 1);
  GHashTableIter  iter;
  gpointer        name, values;

  copy->kind = g_strdup (spec->kind);
  copy->search = g_strdup (spec->search);
  copy->sort = g_strdup (spec->sort);
  copy->descending = spec->descending;
  copy->trashed = spec->trashed;
  copy->refers_to = g_strdup (spec->refers_to);
  copy->filters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  g_hash_table_iter_init (&iter, spec->filters);
  while (g_hash_table_iter_next (&iter, &name, &values))
    g_hash_table_insert (copy->filters, g_strdup (name), g_strdupv (values));

  return copy;
}

/**
 * dites_query_spec_free:
 * @spec: what a query asks for
 *
 * Frees it.
 */
void
dites_query_spec_free (DitesQuerySpec *spec)
{
  g_free (spec->kind);
  g_free (spec->search);
  g_free (spec->sort);
  g_free (spec->refers_to);
  g_hash_table_unref (spec->filters);
  g_free (spec);
}

/**
 * dites_query_cache_new:
 *
 * Returns: (transfer full): an empty cache, atomically reference counted
 */
DitesQueryCache *
dites_query_cache_new (void)
{
  return g_atomic_rc_box_new0 (DitesQueryCache);
}

static void
clear_cache (gpointer data)
{
  DitesQueryCache *cache = data;

  g_free (cache->key);
  g_clear_pointer (&cache->base, g_array_unref);
  g_clear_pointer (&cache->labels, g_ptr_array_unref);
}

/**
 * dites_query_cache_free:
 * @cache: a cache
 *
 * Drops a reference.
 */
void
dites_query_cache_free (DitesQueryCache *cache)
{
  g_atomic_rc_box_release_full (cache, clear_cache);
}

/**
 * dites_query_is_plain:
 * @spec: what a query asks for
 *
 * Returns: whether it is a whole kind as it is filed, so that its beginning
 *   and its length are known without looking at all of it
 */
gboolean
dites_query_is_plain (const DitesQuerySpec *spec)
{
  g_autofree char *words = dites_fold_words (spec->search);

  return *words == '\0' && spec->sort == NULL && spec->refers_to == NULL && g_hash_table_size (spec->filters) == 0;
}

/**
 * dites_query_order_free:
 * @order: what a query shows
 *
 * Frees it.
 */
void
dites_query_order_free (DitesQueryOrder *order)
{
  g_clear_pointer (&order->numbers, g_array_unref);
  g_clear_pointer (&order->sections, g_array_unref);
  g_clear_pointer (&order->labels, g_ptr_array_unref);
  g_free (order);
}
