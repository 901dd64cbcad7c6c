/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-list-page.h"
#include "dites-query.h"

G_BEGIN_DECLS

/* Private to the page: what its parts share.
 *
 *   DitesQuery ─► DitesSectionList ─► GtkMultiSelection ─► GtkListView
 *   (search, filters, sort)
 */
struct _DitesListPage
{
  AdwNavigationPage parent_instance;

  DitesStore        *store;
  GSettings         *settings;
  const DitesKind   *kind;
  DitesQuery        *query;
  GtkMultiSelection *selection;
  GCancellable      *cancellable;

  char         *search; /* what was asked for last */
  char         *sort;   /* the name of a field; empty for the order of the kind */
  gboolean      descending;
  gboolean      filters_shown;
  gboolean      selecting;   /* rows have check buttons, and a click chooses instead of opening */
  GPtrArray    *chips;       /* of DitesFilterChip, not held */
  GtkWidget    *narrow_chip; /* (nullable) (not held): says what all the rows refer to */
  char         *shown;       /* (nullable): the id of the document beside */
  guint         shown_place; /* where it was last */
  DitesRow     *awaited;     /* (nullable): was to be opened before it was read */
  guint         pressed;     /* the place of the row that the pointer was pressed on */
  gboolean      restoring;
  gboolean      to_top;       /* once the rows are there */
  gboolean      from_nothing; /* there were none when they were asked for */
  gboolean      left;         /* the keyboard has been in the rows, anywhere */
  double        top;          /* where that is: at the beginning, or where it was the last time */
  char         *looked_for;   /* (nullable): what was last looked for elsewhere */
  GCancellable *looking;      /* (nullable): of that, until it is answered */
  guint         find_id;
  guint         announce_id;
  guint         top_id;
  guint         top_frames;

  AdwWindowTitle    *window_title;
  GtkListView       *list_view;
  GtkSearchEntry    *search_entry;
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  AdwWrapBox        *chips_box;
  GMenu             *sort_menu;
  AdwStatusPage     *empty_page;
  AdwStatusPage     *error_page;
  GtkWidget         *new_button;
  GtkWidget         *first_button;
  GtkWidget         *import_button;
  GtkWidget         *cards_button;
  GtkWidget         *catalogue_button;
  AdwStatusPage     *nothing_page;
  GtkBox            *elsewhere_box;
};

/* dites-list-page.c */
void dites_list_page_set_selecting (DitesListPage *self,
                                    gboolean       selecting);

/* dites-list-page-shown.c */
void dites_list_page_ask_anew (DitesListPage *self);
void dites_list_page_go_to_top (DitesListPage *self);
void dites_list_page_begin_at_top (DitesListPage *self);
void dites_list_page_follow_focus (DitesListPage *self);
void dites_list_page_find_shown (DitesListPage *self);

/* dites-list-page-texts.c */
void  dites_list_page_set_up_texts (DitesListPage *self);
void  dites_list_page_update_title (DitesListPage *self);
void  dites_list_page_update (DitesListPage *self);
void  dites_list_page_announce (DitesListPage *self);
char *dites_list_page_dup_exported (DitesListPage *self,
                                    guint          n,
                                    GPtrArray     *damaged);

/* dites-list-page-elsewhere.c */
void dites_list_page_look_elsewhere (DitesListPage *self);
void dites_list_page_stop_looking (DitesListPage *self);

/* dites-list-page-rows.c */
void dites_list_page_set_up_rows (DitesListPage *self);
void dites_list_page_update_headings (DitesListPage *self);
void dites_list_page_update_checks (DitesListPage *self);
void dites_list_page_open (DitesListPage *self,
                           guint          position);

/* dites-list-page-filters.c */
void     dites_list_page_set_up_filters (DitesListPage *self);
void     dites_list_page_update_chips (DitesListPage *self);
void     dites_list_page_clear_filters (DitesListPage *self);
void     dites_list_page_apply_sort (DitesListPage *self);
void     dites_list_page_remember (DitesListPage *self);
gboolean dites_list_page_is_narrow (DitesListPage *self);
void     dites_list_page_add_narrow_chip (DitesListPage *self,
                                          const char    *title);

/* dites-list-page-search.c */
void dites_list_page_set_up_search (DitesListPage *self);
void dites_list_page_stop_search (DitesListPage *self);

/* dites-list-page-actions.c */
void dites_list_page_install_actions (GtkWidgetClass *widget_class);
void dites_list_page_update_actions (DitesListPage *self);

G_END_DECLS
