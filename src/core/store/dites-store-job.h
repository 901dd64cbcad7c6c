/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-store-private.h"

G_BEGIN_DECLS

typedef enum
{
  DITES_STORE_JOB_WRITE,
  DITES_STORE_JOB_UNDO,
  DITES_STORE_JOB_REDO,
  DITES_STORE_JOB_REVERT,
  DITES_STORE_JOB_REBUILD,
  DITES_STORE_JOB_PHOTO,
} DitesStoreJobType;

/* What the writing thread is asked to do, and its answer. */
typedef struct
{
  DitesStoreJobType  type;
  DitesChangeSet    *changes;
  GBytes            *bytes;
  DitesPhoto        *photo;
  gint64             sequence; /* DITES_STORE_JOB_REVERT */
  gint64             since;
  int               *stop;
  char              *name;
  gboolean           rebuilt;
  DitesStoreChanges *result;
} DitesStoreJob;

DitesStoreJob *dites_store_job_new (DitesStoreJobType type);
void           dites_store_job_free (gpointer data);
void           dites_store_job_push (DitesStore *self, DitesStoreJob *job, GTask *answer);
void           dites_store_job_run (gpointer data, gpointer user_data);
void           dites_store_start_rebuilding (DitesStore *self);

G_END_DECLS
