/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-editor.h"

G_BEGIN_DECLS

#define DITES_TYPE_FIELD_GROUP (dites_field_group_get_type ())
G_DECLARE_FINAL_TYPE (DitesFieldGroup, dites_field_group, DITES, FIELD_GROUP, AdwPreferencesGroup)

GtkWidget *dites_field_group_new (DitesEditor *editor,
                                  const char  *name);
gboolean   dites_field_group_show_field (DitesFieldGroup *self,
                                         const char      *name);
gboolean   dites_field_group_focus_first (DitesFieldGroup *self);
GtkWidget *dites_field_group_get_row (DitesFieldGroup *self,
                                      DitesFieldType   type);

G_END_DECLS
