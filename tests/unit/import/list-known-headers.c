/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "list-known-headers.h"

/* Enough of the headers that a mapping knows to find the header of a list. */
static const char *const known[] = {
  "civ", "civilite", "nom", "nom de famille", "nom de naissance", "nom usuel", "nom marital", "nom prenom",
  "nom et prenom", "prenom", "prenom 1", "prenoms", "date de naissance", "ne e le", "sexe", "mail", "email",
  "courriel", "courriel univ", "courriel perso", "adresse e mail", "tel", "telephone", "tel portable",
  "portable", "numero de portable", "des", "specialite", "specialite des", "filiere", "phase", "semestre",
  "semestre en cours", "annee", "stage", "terrain", "terrain de stage", "lieu de stage", "affectation",
  "etablissement", "service", "maitre de stage", "maitre de stage 1", "maitre de stage 2",
  "maitre de stage 3", "msu", "rang", "rpps", "n etudiant", "cod etu", "lib nom pat ind",
  "lib nom usu ind", "lib pr1 ind", "date nai ind", "cod sex etu", "lib etp", "interne", "date d arrivee",
  "debut", "fin", NULL
};

/* A DitesListHeaderFunc. */
guint
known_headers (const char *const *folded_cells)
{
  guint n = 0;

  for (gsize i = 0; folded_cells[i] != NULL; i++)
    n += g_strv_contains (known, folded_cells[i]);

  return n;
}
