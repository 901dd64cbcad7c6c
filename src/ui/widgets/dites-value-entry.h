/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-field.h"

G_BEGIN_DECLS

#define DITES_TYPE_VALUE_ENTRY (dites_value_entry_get_type ())
G_DECLARE_FINAL_TYPE (DitesValueEntry, dites_value_entry, DITES, VALUE_ENTRY, GtkEntry)

GtkWidget  *dites_value_entry_new (const DitesField *field);
void        dites_value_entry_follow (DitesValueEntry *self,
                                      const DitesJson *value);
gboolean    dites_value_entry_take_over (DitesValueEntry *self);
void        dites_value_entry_set_held (DitesValueEntry *self,
                                        gboolean         held);
void        dites_value_entry_refuse (DitesValueEntry *self,
                                      const char      *reason);
const char *dites_value_entry_get_refusal (DitesValueEntry *self);

G_END_DECLS
