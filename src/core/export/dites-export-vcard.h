/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"

G_BEGIN_DECLS

gboolean dites_vcard_has_kind (const DitesKind *kind);
void     dites_vcard_append_document (GString       *out,
                                      DitesDocument *document,
                                      DitesTitleFunc title_of,
                                      gpointer       user_data);

G_END_DECLS
