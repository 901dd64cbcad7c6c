/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"

G_BEGIN_DECLS

/**
 * DitesChangeAction:
 * @DITES_ACTION_ADD: a document was made
 * @DITES_ACTION_SET: a field was set
 * @DITES_ACTION_TRASH: moved to the trash
 * @DITES_ACTION_RESTORE: taken out of it
 * @DITES_ACTION_IMPORT: a list was imported
 * @DITES_ACTION_LOAD: whole documents were put
 *
 * What a change set does, as its name says it.
 */
typedef enum
{
  DITES_ACTION_ADD,
  DITES_ACTION_SET,
  DITES_ACTION_TRASH,
  DITES_ACTION_RESTORE,
  DITES_ACTION_IMPORT,
  DITES_ACTION_LOAD,
} DitesChangeAction;

char *dites_change_name_make (DitesChangeAction action,
                              const DitesKind  *kind,
                              guint             n,
                              const char       *title,
                              const DitesField *field);
char *dites_change_name_say (const char *name);

G_END_DECLS
