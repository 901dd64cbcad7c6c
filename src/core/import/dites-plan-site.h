/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-document.h"
#include "dites-gers.h"

G_BEGIN_DECLS

/**
 * DitesPlanSite:
 * @id: its id
 * @name: its name, as it is
 * @words: its name, folded, without the words that only say what it is
 * @department: the service, folded
 * @supervisor: the doctor, folded, without the title
 * @commune: the INSEE code of its commune, or a name
 * @type: an identifier of the choice "type"
 * @point: where it is, if @has_point
 * @confirmed: whether somebody vouches for it
 * @document: (nullable): what is written; %NULL when the store has it
 *
 * A site as it is compared with the places that a list names. A text that it
 * does not have is empty.
 */
typedef struct
{
  char          *id;
  char          *name;
  char          *words;
  char          *department;
  char          *supervisor;
  char          *commune;
  char          *type;
  DitesPoint     point;
  gboolean       has_point;
  gboolean       confirmed;
  DitesDocument *document;
} DitesPlanSite;

DitesPlanSite *dites_plan_site_new (DitesDocument *document);
void           dites_plan_site_free (DitesPlanSite *site);
char          *dites_plan_site_get_words (const char *name);
char          *dites_plan_site_fold_doctor (const char *name);
char          *dites_plan_site_make_key (const char *name,
                                         const char *department,
                                         const char *commune);
char          *dites_plan_site_make_purpose (const DitesPlanSite *site);
char          *dites_plan_site_derive_id (DitesDocument *document);
DitesDocument *dites_plan_site_make_document (const char       *name,
                                              const char       *type,
                                              const char       *department,
                                              const char       *supervisor,
                                              const char       *commune,
                                              const DitesPoint *point,
                                              gboolean          to_confirm);

G_END_DECLS
