/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-store.h"

G_BEGIN_DECLS

/**
 * DitesLoadRefusal:
 * @position: which document of the text it was, from 1
 * @message: why it was refused, translated
 */
typedef struct
{
  guint position;
  char *message;
} DitesLoadRefusal;

void dites_load_refusal_free (DitesLoadRefusal *refusal);

void       dites_load_async (DitesStore         *store,
                             const char         *kind,
                             GBytes             *text,
                             const char         *photo_directory,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data);
GPtrArray *dites_load_finish (DitesStore   *store,
                              GAsyncResult *result,
                              GPtrArray   **refusals,
                              GError      **error);

G_END_DECLS
