/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-change-set.h"
#include "dites-kind.h"
#include "dites-list-mapping.h"
#include "dites-plan-row.h"

G_BEGIN_DECLS

/**
 * DitesKnown:
 * @find: gives the documents of a kind that an identity key of
 *   dites_kind_identify() leads to (transfer full) (nullable) (element-type DitesDocument)
 * @get: gives one document (transfer full) (nullable)
 * @list: gives all documents of a kind (transfer full) (nullable) (element-type
 *   DitesDocument); asked only for the sites, the semesters, and the kinds that
 *   columns refer to
 * @title_of: (nullable): a #DitesTitleFunc
 * @user_data: data for the functions
 *
 * What the store knows, as a plan asks for it; called on the thread that makes
 * the plan, and never afterwards. Documents in the trash are not known.
 */
typedef struct
{
  GPtrArray *(*find) (const char *kind, const char *key, gpointer user_data);
  DitesDocument *(*get) (const char *id, gpointer user_data);
  GPtrArray *(*list) (const char *kind, gpointer user_data);
  DitesTitleFunc title_of;
  gpointer       user_data;
} DitesKnown;

/**
 * DitesPlanOptions:
 * @semester: (nullable): the semester of the list, an id or words; it goes
 *   before all that the list says itself
 * @file_name: (nullable): what the file is called; it may name the semester
 * @progress: (nullable): told from time to time how far the plan is, from 0 to 1
 * @progress_data: data for @progress
 */
typedef struct
{
  const char *semester;
  const char *file_name;
  void (*progress) (double fraction, gpointer progress_data);
  gpointer progress_data;
} DitesPlanOptions;

/**
 * DitesPlanCounts:
 * @read: rows of the list; the sum of the others
 * @added: rows whose person (or place, or home) is new
 * @changed: rows whose person is known and for whom something is written
 * @same: rows that change nothing, and rows about somebody who had one further up
 * @doubtful: rows that wait for a decision, and of which nothing is written
 * @refused: rows that cannot be read
 * @skipped: rows that a person left out
 */
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

/**
 * DitesPlanProblem:
 * @line: the line in the file; 0 when it is about the whole list
 * @column: (nullable): the header of the column
 * @value: (nullable): what the cell says
 * @severity: how much it matters
 * @message: one translated clause
 */
typedef struct
{
  guint         line;
  const char   *column;
  const char   *value;
  DitesSeverity severity;
  const char   *message;
} DitesPlanProblem;

/**
 * DitesPlanAbsent:
 * @placement: where an earlier version of the list placed somebody
 * @title: who that is
 * @where: the stage and its sites, as people read them
 * @trashed: whether the import moves the placement to the trash
 *
 * Somebody whom this version of a list does not name any more.
 */
typedef struct
{
  DitesDocument *placement;
  char          *title;
  char          *where;
  gboolean       trashed;
} DitesPlanAbsent;

#define DITES_TYPE_PLAN (dites_plan_get_type ())
G_DECLARE_FINAL_TYPE (DitesPlan, dites_plan, DITES, PLAN, GObject)

DitesPlan        *dites_plan_make (DitesListTable         *table,
                                   DitesListMapping       *mapping,
                                   const DitesPlanOptions *options,
                                   const DitesKnown       *known,
                                   GCancellable           *cancellable,
                                   GError                **error);
DitesListTable   *dites_plan_get_table (DitesPlan *self);
DitesListMapping *dites_plan_get_mapping (DitesPlan *self);
DitesDocument    *dites_plan_get_semester (DitesPlan *self);
DitesPlanRow     *dites_plan_get_row (DitesPlan *self,
                                      guint      row);
DitesDocument    *dites_plan_get_draft (DitesPlan *self,
                                        guint32    row);
DitesRowState     dites_plan_get_row_state (DitesPlan *self,
                                            guint32    row);
gboolean          dites_plan_is_question (DitesPlan *self,
                                          guint      row);
gboolean          dites_plan_has_answers (DitesPlan *self);
void              dites_plan_carry_over (DitesPlan *self,
                                         DitesPlan *earlier);
DitesPlanCounts   dites_plan_get_counts (DitesPlan *self);
guint             dites_plan_get_n_problems (DitesPlan *self);
DitesPlanProblem  dites_plan_get_problem (DitesPlan *self,
                                          guint      index);
int               dites_plan_get_problem_row (DitesPlan *self,
                                              guint      index);
DitesChangeSet   *dites_plan_get_changes (DitesPlan *self);

void                   dites_plan_look_for_absent (DitesPlan        *self,
                                                   GPtrArray        *earlier,
                                                   const DitesKnown *known);
char                 **dites_plan_dup_placed (DitesPlan *self);
guint                  dites_plan_get_n_absent (DitesPlan *self);
const DitesPlanAbsent *dites_plan_get_absent (DitesPlan *self,
                                              guint      index);
void                   dites_plan_trash_absent (DitesPlan *self,
                                                guint      index,
                                                gboolean   trashed);
guint                  dites_plan_get_n_trashed (DitesPlan *self);

G_END_DECLS
