/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DitesDay:
 *
 * A day of the Gregorian calendar: days since 1970-01-01, from the year 1 to 9999.
 */
typedef gint32 DitesDay;

/* No day at all: an empty field, or a text that is no date. */
#define DITES_DAY_NONE G_MININT32

/* How a day is written for a person. */
typedef enum
{
  DITES_DAY_SHORT, /* 02/11/2026 */
  DITES_DAY_LONG,  /* 2 novembre 2026; 1er mai 2027 */
} DitesDayStyle;

DitesDay dites_day_from_ymd (int year,
                             int month,
                             int day);
DitesDay dites_day_from_iso (const char *text);
DitesDay dites_day_parse (const char *text);
DitesDay dites_day_today (void);
void     dites_day_get_ymd (DitesDay day,
                            int     *year,
                            int     *month,
                            int     *day_of_month);
int      dites_day_weekday (DitesDay day);
char    *dites_day_to_iso (DitesDay day);
char    *dites_day_format (DitesDay      day,
                           DitesDayStyle style);
DitesDay dites_day_add_months (DitesDay day,
                               int      months);
char    *dites_now_iso (void);

G_END_DECLS
