/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-field.h"

#include <glib/gi18n.h>

static const char *
translate (const char *text)
{
  /* gettext() answers an empty text with the header of the catalogue. */
  return text == NULL || *text == '\0' ? "" : gettext (text);
}

/**
 * dites_field_get_label:
 * @field: a field
 *
 * Returns: the translated label, as a form shows it
 */
const char *
dites_field_get_label (const DitesField *field)
{
  g_return_val_if_fail (field != NULL, "");

  return translate (field->label);
}

/**
 * dites_field_get_group:
 * @field: a field
 *
 * Returns: the translated name of the group that the field belongs to, or an empty text
 */
const char *
dites_field_get_group (const DitesField *field)
{
  g_return_val_if_fail (field != NULL, "");

  return translate (field->group);
}

/**
 * dites_field_get_hint:
 * @field: a field
 *
 * Returns: what belongs into the field, translated, or an empty text
 */
const char *
dites_field_get_hint (const DitesField *field)
{
  g_return_val_if_fail (field != NULL, "");

  return translate (field->hint);
}

/**
 * dites_field_find:
 * @table: fields, the last of which has no name
 * @name: the name of a member
 *
 * Returns: (nullable): the field of that name
 */
const DitesField *
dites_field_find (const DitesField *table,
                  const char       *name)
{
  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (const DitesField *field = table; field->name != NULL; field++)
    {
      if (*field->name == *name && strcmp (field->name, name) == 0)
        return field;
    }

  return NULL;
}

/**
 * dites_field_get_choice:
 * @field: a field with choices
 * @id: (nullable): an identifier, as documents hold it
 *
 * Returns: (nullable): the choice of that identifier
 */
const DitesChoice *
dites_field_get_choice (const DitesField *field,
                        const char       *id)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (field->choices == NULL || id == NULL)
    return NULL;

  for (const DitesChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      if (strcmp (choice->id, id) == 0)
        return choice;
    }

  return NULL;
}

/**
 * dites_choice_get_label:
 * @choice: a choice
 *
 * Returns: the translated label
 */
const char *
dites_choice_get_label (const DitesChoice *choice)
{
  g_return_val_if_fail (choice != NULL, "");

  return translate (choice->label);
}
