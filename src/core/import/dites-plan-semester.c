/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-semester.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"
#include "dites-fold.h"

/* So many days of arrival tell which semester a list is about. */
#define N_ARRIVALS 500

/* So long before a semester people arrive for it. */
#define EARLY_DAYS 30

struct _DitesPlanSemesters
{
  const DitesKnown *known;
  GHashTable       *made;  /* (not owned): id to document */
  GHashTable       *terms; /* the key of a term to its document */
  GHashTable       *texts; /* a text to a document (not owned), or NULL */
};

/**
 * dites_plan_semesters_new:
 * @known: what the store knows
 * @made: takes the semesters that are made, by their id
 *
 * Returns: (transfer full): a finder of semesters
 */
DitesPlanSemesters *
dites_plan_semesters_new (const DitesKnown *known,
                          GHashTable       *made)
{
  DitesPlanSemesters *self = g_new0 (DitesPlanSemesters, 1);

  self->known = known;
  self->made = made;
  self->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * dites_plan_semesters_free:
 * @self: (transfer full): a finder of semesters
 */
void
dites_plan_semesters_free (DitesPlanSemesters *self)
{
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->terms);
  g_free (self);
}

static DitesDocument *
find_known (DitesPlanSemesters *self,
            const char         *key,
            const char         *id)
{
  g_autoptr (GPtrArray) found = self->known->find ("semester", key, self->known->user_data);

  if (found != NULL && found->len > 0)
    return g_object_ref (g_ptr_array_index (found, 0));

  return self->known->get (id, self->known->user_data);
}

static DitesDocument *
of_term (DitesPlanSemesters *self,
         DitesTerm           term)
{
  g_autofree char *key = dites_term_get_key (term);
  g_autofree char *id = dites_term_get_id (term);
  DitesDocument   *semester = g_hash_table_lookup (self->terms, key);

  if (semester != NULL)
    return semester;

  semester = find_known (self, key, id);
  if (semester == NULL)
    {
      semester = dites_term_new_document (term);
      g_hash_table_insert (self->made, g_strdup (dites_document_get_id (semester)), g_object_ref (semester));
    }
  g_hash_table_insert (self->terms, g_steal_pointer (&key), semester);

  return semester;
}

/**
 * dites_plan_semesters_of_text:
 * @self: a finder of semesters
 * @text: what a cell or a title says
 *
 * Returns: (transfer none) (nullable): the semester it is about
 */
DitesDocument *
dites_plan_semesters_of_text (DitesPlanSemesters *self,
                              const char         *text)
{
  DitesDocument *semester = NULL;
  gpointer       found;
  DitesTerm      term;

  if (g_hash_table_lookup_extended (self->texts, text, NULL, &found))
    return found;

  if (dites_term_find_in_text (text, &term))
    semester = of_term (self, term);
  g_hash_table_insert (self->texts, g_strdup (text), semester);

  return semester;
}

static gboolean
is_figures (const char *word,
            gsize       most)
{
  gsize length = strspn (word, "0123456789");

  return length > 0 && length <= most && word[length] == '\0';
}

/* “Édité le 14/10/2025”, “Toulouse, le 14 mai 2025”: the day something was written, and not one that something
 * begins on, as “du 3 novembre 2025”. */
static gboolean
is_written_day (char **words,
                gsize  at)
{
  if (at > 0 && (g_ascii_strcasecmp (words[at - 1], "du") == 0 || g_ascii_strcasecmp (words[at - 1], "au") == 0))
    return FALSE;
  if (strpbrk (words[at], "/.") != NULL && dites_day_parse (words[at]) != DITES_DAY_NONE)
    return TRUE;

  return (is_figures (words[at], 2) || strcmp (words[at], "1er") == 0) && words[at + 1] != NULL &&
         words[at + 2] != NULL && is_figures (words[at + 2], 4) && !is_figures (words[at + 1], 4);
}

/* The semester that a title names; the days on which it was written are left away. */
static DitesDocument *
of_title (DitesPlanSemesters *self,
          const char         *title)
{
  g_autofree char *trimmed = dites_trim (title);
  g_auto (GStrv) words = g_strsplit (trimmed, " ", 200);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (is_written_day (words, i))
        i += is_figures (words[i], 2) || strcmp (words[i], "1er") == 0 ? 2 : 0;
      else
        g_string_append_printf (kept, "%s ", words[i]);
    }

  return dites_plan_semesters_of_text (self, kept->str);
}

/* What a caller said: an id, or words. */
static gboolean
of_option (DitesPlanSemesters *self,
           const char         *option,
           DitesDocument     **semester,
           GError            **error)
{
  *semester = dites_plan_semesters_of_text (self, option);
  if (*semester == NULL)
    {
      g_autoptr (DitesDocument) stored = self->known->get (option, self->known->user_data);

      if (stored != NULL && g_str_equal (dites_document_get_kind (stored), "semester"))
        {
          *semester = stored;
          g_hash_table_insert (self->terms, g_strdup (option), g_steal_pointer (&stored));
        }
    }

  if (*semester == NULL)
    g_set_error (error, DITES_ERROR, DITES_ERROR_INVALID,
                 /* Translators: %s is what somebody gave as a semester; the examples stay as they are. */
                 _("“%s” is not a semester: “H25”, “E26” or “hiver 2025” are"), option);

  return *semester != NULL;
}

static DitesDocument *
of_preamble (DitesPlanSemesters *self,
             DitesListTable     *table)
{
  const char *const *lines = dites_list_table_get_preamble (table);

  for (gsize i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      DitesDocument *semester = of_title (self, lines[i]);

      if (semester != NULL)
        return semester;
    }

  return NULL;
}

/**
 * dites_plan_semesters_of_title:
 * @self: a finder of semesters
 * @title: (nullable): a line above rows
 *
 * Returns: (transfer none) (nullable): the semester that it names
 */
DitesDocument *
dites_plan_semesters_of_title (DitesPlanSemesters *self,
                               const char         *title)
{
  return title != NULL ? of_title (self, title) : NULL;
}

/**
 * dites_plan_semester_get_order:
 * @semester: (nullable): a semester
 *
 * Returns: a number that is greater for later semesters; 0 when it is not known which one it is
 */
guint
dites_plan_semester_get_order (DitesDocument *semester)
{
  DitesTerm term;

  if (semester == NULL || !dites_semester_get_term (semester, &term) || term.year < 1)
    return 0;

  return 2 * (guint) term.year + (term.winter ? 1 : 0);
}

static int
compare_later_first (gconstpointer a,
                     gconstpointer b)
{
  guint first = dites_plan_semester_get_order (*(DitesDocument *const *) a);
  guint second = dites_plan_semester_get_order (*(DitesDocument *const *) b);

  return (first < second) - (first > second);
}

/**
 * dites_plan_semesters_later:
 * @self: a finder of semesters
 * @order: the order of a semester
 *
 * Returns: (transfer full) (element-type DitesDocument): the semesters of the
 *   store that are later, the last one first
 */
GPtrArray *
dites_plan_semesters_later (DitesPlanSemesters *self,
                            guint               order)
{
  GPtrArray *later = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) all = NULL;

  if (self->known->list != NULL)
    all = self->known->list ("semester", self->known->user_data);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      DitesDocument *semester = g_ptr_array_index (all, i);

      if (dites_plan_semester_get_order (semester) > order)
        g_ptr_array_add (later, g_object_ref (semester));
    }
  g_ptr_array_sort (later, compare_later_first);

  return later;
}

/* The semester in which most of the people of the list arrive. */
static DitesDocument *
of_arrivals (DitesPlanSemesters *self,
             DitesListTable     *table,
             int                 column)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint     n_rows = MIN (dites_list_table_get_n_rows (table), N_ARRIVALS);
  DitesTerm best = { FALSE, 0 };
  guint     best_count = 0, n_days = 0;

  for (guint row = 0; column >= 0 && row < n_rows; row++)
    {
      DitesDay         day = dites_day_parse (dites_list_table_get_cell (table, row, column));
      DitesTerm        term = { FALSE, 0 };
      g_autofree char *key = NULL;
      guint            count;

      if (day == DITES_DAY_NONE)
        continue;
      n_days++;
      /* Who comes in October comes for November. */
      term = dites_term_of_day (day + EARLY_DAYS);
      if (term.year < 1)
        continue;

      key = dites_term_get_key (term);
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;
      g_hash_table_replace (counts, g_steal_pointer (&key), GUINT_TO_POINTER (count));
      if (count > best_count)
        {
          best = term;
          best_count = count;
        }
    }

  return best_count > 0 && best_count * 2 > n_days ? of_term (self, best) : NULL;
}

/**
 * dites_plan_semesters_of_list:
 * @self: a finder of semesters
 * @table: a list
 * @arrival_column: the column with the days of arrival, or -1
 * @options: (nullable): what the caller knows
 * @semester: (out) (transfer none) (nullable): return location for the semester
 * @given: (out): whether the caller said so, which goes before all else
 * @error: return location for an error
 *
 * Finds which semester a list is about: what the caller says, what stands
 * above the list, what the file is called, when people arrive.
 *
 * Returns: %FALSE with @error set to %DITES_ERROR_INVALID when what the caller
 *   said is no semester
 */
gboolean
dites_plan_semesters_of_list (DitesPlanSemesters     *self,
                              DitesListTable         *table,
                              int                     arrival_column,
                              const DitesPlanOptions *options,
                              DitesDocument         **semester,
                              gboolean               *given,
                              GError                **error)
{
  *semester = NULL;
  *given = options != NULL && options->semester != NULL && *options->semester != '\0';
  if (*given)
    return of_option (self, options->semester, semester, error);

  *semester = of_preamble (self, table);
  if (*semester == NULL && options != NULL && options->file_name != NULL)
    *semester = of_title (self, options->file_name);
  if (*semester == NULL)
    *semester = of_arrivals (self, table, arrival_column);

  return TRUE;
}
