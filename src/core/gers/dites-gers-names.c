/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "dites-fold.h"
#include "dites-gers-private.h"

/* Names of communes that are words of their own, or names of people, in running text. */
static gboolean
is_common_word (const char *word)
{
  static const char *const words[] = { "bars", "pis", "sion", "goux", "sere", "cologne", "marsan", "monties", "beaumont",
                                       "tasque", "verlus", "lagarde", "lalanne", "beaucaire", "duran", "durban", "castex",
                                       "lartigue", "roques", "pavie", NULL };

  return g_strv_contains (words, word);
}

/**
 * dites_gers_find_commune:
 * @name: the name of a commune, however it is written
 *
 * Finds a commune by its name, an alias, or the name of a former commune.
 *
 * Returns: (nullable): the commune, as of today; %NULL if the Gers has none of that name
 */
const DitesCommune *
dites_gers_find_commune (const char *name)
{
  g_autofree char *folded = dites_fold_place (name);

  return g_hash_table_lookup (dites_gers_get_tables ()->by_name, folded);
}

/* The best match so far; more words, then more letters, then the later one. */
typedef struct
{
  const DitesCommune *commune;
  gsize               n_words;
  gsize               length;
} Match;

static void
try_words (GPtrArray *words,
           guint      first,
           Match     *best)
{
  const DitesGersTables *tables = dites_gers_get_tables ();
  guint                  most = MIN (tables->longest_name, words->len - first);

  for (guint n = most; n > 0 && n >= best->n_words; n--)
    {
      g_autoptr (GString) name = g_string_new (words->pdata[first]);
      const DitesCommune *commune;

      for (guint i = 1; i < n; i++)
        g_string_append_printf (name, " %s", (const char *) words->pdata[first + i]);

      if (n == 1 && is_common_word (name->str))
        continue;
      commune = g_hash_table_lookup (tables->by_name, name->str);
      if (commune != NULL && (n > best->n_words || name->len >= best->length))
        {
          best->commune = commune;
          best->n_words = n;
          best->length = name->len;
          return;
        }
    }
}

static const DitesCommune *
find_in_part (const char *text,
              gsize       length)
{
  g_autofree char *part = g_strndup (text, length);
  g_autofree char *folded = dites_fold_name (part);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const DitesCommune *whole = dites_gers_find_commune (part);
  Match               best = { NULL, 0, 0 };

  /* On its own, a common word is the commune. */
  if (whole != NULL)
    return whole;

  for (char *word = folded; *word != '\0';)
    {
      gsize n = strcspn (word, " ");

      g_ptr_array_add (words, word);
      word += n;
      if (*word == ' ')
        *word++ = '\0';
    }
  for (guint i = 0; i < words->len; i++)
    try_words (words, i, &best);

  return best.commune;
}

/**
 * dites_gers_find_commune_in_text:
 * @text: (nullable): the name of a place: “CH Auch - urgences”, “Dr ESSAI (Eauze)”
 *
 * Recognises a commune in the name of a place. What stands in brackets goes
 * first, then the longest name; words that are names of people more often than
 * places count only by themselves.
 *
 * Returns: (nullable): the commune
 */
const DitesCommune *
dites_gers_find_commune_in_text (const char *text)
{
  const DitesCommune *commune = NULL;
  const char         *open;

  if (text == NULL)
    return NULL;

  for (open = strchr (text, '('); open != NULL && commune == NULL; open = strchr (open + 1, '('))
    commune = find_in_part (open + 1, strcspn (open + 1, ")"));

  return commune != NULL ? commune : find_in_part (text, strlen (text));
}
