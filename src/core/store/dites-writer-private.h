/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-writer.h"

#include "dites-index.h"

G_BEGIN_DECLS

/**
 * DitesWriterItem:
 * @number: its row
 * @document: what it shall be; %NULL: its text stays
 * @id: whose it is
 * @is_new: whether there is no row yet
 * @stamp: whether who wrote it, and when, goes into it
 *
 * One document that a transaction writes.
 */
typedef struct
{
  gint64         number;
  char          *id;
  DitesDocument *document;
  DitesState     old_state;
  DitesState     state;
  gboolean       is_new;
  gboolean       stamp;
  gboolean       retitled;
} DitesWriterItem;

typedef struct
{
  gint64 hash;
  gint64 number;
} DitesWriterTerm;

typedef struct
{
  gint64  kind;
  int     state;
  char   *sort;
  gint64  number;
  guint64 initials;
  char   *cells;
} DitesWriterListing;

struct _DitesWriter
{
  DitesDatabase *database;
  char          *desk_name;

  /* Of the transaction. */
  GArray     *items;    /* of DitesWriterItem */
  GHashTable *by_id;    /* id -> index + 1 */
  GHashTable *titles;   /* id -> title, as far as asked */
  GArray     *terms;    /* of DitesWriterTerm: not in the file yet */
  GArray     *listings; /* of DitesWriterListing: likewise */
  GHashTable *counts;   /* kind -> DitesWriterCount */
  GHashTable *kinds;    /* name -> number */
  gint64      first_number;
  gint64      next_number;
  char       *now;
  guint       depth;
};

typedef struct
{
  gint64 live;
  gint64 trashed;
} DitesWriterCount;

DitesDocument *dites_writer_read (DitesWriter *self,
                                  gint64       number,
                                  GError     **error);
gboolean       dites_writer_write_item (DitesWriter     *self,
                                        DitesWriterItem *item,
                                        GError         **error);
gboolean       dites_writer_flush (DitesWriter *self,
                                   GError     **error);
gboolean       dites_writer_write_counts (DitesWriter *self,
                                          GError     **error);
gboolean       dites_writer_retitle (DitesWriter *self,
                                     GError     **error);
void           dites_writer_reset (DitesWriter *self);

G_END_DECLS
