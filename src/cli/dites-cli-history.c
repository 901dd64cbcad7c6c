/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-cli-private.h"

#define SHOWN 100

typedef void (*StepFunc) (DitesStore         *store,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data);
typedef char *(*StepFinishFunc) (DitesStore   *store,
                                 GAsyncResult *result,
                                 GError      **error);

/* Goes one step back or forth; the name of the action that was taken is in @name. */
static DitesCliStatus
step (DitesCli      *cli,
      char        ***words,
      StepFunc       start,
      StepFinishFunc finish,
      char         **name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (!dites_cli_parse (cli, NULL, words, 0, 0))
    return DITES_CLI_USAGE;
  if (!dites_cli_open (cli))
    return DITES_CLI_FAILED;

  start (cli->store, NULL, dites_cli_keep_result_cb, &result);
  dites_cli_wait (&result);
  *name = finish (cli->store, result, &error);

  return *name != NULL ? DITES_CLI_DONE : dites_cli_fail (error);
}

static DitesCliStatus
run_undo (DitesCli *cli,
          char   ***words)
{
  g_autofree char *name = NULL;
  DitesCliStatus   status = step (cli, words, dites_store_undo_async, dites_store_undo_finish, &name);

  /* Translators: %s is the name of an action: “Import of 41 interns”. */
  if (status == DITES_CLI_DONE)
    dites_cli_print (_("Undone: %s"), name);

  return status;
}

static DitesCliStatus
run_redo (DitesCli *cli,
          char   ***words)
{
  g_autofree char *name = NULL;
  DitesCliStatus   status = step (cli, words, dites_store_redo_async, dites_store_redo_finish, &name);

  /* Translators: %s is the name of an action: “Import of 41 interns”. */
  if (status == DITES_CLI_DONE)
    dites_cli_print (_("Redone: %s"), name);

  return status;
}

/* What an entry did, in words: taking something back has the name of what it took back. */
static char *
dup_name (const DitesHistoryEntry *entry)
{
  switch (entry->type)
    {
    case DITES_HISTORY_UNDO:
      return g_strdup_printf (_("Undone: %s"), entry->name);
    case DITES_HISTORY_REDO:
      return g_strdup_printf (_("Redone: %s"), entry->name);
    case DITES_HISTORY_CHANGE:
    default:
      return g_strdup (entry->name);
    }
}

static void
print_entry (const DitesHistoryEntry *entry)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (entry->at, NULL);
  g_autoptr (GDateTime) local = at != NULL ? g_date_time_to_local (at) : NULL;
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%F %H:%M") : g_strdup (entry->at);
  g_autofree char *name = dup_name (entry);
  g_autofree char *count = g_strdup_printf (ngettext ("%u document", "%u documents", entry->n_documents), entry->n_documents);

  dites_cli_print ("%s  %s  %s  (%s)%s%s", time, entry->by, name, count,
                   entry->undone ? "  " : "", entry->undone ? _("undone") : "");
}

static DitesCliStatus
run_history (DitesCli *cli,
             char   ***words)
{
  g_autoptr (DitesReader) reader = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  if (!dites_cli_parse (cli, NULL, words, 0, 1))
    return DITES_CLI_USAGE;
  reader = dites_cli_open_reader (cli);
  if (reader == NULL)
    return DITES_CLI_FAILED;

  entries = dites_reader_get_history (reader, (*words)[1], SHOWN, &error);
  if (entries == NULL)
    return dites_cli_fail (error);

  for (guint i = 0; i < entries->len; i++)
    print_entry (entries->pdata[i]);

  return DITES_CLI_DONE;
}

static DitesCliStatus
run_check (DitesCli *cli,
           char   ***words)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  gboolean sound = TRUE;

  if (!dites_cli_parse (cli, NULL, words, 0, 0))
    return DITES_CLI_USAGE;
  if (!dites_cli_open (cli))
    return DITES_CLI_FAILED;

  dites_store_check_async (cli->store, NULL, dites_cli_keep_result_cb, &result);
  dites_cli_wait (&result);
  problems = dites_store_check_finish (cli->store, result, &error);
  if (problems == NULL)
    return dites_cli_fail (error);

  for (guint i = 0; i < problems->len; i++)
    {
      const DitesProblem *problem = problems->pdata[i];

      dites_cli_print ("%s", problem->message);
      sound = sound && problem->severity <= DITES_SEVERITY_NOTICE;
    }
  if (sound)
    dites_cli_print ("%s", problems->len == 0 ? _("Everything is in order") : _("The file itself is sound"));

  return sound ? DITES_CLI_DONE : DITES_CLI_REFUSED;
}

const DitesCliCommand dites_cli_undo = { "undo", "", N_("Take the last action back"), FALSE, run_undo };
const DitesCliCommand dites_cli_redo = { "redo", "", N_("Do the last undone action again"), FALSE, run_redo };
const DitesCliCommand dites_cli_history = { "history", N_("[ID]"), N_("List what was done, the latest first"), FALSE, run_history };
const DitesCliCommand dites_cli_check = { "check", "", N_("Check that the file is sound"), FALSE, run_check };
