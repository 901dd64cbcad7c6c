/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan-facts.h"
#include "dites-plan-list.h"
#include "dites-plan-mapping.h"
#include "dites-plan-page.h"
#include "dites-plan-remarks.h"

G_BEGIN_DECLS

/* Private to the page: what its parts and its work share. */
struct _DitesPlanPage
{
  AdwNavigationPage parent_instance;

  GListModel   *given;       /* of DitesImport: those that it was made with */
  GPtrArray    *imports;     /* of DitesImport, in the order in which they are shown */
  guint         position;    /* the one that is shown */
  guint         n_ordered;   /* how many of them have been put in order */
  DitesPlan    *plan;        /* (nullable): the one that is shown */
  GCancellable *cancellable; /* (nullable): of what is being done */
  guint         busy_id;     /* what is being done is shown when it takes a moment */
  guint         pulse_id;
  guint         update_id;
  gboolean      writing;
  guint         folded;     /* 0: all is shown; 1: one half at a time; 2: and narrow */
  gboolean      conflicted; /* the plan is made anew because somebody else wrote */

  AdwWindowTitle   *window_title;
  GtkWidget        *skip_button;
  AdwBanner        *repair_banner;
  AdwBanner        *notice_banner;
  GtkStack         *stack;
  AdwStatusPage    *busy_page;
  GtkProgressBar   *progress;
  AdwStatusPage    *error_page;
  GtkWidget        *again_button;
  GtkWidget        *homes_button;
  GtkWidget        *choose_button;
  GtkWidget        *next_button;
  AdwToggleGroup   *pane_switcher;
  GtkWidget        *settings;
  GtkWidget        *separator;
  DitesPlanFacts   *facts;
  DitesPlanRemarks *remarks;
  DitesPlanMapping *mapping;
  DitesPlanList    *list;
  GtkStack         *bottom;
  GtkOrientable    *intent_box;
  GtkLabel         *intent;
  GtkOrientable    *busy_box;
  GtkLabel         *busy_label;
  GtkProgressBar   *busy_progress;
};

/* In dites-plan-page-work.c */
void dites_plan_page_begin (DitesPlanPage *self);
void dites_plan_page_make_plan (DitesPlanPage *self);
void dites_plan_page_write (DitesPlanPage *self);
void dites_plan_page_stop (DitesPlanPage *self);
void dites_plan_page_next (DitesPlanPage *self);

/* In dites-plan-page.c */
void dites_plan_page_show_plan (DitesPlanPage *self);
void dites_plan_page_show_error (DitesPlanPage *self,
                                 const GError  *error);
void dites_plan_page_show_title (DitesPlanPage *self);
void dites_plan_page_queue_update (DitesPlanPage *self);
void dites_plan_page_update (DitesPlanPage *self);

/* In dites-plan-page-busy.c */
void dites_plan_page_show_busy (DitesPlanPage *self,
                                const char    *what);
void dites_plan_page_show_progress (DitesPlanPage *self,
                                    double         fraction);
void dites_plan_page_show_idle (DitesPlanPage *self);

G_END_DECLS
