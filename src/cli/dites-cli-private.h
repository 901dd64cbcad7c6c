/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-cli.h"
#include "dites-store.h"

G_BEGIN_DECLS

/**
 * DitesCliStatus:
 * @DITES_CLI_DONE: all that was asked for
 * @DITES_CLI_REFUSED: done, but for rows or documents that are listed
 * @DITES_CLI_USAGE: the words of the command are wrong
 * @DITES_CLI_FAILED: nothing was changed
 *
 * What the program ends with.
 */
typedef enum
{
  DITES_CLI_DONE = 0,
  DITES_CLI_REFUSED = 1,
  DITES_CLI_USAGE = 2,
  DITES_CLI_FAILED = 3,
} DitesCliStatus;

typedef struct _DitesCli DitesCli;

/**
 * DitesCliCommand:
 * @name: the word on the command line
 * @arguments: (translatable): what follows it
 * @summary: (translatable): what it does, one line
 * @takes_kind: whether it is told a kind, so that its help lists them
 * @run: does it, with the words behind @name, which it may change
 *
 * One command of the program.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  gboolean    takes_kind;
  DitesCliStatus (*run) (DitesCli *cli,
                         char   ***words);
} DitesCliCommand;

struct _DitesCli
{
  const DitesCliCommand *command;
  char                  *data_dir; /* (nullable): where the user's own data lies */
  DitesStore            *store;    /* (nullable): not opened yet */
};

extern const DitesCliCommand dites_cli_add;
extern const DitesCliCommand dites_cli_check;
extern const DitesCliCommand dites_cli_export_housing;
extern const DitesCliCommand dites_cli_history;
extern const DitesCliCommand dites_cli_import;
extern const DitesCliCommand dites_cli_list;
extern const DitesCliCommand dites_cli_redo;
extern const DitesCliCommand dites_cli_show;
extern const DitesCliCommand dites_cli_undo;

gboolean         dites_cli_parse (DitesCli           *cli,
                                  const GOptionEntry *entries,
                                  char             ***words,
                                  guint               minimum,
                                  guint               maximum);
gboolean         dites_cli_open (DitesCli *cli);
DitesReader     *dites_cli_open_reader (DitesCli *cli);
const DitesKind *dites_cli_get_kind (const char *word);
const char      *dites_cli_suggest (const char        *word,
                                    const char *const *words);
DitesCliStatus   dites_cli_fail (const GError *error);
void             dites_cli_print (const char *format,
                                  ...) G_GNUC_PRINTF (1, 2);
void             dites_cli_say (const char *format,
                                ...) G_GNUC_PRINTF (1, 2);
void             dites_cli_progress (const char *what,
                                     double      fraction);
void             dites_cli_keep_result_cb (GObject      *object,
                                           GAsyncResult *result,
                                           gpointer      user_data);
void             dites_cli_wait (GAsyncResult **result);

G_END_DECLS
