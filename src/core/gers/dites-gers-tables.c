/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-gers-private.h"

#include <gio/gio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "dites-fold.h"
#include "dites-gers-resources.h"

/* The files are ours and part of the program: a fault in them is a bug, and ends it. */

typedef void (*RowFunc) (DitesGersTables *tables,
                         char           **cells);

static void
read_file (DitesGersTables *tables,
           const char      *name,
           guint            n_cells,
           RowFunc          func)
{
  g_autofree char *path = g_strconcat ("/org/gers/Dites32/gers/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (dites_gers_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GString) text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert (bytes != NULL);
  text = g_string_new_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  /* Registers write names with the typewriter's apostrophe; people read them in print. */
  g_string_replace (text, "'", "’", 0);
  lines = g_strsplit (text->str, "\n", -1);

  for (gsize i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), ";", -1);

      g_assert (g_strv_length (cells) == n_cells);
      func (tables, cells);
    }
}

static DitesPoint
read_point (const char *latitude,
            const char *longitude)
{
  DitesPoint point = { (int) lround (g_ascii_strtod (latitude, NULL) * 1e5),
                       (int) lround (g_ascii_strtod (longitude, NULL) * 1e5) };

  return point;
}

static void
add_commune (DitesGersTables *tables,
             char           **cells)
{
  DitesCommune commune = {
    .insee = g_intern_string (cells[0]),
    .name = g_intern_string (cells[1]),
    .postcodes = (const char *const *) g_strsplit (cells[2], ",", -1),
    .point = read_point (cells[3], cells[4]),
    .population = atoi (cells[6]),
    .epci = g_intern_string (cells[7]),
  };

  g_array_append_val (tables->communes, commune);
}

static void
add_name (DitesGersTables    *tables,
          const char         *name,
          const DitesCommune *commune)
{
  char *folded = dites_fold_place (name);
  guint n_words = 1;

  for (const char *p = folded; *p != '\0'; p++)
    n_words += *p == ' ' ? 1 : 0;
  tables->longest_name = MAX (tables->longest_name, n_words);

  /* The names of today come first, and win. */
  if (g_hash_table_contains (tables->by_name, folded))
    g_free (folded);
  else
    g_hash_table_insert (tables->by_name, folded, (gpointer) commune);
}

static void
add_former_commune (DitesGersTables *tables,
                    char           **cells)
{
  const DitesCommune *commune = g_hash_table_lookup (tables->by_insee, cells[3]);

  g_assert (commune != NULL);
  add_name (tables, cells[1], commune);
  if (!g_hash_table_contains (tables->by_insee, cells[0]))
    g_hash_table_insert (tables->by_insee, (gpointer) g_intern_string (cells[0]), (gpointer) commune);
}

static void
add_alias (DitesGersTables *tables,
           char           **cells)
{
  g_autofree char    *folded = dites_fold_place (cells[1]);
  const DitesCommune *commune = g_hash_table_lookup (tables->by_name, folded);

  g_assert (commune != NULL);
  add_name (tables, cells[0], commune);
}

static void
add_epci (DitesGersTables *tables,
          char           **cells)
{
  DitesEpci epci = { g_intern_string (cells[0]), g_intern_string (cells[2]) };

  g_array_append_val (tables->epcis, epci);
}

static void
add_health_site (DitesGersTables *tables,
                 char           **cells)
{
  DitesHealthSite site = {
    .name = g_intern_string (cells[0]),
    .type = g_intern_string (cells[1]),
    .insee = g_intern_string (cells[2]),
    .point = read_point (cells[4], cells[5]),
    .open = !g_str_has_prefix (cells[6], "closed"),
    .confirmed = strcmp (cells[6], "à vérifier") != 0,
  };

  g_array_append_val (tables->health_sites, site);
}

static void
add_outline_point (DitesGersTables *tables,
                   char           **cells)
{
  DitesPoint point = read_point (cells[1], cells[0]);

  g_array_append_val (tables->outline, point);
}

static gpointer
read_tables (gpointer unused)
{
  DitesGersTables *tables = g_new0 (DitesGersTables, 1);

  tables->communes = g_array_new (FALSE, FALSE, sizeof (DitesCommune));
  tables->by_insee = g_hash_table_new (g_str_hash, g_str_equal);
  tables->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tables->epcis = g_array_new (FALSE, FALSE, sizeof (DitesEpci));
  tables->health_sites = g_array_new (FALSE, FALSE, sizeof (DitesHealthSite));
  tables->outline = g_array_new (FALSE, FALSE, sizeof (DitesPoint));

  read_file (tables, "communes.csv", 8, add_commune);
  for (guint i = 0; i < tables->communes->len; i++)
    {
      DitesCommune *commune = &g_array_index (tables->communes, DitesCommune, i);

      g_hash_table_insert (tables->by_insee, (gpointer) commune->insee, commune);
      add_name (tables, commune->name, commune);
    }
  read_file (tables, "former-communes.csv", 5, add_former_commune);
  read_file (tables, "aliases.csv", 2, add_alias);
  read_file (tables, "epci.csv", 5, add_epci);
  read_file (tables, "health-sites.csv", 7, add_health_site);
  read_file (tables, "outline.csv", 2, add_outline_point);

  return tables;
}

/* Read by whichever thread asks first; never freed. */
const DitesGersTables *
dites_gers_get_tables (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_tables, NULL);
}
