/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-change-set.h"
#include "dites-list-mapping.h"
#include "dites-plan-row.h"

G_BEGIN_DECLS

/**
 * DitesKnown:
 *
 * What the store knows, as a plan asks for it; called on the thread that makes
 * the plan. @find gives the documents (of DitesDocument) that an identity key
 * of dites_kind_identify() leads to; @get one document or %NULL; @title_of is
 * a #DitesTitleFunc.
 */
typedef struct
{
  GPtrArray *(*find) (const char *kind, const char *key, gpointer user_data);
  DitesDocument *(*get) (const char *id, gpointer user_data);
  DitesTitleFunc title_of;
  gpointer       user_data;
} DitesKnown;

typedef struct
{
  guint read;
  guint added;
  guint changed;
  guint same;
  guint doubtful;
  guint refused;
  guint skipped;
} DitesPlanCounts;

/* A GListModel of DitesPlanRow: one for each row of the list. */
#define DITES_TYPE_PLAN (dites_plan_get_type ())
G_DECLARE_FINAL_TYPE (DitesPlan, dites_plan, DITES, PLAN, GObject)

DitesPlan      *dites_plan_make (DitesListTable   *table,
                                 DitesListMapping *mapping,
                                 const char       *semester,
                                 const DitesKnown *known,
                                 GCancellable     *cancellable,
                                 GError          **error);
DitesPlanCounts dites_plan_get_counts (DitesPlan *self);
DitesChangeSet *dites_plan_get_changes (DitesPlan *self);

G_END_DECLS
