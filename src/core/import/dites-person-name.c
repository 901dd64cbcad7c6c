/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-person-name.h"

#include <string.h>

#include "dites-fold.h"

/* More words are no name; the rest is taken for first names. */
#define MAX_WORDS 16

static const char *const civilities[] = { "m", "mr", "mme", "mlle", "melle", "mle", "dr", "docteur", "pr",
                                          "professeur", "monsieur", "madame", "mademoiselle", NULL };

/* Words within a family name that are written small. */
static const char *const particles[] = { "de", "du", "des", "la", "le", "les", "d", "van", "von", "der", "den",
                                         "el", "al", "ben", "da", "dos", "di", NULL };

static gboolean
is_particle (const char *word)
{
  g_autofree char *folded = dites_fold_words (word);

  return g_strv_contains (particles, folded);
}

/* Two letters at least, and none of them small. */
static gboolean
is_capitals (const char *word)
{
  guint n_letters = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      n_letters += g_unichar_isupper (c);
    }

  return n_letters >= 2;
}

static char *
join (char **words,
      gsize  from,
      gsize  to)
{
  GString *out;

  if (from >= to)
    return NULL;

  out = g_string_new (words[from]);
  for (gsize i = from + 1; i < to; i++)
    g_string_append_printf (out, " %s", words[i]);

  return g_string_free_and_steal (out);
}

static void
take_civility (char           **words,
               gsize           *n,
               DitesPersonName *name)
{
  g_autofree char *folded = NULL;

  if (*n < 2)
    return;

  folded = dites_fold_words (words[0]);
  if (!g_strv_contains (civilities, folded))
    return;

  name->civility = words[0];
  memmove (words, words + 1, *n * sizeof *words);
  (*n)--;
}

/* How many words from @from on are capitals, small particles between or before them included. */
static gsize
count_capitals (char **words,
                gsize  from,
                gsize  n)
{
  gsize end = from;

  for (gsize i = from; i < n; i++)
    {
      if (is_capitals (words[i]))
        end = i + 1;
      else if (!is_particle (words[i]))
        break;
    }

  return end - from;
}

/* Letters and digits only, folded: what a mail address is made of. */
static char *
squeeze (const char *text)
{
  char *folded = dites_fold_words (text);
  char *out = folded;

  for (const char *p = folded; *p != '\0'; p++)
    {
      if (*p != ' ' && !g_ascii_isdigit (*p))
        *out++ = *p;
    }
  *out = '\0';

  return folded;
}

/* Universities write “first.family@”: the place where @words come apart that way, or 0. */
static gsize
find_split_by_email (char          **words,
                     gsize           n,
                     const char     *email,
                     DitesNameOrder *order)
{
  const char      *dot = email != NULL ? strchr (email, '.') : NULL;
  const char      *at = email != NULL ? strchr (email, '@') : NULL;
  g_autofree char *first = NULL;
  g_autofree char *family = NULL;
  g_autofree char *first_part = NULL;
  g_autofree char *family_part = NULL;

  if (dot == NULL || at == NULL || dot > at)
    return 0;

  first_part = g_strndup (email, dot - email);
  family_part = g_strndup (dot + 1, at - dot - 1);
  first = squeeze (first_part);
  family = squeeze (family_part);
  if (*first == '\0' || *family == '\0' || g_str_equal (first, family))
    return 0;

  for (gsize i = 1; i < n; i++)
    {
      g_autofree char *left_text = join (words, 0, i);
      g_autofree char *right_text = join (words, i, n);
      g_autofree char *left = squeeze (left_text);
      g_autofree char *right = squeeze (right_text);

      if (g_str_equal (left, family) && g_str_equal (right, first))
        *order = DITES_NAME_ORDER_FAMILY_FIRST;
      else if (g_str_equal (left, first) && g_str_equal (right, family))
        *order = DITES_NAME_ORDER_FIRST_NAME_FIRST;
      else
        continue;
      return i;
    }

  return 0;
}

static void
set_names (DitesPersonName *name,
           char           **words,
           gsize            n,
           gsize            split,
           DitesNameOrder   order)
{
  if (order == DITES_NAME_ORDER_FIRST_NAME_FIRST)
    {
      name->first_name = join (words, 0, split);
      name->family_name = join (words, split, n);
    }
  else
    {
      name->family_name = join (words, 0, split);
      name->first_name = join (words, split, n);
    }
}

/* Nothing in the spelling tells the names apart. */
static void
split_by_order (DitesPersonName *name,
                char           **words,
                gsize            n,
                DitesNameOrder   order,
                const char      *email)
{
  DitesNameOrder found = order;
  gsize          split = find_split_by_email (words, n, email, &found);

  if (split > 0)
    {
      name->sure = TRUE;
    }
  else
    {
      gsize n_particles = 0;

      while (n_particles + 2 < n && is_particle (words[n_particles]))
        n_particles++;
      split = found == DITES_NAME_ORDER_FIRST_NAME_FIRST ? 1 : n_particles + 1;
      name->sure = order != DITES_NAME_ORDER_UNKNOWN && n == 2;
    }

  set_names (name, words, n, split, found);
}

static void
split_words (DitesPersonName *name,
             char           **words,
             gsize            n,
             DitesNameOrder   order,
             const char      *email)
{
  gsize leading = count_capitals (words, 0, n);
  gsize small = 0;

  while (small < n && !is_capitals (words[small]))
    small++;
  /* A small particle before the capitals belongs to them: “Camille de MODÈLE”. */
  while (small > 1 && small < n && is_particle (words[small - 1]))
    small--;

  if (n == 1)
    {
      name->family_name = g_strdup (words[0]);
      name->sure = FALSE;
    }
  else if (leading > 0 && leading < n && count_capitals (words, leading, n) == 0)
    {
      name->sure = TRUE;
      set_names (name, words, n, leading, DITES_NAME_ORDER_FAMILY_FIRST);
    }
  else if (small > 0 && small < n && count_capitals (words, small, n) == n - small)
    {
      name->sure = TRUE;
      set_names (name, words, n, small, DITES_NAME_ORDER_FIRST_NAME_FIRST);
    }
  else
    {
      split_by_order (name, words, n, order, email);
    }
}

/* Whether a word says that another name comes, and whether that is the one of birth. */
static gboolean
is_sign (const char *word,
         gboolean   *at_birth)
{
  static const char *const of_birth[] = { "nee", "ne", NULL };
  static const char *const of_marriage[] = { "epouse", "epoux", "ep", NULL };
  g_autofree char         *folded = dites_fold_words (word);

  *at_birth = g_strv_contains (of_birth, folded);

  return *at_birth || g_strv_contains (of_marriage, folded);
}

/* “FICTIF née BIDON Camille”: takes the second name and its sign out. */
static char *
take_other_name (char    **words,
                 gsize    *n,
                 gboolean *at_birth)
{
  for (gsize i = 1; i + 1 < *n; i++)
    {
      gsize end = i + 1;
      char *other;

      /* “LE NÉ” is a family name. */
      if (is_particle (words[i - 1]) || !is_sign (words[i], at_birth))
        continue;

      while (end + 1 < *n && is_particle (words[end]))
        end++;
      end++;
      other = join (words, i + 1, end);
      for (gsize j = i; j < end; j++)
        g_free (words[j]);
      memmove (words + i, words + end, (*n + 1 - end) * sizeof *words);
      *n -= end - i;
      return other;
    }

  return NULL;
}

static char **
split_into_words (const char *text,
                  gsize      *n)
{
  g_autofree char *trimmed = dites_trim (text);
  char           **words = g_strsplit (trimmed, " ", MAX_WORDS);

  *n = g_strv_length (words);

  return words;
}

/* What stands in the first brackets, which are taken out, unless nothing else is left. */
static char *
take_brackets (GString *text)
{
  const char      *open = strchr (text->str, '(');
  const char      *close = open != NULL ? strchr (open, ')') : NULL;
  g_autofree char *inner = NULL;
  g_autofree char *left = NULL;
  g_autoptr (GString) without = NULL;

  if (open == NULL)
    return NULL;

  inner = g_strndup (open + 1, close != NULL ? (gsize) (close - open - 1) : strlen (open + 1));
  without = g_string_new_len (text->str, open - text->str);
  g_string_append_printf (without, " %s", close != NULL ? close + 1 : "");
  left = dites_trim (without->str);
  if (*left == '\0' || *left == ',')
    return NULL;
  g_string_assign (text, left);

  return dites_trim (inner);
}

/* “(née BIDON)”: the name in brackets behind its sign; NULL when there is none. */
static char *
read_sign (const char *brackets,
           gboolean   *at_birth)
{
  const char      *space = strchr (brackets, ' ');
  g_autofree char *first = space != NULL ? g_strndup (brackets, space - brackets) : NULL;

  return first != NULL && is_sign (first, at_birth) ? g_strdup (space + 1) : NULL;
}

static void
set_other_name (DitesPersonName *name,
                char            *other,
                gboolean         at_birth)
{
  if (at_birth)
    {
      name->usual_name = name->family_name;
      name->family_name = other;
    }
  else
    {
      name->usual_name = other;
    }
}

/* “FICTIF, Camille” */
static gboolean
split_at_comma (const char      *text,
                DitesPersonName *name)
{
  const char      *comma = strchr (text, ',');
  g_autofree char *family = NULL;
  g_autofree char *first = NULL;
  g_auto (GStrv) words = NULL;
  gsize n;

  if (comma == NULL)
    return FALSE;

  family = g_strndup (text, comma - text);
  first = dites_trim (comma + 1);
  words = split_into_words (family, &n);
  if (n == 0 || *words[0] == '\0' || *first == '\0')
    return FALSE;

  take_civility (words, &n, name);
  name->family_name = join (words, 0, n);
  name->first_name = g_steal_pointer (&first);
  name->sure = TRUE;

  return TRUE;
}

/**
 * dites_name_order_of_header:
 * @header: a header, folded by dites_fold_words()
 *
 * Returns: which name comes first according to it
 */
DitesNameOrder
dites_name_order_of_header (const char *header)
{
  const char *first_name = strstr (header, "prenom");
  const char *family_name = strstr (header, "nom");

  if (first_name == NULL)
    return DITES_NAME_ORDER_UNKNOWN;
  /* The “nom” of “prenom” is not one. */
  if (family_name == first_name + 3)
    return strstr (first_name + 6, "nom") != NULL ? DITES_NAME_ORDER_FIRST_NAME_FIRST : DITES_NAME_ORDER_UNKNOWN;

  return DITES_NAME_ORDER_FAMILY_FIRST;
}

/**
 * dites_person_name_split:
 * @text: the name of a person
 * @order: which name comes first where the spelling does not tell
 * @email: (nullable): the person's address, which may tell as well
 * @name: (out): return location for the parts
 *
 * Takes a name apart: capitals tell the family name, then a comma, then a mail
 * address, then @order; without any of them the family name is taken to come
 * first, and @name is not sure.
 */
void
dites_person_name_split (const char      *text,
                         DitesNameOrder   order,
                         const char      *email,
                         DitesPersonName *name)
{
  g_autoptr (GString) left = g_string_new (text);
  g_autofree char *brackets = take_brackets (left);
  g_auto (GStrv) words = NULL;
  char    *other = NULL;
  gboolean at_birth = FALSE;
  gsize    n;

  memset (name, 0, sizeof *name);
  if (brackets != NULL)
    other = read_sign (brackets, &at_birth);
  if (brackets != NULL && other == NULL && *brackets != '\0')
    name->brackets = g_steal_pointer (&brackets);

  if (!split_at_comma (left->str, name))
    {
      words = split_into_words (left->str, &n);
      if (n > 0 && *words[0] != '\0')
        {
          take_civility (words, &n, name);
          if (other == NULL)
            other = take_other_name (words, &n, &at_birth);
          split_words (name, words, n, order, email);
        }
    }

  if (other != NULL)
    set_other_name (name, other, at_birth);
}

/**
 * dites_person_name_split_family:
 * @text: the family name of a person
 * @name: (out): return location for the parts
 *
 * Takes a name apart that may hold the one of birth and the one by marriage:
 * “FICTIF née BIDON”, “FICTIF (BIDON)”.
 */
void
dites_person_name_split_family (const char      *text,
                                DitesPersonName *name)
{
  g_autoptr (GString) left = g_string_new (text);
  g_autofree char *brackets = take_brackets (left);
  g_auto (GStrv) words = NULL;
  char    *other = NULL;
  gboolean at_birth = FALSE;
  gsize    n, sign = 1;

  memset (name, 0, sizeof *name);
  name->sure = TRUE;
  if (brackets != NULL)
    other = read_sign (brackets, &at_birth);
  if (brackets != NULL && other == NULL && *brackets != '\0')
    name->brackets = g_steal_pointer (&brackets);

  words = split_into_words (left->str, &n);
  while (other == NULL && sign + 1 < n && (is_particle (words[sign - 1]) || !is_sign (words[sign], &at_birth)))
    sign++;
  if (other == NULL && sign + 1 < n)
    other = join (words, sign + 1, n);
  else
    sign = n;
  name->family_name = join (words, 0, sign);
  if (other != NULL)
    set_other_name (name, other, at_birth);
}

/**
 * dites_person_name_take_brackets:
 * @name: a name
 *
 * Makes what stands in brackets the name of birth: “FICTIF Camille (BIDON)”
 * goes by the name of FICTIF.
 *
 * Returns: whether it can be one: letters only, and capitals
 */
gboolean
dites_person_name_take_brackets (DitesPersonName *name)
{
  if (name->brackets == NULL || name->usual_name != NULL || name->family_name == NULL || !is_capitals (name->brackets) ||
      strpbrk (name->brackets, "0123456789@,;:/+?!") != NULL)
    return FALSE;

  set_other_name (name, g_steal_pointer (&name->brackets), TRUE);

  return TRUE;
}

/**
 * dites_person_name_clear:
 * @name: a name
 *
 * Frees its parts.
 */
void
dites_person_name_clear (DitesPersonName *name)
{
  g_clear_pointer (&name->civility, g_free);
  g_clear_pointer (&name->family_name, g_free);
  g_clear_pointer (&name->usual_name, g_free);
  g_clear_pointer (&name->first_name, g_free);
  g_clear_pointer (&name->brackets, g_free);
}
