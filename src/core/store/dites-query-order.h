/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-reader-private.h"

G_BEGIN_DECLS

/**
 * DitesQuerySpec:
 *
 * Private to the store: what a query asks for, as a thing to hand to the reading thread.
 */
typedef struct
{
  char       *kind;
  char       *search;
  char       *sort; /* (nullable): the name of a field */
  gboolean    descending;
  gboolean    trashed;
  char       *refers_to; /* (nullable): an id */
  GHashTable *filters;   /* name of a field -> GStrv */
} DitesQuerySpec;

/**
 * DitesQueryCache:
 * @latest: (atomic): the serial of the latest request; older ones give up
 *
 * What the reading thread keeps of a query between two requests: the list
 * without its search, to which a key in the search field is applied.
 */
typedef struct
{
  int        latest;
  char      *key;
  gint64     version;
  GArray    *base;   /* of DitesQueryEntry */
  GPtrArray *labels; /* of char *: the sections of the base; never changed once it is here */
} DitesQueryCache;

typedef struct
{
  guint32 number;
  guint32 section;
  guint64 initials;
} DitesQueryEntry;

/**
 * DitesQueryOrder:
 * @numbers: (element-type guint32): the documents; 0 for one that is not known yet
 * @sections: (element-type guint32): the section of each, as a place in @labels
 * @labels: (element-type utf8): the sections; none if the list has none
 *
 * Private to the store: what a query shows.
 */
typedef struct
{
  GArray    *numbers;
  GArray    *sections;
  GPtrArray *labels;
} DitesQueryOrder;

void dites_query_order_free (DitesQueryOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesQueryOrder, dites_query_order_free)

DitesQuerySpec  *dites_query_spec_copy (const DitesQuerySpec *spec);
void             dites_query_spec_free (DitesQuerySpec *spec);
DitesQueryCache *dites_query_cache_new (void);
void             dites_query_cache_free (DitesQueryCache *cache);
gboolean         dites_query_is_plain (const DitesQuerySpec *spec);
DitesQueryOrder *dites_query_first (DitesReader          *reader,
                                    const DitesQuerySpec *spec,
                                    guint                 n,
                                    GError              **error);
DitesQueryOrder *dites_query_order (DitesReader          *reader,
                                    const DitesQuerySpec *spec,
                                    DitesQueryCache      *cache,
                                    int                   serial,
                                    GError              **error);

G_END_DECLS
