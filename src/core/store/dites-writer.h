/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "dites-change-set.h"
#include "dites-database.h"

G_BEGIN_DECLS

/* Private to the store: what writes. It belongs to the writer's thread. */
typedef struct _DitesWriter DitesWriter;

DitesWriter   *dites_writer_new (DitesDatabase *database,
                                 const char    *desk_name);
void           dites_writer_free (DitesWriter *self);
gboolean       dites_writer_apply (DitesWriter    *self,
                                   DitesChangeSet *changes,
                                   GCancellable   *cancellable,
                                   GError        **error);
char          *dites_writer_undo (DitesWriter *self,
                                  GError     **error);
char          *dites_writer_redo (DitesWriter *self,
                                  GError     **error);
char          *dites_writer_revert (DitesWriter *self,
                                    gint64       sequence,
                                    GError     **error);
void           dites_writer_tidy (DitesWriter *self);
DitesDatabase *dites_writer_get_database (DitesWriter *self);
gboolean       dites_writer_rebuild (DitesWriter *self,
                                     int         *stop,
                                     gboolean    *rebuilt,
                                     GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesWriter, dites_writer_free)

G_END_DECLS
