/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_APPLICATION (dites_application_get_type ())
G_DECLARE_FINAL_TYPE (DitesApplication, dites_application, DITES, APPLICATION, AdwApplication)

DitesApplication *dites_application_new (void);
int               dites_application_main (int    argc,
                                          char **argv);

G_END_DECLS
