/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-mapping-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"

/* What a person decided on the columns of a list, written down for the next one. */

/* The key under which the decision on a column is kept: its header, numbered where it comes again. */
static char *
dup_key (DitesListMapping *self,
         guint             column)
{
  const char *folded = dites_list_mapping_get_column (self, column)->folded;
  guint       n = 1;

  for (guint i = 0; i < column; i++)
    n += strcmp (dites_list_mapping_get_column (self, i)->folded, folded) == 0;

  return n == 1 ? g_strdup (folded) : g_strdup_printf ("%s #%u", folded, n);
}

/**
 * dites_list_mapping_get_signature:
 * @self: a mapping
 *
 * Returns: (transfer full): what lists with the same header have in common;
 *   under it a caller keeps what dites_list_mapping_to_json() gives
 */
char *
dites_list_mapping_get_signature (DitesListMapping *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (DITES_IS_LIST_MAPPING (self), NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *folded = dites_list_mapping_get_column (self, i)->folded;

      g_checksum_update (checksum, (const guchar *) folded, strlen (folded) + 1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * dites_list_mapping_to_json:
 * @self: a mapping
 *
 * Writes down what a person decided, and nothing of what was guessed, so that
 * better guesses are not held up by old ones.
 *
 * Returns: (transfer full): a JSON object: the kind, and for each column that
 *   was decided on, by its folded header, a field, or %NULL in JSON for
 *   a column that is not read, or an empty text for one that is kept as it is
 */
char *
dites_list_mapping_to_json (DitesListMapping *self)
{
  GString *out;
  gboolean first = TRUE;

  g_return_val_if_fail (DITES_IS_LIST_MAPPING (self), NULL);

  out = g_string_new ("{\"kind\":");
  dites_json_append_string (out, self->kind->name);
  g_string_append (out, ",\"columns\":{");

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DitesColumn *column = dites_list_mapping_get_column (self, i);
      g_autofree char   *key = NULL;
      g_autofree char   *name = NULL;

      if (!column->decided)
        continue;

      key = dup_key (self, i);
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      dites_json_append_string (out, key);
      g_string_append_c (out, ':');

      if (column->use == DITES_COLUMN_FIELD)
        name = g_strdup_printf ("%s.%s", column->kind->name, column->field->name);
      if (column->use == DITES_COLUMN_IGNORED)
        g_string_append (out, "null");
      else
        dites_json_append_string (out, name != NULL ? name : "");
    }

  g_string_append (out, "}}");

  return g_string_free_and_steal (out);
}

static void
apply_column (DitesListMapping *self,
              guint             column,
              DitesJson         decision)
{
  g_autofree char *field = NULL;

  if (dites_json_get_type (decision) == DITES_JSON_NULL)
    {
      dites_list_mapping_set_use (self, column, DITES_COLUMN_IGNORED);
      return;
    }

  field = dites_json_dup_string (decision);
  if (field == NULL)
    return;

  /* A field that is no more is guessed anew. */
  if (*field == '\0')
    dites_list_mapping_set_use (self, column, DITES_COLUMN_EXTRA);
  else
    dites_list_mapping_set_field (self, column, field, NULL);
}

/**
 * dites_list_mapping_apply_json:
 * @self: a mapping
 * @json: what dites_list_mapping_to_json() gave
 * @error: return location for an error
 *
 * Takes over what a person decided on an earlier list. Columns that are not
 * there, and fields that are no more, are passed over.
 *
 * Returns: %FALSE with @error set to %DITES_ERROR_INVALID when @json is something else
 */
gboolean
dites_list_mapping_apply_json (DitesListMapping *self,
                               const char       *json,
                               GError          **error)
{
  DitesJson columns;

  g_return_val_if_fail (DITES_IS_LIST_MAPPING (self), FALSE);
  g_return_val_if_fail (json != NULL, FALSE);

  if (!dites_json_check (json, -1, error))
    return FALSE;

  if (dites_json_get_type (dites_json_of (json, -1)) != DITES_JSON_OBJECT ||
      !dites_json_get_member (dites_json_of (json, -1), "columns", &columns) ||
      dites_json_get_type (columns) != DITES_JSON_OBJECT)
    {
      g_set_error_literal (error, DITES_ERROR, DITES_ERROR_INVALID,
                           _("This is not what was decided on the columns of a list"));
      return FALSE;
    }

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *key = dup_key (self, i);
      DitesJson        decision;

      if (dites_json_get_member (columns, key, &decision))
        apply_column (self, i, decision);
    }

  return TRUE;
}
