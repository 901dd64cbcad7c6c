/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dites-error.h"
#include "dites-list-load.h"

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("list-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "liste.csv", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_chmod (fixture->path, 0600);
  g_unlink (fixture->path);
  g_rmdir (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static void
test_file (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "NOM\0;", 5, NULL));
  bytes = dites_list_load (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "NOM\0;", 5);
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  bytes = dites_list_load (fixture->file, NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
}

static void
check_failure (Fixture    *fixture,
               DitesError  code,
               const char *words)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  bytes = dites_list_load (fixture->file, NULL, &error);
  g_assert_null (bytes);
  g_assert_error (error, DITES_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  check_failure (fixture, DITES_ERROR_NOT_FOUND, "not there");
}

static void
test_folder (Fixture      *fixture,
             gconstpointer data)
{
  g_mkdir (fixture->path, 0700);
  check_failure (fixture, DITES_ERROR_NOT_A_LIST, "folder");
}

static void
test_unreadable (Fixture      *fixture,
                 gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("Nothing is unreadable for root");
      return;
    }

  g_assert_true (g_file_set_contents (fixture->path, "NOM", 3, NULL));
  g_chmod (fixture->path, 0);
  check_failure (fixture, DITES_ERROR_STORAGE, "permission");
}

/* 300 MB that take no room: read up to the limit and no further. */
static void
test_too_large (Fixture      *fixture,
                gconstpointer data)
{
  int           fd = g_creat (fixture->path, 0600);
  struct rusage usage;

  g_assert_cmpint (ftruncate (fd, 300 * 1024 * 1024), ==, 0);
  g_close (fd, NULL);
  check_failure (fixture, DITES_ERROR_NOT_A_LIST, "larger than 64 MB");

  getrusage (RUSAGE_SELF, &usage);
  g_assert_cmpint (usage.ru_maxrss, <, 260 * 1024);
}

static void
test_limit (Fixture      *fixture,
            gconstpointer data)
{
  int fd = g_creat (fixture->path, 0600);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpint (ftruncate (fd, DITES_LIST_MAX_SIZE), ==, 0);
  g_close (fd, NULL);
  bytes = dites_list_load (fixture->file, NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, DITES_LIST_MAX_SIZE);
}

/* Writes into a pipe in pieces of any size, with pauses. */
static gpointer
write_in_pieces (gpointer data)
{
  const char *path = data;
  int         fd = g_open (path, O_WRONLY, 0);
  guint       next = 0;

  for (guint size = 1; next < 100000; size = size * 5 % 7919 + 1)
    {
      g_autofree char *piece = g_malloc (size);
      guint            n = MIN (size, 100000 - next);

      for (guint i = 0; i < n; i++)
        piece[i] = 'a' + (next + i) % 23;
      g_assert_cmpint (write (fd, piece, n), ==, n);
      next += n;
      if (size % 3 == 0)
        g_usleep (200);
    }
  g_close (fd, NULL);

  return NULL;
}

/* However the bytes arrive, they are the same. */
static void
test_pipe (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GThread    *writer = NULL;
  const char *found = NULL;
  gsize       length = 0;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  writer = g_thread_new ("writer", write_in_pieces, fixture->path);
  bytes = dites_list_load (fixture->file, NULL, &error);
  g_thread_join (writer);

  g_assert_no_error (error);
  found = g_bytes_get_data (bytes, &length);
  g_assert_cmpuint (length, ==, 100000);
  for (guint i = 0; i < length; i++)
    g_assert_cmpint (found[i], ==, 'a' + i % 23);
}

static gpointer
cancel_later (gpointer data)
{
  g_usleep (50 * 1000);
  g_cancellable_cancel (data);

  return NULL;
}

/* A pipe that nobody writes to does not hold anybody up. */
static void
test_cancelled_pipe (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GThread *canceller = NULL;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  canceller = g_thread_new ("canceller", cancel_later, cancellable);
  bytes = dites_list_load (fixture->file, cancellable, &error);
  g_thread_join (canceller);

  g_assert_null (bytes);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_endless (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  g_assert_null (dites_list_load (file, NULL, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_NOT_A_LIST);
}

static void
test_stream (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("NOM;PRENOM", 10, NULL);
  g_autoptr (GBytes) bytes = dites_list_load_stream (stream, NULL, NULL);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "NOM;PRENOM", 10);
}

#define add(NAME, FUNC) g_test_add ("/list-load/" NAME, Fixture, NULL, set_up, FUNC, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("file", test_file);
  add ("empty", test_empty);
  add ("missing", test_missing);
  add ("folder", test_folder);
  add ("unreadable", test_unreadable);
  add ("too-large", test_too_large);
  add ("limit", test_limit);
  add ("pipe", test_pipe);
  add ("cancelled-pipe", test_cancelled_pipe);
  g_test_add_func ("/list-load/endless", test_endless);
  g_test_add_func ("/list-load/stream", test_stream);

  return g_test_run ();
}
