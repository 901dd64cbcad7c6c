/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-mapping.h"

#include <string.h>

#include "dites-fold.h"
#include "dites-sensitive.h"

/* Which texts name columns, of whatever kind the list is. */

static gpointer
make_known_headers (gpointer data)
{
  GHashTable             *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint                   n_kinds;
  const DitesKind *const *kinds = dites_kind_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      for (const DitesField *field = kinds[i]->fields; field->name != NULL; field++)
        {
          g_auto (GStrv) headers = g_strsplit (field->headers != NULL ? field->headers : "", "|", -1);

          for (gsize j = 0; headers[j] != NULL; j++)
            g_hash_table_add (known, g_strdup (headers[j]));
          g_hash_table_add (known, dites_fold_words (field->label));
          g_hash_table_add (known, dites_fold_words (dites_field_get_label (field)));
        }
    }
  g_hash_table_remove (known, "");

  return known;
}

static gboolean
is_known_header (GHashTable *known,
                 const char *folded)
{
  gsize length = strlen (folded);

  if (length == 0)
    return FALSE;
  if (g_hash_table_contains (known, folded) || dites_header_is_sensitive (folded))
    return TRUE;

  if (length > 2 && g_ascii_isdigit (folded[length - 1]) && folded[length - 2] == ' ')
    {
      g_autofree char *unnumbered = g_strndup (folded, length - 2);

      return g_hash_table_contains (known, unnumbered);
    }

  return FALSE;
}

/**
 * dites_list_count_headers:
 * @folded_cells: the cells of one record, folded by dites_fold_words(), then %NULL
 *
 * What DitesListOptions asks for to tell the header from the lines above it.
 * Kinds that are registered later than the first call are not known.
 *
 * Returns: how many of the cells are headers that a mapping knows
 */
guint
dites_list_count_headers (const char *const *folded_cells)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable  *known = g_once (&once, make_known_headers, NULL);
  guint        n = 0;

  for (gsize i = 0; folded_cells[i] != NULL; i++)
    n += is_known_header (known, folded_cells[i]);

  return n;
}
