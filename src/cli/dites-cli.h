/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean dites_cli_wants (int    argc,
                          char **argv);
int      dites_cli_run (int    argc,
                        char **argv);

G_END_DECLS
