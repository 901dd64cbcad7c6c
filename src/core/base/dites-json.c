/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-json-private.h"

#include <string.h>

#define is_space(c) ((c) == ' ' || (c) == '\n' || (c) == '\r' || (c) == '\t')

/* Everything below walks a checked text: it trusts brackets and quotes. A text that a disk has
 * spoiled since yields odd values, and nothing worse: every walk goes on, and stays inside. */

static const char *
skip_space (const char *p,
            const char *end)
{
  while (p < end && is_space (*p))
    p++;

  return p;
}

/* From the opening quote to behind the closing one. */
static const char *
skip_string (const char *p,
             const char *end)
{
  for (p++; p < end;)
    {
      const char *quote = memchr (p, '"', end - p);
      const char *escape;

      if (quote == NULL)
        return end;
      escape = memchr (p, '\\', quote - p);
      if (escape == NULL)
        return quote + 1;
      p = escape + 2;
    }

  return end;
}

static const char *
skip_container (const char *p,
                const char *end)
{
  int depth = 0;

  while (p < end)
    switch (*p)
      {
      case '"':
        p = skip_string (p, end);
        break;

      case '{':
      case '[':
        depth++;
        p++;
        break;

      case '}':
      case ']':
        p++;
        if (--depth == 0)
          return p;
        break;

      default:
        p++;
      }

  return end;
}

static const char *
skip_value (const char *p,
            const char *end)
{
  if (p < end && *p == '"')
    return skip_string (p, end);
  if (p < end && (*p == '{' || *p == '['))
    return skip_container (p, end);

  while (p < end && !is_space (*p) && *p != ',' && *p != ']' && *p != '}')
    p++;

  return p;
}

/**
 * dites_json_of:
 * @text: a checked JSON text
 * @length: its length in bytes, or -1 if it ends with a NUL
 *
 * Returns: the value that @text holds, without the space around it
 */
DitesJson
dites_json_of (const char *text,
               gssize      length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  DitesJson   json;

  /* The text holds nothing else, so its end is the value's. */
  while (end > text && is_space (end[-1]))
    end--;
  json.text = skip_space (text, end);
  json.length = end - json.text;

  return json;
}

/**
 * dites_json_get_type:
 * @json: a value
 *
 * Returns: what it is
 */
DitesJsonType
dites_json_get_type (DitesJson json)
{
  if (json.text == NULL || json.length == 0)
    return DITES_JSON_NONE;
  if (*json.text == '-' || g_ascii_isdigit (*json.text))
    return DITES_JSON_NUMBER;
  if (*json.text == '"' && json.length < 2)
    return DITES_JSON_NONE;

  return (DitesJsonType) *json.text;
}

/**
 * dites_json_iter_init:
 * @iter: (out caller-allocates): the walk
 * @json: an object or an array; anything else has nothing to walk through
 */
void
dites_json_iter_init (DitesJsonIter *iter,
                      DitesJson      json)
{
  DitesJsonType type = dites_json_get_type (json);

  iter->object = type == DITES_JSON_OBJECT;
  iter->position = json.text;
  iter->end = json.text;

  if (iter->object || type == DITES_JSON_ARRAY)
    {
      iter->position = json.text + 1;
      iter->end = json.text + json.length - 1;
    }
}

/**
 * dites_json_iter_next:
 * @iter: a walk
 * @name: (out) (optional): the member's name, a JSON string; empty in an array
 * @value: (out): its value
 *
 * Returns: %FALSE when there is nothing more
 */
gboolean
dites_json_iter_next (DitesJsonIter *iter,
                      DitesJson     *name,
                      DitesJson     *value)
{
  const char *p = skip_space (iter->position, iter->end);
  DitesJson   found = { NULL, 0 };

  if (p < iter->end && *p == ',')
    p = skip_space (p + 1, iter->end);
  if (p >= iter->end)
    return FALSE;

  if (iter->object)
    {
      found.text = p;
      p = skip_string (p, iter->end);
      found.length = p - found.text;
      if (*found.text != '"' || found.length < 2 || p >= iter->end)
        return FALSE;
      p = skip_space (p, iter->end);
      p = skip_space (p + 1, iter->end); /* the colon */
    }
  if (name != NULL)
    *name = found;

  value->text = p;
  iter->position = skip_value (p, iter->end);
  value->length = iter->position - p;

  return value->length > 0;
}

/**
 * dites_json_is_empty:
 * @json: a value
 *
 * Returns: whether it says no more than none would: null, "" or []
 */
gboolean
dites_json_is_empty (DitesJson json)
{
  DitesJsonIter iter;
  DitesJson     element;

  switch ((int) dites_json_get_type (json))
    {
    case DITES_JSON_NULL:
      return TRUE;
    case DITES_JSON_STRING:
      return json.length == 2;
    case DITES_JSON_ARRAY:
      dites_json_iter_init (&iter, json);
      return !dites_json_iter_next (&iter, NULL, &element);
    default:
      return FALSE;
    }
}

/**
 * dites_json_get_member:
 * @object: a value
 * @name: the name of a member
 * @value: (out): its value
 *
 * Returns: whether @object is an object with such a member
 */
gboolean
dites_json_get_member (DitesJson   object,
                       const char *name,
                       DitesJson  *value)
{
  DitesJsonIter iter;
  DitesJson     member;

  if (dites_json_get_type (object) != DITES_JSON_OBJECT)
    return FALSE;

  dites_json_iter_init (&iter, object);
  while (dites_json_iter_next (&iter, &member, value))
    if (dites_json_string_equal (member, name))
      return TRUE;

  return FALSE;
}

/**
 * dites_json_dup_members:
 * @object: a JSON object
 *
 * For an object of which many members are asked for, one after the other.
 *
 * Returns: (transfer full): a table of the names to their values (#DitesJson), which
 *   point into @object; of several members with one name it has the first
 */
GHashTable *
dites_json_dup_members (DitesJson object)
{
  GHashTable   *members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  DitesJsonIter iter;
  DitesJson     name, value;

  if (dites_json_get_type (object) != DITES_JSON_OBJECT)
    return members;

  dites_json_iter_init (&iter, object);
  while (dites_json_iter_next (&iter, &name, &value))
    {
      char *key = dites_json_dup_string (name);

      if (g_hash_table_contains (members, key))
        g_free (key);
      else
        g_hash_table_insert (members, key, g_memdup2 (&value, sizeof value));
    }

  return members;
}

static gboolean
read_hex4 (const char *p,
           const char *end,
           gunichar   *c)
{
  *c = 0;
  if (end - p < 4)
    return FALSE;
  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return FALSE;
      *c = *c * 16 + g_ascii_xdigit_value (p[i]);
    }

  return TRUE;
}

/* Reads a character behind “\u”, of one half or two; U+FFFD where it is none. */
static const char *
read_unicode_escape (const char *p,
                     const char *end,
                     gunichar   *c)
{
  gunichar low;

  if (!read_hex4 (p, end, c))
    {
      *c = 0xfffd;
      return p;
    }
  p += 4;
  if (*c >= 0xd800 && *c < 0xdc00 && end - p >= 6 && read_hex4 (p + 2, end, &low))
    {
      *c = 0x10000 + ((*c - 0xd800) << 10) + (low - 0xdc00);
      p += 6;
    }
  if (!g_unichar_validate (*c))
    *c = 0xfffd;

  return p;
}

/* Appends the string that begins at @p, which may hold NUL bytes. */
static void
append_decoded (GString  *out,
                DitesJson json)
{
  const char *p = json.text + 1;
  const char *end = json.text + json.length - 1;

  while (p < end)
    {
      const char *stop = memchr (p, '\\', end - p);
      gunichar    c;

      g_string_append_len (out, p, (stop != NULL ? stop : end) - p);
      if (stop == NULL)
        return;

      p = stop + 2;
      switch (stop[1])
        {
        case 'b':
          g_string_append_c (out, '\b');
          break;
        case 'f':
          g_string_append_c (out, '\f');
          break;
        case 'n':
          g_string_append_c (out, '\n');
          break;
        case 'r':
          g_string_append_c (out, '\r');
          break;
        case 't':
          g_string_append_c (out, '\t');
          break;
        case 'u':
          p = read_unicode_escape (p, end, &c);
          g_string_append_unichar (out, c);
          break;
        default:
          g_string_append_c (out, stop[1]);
        }
    }
}

/* Private to JSON: whether a string is written otherwise than it reads. */
gboolean
dites_json_has_escape (DitesJson json)
{
  return memchr (json.text, '\\', json.length) != NULL;
}

/* Private to JSON: (transfer full): the text of a string, which may hold NUL bytes. */
GString *
dites_json_decode (DitesJson json)
{
  GString *out = g_string_sized_new (json.length);

  append_decoded (out, json);

  return out;
}

/**
 * dites_json_dup_string:
 * @json: a value
 *
 * Returns: (transfer full) (nullable): the text of a string, with U+FFFD for
 *   each U+0000 in it; %NULL if @json is none
 */
char *
dites_json_dup_string (DitesJson json)
{
  GString *out;

  if (dites_json_get_type (json) != DITES_JSON_STRING)
    return NULL;
  if (!dites_json_has_escape (json))
    {
      char *text = g_malloc (json.length - 1);

      memcpy (text, json.text + 1, json.length - 2);
      text[json.length - 2] = '\0';
      return text;
    }

  out = dites_json_decode (json);
  if (memchr (out->str, '\0', out->len) != NULL)
    {
      GString *shown = g_string_sized_new (out->len + 8);

      for (gsize i = 0; i < out->len; i++)
        if (out->str[i] == '\0')
          g_string_append (shown, "\xef\xbf\xbd");
        else
          g_string_append_c (shown, out->str[i]);
      g_string_free (out, TRUE);
      out = shown;
    }

  return g_string_free_and_steal (out);
}

/**
 * dites_json_string_equal:
 * @json: a value
 * @string: a text
 *
 * Returns: whether @json is a string with the text @string
 */
gboolean
dites_json_string_equal (DitesJson   json,
                         const char *string)
{
  gsize    length = strlen (string);
  gboolean equal;
  GString *decoded;

  if (dites_json_get_type (json) != DITES_JSON_STRING)
    return FALSE;
  if (!dites_json_has_escape (json))
    return json.length - 2 == length && memcmp (json.text + 1, string, length) == 0;

  decoded = dites_json_decode (json);
  equal = decoded->len == length && memcmp (decoded->str, string, length) == 0;
  g_string_free (decoded, TRUE);

  return equal;
}

/**
 * dites_json_get_int:
 * @json: a value
 * @value: (out): the number
 *
 * Returns: whether @json is a number written as an integer that fits
 */
gboolean
dites_json_get_int (DitesJson json,
                    gint64   *value)
{
  g_autofree char *owned = NULL;
  char             buffer[24];
  const char      *text = buffer;

  if (dites_json_get_type (json) != DITES_JSON_NUMBER || json.length >= sizeof buffer)
    return FALSE;

  memcpy (buffer, json.text, json.length);
  buffer[json.length] = '\0';

  return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, value, NULL);
}

/**
 * dites_json_append_string:
 * @out: where to write
 * @string: valid UTF-8
 *
 * Appends @string as a JSON string, with its quotes.
 */
void
dites_json_append_string (GString    *out,
                          const char *string)
{
  const char *run = string;
  const char *p;

  g_string_append_c (out, '"');
  for (p = string; *p != '\0'; p++)
    {
      guchar c = (guchar) *p;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;

      g_string_append_len (out, run, p - run);
      run = p + 1;
      if (c == '"' || c == '\\')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, (char) c);
        }
      else if (c == '\n')
        g_string_append (out, "\\n");
      else if (c == '\t')
        g_string_append (out, "\\t");
      else
        g_string_append_printf (out, "\\u%04x", c);
    }
  g_string_append_len (out, run, p - run);
  g_string_append_c (out, '"');
}
