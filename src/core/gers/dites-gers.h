/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DitesPoint:
 *
 * A place on earth, in 10⁻⁵ degrees (about a metre).
 */
typedef struct
{
  int latitude;
  int longitude;
} DitesPoint;

/**
 * DitesCommune:
 *
 * A commune of the Gers as of 2026; @insee identifies it, a postcode does not.
 */
typedef struct
{
  const char        *insee;
  const char        *name;
  const char *const *postcodes;
  DitesPoint         point;
  int                population;
  const char        *epci; /* the SIREN of its EPCI */
} DitesCommune;

typedef struct
{
  const char *siren;
  const char *name;
} DitesEpci;

/**
 * DitesHealthSite:
 *
 * A place where interns train; the first entries of the directory of sites.
 */
typedef struct
{
  const char *name;
  const char *type; /* an identifier of the choice "type" of the kind "site" */
  const char *insee;
  DitesPoint  point;
  gboolean    open;      /* FALSE: closed, not to be proposed */
  gboolean    confirmed; /* FALSE: to be confirmed by the staff */
} DitesHealthSite;

const DitesCommune    *dites_gers_get_commune (const char *insee);
const DitesCommune    *dites_gers_find_commune (const char *name);
const DitesCommune    *dites_gers_find_commune_in_text (const char *text);
GPtrArray             *dites_gers_search_communes (const char *text,
                                                   guint       limit);
GPtrArray             *dites_gers_get_postcode (const char *postcode);
const DitesHealthSite *dites_gers_get_health_sites (gsize *n_sites);
const DitesPoint      *dites_gers_get_outline (gsize *n_points);
int                    dites_gers_get_road_metres (DitesPoint from,
                                                   DitesPoint to);
int                    dites_gers_get_road_minutes (int metres);

G_END_DECLS
