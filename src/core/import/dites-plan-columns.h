/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-person-name.h"
#include "dites-plan.h"

G_BEGIN_DECLS

/* How the cells of a column are read. Those from the stage on are read together. */
typedef enum
{
  DITES_ROLE_VALUE,
  DITES_ROLE_EXTRA,
  DITES_ROLE_FULL_NAME,
  DITES_ROLE_FAMILY_NAME,
  DITES_ROLE_CONTACT,
  DITES_ROLE_REFERENCE,
  DITES_ROLE_SEMESTER_NO,
  DITES_ROLE_SEMESTER_LABEL,
  DITES_ROLE_STAGE,
  DITES_ROLE_ESTABLISHMENT,
  DITES_ROLE_DEPARTMENT,
  DITES_ROLE_SUPERVISOR,
} DitesRole;

/**
 * DitesPlanColumn:
 * @number: its number in the list
 * @header: its header
 * @key: the name under which its cells are kept as they are, a JSON string, each once
 * @field: (nullable): what it is read into
 * @single: @field, for one value
 * @own: whether @field is one of the kind of the list
 * @role: how it is read
 * @merged: whether an empty cell means what stands above
 * @name_order: which of two names comes first
 * @values: (nullable): what its cells were read as, where the same come again and again
 *
 * A column that is read, with all that is the same for each row.
 */
typedef struct
{
  guint             number;
  const char       *header;
  char             *key;
  const DitesField *field;
  DitesField        single;
  gboolean          own;
  DitesRole         role;
  gboolean          merged;
  DitesNameOrder    name_order;
  GHashTable       *values;
} DitesPlanColumn;

GArray     *dites_plan_columns_new (DitesListMapping *mapping,
                                    DitesListTable   *table);
const char *dites_plan_column_lookup (const DitesPlanColumn *column,
                                      const char            *cell);
void        dites_plan_column_remember (const DitesPlanColumn *column,
                                        const char            *cell,
                                        const char            *json);
void        dites_plan_column_forget (const DitesPlanColumn *column);

G_END_DECLS
