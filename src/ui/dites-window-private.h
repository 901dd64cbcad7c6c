/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-document-page.h"
#include "dites-list-page.h"
#include "dites-plan-page.h"
#include "dites-sidebar-page.h"
#include "dites-window.h"

G_BEGIN_DECLS

/* Private to the window: what its arrangement and its actions share. */
struct _DitesWindow
{
  AdwApplicationWindow parent_instance;

  DitesStore    *store;
  GSettings     *settings;
  GPtrArray     *visited; /* of char *: the documents to go back to */
  GHashTable    *refused; /* of DitesDocumentPage, by id: left with something typed that was not understood */
  gboolean       closing;
  gint64         warned_at; /* when closing was put off, in microseconds */
  guint          step_id;   /* an undo or a redo is under way */
  AdwToast      *stepping;  /* (nullable): … and takes its time */
  DitesPlanPage *set_aside; /* (nullable): left with answers on it */
  guint          folded;    /* how many split views show one page at a time */

  AdwToastOverlay        *toast_overlay;
  AdwNavigationView      *views;
  AdwStatusPage          *drop_hint;
  AdwNavigationSplitView *outer;
  AdwNavigationSplitView *inner;
  DitesSidebarPage       *sidebar;
  AdwNavigationPage      *nothing;
};

DitesListPage     *dites_window_get_list_page (DitesWindow *self);
DitesDocumentPage *dites_window_get_document_page (DitesWindow *self);
void               dites_window_remember_shown (DitesWindow *self);
void               dites_window_show_document_page (DitesWindow       *self,
                                                    DitesDocumentPage *page);
void               dites_window_show_list_page (DitesWindow   *self,
                                                DitesListPage *page);
void               dites_window_tell (DitesWindow *self,
                                      const char  *message,
                                      gboolean     undo);
void               dites_window_tell_error (DitesWindow  *self,
                                            const GError *error);
void               dites_window_take_over (DitesWindow *self);
void               dites_window_keep_refused (DitesWindow *self);
gboolean           dites_window_tell_refused (DitesWindow *self);
void               dites_window_update_history (DitesWindow *self);
void               dites_window_tell_file (DitesWindow *self,
                                           const char  *path,
                                           const char  *message);
void               dites_window_tell_state (DitesWindow *self);
void               dites_window_class_install_state (DitesWindowClass *klass);
void               dites_window_class_install_actions (GtkWidgetClass *widget_class);
void               dites_window_init_import (DitesWindow *self);
void               dites_window_class_install_import_actions (GtkWidgetClass *widget_class);
void               dites_window_class_install_exports (GtkWidgetClass *widget_class);
void               dites_window_class_install_files (GtkWidgetClass *widget_class);

G_END_DECLS
