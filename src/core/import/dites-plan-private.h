/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan-reader.h"
#include "dites-plan.h"

G_BEGIN_DECLS

#define DITES_NO_INDEX G_MAXUINT32

/* One row of the list: whom it is about, and the next row about the same. */
typedef struct
{
  guint32  subject; /* DITES_NO_INDEX: refused */
  guint32  next;    /* or DITES_NO_INDEX */
  gboolean excluded;
} DitesPlanEntry;

/* Somebody that a doubtful row may be about: a document of the store, or another subject. */
typedef struct
{
  DitesDocument *document;
  guint32        subject; /* DITES_NO_INDEX: nobody else in the list is */
} DitesPlanCandidate;

/* A document of the kind that goes along with that of the list. */
typedef struct
{
  char          *id;       /* (nullable): the one that it would have if it were new, which it is without one */
  DitesDocument *base;     /* (nullable): new */
  DitesDocument *document; /* (nullable): nothing changes */
} DitesPlanPart;

typedef enum
{
  DITES_DECISION_NONE,
  DITES_DECISION_NEW,
  DITES_DECISION_CANDIDATE,
} DitesDecision;

/**
 * DitesPlanSubject:
 * @first: the first row about it
 * @last: the last row about it
 * @joined: the subject that it is the same as by decision
 * @asked: whether a person is asked although the row is only like one candidate
 * @unsorted: while the plan is made, whether its rows are not in the order of the list
 * @said: (nullable): while the plan is made, what its rows say together
 * @id: the id that it has when it is new
 * @base: (nullable): what the store knows about it
 * @document: (nullable): what is written; %NULL when nothing changes
 * @parts: what goes along with it, a document for each semester
 * @candidates: (nullable): whom a doubtful one may be
 *
 * One person (place, home) that the list is about, in one or several rows.
 */
typedef struct
{
  guint32        first;
  guint32        last;
  guint32        joined;
  gboolean       doubtful;
  gboolean       asked;
  gboolean       unsorted;
  DitesDecision  decision;
  guint          choice; /* of @candidates */
  DitesDocument *said;
  char          *id;
  DitesDocument *base;
  DitesDocument *document;
  DitesPlanPart *parts;
  guint          n_parts;
  GPtrArray     *candidates; /* of DitesPlanCandidate */
} DitesPlanSubject;

typedef struct
{
  gint32        row;    /* -1: the whole list */
  gint32        column; /* -1: the whole row */
  guint32       line;   /* 0: that of the row */
  DitesSeverity severity;
  const char   *message; /* in DitesPlan.messages */
} DitesPlanReport;

struct _DitesPlan
{
  GObject parent_instance;

  DitesListTable   *table;
  DitesListMapping *mapping;
  const DitesKind  *kind;
  const DitesKind  *companion; /* (nullable) */
  DitesPlanReader  *reader;

  DitesPlanEntry *entries; /* one for each row */
  guint           n_rows;
  GArray         *subjects; /* of DitesPlanSubject */
  GHashTable     *by_base;  /* the id of a known document to its subject; of those that are sure */

  GHashTable *made;            /* the id of a semester or site to its document, which is new */
  GHashTable *latest;          /* the id of a document of the store to the last semester it is known for */
  GHashTable *companion_bases; /* the id that a companion has when it is new to the one there is, or NULL */

  GPtrArray    *absents;  /* (nullable): of DitesPlanAbsent */
  char        **earlier;  /* (nullable): what an earlier version of the list placed, by id */
  GArray       *problems; /* of DitesPlanReport */
  GStringChunk *messages;

  DitesDocument   **drafts; /* (nullable): while the plan is made, what each row says */
  const DitesKnown *known;  /* (nullable): while the plan is made */

  GHashTable     *asked;        /* (nullable) (not owned): while the plan is made, rows that a person is asked about */
  GHashTable     *contradicted; /* while the plan is made, a row to the names of what it contradicts (a GString) */
  GHashTable     *rows;         /* a row to its DitesPlanRow (not owned) */
  GHashTable     *dirty;        /* subjects whose documents no longer follow from their rows */
  GHashTable     *joins;        /* (nullable): a subject to the others (a GArray) that decisions made one with it */
  gboolean        unsettled;    /* whether decisions have to be followed again */
  gboolean        quiet;        /* whether rows are only tried on */
  gboolean        counted;
  DitesPlanCounts counts;
};

static inline DitesPlanSubject *
dites_plan_get_subject (DitesPlan *self,
                        guint32    subject)
{
  return &g_array_index (self->subjects, DitesPlanSubject, subject);
}

static inline gboolean
dites_plan_has_index (GArray *indices,
                      guint32 index)
{
  for (guint i = 0; i < indices->len; i++)
    {
      if (g_array_index (indices, guint32, i) == index)
        return TRUE;
    }

  return FALSE;
}

void       dites_plan_report (DitesPlan    *self,
                              int           row,
                              int           column,
                              DitesSeverity severity,
                              const char   *message);
DitesPlan *dites_plan_make_once (DitesListTable         *table,
                                 DitesListMapping       *mapping,
                                 const DitesPlanOptions *options,
                                 const DitesKnown       *known,
                                 GHashTable             *asked,
                                 GCancellable           *cancellable,
                                 GError                **error);
void       dites_plan_add_label (GString    *labels,
                                 const char *label);
void       dites_plan_report_contradictions (DitesPlan *self);
gboolean   dites_plan_identify_rows (DitesPlan              *self,
                                     const DitesPlanOptions *options,
                                     GCancellable           *cancellable,
                                     GError                **error);
guint32    dites_plan_add_subject (DitesPlan *self);
void       dites_plan_append_row (DitesPlan *self,
                                  guint32    subject,
                                  guint32    row);
void       dites_plan_join_rows (DitesPlan *self,
                                 guint32    from,
                                 guint32    to);
gboolean   dites_plan_changes_nothing (DitesPlan     *self,
                                       guint32        subject,
                                       DitesDocument *base);
gboolean   dites_plan_adds_nothing (DitesPlan *self,
                                    guint32    subject,
                                    guint32    other);
void       dites_plan_evaluate (DitesPlan *self,
                                guint32    subject);
void       dites_plan_prefetch (DitesPlan *self,
                                guint32    subject);
void       dites_plan_refuse (DitesPlan *self,
                              guint32    subject);
gboolean   dites_plan_lacks_all (DitesPlan         *self,
                                 DitesDocument     *draft,
                                 const DitesField **missing);
void       dites_plan_settle (DitesPlan *self);
void       dites_plan_subject_changed (DitesPlan *self,
                                       guint32    subject);
void       dites_plan_forget_row (DitesPlan *self,
                                  guint32    row);
guint32    dites_plan_get_effective (DitesPlan *self,
                                     guint32    subject);
gboolean   dites_plan_leads_to (DitesPlan                *self,
                                const DitesPlanCandidate *candidate,
                                guint32                   subject);

/* In dites-plan-absent.c */
void dites_plan_carry_absent (DitesPlan *self,
                              DitesPlan *earlier);

/* In dites-plan-changes.c */
GPtrArray *dites_plan_describe_changes (DitesPlan              *self,
                                        const DitesPlanSubject *subject,
                                        DitesTitleFunc          title_of,
                                        gpointer                user_data);

/* In dites-plan-row.c */
DitesPlanRow *dites_plan_row_new (DitesPlan *plan,
                                  guint32    row);
void          dites_plan_row_notify (DitesPlanRow *self);

G_END_DECLS
