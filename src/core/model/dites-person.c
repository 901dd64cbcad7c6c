/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-field.h"

#include <string.h>

#include "dites-fold.h"

/* How people are named and reached: telephone numbers, e-mail addresses, the
 * number of the professional register, and names. */

/* The no-break space that holds the groups of a number together. */
#define NBSP "\u00a0"

/* E.164 allows fifteen digits; fewer than nine reach nobody abroad. */
#define MIN_DIGITS 9
#define MAX_DIGITS 15

/* A number in exponents may end in so many zeros that are not written; with more it was rounded. */
#define MOST_ZEROS 1

/* Excel shows a long number as 6,39980001E+08, where the digits are still all there, and
 * in a narrow column as 6,4E+08: what it has rounded away is not made up. */
static char *
expand_scientific (const char *text)
{
  const char *e = strpbrk (text, "eE");
  g_autoptr (GString) digits = NULL;
  gint64 exponent;
  char  *end;

  if (e == NULL || e[1] != '+')
    return NULL;

  exponent = g_ascii_strtoll (e + 2, &end, 10);
  if (*end != '\0' || exponent < 1 || exponent > MAX_DIGITS || !g_ascii_isdigit (text[0]) ||
      (text[1] != ',' && text[1] != '.'))
    return NULL;

  digits = g_string_new_len (text, 1);
  g_string_append_len (digits, text + 2, e - text - 2);
  if (strspn (digits->str, "0123456789") != digits->len || (gint64) digits->len > exponent + 1 ||
      (gint64) digits->len + MOST_ZEROS < exponent + 1)
    return NULL;
  while ((gint64) digits->len < exponent + 1)
    g_string_append_c (digits, '0');

  return g_string_free_and_steal (g_steal_pointer (&digits));
}

/* Keeps the digits, and a plus in front; NULL if there is anything else but punctuation. */
static char *
get_digits (const char *text)
{
  g_autofree char *folded = dites_fold (text);
  g_autofree char *expanded = NULL;
  g_autoptr (GString) digits = NULL;
  const char *p = folded;

  while (*p == '\'' || *p == ' ')
    p++;
  expanded = expand_scientific (p);
  if (expanded != NULL)
    return g_steal_pointer (&expanded);

  digits = g_string_new (NULL);
  for (; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p) || (*p == '+' && digits->len == 0))
        g_string_append_c (digits, *p);
      else if (*p == '(' && p[1] == '0' && p[2] == ')' && digits->len > 0)
        p += 2;
      else if (strchr (" .-/()_", *p) == NULL)
        return NULL;
    }

  return g_string_free_and_steal (g_steal_pointer (&digits));
}

/* Numbers that are dialled like those of the mainland and belong to another country code. */
static const char *
get_overseas_code (const char *national)
{
  static const char *const codes[][2] = {
    { "690", "+590" },
    { "691", "+590" },
    { "692", "+262" },
    { "693", "+262" },
    { "694", "+594" },
    { "696", "+596" },
    { "697", "+596" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_has_prefix (national, codes[i][0]))
      return codes[i][1];

  return "+33";
}

/**
 * dites_phone_parse:
 * @text: a telephone number as a person or a spreadsheet writes it
 *
 * Reads French numbers in all their forms, also those whose leading zero a
 * spreadsheet has eaten, and foreign ones with their country code.
 *
 * Returns: (transfer full) (nullable): the number in E.164, or %NULL
 */
char *
dites_phone_parse (const char *text)
{
  g_autofree char *digits = get_digits (text);
  const char      *p = digits;
  gsize            length;

  if (digits == NULL)
    return NULL;

  if (g_str_has_prefix (p, "00"))
    {
      p++;
      digits[1] = '+';
    }
  length = strlen (p);

  if (*p == '+')
    {
      /* “+33 06…”: the zero is dialled inside the country only. */
      if (g_str_has_prefix (p, "+330") && length == 13)
        return g_strconcat ("+33", p + 4, NULL);
      if (length < MIN_DIGITS + 1 || length > MAX_DIGITS + 1 || p[1] == '0' ||
          (g_str_has_prefix (p, "+33") && (length != 12 || p[3] == '0')))
        return NULL;
      return g_strdup (p);
    }

  if (length == 11 && g_str_has_prefix (p, "33") && p[2] != '0')
    return g_strconcat ("+", p, NULL);
  if (length == 12 && g_str_has_prefix (p, "330"))
    return g_strconcat ("+33", p + 3, NULL);
  if (length == 10 && *p == '0')
    p++;
  else if (length != 9)
    return NULL;

  return *p != '0' ? g_strconcat (get_overseas_code (p), p, NULL) : NULL;
}

/* How many digits the country code has, by the first two. */
static gsize
get_code_length (const char *digits)
{
  static const char *const three[] = { "21", "22", "23", "24", "25", "26", "29", "35", "37", "38", "42", "50", "59",
                                       "67", "68", "69", "80", "85", "87", "88", "96", "97", "99" };

  if (*digits == '1' || *digits == '7')
    return 1;
  for (gsize i = 0; i < G_N_ELEMENTS (three); i++)
    if (g_str_has_prefix (digits, three[i]))
      return 3;

  return 2;
}

/**
 * dites_phone_format:
 * @e164: a number in E.164
 *
 * Returns: (transfer full): the number as it is written in France: pairs of
 *   digits, with no-break spaces
 */
char *
dites_phone_format (const char *e164)
{
  GString    *out = g_string_new (NULL);
  const char *p = e164;
  gsize       length, group;

  if (g_str_has_prefix (p, "+33") && strlen (p) == 12 && strcmp (get_overseas_code (p + 3), "+33") == 0)
    {
      g_string_append_c (out, '0');
      g_string_append_c (out, p[3]);
      p += 4;
    }
  else if (*p == '+' && strlen (p) > MIN_DIGITS)
    {
      gsize code = get_code_length (p + 1);

      g_string_append_len (out, p, code + 1);
      p += code + 1;
      group = strlen (p) % 2 == 1 ? 3 : 2;
      g_string_append (out, NBSP);
      g_string_append_len (out, p, group);
      p += group;
    }
  else
    {
      g_string_append (out, p);
      return g_string_free_and_steal (out);
    }

  for (length = strlen (p); length > 0; length -= group, p += group)
    {
      group = MIN (length, 2);
      g_string_append (out, NBSP);
      g_string_append_len (out, p, group);
    }

  return g_string_free_and_steal (out);
}

/**
 * dites_rpps_is_valid:
 * @digits: a text
 *
 * Tells whether @digits is a number of the RPPS, the register of health
 * professionals: eleven digits, of which the last is the check digit of
 * ISO/IEC 7812-1, annex B (“Luhn”).
 *
 * Returns: whether it is
 */
gboolean
dites_rpps_is_valid (const char *digits)
{
  int sum = 0;

  if (strlen (digits) != 11 || strspn (digits, "0123456789") != 11)
    return FALSE;

  for (int i = 0; i < 11; i++)
    {
      int digit = digits[10 - i] - '0';

      if (i % 2 == 1)
        digit = digit * 2 - (digit > 4 ? 9 : 0);
      sum += digit;
    }

  return sum > 0 && sum % 10 == 0;
}

/**
 * dites_email_is_valid:
 * @text: a text
 *
 * Tells whether mail could be sent to @text; it is stricter than RFC 5322, as
 * the addresses of people are.
 *
 * Returns: whether it could
 */
gboolean
dites_email_is_valid (const char *text)
{
  const char *at = strchr (text, '@');
  const char *label;

  if (at == NULL || at == text || strchr (at + 1, '@') != NULL || strlen (text) > 254 ||
      strpbrk (text, " \t\r\n<>()[],;:\"\\") != NULL || strstr (text, "..") != NULL || *text == '.' || at[-1] == '.')
    return FALSE;

  label = at + 1;
  if (strchr (label, '.') == NULL)
    return FALSE;
  while (TRUE)
    {
      gsize length = strcspn (label, ".");

      if (length == 0 || *label == '-' || label[length - 1] == '-')
        return FALSE;
      for (gsize i = 0; i < length; i++)
        if ((guchar) label[i] < 0x80 && !g_ascii_isalnum (label[i]) && label[i] != '-')
          return FALSE;
      if (label[length] == '\0')
        return length >= 2;
      label += length + 1;
    }
}

/* ASCII needs no tables, and does not change with the locale as Turkish has it. */
static char *
to_upper (const char *text)
{
  return g_str_is_ascii (text) ? g_ascii_strup (text, -1) : g_utf8_strup (text, -1);
}

static char *
to_lower (const char *text)
{
  return g_str_is_ascii (text) ? g_ascii_strdown (text, -1) : g_utf8_strdown (text, -1);
}

/**
 * dites_name_format:
 * @family_name: a family name as it was written
 *
 * Returns: (transfer full): the name in capitals, accents kept
 */
char *
dites_name_format (const char *family_name)
{
  return to_upper (family_name);
}

/**
 * dites_first_name_format:
 * @first_name: a first name as it was written
 *
 * Returns: (transfer full): the name with a capital in front of each part; one
 *   that was not written in one case stays as it is
 */
char *
dites_first_name_format (const char *first_name)
{
  g_autofree char *upper = to_upper (first_name);
  g_autofree char *lower = to_lower (first_name);
  gboolean         start = TRUE;
  GString         *out;

  if (strcmp (upper, first_name) != 0 && strcmp (lower, first_name) != 0)
    return g_strdup (first_name);

  out = g_string_sized_new (strlen (lower) + 4);
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, start ? g_unichar_totitle (c) : c);
      start = !g_unichar_isalpha (c) && !g_unichar_ismark (c);
    }

  return g_string_free_and_steal (out);
}
