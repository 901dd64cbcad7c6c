/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"

G_BEGIN_DECLS

/**
 * DitesPlanKeys:
 * @keys: (element-type utf8): what identifies a document, strongest first
 * @n_sure: how many of them prove it; the others suggest it
 * @known: the sure ones, of the first 64, that the store leads to
 */
typedef struct
{
  GPtrArray *keys;
  guint      n_sure;
  guint64    known;
} DitesPlanKeys;

void     dites_plan_keys_read (const DitesKind *kind,
                               DitesDocument   *document,
                               DitesPlanKeys   *keys);
void     dites_plan_keys_read_row (const DitesKind *kind,
                                   DitesDocument   *draft,
                                   DitesPlanKeys   *keys);
void     dites_plan_keys_clear (DitesPlanKeys *keys);
gboolean dites_plan_keys_have (const DitesPlanKeys *keys,
                               const char          *key);
gboolean dites_plan_keys_are_apart (const DitesKind     *kind,
                                    const DitesPlanKeys *a,
                                    const DitesPlanKeys *b,
                                    gboolean             single_only,
                                    guint                n_keys);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DitesPlanKeys, dites_plan_keys_clear)

G_END_DECLS
