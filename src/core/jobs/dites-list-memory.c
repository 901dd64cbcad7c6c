/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-memory.h"

#include "dites-memory-file.h"

/* Whom the lists of each semester placed, in a file beside the store, so that a later version
 * of a list can be told from a list about others. It is one JSON array, the latest list last;
 * it holds ids and no word about anybody. What cannot be read is as good as nothing: then
 * nobody is missed. */

#define FILE_NAME "lists.json"

/* Lists that are remembered; the oldest go first. */
#define MAX_LISTS 100

#define MAX_SIZE (8 * 1024 * 1024)

static char *
load (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, FILE_NAME, NULL);

  return dites_memory_file_load (path, DITES_JSON_ARRAY, MAX_SIZE);
}

static gboolean
is_about (DitesJson   list,
          const char *signature,
          const char *semester)
{
  DitesJson member;

  return dites_json_get_type (list) == DITES_JSON_OBJECT && dites_json_get_member (list, "header", &member) &&
         dites_json_string_equal (member, signature) && dites_json_get_member (list, "semester", &member) &&
         dites_json_string_equal (member, semester);
}

static char **
dup_placed (DitesJson list)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  DitesJson     member, value;
  DitesJsonIter iter;

  if (dites_json_get_member (list, "placements", &member) && dites_json_get_type (member) == DITES_JSON_ARRAY)
    {
      dites_json_iter_init (&iter, member);
      while (dites_json_iter_next (&iter, NULL, &value))
        {
          if (dites_json_get_type (value) == DITES_JSON_STRING)
            g_strv_builder_take (builder, dites_json_dup_string (value));
        }
    }

  return g_strv_builder_end (builder);
}

static gboolean
is_within (DitesJson          list,
           const char *const *placed)
{
  g_auto (GStrv) ids = dup_placed (list);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      if (!g_strv_contains (placed, ids[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * dites_list_memory_recall:
 * @directory: the folder of the store
 * @signature: of the header of a list
 * @semester: the id of the semester that it is about
 *
 * Blocks; any thread.
 *
 * Returns: (transfer full) (element-type GStrv): the ids of the placements of each
 *   list with that header about that semester, the latest first
 */
GPtrArray *
dites_list_memory_recall (const char *directory,
                          const char *signature,
                          const char *semester)
{
  g_autofree char *text = load (directory);
  GPtrArray       *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  DitesJsonIter    iter;
  DitesJson        list;

  dites_json_iter_init (&iter, dites_json_of (text, -1));
  while (dites_json_iter_next (&iter, NULL, &list))
    {
      if (is_about (list, signature, semester))
        g_ptr_array_insert (lists, 0, dup_placed (list));
    }

  return lists;
}

/**
 * dites_list_memory_keep:
 * @directory: the folder of the store
 * @signature: of the header of a list that was imported
 * @semester: the id of the semester that it is about
 * @placed: the ids of the placements that it is about
 * @error: return location for an error
 *
 * Remembers the list, in place of those that it is a later version of. Blocks; any thread.
 *
 * Returns: whether it could be written
 */
gboolean
dites_list_memory_keep (const char        *directory,
                        const char        *signature,
                        const char        *semester,
                        const char *const *placed,
                        GError           **error)
{
  g_autofree char *path = g_build_filename (directory, FILE_NAME, NULL);
  g_autofree char *text = load (directory);
  g_autoptr (GString) out = g_string_new ("[");
  DitesJson     all = dites_json_of (text, -1);
  guint         n = dites_json_count (all);
  DitesJsonIter iter;
  DitesJson     list;

  dites_json_iter_init (&iter, all);
  while (dites_json_iter_next (&iter, NULL, &list))
    {
      if (n-- >= MAX_LISTS || (is_about (list, signature, semester) && is_within (list, placed)))
        continue;
      g_string_append_len (out, list.text, list.length);
      g_string_append_c (out, ',');
    }

  g_string_append (out, "{\"header\":");
  dites_json_append_string (out, signature);
  g_string_append (out, ",\"semester\":");
  dites_json_append_string (out, semester);
  g_string_append (out, ",\"placements\":[");
  for (gsize i = 0; placed[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      dites_json_append_string (out, placed[i]);
    }
  g_string_append (out, "]}]");

  return g_file_set_contents_full (path, out->str, out->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}
