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

/* Whether @few are all among @many, in the same order, but in more runs than @max_runs. */
static gboolean
is_scattered (const guint32 *few,
              guint          n_few,
              const guint32 *many,
              guint          n_many,
              guint          max_runs)
{
  guint runs = 0;
  guint last = 0;
  guint i = 0;

  for (guint j = 0; j < n_many && i < n_few; j++)
    if (few[i] == many[j])
      {
        if (i == 0 || j != last + 1)
          runs++;
        last = j;
        i++;
      }

  return i == n_few && runs > max_runs;
}

/**
 * dites_query_compare:
 * @old: an order
 * @n_old: how many
 * @new: the order that follows it
 * @n_new: how many
 * @offset: the place of both
 * @max_pieces: how many steps are worth it
 *
 * Finds what came, went and moved between two orders, in one walk: of two
 * documents that have changed sides, the one that went further has moved.
 *
 * Returns: (transfer full) (nullable) (element-type DitesQueryPiece): what to do to the old
 *   order, one after the other; %NULL if that is more than @max_pieces
 */
GArray *
dites_query_compare (const guint32 *old,
                     guint          n_old,
                     const guint32 *new,
                     guint n_new,
                     guint offset,
                     guint max_pieces)
{
  g_autoptr (GHashTable) old_places = NULL;
  g_autoptr (GHashTable) new_places = NULL;
  g_autoptr (GHashTable) moved = NULL;
  g_autoptr (GArray) pieces = NULL;
  guint i = 0;
  guint j = 0;

  /* What each key in the search field does: it leaves a part of the list, here and there, and
   * that is seen without the tables. */
  if (n_new < n_old ? is_scattered (new, n_new, old, n_old, max_pieces + 1)
                    : is_scattered (old, n_old, new, n_new, max_pieces + 1))
    return NULL;

  old_places = get_places (old, n_old);
  new_places = get_places (new, n_new);
  moved = g_hash_table_new (NULL, NULL);
  pieces = g_array_new (FALSE, FALSE, sizeof (DitesQueryPiece));
  while (i < n_old || j < n_new)
    {
      guint to = i < n_old ? GPOINTER_TO_UINT (g_hash_table_lookup (new_places, GUINT_TO_POINTER (old[i]))) : 0;
      guint from = j < n_new ? GPOINTER_TO_UINT (g_hash_table_lookup (old_places, GUINT_TO_POINTER (new[j]))) : 0;

      if (pieces->len > max_pieces)
        return NULL;

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

  return pieces->len <= max_pieces ? g_steal_pointer (&pieces) : NULL;
}
