/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-reader-private.h"
#include "dites-store.h"
#include "dites-store-changes.h"
#include "dites-writer.h"

G_BEGIN_DECLS

/**
 * DitesStore:
 *
 * Where documents live: one file, which several processes may share.
 *
 * Reading and writing are two sides. What is stored is read by a #DitesReader
 * or seen through a #DitesQuery; writing is a request, done by one thread in
 * the order of the requests. “changed” and “history-changed” tell of every
 * change, whoever made it, before the request that made it is answered.
 *
 * A store belongs to the thread and main context that opened it. Its threads
 * never hold a reference on it; the last unref waits until all is written.
 */
struct _DitesStore
{
  GObject parent_instance;

  char         *path;
  int           lock;   /* shared with the other processes that have the file open */
  DitesWriter  *writer; /* of the writing thread */
  DitesReader  *reader; /* of the reading thread */
  GThreadPool  *writing;
  GThreadPool  *reading;
  GFileMonitor *monitor;
  guint         look_id;
  gboolean      looking;
  int           stop; /* (atomic): the rebuilding gives up */

  gint64 sequence; /* the latest change set that was told */
  char  *undo_name;
  char  *redo_name;
};

/* What the reading thread does with a task: it returns the task, one way or the other. */
typedef void (*DitesStoreReadFunc) (DitesReader *reader,
                                    GTask       *task);

void dites_store_push_read (DitesStore        *self,
                            DitesStoreReadFunc func,
                            GTask             *task);
void dites_store_tell (DitesStore        *self,
                       DitesStoreChanges *changes);
void dites_store_tell_all (DitesStore *self);

GWeakRef *dites_store_weak_ref_new (gpointer object);
void      dites_store_weak_ref_free (GWeakRef *weak);

G_END_DECLS
