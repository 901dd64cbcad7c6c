/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan.h"

G_BEGIN_DECLS

/**
 * DitesPlanReader:
 *
 * Reads the rows of a list into drafts: documents without an id, one of the
 * kind of the list and one of the kind that goes along with it.
 *
 * It asks what the store knows while it reads a row for the first time, and
 * remembers the answers: reading the row again gives the same without asking.
 */
typedef struct _DitesPlanReader DitesPlanReader;

/* Which part of a row is read. */
typedef enum
{
  DITES_PART_OWN,
  DITES_PART_COMPANION,
} DitesPart;

/**
 * DitesReportFunc:
 * @row: the row, or -1 for the whole list
 * @column: the column, or -1
 * @severity: how much it matters
 * @message: (transfer none): what is wrong
 */
typedef void (*DitesReportFunc) (int           row,
                                 int           column,
                                 DitesSeverity severity,
                                 const char   *message,
                                 gpointer      user_data);

DitesPlanReader *dites_plan_reader_new (DitesListTable         *table,
                                        DitesListMapping       *mapping,
                                        const DitesPlanOptions *options,
                                        const DitesKnown       *known,
                                        GHashTable             *made,
                                        DitesReportFunc         report,
                                        gpointer                user_data,
                                        GError                **error);
void             dites_plan_reader_free (DitesPlanReader *self);
void             dites_plan_reader_close (DitesPlanReader *self);
DitesDocument   *dites_plan_reader_get_semester (DitesPlanReader *self);
const DitesKind *dites_plan_reader_get_companion (DitesPlanReader *self);
gboolean         dites_plan_reader_is_unfilled (DitesPlanReader *self,
                                                guint            row);
DitesDocument   *dites_plan_reader_read_own (DitesPlanReader *self,
                                             guint            row);
DitesDocument   *dites_plan_reader_read_companion (DitesPlanReader *self,
                                                   guint            row,
                                                   const char      *owner,
                                                   char           **id);
DitesDocument   *dites_plan_reader_make_companion (DitesPlanReader *self,
                                                   const char      *owner,
                                                   const char      *semester);
guint            dites_plan_reader_get_order (DitesPlanReader *self,
                                              guint            row);
GPtrArray       *dites_plan_reader_get_later_semesters (DitesPlanReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesPlanReader, dites_plan_reader_free)

G_END_DECLS
