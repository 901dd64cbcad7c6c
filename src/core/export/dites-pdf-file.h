/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _DitesPdfFile DitesPdfFile;

DitesPdfFile  *dites_pdf_file_new (const char *path,
                                   GError    **error);
void           dites_pdf_file_free (DitesPdfFile *self);
int            dites_pdf_file_get_fd (DitesPdfFile *self);
cairo_status_t dites_pdf_file_write (void                *file,
                                     const unsigned char *data,
                                     unsigned int         length);
gboolean       dites_pdf_file_flush (DitesPdfFile *self,
                                     GError      **error);
gboolean       dites_pdf_file_close (DitesPdfFile *self,
                                     GError      **error);

G_END_DECLS
