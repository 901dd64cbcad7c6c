/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-store-common.h"

#include <sqlite3.h>
#include <string.h>

#include "test-faulty-disk.h"

/* Files of earlier versions, as they were: their schema stands here and never changes. */

static const char version_1[] =
  "PRAGMA page_size=8192; PRAGMA journal_mode=WAL;"
  "CREATE TABLE setting (name TEXT PRIMARY KEY, value) WITHOUT ROWID;"
  "CREATE TABLE kind (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
  " live INTEGER NOT NULL DEFAULT 0, trashed INTEGER NOT NULL DEFAULT 0);"
  "CREATE TABLE document (number INTEGER PRIMARY KEY, id TEXT NOT NULL,"
  " kind INTEGER NOT NULL REFERENCES kind, state INTEGER NOT NULL,"
  " title TEXT NOT NULL, subtitle TEXT NOT NULL, sort TEXT NOT NULL,"
  " words TEXT NOT NULL, terms BLOB NOT NULL, body TEXT NOT NULL);"
  "CREATE TABLE term (hash INTEGER NOT NULL, number INTEGER NOT NULL,"
  " PRIMARY KEY (hash, number)) WITHOUT ROWID;"
  "CREATE TABLE listing (kind INTEGER NOT NULL, state INTEGER NOT NULL, sort TEXT NOT NULL,"
  " number INTEGER NOT NULL, initials INTEGER NOT NULL, cells TEXT NOT NULL,"
  " PRIMARY KEY (kind, state, sort, number)) WITHOUT ROWID;"
  "CREATE VIRTUAL TABLE search USING fts5 (words, content='document', content_rowid='number',"
  " detail=none, columnsize=0, tokenize='ascii', prefix='1 2 3');"
  "CREATE TABLE change_set (sequence INTEGER PRIMARY KEY, type INTEGER NOT NULL, of INTEGER NOT NULL,"
  " name TEXT NOT NULL, at TEXT NOT NULL, \"by\" TEXT NOT NULL, n INTEGER NOT NULL,"
  " state INTEGER NOT NULL, last INTEGER NOT NULL,"
  " first_number INTEGER NOT NULL, end_number INTEGER NOT NULL);"
  "CREATE INDEX change_set_state ON change_set (type, state, sequence);"
  "CREATE TABLE change (sequence INTEGER NOT NULL REFERENCES change_set, number INTEGER NOT NULL,"
  " state INTEGER NOT NULL, body TEXT, PRIMARY KEY (sequence, number)) WITHOUT ROWID;"
  "CREATE INDEX change_number ON change (number, sequence);"
  "CREATE TABLE photo (number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, type TEXT NOT NULL,"
  " length INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, bytes BLOB NOT NULL);"
  "PRAGMA user_version=1; PRAGMA application_id=1146368818;"

  "INSERT INTO setting VALUES ('signature', '1 as it was');"
  "INSERT INTO kind VALUES (1, 'test_beast', 2, 1);"
  /* One that was renamed, one in the trash, one whose making was undone, one whose words come twice. */
  "INSERT INTO document VALUES"
  " (1, 'test_beast:1', 1, 0, 'Loup gris', '', 'loup gris', 'loup gris', x'', '{\"_id\":\"test_beast:1\",\"kind\":\"test_beast\",\"name\":\"Loup gris\"}'),"
  " (2, 'test_beast:2', 1, 1, 'Ours', '', 'ours', 'ours', x'', '{\"_id\":\"test_beast:2\",\"kind\":\"test_beast\",\"name\":\"Ours\"}'),"
  " (3, 'test_beast:3', 1, 2, 'Cerf', '', 'cerf', 'cerf', x'', '{\"_id\":\"test_beast:3\",\"kind\":\"test_beast\",\"name\":\"Cerf\"}'),"
  " (4, 'test_beast:4', 1, 0, 'Coucou', '', 'coucou', 'coucou coucou', x'',"
  "  '{\"_id\":\"test_beast:4\",\"kind\":\"test_beast\",\"name\":\"Coucou\",\"colour\":\"coucou\",\"newer\":[1e21]}');"
  "INSERT INTO search (rowid, words) SELECT number, words FROM document WHERE state < 2;"
  "INSERT INTO change_set VALUES (1, 0, 0, 'Made', '2026-01-01T00:00:00Z', 'old', 4, 0, 1, 1, 5),"
  " (2, 0, 0, 'Renamed', '2026-01-02T00:00:00Z', 'old', 1, 0, 2, 5, 5);"
  "INSERT INTO change VALUES (2, 1, 0, '{\"_id\":\"test_beast:1\",\"kind\":\"test_beast\",\"name\":\"Loup\"}');"
  "INSERT INTO photo VALUES (1, 'aa', 'image/png', 3, 1, 1, x'010203');";

static void
make_file (const char *folder,
           const char *sql)
{
  g_autofree char *path = g_build_filename (folder, "dites32.sqlite", NULL);
  sqlite3         *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static char *
read_text (const char *folder,
           const char *sql)
{
  g_autofree char *path = g_build_filename (folder, "dites32.sqlite", NULL);
  sqlite3         *handle;
  sqlite3_stmt    *statement;
  char            *text = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  return text;
}

static void
assert_text (const char *folder,
             const char *sql,
             const char *expected)
{
  g_autofree char *text = read_text (folder, sql);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_found (DitesStore *store,
              const char *search,
              guint       expected)
{
  g_autoptr (DitesQuery) query = dites_query_new (store, "test_beast");

  dites_query_set_search (query, search);
  test_wait_for (!dites_query_is_loading (query));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (query)), ==, expected);
}

static gboolean
is_rebuilt (const char *folder)
{
  g_autofree char *signature = read_text (folder, "SELECT value FROM setting");

  return strcmp (signature, "1 as it was") != 0;
}

static void
test_version_1 (void)
{
  static const char bodies[] = "SELECT group_concat (body, ' ') FROM (SELECT body FROM document ORDER BY number)";
  g_autofree char  *folder = test_make_folder ();
  DitesStore       *store;
  g_autofree char  *before = NULL, *name = NULL;
  g_autoptr (DitesDocument) undone = NULL;
  g_autofree char *member = NULL;
  g_autoptr (GError) error = NULL;

  make_file (folder, version_1);
  before = read_text (folder, bodies);
  store = test_open (folder);
  test_wait_for (is_rebuilt (folder));

  assert_text (folder, "PRAGMA user_version", "2");
  assert_text (folder, bodies, before);
  assert_text (folder, "SELECT count(*) || ' ' || max(body) FROM change", "1 {\"_id\":\"test_beast:1\",\"kind\":\"test_beast\",\"name\":\"Loup\"}");
  assert_text (folder, "SELECT hex (bytes) FROM photo", "010203");
  assert_text (folder, "SELECT group_concat (name, ' ') FROM (SELECT name FROM change_set ORDER BY sequence)", "Made Renamed");
  assert_text (folder, "SELECT words FROM document WHERE number = 4", "coucou");
  assert_text (folder, "SELECT live || ' ' || trashed FROM kind", "2 1");
  assert_text (folder, "PRAGMA integrity_check", "ok");

  assert_found (store, "lo", 1);
  assert_found (store, "g", 1);
  assert_found (store, "cou", 1);
  assert_found (store, "ours", 0);
  assert_found (store, "cerf", 0);

  name = test_undo (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Renamed");
  undone = test_get (store, "test_beast:1");
  member = dites_document_dup_string (undone, "name");
  g_assert_cmpstr (member, ==, "Loup");
  assert_found (store, "gris", 0);

  test_close (store);
  test_remove_folder (folder);
}

static void
assert_unchanged (const char *folder)
{
  assert_text (folder, "PRAGMA user_version", "1");
  assert_text (folder, "SELECT count(*) FROM document", "4");
  assert_text (folder, "SELECT sql LIKE '%prefix=''1 2 3''%' FROM sqlite_schema WHERE name = 'search'", "1");
  assert_text (folder, "PRAGMA integrity_check", "ok");
}

/* Nobody waits for the new index: the file opens, and is searched, while it cannot be made yet. */
static void
test_used_meanwhile (void)
{
  g_autofree char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "dites32.sqlite", NULL);
  sqlite3         *other;
  DitesStore      *store;

  make_file (folder, version_1);
  make_file (folder, "INSERT INTO listing SELECT kind, state, sort, number, 0, '' FROM document WHERE state < 2");
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  store = test_open (folder);
  assert_found (store, "lo", 1);
  assert_found (store, "lo gr", 1);
  assert_found (store, "ours", 0);
  assert_unchanged (folder);

  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
  test_wait_for (is_rebuilt (folder));
  assert_text (folder, "PRAGMA user_version", "2");
  assert_found (store, "lo", 1);

  test_close (store);
  test_remove_folder (folder);
}

/* A migration that does not go through leaves the file as it was. */
static void
test_interrupted (void)
{
  g_autofree char *folder = test_make_folder ();
  DitesStore      *store;
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("After it");
  g_autoptr (DitesDocument) beast = test_beast (5, "Lynx", NULL);
  g_autoptr (GError) error = NULL;

  make_file (folder, version_1);
  make_file (folder, "ALTER TABLE document RENAME COLUMN words TO vocabulary");
  store = test_open (folder);
  dites_change_set_put (changes, NULL, beast);
  g_assert_false (test_write (store, changes, &error));
  g_assert_nonnull (error);
  test_close (store);
  assert_unchanged (folder);

  test_remove_folder (folder);
}

/* Returns whether the disk came to fail. */
static gboolean
play_fault (guint where,
            int   code,
            int   after)
{
  g_autofree char *folder = test_make_folder ();
  g_autofree char *version = NULL;
  g_autoptr (DitesChangeSet) nothing = dites_change_set_new ("Nothing");
  DitesStore *store;
  gboolean    failed;

  make_file (folder, version_1);
  make_file (folder, "INSERT INTO listing SELECT kind, state, sort, number, 0, '' FROM document WHERE state < 2");
  test_faulty_arm (where, after, code, TRUE);
  store = dites_store_open (folder, "desk", NULL);
  if (store != NULL)
    {
      /* The answer comes behind what the store does by itself. */
      test_write (store, nothing, NULL);
      test_close (store);
    }
  failed = test_faulty_count () > 0;
  test_faulty_disarm ();

  /* All of the new version, or none of it. */
  version = read_text (folder, "PRAGMA user_version");
  if (strcmp (version, "1") == 0)
    assert_unchanged (folder);
  assert_text (folder, "SELECT count(*) FROM document", "4");
  assert_text (folder, "PRAGMA integrity_check", "ok");

  store = test_open (folder);
  test_wait_for (is_rebuilt (folder));
  assert_text (folder, "PRAGMA user_version", "2");
  assert_found (store, "lo", 1);
  assert_found (store, "cou", 1);
  assert_found (store, "ours", 0);
  test_assert_whole (store);
  test_close (store);
  test_remove_folder (folder);

  return failed;
}

/* Wherever the room ends, or the disk, while an older file is brought up to date. */
static void
test_disk_fails (void)
{
  guint n = 0;

  test_faulty_install ();
  for (int after = 0; play_fault (TEST_FAULTY_WRITES, SQLITE_FULL, after); after++)
    n++;
  for (int after = 0; play_fault (TEST_FAULTY_READS, SQLITE_IOERR_READ, after); after++)
    n++;
  g_assert_cmpuint (n, >, 40);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_register_kinds ();

  g_test_add_func ("/store-migration/version-1", test_version_1);
  g_test_add_func ("/store-migration/used-meanwhile", test_used_meanwhile);
  g_test_add_func ("/store-migration/interrupted", test_interrupted);
  g_test_add_func ("/store-migration/disk-fails", test_disk_fails);

  return g_test_run ();
}
