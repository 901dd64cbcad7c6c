/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-target.h"

#include <string.h>

#include "dites-fold.h"
#include "dites-list-guess.h"

/* What a header names. */

/* Words that say whose name, phone or day it is: not the person's of the row. */
static const char *const others[] = {
  "msu", "pamsu", "maitre", "maitres", "responsable", "chef", "directeur", "directrice", "conjoint",
  "conjointe", "parent", "parents", "pere", "mere", "tuteur", "tutrice", "referent", "secretariat",
  "secretaire", "prevenir", "urgence", "proprietaire", "bailleur", "coordonnateur", NULL
};

/* Words that add nothing to a header. */
static const char *const noise[] = {
  "de", "du", "des", "d", "la", "le", "les", "l", "en", "et", "a", "au", "n", "no", "e", "s", "ou",
  "interne", "internes", "etudiant", "etudiante", "etudiants", "prive", "personnel", "cours", "votre",
  "vos", "ton", "actuel", "actuelle", "complet", "complete", "obligatoire", "souhaite", "souhaitee", NULL
};

/* Words that say which detail of somebody or something a column holds. */
static const char *const details[] = { "mail", "email", "courriel", "mel", "tel", "telephone", "portable", "mobile", "prenom",
                                       "prenoms", "date", "adresse", "rpps", "code", "cp", "annee", "capacite", NULL };

/* A header that begins with one of them is about a number and not about the thing. */
static const char *const numbering[] = { "n", "no", "num", "numero", "nb", "nombre", "code", "cod", "id",
                                         "ref", "reference", NULL };

/* Words that make a first name another one than that of the civil register. */
static const char *const by_custom[] = { "usage", "usuel", "usuels", "prefere", "choisi", NULL };

static void
target_clear (DitesListTarget *target)
{
  g_strfreev (target->synonyms);
}

static void
add_targets (GArray          *targets,
             const DitesKind *list_kind,
             const DitesKind *kind)
{
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      DitesListTarget target = { kind, field, NULL, 0 };
      g_autoptr (GStrvBuilder) builder = NULL;

      if (!dites_list_field_is_mappable (field) || (kind != list_kind && dites_list_field_is_given (list_kind, field)))
        continue;

      builder = g_strv_builder_new ();
      if (field->headers != NULL && *field->headers != '\0')
        {
          g_auto (GStrv) headers = g_strsplit (field->headers, "|", -1);

          g_strv_builder_addv (builder, (const char **) headers);
          target.n_synonyms = g_strv_length (headers);
        }
      g_strv_builder_take (builder, dites_fold_words (field->label));
      g_strv_builder_take (builder, dites_fold_words (dites_field_get_label (field)));
      g_strv_builder_take (builder, g_strdelimit (g_strdup (field->name), "_", ' '));
      target.synonyms = g_strv_builder_end (builder);
      g_array_append_val (targets, target);
    }
}

/**
 * dites_list_targets_new:
 * @kind: the kind of a list
 *
 * Returns: (transfer full) (element-type DitesListTarget): the fields of the kind, and of the one that
 *   goes along with it, that a column can be read into
 */
GArray *
dites_list_targets_new (const DitesKind *kind)
{
  GArray          *targets = g_array_new (FALSE, FALSE, sizeof (DitesListTarget));
  const DitesKind *companion = dites_kind_get (kind->list_companion);

  g_array_set_clear_func (targets, (GDestroyNotify) target_clear);
  add_targets (targets, kind, kind);
  if (companion != NULL)
    add_targets (targets, kind, companion);

  return targets;
}

static gboolean
has_word (const char        *words,
          const char *const *list)
{
  const char *word = words;

  while (*word != '\0')
    {
      gsize length = strcspn (word, " ");

      for (gsize i = 0; list[i] != NULL; i++)
        {
          if (strlen (list[i]) == length && strncmp (word, list[i], length) == 0)
            return TRUE;
        }
      word += length;
      word += *word == ' ';
    }

  return FALSE;
}

/**
 * dites_list_header_is_about_others:
 * @header: a folded header
 *
 * Returns: whether its column is about somebody beside the person of the row
 */
gboolean
dites_list_header_is_about_others (const char *header)
{
  return has_word (header, others);
}

/* Where the words of @part begin in @words, as whole words. */
static const char *
find_words (const char *words,
            const char *part)
{
  gsize length = strlen (part);

  for (const char *p = strstr (words, part); p != NULL; p = strstr (p + 1, part))
    {
      if ((p == words || p[-1] == ' ') && (p[length] == '\0' || p[length] == ' '))
        return p;
    }

  return NULL;
}

/* How many letters of @words are neither in the piece [@from, @from + @length) nor noise. */
static gsize
count_left_over (const char *words,
                 const char *from,
                 gsize       length)
{
  gsize       left = 0;
  const char *word = words;

  while (*word != '\0')
    {
      gsize n = strcspn (word, " ");

      if (word < from || word >= from + length)
        {
          g_autofree char *copy = g_strndup (word, n);

          if (!g_strv_contains (noise, copy))
            left += n;
        }
      word += n;
      word += *word == ' ';
    }

  return left;
}

/**
 * dites_list_field_is_contact:
 * @field: a field
 *
 * Returns: whether it is how somebody is reached, which headers call by many words more
 */
gboolean
dites_list_field_is_contact (const DitesField *field)
{
  return field->type == DITES_FIELD_EMAIL || field->type == DITES_FIELD_PHONE;
}

static gboolean
may_be_within (const char       *header,
               const char       *synonym,
               const DitesField *field)
{
  g_autofree char *first = g_strndup (header, strcspn (header, " "));

  if (strlen (synonym) < 3)
    return FALSE;
  if (g_str_has_prefix (field->name, "first_name") && has_word (header, by_custom))
    return FALSE;
  if (has_word (header, others) && !has_word (synonym, others))
    return FALSE;

  return !g_strv_contains (numbering, first) || field->type == DITES_FIELD_PHONE ||
         field->type == DITES_FIELD_RPPS || field->type == DITES_FIELD_NUMBER ||
         g_str_has_prefix (synonym, first);
}

/* The score of a synonym that stands somewhere in the header. */
static int
score_within (const char       *header,
              const char       *synonym,
              const DitesField *field)
{
  const char *at = find_words (header, synonym);
  gsize       length = strlen (synonym);
  gsize       left;

  if (at == NULL || !may_be_within (header, synonym, field))
    return 0;

  left = count_left_over (header, at, length);
  if (left > length && !dites_list_field_is_contact (field))
    return 0;
  /* “Maître de stage / Mail” is not where the stage is. */
  if (left > 0 && has_word (header, details) && !has_word (synonym, details) && !dites_list_field_is_contact (field))
    return 0;
  /* One common word beside others that are not known: “type de logement”. */
  if (left > 0 && !dites_list_field_is_contact (field) && field->type != DITES_FIELD_CHOICE &&
      strchr (synonym, ' ') == NULL)
    return 0;

  return DITES_LIST_SCORE_WITHIN + (int) MIN (length * 4, 300) - (int) MIN (left * 2, 200);
}

/**
 * dites_list_target_drop_number:
 * @header: a folded header
 *
 * Returns: (transfer full) (nullable): “maitre de stage 2” without its number, if it has one
 */
char *
dites_list_target_drop_number (const char *header)
{
  gsize length = strlen (header);

  if (length < 3 || !g_ascii_isdigit (header[length - 1]) || header[length - 2] != ' ')
    return NULL;

  return g_strndup (header, length - 2);
}

/**
 * dites_list_target_score:
 * @header: a folded header
 * @unnumbered: (nullable): see dites_list_target_drop_number()
 * @target: a field
 *
 * Returns: how well the header names the field, up to 1000: by a word of the field's table,
 *   by its label or its name, by one of them with a number, or by such words within it; 0 for not at all
 */
int
dites_list_target_score (const char            *header,
                         const char            *unnumbered,
                         const DitesListTarget *target)
{
  gboolean many = dites_list_field_takes_many (target->field);
  int      best = 0;

  for (gsize i = 0; target->synonyms[i] != NULL; i++)
    {
      const char *synonym = target->synonyms[i];
      gboolean    own = i < target->n_synonyms;
      int         score = 0;

      if (strcmp (header, synonym) == 0)
        score = own ? DITES_LIST_SCORE_EXACT : DITES_LIST_SCORE_LABEL;
      else if (many && unnumbered != NULL && strcmp (unnumbered, synonym) == 0)
        score = DITES_LIST_SCORE_NUMBERED;
      else if (own)
        score = score_within (header, synonym, target->field);

      best = MAX (best, score);
    }

  return best;
}
