/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan.h"

/* A store in memory: documents by their id, and by what identifies them. */
typedef struct
{
  GHashTable *documents; /* id to DitesDocument */
  GHashTable *keys;      /* kind and key to a set of ids; NULL: to be made anew */
  DitesKnown  known;
} PlanKnown;

/* What a change set did to a store, for one kind. */
typedef struct
{
  guint added;
  guint changed;
} PlanEffect;

PlanKnown      *plan_known_new (void);
PlanKnown      *plan_known_copy (PlanKnown *self);
void            plan_known_free (PlanKnown *self);
void            plan_known_put (PlanKnown     *self,
                                DitesDocument *document);
void            plan_known_add (PlanKnown  *self,
                                const char *json);
DitesDocument  *plan_known_get (PlanKnown  *self,
                                const char *id);
GPtrArray      *plan_known_list (PlanKnown  *self,
                                 const char *kind);
void            plan_known_apply (PlanKnown      *self,
                                  DitesChangeSet *changes);
void            plan_known_check (PlanKnown *before,
                                  DitesPlan *plan);
DitesListTable *plan_table (const char *text);
DitesPlan      *plan_text (PlanKnown  *self,
                           const char *text,
                           const char *semester);
void            plan_assert_states (DitesPlan  *plan,
                                    const char *expected);
void            plan_known_import (PlanKnown  *self,
                                   const char *text,
                                   const char *expected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanKnown, plan_known_free)
