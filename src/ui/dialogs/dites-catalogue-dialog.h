/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_CATALOGUE_DIALOG (dites_catalogue_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DitesCatalogueDialog, dites_catalogue_dialog, DITES, CATALOGUE_DIALOG, AdwDialog)

DitesCatalogueDialog *dites_catalogue_dialog_new (DitesStore        *store,
                                                  GSettings         *settings,
                                                  const char *const *ids);
void                  dites_catalogue_dialog_save (DitesCatalogueDialog *self,
                                                   const char           *path);

G_END_DECLS
