/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-semester.h"

#include <glib/gi18n.h>

#include "dites-fold.h"

/* The calendar of the semesters. Everybody moves on the same two days of the
 * year; which ones is custom rather than law, so that each semester holds its
 * own and what is computed here is only what it starts from. */

/**
 * dites_semester_get_default_start:
 * @winter: whether it is a winter semester
 * @year: the year it starts in
 *
 * The 2nd of November or of May, for the 1st is a holiday; the Monday after it
 * where that is a weekend. No text of law says so (the order of 12 April 2017 on
 * the third cycle of medical studies only knows semesters): it is editable.
 *
 * Returns: the first day, or %DITES_DAY_NONE
 */
DitesDay
dites_semester_get_default_start (gboolean winter,
                                  int      year)
{
  DitesDay day = dites_day_from_ymd (year, winter ? 11 : 5, 2);

  if (day == DITES_DAY_NONE)
    return day;

  switch (dites_day_weekday (day))
    {
    case 6:
      return day + 2;

    case 7:
      return day + 1;

    default:
      return day;
    }
}

/**
 * dites_semester_get_default_end:
 * @winter: whether it is a winter semester
 * @year: the year it starts in
 *
 * Returns: the day before the next semester, or %DITES_DAY_NONE
 */
DitesDay
dites_semester_get_default_end (gboolean winter,
                                int      year)
{
  DitesDay next = dites_semester_get_default_start (!winter, winter ? year + 1 : year);

  return next == DITES_DAY_NONE ? next : next - 1;
}

/**
 * dites_semester_get_term:
 * @semester: a document of the kind "semester"
 * @term: (out): which one it is
 *
 * Returns: whether the document says which one it is
 */
gboolean
dites_semester_get_term (DitesDocument *semester,
                         DitesTerm     *term)
{
  g_autofree char *season = dites_document_dup_string (semester, "season");
  gint64           year;

  if (season == NULL || !dites_document_get_int (semester, "year", &year) || year < 1 || year > 9998)
    return FALSE;
  if (strcmp (season, "winter") != 0 && strcmp (season, "summer") != 0)
    return FALSE;

  term->winter = *season == 'w';
  term->year = (int) year;

  return TRUE;
}

/**
 * dites_semester_get_start:
 * @semester: a document of the kind "semester"
 *
 * Returns: the first day that was entered, or else the usual one; %DITES_DAY_NONE if it has neither
 */
DitesDay
dites_semester_get_start (DitesDocument *semester)
{
  DitesDay  day = dites_document_get_day (semester, "start");
  DitesTerm term;

  if (day == DITES_DAY_NONE && dites_semester_get_term (semester, &term))
    day = dites_semester_get_default_start (term.winter, term.year);

  return day;
}

/**
 * dites_semester_get_end:
 * @semester: a document of the kind "semester"
 *
 * Returns: the last day that was entered, or else the usual one; %DITES_DAY_NONE if it has neither
 */
DitesDay
dites_semester_get_end (DitesDocument *semester)
{
  DitesDay  day = dites_document_get_day (semester, "end");
  DitesTerm term;

  if (day == DITES_DAY_NONE && dites_semester_get_term (semester, &term))
    day = dites_semester_get_default_end (term.winter, term.year);

  return day;
}

/**
 * dites_term_of_day:
 * @day: a day
 *
 * Returns: the semester that the day is in, by the usual calendar
 */
DitesTerm
dites_term_of_day (DitesDay day)
{
  DitesTerm term = { TRUE, 0 };
  int       month, day_of_month;

  if (day == DITES_DAY_NONE)
    return term;

  dites_day_get_ymd (day, &term.year, &month, &day_of_month);

  if (day >= dites_semester_get_default_start (TRUE, term.year))
    return term;

  term.winter = day < dites_semester_get_default_start (FALSE, term.year);
  if (term.winter)
    term.year--;

  return term;
}

/**
 * dites_term_get_next:
 * @term: a semester
 *
 * Returns: the one after it
 */
DitesTerm
dites_term_get_next (DitesTerm term)
{
  DitesTerm next = { !term.winter, term.winter ? term.year + 1 : term.year };

  return next;
}

/* A year of four or, where @short_too, of two digits; 0 if @word is none. */
static int
read_year (const char *word,
           gboolean    short_too)
{
  gsize length = strspn (word, "0123456789");
  int   year;

  if (word[length] != '\0')
    return 0;

  year = atoi (word);
  if (length == 4 && year >= 1950 && year < 2200)
    return year;

  return short_too && length == 2 ? 2000 + year : 0;
}

/* The first year among @words from @first on. */
static int
find_year (char   **words,
           gsize    first,
           gboolean short_too)
{
  for (gsize i = first; words[i] != NULL; i++)
    {
      int year = read_year (words[i], short_too);

      if (year != 0)
        return year;
    }

  return 0;
}

/* “Semestre d’hiver 2025-2026”, “été 2026”; not “a été édité en 2026”. */
static gboolean
find_by_season (char     **words,
                DitesTerm *term)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      gboolean winter = strcmp (words[i], "hiver") == 0 || strcmp (words[i], "winter") == 0;
      gboolean summer = strcmp (words[i], "summer") == 0;
      int      year;

      if (strcmp (words[i], "ete") == 0)
        summer = i == 0 || strcmp (words[i - 1], "d") == 0 || strcmp (words[i - 1], "semestre") == 0 ||
                 (words[i + 1] != NULL && read_year (words[i + 1], TRUE) != 0);
      if (!winter && !summer)
        continue;

      year = words[i + 1] != NULL ? read_year (words[i + 1], TRUE) : 0;
      if (year == 0)
        year = find_year (words, i + 1, FALSE);
      if (year == 0)
        year = find_year (words, 0, FALSE);
      if (year == 0)
        return FALSE;

      term->winter = winter;
      term->year = year;
      return TRUE;
    }

  return FALSE;
}

/* “H25”, “E2026”. */
static gboolean
find_by_code (char     **words,
              DitesTerm *term)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      int year = strchr ("hew", words[i][0]) != NULL ? read_year (words[i] + 1, TRUE) : 0;

      if (year == 0)
        continue;

      term->winter = words[i][0] != 'e';
      term->year = year;
      return TRUE;
    }

  return FALSE;
}

static gboolean
is_month (const char *word,
          gboolean    winter)
{
  if (winter)
    return strcmp (word, "novembre") == 0 || strcmp (word, "nov") == 0 || strcmp (word, "november") == 0;

  return strcmp (word, "mai") == 0 || strcmp (word, "may") == 0;
}

/* “mai à novembre 2018”, “novembre 2025 – avril 2026”, “novembre à avril 2026”. */
static gboolean
find_by_months (char     **words,
                DitesTerm *term)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      gboolean winter = is_month (words[i], TRUE);
      int      year;

      if (!winter && !is_month (words[i], FALSE))
        continue;

      year = words[i + 1] != NULL ? read_year (words[i + 1], FALSE) : 0;
      if (year == 0)
        {
          year = find_year (words, i + 1, FALSE);
          /* The year is the one of the end: a winter began in the year before. */
          if (winter && year != 0 && words[i + 1] != NULL)
            year--;
        }
      if (year == 0)
        return FALSE;

      term->winter = winter;
      term->year = year;
      return TRUE;
    }

  return FALSE;
}

/* A date anywhere in the text. */
static gboolean
find_by_date (const char *text,
              DitesTerm  *term)
{
  g_auto (GStrv) words = NULL;
  DitesDay day = dites_day_parse (text);

  words = g_strsplit_set (text, " \t\r\n,;()", 64);
  for (gsize i = 0; day == DITES_DAY_NONE && words[i] != NULL; i++)
    {
      /* A number alone may be anything; a date has separators. */
      if (strpbrk (words[i], "/-.") != NULL && strlen (words[i]) >= 6)
        day = dites_day_parse (words[i]);
    }

  if (day == DITES_DAY_NONE)
    return FALSE;

  *term = dites_term_of_day (day);
  return term->year >= 1950 && term->year < 2200;
}

/**
 * dites_term_find_in_text:
 * @text: (nullable): a title of a list, a cell, what a person typed
 * @term: (out): the semester
 *
 * Understands “Semestre d’hiver 2025-2026”, “été 2026”, “H25”, “mai à novembre
 * 2018”, “novembre 2025 – avril 2026” and a date of a day that is in it.
 *
 * Returns: whether the text names a semester
 */
gboolean
dites_term_find_in_text (const char *text,
                         DitesTerm  *term)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (term != NULL, FALSE);

  if (text == NULL || strlen (text) > 1000)
    return FALSE;

  folded = dites_fold_words (text);
  words = g_strsplit (folded, " ", -1);

  if (find_by_season (words, term) || find_by_code (words, term))
    return TRUE;

  /* “3 novembre 2025” is a day; “novembre 2025 à avril 2026” is not. */
  return find_by_date (text, term) || find_by_months (words, term);
}

/**
 * dites_term_get_label:
 * @term: a semester
 *
 * Returns: (transfer full): what it is called
 */
char *
dites_term_get_label (DitesTerm term)
{
  if (term.winter)
    /* Translators: the years it starts and ends in. */
    return g_strdup_printf (_("Winter semester %d–%d"), term.year, term.year + 1);

  /* Translators: %d is a year. */
  return g_strdup_printf (_("Summer semester %d"), term.year);
}

/**
 * dites_term_get_key:
 * @term: a semester
 *
 * Returns: (transfer full): the key that identifies it
 */
char *
dites_term_get_key (DitesTerm term)
{
  return g_strdup_printf ("term:%s|%d", term.winter ? "winter" : "summer", term.year);
}

/**
 * dites_term_get_id:
 * @term: a semester
 *
 * Returns: (transfer full): the id of its document, the same on every desk
 */
char *
dites_term_get_id (DitesTerm term)
{
  g_autofree char *key = dites_term_get_key (term);

  return dites_document_derived_id ("semester", key);
}

/**
 * dites_term_new_document:
 * @term: a semester
 *
 * Returns: (transfer full): its document, with the usual days
 */
DitesDocument *
dites_term_new_document (DitesTerm term)
{
  g_autofree char *id = dites_term_get_id (term);
  g_autofree char *start = dites_day_to_iso (dites_semester_get_default_start (term.winter, term.year));
  g_autofree char *end = dites_day_to_iso (dites_semester_get_default_end (term.winter, term.year));
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("semester", id);

  dites_document_builder_set_string (builder, "season", term.winter ? "winter" : "summer");
  dites_document_builder_set_int (builder, "year", term.year);
  dites_document_builder_set_string (builder, "start", start);
  dites_document_builder_set_string (builder, "end", end);

  return dites_document_builder_end (builder);
}

/* “3,0” is how a spreadsheet may write 3. */
static char *
drop_decimals (const char *text)
{
  g_autofree char *trimmed = dites_trim (text);
  gsize            digits = strspn (trimmed, "0123456789");

  if (digits > 0 && (trimmed[digits] == ',' || trimmed[digits] == '.') && trimmed[digits + 1] == '0' &&
      strspn (trimmed + digits + 1, "0") == strlen (trimmed + digits + 1))
    trimmed[digits] = '\0';

  return g_steal_pointer (&trimmed);
}

/**
 * dites_semester_no_read:
 * @header: (nullable): the header of the column
 * @text: what a cell says
 * @season: (nullable): "winter" or "summer": the semester that the list is about
 *
 * Reads how far an intern's training is: “3”, “S3”, “3e”, “TCEM1”. A year of
 * training (“2A”, or a column of years) has two semesters: the first one in
 * winter, the second in summer. A column of validated semesters means the next one.
 *
 * Returns: the number of the semester, 1 to 12; 0 if the text says none
 */
int
dites_semester_no_read (const char *header,
                        const char *text,
                        const char *season)
{
  g_autofree char *whole = drop_decimals (text);
  g_autofree char *words = dites_fold_words (whole);
  g_autofree char *column = dites_fold_words (header);
  gboolean         is_year = g_str_has_prefix (column, "annee");
  const char      *digits = strpbrk (words, "0123456789");
  const char      *after;
  int              number;

  if (digits == NULL)
    return 0;

  number = (int) g_ascii_strtoll (digits, (char **) &after, 10);
  while (*after == ' ')
    after++;
  if (strpbrk (after, "0123456789") != NULL || number < 0 || number > 12)
    return 0;

  if (strstr (column, "anciennete") != NULL || strstr (column, "valide") != NULL)
    number++;
  else if (is_year || strcmp (after, "a") == 0 || g_str_has_prefix (after, "an") || strstr (after, "annee") != NULL)
    number = number * 2 - (g_strcmp0 (season, "summer") == 0 ? 0 : 1);

  return number >= 1 && number <= 12 ? number : 0;
}
