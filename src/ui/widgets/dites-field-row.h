/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-editor.h"
#include "dites-typed-value.h"

G_BEGIN_DECLS

#define DITES_TYPE_FIELD_ROW (dites_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (DitesFieldRow, dites_field_row, DITES, FIELD_ROW, AdwPreferencesRow)

/**
 * DitesFieldRowClass:
 * @follow: shows what the source has, %NULL for nothing, without disturbing what
 *   is being typed; called first when the row is made, then at every change
 * @take_over: (nullable): sets what was typed and not set yet; called when the
 *   row is left
 */
struct _DitesFieldRowClass
{
  AdwPreferencesRowClass parent_class;

  void (*follow) (DitesFieldRow   *self,
                  const DitesJson *value);
  void (*take_over) (DitesFieldRow *self);
};

/**
 * DitesFieldRowPlace:
 * @DITES_FIELD_ROW_BELOW: under the label, over the whole width
 * @DITES_FIELD_ROW_BESIDE: at the end of the row
 * @DITES_FIELD_ROW_TITLE: at the end of the label's line
 *
 * Where a part of a row stands.
 */
typedef enum
{
  DITES_FIELD_ROW_BELOW,
  DITES_FIELD_ROW_BESIDE,
  DITES_FIELD_ROW_TITLE,
} DitesFieldRowPlace;

GtkWidget        *dites_field_row_new (DitesEditor      *editor,
                                       const DitesField *field);
GtkWidget        *dites_field_row_new_for_source (DitesValueSource *source,
                                                  const DitesField *field);
DitesValueSource *dites_field_row_get_source (DitesFieldRow *self);
const DitesField *dites_field_row_get_field (DitesFieldRow *self);
gboolean          dites_field_row_get_value (DitesFieldRow *self,
                                             DitesJson     *value);
gboolean          dites_field_row_set_value (DitesFieldRow *self,
                                             const char    *json);
gboolean          dites_field_row_set_typed (DitesFieldRow   *self,
                                             DitesTypedValue *typed,
                                             const char      *json);
void              dites_field_row_refuse (DitesFieldRow *self,
                                          const char    *reason);
gboolean          dites_field_row_is_refused (DitesFieldRow *self);
gboolean          dites_field_row_take_over (DitesFieldRow *self);
gboolean          dites_field_row_has_focus (DitesFieldRow *self);
void              dites_field_row_add (DitesFieldRow     *self,
                                       GtkWidget         *part,
                                       DitesFieldRowPlace place);
void              dites_field_row_set_control (DitesFieldRow *self,
                                               GtkWidget     *control);

G_END_DECLS
