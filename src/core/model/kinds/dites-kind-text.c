/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kind-text.h"

#include <glib/gi18n.h>

/**
 * dites_kind_text_add:
 * @line: a line that grows
 * @text: (nullable): what to add; nothing when it is empty
 *
 * Adds one more thing to a subtitle.
 */
void
dites_kind_text_add (GString    *line,
                     const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, text);
}

/**
 * dites_kind_text_add_field:
 * @line: a line that grows
 * @kind: the kind of @document
 * @document: a document
 * @member: the name of a field
 * @title_of: (nullable) (scope call): knows the titles of other documents
 * @user_data: data for @title_of
 *
 * Adds the value of a field, as a person reads it, to a subtitle.
 */
void
dites_kind_text_add_field (GString         *line,
                           const DitesKind *kind,
                           DitesDocument   *document,
                           const char      *member,
                           DitesTitleFunc   title_of,
                           gpointer         user_data)
{
  const DitesField *field = dites_kind_get_field (kind, member);
  g_autofree char  *text = dites_field_format (field, document, title_of, user_data);

  dites_kind_text_add (line, text);
}

/**
 * dites_kind_dup_shown:
 * @kind: the kind of @document
 * @document: a document
 * @member: the name of a field
 * @title_of: (nullable) (scope call): knows the titles of other documents
 * @user_data: data for @title_of
 *
 * Returns: (transfer full): the value of a field, as a person reads it, or an empty text
 */
char *
dites_kind_dup_shown (const DitesKind *kind,
                      DitesDocument   *document,
                      const char      *member,
                      DitesTitleFunc   title_of,
                      gpointer         user_data)
{
  char *text = dites_field_format (dites_kind_get_field (kind, member), document, title_of, user_data);

  return text != NULL ? text : g_strdup ("");
}

/**
 * dites_kind_check_order:
 * @problems: where problems are added
 * @document: a document
 * @first: the name of a field with a day
 * @last: the name of the one that may not be before it
 *
 * Checks that something does not end before it begins.
 */
void
dites_kind_check_order (GPtrArray     *problems,
                        DitesDocument *document,
                        const char    *first,
                        const char    *last)
{
  DitesDay         from = dites_document_get_day (document, first);
  DitesDay         to = dites_document_get_day (document, last);
  g_autofree char *text = NULL;

  if (from == DITES_DAY_NONE || to == DITES_DAY_NONE || from <= to)
    return;

  text = dites_day_format (from, DITES_DAY_LONG);
  dites_problem_add (problems, last, DITES_SEVERITY_ERROR,
                     /* Translators: %s is a date. */
                     _("The end is before the beginning: a day from %s on is expected"), text);
}

/**
 * dites_kind_check_postcode:
 * @problems: where problems are added
 * @document: a document
 * @member: the name of the field with the postcode
 *
 * Checks that a postcode has the five digits of a French one.
 */
void
dites_kind_check_postcode (GPtrArray     *problems,
                           DitesDocument *document,
                           const char    *member)
{
  g_autofree char *postcode = dites_document_dup_string (document, member);

  if (postcode == NULL || *postcode == '\0')
    return;

  if (strlen (postcode) != 5 || strspn (postcode, "0123456789") != 5)
    dites_problem_add (problems, member, DITES_SEVERITY_WARNING,
                       _("“%s” is not a postcode: five digits are expected"), postcode);
}

/**
 * dites_kind_dup_folded:
 * @document: a document
 * @member: the name of a field with a text
 * @fold: one of the functions of dites-fold.h
 *
 * Returns: (transfer full): the folded value, or an empty text
 */
char *
dites_kind_dup_folded (DitesDocument *document,
                       const char    *member,
                       char *(*fold) (const char *text))
{
  g_autofree char *value = dites_document_dup_string (document, member);

  return value != NULL ? fold (value) : g_strdup ("");
}

/**
 * dites_kind_add_key:
 * @keys: where keys are added
 * @name: what the key consists of: “email”
 * @first_part: the first part of the key
 * @...: more parts, then %NULL
 *
 * Adds a key that identifies a document, unless its first part is empty.
 */
void
dites_kind_add_key (GPtrArray  *keys,
                    const char *name,
                    const char *first_part,
                    ...)
{
  g_autofree char *key = NULL;
  gsize            length;
  const char      *part;
  char            *end;
  va_list          args;

  if (first_part == NULL || *first_part == '\0')
    return;

  length = strlen (name) + 1 + strlen (first_part) + 1;
  va_start (args, first_part);
  while ((part = va_arg (args, const char *)) != NULL)
    length += 1 + strlen (part);
  va_end (args);

  key = g_malloc (length);
  end = g_stpcpy (g_stpcpy (g_stpcpy (key, name), ":"), first_part);
  va_start (args, first_part);
  while ((part = va_arg (args, const char *)) != NULL)
    end = g_stpcpy (g_stpcpy (end, "|"), part);
  va_end (args);

  for (guint i = 0; i < keys->len; i++)
    {
      if (strcmp (g_ptr_array_index (keys, i), key) == 0)
        return;
    }

  g_ptr_array_add (keys, g_steal_pointer (&key));
}
