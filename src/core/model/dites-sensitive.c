/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-sensitive.h"

#include <string.h>

#include "dites-fold.h"

/* What a list may hold and the mission has no purpose for (GDPR, article 5-1-c:
 * data minimisation): it is never read into a document, and the plan says so. */

static const char *const headers[] = {
  "nir", "n nir", "numero nir", "insee", "n insee", "numero insee", "nni", "num secu", "n secu", "no secu", "numero secu", "secu",
  "n ss", "no ss", "num ss", "numero ss", "ss", "cni", "n cni", "passeport", "n passeport", "n de passeport", "numero de passeport",
  "ine", "n ine", "no ine", "numero ine", "code ine", "ine nne", "bea", "nne", "cod nne ind", "cod cle nne ind",
  "iban", "rib", "bic", "code banque", "compte bancaire", "n de compte", "coordonnees bancaires", "domiciliation bancaire",
  "nationalite", "nationalites", "pays de nationalite", "cod pay nat", "lib nat", "citoyennete", "titre de sejour",
  "situation familiale", "situation de famille", "situation maritale", "situation matrimoniale", "etat matrimonial", "statut marital",
  "nombre d enfants", "nb enfants", "enfants a charge", "cod fam", "lib fam",
  "lieu de naissance", "ville de naissance", "commune de naissance", "pays de naissance", "departement de naissance", "dept de naissance",
  "ne a", "nee a", "ne e a", "lib vil nai etu", "cod dep pay nai", "lib pay nai", "place of birth", "nationality",
  "religion", "origine ethnique", "handicap", "rqth", "allergies", "allergie", "intolerances", "regime alimentaire", "regimes alimentaires", "grossesse", "sante", "etat de sante", "groupe sanguin", "vaccins", "vaccination", "vaccinations", "orientation sexuelle", "syndicat",
  NULL
};

/* Parts of headers that say it whatever stands around them. */
static const char *const parts[] = {
  "securite sociale", "secu sociale", "iban", "nationalite", "situation familiale", "lieu de naissance", "coordonnees bancaires", "carte vitale",
  "carte d identite", "carte nationale d identite", NULL
};

/**
 * dites_header_is_sensitive:
 * @header: the header of a column, folded or not
 *
 * Returns: whether the column holds data that must not be read: social security
 *   and student identifiers, bank accounts, nationality, family status, birth place, health
 */
gboolean
dites_header_is_sensitive (const char *header)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (header != NULL, FALSE);

  words = dites_fold_words (header);
  if (g_strv_contains (headers, words))
    return TRUE;

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      if (strstr (words, parts[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The social security number: sex, year, month, place (2A and 2B in Corsica), order, and a key. */
static gboolean
is_social_security_number (const char *digits,
                           gsize       length)
{
  char   number[14] = { 0 };
  gint64 value;
  int    month;

  if (length != 13 && length != 15)
    return FALSE;
  if (strchr ("123478", digits[0]) == NULL)
    return FALSE;

  memcpy (number, digits, 13);
  value = 0;
  if (number[5] == '2' && (number[6] == 'A' || number[6] == 'B'))
    {
      value = number[6] == 'A' ? -1000000 : -2000000;
      number[6] = '0';
    }
  if (strspn (number, "0123456789") != 13)
    return FALSE;

  month = (number[3] - '0') * 10 + number[4] - '0';
  if (month == 0 || (month > 12 && month < 20) || (month > 42 && month < 50))
    return FALSE;

  value += g_ascii_strtoll (number, NULL, 10);
  if (length == 15)
    return g_ascii_isdigit (digits[13]) && g_ascii_isdigit (digits[14]) &&
           97 - value % 97 == (digits[13] - '0') * 10 + digits[14] - '0';

  /* Without its key thirteen digits may be anything, a barcode or an amount: not told by the look. */
  return FALSE;
}

/* ISO 13616: the country, two check digits and the account, as a number of which mod 97 is 1. */
static gboolean
is_iban (const char *text,
         gsize       length)
{
  int rest = 0;

  if (length < 15 || length > 34 || !g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1]) ||
      !g_ascii_isdigit (text[2]) || !g_ascii_isdigit (text[3]))
    return FALSE;

  /* What has the length and the letters of a French one is one, even mistyped. */
  if (length == 27 && g_str_has_prefix (text, "FR"))
    return TRUE;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[(i + 4) % length];

      if (g_ascii_isdigit (c))
        rest = (rest * 10 + c - '0') % 97;
      else
        rest = (rest * 100 + c - 'A' + 10) % 97;
    }

  return rest == 1;
}

/**
 * dites_value_is_sensitive:
 * @text: what a cell holds
 *
 * Tells a social security number or an IBAN by its look and its check digits.
 *
 * Returns: whether it is one
 */
gboolean
dites_value_is_sensitive (const char *text)
{
  char  compact[36] = { 0 };
  gsize length = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == '.' || c == '-' || c == '\'')
        continue;
      if (c > 127 || !g_ascii_isalnum (c) || length == sizeof compact - 1)
        return FALSE;
      compact[length++] = g_ascii_toupper (c);
    }

  return is_social_security_number (compact, length) || is_iban (compact, length);
}
