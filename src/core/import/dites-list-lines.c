/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-lines.h"

#include <string.h>

/* What begins a footer, in folded words. */
static const char *const footers[] = {
  "total", "totaux", "sous total", "effectif", "effectifs", "nombre", "nb d", "nb de", "nbre",
  "edite le", "edition du", "imprime le", "extrait le", "extraction", "fait a", "fin de la liste",
  "fin de liste", "liste arretee", "mise a jour", "mis a jour", "moyenne", "somme"
};

/* What begins one if nothing else is on its line: some of it could be somebody's name. */
static const char *const lone_footers[] = {
  "nb", "n b", "note", "notes", "remarque", "remarques", "legende", "source", "sources", "attention",
  "signature", "cachet", "document", "page", "le directeur", "la directrice", "le doyen", "la doyenne",
  "le president", "la presidente", "le responsable", "la responsable", "la scolarite",
  "le coordonnateur", "la coordonnatrice", "pour le", "pour la", "auch le", "toulouse le", "contact",
  "liste non definitive", "sous reserve", "confidentiel"
};

/* What a number at the beginning counts: "41 internes". */
static const char *const counted[] = {
  "interne", "internes", "etudiant", "etudiants", "ligne", "lignes", "inscrit", "inscrits",
  "enregistrement", "enregistrements", "personne", "personnes", "medecin", "medecins", "resultat",
  "resultats", "affecte", "affectes", "poste", "postes"
};

/* What begins the title of a group of rows. */
static const char *const titles[] = {
  "ch", "chu", "chs", "chic", "hopital", "hopitaux", "clinique", "service", "services", "pole", "msp",
  "cabinet", "centre", "urgences", "semestre", "promotion", "phase", "stage", "stages", "des",
  "medecine", "specialite", "specialites", "liste", "internes", "interne", "groupe", "annee",
  "secteur", "site", "terrain", "terrains", "ssr", "cds", "maison", "etablissement", "departement",
  "niveau", "praticien", "saspas", "ambulatoire", "hospitalier", "docteurs juniors", "pediatrie",
  "psychiatrie", "geriatrie", "chirurgie", "gynecologie"
};

/* Whether a folded text is a word or words, or begins with them. */
static gboolean
begins_with (const char *text,
             const char *words)
{
  gsize length = 0;

  if (*text != *words)
    return FALSE;

  length = strlen (words);
  return strncmp (text, words, length) == 0 && (text[length] == ' ' || text[length] == '\0');
}

static gboolean
begins_with_any (const char        *text,
                 const char *const *words,
                 gsize              n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (begins_with (text, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
begins_with_count (const char *text)
{
  const char *p = text;

  while (g_ascii_isdigit (*p))
    p++;

  return p != text && *p == ' ' && begins_with_any (p + 1, counted, G_N_ELEMENTS (counted));
}

/**
 * dites_list_line_count:
 * @folded: the folded cells of a record
 *
 * Returns: how many of them are not empty
 */
guint
dites_list_line_count (const char *const *folded)
{
  guint n = 0;

  for (gsize i = 0; folded[i] != NULL; i++)
    n += *folded[i] != '\0';

  return n;
}

static guint
first_of (const char *const *folded)
{
  guint i = 0;

  while (folded[i] != NULL && *folded[i] == '\0')
    i++;

  return i;
}

/**
 * dites_list_line_may_be_footer:
 * @folded: the first cell of a record that is not empty, folded
 *
 * Returns: whether it is worth asking dites_list_line_is_footer()
 */
gboolean
dites_list_line_may_be_footer (const char *folded)
{
  return *folded == '\0' || begins_with_any (folded, footers, G_N_ELEMENTS (footers)) || begins_with_any (folded, lone_footers, G_N_ELEMENTS (lone_footers)) || begins_with_count (folded);
}

/**
 * dites_list_line_is_footer:
 * @folded: the folded cells of a record; at least one is not empty
 * @n_columns: how many columns the list has
 *
 * What else stands on such a line must be a number, so that somebody called Total stays.
 *
 * Returns: whether a line sums up or signs a list: "Total : 41", "41 internes",
 *   "Édité le 14/10/2025"
 */
gboolean
dites_list_line_is_footer (const char *const *folded,
                           guint              n_columns)
{
  guint       first = first_of (folded);
  guint       n = dites_list_line_count (folded);
  const char *text = folded[first];

  if (n == 0)
    return FALSE;
  if (n == 1 && n_columns > 1 && begins_with_any (text, lone_footers, G_N_ELEMENTS (lone_footers)))
    return TRUE;
  if (!begins_with_any (text, footers, G_N_ELEMENTS (footers)) && !begins_with_count (text))
    return FALSE;
  if (n_columns < 3 && n == 1 && strpbrk (text, " ") != NULL && strpbrk (text, "0123456789") == NULL)
    return FALSE;

  for (guint i = first + 1; folded[i] != NULL; i++)
    if (*folded[i] != '\0' && !g_ascii_isdigit (*folded[i]))
      return FALSE;

  return TRUE;
}

/**
 * dites_list_line_is_title:
 * @folded: the only cell of a record, folded
 *
 * Returns: whether a text that stands alone on its line is the title of the rows
 *   below it, such as a hospital: whether it begins with a word that titles have
 */
gboolean
dites_list_line_is_title (const char *folded)
{
  return begins_with_any (folded, titles, G_N_ELEMENTS (titles));
}
