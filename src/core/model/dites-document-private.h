/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-document.h"

G_BEGIN_DECLS

gboolean dites_document_is_id (const char *id,
                               const char *kind);
gboolean dites_document_is_kind (const char *kind);

G_END_DECLS
