/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-temporary.h"

#include <glib/gstdio.h>

/* The files that are handed to other programs: each in a folder of its own, so that
 * it can have the name that people know it by. Main thread only. */

static GPtrArray *paths; /* (nullable): of char * */

/**
 * dites_temporary_path:
 * @name: what the file shall be called
 * @error: return location for an error
 *
 * Makes a private folder for a file that another program reads. It stays until
 * dites_temporary_clear(): who takes a file may do so late.
 *
 * Returns: (transfer full) (nullable): where to write it
 */
char *
dites_temporary_path (const char *name,
                      GError    **error)
{
  g_autofree char *folder = g_dir_make_tmp ("dites32-XXXXXX", error);
  char            *path;

  if (folder == NULL)
    return NULL;

  path = g_build_filename (folder, name, NULL);
  if (paths == NULL)
    paths = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (paths, g_strdup (path));

  return path;
}

/**
 * dites_temporary_clear:
 *
 * Deletes the files and their folders.
 */
void
dites_temporary_clear (void)
{
  for (guint i = 0; paths != NULL && i < paths->len; i++)
    {
      g_autofree char *folder = g_path_get_dirname (paths->pdata[i]);

      g_unlink (paths->pdata[i]);
      g_rmdir (folder);
    }
  g_clear_pointer (&paths, g_ptr_array_unref);
}
