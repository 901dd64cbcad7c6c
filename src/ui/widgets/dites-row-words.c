/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-row-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-kind.h"

/* What a row of a list says about its document, in words. All are empty for one that has not been read. */

static const DitesKind *
get_kind (DitesRow *row)
{
  DitesDocument *document = dites_row_get_document (row);

  return document != NULL ? dites_kind_get (dites_document_get_kind (document)) : NULL;
}

/**
 * dites_row_words_dup_title:
 * @row: a row
 * @section: (nullable): the heading that it stands under
 *
 * Returns: (transfer full): what it is called, without what the heading says: “FICTIF Camille, Winter 2026”
 *   under “Winter 2026” is “FICTIF Camille”
 */
char *
dites_row_words_dup_title (DitesRow   *row,
                           const char *section)
{
  const char *title = dites_row_get_title (row);
  gsize       length = strlen (title);
  gsize       rest = section != NULL ? strlen (section) + strlen (", ") : 0;

  if (rest > strlen (", ") && length > rest && g_str_has_suffix (title, section) && strncmp (title + length - rest, ", ", 2) == 0)
    return g_strndup (title, length - rest);

  return g_strdup (title);
}

/**
 * dites_row_words_dup_state:
 * @row: a row
 *
 * Returns: (transfer full) (nullable): the state of its document, if its kind has one
 */
char *
dites_row_words_dup_state (DitesRow *row)
{
  const DitesKind  *kind = get_kind (row);
  const DitesField *field = kind != NULL && kind->state_field != NULL ? dites_kind_get_field (kind, kind->state_field) : NULL;

  return field != NULL ? dites_field_format (field, dites_row_get_document (row), NULL, NULL) : NULL;
}

/**
 * dites_row_words_dup_rest:
 * @row: a row
 * @state: (nullable): its state, which is said beside it
 *
 * Returns: (transfer full): what tells it from its like, without the state, which would be said twice
 */
char *
dites_row_words_dup_rest (DitesRow   *row,
                          const char *state)
{
  const char *subtitle = dites_row_get_subtitle (row);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) others = NULL;

  if (state == NULL || strstr (subtitle, state) == NULL)
    return g_strdup (subtitle);

  parts = g_strsplit (subtitle, " · ", -1);
  for (char **part = parts; *part != NULL; part++)
    if (strcmp (*part, state) != 0)
      g_strv_builder_add (kept, *part);
  others = g_strv_builder_end (kept);

  return g_strjoinv (" · ", others);
}

/* The worst problem that somebody should look at, and how many there are. */
static const DitesProblem *
find_problem (GPtrArray *problems,
              guint     *n)
{
  const DitesProblem *worst = NULL;

  *n = 0;
  for (guint i = 0; i < problems->len; i++)
    {
      const DitesProblem *problem = problems->pdata[i];

      if (problem->severity < DITES_SEVERITY_WARNING)
        continue;
      (*n)++;
      if (worst == NULL || problem->severity > worst->severity)
        worst = problem;
    }

  return worst;
}

/**
 * dites_row_words_dup_problem:
 * @row: a row
 * @error: (out): whether it is wrong, and not only missing
 *
 * Returns: (transfer full) (nullable): what somebody should look at, the worst first
 */
char *
dites_row_words_dup_problem (DitesRow *row,
                             gboolean *error)
{
  const DitesKind *kind = get_kind (row);
  g_autoptr (GPtrArray) problems = kind != NULL ? dites_kind_check (kind, dites_row_get_document (row)) : NULL;
  guint               n = 0;
  const DitesProblem *worst = problems != NULL ? find_problem (problems, &n) : NULL;
  g_autofree char    *more = NULL;

  *error = worst != NULL && worst->severity == DITES_SEVERITY_ERROR;
  if (worst == NULL)
    return NULL;
  if (n < 2)
    return g_strdup (worst->message);

  more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - 1), n - 1);

  /* Translators: what is wrong with a document, and “and 2 more”. */
  return g_strdup_printf (C_("problems", "%s (%s)"), worst->message, more);
}

/**
 * dites_row_words_dup_name:
 * @row: a row
 * @state: (nullable): of dites_row_words_dup_state()
 * @rest: (nullable): of dites_row_words_dup_rest()
 * @problem: (nullable): of dites_row_words_dup_problem()
 *
 * Returns: (transfer full): what a screen reader says: in one go what an eye sees
 */
char *
dites_row_words_dup_name (DitesRow   *row,
                          const char *state,
                          const char *rest,
                          const char *problem)
{
  GString    *text = g_string_new (dites_row_get_title (row));
  const char *parts[] = { rest, state, problem };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, ", %s", parts[i]);

  return g_string_free_and_steal (text);
}
