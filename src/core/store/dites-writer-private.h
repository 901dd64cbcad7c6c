/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-writer.h"

#include "dites-index.h"
#include "dites-writer-gathered.h"

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
 * @id: whose it is; held by who asked for the transaction, unless @owns_id
 * @is_new: whether there is no row yet
 * @stamp: whether who wrote it, and when, goes into it
 *
 * One document that a transaction writes. A large one has very many.
 */
typedef struct
{
  gint64         number;
  const char    *id;
  DitesDocument *document;
  DitesState     old_state : 8;
  DitesState     state : 8;
  guint          owns_id : 1;
  guint          is_new : 1;
  guint          stamp : 1;
  guint          retitled : 1;
} DitesWriterItem;

/**
 * DitesWriterTitles:
 * @items: (element-type DitesWriterItem): what the transaction makes of the documents
 * @by_id: id -> place in @items + 1
 * @database: (nullable): where the titles of the others are
 * @path: (nullable): the file, where @database is its own, opened when it needs one
 * @known: id -> title, as far as asked
 * @failure: (nullable): why a title could not be read: what follows from it does not count
 *
 * Knows what documents are called, in one thread.
 */
typedef struct
{
  GArray        *items;
  GHashTable    *by_id;
  DitesDatabase *database;
  char          *path;
  GHashTable    *known;
  GError        *failure;
  guint          depth;
} DitesWriterTitles;

/**
 * DitesWriterDerived:
 * @document: the document as it shall be stored
 * @entry: what follows from the document
 * @done: whether both are there
 *
 * What is written of a document.
 */
typedef struct
{
  DitesDocument  *document;
  DitesIndexEntry entry;
  gboolean        done;
} DitesWriterDerived;

typedef struct _DitesWriterAhead DitesWriterAhead;

struct _DitesWriter
{
  DitesDatabase *database;
  char          *desk_name;

  /* Of the transaction. */
  GArray              *items; /* of DitesWriterItem */
  GHashTable          *by_id; /* id -> index + 1 */
  DitesWriterTitles    titles;
  DitesWriterGathered *gathered; /* not in the file yet */
  GHashTable          *counts;   /* kind -> DitesWriterCount */
  GHashTable          *kinds;    /* name -> number */
  gint64               first_number;
  gint64               next_number;
  char                *now;
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
DitesDocument   *dites_writer_read_checked (DitesDatabase *database,
                                            sqlite3_stmt  *statement,
                                            int            column,
                                            GError       **error);
DitesDocument   *dites_writer_read (DitesDatabase *database,
                                    gint64         number,
                                    GError       **error);
gboolean         dites_writer_put (DitesWriter       *self,
                                   const DitesChange *change,
                                   GError           **error);
gboolean         dites_writer_merge (DitesWriter     *self,
                                     DitesWriterItem *item,
                                     DitesDocument   *base,
                                     DitesDocument   *document,
                                     DitesDocument   *current,
                                     GError         **error);
gboolean         dites_writer_set_conflict (DitesWriter   *self,
                                            DitesDocument *document,
                                            const char    *member,
                                            GError       **error);
DitesWriterItem *dites_writer_add_item (DitesWriter *self,
                                        const char  *id,
                                        gboolean     copy,
                                        GError     **error);
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
gboolean         dites_writer_write_counts (DitesWriter *self,
                                            GError     **error);
gboolean         dites_writer_write_derived (DitesWriter        *self,
                                             DitesWriterItem    *item,
                                             DitesWriterDerived *derived,
                                             GError            **error);
gboolean         dites_writer_derive (DitesWriterDerived    *derived,
                                      const DitesWriterItem *item,
                                      DitesWriterTitles     *titles,
                                      const char            *now,
                                      const char            *desk_name,
                                      GError               **error);
void             dites_writer_derived_clear (DitesWriterDerived *derived);
void             dites_writer_titles_init (DitesWriterTitles *titles,
                                           GArray            *items,
                                           GHashTable        *by_id);
void             dites_writer_titles_clear (DitesWriterTitles *titles);
char            *dites_writer_titles_of (const char *id,
                                         gpointer    user_data);
gboolean         dites_writer_titles_check (DitesWriterTitles *titles,
                                            GError           **error);
DitesDocument   *dites_writer_titles_read (DitesWriterTitles *titles,
                                           gint64             number,
                                           GError           **error);
void             dites_writer_titles_set (DitesWriterTitles *titles,
                                          const char        *id,
                                          const char        *title);
gboolean         dites_writer_retitle (DitesWriter *self,
                                       GError     **error);

DitesWriterAhead   *dites_writer_ahead_new (DitesWriter *self);
void                dites_writer_ahead_free (DitesWriterAhead *ahead);
DitesWriterDerived *dites_writer_ahead_get (DitesWriterAhead *ahead,
                                            guint             place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesWriterAhead, dites_writer_ahead_free)

G_END_DECLS
