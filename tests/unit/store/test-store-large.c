/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-store-common.h"

#include <sqlite3.h>
#include <string.h>
#include <time.h>

/* Change sets so large that other threads work ahead of the one that writes. */

#define N_DENS   30
#define N_BEASTS 1500

/* Beasts that live in dens, of which some come later, and beasts that live with other beasts. */
static GPtrArray *
make_documents (void)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_BEASTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Élan %u d’%c", i % 700, 'A' + i % 26);
      g_autofree char *den = i % 3 == 0 ? g_strdup_printf ("test_beast:%u", (i * 7 + 1) % N_BEASTS)
                                        : g_strdup_printf ("test_den:%u", i % (2 * N_DENS));

      if (i % (N_BEASTS / N_DENS) == 0)
        g_ptr_array_add (documents, test_den (i / (N_BEASTS / N_DENS), name));
      g_ptr_array_add (documents, test_beast (i, name, den));
    }

  return documents;
}

static void
write_in_pieces (DitesStore *store,
                 GPtrArray  *documents,
                 guint       length)
{
  for (guint first = 0; first < documents->len; first += length)
    {
      g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Some");
      g_autoptr (GError) error = NULL;

      for (guint i = first; i < MIN (documents->len, first + length); i++)
        dites_change_set_put (changes, NULL, documents->pdata[i]);
      test_write (store, changes, &error);
      g_assert_no_error (error);
    }
}

/* All that the file holds beside the documents' own text, which says when it was written. */
static char *
dump_file (const char *folder)
{
  static const char *const queries[] = {
    "SELECT number, id, state, title, subtitle, sort, words, hex (terms) FROM document ORDER BY number",
    "SELECT hash, number FROM term ORDER BY hash, number",
    "SELECT kind, state, sort, number, initials, cells FROM listing ORDER BY kind, state, sort, number",
    "SELECT name, live, trashed FROM kind ORDER BY name",
    "SELECT rowid, 0 FROM search WHERE search MATCH '\"el\"*' ORDER BY rowid",
    "SELECT rowid, 0 FROM search WHERE search MATCH '\"69\"* AND \"elan\"*' ORDER BY rowid",
    "SELECT * FROM pragma_integrity_check",
  };
  g_autofree char *path = g_build_filename (folder, "dites32.sqlite", NULL);
  GString         *out = g_string_new (NULL);
  sqlite3         *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sqlite3_stmt *statement;

      g_assert_cmpint (sqlite3_prepare_v2 (handle, queries[i], -1, &statement, NULL), ==, SQLITE_OK);
      g_string_append_printf (out, "%s\n", queries[i]);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          for (int k = 0; k < sqlite3_column_count (statement); k++)
            g_string_append_printf (out, "%s|", (const char *) sqlite3_column_text (statement, k));
          g_string_append_c (out, '\n');
        }
      g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
    }
  sqlite3_close (handle);
  g_assert_true (g_str_has_suffix (out->str, "\nok|\n"));

  return g_string_free_and_steal (out);
}

static void
assert_same (const char *a,
             const char *b)
{
  g_auto (GStrv) left = g_strsplit (a, "\n", -1);
  g_auto (GStrv) right = g_strsplit (b, "\n", -1);

  for (guint i = 0; left[i] != NULL && right[i] != NULL; i++)
    g_assert_cmpstr (left[i], ==, right[i]);
  g_assert_cmpuint (g_strv_length (left), ==, g_strv_length (right));
}

/* One change set of many documents leaves the same as many of one. */
static void
test_same_as_small (void)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autofree char *large_folder = test_make_folder ();
  g_autofree char *small_folder = test_make_folder ();
  DitesStore      *large = test_open (large_folder);
  DitesStore      *small = test_open (small_folder);
  g_autofree char *large_dump = NULL, *small_dump = NULL;

  write_in_pieces (large, documents, documents->len);
  write_in_pieces (small, documents, 100);
  large_dump = dump_file (large_folder);
  small_dump = dump_file (small_folder);
  assert_same (large_dump, small_dump);

  test_close (large);
  test_close (small);
  test_remove_folder (large_folder);
  test_remove_folder (small_folder);
}

/* What was there before is changed, put into the trash, or stays; then it is undone and done again. */
static void
test_steps (void)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autofree char *folder = test_make_folder ();
  DitesStore      *store = test_open (folder);
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Much");
  g_autofree char *seen_before = NULL, *seen_undone = NULL;
  g_autofree char *before = NULL, *after = NULL, *redone = NULL;
  g_autofree char *undo_name = NULL, *redo_name = NULL;
  g_autoptr (GError) error = NULL;

  write_in_pieces (store, documents, 1000);
  before = dump_file (folder);
  seen_before = test_dump (store);

  /* From the last to the first: the order of the rows is another. */
  for (guint i = documents->len; i > 0; i--)
    {
      DitesDocument *document = documents->pdata[i - 1];
      g_autoptr (DitesDocument) changed = test_with (document, "name", "Cerf");
      g_autofree char *name = g_strdup_printf ("Daim %u", i);
      g_autoptr (DitesDocument) added = test_beast (10 * N_BEASTS + i, name, dites_document_get_id (document));

      if (i % 4 == 0)
        dites_change_set_trash (changes, document);
      else if (i % 4 == 1)
        dites_change_set_put (changes, document, changed);
      else if (i % 4 == 2)
        dites_change_set_put (changes, NULL, added);
    }
  test_write (store, changes, &error);
  g_assert_no_error (error);
  after = dump_file (folder);
  g_assert_cmpstr (after, !=, before);

  undo_name = test_undo (store, &error);
  g_assert_no_error (error);
  seen_undone = test_dump (store);
  assert_same (seen_undone, seen_before);
  redo_name = test_redo (store, &error);
  g_assert_no_error (error);
  redone = dump_file (folder);
  assert_same (redone, after);

  test_close (store);
  test_remove_folder (folder);
}

/* A title follows from one that follows from one that changes, in the same change set. */
static void
test_titles_of_titles (void)
{
  g_autofree char *folder = test_make_folder ();
  DitesStore      *store = test_open (folder);
  g_autoptr (DitesDocument) den = test_den (1, "Hollow");
  g_autoptr (DitesDocument) renamed = test_den (1, "Cave");
  g_autoptr (DitesDocument) beast = test_beast (1, "Loup", "test_den:1");
  g_autoptr (DitesDocument) guest = test_beast (2, "Puce", "test_beast:1");
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Both");
  g_autoptr (DitesReader) reader = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  test_put (store, "Den", NULL, den);
  test_put (store, "Beast", NULL, beast);
  dites_change_set_put (changes, NULL, guest);
  dites_change_set_put (changes, den, renamed);
  test_write (store, changes, &error);
  g_assert_no_error (error);

  reader = dites_store_new_reader (store, &error);
  title = dites_reader_title_of ("test_beast:2", reader);
  g_assert_cmpstr (title, ==, "Puce of Loup of Cave");

  g_clear_pointer (&reader, dites_reader_free);
  test_close (store);
  test_remove_folder (folder);
}

/* Nothing of a large change set that is stopped half-way is there. */
static void
test_stopped (void)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autofree char *folder = test_make_folder ();
  DitesStore      *store = test_open (folder);
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Stopped");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump_file (folder);
  g_autofree char *after = NULL;

  for (guint i = 0; i < documents->len; i++)
    dites_change_set_put (changes, NULL, documents->pdata[i]);
  dites_store_write_async (store, changes, cancellable, test_keep_result_cb, &result);
  g_usleep (10000);
  g_cancellable_cancel (cancellable);
  test_wait_for (result != NULL);
  if (!dites_store_write_finish (store, result, &error))
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      after = dump_file (folder);
      assert_same (after, before);
    }

  g_clear_object (&result);
  test_close (store);
  test_remove_folder (folder);
}

/* How long the main loop takes from one look at its sources to the next, but for the time
 * that other threads and programs have the processor: its own work, and what it waits for. */
typedef struct
{
  gint64  start;
  gint64  queued;
  gint64  longest;
  guint64 n;
} Laps;

static Laps laps;

static gint64
get_queued_time (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) figures = NULL;

  if (!g_file_get_contents ("/proc/thread-self/schedstat", &text, NULL, NULL))
    return 0;
  figures = g_strsplit (text, " ", 3);

  return figures[0] != NULL && figures[1] != NULL ? g_ascii_strtoll (figures[1], NULL, 10) / 1000 : 0;
}

static int
poll_and_measure (GPollFD *fds,
                  guint    n_fds,
                  int      timeout)
{
  gint64 lap = g_get_monotonic_time () - laps.start - (get_queued_time () - laps.queued);
  int    result;

  if (laps.n++ > 0)
    laps.longest = MAX (laps.longest, lap);
  result = g_poll (fds, n_fds, timeout);
  laps.queued = get_queued_time ();
  laps.start = g_get_monotonic_time ();

  return result;
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* While 20,000 documents are written and a list of them is on show, the main loop
 * never keeps a key that is pressed waiting for 50 ms. */
static void
test_main_loop (void)
{
  g_autofree char *folder = test_make_folder ();
  DitesStore      *store = test_open (folder);
  DitesQuery      *query = dites_query_new (store, "test_beast");
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Many");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint ticks;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Beast %u of many", i);
      g_autofree char *den = g_strdup_printf ("test_beast:%u", i / 2);
      g_autoptr (DitesDocument) beast = test_beast (i, name, den);

      dites_change_set_put (changes, NULL, beast);
    }

  ticks = g_timeout_add (1, tick_cb, NULL);
  g_main_context_set_poll_func (NULL, poll_and_measure);
  dites_store_write_async (store, changes, NULL, test_keep_result_cb, &result);
  g_clear_object (&changes);
  while (result == NULL || dites_query_is_loading (query) || g_list_model_get_n_items (G_LIST_MODEL (query)) < 20000)
    g_main_context_iteration (NULL, TRUE);
  g_main_context_set_poll_func (NULL, g_poll);
  g_source_remove (ticks);
  dites_store_write_finish (store, result, &error);
  g_assert_no_error (error);

  g_test_message ("Longest of %" G_GUINT64_FORMAT " laps: %.1f ms", laps.n, laps.longest / 1000.0);
  g_assert_cmpuint (laps.n, >, 50);
  g_assert_cmpint (laps.longest, <, 50000);

  g_clear_object (&result);
  g_assert_finalize_object (query);
  test_close (store);
  test_remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_register_kinds ();

  g_test_add_func ("/store-large/same-as-small", test_same_as_small);
  g_test_add_func ("/store-large/steps", test_steps);
  g_test_add_func ("/store-large/titles-of-titles", test_titles_of_titles);
  g_test_add_func ("/store-large/stopped", test_stopped);
  g_test_add_func ("/store-large/main-loop", test_main_loop);

  return g_test_run ();
}
