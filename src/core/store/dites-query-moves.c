/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-query-moves.h"

static GHashTable *
get_places (const guint32 *numbers,
            guint          n)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (places, GUINT_TO_POINTER (numbers[i]), GUINT_TO_POINTER (i + 1));

  return places;
}

static void
add_piece (GArray *pieces,
           guint   at,
           guint   removed,
           guint   from,
           guint   added)
{
  DitesQueryPiece *last = pieces->len > 0 ? &g_array_index (pieces, DitesQueryPiece, pieces->len - 1) : NULL;
  DitesQueryPiece  piece = { at, removed, from, added };

  if (last != NULL && last->at + last->added == at && last->from + last->added == from)
    {
      last->removed += removed;
      last->added += added;
      return;
    }

  g_array_append_val (pieces, piece);
}

/**
 * dites_query_compare:
 * @old: an order
 * @n_old: how many
 * @new: the order that follows it
 * @n_new: how many
 * @offset: the place of both
 *
 * Finds what came, went and moved between two orders, in one walk: of two
 * documents that have changed sides, the one that went further has moved.
 *
 * Returns: (transfer full) (element-type DitesQueryPiece): what to do to the old order, one after the other
 */
GArray *
dites_query_compare (const guint32 *old,
                     guint          n_old,
                     const guint32 *new,
                     guint n_new,
                     guint offset)
{
  g_autoptr (GHashTable) old_places = get_places (old, n_old);
  g_autoptr (GHashTable) new_places = get_places (new, n_new);
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (DitesQueryPiece));
  guint   i = 0;
  guint   j = 0;

  while (i < n_old || j < n_new)
    {
      guint to = i < n_old ? GPOINTER_TO_UINT (g_hash_table_lookup (new_places, GUINT_TO_POINTER (old[i]))) : 0;
      guint from = j < n_new ? GPOINTER_TO_UINT (g_hash_table_lookup (old_places, GUINT_TO_POINTER (new[j]))) : 0;

      if (i < n_old && (to == 0 || g_hash_table_contains (moved, GUINT_TO_POINTER (old[i]))))
        {
          add_piece (pieces, offset + j, 1, offset + j, 0);
          i++;
        }
      else if (j < n_new && (from == 0 || g_hash_table_contains (moved, GUINT_TO_POINTER (new[j]))))
        {
          add_piece (pieces, offset + j, 0, offset + j, 1);
          j++;
        }
      else if (old[i] == new[j])
        {
          i++;
          j++;
        }
      else if (to - j >= from - i)
        {
          g_hash_table_add (moved, GUINT_TO_POINTER (old[i]));
        }
      else
        {
          g_hash_table_add (moved, GUINT_TO_POINTER (new[j]));
        }
    }

  return pieces;
}
