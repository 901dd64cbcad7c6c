/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-search.h"

#include <string.h>

#include "dites-fold.h"
#include "dites-index.h"

static gboolean
is_number (const char *word)
{
  return *word != '\0' && word[strspn (word, "0123456789")] == '\0';
}

/* A French telephone number, and every part of one from its beginning, is one word in the
 * index: “06 39 98” is 063998. */
static gboolean
begins_phone (const char *word)
{
  return is_number (word) && (*word == '0' || strcmp (word, "33") == 0);
}

/* The words of @search, with the digits of a telephone number in one. */
static GPtrArray *
get_words (const char *search)
{
  g_autofree char *folded = dites_fold_words (search);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      GString *word;

      if (*parts[i] == '\0')
        continue;
      word = g_string_new (parts[i]);
      if (begins_phone (parts[i]))
        while (parts[i + 1] != NULL && is_number (parts[i + 1]))
          g_string_append (word, parts[++i]);
      g_ptr_array_add (words, g_string_free_and_steal (word));
    }

  return words;
}

static void
append_word (GString    *expression,
             const char *word)
{
  g_string_append_printf (expression, "%s\"%s\"*", expression->len > 0 ? " AND " : "", word);
}

static char *
end_expression (GString *expression)
{
  if (expression->len == 0)
    {
      g_string_free (expression, TRUE);
      return NULL;
    }

  return g_string_free_and_steal (expression);
}

/**
 * dites_search_expression:
 * @search: (nullable): what a person typed
 *
 * Returns: (transfer full) (nullable): what SQLite searches for: every word, each as
 *   the beginning of one; %NULL if there is none
 */
char *
dites_search_expression (const char *search)
{
  g_autoptr (GPtrArray) words = get_words (search);
  GString *expression = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    append_word (expression, words->pdata[i]);

  return end_expression (expression);
}

/**
 * dites_search_split:
 * @search: (nullable): what a person typed
 * @initials: (out): the bits of the words of one letter, see #DitesIndexEntry
 *
 * Like dites_search_expression(), but words of one letter are answered by the bits
 * beside each row: the index would hand out half of all documents for them.
 *
 * Returns: (transfer full) (nullable): what SQLite searches for, or %NULL if the bits are enough
 */
char *
dites_search_split (const char *search,
                    guint64    *initials)
{
  g_autoptr (GPtrArray) words = get_words (search);
  GString *expression = g_string_new (NULL);

  *initials = 0;
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = words->pdata[i];
      guint64     bit = dites_index_initial (word[0]);

      if (word[1] == '\0' && bit != 0)
        *initials |= bit;
      else
        append_word (expression, word);
    }

  return end_expression (expression);
}

/* Whether a line may hold a number that is written in parts. */
static gboolean
has_parts (const char *line,
           gsize       length)
{
  gboolean digit = FALSE; /* the last letter or digit was one */
  gboolean gap = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (line[i]))
        {
          if (digit && gap)
            return TRUE;
          digit = TRUE;
          gap = FALSE;
        }
      else if (g_ascii_isalpha (line[i]))
        digit = FALSE;
      else
        gap = TRUE;
    }

  return FALSE;
}

/* Adds the telephone numbers of a line that are written in parts, in one. */
static void
append_joined (GString    *text,
               const char *line,
               gsize       length)
{
  g_autofree char *copy = g_strndup (line, length);
  g_autoptr (GPtrArray) words = get_words (copy);

  for (guint i = 0; i < words->len; i++)
    if (is_number (words->pdata[i]))
      {
        g_string_append_c (text, '\n');
        g_string_append (text, words->pdata[i]);
      }
}

/* So few words are compared with each other; more are not. */
#define FEW_WORDS 32

/* Whether a word is among those before it; adds it to them. */
static gboolean
is_repeated (const char  *word,
             const char **few,
             guint       *n,
             GHashTable **many)
{
  if (*many != NULL)
    return !g_hash_table_add (*many, (gpointer) word);

  for (guint i = 0; i < *n; i++)
    if (few[i][0] == word[0] && strcmp (few[i], word) == 0)
      return TRUE;
  if (*n < FEW_WORDS)
    {
      few[(*n)++] = word;
      return FALSE;
    }

  *many = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < *n; i++)
    g_hash_table_add (*many, (gpointer) few[i]);

  return !g_hash_table_add (*many, (gpointer) word);
}

/* Leaves each word once: search does not count them, nor look at their order. */
static void
drop_repeated (char *words)
{
  const char *few[FEW_WORDS];
  g_autoptr (GHashTable) many = NULL;
  char *end = words;
  char *next;
  guint n = 0;

  for (char *word = words; word != NULL && *word != '\0'; word = next)
    {
      gsize length = strcspn (word, " ");

      next = word[length] != '\0' ? word + length + 1 : NULL;
      word[length] = '\0';
      memmove (end, word, length + 1);
      if (!is_repeated (end, few, &n, &many))
        end += length + 1;
    }

  for (char *p = words; p < end; p++)
    if (*p == '\0')
      *p = p + 1 < end ? ' ' : '\0';
}

/**
 * dites_search_words:
 * @text: what a document is found by, a line for each value
 *
 * Returns: (transfer full): the words to index, folded, each once
 */
char *
dites_search_words (const char *text)
{
  g_autoptr (GString) joined = NULL;
  char *words;

  for (const char *line = text; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");

      if (has_parts (line, length))
        {
          if (joined == NULL)
            joined = g_string_new (text);
          append_joined (joined, line, length);
        }
      line += length + (line[length] == '\n' ? 1 : 0);
    }

  words = dites_fold_words (joined != NULL ? joined->str : text);
  drop_repeated (words);

  return words;
}
