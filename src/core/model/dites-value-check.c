/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"

static gboolean
refuse (GError    **error,
        const char *message)
{
  g_set_error_literal (error, DITES_ERROR, DITES_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
check_string (const DitesField *field,
              const char       *text,
              GError          **error)
{
  g_autofree char *phone = NULL;

  switch ((int) field->type)
    {
    case DITES_FIELD_EMAIL:
      return dites_email_is_valid (text) || refuse (error, _("This is not an e-mail address"));
    case DITES_FIELD_PHONE:
      phone = *text == '+' ? dites_phone_parse (text) : NULL;
      return g_strcmp0 (phone, text) == 0 || refuse (error, _("A telephone number is written like +33536490001"));
    case DITES_FIELD_RPPS:
      return dites_rpps_is_valid (text) || refuse (error, _("This is not an RPPS number"));
    case DITES_FIELD_DATE:
      return dites_day_from_iso (text) != DITES_DAY_NONE || refuse (error, _("A date is written like 2026-11-02"));
    case DITES_FIELD_CHOICE:
      return dites_field_get_choice (field, text) != NULL || refuse (error, _("This is none of the choices"));
    case DITES_FIELD_REFERENCE:
      return (g_str_has_prefix (text, field->target) && text[strlen (field->target)] == ':') ||
             refuse (error, _("This does not lead to a document of the right kind"));
    default:
      return TRUE;
    }
}

static gboolean
check_items (const DitesField *field,
             DitesJson         value,
             GError          **error)
{
  DitesJson member;

  for (const DitesField *item = field->items; item != NULL && item->name != NULL; item++)
    if (dites_json_get_member (value, item->name, &member) && dites_json_get_type (member) != DITES_JSON_NULL &&
        !dites_value_check (item, member, error))
      {
        g_prefix_error (error, "%s: ", item->name);
        return FALSE;
      }

  return TRUE;
}

static gboolean
check_photo (DitesJson value,
             GError  **error)
{
  DitesJson        sha256;
  g_autofree char *text = NULL;

  if (dites_json_get_member (value, "sha256", &sha256))
    text = dites_json_dup_string (sha256);

  return (text != NULL && strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64) ||
         refuse (error, _("A photo is named by its SHA-256"));
}

static gboolean
check_one (const DitesField *field,
           DitesJson         value,
           GError          **error)
{
  g_autofree char *text = dites_json_dup_string (value);
  DitesJsonType    type = dites_json_get_type (value);
  gint64           number;

  switch (field->type)
    {
    case DITES_FIELD_MONEY:
    case DITES_FIELD_AREA:
    case DITES_FIELD_DEGREES:
    case DITES_FIELD_NUMBER:
      if (!dites_json_get_int (value, &number))
        return refuse (error, _("This must be a whole number"));
      return field->minimum >= field->maximum || (number >= field->minimum && number <= field->maximum) ||
             refuse (error, _("This number is out of range"));
    case DITES_FIELD_FLAG:
      return type == DITES_JSON_TRUE || type == DITES_JSON_FALSE || refuse (error, _("This must be true or false"));
    case DITES_FIELD_ITEMS:
      return type == DITES_JSON_OBJECT ? check_items (field, value, error) : refuse (error, _("This must be an object"));
    case DITES_FIELD_PHOTOS:
      return type == DITES_JSON_OBJECT ? check_photo (value, error) : refuse (error, _("This must be an object"));
    case DITES_FIELD_TEXT:
    case DITES_FIELD_NAME:
    case DITES_FIELD_LINES:
    case DITES_FIELD_EMAIL:
    case DITES_FIELD_PHONE:
    case DITES_FIELD_RPPS:
    case DITES_FIELD_DATE:
    case DITES_FIELD_CHOICE:
    case DITES_FIELD_COMMUNE:
    case DITES_FIELD_REFERENCE:
    default:
      return text != NULL ? check_string (field, text, error) : refuse (error, _("This must be a text"));
    }
}

/**
 * dites_value_check:
 * @field: the field the value is for
 * @value: a checked JSON value from outside
 * @error: return location for an error
 *
 * Tells whether a document may hold @value in @field: its type, its form, its
 * range. What the fields together must obey is dites_kind_check()'s.
 *
 * Returns: whether it may; else %FALSE with @error set to %DITES_ERROR_INVALID
 */
gboolean
dites_value_check (const DitesField *field,
                   DitesJson         value,
                   GError          **error)
{
  gboolean      several = (field->flags & DITES_FIELD_MULTIPLE) != 0 || field->type == DITES_FIELD_ITEMS || field->type == DITES_FIELD_PHOTOS;
  DitesJsonIter iter;
  DitesJson     element;

  if (!several)
    return check_one (field, value, error);
  if (dites_json_get_type (value) != DITES_JSON_ARRAY)
    return refuse (error, _("This must be an array"));

  dites_json_iter_init (&iter, value);
  while (dites_json_iter_next (&iter, NULL, &element))
    if (!check_one (field, element, error))
      return FALSE;

  return TRUE;
}
