/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"

G_BEGIN_DECLS

/* What the kinds' titles, keys and checks are made of. */

void  dites_kind_text_add (GString    *line,
                           const char *text);
void  dites_kind_text_add_field (GString         *line,
                                 const DitesKind *kind,
                                 DitesDocument   *document,
                                 const char      *member,
                                 DitesTitleFunc   title_of,
                                 gpointer         user_data);
void  dites_kind_check_order (GPtrArray     *problems,
                              DitesDocument *document,
                              const char    *first,
                              const char    *last);
void  dites_kind_check_postcode (GPtrArray     *problems,
                                 DitesDocument *document,
                                 const char    *member);
void  dites_kind_add_key (GPtrArray  *keys,
                          const char *name,
                          const char *first_part,
                          ...) G_GNUC_NULL_TERMINATED;
char *dites_kind_dup_shown (const DitesKind *kind,
                            DitesDocument   *document,
                            const char      *member,
                            DitesTitleFunc   title_of,
                            gpointer         user_data);
char *dites_kind_dup_folded (DitesDocument *document,
                             const char    *member,
                             char *(*fold) (const char *text));

G_END_DECLS
