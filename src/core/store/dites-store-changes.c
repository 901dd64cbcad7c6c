/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-store-changes.h"

#include "dites-change-name.h"

/* Beyond this many, who listens does better to look at everything again. */
#define MAX_IDS 1000

static char *
read_name (DitesDatabase *database,
           const char    *sql)
{
  sqlite3_stmt *statement = dites_database_prepare (database, sql, NULL);
  char         *name = NULL;

  if (statement == NULL)
    return NULL;
  if (dites_database_step (database, statement, NULL) == SQLITE_ROW)
    {
      g_autofree char *kept = dites_database_dup_text (statement, 0);

      name = dites_change_name_say (kept);
    }
  sqlite3_reset (statement);

  return name;
}

static char **
read_all_kinds (DitesDatabase *database)
{
  sqlite3_stmt *statement = dites_database_prepare (database, "SELECT name FROM kind ORDER BY name", NULL);
  g_autoptr (GStrvBuilder) kinds = g_strv_builder_new ();

  while (statement != NULL && dites_database_step (database, statement, NULL) == SQLITE_ROW)
    g_strv_builder_add (kinds, dites_database_get_text (statement, 0));
  if (statement != NULL)
    sqlite3_reset (statement);

  return g_strv_builder_end (kinds);
}

static gint64
count_since (DitesDatabase *database,
             gint64         since)
{
  sqlite3_stmt *statement = dites_database_prepare (database, "SELECT total(n) FROM change_set WHERE sequence > ?", NULL);
  gint64        n = 0;

  if (statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, 1, since);
  if (dites_database_step (database, statement, NULL) == SQLITE_ROW)
    n = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);

  return n;
}

static void
read_documents (DitesDatabase     *database,
                gint64             since,
                DitesStoreChanges *changes)
{
  sqlite3_stmt *statement = dites_database_prepare (database,
                                                    "SELECT d.id, k.name FROM change c JOIN document d USING (number)"
                                                    " JOIN kind k ON k.number = d.kind WHERE c.sequence > ?1"
                                                    " UNION SELECT d.id, k.name FROM change_set s JOIN document d"
                                                    " ON d.number >= s.first_number AND d.number < s.end_number"
                                                    " JOIN kind k ON k.number = d.kind WHERE s.sequence > ?1",
                                                    NULL);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) kinds = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (statement == NULL)
    return;
  sqlite3_bind_int64 (statement, 1, since);
  while (dites_database_step (database, statement, NULL) == SQLITE_ROW)
    {
      const char *kind = dites_database_get_text (statement, 1);

      g_strv_builder_add (ids, dites_database_get_text (statement, 0));
      if (g_hash_table_add (seen, g_strdup (kind)))
        g_strv_builder_add (kinds, kind);
    }
  sqlite3_reset (statement);

  changes->ids = g_strv_builder_end (ids);
  changes->kinds = g_strv_builder_end (kinds);
}

/**
 * dites_store_changes_read:
 * @database: a connection
 * @since: the change set after which to look; -1 for the names alone
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is new, or %NULL with @error set
 */
DitesStoreChanges *
dites_store_changes_read (DitesDatabase *database,
                          gint64         since,
                          GError       **error)
{
  g_autoptr (DitesStoreChanges) changes = g_new0 (DitesStoreChanges, 1);

  dites_database_forget_failure (database);
  if (!dites_database_get_int (database, "SELECT max(sequence) FROM change_set", &changes->sequence, error))
    return NULL;
  changes->undo_name = read_name (database, "SELECT name FROM change_set WHERE type = 0 AND state = 0 ORDER BY sequence DESC LIMIT 1");
  changes->redo_name = read_name (database, "SELECT name FROM change_set WHERE type = 0 AND state = 1 ORDER BY sequence LIMIT 1");
  if (since >= 0 && changes->sequence > since)
    {
      if (count_since (database, since) > MAX_IDS)
        changes->kinds = read_all_kinds (database);
      else
        read_documents (database, since, changes);
    }

  return dites_database_check_failure (database, error) ? g_steal_pointer (&changes) : NULL;
}

/**
 * dites_store_changes_free:
 * @changes: (nullable): changes
 *
 * Frees them.
 */
void
dites_store_changes_free (DitesStoreChanges *changes)
{
  if (changes == NULL)
    return;

  g_strfreev (changes->kinds);
  g_strfreev (changes->ids);
  g_free (changes->undo_name);
  g_free (changes->redo_name);
  g_free (changes);
}
