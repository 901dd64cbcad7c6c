/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-day.h"

G_BEGIN_DECLS

#define DITES_TYPE_CALENDAR (dites_calendar_get_type ())
G_DECLARE_FINAL_TYPE (DitesCalendar, dites_calendar, DITES, CALENDAR, GtkBox)

GtkWidget *dites_calendar_new (void);
void       dites_calendar_show_day (DitesCalendar *self,
                                    DitesDay       day);

G_END_DECLS
