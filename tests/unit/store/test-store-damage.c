/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-store-common.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <sqlite3.h>
#include <string.h>

#include "dites-error.h"
#include "dites-store-reads.h"
#include "test-faulty-disk.h"

/* Files that somebody else has spoiled: a disk, a cut in a copy, a file that was left behind. Whatever it
 * is: nothing crashes, what a person is told is one sentence, and what can be read is all there. */

static char *
get_path (const char *folder,
          const char *end)
{
  g_autofree char *name = g_strconcat ("dites32.sqlite", end, NULL);

  return g_build_filename (folder, name, NULL);
}

static char *
read_file (const char *folder,
           const char *end,
           gsize      *length)
{
  g_autofree char *path = get_path (folder, end);
  char            *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));

  return bytes;
}

static void
write_file (const char *folder,
            const char *end,
            const char *bytes,
            gsize       length)
{
  g_autofree char *path = get_path (folder, end);

  g_assert_true (g_file_set_contents_full (path, bytes, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
exec (const char *folder,
      const char *sql)
{
  g_autofree char *path = get_path (folder, "");
  sqlite3         *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, DITES_ERROR);
  g_assert_cmpint (strlen (error->message), >, 10);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_false (g_str_has_suffix (error->message, "."));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static GBytes *
make_picture (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 64, 32);
  char *buffer;
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0x204060ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &length, "jpeg", NULL, NULL));

  return g_bytes_new_take (buffer, length);
}

/* A closed store with beasts, a history, a photo. Returns what names the photo. */
static char *
make_folder (char **folder)
{
  DitesStore *store;
  g_autoptr (DitesChangeSet) changes = test_make_changes ();
  g_autoptr (GBytes) picture = make_picture ();
  g_autoptr (DitesPhoto) photo = NULL;
  g_autoptr (DitesDocument) plain = test_beast (50, "Lynx", NULL);
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new_from (plain);
  g_autoptr (DitesDocument) shown = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  *folder = test_make_folder ();
  store = test_make_store (*folder);
  g_assert_true (test_write (store, changes, &error));
  photo = test_add_photo (store, picture, &error);
  g_assert_no_error (error);
  json = g_strdup_printf ("[{\"sha256\":\"%s\"}]", photo->sha256);
  dites_document_builder_set_json (builder, "photos", json, -1);
  shown = dites_document_builder_end (builder);
  test_put (store, "Lynx", NULL, shown);
  test_close (store);

  return g_strdup (photo->sha256);
}

static GError *
read_list (DitesStore *store,
           const char *search)
{
  g_autoptr (DitesQuery) query = dites_query_new (store, "test_beast");

  dites_query_set_search (query, search);
  dites_query_set_sort (query, "size", TRUE);
  test_wait_for (!dites_query_is_loading (query));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (query)); i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (query), i));

  return dites_query_get_error (query) != NULL ? g_error_copy (dites_query_get_error (query)) : NULL;
}

static void
take_error (GError *error)
{
  if (error == NULL)
    return;

  assert_sentence (error);
  g_error_free (error);
}

/* All that a window does with a store, whatever comes of it. */
static void
use (DitesStore *store)
{
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("More");
  g_autoptr (DitesDocument) beast = test_beast (60, "Otter", "test_den:1");
  g_autoptr (DitesDocument) old = test_beast (0, "Beast 0", "test_den:1");
  g_autoptr (DitesDocument) changed = test_with (old, "name", "Bear");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (DitesReader) reader = NULL;
  GError *error = NULL;

  take_error (read_list (store, NULL));
  take_error (read_list (store, "beas"));

  dites_store_check_async (store, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);
  problems = dites_store_check_finish (store, result, &error);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    g_assert_true (g_utf8_validate (((DitesProblem *) problems->pdata[i])->message, -1, NULL));
  take_error (g_steal_pointer (&error));
  g_clear_object (&result);

  dites_store_get_history_async (store, "test_beast:0", 0, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);
  history = dites_store_get_history_finish (store, result, &error);
  take_error (g_steal_pointer (&error));

  reader = dites_store_new_reader (store, &error);
  take_error (g_steal_pointer (&error));
  for (guint i = 0; reader != NULL && i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("test_beast:%u", i);
      g_autoptr (DitesDocument) document = dites_reader_get (reader, id, &error);

      /* What the damage has taken from the tables of keys can be missing; nothing else is wrong. */
      g_assert_true ((document != NULL) != (error != NULL));
      take_error (g_steal_pointer (&error));
    }
  g_clear_pointer (&reader, dites_reader_free);

  dites_change_set_put (changes, NULL, beast);
  dites_change_set_put (changes, old, changed);
  test_write (store, changes, &error);
  take_error (g_steal_pointer (&error));
  g_free (test_undo (store, &error));
  take_error (g_steal_pointer (&error));
  g_free (test_redo (store, &error));
  take_error (g_steal_pointer (&error));
}

/* A few bytes anywhere in the file, found by nobody before it is opened. */
static void
test_flipped (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *sha256 = make_folder (&folder);
  gsize            length;
  g_autofree char *good = read_file (folder, "", &length);
  guint            n_refused = 0;

  for (guint round = 0; round < 150; round++)
    {
      g_autofree char *bad = g_memdup2 (good, length);
      /* Each third time in what every page begins with, where it hurts most. */
      gsize page = g_test_rand_int_range (0, length / 8192) * 8192;
      g_autoptr (DitesStore) store = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 4; i++)
        bad[round % 3 == 0 ? page + g_test_rand_int_range (0, 100) : (gsize) g_test_rand_int_range (0, length)] = g_test_rand_int_range (0, 256);
      write_file (folder, "", bad, length);
      store = dites_store_open (folder, "desk", &error);
      if (store == NULL)
        {
          g_autofree char *left = NULL;
          gsize            n_left;

          assert_sentence (error);
          left = read_file (folder, "", &n_left);
          g_assert_cmpmem (left, n_left, bad, length);
          n_refused++;
        }
      else
        {
          use (store);
          test_close (g_steal_pointer (&store));
        }
    }
  g_test_message ("%u of 150 spoiled files are refused at once", n_refused);

  test_remove_folder (folder);
}

/* A copy that stopped, or a disk that lost the end: refused, and left as it is. */
static void
test_cut (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *sha256 = make_folder (&folder);
  gsize            length;
  g_autofree char *good = read_file (folder, "", &length);
  const gsize      lengths[] = { 2, 99, 100, 512, 8191, 8192, length / 2, length / 2 + 1, length - 8192, length - 4096, length - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *left = NULL;
      gsize            n_left;
      g_autoptr (GError) error = NULL;

      write_file (folder, "", good, lengths[i]);
      g_assert_null (dites_store_open (folder, "desk", &error));
      g_assert_error (error, DITES_ERROR, DITES_ERROR_DAMAGED);
      g_assert_cmpstr (error->message, ==, "The data file is damaged");
      left = read_file (folder, "", &n_left);
      g_assert_cmpmem (left, n_left, good, lengths[i]);
    }

  write_file (folder, "", good, length);
  test_close (test_open (folder));
  test_remove_folder (folder);
}

#define N_LOGGED 20

/* What lies on the disk when the current goes: the file, and twenty change sets in its log. */
static void
make_log (char **file,
          gsize *n_file,
          char **log,
          gsize *n_log)
{
  g_autofree char *folder = test_make_folder ();
  g_autofree char *path = get_path (folder, "");
  DitesStore      *store = test_make_store (folder);
  sqlite3         *other;

  /* Who reads an earlier state keeps the log from being moved into the file. */
  test_close (store);
  store = test_open (folder);
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN; SELECT count(*) FROM document", NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < N_LOGGED; i++)
    {
      g_autofree char *name = g_strdup_printf ("Logged %u", i);
      g_autoptr (DitesDocument) beast = test_beast (200 + i, name, "test_den:1");

      test_put (store, name, NULL, beast);
    }
  *file = read_file (folder, "", n_file);
  *log = read_file (folder, "-wal", n_log);
  sqlite3_close (other);
  test_close (store);
  test_remove_folder (folder);
}

/* Returns how many of the change sets are there: the first ones, each as a whole. */
static guint
count_logged (const char *folder)
{
  DitesStore *store = test_open (folder);
  g_autoptr (DitesReader) reader = dites_store_new_reader (store, NULL);
  guint n = 0;

  test_assert_whole (store);
  for (guint i = 0; i < N_LOGGED; i++)
    {
      g_autofree char *id = g_strdup_printf ("test_beast:%u", 200 + i);
      g_autoptr (DitesDocument) beast = dites_reader_get (reader, id, NULL);

      g_assert_true (beast == NULL || n == i);
      n += beast != NULL;
    }
  g_assert_cmpint (dites_reader_get_sequence (reader), ==, 1 + n);
  g_assert_cmpuint (dites_reader_count (reader, "test_beast", FALSE), ==, 12 + n);
  g_clear_pointer (&reader, dites_reader_free);
  test_close (store);

  return n;
}

static void
test_log (void)
{
  g_autofree char *file = NULL, *log = NULL;
  gsize            n_file, n_log;
  guint            last = 0;

  make_log (&file, &n_file, &log, &n_log);

  /* Cut at any place: what was whole by then. The whole of it: everything. */
  for (guint i = 0; i <= 12; i++)
    {
      g_autofree char *folder = test_make_folder ();
      guint            n;

      write_file (folder, "", file, n_file);
      write_file (folder, "-wal", log, n_log * i / 12);
      n = count_logged (folder);
      g_assert_cmpuint (n, >=, last);
      last = n;
      test_remove_folder (folder);
    }
  g_assert_cmpuint (last, ==, N_LOGGED);

  /* Spoiled at any place: what stands before it. */
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *folder = test_make_folder ();
      g_autofree char *bad = g_memdup2 (log, n_log);
      gsize            place = g_test_rand_int_range (0, n_log);

      bad[place] ^= 0x41;
      write_file (folder, "", file, n_file);
      write_file (folder, "-wal", bad, n_log);
      count_logged (folder);
      test_remove_folder (folder);
    }
}

/* A log whose file is gone or empty holds all that is left: it stays. */
static void
test_log_alone (void)
{
  g_autofree char *file = NULL, *log = NULL;
  gsize            n_file, n_log;

  make_log (&file, &n_file, &log, &n_log);
  for (gboolean empty = FALSE; empty <= TRUE; empty++)
    {
      g_autofree char *folder = test_make_folder ();
      g_autofree char *left = NULL;
      gsize            n_left;
      g_autoptr (GError) error = NULL;

      write_file (folder, "-wal", log, n_log);
      if (empty)
        write_file (folder, "", "", 0);
      g_assert_null (dites_store_open (folder, "desk", &error));
      g_assert_error (error, DITES_ERROR, DITES_ERROR_DAMAGED);
      left = read_file (folder, "-wal", &n_left);
      g_assert_cmpmem (left, n_left, log, n_log);

      /* Who finds the file again has everything. */
      write_file (folder, "", file, n_file);
      g_assert_cmpuint (count_logged (folder), ==, N_LOGGED);
      test_remove_folder (folder);
    }
}

static void
assert_problem (DitesStore *store,
                const char *message)
{
  g_autoptr (GPtrArray) problems = test_check (store);

  g_assert_cmpuint (problems->len, ==, message != NULL ? 1 : 0);
  if (message != NULL)
    g_assert_cmpstr (((DitesProblem *) problems->pdata[0])->message, ==, message);
}

static void
test_photo (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *sha256 = make_folder (&folder);
  g_autoptr (GBytes) picture = make_picture ();
  static const struct
  {
    const char *sql;
    int         code;
    const char *message;
    const char *problem;
  } faults[] = {
    { "UPDATE photo SET bytes = zeroblob (length)", DITES_ERROR_DAMAGED, "This photo is damaged", "A photo of “Lynx” is damaged" },
    { "UPDATE photo SET bytes = substr (bytes, 1, length / 2)", DITES_ERROR_DAMAGED, "This photo is damaged", "A photo of “Lynx” is damaged" },
    { "UPDATE photo SET bytes = x''", DITES_ERROR_DAMAGED, "This photo is damaged", "A photo of “Lynx” is damaged" },
    { "DELETE FROM photo", DITES_ERROR_NOT_FOUND, "This photo is missing", "A photo of “Lynx” is missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      DitesStore *store;
      g_autoptr (DitesReader) reader = NULL;
      g_autoptr (DitesPhoto) photo = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      exec (folder, faults[i].sql);
      store = test_open (folder);
      reader = dites_store_new_reader (store, NULL);
      g_assert_null (dites_reader_load_photo (reader, sha256, &error));
      g_assert_error (error, DITES_ERROR, faults[i].code);
      g_assert_cmpstr (error->message, ==, faults[i].message);
      g_clear_error (&error);
      assert_problem (store, faults[i].problem);

      /* The same picture once more, and it is whole. */
      photo = test_add_photo (store, picture, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (photo->sha256, ==, sha256);
      g_assert_true (dites_reader_refresh (reader, NULL));
      bytes = dites_reader_load_photo (reader, sha256, &error);
      g_assert_no_error (error);
      assert_problem (store, NULL);
      g_clear_pointer (&reader, dites_reader_free);
      test_close (store);
    }

  test_remove_folder (folder);
}

/* One document that cannot be read keeps nobody from the others, and gets no worse. */
static void
test_one_document (void)
{
  static const char *const bodies[] = {
    "''",
    "'{'",
    "'{\"_id\":\"test_beast:3\"'",
    "x'7b225f6964223a22746573745f62656173743a33222c226e616d65223a22ff227d'",
  };
  g_autofree char *folder = NULL;
  g_autofree char *sha256 = make_folder (&folder);

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE document SET body = CAST (%s AS TEXT) WHERE id = 'test_beast:3'", bodies[i]);
      g_autofree char *name = g_strdup_printf ("Stoat %u", i);
      g_autoptr (DitesDocument) old = test_beast (3, "Beast 3", "test_den:1");
      g_autoptr (DitesDocument) changed = test_with (old, "name", "Beaver");
      g_autoptr (DitesDocument) another = test_beast (70 + i, name, NULL);
      g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Change");
      g_autoptr (DitesReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      DitesStore *store;

      exec (folder, "UPDATE document SET state = 0 WHERE id = 'test_beast:3'");
      exec (folder, sql);
      store = test_open (folder);
      g_assert_null (read_list (store, NULL));
      reader = dites_store_new_reader (store, NULL);
      g_assert_null (dites_reader_get (reader, "test_beast:3", &error));
      g_assert_error (error, DITES_ERROR, DITES_ERROR_DAMAGED);
      g_clear_error (&error);
      g_clear_pointer (&reader, dites_reader_free);
      dites_change_set_put (changes, old, changed);
      g_assert_false (test_write (store, changes, &error));
      g_assert_error (error, DITES_ERROR, DITES_ERROR_DAMAGED);
      test_put (store, name, NULL, another);
      test_close (store);
    }

  test_remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_register_kinds ();
  test_faulty_install ();

  g_test_add_func ("/store-damage/flipped", test_flipped);
  g_test_add_func ("/store-damage/cut", test_cut);
  g_test_add_func ("/store-damage/log", test_log);
  g_test_add_func ("/store-damage/log-alone", test_log_alone);
  g_test_add_func ("/store-damage/photo", test_photo);
  g_test_add_func ("/store-damage/one-document", test_one_document);

  return g_test_run ();
}
