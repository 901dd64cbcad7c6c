/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-draft.h"
#include "dites-plan-columns.h"
#include "dites-plan-reader.h"
#include "dites-plan-references.h"
#include "dites-plan-semester.h"
#include "dites-plan-stage.h"

G_BEGIN_DECLS

struct _DitesPlanReader
{
  DitesListTable   *table;
  const DitesKind  *kind;
  const DitesKind  *companion; /* (nullable) */
  const DitesField *owner;     /* (nullable): the field of the companion that leads to the document it goes along with */
  const DitesField *when;      /* (nullable): the field of the companion that leads to the semester */
  const DitesKnown *known;
  gboolean          open; /* whether rows are read for the first time */
  DitesReportFunc   report;
  gpointer          user_data;

  GArray     *columns; /* of DitesPlanColumn */
  DitesDraft *drafts[2];
  guint8     *reported; /* one for each row: which parts have been read before */
  guint8      part;     /* the bit of the part that is being read */
  guint       row;      /* the row that is being read */
  guint8     *cut;      /* one for each column of the list: whether its cell of that row was cut */

  DitesPlanSemesters  *semesters;
  DitesPlanStages     *stages;
  DitesDocument       *semester; /* (nullable) (not owned): that of the list */
  gboolean             given;    /* whether the caller said so */
  DitesDocument       *dated;    /* (nullable) (not owned): the semester of the last row */
  guint16              order;    /* of @dated */
  char                *season;   /* (nullable): of @dated */
  guint16             *orders;   /* (nullable): one for each row: the order of its semester, or 0 */
  GPtrArray           *later;    /* (nullable): not asked for yet */
  DitesPlanReferences *references;
};

void        dites_plan_reader_report (DitesPlanReader *self,
                                      int              column,
                                      DitesSeverity    severity,
                                      const char      *message);
const char *dites_plan_reader_get_raw_cell (DitesPlanReader       *self,
                                            const DitesPlanColumn *column);
const char *dites_plan_reader_get_cell (DitesPlanReader       *self,
                                        const DitesPlanColumn *column,
                                        char                 **owned);
void        dites_plan_reader_keep_cell (DitesPlanReader       *self,
                                         DitesPart              part,
                                         const DitesPlanColumn *column,
                                         const char            *cell);
void        dites_plan_reader_read_contacts (DitesPlanReader       *self,
                                             DitesPart              part,
                                             const DitesPlanColumn *column,
                                             const char            *cell);
void        dites_plan_reader_read_reference (DitesPlanReader       *self,
                                              DitesPart              part,
                                              const DitesPlanColumn *column,
                                              const char            *cell);
void        dites_plan_reader_read_value (DitesPlanReader       *self,
                                          DitesPart              part,
                                          const DitesPlanColumn *column,
                                          const char            *cell);
void        dites_plan_reader_read_semester_no (DitesPlanReader       *self,
                                                DitesPart              part,
                                                const DitesPlanColumn *column,
                                                const char            *cell);
void        dites_plan_reader_read_family_name (DitesPlanReader       *self,
                                                const DitesPlanColumn *column,
                                                const char            *cell);
void        dites_plan_reader_read_full_name (DitesPlanReader       *self,
                                              const DitesPlanColumn *column,
                                              const char            *cell);

G_END_DECLS
