/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-reader-private.h"
#include "dites-store.h"

G_BEGIN_DECLS

/* What the reading thread does with a task: it returns the task, one way or the other. */
typedef void (*DitesStoreReadFunc) (DitesReader *reader,
                                    GTask       *task);

void dites_store_push_read (DitesStore        *self,
                            DitesStoreReadFunc func,
                            GTask             *task);

G_END_DECLS
