/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "dites-document.h"

G_BEGIN_DECLS

/* What a document's row says about where the document is. */
typedef enum
{
  DITES_STATE_LIVE = 0,
  DITES_STATE_TRASHED = 1,
  DITES_STATE_GONE = 2, /* its making was undone: kept for redo, seen by nobody */
} DitesState;

/* Private to the store: one connection, with its prepared statements. */
typedef struct _DitesDatabase DitesDatabase;

DitesDatabase *dites_database_open (const char *path,
                                    gboolean    writable,
                                    GError    **error);
void           dites_database_free (DitesDatabase *self);
sqlite3       *dites_database_get_handle (DitesDatabase *self);
sqlite3_stmt  *dites_database_prepare (DitesDatabase *self,
                                       const char    *sql,
                                       GError       **error);
gboolean       dites_database_run (DitesDatabase *self,
                                   sqlite3_stmt  *statement,
                                   GError       **error);
int            dites_database_step (DitesDatabase *self,
                                    sqlite3_stmt  *statement,
                                    GError       **error);
gboolean       dites_database_exec (DitesDatabase *self,
                                    const char    *sql,
                                    GError       **error);
gboolean       dites_database_get_int (DitesDatabase *self,
                                       const char    *sql,
                                       gint64        *value,
                                       GError       **error);
const char    *dites_database_get_text (sqlite3_stmt *statement,
                                        int           column);
char          *dites_database_dup_text (sqlite3_stmt *statement,
                                        int           column);
DitesDocument *dites_database_read_document (DitesDatabase *self,
                                             sqlite3_stmt  *statement,
                                             int            column,
                                             GError       **error);
void           dites_database_set_damaged (DitesDatabase *self,
                                           GError       **error);
void           dites_database_forget_failure (DitesDatabase *self);
gboolean       dites_database_check_failure (DitesDatabase *self,
                                             GError       **error);
gboolean       dites_database_begin (DitesDatabase *self,
                                     GError       **error);
gboolean       dites_database_commit (DitesDatabase *self,
                                      GError       **error);
void           dites_database_roll_back (DitesDatabase *self);
gboolean       dites_database_find (DitesDatabase *self,
                                    const char    *id,
                                    gint64        *number,
                                    DitesState    *state,
                                    GError       **error);
gint64         dites_hash (char        tag,
                           const char *scope,
                           const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesDatabase, dites_database_free)

gboolean dites_schema_prepare (DitesDatabase *self,
                               gboolean       unclean,
                               GError       **error);
gboolean dites_schema_finish (DitesDatabase *self,
                              int           *stop,
                              GError       **error);

G_END_DECLS
