/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-kind.h"
#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_LIST_PAGE (dites_list_page_get_type ())
G_DECLARE_FINAL_TYPE (DitesListPage, dites_list_page, DITES, LIST_PAGE, AdwNavigationPage)

DitesListPage   *dites_list_page_new (DitesStore *store,
                                      GSettings  *settings,
                                      const char *kind);
const DitesKind *dites_list_page_get_kind (DitesListPage *self);
void             dites_list_page_narrow (DitesListPage *self,
                                         const char    *id,
                                         const char    *title);
gboolean         dites_list_page_is_narrowed (DitesListPage *self);
void             dites_list_page_set_shown (DitesListPage *self,
                                            const char    *id);
gboolean         dites_list_page_open_next (DitesListPage *self);
void             dites_list_page_focus_shown (DitesListPage *self);
const char      *dites_list_page_get_search (DitesListPage *self);
double           dites_list_page_get_scroll (DitesListPage *self);
void             dites_list_page_search (DitesListPage *self,
                                         const char    *text);
void             dites_list_page_restore (DitesListPage *self,
                                          const char    *search,
                                          double         scroll);
void             dites_list_page_start_search (DitesListPage *self);

G_END_DECLS
