/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "test-desk.h"

/* What a disk makes of a file. */

static inline void
desk_exec (Desk       *desk,
           const char *sql)
{
  g_autofree char *path = g_build_filename (desk->directory, "dites32.sqlite", NULL);
  sqlite3         *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static inline void
desk_damage (Desk       *desk,
             const char *id)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE document SET body = '{' WHERE id = '%s'", id);

  desk_exec (desk, sql);
}
