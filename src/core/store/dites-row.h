/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-document.h"

G_BEGIN_DECLS

/**
 * DitesRow:
 *
 * A document as a list shows it: properties "id", "title", "subtitle" and
 * "document". A row that has not been fetched yet has them empty and notifies
 * when they arrive. Main thread only.
 */
#define DITES_TYPE_ROW (dites_row_get_type ())
G_DECLARE_FINAL_TYPE (DitesRow, dites_row, DITES, ROW, GObject)

gboolean       dites_row_is_loaded (DitesRow *self);
const char    *dites_row_get_id (DitesRow *self);
const char    *dites_row_get_title (DitesRow *self);
const char    *dites_row_get_subtitle (DitesRow *self);
DitesDocument *dites_row_get_document (DitesRow *self);

G_END_DECLS
