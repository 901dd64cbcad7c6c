/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-application.h"

G_BEGIN_DECLS

#define DITES_TYPE_REMINDER (dites_reminder_get_type ())
G_DECLARE_FINAL_TYPE (DitesReminder, dites_reminder, DITES, REMINDER, GObject)

DitesReminder *dites_reminder_new (DitesApplication *application);
void           dites_reminder_stop (DitesReminder *self);

G_END_DECLS
