/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-gers.h"

/* A number with two decimals, as the language of the messages writes it; decimals that are 0 are left out. */
static char *
format_hundredths (gint64   value,
                   gboolean both)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (value) / 100);
  int              decimals = ABS (value) % 100;
  GString         *out = g_string_new (value < 0 ? "-" : "");
  gsize            length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (out, C_("thousands separator", ","));
      g_string_append_c (out, digits[i]);
    }
  if (decimals != 0)
    {
      g_string_append (out, C_("decimal separator", "."));
      g_string_append_printf (out, !both && decimals % 10 == 0 ? "%d" : "%02d", !both && decimals % 10 == 0 ? decimals / 10 : decimals);
    }

  return g_string_free_and_steal (out);
}

/**
 * dites_money_format:
 * @cents: an amount in cents of euro
 *
 * Returns: (transfer full): the amount for a person, with its sign
 */
char *
dites_money_format (gint64 cents)
{
  g_autofree char *amount = format_hundredths (cents, TRUE);

  /* Translators: an amount of money in euros. */
  return g_strdup_printf (C_("money", "€%s"), amount);
}

/**
 * dites_area_format:
 * @square_decimetres: an area
 *
 * Returns: (transfer full): the area for a person, in square metres
 */
char *
dites_area_format (gint64 square_decimetres)
{
  g_autofree char *amount = format_hundredths (square_decimetres, FALSE);

  return g_strconcat (amount, "\u00a0m²", NULL);
}

/* Five decimals say where a house stands to a metre; the zeros at the end are left out. */
static char *
format_degrees (gint64 hundred_thousandths)
{
  GString *out = g_string_new (hundred_thousandths < 0 ? "-" : "");

  g_string_append_printf (out, "%" G_GINT64_FORMAT, ABS (hundred_thousandths) / 100000);
  if (hundred_thousandths % 100000 != 0)
    {
      g_string_append (out, C_("decimal separator", "."));
      g_string_append_printf (out, "%05d", (int) (ABS (hundred_thousandths) % 100000));
      while (out->str[out->len - 1] == '0')
        g_string_truncate (out, out->len - 1);
    }

  return g_string_free_and_steal (out);
}

static char *
format_items (const DitesField *field,
              DitesJson         value,
              DitesTitleFunc    title_of,
              gpointer          user_data)
{
  g_autoptr (DitesDocument) part = dites_document_new_from_checked (value.text, value.length);
  GString *out = g_string_new (NULL);

  for (const DitesField *item = field->items; item != NULL && item->name != NULL; item++)
    {
      g_autofree char *text = strcmp (item->name, "id") != 0 ? dites_field_format (item, part, title_of, user_data) : NULL;

      if (text != NULL && *text != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", text);
    }

  return g_string_free_and_steal (out);
}

/* What is shown in place of @text; NULL where it is shown as it stands. */
static char *
format_string (const DitesField *field,
               const char       *text,
               DitesTitleFunc    title_of,
               gpointer          user_data)
{
  const DitesChoice  *choice;
  const DitesCommune *commune;
  DitesDay            day;

  switch ((int) field->type)
    {
    case DITES_FIELD_PHONE:
      return dites_phone_format (text);
    case DITES_FIELD_DATE:
      day = dites_day_from_iso (text);
      return day != DITES_DAY_NONE ? dites_day_format (day, DITES_DAY_SHORT) : NULL;
    case DITES_FIELD_CHOICE:
      choice = dites_field_get_choice (field, text);
      return choice != NULL ? g_strdup (dites_choice_get_label (choice)) : NULL;
    case DITES_FIELD_COMMUNE:
      commune = dites_gers_get_commune (text);
      return commune != NULL ? g_strdup (commune->name) : NULL;
    case DITES_FIELD_REFERENCE:
      return title_of != NULL ? title_of (text, user_data) : NULL;
    default:
      return NULL;
    }
}

static char *
format_one (const DitesField *field,
            DitesJson         value,
            DitesTitleFunc    title_of,
            gpointer          user_data)
{
  g_autofree char *text = dites_json_dup_string (value);
  DitesJsonType    type = dites_json_get_type (value);
  gint64           number;

  if (text != NULL)
    {
      char *shown = format_string (field, text, title_of, user_data);

      return shown != NULL ? shown : g_steal_pointer (&text);
    }
  if (type == DITES_JSON_TRUE)
    return g_strdup (_("Yes"));
  if (type == DITES_JSON_FALSE)
    return g_strdup (_("No"));
  if (type == DITES_JSON_OBJECT)
    return format_items (field, value, title_of, user_data);
  if (dites_json_get_int (value, &number))
    {
      if (field->type == DITES_FIELD_MONEY)
        return dites_money_format (number);
      if (field->type == DITES_FIELD_AREA)
        return dites_area_format (number);
      if (field->type == DITES_FIELD_DEGREES)
        return format_degrees (number);
    }

  /* A number, or what is not of the field's type: as it stands. */
  return g_strndup (value.text, value.length);
}

/* What stands between several values. */
static const char *
get_separator (const DitesField *field)
{
  if (field->type == DITES_FIELD_ITEMS)
    return "\n";
  if (field->type == DITES_FIELD_CHOICE || field->type == DITES_FIELD_EMAIL || field->type == DITES_FIELD_PHONE)
    return ", ";

  /* Translators: stands between several values that may have commas of their own. */
  return _("; ");
}

/**
 * dites_value_format:
 * @field: the field of the value
 * @value: a checked value
 * @title_of: (nullable) (scope call): gives the titles of documents
 * @user_data: for @title_of
 *
 * Writes a value for a person, in the language of the messages;
 * dites_value_parse() reads it back. A value that is not of the field's type
 * is shown as it stands.
 *
 * Returns: (transfer full): the text; several values have a comma between them,
 *   and parts a line each
 */
char *
dites_value_format (const DitesField *field,
                    DitesJson         value,
                    DitesTitleFunc    title_of,
                    gpointer          user_data)
{
  DitesJson     element;
  DitesJsonIter iter;
  GString      *out;
  guint         n = 0;

  if (dites_json_get_type (value) != DITES_JSON_ARRAY)
    return format_one (field, value, title_of, user_data);

  out = g_string_new (NULL);
  dites_json_iter_init (&iter, value);
  while (dites_json_iter_next (&iter, NULL, &element))
    {
      if (field->type != DITES_FIELD_PHOTOS)
        {
          g_autofree char *text = format_one (field, element, title_of, user_data);

          if (n > 0)
            g_string_append (out, get_separator (field));
          g_string_append (out, text);
        }
      n++;
    }
  if (field->type == DITES_FIELD_PHOTOS)
    g_string_append_printf (out, ngettext ("%u photo", "%u photos", n), n);

  return g_string_free_and_steal (out);
}

/**
 * dites_field_format:
 * @field: a field
 * @document: a document of its kind
 * @title_of: (nullable) (scope call): gives the titles of documents
 * @user_data: for @title_of
 *
 * Returns: (transfer full) (nullable): what @document has in @field, for a
 *   person; %NULL if it has nothing
 */
char *
dites_field_format (const DitesField *field,
                    DitesDocument    *document,
                    DitesTitleFunc    title_of,
                    gpointer          user_data)
{
  DitesJson value;

  if (!dites_document_get (document, field->name, &value))
    return NULL;

  return dites_value_format (field, value, title_of, user_data);
}
