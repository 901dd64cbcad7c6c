/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-cell.h"

#include <string.h>

#include "dites-gers.h"
#include "dites-semester.h"
#include "dites-stage-text.h"

/* What people write where they have no value: “not communicated”, “none”. */
static const char *const nothing[] = { "?", "/", "nc", "n/c", "n.c.", "n/a", "neant", "néant", "NÉANT", "Néant" };

#define MAX_NOTHING 8

static gboolean
stands_for_nothing (const char *text)
{
  gsize length = strnlen (text, MAX_NOTHING);

  while (length > 0 && length < MAX_NOTHING && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }
  while (length > 0 && length < MAX_NOTHING && g_ascii_isspace (text[length - 1]))
    length--;
  for (gsize i = 0; length < MAX_NOTHING && i < G_N_ELEMENTS (nothing); i++)
    {
      if (strlen (nothing[i]) == length && g_ascii_strncasecmp (text, nothing[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * dites_cell_is_blank:
 * @text: what a cell says
 *
 * Returns: whether that is nothing: space, a dash in place of a value, or “n/c”
 */
gboolean
dites_cell_is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c > 0x20 && c != '-' && c != 0x2013 && c != 0x2014 && !g_unichar_isspace (c) && c != 0x200b && c != 0xfeff)
        return stands_for_nothing (text);
    }

  return TRUE;
}

/**
 * dites_cell_cut:
 * @text: what a cell says, longer than %DITES_CELL_MAX
 *
 * Returns: (transfer full): as much of it as is read
 */
char *
dites_cell_cut (const char *text)
{
  const char *end = text + DITES_CELL_MAX;

  return g_strndup (text, g_utf8_find_prev_char (text, end + 1) - text);
}

/**
 * dites_cell_is_semester_label:
 * @field: a field
 *
 * Returns: whether it says in words which semester a row is about
 */
gboolean
dites_cell_is_semester_label (const DitesField *field)
{
  return g_str_equal (field->name, "semester_label");
}

/**
 * dites_cell_fits:
 * @field: a field
 * @text: what a cell says
 *
 * Returns: whether the field can hold it
 */
gboolean
dites_cell_fits (const DitesField *field,
                 const char       *text)
{
  g_autofree char *value = NULL;
  DitesTerm        term;

  if (dites_cell_is_semester_label (field))
    return dites_term_find_in_text (text, &term);
  if (field->type == DITES_FIELD_REFERENCE)
    return TRUE;

  value = dites_value_parse (field, text, NULL);

  /* A column of phones may hold a mail address here and there, and the other way round. */
  return value != NULL || (field->type == DITES_FIELD_PHONE && strchr (text, '@') != NULL);
}

static gboolean
looks_like_birth (const char *text)
{
  DitesDay day = strpbrk (text, "/-. ") != NULL ? dites_day_parse (text) : DITES_DAY_NONE;
  DitesDay today = dites_day_today ();

  return day != DITES_DAY_NONE && day > today - 75 * 365 && day < today - 18 * 365;
}

/* Somebody who writes a number of eleven digits into a column without a header means the RPPS. */
static gboolean
looks_like_rpps (const char *text)
{
  return strlen (text) == 11 && dites_rpps_is_valid (text);
}

/**
 * dites_cell_looks_like:
 * @field: a field
 * @text: what a cell says
 *
 * Returns: whether the text alone, without a header, makes one think of the field
 */
gboolean
dites_cell_looks_like (const DitesField *field,
                       const char       *text)
{
  g_autofree char *value = NULL;
  DitesTerm        term;

  if (dites_cell_is_semester_label (field))
    return dites_day_parse (text) == DITES_DAY_NONE && dites_term_find_in_text (text, &term);
  if (g_str_equal (field->name, "stage"))
    return dites_stage_text_is_telling (text);

  switch ((int) field->type)
    {
    case DITES_FIELD_EMAIL:
      return dites_email_is_valid (text);

    case DITES_FIELD_PHONE:
      value = strlen (text) >= 9 && !looks_like_rpps (text) ? dites_phone_parse (text) : NULL;
      return value != NULL;

    case DITES_FIELD_RPPS:
      return looks_like_rpps (text);

    case DITES_FIELD_DATE:
      return looks_like_birth (text);

    case DITES_FIELD_COMMUNE:
      return dites_gers_find_commune (text) != NULL;

    default:
      value = strlen (text) >= 2 ? dites_value_parse (field, text, NULL) : NULL;
      return value != NULL;
    }
}
