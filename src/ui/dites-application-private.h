/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-application.h"

#include "dites-reminder.h"
#include "dites-search-provider.h"

G_BEGIN_DECLS

/* Private to the application: what it owns and its actions share. */
struct _DitesApplication
{
  AdwApplication parent_instance;

  char       *data_dir; /* (nullable): instead of the usual folder */
  GSettings  *settings;
  DitesStore *store; /* (nullable): it could not be opened */
  GError     *error; /* (nullable): why */

  DitesSearchProvider *search_provider;
  DitesReminder       *reminder; /* (nullable): not started yet */

  gboolean quitting; /* all windows are being closed at once */
  guint    save_id;
};

DitesStore *dites_application_get_store (DitesApplication *self);
GtkWindow  *dites_application_new_window (DitesApplication *self);
GtkWindow  *dites_application_get_window (DitesApplication *self);

/* dites-application-actions.c */
void dites_application_add_actions (DitesApplication *self);

/* dites-application-session.c */
void       dites_application_follow_window (DitesApplication *self,
                                            GtkWindow        *window);
void       dites_application_save_session (DitesApplication *self);
GtkWindow *dites_application_restore_session (DitesApplication *self);

G_END_DECLS
