/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-export-housing.h"
#include "dites-store.h"

G_BEGIN_DECLS

/**
 * DitesOfferExport:
 * @path: where the PDF goes
 * @ids: (nullable): the homes; %NULL for all that are published
 * @available_on: only what is free on this day, or %DITES_DAY_NONE
 * @compact: whether photos are made smaller, for sending by mail
 * @title: (nullable): what a catalogue is called, instead of the usual
 * @language: (nullable): see dites_language_begin(); the interface's if the machine lacks it
 *
 * What to export.
 */
typedef struct
{
  const char        *path;
  const char *const *ids;
  DitesDay           available_on;
  gboolean           compact;
  const char        *title;
  const char        *language;
} DitesOfferExport;

void     dites_export_offers_async (DitesStore             *store,
                                    const DitesOfferExport *what,
                                    DitesExportProgress     progress,
                                    gpointer                progress_data,
                                    GCancellable           *cancellable,
                                    GAsyncReadyCallback     callback,
                                    gpointer                user_data);
gboolean dites_export_offers_finish (DitesStore   *store,
                                     GAsyncResult *result,
                                     guint        *n_exported,
                                     GPtrArray   **refusals,
                                     GError      **error);
void     dites_export_count_async (DitesStore             *store,
                                   const DitesOfferExport *what,
                                   GCancellable           *cancellable,
                                   GAsyncReadyCallback     callback,
                                   gpointer                user_data);
gboolean dites_export_count_finish (DitesStore   *store,
                                    GAsyncResult *result,
                                    guint        *n_homes,
                                    GPtrArray   **refusals,
                                    GError      **error);

G_END_DECLS
