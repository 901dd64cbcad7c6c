/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-stage-words.h"

#include <string.h>

#include "dites-fold.h"
#include "dites-kind.h"
#include "dites-stage-department.h"

/* The longest name of a commune has seven words. */
#define MAX_COMMUNE_WORDS 7

typedef struct
{
  char    *text;
  char    *folded; /* it may be several words: “vic fezensac” */
  gboolean establishment;
} Word;

struct _DitesStageWords
{
  GArray *words; /* of Word */
};

/* What houses call themselves, and which type of site that is. The longer ones first. */
static const struct
{
  const char *words;
  const char *type;
} houses[] = {
  { "etablissement public de sante", "hopital" },
  { "centre territorial de sante", "cts" },
  { "antenne territoriale de sante", "cts_antenne" },
  { "centre departemental de sante", "cds" },
  { "maison de sante pluridisciplinaire", "msp" },
  { "maison de sante pluriprofessionnelle", "msp" },
  { "maison de sante", "msp" },
  { "maison medicale", "maison_medicale" },
  { "pole de sante", "msp" },
  { "centre de sante", "cds" },
  { "centre hospitalier", "hopital" },
  { "hopital local", "hopital" },
  { "hopital", "hopital" },
  { "cabinet medical", "cabinet_msu" },
  { "cabinet", "cabinet_msu" },
  { "polyclinique", "clinique" },
  { "clinique", "clinique" },
  { "reviscolada", "ssr" },
  { "ehpad", "autre" },
  { "pmi", "autre" },
  { "chic", "hopital" },
  { "chu", "hopital" },
  { "chr", "hopital" },
  { "chg", "hopital" },
  { "chs", "hopital" },
  { "ch", "hopital" },
  { "hl", "hopital" },
  { "eps", "hopital" },
  { "epsl", "hopital" },
  { "cts", "cts" },
  { "cds", "cds" },
  { "mspu", "msp" },
  { "msp", "msp" },
  { "ssr", "ssr" },
  { "smr", "ssr" },
};

static const char *const small_words[] = { "de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "en",
                                           "et", "avec", "stage", "service", "semestre", "chez", "sur", NULL };

static const char *const titles[] = { "dr", "drs", "docteur", "docteurs", "pr", NULL };

/* Who works with a doctor and is not named: “et associés”. */
static const char *const others[] = { "associe", "associes", "associee", "associees", "collaborateur", "collaborateurs", "collegues",
                                      "confreres", "consoeurs", "equipe", "son", "sa", "ses", "l", NULL };

/* Words about when somebody is where. */
static const char *const days[] = { "lundi", "lundis", "mardi", "mardis", "mercredi", "mercredis", "jeudi", "jeudis",
                                    "vendredi", "vendredis", "samedi", "samedis", "j", "jour", "jours", "journee",
                                    "journees", "matin", "matins", "matinee", NULL };

/* Words that stand between them. */
static const char *const between_days[] = { "et", "a", "au", "du", "le", "les", "par", "semaine", "apres", "midi",
                                            "un", "deux", "trois", "quatre", "cinq", "ou", NULL };

static Word *
get_word (DitesStageWords *self,
          guint            index)
{
  return &g_array_index (self->words, Word, index);
}

static void
word_clear (Word *word)
{
  g_free (word->text);
  g_free (word->folded);
}

/**
 * dites_stage_words_new:
 * @text: a piece of a cell
 *
 * Returns: (transfer full): its words
 */
DitesStageWords *
dites_stage_words_new (const char *text)
{
  DitesStageWords *self = g_new0 (DitesStageWords, 1);
  g_autofree char *trimmed = dites_trim (text);
  g_auto (GStrv) parts = g_strsplit (trimmed, " ", -1);

  self->words = g_array_new (FALSE, TRUE, sizeof (Word));
  g_array_set_clear_func (self->words, (GDestroyNotify) word_clear);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      Word word = { g_steal_pointer (&parts[i]), NULL, FALSE };

      word.folded = g_str_equal (word.text, "&") ? g_strdup ("et") : dites_fold_name (word.text);
      if (*word.folded == '\0')
        word_clear (&word);
      else
        g_array_append_val (self->words, word);
    }

  return self;
}

/**
 * dites_stage_words_free:
 * @self: (transfer full): words
 */
void
dites_stage_words_free (DitesStageWords *self)
{
  g_array_unref (self->words);
  g_free (self);
}

/**
 * dites_stage_words_is_empty:
 * @self: words
 *
 * Returns: whether there are none, or none that say anything
 */
gboolean
dites_stage_words_is_empty (DitesStageWords *self)
{
  return self->words->len == 0;
}

/* How many words from @from on say @phrase: 0 for none. */
static guint
match_at (DitesStageWords *self,
          guint            from,
          const char      *phrase)
{
  const char *p = phrase;

  for (guint i = from; i < self->words->len; i++)
    {
      const char *folded = get_word (self, i)->folded;
      gsize       length = strlen (folded);

      if (strncmp (p, folded, length) != 0)
        return 0;
      if (p[length] == '\0')
        return i + 1 - from;
      if (p[length] != ' ')
        return 0;
      p += length + 1;
    }

  return 0;
}

/* The first place where @phrase is said; returns the number of its words. */
static guint
find_phrase (DitesStageWords *self,
             const char      *phrase,
             guint           *at)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      guint n = match_at (self, i, phrase);

      if (n > 0)
        {
          *at = i;
          return n;
        }
    }

  return 0;
}

static char *
join_range (DitesStageWords *self,
            guint            from,
            guint            n)
{
  GString *out = g_string_new (NULL);

  for (guint i = from; i < from + n; i++)
    g_string_append_printf (out, i > from ? " %s" : "%s", get_word (self, i)->text);

  return g_string_free_and_steal (out);
}

/**
 * dites_stage_words_join:
 * @self: words
 *
 * Returns: (transfer full): the words that are left, as they were written
 */
char *
dites_stage_words_join (DitesStageWords *self)
{
  return join_range (self, 0, self->words->len);
}

/**
 * dites_stage_words_take_title:
 * @self: words
 *
 * Takes “Dr” off the front.
 *
 * Returns: whether there was one
 */
gboolean
dites_stage_words_take_title (DitesStageWords *self)
{
  gboolean found = FALSE;

  while (self->words->len > 0 && g_strv_contains (titles, get_word (self, 0)->folded))
    {
      g_array_remove_index (self->words, 0);
      found = TRUE;
    }

  return found;
}

/**
 * dites_stage_words_take_until_and:
 * @self: words
 *
 * Returns: (transfer full) (nullable): the words before the first “et” that leads to a name,
 *   both taken off; %NULL if there is none
 */
DitesStageWords *
dites_stage_words_take_until_and (DitesStageWords *self)
{
  while (self->words->len > 1 && g_str_equal (get_word (self, 0)->folded, "et"))
    g_array_remove_index (self->words, 0);

  for (guint i = 1; i + 1 < self->words->len; i++)
    {
      g_autofree char *before = NULL;

      if (!g_str_equal (get_word (self, i)->folded, "et") || g_strv_contains (others, get_word (self, i + 1)->folded))
        continue;
      before = join_range (self, 0, i);
      g_array_remove_range (self->words, 0, i + 1);
      return dites_stage_words_new (before);
    }

  return NULL;
}

/**
 * dites_stage_words_has_plural_title:
 * @self: words
 *
 * Returns: whether they begin with “Drs”, and the pieces that follow may name doctors too
 */
gboolean
dites_stage_words_has_plural_title (DitesStageWords *self)
{
  return self->words->len > 0 &&
         (g_str_equal (get_word (self, 0)->folded, "drs") || g_str_equal (get_word (self, 0)->folded, "docteurs"));
}

/**
 * dites_stage_words_begin_title:
 * @text: the rest of a piece, from the beginning of a word on
 *
 * Returns: whether its first word is “Dr” or the like
 */
gboolean
dites_stage_words_begin_title (const char *text)
{
  g_autofree char *word = g_strndup (text, strcspn (text, " ,;:/()"));
  g_autofree char *folded = dites_fold_words (word);

  return g_strv_contains (titles, folded);
}

/**
 * dites_stage_words_end_in_of:
 * @text: the beginning of a piece
 *
 * Returns: whether what follows belongs to it: “Cabinet du”
 */
gboolean
dites_stage_words_end_in_of (const char *text)
{
  g_autofree char *folded = dites_fold_words (text);

  return g_str_has_suffix (folded, " du") || g_str_has_suffix (folded, " des") || g_str_has_suffix (folded, " de");
}

/**
 * dites_stage_words_drop_last_small:
 * @self: words
 *
 * Takes off the end what leads to the next name: “et”, “à”. A letter may be that of a name.
 */
void
dites_stage_words_drop_last_small (DitesStageWords *self)
{
  static const char *const leading[] = { "et", "avec", "au", NULL };

  while (self->words->len > 0)
    {
      const Word *last = get_word (self, self->words->len - 1);

      if (!g_strv_contains (leading, last->folded) && !g_str_equal (last->text, "à"))
        return;
      g_array_remove_index (self->words, self->words->len - 1);
    }
}

/**
 * dites_stage_words_is_days:
 * @self: words
 *
 * Returns: whether they say on which days, and nothing else: “lundi et mardi”, “2 j”
 */
gboolean
dites_stage_words_is_days (DitesStageWords *self)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->words->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (get_word (self, i)->folded, " ", -1);

      for (gsize j = 0; parts[j] != NULL; j++)
        {
          const char *part = parts[j] + strspn (parts[j], "0123456789");

          if (g_strv_contains (days, part))
            found = TRUE;
          else if (*part != '\0' && !(part == parts[j] && g_strv_contains (between_days, part)))
            return FALSE;
        }
    }

  return found;
}

/**
 * dites_stage_words_find_establishment:
 * @self: words
 *
 * Finds the words by which a house says what it is; they stay.
 *
 * Returns: (nullable): the type of site that they say
 */
const char *
dites_stage_words_find_establishment (DitesStageWords *self)
{
  guint at = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (houses); i++)
    {
      guint n = find_phrase (self, houses[i].words, &at);

      for (guint j = at; j < at + n; j++)
        get_word (self, j)->establishment = TRUE;
      if (n > 0)
        return houses[i].type;
    }

  return NULL;
}

typedef struct
{
  char              *words;
  const DitesChoice *choice;
} Synonym;

/* Once for the program: every cell about a stage is compared with all of them. */
static gpointer
split_synonyms (gpointer data)
{
  const DitesField *field = data;
  GArray           *all = g_array_new (FALSE, FALSE, sizeof (Synonym));

  for (const DitesChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    {
      g_auto (GStrv) synonyms = g_strsplit (choice->synonyms != NULL ? choice->synonyms : "", "|", -1);

      for (gsize i = 0; synonyms[i] != NULL; i++)
        {
          Synonym synonym = { g_strdup (synonyms[i]), choice };

          if (*synonyms[i] == '\0')
            g_free (synonym.words);
          else
            g_array_append_val (all, synonym);
        }
    }

  return all;
}

/* The longest synonym of a choice that is said anywhere but in the name of a house. */
static const DitesChoice *
find_choice (DitesStageWords  *self,
             const DitesField *field,
             guint            *at,
             guint            *n_words)
{
  static GOnce       once = G_ONCE_INIT;
  GArray            *synonyms = g_once (&once, split_synonyms, (gpointer) field);
  const DitesChoice *best = NULL;
  gsize              best_length = 0;

  for (gsize i = 0; i < synonyms->len; i++)
    {
      const Synonym *synonym = &g_array_index (synonyms, Synonym, i);
      guint          found = 0;
      guint          n = find_phrase (self, synonym->words, &found);

      if (n > 0 && strlen (synonym->words) > best_length && !get_word (self, found)->establishment)
        {
          best = synonym->choice;
          best_length = strlen (synonym->words);
          *at = found;
          *n_words = n;
        }
    }

  return best;
}

static gboolean
is_department_at (DitesStageWords *self,
                  guint            at,
                  guint           *n_words,
                  gsize           *which)
{
  const char *words;
  guint       best = 0;

  for (gsize i = 0; (words = dites_stage_department_get_words (i)) != NULL; i++)
    {
      guint n = match_at (self, at, words);

      if (n > best)
        {
          best = n;
          *which = i;
        }
    }
  *n_words = best;

  return best > 0;
}

/**
 * dites_stage_words_is_department:
 * @self: words
 *
 * Returns: whether a service is named among them
 */
gboolean
dites_stage_words_is_department (DitesStageWords *self)
{
  guint n;
  gsize which;

  for (guint i = 0; i < self->words->len; i++)
    {
      if (is_department_at (self, i, &n, &which))
        return TRUE;
    }

  return FALSE;
}

/**
 * dites_stage_words_take_stage_type:
 * @self: words
 * @of_establishment: whether a house is named among them
 *
 * Finds the sort of stage, and takes its words out unless they are those of
 * a service as well.
 *
 * Returns: (nullable): an identifier of the choice "stage_type" of the kind "placement"
 */
const char *
dites_stage_words_take_stage_type (DitesStageWords *self,
                                   gboolean         of_establishment)
{
  const DitesKind   *kind = dites_kind_get ("placement");
  const DitesField  *field = kind != NULL ? dites_kind_get_field (kind, "stage_type") : NULL;
  const DitesChoice *choice;
  guint              at = 0, n = 0, n_department;
  gsize              which;

  choice = field != NULL ? find_choice (self, field, &at, &n) : NULL;
  if (choice == NULL || (of_establishment && n == 1 && strlen (get_word (self, at)->folded) < 3))
    return NULL;

  if (!is_department_at (self, at, &n_department, &which))
    g_array_remove_range (self->words, at, n);

  return choice->id;
}

/* A commune that begins at @from, and how many words its name has. */
static const DitesCommune *
find_commune_at (DitesStageWords *self,
                 guint            from,
                 guint           *n_words)
{
  guint most = MIN (self->words->len - from, MAX_COMMUNE_WORDS);

  for (guint n = most; n > 0; n--)
    {
      g_autofree char    *text = join_range (self, from, n);
      const DitesCommune *commune = dites_gers_find_commune (text);

      if (commune != NULL)
        {
          *n_words = n;
          return commune;
        }
    }

  return NULL;
}

/**
 * dites_stage_words_take_commune:
 * @self: words
 *
 * Takes the name of a commune of the Gers out, the last one when there are several.
 *
 * Returns: (nullable): the commune
 */
const DitesCommune *
dites_stage_words_take_commune (DitesStageWords *self)
{
  const DitesCommune *commune = NULL;
  guint               at = 0, n = 0;

  for (guint i = 0; i < self->words->len; i++)
    {
      guint               n_here = 0;
      const DitesCommune *here = find_commune_at (self, i, &n_here);

      if (here != NULL)
        {
          commune = here;
          at = i;
          n = n_here;
          i += n_here - 1;
        }
    }

  if (commune == NULL)
    return NULL;

  g_array_remove_range (self->words, at, n);
  while (at > 0 && dites_stage_words_is_small (get_word (self, at - 1)->text))
    g_array_remove_index (self->words, --at);

  return commune;
}

/* A service of one word may be the beginning of a longer name: “Médecine B2”. */
static guint
extend_department (DitesStageWords *self,
                   guint            at,
                   guint            n)
{
  guint n_commune;

  while (at + n < self->words->len && !get_word (self, at + n)->establishment &&
         find_commune_at (self, at + n, &n_commune) == NULL)
    n++;

  /* “Urgences de (l’hôpital)” */
  while (n > 1 && dites_stage_words_is_small (get_word (self, at + n - 1)->text))
    n--;

  return n;
}

/**
 * dites_stage_words_take_department:
 * @self: words
 *
 * Takes the name of a service out.
 *
 * Returns: (transfer full) (nullable): the service, as people read it
 */
char *
dites_stage_words_take_department (DitesStageWords *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      g_autofree char *text = NULL;
      guint            n;
      gsize            which;

      if (get_word (self, i)->establishment || !is_department_at (self, i, &n, &which))
        continue;

      n = extend_department (self, i, n);
      text = join_range (self, i, n);
      g_array_remove_range (self->words, i, n);
      while (i > 0 && dites_stage_words_is_small (get_word (self, i - 1)->text) &&
             !get_word (self, i - 1)->establishment)
        g_array_remove_index (self->words, --i);

      return dites_stage_department_format (text);
    }

  return NULL;
}

/**
 * dites_stage_words_drop_small:
 * @self: words
 *
 * Takes out the words that say nothing by themselves.
 */
void
dites_stage_words_drop_small (DitesStageWords *self)
{
  for (guint i = self->words->len; i > 0; i--)
    {
      if (dites_stage_words_is_small (get_word (self, i - 1)->text))
        g_array_remove_index (self->words, i - 1);
    }
}

/**
 * dites_stage_words_is_small:
 * @text: a word
 *
 * Returns: whether it says nothing by itself: “de”, “stage”
 */
gboolean
dites_stage_words_is_small (const char *text)
{
  g_autofree char *folded = dites_fold_words (text);

  return *folded == '\0' || g_strv_contains (small_words, folded);
}

/**
 * dites_stage_type_of_department:
 * @text: the name of a service
 *
 * Returns: (nullable): the sort of stage that one there is, where that is certain
 */
const char *
dites_stage_type_of_department (const char *text)
{
  g_autoptr (DitesStageWords) words = dites_stage_words_new (text);
  guint n;
  gsize which = 0;

  if (words->words->len == 0 || !is_department_at (words, 0, &n, &which))
    return NULL;

  return dites_stage_department_get_stage_type (which);
}
