/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-database.h"
#include "dites-reader.h"

G_BEGIN_DECLS

DitesReader   *dites_reader_new (const char *path,
                                 GError    **error);
DitesDatabase *dites_reader_get_database (DitesReader *self);
void           dites_reader_set_not_found (const char *id,
                                           GError    **error);

G_END_DECLS
