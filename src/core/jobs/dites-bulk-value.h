/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-field.h"

G_BEGIN_DECLS

/**
 * DitesBulkWays:
 * @DITES_BULK_SET: the field has the new value, whatever it had
 * @DITES_BULK_ADD: what it has and the new values, or lines, after that
 * @DITES_BULK_REMOVE: what it has without some values
 * @DITES_BULK_CLEAR: nothing
 *
 * How a field of many documents is changed at once.
 */
typedef enum
{
  DITES_BULK_SET = 1 << 0,
  DITES_BULK_ADD = 1 << 1,
  DITES_BULK_REMOVE = 1 << 2,
  DITES_BULK_CLEAR = 1 << 3,
} DitesBulkWays;

DitesBulkWays dites_bulk_get_ways (const DitesField *field);
char         *dites_bulk_apply (const DitesField *field,
                                DitesBulkWays     way,
                                const DitesJson  *before,
                                const char       *json);

G_END_DECLS
