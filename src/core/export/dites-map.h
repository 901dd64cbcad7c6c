/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-press.h"

G_BEGIN_DECLS

/* How wide and how high the Gers is, at its latitude. */
#define DITES_MAP_RATIO 1.38

/**
 * DitesMapMark:
 * @point: where
 * @label: (nullable): what is written beside it
 * @weight: 0 for a hospital; else how many offers there are
 */
typedef struct
{
  DitesPoint  point;
  const char *label;
  guint       weight;
} DitesMapMark;

void dites_map_draw (DitesPdf           *pdf,
                     const DitesMapMark *marks,
                     guint               n_marks,
                     DitesStyle          style,
                     double              x,
                     double              y,
                     double              width,
                     double              height);

G_END_DECLS
