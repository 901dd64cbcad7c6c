/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"

G_BEGIN_DECLS

void dites_csv_append_header (GString         *out,
                              const DitesKind *kind);
void dites_csv_append_document (GString         *out,
                                const DitesKind *kind,
                                DitesDocument   *document,
                                DitesTitleFunc   title_of,
                                gpointer         user_data);

void dites_tabs_append_header (GString         *out,
                               const DitesKind *kind);
void dites_tabs_append_document (GString         *out,
                                 const DitesKind *kind,
                                 DitesDocument   *document,
                                 DitesTitleFunc   title_of,
                                 gpointer         user_data);

G_END_DECLS
