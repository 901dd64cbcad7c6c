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
 * It holds the number of each document, four bytes, and the rows around those
 * that were asked for; all else stays in the file. What it asks for is read by
 * the store's reading thread: until the answer is there it shows what it
 * showed before, and a row that is asked for early is empty and fills itself.
 * It follows every change, whoever made it. Main thread only.
 */
struct _DitesQuery
{
  GObject parent_instance;

  DitesStore      *store;
  DitesQuerySpec  *spec;
  DitesQueryCache *cache;

  GArray     *order;  /* of guint32; 0: not known yet */
  GHashTable *rows;   /* number -> DitesRow that lives, not held */
  GQueue      kept;   /* of DitesRow, held, the latest last */
  GHashTable *early;  /* place + 1 -> DitesRow, held: its number is not known yet */
  GArray     *wanted; /* of guint32: to fetch */
  guint       fetch_id;
  gboolean    loading;
};

void dites_query_ask (DitesQuery *self);
void dites_query_want (DitesQuery *self,
                       guint32     number);
void dites_query_fetch_around (DitesQuery *self,
                               guint       place);

G_END_DECLS
