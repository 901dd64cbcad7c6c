/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DitesQueryPiece:
 * @at: where in the old order, as the pieces before have left it
 * @removed: how many go there
 * @from: where in the new order
 * @added: how many come from there
 *
 * Private to the store: one step from an order to the next.
 */
typedef struct
{
  guint at;
  guint removed;
  guint from;
  guint added;
} DitesQueryPiece;

GArray *dites_query_compare (const guint32 *old,
                             guint          n_old,
                             const guint32 *new,
                             guint n_new,
                             guint offset,
                             guint max_pieces);

G_END_DECLS
