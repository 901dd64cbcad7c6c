/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-store.h"

G_BEGIN_DECLS

/**
 * DitesDueReason:
 * @DITES_DUE_ARRIVAL: an intern arrives
 * @DITES_DUE_DEPARTURE: an intern leaves
 * @DITES_DUE_OFFER: the owner of a published home said long ago that it is still to let
 *
 * Why a document wants to be looked at on a day.
 */
typedef enum
{
  DITES_DUE_ARRIVAL,
  DITES_DUE_DEPARTURE,
  DITES_DUE_OFFER,
} DitesDueReason;

#define DITES_N_DUE_REASONS (DITES_DUE_OFFER + 1)

/**
 * DitesDue:
 * @reason: why it is due
 * @id: the document
 * @name: who or what it is about: the intern, the home
 * @about: the rest of it: where, in which semester; may be empty
 */
typedef struct
{
  DitesDueReason reason;
  char          *id;
  char          *name;
  char          *about;
} DitesDue;

void     dites_due_free (DitesDue *due);
gboolean dites_due_is (DitesDocument *document,
                       DitesDueReason reason,
                       DitesDay       day);
char    *dites_due_count_text (DitesDueReason reason,
                               guint          n);
char    *dites_due_text (GPtrArray *due);

void       dites_due_find_async (DitesStore         *store,
                                 DitesDay            day,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
GPtrArray *dites_due_find_finish (DitesStore   *store,
                                  GAsyncResult *result,
                                  GError      **error);

G_END_DECLS
