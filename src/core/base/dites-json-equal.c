/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-json-private.h"

#include <string.h>

/* Whether two texts mean the same, however they are written. */

/* A number as digits without zeros around them, and a power of ten: 1.50e1 is 15 × 10⁰. */
typedef struct
{
  gboolean negative;
  GString *digits;
  gint64   exponent;
} Decimal;

static void
read_decimal (DitesJson json,
              Decimal  *decimal)
{
  const char *p = json.text;
  const char *end = json.text + json.length;
  gboolean    fraction = FALSE;

  decimal->negative = *p == '-';
  decimal->digits = g_string_new (NULL);
  decimal->exponent = 0;

  for (; p < end && *p != 'e' && *p != 'E'; p++)
    {
      if (*p == '.')
        fraction = TRUE;
      else if (g_ascii_isdigit (*p))
        {
          if (decimal->digits->len > 0 || *p != '0')
            g_string_append_c (decimal->digits, *p);
          if (fraction)
            decimal->exponent--;
        }
    }

  /* An exponent beyond all measure saturates: it is compared and not computed with. */
  if (p < end)
    {
      g_autofree char *exponent = g_strndup (p + 1, end - p - 1);

      decimal->exponent += CLAMP (g_ascii_strtoll (exponent, NULL, 10), -1000000000000, 1000000000000);
    }

  while (decimal->digits->len > 0 && decimal->digits->str[decimal->digits->len - 1] == '0')
    {
      g_string_truncate (decimal->digits, decimal->digits->len - 1);
      decimal->exponent++;
    }
  if (decimal->digits->len == 0)
    {
      decimal->exponent = 0;
      decimal->negative = FALSE;
    }
}

static gboolean
numbers_equal (DitesJson a,
               DitesJson b)
{
  Decimal  x, y;
  gboolean equal;

  if (a.length == b.length && memcmp (a.text, b.text, a.length) == 0)
    return TRUE;

  read_decimal (a, &x);
  read_decimal (b, &y);
  equal = x.negative == y.negative && x.exponent == y.exponent && g_string_equal (x.digits, y.digits);
  g_string_free (x.digits, TRUE);
  g_string_free (y.digits, TRUE);

  return equal;
}

static gboolean
strings_equal (DitesJson a,
               DitesJson b)
{
  gboolean equal;
  GString *x, *y;

  if (!dites_json_has_escape (a) && !dites_json_has_escape (b))
    return a.length == b.length && memcmp (a.text, b.text, a.length) == 0;

  x = dites_json_decode (a);
  y = dites_json_decode (b);
  equal = g_string_equal (x, y);
  g_string_free (x, TRUE);
  g_string_free (y, TRUE);

  return equal;
}

/**
 * dites_json_count:
 * @json: an object or an array
 *
 * Any thread.
 *
 * Returns: how many members or elements it has
 */
guint
dites_json_count (DitesJson json)
{
  DitesJsonIter iter;
  DitesJson     value;
  guint         n = 0;

  dites_json_iter_init (&iter, json);
  while (dites_json_iter_next (&iter, NULL, &value))
    n++;

  return n;
}

static gboolean
objects_equal (DitesJson a,
               DitesJson b)
{
  DitesJsonIter iter;
  DitesJson     name, value, other;

  if (dites_json_count (a) != dites_json_count (b))
    return FALSE;

  dites_json_iter_init (&iter, a);
  while (dites_json_iter_next (&iter, &name, &value))
    {
      g_autofree char *member = dites_json_dup_string (name);

      if (!dites_json_get_member (b, member, &other) || !dites_json_equal (value, other))
        return FALSE;
    }

  return TRUE;
}

static gboolean
arrays_equal (DitesJson a,
              DitesJson b)
{
  DitesJsonIter x, y;
  DitesJson     value, other;

  dites_json_iter_init (&x, a);
  dites_json_iter_init (&y, b);
  while (dites_json_iter_next (&x, NULL, &value))
    if (!dites_json_iter_next (&y, NULL, &other) || !dites_json_equal (value, other))
      return FALSE;

  return !dites_json_iter_next (&y, NULL, &other);
}

/**
 * dites_json_equal:
 * @a: a value
 * @b: a value
 *
 * Compares what is meant and not how it is written: the order of members does
 * not count, and 1, 1.0 and 1e0 are the same number.
 *
 * Returns: whether they are equal
 */
gboolean
dites_json_equal (DitesJson a,
                  DitesJson b)
{
  DitesJsonType type = dites_json_get_type (a);

  if (type != dites_json_get_type (b))
    return FALSE;

  switch (type)
    {
    case DITES_JSON_OBJECT:
      return objects_equal (a, b);
    case DITES_JSON_ARRAY:
      return arrays_equal (a, b);
    case DITES_JSON_STRING:
      return strings_equal (a, b);
    case DITES_JSON_NUMBER:
      return numbers_equal (a, b);
    case DITES_JSON_NONE:
    case DITES_JSON_TRUE:
    case DITES_JSON_FALSE:
    case DITES_JSON_NULL:
    default:
      return TRUE;
    }
}
