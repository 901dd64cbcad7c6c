/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-query.h"
#include "dites-query-order.h"

G_BEGIN_DECLS

/**
 * DitesQuery:
 *
 * A kind of documents, searched, narrowed and sorted, as a list of #DitesRow.
 *
 * It holds the number and the section of each document, eight bytes, and the rows
 * around those that were asked for; all else stays in the file. What it asks for is read by
 * the store's reading thread: until the answer is there it shows what it
 * showed before, and a row that is asked for early is empty and fills itself.
 * It follows every change, whoever made it: what moves is told by items-changed,
 * and a row that stays says itself what it shows now. Rows that follow each other
 * in one section make a run, whose label heads it. Main thread only.
 */
struct _DitesQuery
{
  GObject parent_instance;

  DitesStore      *store;
  DitesQuerySpec  *spec;
  DitesQueryCache *cache;

  GArray     *order;    /* of guint32; 0: not known yet */
  GArray     *sections; /* of guint32: for each of the order, its place in the labels */
  GPtrArray  *labels;   /* of char *: only ever more */
  GHashTable *label_places;
  guint       section_start; /* the section that was looked for last */
  guint       section_end;
  GHashTable *rows;   /* number -> DitesRow that lives, not held */
  GQueue      kept;   /* of DitesRow, held, the latest last */
  GHashTable *early;  /* place + 1 -> DitesRow, held: its number is not known yet */
  GArray     *wanted; /* of guint32: to fetch */
  guint       fetch_id;
  gboolean    anew;    /* another list is asked for than the one that is shown */
  gboolean    telling; /* what changed: a view may ask for each row in turn, to find one again */
  gboolean    loading;
  GError     *error; /* (nullable): why the list could not be read, the last time */
};

void  dites_query_ask (DitesQuery *self);
void  dites_query_want (DitesQuery *self,
                        guint32     number);
void  dites_query_fetch_around (DitesQuery *self,
                                guint       place);
guint dites_query_find_place (DitesQuery *self,
                              guint32     number);

G_END_DECLS
