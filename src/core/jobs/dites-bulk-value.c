/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-bulk-value.h"

/**
 * dites_bulk_get_ways:
 * @field: a field of a kind
 *
 * What tells people apart is not given to many, nor what only makes sense in one
 * document: a part of another document, a place on the map, parts and photos.
 *
 * Returns: the ways in which it makes sense to change the field of many documents
 *   at once; 0 if there is none
 */
DitesBulkWays
dites_bulk_get_ways (const DitesField *field)
{
  DitesBulkWays ways = field->flags & DITES_FIELD_REQUIRED ? 0 : DITES_BULK_CLEAR;

  if (field->flags & DITES_FIELD_LIST_ONLY || field->choices_from != NULL)
    return 0;
  if (field->flags & DITES_FIELD_MULTIPLE)
    ways |= DITES_BULK_ADD | DITES_BULK_REMOVE;

  switch (field->type)
    {
    case DITES_FIELD_LINES:
      return ways | DITES_BULK_ADD | DITES_BULK_SET;

    case DITES_FIELD_CHOICE:
    case DITES_FIELD_FLAG:
    case DITES_FIELD_DATE:
    case DITES_FIELD_MONEY:
    case DITES_FIELD_AREA:
    case DITES_FIELD_NUMBER:
    case DITES_FIELD_COMMUNE:
    case DITES_FIELD_TEXT:
    case DITES_FIELD_EMAIL:
    case DITES_FIELD_PHONE:
    case DITES_FIELD_REFERENCE:
      return ways | DITES_BULK_SET;

    case DITES_FIELD_NAME:
    case DITES_FIELD_RPPS:
    case DITES_FIELD_DEGREES:
    case DITES_FIELD_ITEMS:
    case DITES_FIELD_PHOTOS:
    default:
      return 0;
    }
}

static gboolean
contains (DitesJson values,
          DitesJson value)
{
  DitesJsonIter iter;
  DitesJson     element;

  if (dites_json_get_type (values) != DITES_JSON_ARRAY)
    return dites_json_equal (values, value);

  dites_json_iter_init (&iter, values);
  while (dites_json_iter_next (&iter, NULL, &element))
    if (dites_json_equal (element, value))
      return TRUE;

  return FALSE;
}

static void
append (GString  *json,
        DitesJson value)
{
  g_string_append_c (json, json->len == 0 ? '[' : ',');
  g_string_append_len (json, value.text, value.length);
}

/* Those of @values that are not in @without; one that is alone is one of several, too. */
static void
append_without (GString         *json,
                DitesJson        values,
                const DitesJson *without)
{
  DitesJsonIter iter;
  DitesJson     element;

  if (dites_json_get_type (values) != DITES_JSON_ARRAY)
    {
      if (without == NULL || !contains (*without, values))
        append (json, values);
      return;
    }

  dites_json_iter_init (&iter, values);
  while (dites_json_iter_next (&iter, NULL, &element))
    if (without == NULL || !contains (*without, element))
      append (json, element);
}

static char *
change_several (DitesBulkWays    way,
                const DitesJson *before,
                DitesJson        values)
{
  g_autoptr (GString) json = g_string_new (NULL);

  if (before != NULL)
    append_without (json, *before, way == DITES_BULK_REMOVE ? &values : NULL);
  if (way == DITES_BULK_ADD)
    append_without (json, values, before);
  if (json->len == 0)
    return NULL;
  g_string_append_c (json, ']');

  return g_string_free_and_steal (g_steal_pointer (&json));
}

static char *
add_lines (const DitesJson *before,
           const char      *json)
{
  g_autofree char *text = before != NULL ? dites_json_dup_string (*before) : NULL;
  g_autofree char *more = dites_json_dup_string (dites_json_of (json, -1));
  g_autoptr (GString) both = NULL;
  GString *all;

  if (text == NULL || *text == '\0' || more == NULL)
    return g_strdup (json);

  both = g_string_new (text);
  if (both->str[both->len - 1] != '\n')
    g_string_append_c (both, '\n');
  g_string_append (both, more);
  all = g_string_new (NULL);
  dites_json_append_string (all, both->str);

  return g_string_free_and_steal (all);
}

/**
 * dites_bulk_apply:
 * @field: a field of a kind
 * @way: one of the ways that dites_bulk_get_ways() has for it
 * @before: (nullable): what it has; %NULL for nothing
 * @json: (nullable): the new values, as JSON that the field can hold; %NULL for none
 *
 * Values are added once only, after those that are there, and values that nobody
 * knows stay.
 *
 * Returns: (transfer full) (nullable): what it has then; %NULL for nothing
 */
char *
dites_bulk_apply (const DitesField *field,
                  DitesBulkWays     way,
                  const DitesJson  *before,
                  const char       *json)
{
  switch ((int) way)
    {
    case DITES_BULK_ADD:
    case DITES_BULK_REMOVE:
      if (json == NULL)
        return before != NULL ? g_strndup (before->text, before->length) : NULL;
      if (field->flags & DITES_FIELD_MULTIPLE)
        return change_several (way, before, dites_json_of (json, -1));
      return add_lines (before, json);

    case DITES_BULK_CLEAR:
      return NULL;

    case DITES_BULK_SET:
    default:
      return g_strdup (json);
    }
}
