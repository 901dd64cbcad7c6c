/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-column-memory.h"

#include <glib/gi18n.h>

#include "dites-error.h"
#include "dites-memory-file.h"

/* What people decided on the columns of a list, remembered for the next list with
 * the same header, in a file beside the store: so all who work on one store answer
 * once, with or without a display. It is one JSON object; each member is named after
 * the signature of a header, the latest last. What cannot be read is as good as
 * nothing: it is asked again. */

#define FILE_NAME "columns.json"

/* Headers that are remembered; the oldest go first. */
#define MAX_HEADERS 200

#define MAX_SIZE (4 * 1024 * 1024)

static char *
load (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, FILE_NAME, NULL);

  return dites_memory_file_load (path, DITES_JSON_OBJECT, MAX_SIZE);
}

/* All but what is to be replaced, without the oldest if there are too many. */
static GString *
copy_others (const char *text,
             const char *signature)
{
  GString      *out = g_string_new ("{");
  DitesJson     all = dites_json_of (text, -1);
  guint         n = dites_json_count (all);
  DitesJsonIter iter;
  DitesJson     name, value;

  dites_json_iter_init (&iter, all);
  while (dites_json_iter_next (&iter, &name, &value))
    {
      if (n-- >= MAX_HEADERS || dites_json_string_equal (name, signature))
        continue;
      if (out->len > 1)
        g_string_append_c (out, ',');
      g_string_append_len (out, name.text, name.length);
      g_string_append_c (out, ':');
      g_string_append_len (out, value.text, value.length);
    }

  return out;
}

static gboolean
save (const char *directory,
      const char *signature,
      const char *json,
      GError    **error)
{
  g_autofree char *path = g_build_filename (directory, FILE_NAME, NULL);
  g_autofree char *before = load (directory);
  g_autoptr (GString) out = copy_others (before, signature);
  g_autoptr (GError) cause = NULL;

  if (json != NULL)
    {
      if (out->len > 1)
        g_string_append_c (out, ',');
      dites_json_append_string (out, signature);
      g_string_append_printf (out, ":%s", json);
    }
  g_string_append_c (out, '}');

  if (g_file_set_contents_full (path, out->str, out->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &cause))
    return TRUE;

  g_debug ("Cannot write %s: %s", path, cause->message);
  g_set_error_literal (error, DITES_ERROR, DITES_ERROR_STORAGE,
                       _("What was chosen for the columns could not be remembered"));

  return FALSE;
}

/**
 * dites_column_memory_recall:
 * @directory: the folder of the store
 * @table: a list
 * @mapping: what its columns were guessed to be
 * @kind_is_given: whether a person said what the list is about
 *
 * Recalls what was decided on an earlier list with the same header. Blocks; any thread.
 *
 * Returns: (transfer full): the mapping with what was decided, or @mapping
 */
DitesListMapping *
dites_column_memory_recall (const char       *directory,
                            DitesListTable   *table,
                            DitesListMapping *mapping,
                            gboolean          kind_is_given)
{
  g_autofree char *text = load (directory);
  g_autofree char *signature = dites_list_mapping_get_signature (mapping);
  g_autofree char *json = NULL;
  g_autofree char *name = NULL;
  g_autoptr (DitesListMapping) recalled = g_object_ref (mapping);
  g_autoptr (GError) error = NULL;
  const DitesKind *kind;
  DitesJson        found, member;

  if (!dites_json_get_member (dites_json_of (text, -1), signature, &found))
    return g_steal_pointer (&recalled);

  if (!kind_is_given && dites_json_get_type (found) == DITES_JSON_OBJECT &&
      dites_json_get_member (found, "kind", &member) && (name = dites_json_dup_string (member)) != NULL &&
      (kind = dites_kind_get (name)) != NULL && kind != dites_list_mapping_get_kind (mapping))
    {
      g_object_unref (recalled);
      recalled = dites_list_mapping_guess (table, kind);
    }

  json = g_strndup (found.text, found.length);
  if (!dites_list_mapping_apply_json (recalled, json, &error))
    g_debug ("What was remembered for a header cannot be read: %s", error->message);

  return g_steal_pointer (&recalled);
}

/**
 * dites_column_memory_keep:
 * @directory: the folder of the store
 * @mapping: what the columns of a list are
 * @error: return location for an error
 *
 * Remembers what a person decided, for lists with the same header. Blocks; any thread.
 *
 * Returns: %FALSE with @error set to %DITES_ERROR_STORAGE if that could not be written
 */
gboolean
dites_column_memory_keep (const char       *directory,
                          DitesListMapping *mapping,
                          GError          **error)
{
  g_autofree char *signature = dites_list_mapping_get_signature (mapping);
  g_autofree char *json = dites_list_mapping_to_json (mapping);

  return save (directory, signature, json, error);
}

/**
 * dites_column_memory_forget:
 * @directory: the folder of the store
 * @mapping: what the columns of a list are
 * @error: return location for an error
 *
 * Forgets what was decided for lists with this header. Blocks; any thread.
 *
 * Returns: %FALSE with @error set to %DITES_ERROR_STORAGE if that could not be written
 */
gboolean
dites_column_memory_forget (const char       *directory,
                            DitesListMapping *mapping,
                            GError          **error)
{
  g_autofree char *signature = dites_list_mapping_get_signature (mapping);

  return save (directory, signature, NULL, error);
}
