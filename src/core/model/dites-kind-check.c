/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kind.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"

/* What is wrong with a document, and what must not be done with one. */

/**
 * dites_kind_check:
 * @kind: the kind of @document
 * @document: a document
 *
 * Finds what is wrong with a document: what its fields say, then what its kind adds.
 *
 * Returns: (transfer full) (element-type DitesProblem): the problems, none in an empty array
 */
GPtrArray *
dites_kind_check (const DitesKind *kind,
                  DitesDocument   *document)
{
  GPtrArray *problems;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), NULL);

  problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_problem_free);

  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      g_autoptr (GError) error = NULL;
      DitesJson value;

      if (field->flags & DITES_FIELD_LIST_ONLY)
        continue;

      if (!dites_document_get (document, field->name, &value) || dites_json_is_empty (value))
        {
          if (field->flags & DITES_FIELD_REQUIRED)
            dites_problem_add (problems, field->name, DITES_SEVERITY_ERROR,
                               /* Translators: %s is the label of a field. */
                               _("“%s” is missing"), dites_field_get_label (field));
          continue;
        }

      if (!dites_value_check (field, value, &error))
        dites_problem_add (problems, field->name, DITES_SEVERITY_ERROR,
                           /* Translators: the label of a field, and what is wrong with it. */
                           C_("problem", "%s: %s"), dites_field_get_label (field), error->message);
    }

  if (kind->check != NULL)
    kind->check (document, problems);

  return problems;
}

/**
 * dites_kind_allows:
 * @kind: the kind of @document
 * @document: a document
 * @field: a field of @kind
 * @json: (nullable): what it shall be; %NULL for nothing
 * @error: return location for an error
 *
 * Tells whether a value may be set that is right in itself: a document that
 * breaks a rule of law must not be published.
 *
 * Returns: whether it may; else %FALSE with @error set to %DITES_ERROR_INVALID,
 *   which names each rule on a line of its own
 */
gboolean
dites_kind_allows (const DitesKind  *kind,
                   DitesDocument    *document,
                   const DitesField *field,
                   const char       *json,
                   GError          **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GString) rules = NULL;

  g_return_val_if_fail (kind != NULL, FALSE);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (json == NULL || kind->published_state == NULL || strcmp (field->name, kind->state_field) != 0 ||
      !dites_json_string_equal (dites_json_of (json, -1), kind->published_state))
    return TRUE;

  problems = dites_kind_check (kind, document);
  rules = g_string_new (NULL);
  for (guint i = 0; i < problems->len; i++)
    {
      const DitesProblem *problem = problems->pdata[i];

      if (problem->severity == DITES_SEVERITY_BLOCKS)
        g_string_append_printf (rules, "\n• %s", problem->message);
    }
  if (rules->len == 0)
    return TRUE;

  g_set_error (error, DITES_ERROR, DITES_ERROR_INVALID, "%s%s", _("The law forbids to publish it as it is:"), rules->str);

  return FALSE;
}

/**
 * dites_problem_free:
 * @problem: (transfer full): a problem
 *
 * Frees a problem.
 */
void
dites_problem_free (DitesProblem *problem)
{
  g_free (problem->field);
  g_free (problem->message);
  g_free (problem);
}

/**
 * dites_problem_add:
 * @problems: (element-type DitesProblem): where to
 * @field: (nullable): the name of the field it is about
 * @severity: how much it matters
 * @format: a translated sentence, as for printf()
 * @...: what goes into it
 *
 * Adds a problem to those of a document.
 */
void
dites_problem_add (GPtrArray    *problems,
                   const char   *field,
                   DitesSeverity severity,
                   const char   *format,
                   ...)
{
  DitesProblem *problem = g_new0 (DitesProblem, 1);
  va_list       args;

  va_start (args, format);
  problem->field = g_strdup (field);
  problem->severity = severity;
  problem->message = g_strdup_vprintf (format, args);
  va_end (args);

  g_ptr_array_add (problems, problem);
}
