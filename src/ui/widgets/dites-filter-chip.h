/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-kind.h"
#include "dites-query.h"

G_BEGIN_DECLS

#define DITES_TYPE_FILTER_CHIP (dites_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (DitesFilterChip, dites_filter_chip, DITES, FILTER_CHIP, GtkWidget)

GtkWidget         *dites_filter_chip_new (DitesQuery       *query,
                                          const DitesField *field);
const DitesField  *dites_filter_chip_get_field (DitesFilterChip *self);
const char *const *dites_filter_chip_get_values (DitesFilterChip *self);
void               dites_filter_chip_set_values (DitesFilterChip   *self,
                                                 const char *const *values);

G_END_DECLS
