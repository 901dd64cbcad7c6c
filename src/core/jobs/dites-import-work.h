/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-import.h"

G_BEGIN_DECLS

/**
 * DitesImportWork:
 * @progress: (nullable): told how far it is, on @context
 * @file: (nullable): the list, or
 * @bytes: (nullable): the list
 * @held: (nullable): kind -> how many documents of it @reader sees, as far as asked
 * @name: what it is called
 * @directory: the folder of the store
 * @kind: (nullable): found by the headers
 * @semester: (nullable): found in the list
 * @encoding: (nullable): found by the bytes
 * @keep: whether @mapping is what a person made of it
 * @forget: whether what was decided on lists with this header is forgotten first
 * @table: (nullable): made if it is not given
 * @mapping: (nullable): made if it is not given
 * @plan: (nullable): what is made
 * @sequence: the store's, when the plan was made
 * @fingerprint: of the bytes; that of the table, if it was given
 * @titles: (nullable) (element-type utf8 utf8): of what documents of the list refer to, by id
 * @warning: (nullable): what went wrong besides
 *
 * What a thread makes a plan of, and what it made. Private to #DitesImport.
 */
typedef struct
{
  DitesImportProgress progress;
  gpointer            progress_data;
  GMainContext       *context;
  DitesReader        *reader;
  GHashTable         *held;
  GFile              *file;
  GBytes             *bytes;
  char               *name;
  char               *directory;
  const DitesKind    *kind;
  char               *semester;
  char               *encoding;
  gboolean            repair;
  gboolean            keep;
  gboolean            forget;
  DitesListTable     *table;
  DitesListMapping   *mapping;
  DitesPlan          *plan;
  gint64              sequence;
  guint64             fingerprint;
  GHashTable         *titles;
  GError             *warning;
} DitesImportWork;

void dites_import_work_free (DitesImportWork *work);
void dites_import_work_run (GTask        *task,
                            gpointer      source,
                            gpointer      work,
                            GCancellable *cancellable);

G_END_DECLS
