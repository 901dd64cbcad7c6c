/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-document.h"

G_BEGIN_DECLS

char          *dites_save_pdf_name (DitesDocument *housing);
GtkFileDialog *dites_save_pdf_dialog_new (const char *name);

G_END_DECLS
