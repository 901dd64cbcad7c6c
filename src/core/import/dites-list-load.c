/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-load.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dites-error.h"

#define CHUNK (256 * 1024)

static void
set_too_large (GError **error)
{
  g_set_error (error,
               DITES_ERROR,
               DITES_ERROR_NOT_A_LIST,
               /* Translators: %d is a number of megabytes. */
               _("The file is larger than %d MB, which is too much for a list"),
               DITES_LIST_MAX_SIZE / (1024 * 1024));
}

/* Says in the person's words what open and read say in theirs. */
static void
translate_error (GError **error,
                 GError  *reason)
{
  g_autoptr (GError) cause = reason;
  const char *message = NULL;
  int         code = DITES_ERROR_STORAGE;

  if (cause->domain != G_IO_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return;
    }

  switch (cause->code)
    {
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      code = DITES_ERROR_NOT_FOUND;
      message = _("The file is not there, or not any more");
      break;
    case G_IO_ERROR_PERMISSION_DENIED:
      message = _("The file may not be read: ask its owner for the permission");
      break;
    case G_IO_ERROR_IS_DIRECTORY:
      code = DITES_ERROR_NOT_A_LIST;
      message = _("This is a folder: choose a list inside it");
      break;
    case G_IO_ERROR_CANCELLED:
      g_propagate_error (error, g_steal_pointer (&cause));
      return;
    default:
      g_debug ("Reading a list failed: %s", cause->message);
      message = _("The file could not be read to its end");
    }

  g_set_error_literal (error, DITES_ERROR, code, message);
}

/**
 * dites_list_load_stream:
 * @stream: where the bytes come from
 * @cancellable: (nullable): stops the reading
 * @error: where to say what went wrong
 *
 * Reads a list to its end, from any thread; blocks. Stops at
 * %DITES_LIST_MAX_SIZE, so that no more than that is ever held. Fails with
 * %DITES_ERROR_NOT_A_LIST when there is more, with %DITES_ERROR_STORAGE when
 * the reading breaks off.
 *
 * Returns: (transfer full): the bytes, possibly none
 */
GBytes *
dites_list_load_stream (GInputStream *stream,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  gssize n_read = 0;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  bytes = g_byte_array_new ();

  do
    {
      GError *reason = NULL;
      guint   length = bytes->len;

      g_byte_array_set_size (bytes, length + CHUNK);
      n_read = g_input_stream_read (stream, bytes->data + length, CHUNK, cancellable, &reason);
      if (n_read < 0)
        {
          translate_error (error, reason);
          return NULL;
        }

      g_byte_array_set_size (bytes, length + n_read);
      if (bytes->len > DITES_LIST_MAX_SIZE)
        {
          set_too_large (error);
          return NULL;
        }
    }
  while (n_read > 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Opens a local file so that neither the opening nor the reading of a pipe
 * blocks beyond the cancellable. */
static GInputStream *
open_local (const char *path,
            GError    **error)
{
  struct stat status;
  int         fd = -1;

  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0 || fstat (fd, &status) < 0)
    {
      int saved_errno = errno;

      if (fd >= 0)
        close (fd);
      g_set_error_literal (error,
                           G_IO_ERROR,
                           g_io_error_from_errno (saved_errno),
                           g_strerror (saved_errno));
      return NULL;
    }

  if (S_ISDIR (status.st_mode))
    {
      close (fd);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, g_strerror (EISDIR));
      return NULL;
    }

  return g_unix_input_stream_new (fd, TRUE);
}

/**
 * dites_list_load:
 * @file: a file, a pipe, or what else can be read
 * @cancellable: (nullable): stops the reading, also of a pipe that nobody writes to
 * @error: where to say what went wrong
 *
 * Reads a list from a file, from any thread; blocks. See dites_list_load_stream();
 * fails with %DITES_ERROR_NOT_FOUND when there is no such file as well.
 *
 * Returns: (transfer full): the bytes, possibly none
 */
GBytes *
dites_list_load (GFile        *file,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autoptr (GInputStream) stream = NULL;
  GError     *reason = NULL;
  const char *path = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_peek_path (file);
  if (path != NULL)
    stream = open_local (path, &reason);
  else
    stream = G_INPUT_STREAM (g_file_read (file, cancellable, &reason));

  if (stream == NULL)
    {
      translate_error (error, reason);
      return NULL;
    }

  return dites_list_load_stream (stream, cancellable, error);
}
