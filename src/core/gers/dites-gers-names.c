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

/* No name of a place that a list holds is longer; the rest of a long text is not looked at. */
#define MAX_WORDS 64

/* The words of a text, folded; which of them a hyphen joins to the one before, and which come after a comma or the like. */
typedef struct
{
  char       *text;
  const char *words[MAX_WORDS];
  gboolean    joined[MAX_WORDS];
  gboolean    apart[MAX_WORDS];
  guint       n;
} Words;

/* The best match so far; more words, then more letters, then the later one. */
typedef struct
{
  const DitesCommune *commune;
  gsize               n_words;
  gsize               length;
} Match;

static void
words_init (Words      *self,
            const char *text,
            gsize       length)
{
  g_autofree char *part = g_strndup (text, length);
  gboolean         joined = FALSE;
  gboolean         apart = FALSE;

  self->text = dites_fold (part);
  self->n = 0;

  for (char *p = self->text; *p != '\0' && self->n < MAX_WORDS;)
    {
      char *word = p;

      while ((guchar) *p > 127 || g_ascii_isalnum (*p))
        p++;
      if (p == word)
        {
          joined = *p == '-';
          apart = apart || strchr (" -'.", *p) == NULL;
          p++;
          continue;
        }

      self->joined[self->n] = joined;
      self->apart[self->n] = apart;
      self->words[self->n] = word;
      apart = *p != '\0' && strchr (" -'.", *p) == NULL;
      joined = *p == '-';
      if (*p != '\0')
        *p++ = '\0';

      if (strcmp (word, "st") == 0)
        self->words[self->n] = "saint";
      else if (strcmp (word, "ste") == 0)
        self->words[self->n] = "sainte";
      self->n++;
    }
}

static gboolean
has_prefix_of (const char        *word,
               const char *const *prefixes)
{
  for (gsize i = 0; prefixes[i] != NULL; i++)
    if (g_str_has_prefix (word, prefixes[i]))
      return TRUE;

  return FALSE;
}

/* Whether the words from @first on are the name of somebody: “Dr Camille LAHITTE”. */
static gboolean
is_of_person (const Words *words,
              guint        first)
{
  static const char *const titles[] = { "dr", "drs", "docteur", "docteurs", "dre", "pr", "professeur", "m", "mr", "mme", "monsieur", "madame", NULL };

  for (guint back = 1; back <= 2 && back <= first; back++)
    {
      if (words->apart[first - back + 1])
        return FALSE;
      if (g_strv_contains (titles, words->words[first - back]))
        return TRUE;
    }

  return FALSE;
}

/* Whether the words are a piece of a longer name, which is a place elsewhere:
 * Mont-de-Marsan, Villefranche-de-Rouergue, Plaisance du Touch. */
static gboolean
is_piece (const Words *words,
          guint        first,
          guint        n)
{
  static const char *const before[] = { "ch", "msp", "cds", "cts", "eps", "hopital", "hop", "clinique", "urg", "cabinet", "site", "antenne", "ehpad", "gers", "pn", "sn", "saspas", NULL };
  static const char *const after[] = { "urg", "sau", "smur", "med", "ped", "gyn", "ger", "psy", "chir", "card", "pol", "ssr", "smr", "serv", "saspas", "mat", "n1", "n2", "n3", "gers", "32", NULL };
  static const char *const elsewhere[] = { "villefranche", "plaisance", "montreal", "mirepoix", "beaumont", "mauvezin", "roquefort", "sauveterre", "saint", NULL };
  static const char *const ours[] = { "gers", "gascogne", "nuit", "jour", "garde", "lomagne", NULL };
  guint                    next = first + n;

  if (words->joined[first] && !has_prefix_of (words->words[first - 1], before))
    return TRUE;
  if (next >= words->n)
    return FALSE;
  if (words->joined[next]) /* Lombez-Samatan are two communes */
    return g_hash_table_lookup (dites_gers_get_tables ()->by_name, words->words[next]) == NULL &&
           !has_prefix_of (words->words[next], after) &&
           !(next + 1 < words->n && g_strv_contains (ours, words->words[next + 1]));

  return next + 1 < words->n && !words->apart[next] && g_strv_contains (elsewhere, words->words[first]) &&
         (strcmp (words->words[next], "de") == 0 || strcmp (words->words[next], "du") == 0 || strcmp (words->words[next], "d") == 0) &&
         !has_prefix_of (words->words[next + 1], ours);
}

/* Whether a single word that is more than the name of a commune means the commune here: “à Marsan”. */
static gboolean
is_meant (const Words *words,
          guint        first)
{
  if (first > 0 && (strcmp (words->words[first - 1], "a") == 0 || strcmp (words->words[first - 1], "commune") == 0))
    return TRUE;

  return !is_common_word (words->words[first]) && !is_of_person (words, first);
}

static void
try_words (const Words *words,
           guint        first,
           Match       *best)
{
  const DitesGersTables *tables = dites_gers_get_tables ();
  guint                  most = MIN (tables->longest_name, words->n - first);

  for (guint n = most; n > 0 && n >= best->n_words; n--)
    {
      char                name[128];
      gsize               length = 0;
      const DitesCommune *commune;

      for (guint i = 0; i < n && length < sizeof name; i++)
        length += g_snprintf (name + length, sizeof name - length, i > 0 ? " %s" : "%s", words->words[first + i]);
      if (length >= sizeof name || (n == 1 && !is_meant (words, first)))
        continue;

      commune = g_hash_table_lookup (tables->by_name, name);
      if (commune != NULL && !is_piece (words, first, n) && (n > best->n_words || length >= best->length))
        {
          best->commune = commune;
          best->n_words = n;
          best->length = length;
          return;
        }
    }
}

static const DitesCommune *
find_in_part (const char *text,
              gsize       length)
{
  g_autofree char    *part = g_strndup (text, length);
  const DitesCommune *whole = dites_gers_find_commune (part);
  Match               best = { NULL, 0, 0 };
  Words               words;

  /* On its own, a common word is the commune. */
  if (whole != NULL)
    return whole;

  words_init (&words, text, length);
  for (guint i = 0; i < words.n; i++)
    try_words (&words, i, &best);
  g_free (words.text);

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
