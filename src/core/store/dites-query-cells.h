/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"

G_BEGIN_DECLS

/* Private to the store: reads the cells that are filed beside a document; see dites-index.h. */

typedef void (*DitesCellFunc) (const char *value,
                               gsize       length,
                               gpointer    user_data);

const char *dites_cells_find (const char *cells,
                              int         index);
gsize       dites_cell_get_key_length (const char *cell);
const char *dites_cell_get_value (const char *cell,
                                  gsize      *length);
gboolean    dites_cell_foreach (const char   *cell,
                                DitesCellFunc func,
                                gpointer      user_data);
gboolean    dites_cell_has (const char        *cell,
                            const char *const *values);
int         dites_cells_index (const char *kind,
                               const char *field);

G_END_DECLS
