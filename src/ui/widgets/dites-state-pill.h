/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-kind.h"
#include "dites-row-text.h"

G_BEGIN_DECLS

#define DITES_TYPE_STATE_PILL (dites_state_pill_get_type ())
G_DECLARE_FINAL_TYPE (DitesStatePill, dites_state_pill, DITES, STATE_PILL, DitesRowText)

GtkWidget *dites_state_pill_new (void);
void       dites_state_pill_set_document (DitesStatePill *self,
                                          DitesDocument  *document);

G_END_DECLS
