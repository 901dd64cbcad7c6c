/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-gers.h"

G_BEGIN_DECLS

/* All that the files in data/gers say, read once. */
typedef struct
{
  GArray     *communes;     /* of DitesCommune, by INSEE code */
  GHashTable *by_insee;     /* char * → DitesCommune * */
  GHashTable *by_name;      /* folded char * → DitesCommune *; also aliases and former communes */
  guint       longest_name; /* in words */
  GArray     *epcis;        /* of DitesEpci */
  GArray     *health_sites; /* of DitesHealthSite */
  GArray     *outline;      /* of DitesPoint */
} DitesGersTables;

const DitesGersTables *dites_gers_get_tables (void);

G_END_DECLS
