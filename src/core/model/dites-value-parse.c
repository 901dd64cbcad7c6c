/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"
#include "dites-fold.h"
#include "dites-gers.h"
#include "dites-value-number.h"

/* Beyond it no cell is a name, a number or a date. */
#define MAX_LENGTH 2000

/* Between commas, a label of a choice has no more pieces. */
#define MAX_PIECES 3

static char *
to_json (const char *text)
{
  GString *json = g_string_sized_new (strlen (text) + 2);

  dites_json_append_string (json, text);

  return g_string_free_and_steal (json);
}

static char *refuse (GError    **error,
                     const char *format,
                     ...) G_GNUC_PRINTF (2, 3);

static char *
refuse (GError    **error,
        const char *format,
        ...)
{
  va_list arguments;
  GError *refusal;

  va_start (arguments, format);
  refusal = g_error_new_valist (DITES_ERROR, DITES_ERROR_INVALID, format, arguments);
  va_end (arguments);
  g_propagate_error (error, refusal);

  return NULL;
}

static char *
parse_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *joined = NULL;

  for (gsize i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);
  joined = g_strstrip (g_strjoinv ("\n", lines));

  return to_json (joined);
}

static char *
parse_email (const char *text,
             GError    **error)
{
  g_autofree char *trimmed = dites_trim (text);
  const char      *address = trimmed;
  char            *at;

  if (g_ascii_strncasecmp (address, "mailto:", 7) == 0)
    address += 7;
  /* “Camille FICTIF <camille@exemple.invalid>”, as mail programs copy it. */
  if (strchr (address, '<') != NULL && g_str_has_suffix (address, ">") && strchr (address, '@') > strchr (address, '<'))
    {
      address = strchr (address, '<') + 1;
      trimmed[strlen (trimmed) - 1] = '\0';
    }
  if (!dites_email_is_valid (address))
    return refuse (error, _("“%s” is not an e-mail address"), text);

  /* The domain has no case (RFC 5321, 2.4); the rest keeps its own. */
  at = strchr (address, '@');
  for (char *p = at; *p != '\0'; p++)
    *p = g_ascii_tolower (*p);

  return to_json (address);
}

static char *
parse_phone (const char *text,
             GError    **error)
{
  g_autofree char *number = dites_phone_parse (text);

  if (number == NULL && g_regex_match_simple ("^\\W*[0-9][.,][0-9]+e[+][0-9]+$", text, G_REGEX_CASELESS, 0))
    return refuse (error, _("“%s” is no longer a whole telephone number: a spreadsheet has rounded it"), text);
  if (number == NULL)
    return refuse (error, _("“%s” is not a telephone number"), text);

  return to_json (number);
}

static char *
parse_rpps (const char *text,
            GError    **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (g_ascii_isalpha (*p))
      return refuse (error, _("“%s” is not an RPPS number"), text);

  if (!dites_rpps_is_valid (digits->str))
    return refuse (error, _("“%s” is not an RPPS number: it has eleven digits, and one of them does not fit"), text);

  return to_json (digits->str);
}

static char *
parse_date (const char *text,
            GError    **error)
{
  DitesDay         day = dites_day_parse (text);
  g_autofree char *iso = NULL;

  if (day == DITES_DAY_NONE)
    return refuse (error, _("“%s” is not a date"), text);
  iso = dites_day_to_iso (day);

  return to_json (iso);
}

static gboolean
is_in_range (const DitesField *field,
             gint64            value)
{
  return field->minimum >= field->maximum || (value >= field->minimum && value <= field->maximum);
}

static char *
parse_coordinate (const DitesField *field,
                  const char       *text,
                  GError          **error)
{
  gint64 value;

  if (!dites_number_parse_degrees (text, &value))
    /* Translators: an example of a latitude. */
    return refuse (error, _("“%s” is not a number of degrees; one looks like 43.64638"), text);
  if (!is_in_range (field, value))
    return refuse (error, _("“%s” is out of range"), text);

  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static char *
parse_number (const DitesField *field,
              const char       *text,
              GError          **error)
{
  int    n_decimals = field->type == DITES_FIELD_NUMBER ? 0 : 2;
  gint64 value;

  if (!dites_number_parse_amount (text, n_decimals, &value) && !(n_decimals == 0 && dites_number_parse_ordinal (text, &value)))
    {
      if (field->type == DITES_FIELD_MONEY)
        return refuse (error, _("“%s” is not an amount of money"), text);
      if (field->type == DITES_FIELD_AREA)
        return refuse (error, _("“%s” is not an area in square metres"), text);
      return refuse (error, _("“%s” is not a whole number"), text);
    }
  if (field->flags & DITES_FIELD_NET && dites_number_has_charges (text))
    return refuse (error, _("“%s” has the charges in it: the amount without them is expected"), text);
  if (!is_in_range (field, value) || (field->type != DITES_FIELD_NUMBER && value < 0))
    return refuse (error, _("“%s” is out of range"), text);

  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static char *
parse_flag (const char *text,
            GError    **error)
{
  static const char *const yes[] = { "oui", "o", "yes", "y", "x", "1", "vrai", "true", "v", NULL };
  static const char *const no[] = { "non", "n", "no", "0", "faux", "false", NULL };
  g_autofree char         *word = dites_fold_words (text);
  g_autofree char         *our_yes = dites_fold_words (_("Yes"));
  g_autofree char         *our_no = dites_fold_words (_("No"));

  if (g_strv_contains (yes, word) || strcmp (word, our_yes) == 0)
    return g_strdup ("true");
  if (g_strv_contains (no, word) || strcmp (word, our_no) == 0)
    return g_strdup ("false");

  return refuse (error, _("“%s” is neither yes nor no"), text);
}

/* How well @words names a choice: its length if it stands in @words, all of it at best. */
static gsize
weigh_name (const char *words,
            const char *name,
            gsize       length)
{
  const char *start = words;

  if (length == 0)
    return 0;
  if (strncmp (words, name, length) == 0 && words[length] == '\0')
    return G_MAXSIZE;
  if (length < 4)
    return 0;

  while (start != NULL)
    {
      if (strncmp (start, name, length) == 0 && (start[length] == ' ' || start[length] == '\0'))
        return length;
      start = strchr (start, ' ');
      if (start != NULL)
        start++;
    }

  return 0;
}

static gsize
weigh_choice (const char        *words,
              const DitesChoice *choice)
{
  const char *labels[] = { choice->id, choice->label, dites_choice_get_label (choice) };
  gsize       best = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *folded = dites_fold_words (labels[i]);

      best = MAX (best, weigh_name (words, folded, strlen (folded)));
    }
  for (const char *synonym = choice->synonyms; synonym != NULL && *synonym != '\0';)
    {
      gsize length = strcspn (synonym, "|");

      best = MAX (best, weigh_name (words, synonym, length));
      synonym += length + (synonym[length] == '|' ? 1 : 0);
    }

  return best;
}

/* The choice that @text names best, and how well: G_MAXSIZE when it says nothing else. */
static const DitesChoice *
find_choice (const DitesField *field,
             const char       *text,
             gsize            *weight_out)
{
  g_autofree char   *words = dites_fold_words (text);
  const DitesChoice *chosen = NULL;
  gsize              best = 0;

  for (const DitesChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    {
      gsize weight = weigh_choice (words, choice);

      if (weight > best)
        {
          best = weight;
          chosen = choice;
        }
    }
  *weight_out = best;

  return chosen;
}

static char *
parse_choice (const DitesField *field,
              const char       *text,
              GError          **error)
{
  gsize              weight;
  const DitesChoice *chosen = find_choice (field, text, &weight);

  if (chosen == NULL)
    return refuse (error, _("“%s” is none of the choices"), text);

  return to_json (chosen->id);
}

/* “32000 Auch”, “Auch (32)” */
static char *
strip_postcode (const char *text)
{
  g_autofree char *trimmed = dites_trim (text);
  const char      *p = trimmed;
  char            *open;

  if (strspn (p, "0123456789") == 5 && p[5] == ' ')
    p += 6;
  open = strrchr (p, '(');
  if (open != NULL && open > p && strspn (open + 1, "0123456789 )") == strlen (open + 1))
    *open = '\0';

  return g_strchomp (g_strdup (p));
}

static char *
parse_commune (const char *text)
{
  g_autofree char    *name = strip_postcode (text);
  const DitesCommune *commune = dites_gers_get_commune (name);

  if (commune == NULL)
    commune = dites_gers_find_commune (name);

  return to_json (commune != NULL ? commune->insee : name);
}

static char *
parse_reference (const DitesField *field,
                 const char       *text,
                 GError          **error)
{
  g_autofree char *id = dites_trim (text);
  gsize            length = strlen (field->target);

  if (strncmp (id, field->target, length) != 0 || id[length] != ':' || strchr (id, ' ') != NULL)
    return refuse (error, _("“%s” names no document"), text);

  return to_json (id);
}

static char *
parse_one (const DitesField *field,
           const char       *text,
           GError          **error)
{
  g_autofree char *trimmed = NULL;

  switch (field->type)
    {
    case DITES_FIELD_TEXT:
    case DITES_FIELD_NAME:
      trimmed = dites_trim (text);
      return to_json (trimmed);
    case DITES_FIELD_LINES:
      return parse_lines (text);
    case DITES_FIELD_EMAIL:
      return parse_email (text, error);
    case DITES_FIELD_PHONE:
      return parse_phone (text, error);
    case DITES_FIELD_RPPS:
      return parse_rpps (text, error);
    case DITES_FIELD_DATE:
      return parse_date (text, error);
    case DITES_FIELD_DEGREES:
      return parse_coordinate (field, text, error);
    case DITES_FIELD_MONEY:
    case DITES_FIELD_AREA:
    case DITES_FIELD_NUMBER:
      return parse_number (field, text, error);
    case DITES_FIELD_CHOICE:
      return parse_choice (field, text, error);
    case DITES_FIELD_FLAG:
      return parse_flag (text, error);
    case DITES_FIELD_COMMUNE:
      return parse_commune (text);
    case DITES_FIELD_REFERENCE:
      return parse_reference (field, text, error);
    case DITES_FIELD_ITEMS:
    case DITES_FIELD_PHOTOS:
    default:
      return refuse (error, _("“%s” cannot be read from text"), text);
    }
}

/* A label may have commas of its own: as many pieces as are one choice together. */
static char **
split_choices (const DitesField *field,
               const char       *text)
{
  g_auto (GStrv) pieces = g_strsplit_set (text, ",;/+\n\r", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gsize n_pieces = g_strv_length (pieces);

  for (gsize i = 0; i < n_pieces;)
    {
      gsize n = MIN (MAX_PIECES, n_pieces - i);

      for (; n > 1; n--)
        {
          g_autofree char *end = g_steal_pointer (&pieces[i + n]);
          g_autofree char *label = g_strjoinv (" ", pieces + i);
          gsize            weight;

          pieces[i + n] = g_steal_pointer (&end);
          find_choice (field, label, &weight);
          if (weight == G_MAXSIZE)
            {
              g_strv_builder_add (builder, label);
              break;
            }
        }
      if (n == 1)
        g_strv_builder_add (builder, pieces[i]);
      i += n;
    }

  return g_strv_builder_end (builder);
}

/* What parts several values in one cell; addresses are parted by spaces too. */
static char **
split (const DitesField *field,
       const char       *text)
{
  switch ((int) field->type)
    {
    case DITES_FIELD_EMAIL:
      return g_strsplit_set (text, ",;/\n\r\t ", -1);
    case DITES_FIELD_PHONE:
      return g_strsplit_set (text, ",;/\n\r\t", -1);
    case DITES_FIELD_CHOICE:
      return split_choices (field, text);
    default:
      return g_strsplit_set (text, ";\n\r", -1);
    }
}

static gboolean
is_prose (const DitesField *field)
{
  return field->type == DITES_FIELD_TEXT || field->type == DITES_FIELD_LINES;
}

/**
 * dites_value_parse:
 * @field: the field the value is for
 * @text: what a person typed, or a cell of a list
 * @error: return location for an error
 *
 * Reads a value as it is written in France, in either language of the
 * interface, or in a spreadsheet.
 *
 * Returns: (transfer full) (nullable): the value as JSON; an array where the
 *   field takes several. %NULL without an error if @text is blank, and with
 *   %DITES_ERROR_INVALID if it is no such value
 */
char *
dites_value_parse (const DitesField *field,
                   const char       *text,
                   GError          **error)
{
  g_autofree char *trimmed = dites_trim (text);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) array = NULL;

  if (*trimmed == '\0')
    return NULL;
  if (!is_prose (field) && strlen (trimmed) > MAX_LENGTH)
    return refuse (error, _("This text is too long for a single value"));
  if ((field->flags & DITES_FIELD_MULTIPLE) == 0)
    return parse_one (field, text, error);

  /* Scientific notation has a comma of its own. */
  if (field->type == DITES_FIELD_PHONE && strpbrk (trimmed, "eE") != NULL)
    parts = g_strsplit (trimmed, ";", -1);
  else
    parts = split (field, text);

  array = g_string_new ("[");
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = dites_trim (parts[i]);
      g_autofree char *value = NULL;

      if (*part == '\0')
        continue;
      value = parse_one (field, part, error);
      if (value == NULL)
        return NULL;
      if (g_strstr_len (array->str, -1, value) != NULL)
        continue;
      if (array->len > 1)
        g_string_append_c (array, ',');
      g_string_append (array, value);
    }
  if (array->len == 1)
    return NULL;
  g_string_append_c (array, ']');

  return g_string_free_and_steal (g_steal_pointer (&array));
}
