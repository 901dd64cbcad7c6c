/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-json.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"

/* Deeper nesting is nobody's document, and the stack is finite. */
#define MAX_DEPTH 64

typedef struct
{
  const char *p;
  const char *end;
  GError    **error;
} Checker;

static gboolean check_value (Checker *self,
                             int      depth);

static gboolean
fail (Checker    *self,
      const char *message)
{
  g_set_error_literal (self->error, DITES_ERROR, DITES_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
fail_syntax (Checker *self)
{
  return fail (self, _("This is not valid JSON"));
}

static void
skip_space (Checker *self)
{
  while (self->p < self->end && strchr (" \n\r\t", *self->p) != NULL && *self->p != '\0')
    self->p++;
}

static gboolean
take (Checker *self,
      char     c)
{
  if (self->p >= self->end || *self->p != c)
    return FALSE;

  self->p++;
  return TRUE;
}

/* Behind “\u”: four digits; a half of a pair must be followed by the other. */
static gboolean
check_unicode_escape (Checker *self)
{
  gunichar units[2] = { 0, 0 };
  int      n = 1;

  for (int i = 0; i < n; i++)
    {
      if (i == 1 && (!take (self, '\\') || !take (self, 'u')))
        return fail_syntax (self);
      if (self->end - self->p < 4)
        return fail_syntax (self);
      for (int digit = 0; digit < 4; digit++, self->p++)
        {
          if (!g_ascii_isxdigit (*self->p))
            return fail_syntax (self);
          units[i] = units[i] * 16 + g_ascii_xdigit_value (*self->p);
        }
      if (i == 0 && units[0] >= 0xd800 && units[0] < 0xdc00)
        n = 2;
    }

  if (n == 2 ? units[1] < 0xdc00 || units[1] > 0xdfff : units[0] >= 0xdc00 && units[0] <= 0xdfff)
    return fail_syntax (self);

  return TRUE;
}

static gboolean
check_string (Checker *self)
{
  if (!take (self, '"'))
    return fail_syntax (self);

  while (self->p < self->end)
    {
      guchar c = (guchar) *self->p++;

      if (c == '"')
        return TRUE;
      if (c < 0x20)
        return fail_syntax (self);
      if (c != '\\')
        continue;

      if (self->p >= self->end)
        return fail_syntax (self);
      c = (guchar) *self->p++;
      if (c == 'u')
        {
          if (!check_unicode_escape (self))
            return FALSE;
        }
      else if (c == '\0' || strchr ("\"\\/bfnrt", c) == NULL)
        {
          return fail_syntax (self);
        }
    }

  return fail_syntax (self);
}

static gsize
skip_digits (Checker *self)
{
  const char *start = self->p;

  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;

  return self->p - start;
}

static gboolean
check_number (Checker *self)
{
  take (self, '-');
  if (!take (self, '0') && skip_digits (self) == 0)
    return fail_syntax (self);
  if (take (self, '.') && skip_digits (self) == 0)
    return fail_syntax (self);
  if (take (self, 'e') || take (self, 'E'))
    {
      if (!take (self, '+'))
        take (self, '-');
      if (skip_digits (self) == 0)
        return fail_syntax (self);
    }

  return TRUE;
}

static gboolean
check_word (Checker    *self,
            const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->p) < length || memcmp (self->p, word, length) != 0)
    return fail_syntax (self);

  self->p += length;
  return TRUE;
}

/* A name that comes twice has two values, of which libraries drop one. */
static gboolean
check_name (Checker    *self,
            GHashTable *names)
{
  const char      *start = self->p;
  g_autofree char *name = NULL;
  DitesJson        json;

  if (!check_string (self))
    return FALSE;

  json.text = start;
  json.length = self->p - start;
  name = dites_json_dup_string (json);
  if (!g_hash_table_add (names, g_strdup (name)))
    {
      g_set_error (self->error, DITES_ERROR, DITES_ERROR_INVALID,
                   /* Translators: %s is the name of a member of a JSON object. */
                   _("“%s” stands there twice"), name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_object (Checker *self,
              int      depth)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->p++;
  skip_space (self);
  if (take (self, '}'))
    return TRUE;

  do
    {
      skip_space (self);
      if (!check_name (self, names))
        return FALSE;
      skip_space (self);
      if (!take (self, ':'))
        return fail_syntax (self);
      if (!check_value (self, depth + 1))
        return FALSE;
      skip_space (self);
    }
  while (take (self, ','));

  return take (self, '}') || fail_syntax (self);
}

static gboolean
check_array (Checker *self,
             int      depth)
{
  self->p++;
  skip_space (self);
  if (take (self, ']'))
    return TRUE;

  do
    {
      if (!check_value (self, depth + 1))
        return FALSE;
      skip_space (self);
    }
  while (take (self, ','));

  return take (self, ']') || fail_syntax (self);
}

static gboolean
check_value (Checker *self,
             int      depth)
{
  if (depth > MAX_DEPTH)
    return fail (self, _("This is nested too deeply"));

  skip_space (self);
  if (self->p >= self->end)
    return fail_syntax (self);

  switch (*self->p)
    {
    case '{':
      return check_object (self, depth);
    case '[':
      return check_array (self, depth);
    case '"':
      return check_string (self);
    case 't':
      return check_word (self, "true");
    case 'f':
      return check_word (self, "false");
    case 'n':
      return check_word (self, "null");
    default:
      return check_number (self);
    }
}

/**
 * dites_json_check:
 * @text: any bytes
 * @length: how many, or -1 if they end with a NUL
 * @error: return location for an error
 *
 * Tells whether @text is one JSON value (RFC 8259) in valid UTF-8 that every
 * store we know takes: no name twice in an object, no lone surrogate, nested
 * at most 64 deep. Numbers of any size and U+0000 in a string are right.
 *
 * Returns: whether it is; else %FALSE with @error set to %DITES_ERROR_INVALID
 */
gboolean
dites_json_check (const char *text,
                  gssize      length,
                  GError    **error)
{
  Checker self;

  self.p = text;
  self.end = text + (length < 0 ? strlen (text) : (gsize) length);
  self.error = error;

  if (!g_utf8_validate_len (text, self.end - text, NULL))
    return fail (&self, _("This is not text in UTF-8"));
  if (!check_value (&self, 0))
    return FALSE;

  skip_space (&self);

  return self.p == self.end || fail_syntax (&self);
}
