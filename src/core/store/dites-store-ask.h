/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-reader.h"
#include "dites-store.h"

G_BEGIN_DECLS

/* Private to the store: what the reading thread does, and how its result is freed. */
typedef struct
{
  gpointer (*run) (DitesReader *reader, gpointer input, GError **error);
  gpointer       input;
  GDestroyNotify input_free;  /* (nullable) */
  GDestroyNotify result_free; /* (nullable) */
} DitesReading;

void     dites_store_read (DitesStore         *self,
                           const DitesReading *reading,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data);
void     dites_store_read_cb (GObject      *object,
                              GAsyncResult *result,
                              gpointer      user_data);
void     dites_store_ask (GTask              *answer,
                          const DitesReading *reading);
gpointer dites_store_answer (DitesStore   *self,
                             GAsyncResult *result,
                             gpointer      tag,
                             GError      **error);

G_END_DECLS
