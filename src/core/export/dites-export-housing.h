/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "dites-document.h"
#include "dites-field.h"
#include "dites-pages.h"

G_BEGIN_DECLS

/* How many photos of a home are printed: the first ones. */
#define DITES_EXPORT_MOST_PHOTOS 6

/**
 * DitesExportSource:
 * @load_photo: (nullable): the bytes of the photo with this SHA-256, or %NULL with @error set
 * @title_of: (nullable): the title of the document with this id
 * @user_data: passed to all
 * @is_complete: (nullable): whether all was read that was asked for; else %FALSE with @error set
 *
 * Where an export gets what documents only name. All are called on the thread
 * of the export; nothing is written for good before the last says so.
 */
typedef struct
{
  GBytes *(*load_photo) (const char *sha256, gpointer user_data, GError **error);
  DitesTitleFunc title_of;
  gpointer       user_data;
  gboolean (*is_complete) (gpointer user_data, GError **error);
} DitesExportSource;

/**
 * DitesExportOptions:
 * @mission: (nullable): the document "mission:mission", whose contact is printed
 * @title: (nullable): what a catalogue is called, instead of the usual
 * @sites: (nullable) (element-type DitesDocument): the sites to give distances
 *   to; %NULL for the hospitals of the Gers
 * @available_on: the day the offers were chosen for, or %DITES_DAY_NONE
 * @date: the day on the cover, or %DITES_DAY_NONE for today
 * @created: (nullable): the time written into the file, ISO 8601 in UTC; %NULL for now, or SOURCE_DATE_EPOCH
 * @compact: whether photos are made smaller, for sending by mail
 */
typedef struct
{
  DitesDocument *mission;
  const char    *title;
  GPtrArray     *sites;
  DitesDay       available_on;
  DitesDay       date;
  const char    *created;
  gboolean       compact;
} DitesExportOptions;

/**
 * DitesExportProgress:
 * @done: how many offers are drawn
 * @total: how many there are
 */
typedef void (*DitesExportProgress) (guint    done,
                                     guint    total,
                                     gpointer user_data);

DitesPages *dites_export_draw_pages (DitesDocument            *housing,
                                     const DitesExportSource  *source,
                                     const DitesExportOptions *options);
char       *dites_export_file_name (const char *title,
                                    const char *commune);
gboolean    dites_export_housing (const char               *path,
                                  GPtrArray                *housings,
                                  const DitesExportSource  *source,
                                  const DitesExportOptions *options,
                                  DitesExportProgress       progress,
                                  gpointer                  progress_data,
                                  GCancellable             *cancellable,
                                  GError                  **error);

G_END_DECLS
