/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-pdf.h"

G_BEGIN_DECLS

/**
 * DitesPdfNotes:
 * @info: what the file says about itself
 * @figures: (element-type utf8): the alternative text of each Figure, in tag order
 * @headers: for each TH in tag order, whether it heads a row
 * @links: (element-type utf8): what each Link leads to, in tag order
 * @n_moved_pages: how many of the last pages move, 0 for none
 * @n_moved_sections: how many of the last children of the document move with them
 * @after_page: how many pages stay before the moved ones
 * @after_section: how many children of the document stay before the moved ones
 *
 * What cairo has no way to write, collected while the pages were drawn.
 */
typedef struct
{
  DitesPdfInfo info;
  GPtrArray   *figures;
  GByteArray  *headers;
  GPtrArray   *links;
  guint        n_moved_pages;
  guint        n_moved_sections;
  guint        after_page;
  guint        after_section;
} DitesPdfNotes;

gboolean dites_pdf_update (int                  fd,
                           const DitesPdfNotes *notes,
                           GError             **error);

G_END_DECLS
