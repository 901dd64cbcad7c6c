/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-memory-file.h"

#include <string.h>

/* What is remembered beside the store, to ask less or to say more: nobody misses it. */

/**
 * dites_memory_file_load:
 * @path: the path of a file
 * @type: #DITES_JSON_OBJECT or #DITES_JSON_ARRAY, which it should hold
 * @max_size: how many bytes it may have
 *
 * Blocks; any thread.
 *
 * Returns: (transfer full): its JSON; an empty object or array where it cannot be read,
 *   is damaged, too large or something else
 */
char *
dites_memory_file_load (const char   *path,
                        DitesJsonType type,
                        gsize         max_size)
{
  g_autofree char *text = NULL;
  gsize            length = 0;

  if (!g_file_get_contents (path, &text, &length, NULL) || length > max_size || strlen (text) != length ||
      !dites_json_check (text, length, NULL) || dites_json_get_type (dites_json_of (text, length)) != type)
    return g_strdup (type == DITES_JSON_OBJECT ? "{}" : "[]");

  return g_steal_pointer (&text);
}
