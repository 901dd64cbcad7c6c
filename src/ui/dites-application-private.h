/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-application.h"

G_BEGIN_DECLS

/* Private to the application: what it owns and its actions share. */
struct _DitesApplication
{
  AdwApplication parent_instance;

  char       *data_dir; /* (nullable): instead of the usual folder */
  GSettings  *settings;
  DitesStore *store; /* (nullable): it could not be opened */
  GError     *error; /* (nullable): why */
};

GtkWindow *dites_application_new_window (DitesApplication *self);
void       dites_application_add_actions (DitesApplication *self);

G_END_DECLS
