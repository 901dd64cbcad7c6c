/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-document-page.h"
#include "dites-photos-row.h"

G_BEGIN_DECLS

/* Private to the page: what its form and its actions share. */
struct _DitesDocumentPage
{
  AdwNavigationPage parent_instance;

  DitesEditor *editor;
  GPtrArray   *groups; /* (nullable): of DitesFieldGroup; %NULL until there is a document */

  DitesPhotosRow *photos; /* (nullable): the kind has none */

  gboolean narrow; /* the title stands over the form */

  AdwWindowTitle     *window_title;
  GtkImage           *saved;
  AdwBanner          *trash_banner;
  AdwBanner          *law_banner;
  AdwBanner          *failure_banner;
  GtkStack           *stack;
  AdwPreferencesPage *form;
  AdwStatusPage      *failed;
};

void dites_document_page_show_failure (DitesDocumentPage *self);
void dites_document_page_update_actions (DitesDocumentPage *self);
void dites_document_page_class_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
