/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kind.h"

/* What a document is found by. */

static void append_searched (GString          *out,
                             const DitesField *fields,
                             DitesJson         object,
                             DitesTitleFunc    title_of,
                             gpointer          user_data);

static void
append_line (GString    *out,
             const char *prefix,
             const char *text)
{
  if (*text == '\0')
    return;

  g_string_append (out, prefix);
  g_string_append (out, text);
  g_string_append_c (out, '\n');
}

/* Who searches for a number types it with spaces, without any, or with the prefix; the
 * search takes pairs of digits for one word, so those of a French number are not kept. */
static void
append_phone (GString    *out,
              const char *number)
{
  g_autofree char *shown = NULL;

  append_line (out, "", number);
  if (g_str_has_prefix (number, "+33"))
    {
      append_line (out, "0", number + strlen ("+33"));
      return;
    }

  shown = dites_phone_format (number);
  append_line (out, "", shown);
}

/* What search finds of one value: how it is shown, and where that differs also how it is stored. */
static void
append_value (GString          *out,
              const DitesField *field,
              DitesJson         value,
              DitesTitleFunc    title_of,
              gpointer          user_data)
{
  g_autofree char *text = NULL;

  if (field->type == DITES_FIELD_ITEMS)
    {
      append_searched (out, field->items, value, title_of, user_data);
      return;
    }

  if (field->type == DITES_FIELD_PHONE && dites_json_get_type (value) == DITES_JSON_STRING)
    {
      text = dites_json_dup_string (value);
      append_phone (out, text);
      return;
    }

  text = dites_value_format (field, value, title_of, user_data);
  append_line (out, "", text);
}

static void
append_values (GString          *out,
               const DitesField *field,
               DitesJson         value,
               DitesTitleFunc    title_of,
               gpointer          user_data)
{
  DitesJsonIter iter;
  DitesJson     element;

  if (dites_json_get_type (value) != DITES_JSON_ARRAY)
    {
      append_value (out, field, value, title_of, user_data);
      return;
    }

  dites_json_iter_init (&iter, value);
  while (dites_json_iter_next (&iter, NULL, &element))
    append_value (out, field, element, title_of, user_data);
}

static gboolean
is_searched (const DitesField *field)
{
  return (field->flags & (DITES_FIELD_SEARCHED | DITES_FIELD_LIST_ONLY)) == DITES_FIELD_SEARCHED;
}

static void
append_searched (GString          *out,
                 const DitesField *fields,
                 DitesJson         object,
                 DitesTitleFunc    title_of,
                 gpointer          user_data)
{
  DitesJson value;

  for (const DitesField *field = fields; field->name != NULL; field++)
    if (is_searched (field) && dites_json_get_member (object, field->name, &value))
      append_values (out, field, value, title_of, user_data);
}

/**
 * dites_kind_search_text:
 * @kind: the kind of @document
 * @document: a document
 * @title_of: (nullable) (scope call): knows the titles of the documents it refers to
 * @user_data: data for @title_of
 *
 * Returns: (transfer full): all that full-text search finds the document by, a line each, not folded
 */
char *
dites_kind_search_text (const DitesKind *kind,
                        DitesDocument   *document,
                        DitesTitleFunc   title_of,
                        gpointer         user_data)
{
  GString  *out;
  DitesJson value;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), NULL);

  out = g_string_new (NULL);
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    if (is_searched (field) && dites_document_get (document, field->name, &value))
      append_values (out, field, value, title_of, user_data);

  return g_string_free (out, FALSE);
}
