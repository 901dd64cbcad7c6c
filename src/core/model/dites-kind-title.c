/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kind.h"

#include <string.h>

/* What a document is called, what it is sorted by, and a new one that is called so. */

/* Whether the table's first look at a document may use @field. */
static gboolean
has_plain_text (const DitesField *field)
{
  switch (field->type)
    {
    case DITES_FIELD_TEXT:
    case DITES_FIELD_NAME:
    case DITES_FIELD_EMAIL:
      return TRUE;

    case DITES_FIELD_LINES:
    case DITES_FIELD_PHONE:
    case DITES_FIELD_RPPS:
    case DITES_FIELD_DATE:
    case DITES_FIELD_MONEY:
    case DITES_FIELD_AREA:
    case DITES_FIELD_DEGREES:
    case DITES_FIELD_NUMBER:
    case DITES_FIELD_CHOICE:
    case DITES_FIELD_FLAG:
    case DITES_FIELD_COMMUNE:
    case DITES_FIELD_REFERENCE:
    case DITES_FIELD_ITEMS:
    case DITES_FIELD_PHOTOS:
    default:
      return FALSE;
    }
}

/* The field a document of a kind without a title of its own is called by: the
 * first required text, else the first text, else the first field. */
static const DitesField *
find_title_field (const DitesKind *kind)
{
  const DitesField *text = NULL;

  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      if (field->flags & DITES_FIELD_LIST_ONLY || !has_plain_text (field))
        continue;
      if (field->flags & DITES_FIELD_REQUIRED)
        return field;
      if (text == NULL)
        text = field;
    }

  return text != NULL ? text : kind->fields;
}

/**
 * dites_kind_new_document:
 * @kind: a kind
 * @name: what a person called it; empty for nothing
 *
 * Makes a document that is stored nowhere yet.
 *
 * Returns: (transfer full): the document; without members if the name says nothing
 */
DitesDocument *
dites_kind_new_document (const DitesKind *kind,
                         const char      *name)
{
  g_autofree char *id = NULL;
  g_autoptr (DitesDocumentBuilder) builder = NULL;
  const DitesField *field;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  id = dites_document_new_id (kind->name);
  builder = dites_document_builder_new (kind->name, id);
  field = find_title_field (kind);
  if (kind->read_name != NULL)
    kind->read_name (builder, name);
  else if (*name != '\0' && has_plain_text (field) && field->flags & DITES_FIELD_REQUIRED)
    dites_document_builder_set_string (builder, field->name, name);

  return dites_document_builder_end (builder);
}

/* One line without space around it; frees @text. */
static char *
to_line (char *text)
{
  if (strpbrk (text, "\r\n\t\v\f") != NULL)
    g_strdelimit (text, "\r\n\t\v\f", ' ');

  return g_strstrip (text);
}

/**
 * dites_kind_title:
 * @kind: the kind of @document
 * @document: a document
 * @title_of: (nullable) (scope call): knows the titles of the documents it refers to
 * @user_data: data for @title_of
 *
 * Returns: (transfer full): what people call the document: one line, never empty
 */
char *
dites_kind_title (const DitesKind *kind,
                  DitesDocument   *document,
                  DitesTitleFunc   title_of,
                  gpointer         user_data)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), NULL);

  if (kind->title != NULL)
    title = kind->title (document, title_of, user_data);
  else if (kind->fields->name != NULL)
    title = dites_field_format (find_title_field (kind), document, title_of, user_data);

  if (title != NULL)
    to_line (title);

  if (title == NULL || *title == '\0')
    return dites_kind_dup_nameless (kind);

  return g_steal_pointer (&title);
}

/* The listed fields but the one in the title, as many as fit on a line. */
static char *
make_subtitle (const DitesKind *kind,
               DitesDocument   *document,
               DitesTitleFunc   title_of,
               gpointer         user_data)
{
  const DitesField *in_title = find_title_field (kind);
  GString          *line = g_string_new (NULL);
  guint             n = 0;

  for (const DitesField *field = kind->fields; field->name != NULL && n < 3; field++)
    {
      g_autofree char *text = NULL;

      if (field == in_title ||
          (field->flags & (DITES_FIELD_LISTED | DITES_FIELD_LIST_ONLY)) != DITES_FIELD_LISTED)
        continue;

      text = dites_field_format (field, document, title_of, user_data);
      if (text == NULL || *text == '\0')
        continue;

      if (n++ > 0)
        g_string_append (line, " · ");
      g_string_append (line, text);
    }

  return g_string_free (line, FALSE);
}

/**
 * dites_kind_subtitle:
 * @kind: the kind of @document
 * @document: a document
 * @title_of: (nullable) (scope call): knows the titles of the documents it refers to
 * @user_data: data for @title_of
 *
 * Returns: (transfer full): what tells the document from its like: one line or an empty text
 */
char *
dites_kind_subtitle (const DitesKind *kind,
                     DitesDocument   *document,
                     DitesTitleFunc   title_of,
                     gpointer         user_data)
{
  char *subtitle = NULL;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), NULL);

  if (kind->subtitle != NULL)
    subtitle = kind->subtitle (document, title_of, user_data);
  else if (kind->fields->name != NULL)
    subtitle = make_subtitle (kind, document, title_of, user_data);

  return subtitle == NULL ? g_strdup ("") : to_line (subtitle);
}

/**
 * dites_kind_sort_text:
 * @kind: the kind of @document
 * @document: a document
 * @title_of: (nullable) (scope call): knows the titles of the documents it refers to
 * @user_data: data for @title_of
 *
 * Returns: (transfer full): what the document is sorted by when nothing else is asked, not folded
 */
char *
dites_kind_sort_text (const DitesKind *kind,
                      DitesDocument   *document,
                      DitesTitleFunc   title_of,
                      gpointer         user_data)
{
  char *text = NULL;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), NULL);

  if (kind->sort_text != NULL)
    text = kind->sort_text (document, title_of, user_data);

  return text != NULL ? text : dites_kind_title (kind, document, title_of, user_data);
}
