/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"

G_BEGIN_DECLS

/* How well a header names a field: by a word of the field's table, by its label or its name, by
 * one of them with a number, by such words within it. */
enum
{
  DITES_LIST_SCORE_EXACT = 1000,
  DITES_LIST_SCORE_LABEL = 950,
  DITES_LIST_SCORE_NUMBERED = 900,
  DITES_LIST_SCORE_WITHIN = 500,
};

/**
 * DitesListTarget:
 * @kind: the kind of the list, or the one that goes along with it
 * @field: a field of it
 * @synonyms: (array zero-terminated=1): what headers call it, folded: those of its table,
 *   then its label and its name
 * @n_synonyms: how many are of the table
 *
 * A field that a column of a list may be read into.
 */
typedef struct
{
  const DitesKind  *kind;
  const DitesField *field;
  char            **synonyms;
  gsize             n_synonyms;
} DitesListTarget;

gboolean dites_list_field_is_contact (const DitesField *field);
gboolean dites_list_header_is_about_others (const char *header);
GArray  *dites_list_targets_new (const DitesKind *kind);
char    *dites_list_target_drop_number (const char *header);
int      dites_list_target_score (const char            *header,
                                  const char            *unnumbered,
                                  const DitesListTarget *target);

G_END_DECLS
