/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-cli-private.h"
#include "dites-export-job.h"

static void
progress_cb (guint    done,
             guint    total,
             gpointer user_data)
{
  dites_cli_progress (_("Drawing the homes…"), total > 0 ? (double) done / total : 1);
}

static DitesCliStatus export (DitesCli               *cli,
                              const DitesOfferExport *what)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GError) error = NULL;
  guint    n_exported;
  gboolean done;

  if (!dites_cli_open (cli))
    return DITES_CLI_FAILED;

  dites_export_offers_async (cli->store, what, progress_cb, NULL, NULL, dites_cli_keep_result_cb, &result);
  dites_cli_wait (&result);
  done = dites_export_offers_finish (cli->store, result, &n_exported, &refusals, &error);

  for (guint i = 0; i < refusals->len; i++)
    dites_cli_say ("%s", (const char *) refusals->pdata[i]);
  if (!done)
    return dites_cli_fail (error);

  dites_cli_print (ngettext ("%u home in “%s”", "%u homes in “%s”", n_exported), n_exported, what->path);

  return refusals->len == 0 ? DITES_CLI_DONE : DITES_CLI_REFUSED;
}

static DitesCliStatus
run_export (DitesCli *cli,
            char   ***words)
{
  g_autofree char   *date = NULL;
  gboolean           compact = FALSE;
  const GOptionEntry entries[] = {
    { "available-on", 0, 0, G_OPTION_ARG_STRING, &date, N_("Only what is free on this day"), N_("DATE") },
    { "compact", 0, 0, G_OPTION_ARG_NONE, &compact, N_("With smaller photos, for sending by mail"), NULL },
    { NULL },
  };
  DitesOfferExport what = { NULL };

  if (!dites_cli_parse (cli, entries, words, 1, G_MAXUINT))
    return DITES_CLI_USAGE;

  what.path = (*words)[1];
  what.ids = (*words)[2] != NULL ? (const char *const *) *words + 2 : NULL;
  what.available_on = dites_day_parse (date);
  what.compact = compact;
  if (date != NULL && what.available_on == DITES_DAY_NONE)
    {
      dites_cli_say (_("“%s” is no date; a date looks like %s"), date, "2026-11-02");
      return DITES_CLI_USAGE;
    }

  return export (cli, &what);
}

const DitesCliCommand dites_cli_export_housing = {
  "export-housing", N_("OUT.pdf [ID…]"), N_("Export housing offers as a PDF"), FALSE, run_export
};
