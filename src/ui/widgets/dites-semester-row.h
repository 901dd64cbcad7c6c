/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_SEMESTER_ROW (dites_semester_row_get_type ())
G_DECLARE_FINAL_TYPE (DitesSemesterRow, dites_semester_row, DITES, SEMESTER_ROW, GtkListBoxRow)

GtkWidget  *dites_semester_row_new (DitesStore *store);
void        dites_semester_row_refresh (DitesSemesterRow *self);
const char *dites_semester_row_get_id (DitesSemesterRow *self);
const char *dites_semester_row_get_label (DitesSemesterRow *self);

G_END_DECLS
