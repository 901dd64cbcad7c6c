/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-gers.h"

#include <math.h>
#include <string.h>

#include "dites-fold.h"
#include "dites-gers-private.h"

/* IUGG mean radius. */
#define EARTH_RADIUS_METRES 6371008.8

/* A road is longer than the great circle; this is an estimate, to be said as “about”. */
#define ROAD_FACTOR          1.2
#define ROAD_METRES_A_MINUTE 1000

/**
 * dites_gers_get_commune:
 * @insee: (nullable): an INSEE code; one of a former commune leads to the one it belongs to now
 *
 * Returns: (nullable): the commune
 */
const DitesCommune *
dites_gers_get_commune (const char *insee)
{
  return insee != NULL ? g_hash_table_lookup (dites_gers_get_tables ()->by_insee, insee) : NULL;
}

static gboolean
has_postcode (const DitesCommune *commune,
              const char         *postcode)
{
  return g_strv_contains (commune->postcodes, postcode);
}

static int
compare_population (gconstpointer a,
                    gconstpointer b)
{
  const DitesCommune *x = *(const DitesCommune *const *) a;
  const DitesCommune *y = *(const DitesCommune *const *) b;

  return y->population - x->population;
}

/**
 * dites_gers_search_communes:
 * @text: the beginning of a name or of a postcode
 * @limit: how many to give at most
 *
 * Finds what a person is typing, the largest first.
 *
 * Returns: (transfer container) (element-type DitesCommune): the communes
 */
GPtrArray *
dites_gers_search_communes (const char *text,
                            guint       limit)
{
  const DitesGersTables *tables = dites_gers_get_tables ();
  g_autofree char       *folded = dites_fold_place (text);
  GPtrArray             *found = g_ptr_array_new ();

  for (guint i = 0; i < tables->communes->len; i++)
    {
      const DitesCommune *commune = &g_array_index (tables->communes, DitesCommune, i);
      g_autofree char    *name = dites_fold_place (commune->name);
      gboolean            matches = g_str_has_prefix (name, folded);

      for (gsize j = 0; !matches && commune->postcodes[j] != NULL; j++)
        matches = *folded != '\0' && g_str_has_prefix (commune->postcodes[j], folded);
      if (matches)
        g_ptr_array_add (found, (gpointer) commune);
    }

  g_ptr_array_sort (found, compare_population);
  if (found->len > limit)
    g_ptr_array_set_size (found, limit);

  return found;
}

/**
 * dites_gers_get_postcode:
 * @postcode: five digits
 *
 * Returns: (transfer container) (element-type DitesCommune): the communes that share it
 */
GPtrArray *
dites_gers_get_postcode (const char *postcode)
{
  const DitesGersTables *tables = dites_gers_get_tables ();
  GPtrArray             *found = g_ptr_array_new ();

  for (guint i = 0; i < tables->communes->len; i++)
    {
      const DitesCommune *commune = &g_array_index (tables->communes, DitesCommune, i);

      if (has_postcode (commune, postcode))
        g_ptr_array_add (found, (gpointer) commune);
    }

  return found;
}

/**
 * dites_gers_get_health_sites:
 * @n_sites: (out): how many there are
 *
 * Returns: (array length=n_sites): the places where interns train
 */
const DitesHealthSite *
dites_gers_get_health_sites (gsize *n_sites)
{
  const DitesGersTables *tables = dites_gers_get_tables ();

  *n_sites = tables->health_sites->len;

  return (gconstpointer) tables->health_sites->data;
}

/**
 * dites_gers_get_outline:
 * @n_points: (out): how many there are
 *
 * Returns: (array length=n_points): the outline of the département, a closed line
 */
const DitesPoint *
dites_gers_get_outline (gsize *n_points)
{
  const DitesGersTables *tables = dites_gers_get_tables ();

  *n_points = tables->outline->len;

  return (gconstpointer) tables->outline->data;
}

static double
get_radians (int degrees)
{
  return degrees / 1e5 * G_PI / 180;
}

/**
 * dites_gers_get_road_metres:
 * @from: a place
 * @to: a place
 *
 * Estimates the way by road: the great circle (haversine formula) and a fifth.
 *
 * Returns: metres, about
 */
int
dites_gers_get_road_metres (DitesPoint from,
                            DitesPoint to)
{
  double latitude = sin ((get_radians (to.latitude) - get_radians (from.latitude)) / 2);
  double longitude = sin ((get_radians (to.longitude) - get_radians (from.longitude)) / 2);
  double h = latitude * latitude + cos (get_radians (from.latitude)) * cos (get_radians (to.latitude)) * longitude * longitude;

  return (int) lround (2 * EARTH_RADIUS_METRES * asin (MIN (1.0, sqrt (h))) * ROAD_FACTOR);
}

/**
 * dites_gers_get_road_minutes:
 * @metres: a way by road
 *
 * Returns: minutes at 60 km/h, about, rounded up
 */
int
dites_gers_get_road_minutes (int metres)
{
  return (metres + ROAD_METRES_A_MINUTE - 1) / ROAD_METRES_A_MINUTE;
}
