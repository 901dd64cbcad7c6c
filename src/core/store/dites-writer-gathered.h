/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-database.h"

G_BEGIN_DECLS

/* Private to the store: the rows of the two narrow tables that a transaction has yet to write. */
typedef struct _DitesWriterGathered DitesWriterGathered;

DitesWriterGathered *dites_writer_gathered_new (DitesDatabase *database);
void                 dites_writer_gathered_free (DitesWriterGathered *self);
void                 dites_writer_gathered_clear (DitesWriterGathered *self);
void                 dites_writer_gathered_add_term (DitesWriterGathered *self,
                                                     gint64               hash,
                                                     gint64               number);
void                 dites_writer_gathered_add_listing (DitesWriterGathered *self,
                                                        gint64               kind,
                                                        DitesState           state,
                                                        const char          *sort,
                                                        gint64               number,
                                                        guint64              initials,
                                                        const char          *cells);
gboolean             dites_writer_gathered_is_large (DitesWriterGathered *self);
gboolean             dites_writer_gathered_flush (DitesWriterGathered *self,
                                                  GError             **error);

G_END_DECLS
