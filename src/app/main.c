/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "dites-application.h"
#include "dites-cli.h"

int
main (int   argc,
      char *argv[])
{
  const char *localedir = g_getenv ("DITES_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (dites_cli_wants (argc, argv))
    return dites_cli_run (argc, argv);

  return dites_application_main (argc, argv);
}
