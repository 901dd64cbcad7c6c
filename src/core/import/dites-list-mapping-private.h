/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-list-guess.h"
#include "dites-list-mapping.h"

G_BEGIN_DECLS

/**
 * DitesListMapping:
 *
 * What each column of a list is read into. It begins as a guess; a person can
 * change it, and what they decided can be written down for the next list with
 * the same header. It belongs to one thread at a time; hand a copy to another.
 *
 * “changed” is emitted after each change.
 */
struct _DitesListMapping
{
  GObject parent_instance;

  const DitesKind *kind;
  GArray          *columns; /* of DitesColumn */
};

static inline DitesColumn *
dites_list_mapping_get_column (DitesListMapping *self,
                               guint             column)
{
  return &g_array_index (self->columns, DitesColumn, column);
}

G_END_DECLS
