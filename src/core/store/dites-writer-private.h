/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-writer.h"

#include "dites-index.h"

G_BEGIN_DECLS

/* What a change set of the history is. Those of the type CHANGE can be undone, latest first. */
enum
{
  DITES_WRITER_CHANGE = 0,
  DITES_WRITER_UNDO = 1,
  DITES_WRITER_REDO = 2,
};

/* Of a change set of the type CHANGE. */
enum
{
  DITES_WRITER_SET_DONE = 0,
  DITES_WRITER_SET_UNDONE = 1,
  DITES_WRITER_SET_UNDONE_FOR_GOOD = 2, /* something else was done since */
};

/* How far the title of a document may follow from the titles of others. */
#define DITES_WRITER_MAX_DEPTH 4

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

gboolean         dites_writer_begin (DitesWriter *self,
                                     GError     **error);
gboolean         dites_writer_end (DitesWriter *self,
                                   gboolean     good,
                                   GError     **error);
void             dites_writer_reset (DitesWriter *self);
DitesDocument   *dites_writer_read (DitesWriter *self,
                                    gint64       number,
                                    GError     **error);
gboolean         dites_writer_put (DitesWriter       *self,
                                   const DitesChange *change,
                                   GError           **error);
gboolean         dites_writer_merge (DitesWriter     *self,
                                     DitesWriterItem *item,
                                     DitesDocument   *base,
                                     DitesDocument   *document,
                                     DitesDocument   *current,
                                     GError         **error);
gboolean         dites_writer_is_same (DitesDocument *a,
                                       DitesDocument *b);
gboolean         dites_writer_set_conflict (DitesWriter   *self,
                                            DitesDocument *document,
                                            const char    *member,
                                            GError       **error);
DitesWriterItem *dites_writer_add_item (DitesWriter *self,
                                        const char  *id);
gboolean         dites_writer_write_items (DitesWriter  *self,
                                           int           type,
                                           gint64        of,
                                           const char   *name,
                                           GCancellable *cancellable,
                                           gint64       *sequence,
                                           GError      **error);
gboolean         dites_writer_write_item (DitesWriter     *self,
                                          DitesWriterItem *item,
                                          GError         **error);
void             dites_writer_add_count (DitesWriter *self,
                                         gint64       kind,
                                         DitesState   state,
                                         int          n);
gboolean         dites_writer_flush (DitesWriter *self,
                                     GError     **error);
gboolean         dites_writer_write_counts (DitesWriter *self,
                                            GError     **error);
char            *dites_writer_title_of (const char *id,
                                        gpointer    user_data);
gboolean         dites_writer_retitle (DitesWriter *self,
                                       GError     **error);

G_END_DECLS
