/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gio/gio.h>

#include "fuzz.h"

/* Gives a fuzz target each file of the folders named on the command line, and
 * each with an end, a beginning or a middle missing: what was found once stays
 * found, with any compiler. */

static void
run (const guint8 *data,
     gsize         size)
{
  /* A copy of its own size, so that a sanitizer sees what is read beyond it. */
  g_autofree guint8 *copy = g_memdup2 (data, size);

  LLVMFuzzerTestOneInput (copy, size);
}

static void
test_file (gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_file_get_contents (data, &contents, &length, &error);
  g_assert_no_error (error);

  run ((const guint8 *) contents, length);
  for (guint i = 1; i < 8; i++)
    {
      run ((const guint8 *) contents, length * i / 8);
      run ((const guint8 *) contents + length * i / 8, length - length * i / 8);
    }
}

static void
add_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/fuzz/", name, NULL);

      g_test_add_data_func_full (test, g_build_filename (path, name, NULL), test_file, g_free);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (int i = 1; i < argc; i++)
    add_folder (argv[i]);

  return g_test_run ();
}
