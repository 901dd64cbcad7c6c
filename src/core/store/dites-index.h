/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"

G_BEGIN_DECLS

/* Between the cells of a document, and between the parts of one. */
#define DITES_CELL_END  '\x1e'
#define DITES_CELL_PART '\x1f'

/**
 * DitesIndexEntry:
 * @initials: a bit for each letter or digit that a word begins with
 * @cells: for each field that lists are narrowed or sorted by: its place in the
 *   table, what it is sorted by, and its values
 * @terms: (element-type gint64): sorted, each once
 *
 * Private to the store: what follows from a document, for its row.
 */
typedef struct
{
  char   *title;
  char   *subtitle;
  char   *sort;
  char   *words;
  char   *cells;
  GArray *terms;
  guint64 initials;
} DitesIndexEntry;

void     dites_index_entry_init (DitesIndexEntry *entry,
                                 DitesDocument   *document,
                                 DitesTitleFunc   title_of,
                                 gpointer         user_data);
void     dites_index_entry_clear (DitesIndexEntry *entry);
char    *dites_index_title (DitesDocument *document,
                            DitesTitleFunc title_of,
                            gpointer       user_data);
guint64  dites_index_initial (char c);
char    *dites_index_signature (void);
void     dites_index_references (const DitesField *fields,
                                 DitesDocument    *document,
                                 GFunc             func,
                                 gpointer          user_data);
gboolean dites_index_refers (DitesDocument *document,
                             const char    *field,
                             const char    *id);

G_END_DECLS
