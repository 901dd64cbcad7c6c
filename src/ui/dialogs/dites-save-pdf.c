/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-save-pdf.h"

#include <glib/gi18n.h>

#include "dites-export-housing.h"
#include "dites-gers.h"
#include "dites-kind.h"

/**
 * dites_save_pdf_name:
 * @housing: a home
 *
 * Returns: (transfer full): what a PDF of its sheet is called
 */
char *
dites_save_pdf_name (DitesDocument *housing)
{
  g_autofree char    *title = dites_kind_title (dites_kind_get ("housing"), housing, NULL, NULL);
  g_autofree char    *insee = dites_document_dup_string (housing, "commune");
  const DitesCommune *commune = insee != NULL ? dites_gers_get_commune (insee) : NULL;

  return dites_export_file_name (title, commune != NULL ? commune->name : insee);
}

/**
 * dites_save_pdf_dialog_new:
 * @name: what the file is called if nothing else is typed
 *
 * Returns: (transfer full): the question where a PDF shall be saved
 */
GtkFileDialog *
dites_save_pdf_dialog_new (const char *name)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) pdf = gtk_file_filter_new ();

  gtk_file_filter_set_name (pdf, _("PDF Files"));
  gtk_file_filter_add_suffix (pdf, "pdf");
  g_list_store_append (filters, pdf);
  gtk_file_dialog_set_title (dialog, _("Save PDF"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, name);

  return dialog;
}
