/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "test-ui.h"

/* Does something to the store behind its back. */
static inline void
ui_run_sql (Ui         *ui,
            const char *sql)
{
  g_autofree char *path = g_build_filename (ui->desk.directory, "dites32.sqlite", NULL);
  sqlite3         *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}
