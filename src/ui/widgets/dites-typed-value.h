/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-field.h"

G_BEGIN_DECLS

#define DITES_TYPE_TYPED_VALUE (dites_typed_value_get_type ())
G_DECLARE_FINAL_TYPE (DitesTypedValue, dites_typed_value, DITES, TYPED_VALUE, GObject)

DitesTypedValue *dites_typed_value_new_for_entry (const DitesField *field);
DitesTypedValue *dites_typed_value_new_for_text_view (const DitesField *field);
GtkWidget       *dites_typed_value_get_widget (DitesTypedValue *self);
void             dites_typed_value_follow (DitesTypedValue *self,
                                           const DitesJson *value);
void             dites_typed_value_set_text (DitesTypedValue *self,
                                             const char      *text);
gboolean         dites_typed_value_take_over (DitesTypedValue *self);
gboolean         dites_typed_value_is_typing (DitesTypedValue *self);
void             dites_typed_value_set_held (DitesTypedValue *self,
                                             gboolean         held);
void             dites_typed_value_refuse (DitesTypedValue *self,
                                           const char      *reason);
const char      *dites_typed_value_get_refusal (DitesTypedValue *self);
gboolean         dites_typed_value_is_blank (DitesTypedValue *self);

G_END_DECLS
