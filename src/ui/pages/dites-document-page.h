/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-editor.h"

G_BEGIN_DECLS

#define DITES_TYPE_DOCUMENT_PAGE (dites_document_page_get_type ())
G_DECLARE_FINAL_TYPE (DitesDocumentPage, dites_document_page, DITES, DOCUMENT_PAGE, AdwNavigationPage)

DitesDocumentPage *dites_document_page_new (DitesEditor *editor);
DitesEditor       *dites_document_page_get_editor (DitesDocumentPage *self);
const char        *dites_document_page_get_id (DitesDocumentPage *self);
gboolean           dites_document_page_show_field (DitesDocumentPage *self,
                                                   const char        *name);
const DitesField  *dites_document_page_get_refused (DitesDocumentPage *self);
gboolean           dites_document_page_has_photos (DitesDocumentPage *self);
void               dites_document_page_add_photos (DitesDocumentPage *self,
                                                   GSList            *files);

G_END_DECLS
