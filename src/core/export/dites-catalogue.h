/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-press.h"

G_BEGIN_DECLS

/**
 * DitesCatalogue:
 * @offers: (element-type DitesOffer): in the order of the catalogue
 * @pages: the number of each offer's first page, once its sheet is drawn
 * @title: what the catalogue is called
 *
 * What stands before the sheets.
 */
typedef struct
{
  DitesPress *press;
  GPtrArray  *offers;
  guint      *pages;
  const char *title;
} DitesCatalogue;

void  dites_catalogue_sort (GPtrArray *offers);
void  dites_catalogue_draw_cover (DitesCatalogue *self);
guint dites_catalogue_count_contents (DitesCatalogue *self);
void  dites_catalogue_draw_contents (DitesCatalogue *self,
                                     const char     *foot,
                                     int             page_shift);
char *dites_catalogue_destination (guint index);

G_END_DECLS
