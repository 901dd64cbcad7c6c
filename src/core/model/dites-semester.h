/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-document.h"

G_BEGIN_DECLS

/**
 * DitesTerm:
 * @winter: whether it is from November to April rather than from May to October
 * @year: the year it starts in
 *
 * Which semester, without its document. A number of a year below 1 is none.
 */
typedef struct
{
  gboolean winter;
  int      year;
} DitesTerm;

gboolean dites_semester_get_term (DitesDocument *semester,
                                  DitesTerm     *term);
DitesDay dites_semester_get_start (DitesDocument *semester);
DitesDay dites_semester_get_end (DitesDocument *semester);

DitesDay       dites_semester_get_default_start (gboolean winter,
                                                 int      year);
DitesDay       dites_semester_get_default_end (gboolean winter,
                                               int      year);
gboolean       dites_term_find_in_text (const char *text,
                                        DitesTerm  *term);
DitesTerm      dites_term_of_day (DitesDay day);
DitesTerm      dites_term_get_next (DitesTerm term);
char          *dites_term_get_label (DitesTerm term);
char          *dites_term_get_key (DitesTerm term);
char          *dites_term_get_id (DitesTerm term);
DitesDocument *dites_term_new_document (DitesTerm term);

int dites_semester_no_read (const char *header,
                            const char *text,
                            const char *season);

G_END_DECLS
