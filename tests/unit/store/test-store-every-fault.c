/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-store-common.h"

#include <errno.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <sqlite3.h>
#include <string.h>

#include "dites-error.h"
#include "dites-store-find.h"
#include "dites-store-reads.h"
#include "test-faulty-disk.h"

/* Whatever a store does, the disk fails at the first thing it is asked meanwhile, at the second,
 * and so on. Each time: one clear sentence and nothing of it in any table, or all of it in every
 * table as on a disk that works; and on a disk that works again it can be done. */

typedef struct
{
  const char *name;
  gboolean (*run) (DitesStore *store, GError **error);
} Step;

static int
print_row (void  *out,
           int    n,
           char **values,
           char **names)
{
  for (int i = 0; i < n; i++)
    g_string_append_printf (out, "%s|", values[i] != NULL ? values[i] : "(none)");
  g_string_append_c (out, '\n');

  return 0;
}

/* All that is in every table, but for when it was written. */
static char *
dump_tables (const char *folder)
{
  static const char *const queries[] = {
    "PRAGMA quick_check",
    "SELECT number, id, kind, state, title, subtitle, sort, words, hex (terms), json_remove (body, '$.changed_at') FROM document ORDER BY number",
    "SELECT * FROM term ORDER BY hash, number",
    "SELECT * FROM listing ORDER BY kind, state, sort, number",
    "SELECT * FROM kind ORDER BY number",
    "SELECT sequence, type, of, name, n, state, last, first_number, end_number FROM change_set ORDER BY sequence",
    "SELECT sequence, number, state, json_remove (body, '$.changed_at') FROM change ORDER BY sequence, number",
    "SELECT sha256, length, hex (bytes) FROM photo ORDER BY sha256",
    "SELECT rowid FROM search WHERE search MATCH 'be* OR gr* OR ho*' ORDER BY rowid",
  };
  g_autofree char *path = g_build_filename (folder, "dites32.sqlite", NULL);
  GString         *out = g_string_new (NULL);
  sqlite3         *handle;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, test_faulty_get_real ()), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA synchronous=OFF", NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_string_append_printf (out, "%u\n", i);
      g_assert_cmpint (sqlite3_exec (handle, queries[i], print_row, out, NULL), ==, SQLITE_OK);
    }
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

  return g_string_free_and_steal (out);
}

/* What a person reads: one of a few sentences, of one line, without a full stop. */
static void
assert_sentence (const GError *error,
                 const char   *step)
{
  static const char *const sentences[] = {
    "The disk does not read or write as it should",
    "There is no room left on the disk",
    "The data folder cannot be written",
    NULL,
  };

  g_assert_nonnull (error);
  if (!g_error_matches (error, DITES_ERROR, DITES_ERROR_STORAGE) || !g_strv_contains (sentences, error->message))
    g_error ("%s: %s (%d): “%s”", step, g_quark_to_string (error->domain), error->code, error->message);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *source = g_build_filename (from, "dites32.sqlite", NULL);
  g_autofree char *target = g_build_filename (to, "dites32.sqlite", NULL);
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (source, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents_full (target, bytes, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* What the store does with the next request is behind what it does by itself when it opens. */
static void
settle (DitesStore *store)
{
  g_autoptr (DitesChangeSet) nothing = dites_change_set_new ("Nothing");

  test_write (store, nothing, NULL);
}

static gboolean
write_much (DitesStore *store,
            GError    **error)
{
  g_autoptr (DitesChangeSet) changes = test_make_changes ();
  g_autoptr (DitesDocument) den = test_den (1, "Hollow");
  g_autoptr (DitesDocument) renamed = test_den (1, "Grotto");

  dites_change_set_put (changes, den, renamed);

  return test_write (store, changes, error);
}

/* Made of what a beast was before somebody else painted it grey. */
static gboolean
write_merged (DitesStore *store,
              GError    **error)
{
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Merged");
  g_autoptr (DitesDocument) old = test_beast (0, "Beast 0", "test_den:1");
  g_autoptr (DitesDocument) renamed = test_with (old, "name", "Bear");

  dites_change_set_put (changes, old, renamed);

  return test_write (store, changes, error);
}

/* With the threads that work ahead. */
static gboolean
write_large (DitesStore *store,
             GError    **error)
{
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Large");

  for (guint i = 0; i < 520; i++)
    {
      g_autofree char *name = g_strdup_printf ("Beast %u", i);
      g_autoptr (DitesDocument) beast = test_beast (1000 + i, name, "test_den:1");

      dites_change_set_put (changes, NULL, beast);
    }

  return test_write (store, changes, error);
}

static gboolean
undo (DitesStore *store,
      GError    **error)
{
  g_autofree char *name = test_undo (store, error);

  return name != NULL;
}

static gboolean
redo (DitesStore *store,
      GError    **error)
{
  g_autofree char *name = test_redo (store, error);

  return name != NULL;
}

static gboolean
revert (DitesStore *store,
        GError    **error)
{
  g_autofree char *name = test_revert (store, 2, error);

  return name != NULL;
}

static gboolean
add_photo (DitesStore *store,
           GError    **error)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 200, 100);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DitesPhoto) photo = NULL;
  char *buffer;
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0x204060ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &length, "jpeg", NULL, NULL));
  bytes = g_bytes_new_take (buffer, length);
  photo = test_add_photo (store, bytes, error);

  return photo != NULL;
}

static const Step steps[] = {
  { "much", write_much },
  { "merged", write_merged },
  { "undo", undo },
  { "redo", redo },
  { "revert", revert },
  { "photo", add_photo },
  { "large", write_large },
};

#define N_STEPS G_N_ELEMENTS (steps)

/* The folder before each step and after the last one, and all that is in its tables then. */
typedef struct
{
  char *folders[N_STEPS + 1];
  char *dumps[N_STEPS + 1];
} Story;

static void
story_make (Story *story)
{
  for (gsize i = 0; i <= N_STEPS; i++)
    {
      DitesStore *store;
      g_autoptr (GError) error = NULL;

      story->folders[i] = test_make_folder ();
      if (i > 0)
        copy_file (story->folders[i - 1], story->folders[i]);
      store = i > 0 ? test_open (story->folders[i]) : test_make_store (story->folders[i]);
      if (i > 0)
        g_assert_true (steps[i - 1].run (store, &error));
      g_assert_no_error (error);
      settle (store);
      test_close (store);
      story->dumps[i] = dump_tables (story->folders[i]);
      g_assert_true (g_str_has_prefix (story->dumps[i], "0\nok|\n"));
      if (i > 0)
        g_assert_cmpstr (story->dumps[i], !=, story->dumps[i - 1]);
    }
}

static void
story_clear (Story *story)
{
  for (gsize i = 0; i <= N_STEPS; i++)
    {
      test_remove_folder (story->folders[i]);
      g_free (story->folders[i]);
      g_free (story->dumps[i]);
    }
}

static void
assert_tables (const char *folder,
               const char *expected,
               const char *step,
               int         after)
{
  g_autofree char *found = dump_tables (folder);

  if (strcmp (found, expected) != 0)
    g_error ("%s, fault %d: expected\n%s\nbut found\n%s", step, after, expected, found);
}

/* One round: returns whether the disk came to fail. */
static gboolean
play (const Story *story,
      gsize        i,
      guint        where,
      int          after,
      int          code,
      gboolean     stays,
      guint       *n_refused)
{
  g_autofree char *folder = test_make_folder ();
  DitesStore      *store;
  g_autoptr (GError) error = NULL;
  gboolean done, failed;

  copy_file (story->folders[i], folder);
  store = test_open (folder);
  settle (store);
  test_faulty_arm (where, after, code, stays);
  done = steps[i].run (store, &error);
  /* The program ends on the disk that fails, or goes on when it works again. */
  if (after % 2 == 0)
    test_close (g_steal_pointer (&store));
  failed = test_faulty_count () > 0;
  test_faulty_disarm ();

  if (!done)
    {
      assert_sentence (error, steps[i].name);
      (*n_refused)++;
    }
  assert_tables (folder, story->dumps[done ? i + 1 : i], steps[i].name, after);
  g_clear_error (&error);

  if (store == NULL)
    store = test_open (folder);
  if (!done)
    {
      g_assert_true (steps[i].run (store, &error));
      g_assert_no_error (error);
    }
  settle (store);
  test_close (store);
  assert_tables (folder, story->dumps[i + 1], steps[i].name, after);
  test_remove_folder (folder);

  return failed;
}

typedef struct
{
  guint    where;
  int      code;
  gboolean stays;
  int      step; /* how many faults lie between two that are played */
} Kind;

static void
test_step (gconstpointer data)
{
  const Kind *kind = data;
  Story       story;
  guint       n_refused = 0;
  guint       n_played = 0;

  story_make (&story);
  for (gsize i = 0; i < N_STEPS; i++)
    {
      int after = 0;

      while (play (&story, i, kind->where, after, kind->code, kind->stays, &n_refused))
        {
          /* One page of a large change set is like the next. */
          after += after < 40 ? kind->step : 7;
          n_played++;
        }
    }
  g_test_message ("%u faults, of which %u refuse what was asked", n_played, n_refused);
  g_assert_cmpuint (n_refused, >, N_STEPS);
  g_assert_cmpuint (n_played, >, n_refused);
  story_clear (&story);
}

/* A store that cannot be made, or opened, is made and opened when the disk works again. */
static gboolean
play_open (const Story *story,
           gboolean     is_new,
           const Kind  *kind,
           int          after,
           guint       *n_refused)
{
  g_autofree char *folder = test_make_folder ();
  DitesStore      *store;
  g_autoptr (GError) error = NULL;
  gboolean failed;

  if (!is_new)
    copy_file (story->folders[N_STEPS], folder);
  test_faulty_arm (kind->where, after, kind->code, kind->stays);
  store = dites_store_open (folder, "desk", &error);
  if (store != NULL)
    {
      settle (store);
      test_close (store);
    }
  failed = test_faulty_count () > 0;
  test_faulty_disarm ();
  if (store == NULL)
    {
      assert_sentence (error, "open");
      (*n_refused)++;
    }

  store = is_new ? test_make_store (folder) : test_open (folder);
  settle (store);
  test_close (store);
  assert_tables (folder, story->dumps[is_new ? 0 : N_STEPS], "open", after);
  test_remove_folder (folder);

  return failed;
}

static void
test_open_fails (gconstpointer data)
{
  const Kind *kind = data;
  Story       story;
  guint       n_refused = 0;
  int         n_played = 0;

  story_make (&story);
  for (gboolean is_new = FALSE; is_new <= TRUE; is_new++)
    {
      int after = 0;

      while (play_open (&story, is_new, kind, after, &n_refused))
        {
          after += kind->step;
          n_played++;
        }
    }
  g_test_message ("%d faults, of which %u refuse to open", n_played, n_refused);
  g_assert_cmpuint (n_refused, >, 3);
  story_clear (&story);
}

/* What is read is all of it, or a sentence: never a list that looks empty. */

static guint
count_rows (DitesStore *store,
            const char *search,
            GError    **error)
{
  g_autoptr (DitesQuery) query = dites_query_new (store, "test_beast");

  dites_query_set_sort (query, "den", FALSE);
  dites_query_set_search (query, search);
  test_wait_for (!dites_query_is_loading (query));
  if (dites_query_get_error (query) != NULL)
    g_propagate_error (error, g_error_copy (dites_query_get_error (query)));

  return g_list_model_get_n_items (G_LIST_MODEL (query));
}

static gboolean
read_list (DitesStore *store,
           GError    **error)
{
  guint n = count_rows (store, NULL, error);

  g_assert_true (n == 532 || *error != NULL);

  return *error == NULL;
}

static gboolean
read_search (DitesStore *store,
             GError    **error)
{
  guint n = count_rows (store, "bear", error);

  g_assert_true (n == 1 || *error != NULL);

  return *error == NULL;
}

static gboolean
read_counts (DitesStore *store,
             GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) counts = NULL;

  dites_store_count_async (store, FALSE, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);
  counts = dites_store_count_finish (store, result, error);
  g_assert_true (counts == NULL || GPOINTER_TO_UINT (g_hash_table_lookup (counts, "test_beast")) == 532);

  return counts != NULL;
}

static gboolean
read_document (DitesStore *store,
               GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  DitesSnapshot *snapshot;

  dites_store_get_async (store, "test_beast:0", NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);
  snapshot = dites_store_get_finish (store, result, error);
  if (snapshot == NULL)
    return FALSE;

  g_assert_nonnull (snapshot->document);
  g_assert_cmpstr (g_hash_table_lookup (snapshot->titles, "test_den:1"), ==, "Hollow");
  dites_snapshot_unref (snapshot);

  return TRUE;
}

static gboolean
read_titles (DitesStore *store,
             GError    **error)
{
  const char *const ids[] = { "test_den:1", "test_beast:1003", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) titles = NULL;

  dites_store_get_titles_async (store, ids, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);
  titles = dites_store_get_titles_finish (store, result, error);
  g_assert_true (titles == NULL || g_hash_table_size (titles) == 2);

  return titles != NULL;
}

static gboolean
read_history (DitesStore *store,
              GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  dites_store_get_history_async (store, "test_beast:0", 0, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);
  entries = dites_store_get_history_finish (store, result, error);
  g_assert_true (entries == NULL || entries->len == 6);

  return entries != NULL;
}

static gboolean
read_found (DitesStore *store,
            GError    **error)
{
  const char *const kinds[] = { "test_beast", "test_den", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;

  dites_store_find_async (store, kinds, "hollow", 5, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);
  found = dites_store_find_finish (store, result, error);
  g_assert_true (found == NULL || found->len > 0);

  return found != NULL;
}

static const Step reads[] = {
  { "list", read_list },
  { "search", read_search },
  { "counts", read_counts },
  { "document", read_document },
  { "titles", read_titles },
  { "history", read_history },
  { "found", read_found },
};

static void
test_reads (gconstpointer data)
{
  const Kind *kind = data;
  Story       story;
  guint       n_refused = 0;

  story_make (&story);
  for (gsize i = 0; i < G_N_ELEMENTS (reads); i++)
    {
      gboolean failed = TRUE;

      for (int after = 0; failed; after++)
        {
          DitesStore *store = test_open (story.folders[N_STEPS]);
          g_autoptr (GError) error = NULL;

          settle (store);
          test_faulty_arm (kind->where, after, kind->code, kind->stays);
          if (!reads[i].run (store, &error))
            {
              assert_sentence (error, reads[i].name);
              n_refused++;
            }
          failed = test_faulty_count () > 0;
          test_faulty_disarm ();
          test_close (store);
        }
    }
  g_test_message ("%u faults refuse what was asked", n_refused);
  g_assert_cmpuint (n_refused, >, G_N_ELEMENTS (reads));
  assert_tables (story.folders[N_STEPS], story.dumps[N_STEPS], "reads", 0);
  story_clear (&story);
}

/* A quota that is used up is a full disk to who uses it, whatever SQLite calls it. */
static void
test_says_why (void)
{
  static const struct
  {
    int         system;
    const char *message;
  } causes[] = {
    { ENOSPC, "There is no room left on the disk" },
    { EDQUOT, "There is no room left on the disk" },
    { EROFS, "The data folder cannot be written" },
    { EIO, "The disk does not read or write as it should" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    {
      g_autofree char *folder = test_make_folder ();
      DitesStore      *store = test_make_store (folder);
      g_autoptr (GError) error = NULL;

      test_faulty_say (causes[i].system);
      test_faulty_arm (TEST_FAULTY_WRITES, 0, SQLITE_IOERR_WRITE, TRUE);
      g_assert_false (write_much (store, &error));
      g_assert_error (error, DITES_ERROR, DITES_ERROR_STORAGE);
      g_assert_cmpstr (error->message, ==, causes[i].message);
      test_faulty_disarm ();
      test_faulty_say (0);
      test_close (store);
      test_remove_folder (folder);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const Kind write_once = { TEST_FAULTY_WRITES, SQLITE_IOERR_WRITE, FALSE, 1 };
  static const Kind full = { TEST_FAULTY_WRITES, SQLITE_FULL, TRUE, 3 };
  static const Kind read_once = { TEST_FAULTY_READS, SQLITE_IOERR_READ, FALSE, 1 };
  static const Kind read_never = { TEST_FAULTY_READS, SQLITE_IOERR_READ, TRUE, 3 };
  static const Kind open_once = { TEST_FAULTY_OPENS, SQLITE_CANTOPEN, FALSE, 1 };

  g_test_init (&argc, &argv, NULL);
  test_register_kinds ();
  test_faulty_install ();

  g_test_add_data_func ("/store-every-fault/write-fails-once", &write_once, test_step);
  g_test_add_data_func ("/store-every-fault/full-for-good", &full, test_step);
  g_test_add_data_func ("/store-every-fault/read-fails-once", &read_once, test_step);
  g_test_add_data_func ("/store-every-fault/read-fails-for-good", &read_never, test_step);
  g_test_add_data_func ("/store-every-fault/open/write-fails-once", &write_once, test_open_fails);
  g_test_add_data_func ("/store-every-fault/open/full-for-good", &full, test_open_fails);
  g_test_add_data_func ("/store-every-fault/open/read-fails-once", &read_once, test_open_fails);
  g_test_add_data_func ("/store-every-fault/open/read-fails-for-good", &read_never, test_open_fails);
  g_test_add_data_func ("/store-every-fault/open/open-fails-once", &open_once, test_open_fails);
  g_test_add_data_func ("/store-every-fault/reads/fail-once", &read_once, test_reads);
  g_test_add_data_func ("/store-every-fault/reads/fail-for-good", &read_never, test_reads);
  g_test_add_func ("/store-every-fault/says-why", test_says_why);

  return g_test_run ();
}
