/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-value-number.h"

#include <math.h>
#include <string.h>

#include "dites-fold.h"

/* Numbers as people write them: with units, separators of thousands, and endings. */

/* What may stand around an amount: its unit, and what it is for. */
static gboolean
is_unit (const char *word)
{
  static const char *const units[] = { "eur", "euro", "euros", "cc", "hc", "ttc", "m", "m2", "par", "mois", "month", "per",
                                       "environ", "env", "charges", "comprises", "max", "maxi", "maximum", "jusqu", "budget", NULL };

  return *word == '\0' || g_strv_contains (units, word);
}

/* Takes the units off; leaves digits, signs and separators, without spaces. Two amounts, as in
 * “400 à 500 €”, are none. */
static char *
get_amount (const char *text)
{
  g_autofree char *folded = dites_fold (text);
  g_autoptr (GString) amount = g_string_new (NULL);
  const char *p = folded;
  gboolean    begun = FALSE;
  gboolean    ended = FALSE;

  while (*p != '\0')
    {
      if (g_ascii_isdigit (*p) || strchr (",.-", *p) != NULL)
        {
          begun = begun || g_ascii_isdigit (*p);
          if (ended && g_ascii_isdigit (*p))
            return NULL;
          g_string_append_c (amount, *p++);
          continue;
        }

      ended = ended || (begun && strchr (" '", *p) == NULL);
      if (g_ascii_isalpha (*p))
        {
          g_autofree char *word = NULL;
          const char      *start = p;

          /* “m2” is a unit with a digit of its own. */
          while (g_ascii_isalnum (*p))
            p++;
          word = g_strndup (start, p - start);
          /* “jusqu’à 500 €”, but not “1A” */
          if (!is_unit (word) && (begun || !g_str_equal (word, "a")))
            return NULL;
        }
      else if (strchr (" '/~", *p) != NULL)
        {
          p++;
        }
      else if (g_str_has_prefix (p, "€"))
        {
          p += strlen ("€");
        }
      else
        {
          return NULL;
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&amount));
}

/**
 * dites_number_parse_amount:
 * @text: “450 €”, “1 234,50 euros par mois”
 * @n_decimals: how many decimals it may have
 * @value: (out): the amount, in units of its last decimal
 *
 * Reads a number with its unit. The last separator begins the decimals, unless three
 * digits follow: then it parts thousands.
 *
 * Returns: whether @text is one number and nothing else
 */
gboolean
dites_number_parse_amount (const char *text,
                           int         n_decimals,
                           gint64     *value)
{
  g_autofree char *amount = get_amount (text);
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *decimals;
  int         n = 0;

  if (amount == NULL || strpbrk (amount, "0123456789") == NULL)
    return FALSE;

  decimals = amount + strcspn (amount, ",.");
  for (const char *next; *decimals != '\0' && *(next = decimals + 1 + strcspn (decimals + 1, ",.")) != '\0';)
    decimals = next;
  if (*decimals != '\0' && strlen (decimals + 1) == 3)
    decimals += strlen (decimals);

  for (const char *p = amount; *p != '\0'; p++)
    {
      if (*p == '-' && (p != amount || digits->len > 0))
        return FALSE;
      if (p > decimals && ++n > n_decimals && *p != '0')
        return FALSE;
      if (g_ascii_isdigit (*p) && (p < decimals || n <= n_decimals))
        g_string_append_c (digits, *p);
      else if (*p == '-')
        g_string_append_c (digits, '-');
    }
  for (; n < n_decimals; n++)
    g_string_append_c (digits, '0');

  return digits->len <= 15 && g_ascii_string_to_signed (digits->str, 10, G_MININT64, G_MAXINT64, value, NULL);
}

/**
 * dites_number_parse_ordinal:
 * @text: “3”, “S3”, “3e semestre”, “1er”
 * @value: (out): the number
 *
 * Returns: whether @text is such a number
 */
gboolean
dites_number_parse_ordinal (const char *text,
                            gint64     *value)
{
  static const char *const endings[] = { "", "er", "ere", "e", "eme", "nd", "nde", "st", "rd", "th" };
  g_autofree char         *words = dites_fold_words (text);
  char                    *p = words;
  char                    *end;

  if (*p == 's' && (g_ascii_isdigit (p[1]) || p[1] == ' '))
    p++;
  while (*p == ' ')
    p++;
  if (!g_ascii_isdigit (*p))
    return FALSE;

  *value = g_ascii_strtoll (p, &end, 10);
  if (end - p > 3)
    return FALSE;
  for (char *word = end; *word != '\0'; word++)
    if (g_str_has_prefix (word, " semestre") && (word[9] == '\0'))
      *word = '\0';
  g_strchomp (end);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (strcmp (end, endings[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * dites_number_parse_degrees:
 * @text: “43.64638”, “43,64638°”
 * @value: (out): the angle, in 10⁻⁵ degrees: more decimals than five are rounded
 *
 * Returns: whether @text is an angle
 */
gboolean
dites_number_parse_degrees (const char *text,
                            gint64     *value)
{
  g_autofree char *trimmed = dites_trim (text);
  double           degrees;
  gsize            length;
  char            *end;

  if (g_str_has_prefix (trimmed, "−"))
    memmove (trimmed, "  -", 3);
  g_strdelimit (trimmed, ",", '.');
  g_strstrip (trimmed);
  if (g_str_has_suffix (trimmed, "°"))
    trimmed[strlen (trimmed) - strlen ("°")] = '\0';
  g_strchomp (trimmed);
  length = strspn (trimmed, "+-.0123456789");
  if (length == 0 || trimmed[length] != '\0')
    return FALSE;

  degrees = g_ascii_strtod (trimmed, &end);
  if (*end != '\0' || ABS (degrees) > 360)
    return FALSE;

  *value = llround (degrees * 100000);

  return TRUE;
}

/**
 * dites_number_has_charges:
 * @text: “450 € CC”, “450 € charges comprises”
 *
 * Returns: whether an amount says that the charges are in it
 */
gboolean
dites_number_has_charges (const char *text)
{
  g_autofree char *words = dites_fold_words (text);

  return g_str_has_suffix (words, " cc") || strstr (words, " cc ") != NULL || strstr (words, "charges comprises") != NULL ||
         strstr (words, "charges incluses") != NULL;
}
