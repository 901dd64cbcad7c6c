/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-application.h"

G_BEGIN_DECLS

#define DITES_TYPE_WINDOW (dites_window_get_type ())
G_DECLARE_FINAL_TYPE (DitesWindow, dites_window, DITES, WINDOW, AdwApplicationWindow)

DitesWindow *dites_window_new (DitesApplication *application,
                               DitesStore       *store,
                               GSettings        *settings);
void         dites_window_import (DitesWindow *self,
                                  GFile      **files,
                                  int          n_files);
void         dites_window_show_kind (DitesWindow *self,
                                     const char  *kind);
void         dites_window_open_document (DitesWindow *self,
                                         const char  *id);
gboolean     dites_window_is_busy (DitesWindow *self);
void         dites_window_search (DitesWindow *self,
                                  const char  *kind,
                                  const char  *text);
GVariant    *dites_window_get_state (DitesWindow *self);
void         dites_window_restore (DitesWindow *self,
                                   GVariant    *state);
const char  *dites_window_get_help_page (DitesWindow *self);

G_END_DECLS
