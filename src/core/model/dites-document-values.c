/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-document.h"

/* The members of a document as what they are: texts, numbers, days, parts. */

/**
 * dites_document_dup_string:
 * @self: a document
 * @member: the name of a member
 *
 * Returns: (transfer full) (nullable): its text, or %NULL if it is no string
 */
char *
dites_document_dup_string (DitesDocument *self,
                           const char    *member)
{
  DitesJson value;

  return dites_document_get (self, member, &value) ? dites_json_dup_string (value) : NULL;
}

/**
 * dites_document_dup_strings:
 * @self: a document
 * @member: the name of a member
 *
 * Returns: (transfer full): the strings of an array, or the one string; empty
 *   if there is none
 */
char **
dites_document_dup_strings (DitesDocument *self,
                            const char    *member)
{
  DitesJson     value = { NULL, 0 };
  DitesJson     element;
  DitesJsonIter iter;
  gsize         n = 1;
  char        **strings;

  if (!dites_document_get (self, member, &value) || dites_json_get_type (value) != DITES_JSON_ARRAY)
    {
      strings = g_new0 (char *, 2);
      strings[0] = dites_json_dup_string (value);
      return strings;
    }

  dites_json_iter_init (&iter, value);
  while (dites_json_iter_next (&iter, NULL, &element))
    n++;

  strings = g_new0 (char *, n);
  n = 0;
  dites_json_iter_init (&iter, value);
  while (dites_json_iter_next (&iter, NULL, &element))
    {
      strings[n] = dites_json_dup_string (element);
      if (strings[n] != NULL)
        n++;
    }

  return strings;
}

/**
 * dites_document_get_int:
 * @self: a document
 * @member: the name of a member
 * @value: (out): its value
 *
 * Returns: whether it has one and it is an integer
 */
gboolean
dites_document_get_int (DitesDocument *self,
                        const char    *member,
                        gint64        *value)
{
  DitesJson json;

  return dites_document_get (self, member, &json) && dites_json_get_int (json, value);
}

/**
 * dites_document_get_flag:
 * @self: a document
 * @member: the name of a member
 *
 * Returns: whether it is true
 */
gboolean
dites_document_get_flag (DitesDocument *self,
                         const char    *member)
{
  DitesJson json;

  return dites_document_get (self, member, &json) && dites_json_get_type (json) == DITES_JSON_TRUE;
}

/**
 * dites_document_get_day:
 * @self: a document
 * @member: the name of a member
 *
 * Returns: its date, or %DITES_DAY_NONE
 */
DitesDay
dites_document_get_day (DitesDocument *self,
                        const char    *member)
{
  g_autofree char *text = dites_document_dup_string (self, member);

  return dites_day_from_iso (text);
}

/**
 * dites_document_get_items:
 * @self: a document
 * @member: the name of a member
 *
 * Returns: (transfer container) (element-type DitesDocument): the objects of
 *   an array, each as a document without a kind; empty if there are none
 */
GPtrArray *
dites_document_get_items (DitesDocument *self,
                          const char    *member)
{
  GPtrArray    *items = g_ptr_array_new_with_free_func (g_object_unref);
  DitesJson     value, element;
  DitesJsonIter iter;

  if (dites_document_get (self, member, &value) && dites_json_get_type (value) == DITES_JSON_ARRAY)
    {
      dites_json_iter_init (&iter, value);
      while (dites_json_iter_next (&iter, NULL, &element))
        if (dites_json_get_type (element) == DITES_JSON_OBJECT)
          g_ptr_array_add (items, dites_document_new_part (element.text, element.length));
    }

  return items;
}
