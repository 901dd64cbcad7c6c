/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of the two names comes first in a cell that holds both. */
typedef enum
{
  DITES_NAME_ORDER_UNKNOWN,
  DITES_NAME_ORDER_FAMILY_FIRST,
  DITES_NAME_ORDER_FIRST_NAME_FIRST,
} DitesNameOrder;

/**
 * DitesPersonName:
 * @civility: (nullable): “Dr”, as it was written
 * @family_name: (nullable): the name at birth
 * @usual_name: (nullable): the name by marriage, where both are given
 * @first_name: (nullable): the first names
 * @brackets: (nullable): what stands in brackets, and does not say itself what it is
 * @sure: whether nothing had to be assumed
 *
 * The parts of a name that stands in one cell, as they were written.
 */
typedef struct
{
  char    *civility;
  char    *family_name;
  char    *usual_name;
  char    *first_name;
  char    *brackets;
  gboolean sure;
} DitesPersonName;

DitesNameOrder dites_name_order_of_header (const char *header);
void           dites_person_name_split (const char      *text,
                                        DitesNameOrder   order,
                                        const char      *email,
                                        DitesPersonName *name);
void           dites_person_name_split_family (const char      *text,
                                               DitesPersonName *name);
gboolean       dites_person_name_take_brackets (DitesPersonName *name);
void           dites_person_name_clear (DitesPersonName *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DitesPersonName, dites_person_name_clear)

G_END_DECLS
