/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-kind.h"

G_BEGIN_DECLS

GtkWidget *dites_typed_text_new_entry (const DitesField *field);
char      *dites_typed_text_dup (GtkWidget *widget);
void       dites_typed_text_set (GtkWidget  *widget,
                                 const char *text);

G_END_DECLS
