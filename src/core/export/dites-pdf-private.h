/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-pages-private.h"
#include "dites-pdf-file.h"
#include "dites-pdf-update.h"

G_BEGIN_DECLS

/* Private to DitesPdf: what its pages and its structure share. */
struct _DitesPdf
{
  DitesPdfFile    *file;    /* (nullable): where it goes, unless it is for the screen */
  GPtrArray       *pages;   /* (nullable): of DitesPage, if it is for the screen */
  cairo_surface_t *surface; /* (nullable): no page was begun yet */
  cairo_t         *cr;      /* (nullable): the same */
  PangoFontMap    *font_map;
  PangoContext    *pango;

  GPtrArray    *open_tags;
  guint         figure; /* how many tags were open with the figure being drawn; 0 for none */
  GPtrArray    *held;   /* surfaces that the page being drawn refers to */
  guint         n_pages;
  DitesPdfNotes notes;
};

G_END_DECLS
