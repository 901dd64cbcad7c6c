/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-day.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "dites-fold.h"

/* Excel counts days since this one (Windows workbooks, after its 1900 mistake). */
#define EXCEL_EPOCH (-25569)

/* A serial outside 1954 to 2119 is some other number. */
#define EXCEL_FIRST 20000
#define EXCEL_LAST  80000

/* A year of two digits up to this one lies in this century. */
#define LAST_SHORT_YEAR 49

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
get_month_length (int year,
                  int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap (year) ? 29 : lengths[month - 1];
}

/**
 * dites_day_from_ymd:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to the length of the month
 *
 * Returns: the day, or %DITES_DAY_NONE if the calendar has no such day
 */
DitesDay
dites_day_from_ymd (int year,
                    int month,
                    int day)
{
  int era_year, day_of_year;

  if (year < 1 || year > 9999 || month < 1 || month > 12 ||
      day < 1 || day > get_month_length (year, month))
    return DITES_DAY_NONE;

  /* Years are counted from March, so that the leap day is the last one. */
  era_year = month <= 2 ? year - 1 : year;
  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era_year * 365 + era_year / 4 - era_year / 100 + era_year / 400 + day_of_year - 719468;
}

/**
 * dites_day_get_ymd:
 * @day: a day
 * @year: (out): its year
 * @month: (out): its month, 1 to 12
 * @day_of_month: (out): its day of the month, from 1
 */
void
dites_day_get_ymd (DitesDay day,
                   int     *year,
                   int     *month,
                   int     *day_of_month)
{
  int since = day + 719468;
  int era = since / 146097;
  int day_of_era = since - era * 146097;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted = (5 * day_of_year + 2) / 153;

  *year = 0;
  *month = 1;
  *day_of_month = 1;
  g_return_if_fail (day != DITES_DAY_NONE);

  *day_of_month = day_of_year - (153 * shifted + 2) / 5 + 1;
  *month = shifted < 10 ? shifted + 3 : shifted - 9;
  *year = year_of_era + era * 400 + (*month <= 2 ? 1 : 0);
}

/**
 * dites_day_weekday:
 * @day: a day
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
int
dites_day_weekday (DitesDay day)
{
  int weekday;

  g_return_val_if_fail (day != DITES_DAY_NONE, 1);

  weekday = (day + 3) % 7; /* 1970-01-01 was a Thursday */

  return (weekday < 0 ? weekday + 7 : weekday) + 1;
}

/* Reads @n digits at most; returns how many there were. */
static int
read_number (const char **p,
             int          n,
             int         *number)
{
  int n_digits = 0;

  *number = 0;
  while (n_digits < n && g_ascii_isdigit (**p))
    {
      *number = *number * 10 + (**p - '0');
      (*p)++;
      n_digits++;
    }

  return n_digits;
}

/**
 * dites_day_from_iso:
 * @text: (nullable): a text
 *
 * Reads YYYY-MM-DD and nothing else: the form that documents hold.
 *
 * Returns: the day, or %DITES_DAY_NONE
 */
DitesDay
dites_day_from_iso (const char *text)
{
  const char *p = text;
  int         year, month, day;

  if (text == NULL ||
      read_number (&p, 4, &year) != 4 || *p++ != '-' ||
      read_number (&p, 2, &month) != 2 || *p++ != '-' ||
      read_number (&p, 2, &day) != 2 || *p != '\0')
    return DITES_DAY_NONE;

  return dites_day_from_ymd (year, month, day);
}

/* Folded; the first letters are enough, and tell juin from juillet. */
static int
read_month (const char *word,
            gsize       length)
{
  static const struct
  {
    const char *name;
    gsize       shortest;
    int         month;
  } months[] = {
    { "janvier", 3, 1 },
    { "january", 3, 1 },
    { "fevrier", 3, 2 },
    { "february", 3, 2 },
    { "mars", 3, 3 },
    { "march", 3, 3 },
    { "avril", 3, 4 },
    { "april", 3, 4 },
    { "mai", 3, 5 },
    { "may", 3, 5 },
    { "juin", 4, 6 },
    { "june", 3, 6 },
    { "juillet", 4, 7 },
    { "july", 3, 7 },
    { "aout", 3, 8 },
    { "august", 3, 8 },
    { "septembre", 3, 9 },
    { "september", 3, 9 },
    { "octobre", 3, 10 },
    { "october", 3, 10 },
    { "novembre", 3, 11 },
    { "november", 3, 11 },
    { "decembre", 3, 12 },
    { "december", 3, 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (length >= months[i].shortest &&
        length <= strlen (months[i].name) &&
        strncmp (word, months[i].name, length) == 0)
      return months[i].month;

  return 0;
}

static int
complete_year (int year,
               int n_digits)
{
  if (n_digits > 2)
    return year;

  return year <= LAST_SHORT_YEAR ? 2000 + year : 1900 + year;
}

/* A time of the day may follow a date: “14/10/2025 18:42:07”, “2025-11-03T00:00:00Z”. */
static gboolean
is_time_or_nothing (const char *p)
{
  if (*p == 't' || *p == ' ')
    {
      p++;
      if (!g_ascii_isdigit (*p) || strchr (p, ':') == NULL)
        return *p == '\0';
    }

  return strspn (p, "0123456789:.,z+-") == strlen (p) && (*p == '\0' || strchr (p, ':') != NULL);
}

/* 2025-11-03, 03/11/2025, 3.11.25 */
static DitesDay
parse_numbers (const char *folded)
{
  const char *p = folded;
  int         first, month, last;
  int         n_first, n_last;
  char        separator;

  n_first = read_number (&p, 4, &first);
  separator = *p;
  if (n_first == 0 || separator == '\0' || strchr ("/-. ", separator) == NULL)
    return DITES_DAY_NONE;
  p++;
  if (read_number (&p, 2, &month) == 0 || *p++ != separator)
    return DITES_DAY_NONE;
  n_last = read_number (&p, 4, &last);
  if (n_last == 0 || !is_time_or_nothing (p))
    return DITES_DAY_NONE;

  if (n_first == 4)
    return n_last <= 2 ? dites_day_from_ymd (first, month, last) : DITES_DAY_NONE;
  if (n_first > 2 || (n_last != 2 && n_last != 4))
    return DITES_DAY_NONE;

  return dites_day_from_ymd (complete_year (last, n_last), month, first);
}

/* “lundi 3 novembre 2025”, “1er mai 26”, “3-nov-2025” */
static DitesDay
parse_words (const char *text)
{
  g_autofree char *words = dites_fold_words (text);
  const char      *p = words;
  int              day = 0;
  int              month, year, n_digits;

  /* A weekday in front says nothing new. */
  if (g_ascii_isalpha (*p))
    {
      p += strcspn (p, " ");
      if (*p == ' ')
        p++;
    }

  if (read_number (&p, 2, &day) == 0)
    return DITES_DAY_NONE;
  if (g_str_has_prefix (p, "er "))
    p += 2;
  if (*p++ != ' ')
    return DITES_DAY_NONE;

  month = read_month (p, strcspn (p, " "));
  p += strcspn (p, " ");
  if (month == 0 || *p++ != ' ')
    return DITES_DAY_NONE;

  n_digits = read_number (&p, 4, &year);
  if ((n_digits != 2 && n_digits != 4) || (*p != '\0' && *p != ' '))
    return DITES_DAY_NONE;

  return dites_day_from_ymd (complete_year (year, n_digits), month, day);
}

/* 45964, also as “45964,0” or with the time as a fraction */
static DitesDay
parse_serial (const char *folded)
{
  const char *p = folded;
  int         serial;

  if (read_number (&p, 6, &serial) != 5 || serial < EXCEL_FIRST || serial > EXCEL_LAST)
    return DITES_DAY_NONE;
  if (*p == ',' || *p == '.')
    p += 1 + strspn (p + 1, "0123456789");
  if (*p != '\0')
    return DITES_DAY_NONE;

  return EXCEL_EPOCH + serial;
}

/**
 * dites_day_parse:
 * @text: (nullable): a date as a person or a spreadsheet writes it
 *
 * Reads dates in figures (day first, or ISO), in French or English words, and
 * Excel's serial days. A time of the day behind it is dropped.
 *
 * Returns: the day, or %DITES_DAY_NONE if @text is no date
 */
DitesDay
dites_day_parse (const char *text)
{
  g_autofree char *folded = dites_fold (text);
  const char      *p = folded;
  DitesDay         day;

  if (*p == '\'')
    p++;
  if (*p == '\0')
    return DITES_DAY_NONE;

  day = parse_numbers (p);
  if (day == DITES_DAY_NONE)
    day = parse_serial (p);
  if (day == DITES_DAY_NONE)
    day = parse_words (p);

  return day;
}

/**
 * dites_day_today:
 *
 * Returns: the day it is, in the time zone of this machine
 */
DitesDay
dites_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return dites_day_from_ymd (g_date_time_get_year (now),
                             g_date_time_get_month (now),
                             g_date_time_get_day_of_month (now));
}

/**
 * dites_day_to_iso:
 * @day: a day
 *
 * Returns: (transfer full): YYYY-MM-DD
 */
char *
dites_day_to_iso (DitesDay day)
{
  int year, month, day_of_month;

  dites_day_get_ymd (day, &year, &month, &day_of_month);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

static const char *
get_month_name (int month)
{
  /* clang-format off */
  static const char *const names[] = {
    NC_("in a date", "January"),
    NC_("in a date", "February"),
    NC_("in a date", "March"),
    NC_("in a date", "April"),
    NC_("in a date", "May"),
    NC_("in a date", "June"),
    NC_("in a date", "July"),
    NC_("in a date", "August"),
    NC_("in a date", "September"),
    NC_("in a date", "October"),
    NC_("in a date", "November"),
    NC_("in a date", "December"),
  };
  /* clang-format on */

  return g_dpgettext2 (GETTEXT_PACKAGE, "in a date", names[month - 1]);
}

/**
 * dites_day_format:
 * @day: a day
 * @style: in figures or in words
 *
 * Writes a day for a person, in the language of the messages.
 *
 * Returns: (transfer full): the date
 */
char *
dites_day_format (DitesDay      day,
                  DitesDayStyle style)
{
  g_autofree char *number = NULL;
  int              year, month, day_of_month;

  dites_day_get_ymd (day, &year, &month, &day_of_month);

  if (style == DITES_DAY_SHORT)
    /* Translators: a date in figures: day, month, year. */
    return g_strdup_printf (_("%1$02d/%2$02d/%3$d"), day_of_month, month, year);

  if (day_of_month == 1)
    /* Translators: the first day of a month, as it stands in a date in words: “1 May 2027”. */
    number = g_strdup (C_("first day of the month", "1"));
  else
    number = g_strdup_printf ("%d", day_of_month);

  /* Translators: a date in words: day, month, year. */
  return g_strdup_printf (_("%1$s %2$s %3$d"), number, get_month_name (month), year);
}

/**
 * dites_day_add_months:
 * @day: a day
 * @months: how many months later; negative for earlier
 *
 * Returns: the same day of the month that many months later, or the last one
 *   of that month where it is shorter; %DITES_DAY_NONE beyond the calendar
 */
DitesDay
dites_day_add_months (DitesDay day,
                      int      months)
{
  int year, month, day_of_month, total;

  dites_day_get_ymd (day, &year, &month, &day_of_month);

  total = year * 12 + month - 1 + months;
  if (total < 12)
    return DITES_DAY_NONE;

  year = total / 12;
  month = total % 12 + 1;

  return dites_day_from_ymd (year, month, MIN (day_of_month, get_month_length (year, month)));
}

/**
 * dites_now_iso:
 *
 * Returns: (transfer full): this moment in UTC, to the second, as documents hold it
 */
char *
dites_now_iso (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}
