/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-pdf-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "dites-error.h"

/*
 * A file that appears under its name when it is complete, or not at all: until
 * then it is written beside it under a hidden one.
 */
struct _DitesPdfFile
{
  char *path;
  char *temporary_path; /* (nullable): renamed, or not there yet */
  FILE *file;
  int   write_errno;
};

static void
set_storage_error (DitesPdfFile *self,
                   int           saved_errno,
                   GError      **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  g_set_error (error, DITES_ERROR, DITES_ERROR_STORAGE,
               /* Translators: the name of a file, and the system's reason. */
               _ ("“%s” cannot be written: %s"), name, g_strerror (saved_errno));
}

static gboolean
open_temporary (DitesPdfFile *self,
                GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", name);
  g_autofree char *path = g_build_filename (folder, hidden, NULL);
  int              fd;

  if (g_file_test (self->path, G_FILE_TEST_IS_DIR))
    {
      set_storage_error (self, EISDIR, error);
      return FALSE;
    }

  fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      set_storage_error (self, errno, error);
      return FALSE;
    }
  self->temporary_path = g_steal_pointer (&path);
  self->file = fdopen (fd, "w+b");
  return TRUE;
}

/**
 * dites_pdf_file_new:
 * @path: where the file shall be
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set to
 *   %DITES_ERROR_STORAGE if its folder cannot be written to
 */
DitesPdfFile *
dites_pdf_file_new (const char *path,
                    GError    **error)
{
  DitesPdfFile *self = g_new0 (DitesPdfFile, 1);

  self->path = g_strdup (path);
  if (!open_temporary (self, error))
    g_clear_pointer (&self, dites_pdf_file_free);

  return self;
}

/**
 * dites_pdf_file_free:
 * @self: a file
 *
 * Frees @self. One that was not closed leaves nothing behind.
 */
void
dites_pdf_file_free (DitesPdfFile *self)
{
  g_clear_pointer (&self->file, fclose);
  if (self->temporary_path != NULL)
    g_unlink (self->temporary_path);
  g_free (self->temporary_path);
  g_free (self->path);
  g_free (self);
}

/**
 * dites_pdf_file_get_fd:
 * @self: a file
 *
 * Returns: its descriptor, which @self keeps
 */
int
dites_pdf_file_get_fd (DitesPdfFile *self)
{
  return fileno (self->file);
}

/**
 * dites_pdf_file_write:
 * @file: a #DitesPdfFile
 * @data: bytes
 * @length: how many
 *
 * Writes for cairo, and remembers why it could not.
 *
 * Returns: whether it worked, for cairo
 */
cairo_status_t
dites_pdf_file_write (void                *file,
                      const unsigned char *data,
                      unsigned int         length)
{
  DitesPdfFile *self = file;

  if (fwrite (data, 1, length, self->file) == length)
    return CAIRO_STATUS_SUCCESS;
  if (self->write_errno == 0)
    self->write_errno = errno != 0 ? errno : EIO;
  return CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
is_good (DitesPdfFile *self,
         GError      **error)
{
  if (self->write_errno != 0)
    set_storage_error (self, self->write_errno, error);

  return self->write_errno == 0;
}

/**
 * dites_pdf_file_flush:
 * @self: a file
 * @error: return location for an error
 *
 * Returns: whether all that was written is in the file
 */
gboolean
dites_pdf_file_flush (DitesPdfFile *self,
                      GError      **error)
{
  if (self->write_errno == 0 && fflush (self->file) != 0)
    self->write_errno = errno;

  return is_good (self, error);
}

/**
 * dites_pdf_file_close:
 * @self: a file
 * @error: return location for an error
 *
 * Gives the file its name. On an error, what was there under this name is
 * still there.
 *
 * Returns: whether it worked
 */
gboolean
dites_pdf_file_close (DitesPdfFile *self,
                      GError      **error)
{
  FILE *file = g_steal_pointer (&self->file);

  if (fsync (fileno (file)) != 0 && errno != EINVAL && errno != ENOTSUP)
    self->write_errno = errno;
  if (fclose (file) != 0 && self->write_errno == 0)
    self->write_errno = errno;
  if (self->write_errno == 0 && g_rename (self->temporary_path, self->path) != 0)
    self->write_errno = errno;
  if (self->write_errno == 0)
    g_clear_pointer (&self->temporary_path, g_free);

  return is_good (self, error);
}
