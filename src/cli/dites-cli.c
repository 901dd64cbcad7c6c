/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-cli.h"

#include <glib/gi18n.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "dites-cli-private.h"
#include "dites-fold.h"

/* In bytes: larger pieces of memory are not kept for later when they are freed. */
#define MMAP_THRESHOLD (128 * 1024)

static const DitesCliCommand *const commands[] = {
  &dites_cli_import,
  &dites_cli_list,
  &dites_cli_show,
  &dites_cli_add,
  &dites_cli_export_housing,
  &dites_cli_undo,
  &dites_cli_redo,
  &dites_cli_history,
  &dites_cli_check,
};

/* Everything is written in UTF-8, as lists and JSON are, whatever the locale says. */

static void G_GNUC_PRINTF (2, 0)
  write_line (FILE       *file,
              const char *format,
              va_list     arguments)
{
  g_autofree char *line = g_strdup_vprintf (format, arguments);

  fputs (line, file);
  fputc ('\n', file);
  fflush (file);
}

/**
 * dites_cli_print:
 * @format: a printf format
 * @...: its arguments
 *
 * Writes one line of what was asked for, on standard output.
 */
void
dites_cli_print (const char *format,
                 ...)
{
  va_list arguments;

  va_start (arguments, format);
  write_line (stdout, format, arguments);
  va_end (arguments);
}

/**
 * dites_cli_say:
 * @format: a printf format
 * @...: its arguments
 *
 * Writes one line about what is done, on standard error.
 */
void
dites_cli_say (const char *format,
               ...)
{
  va_list arguments;

  va_start (arguments, format);
  write_line (stderr, format, arguments);
  va_end (arguments);
}

/**
 * dites_cli_progress:
 * @what: (translated): what is being done
 * @fraction: how much of it, 0 to 1
 *
 * Shows how far long work is, on a terminal only; at 1 the line goes away.
 */
void
dites_cli_progress (const char *what,
                    double      fraction)
{
  if (!isatty (STDERR_FILENO))
    return;

  if (fraction < 1)
    fprintf (stderr, "\r%s %3.0f %%", what, fraction * 100);
  else
    fputs ("\r\033[K", stderr);
  fflush (stderr);
}

/**
 * dites_cli_fail:
 * @error: why
 *
 * Says why nothing was changed.
 *
 * Returns: %DITES_CLI_FAILED
 */
DitesCliStatus
dites_cli_fail (const GError *error)
{
  dites_cli_say ("dites32: %s", error->message);

  return DITES_CLI_FAILED;
}

/**
 * dites_cli_keep_result_cb:
 * @object: unused
 * @result: a result
 * @user_data: (type GAsyncResult**): where it is kept
 *
 * The callback of work that dites_cli_wait() waits for.
 */
void
dites_cli_keep_result_cb (GObject      *object,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

/**
 * dites_cli_wait:
 * @result: where dites_cli_keep_result_cb() keeps the result
 *
 * Lets the program's work go on until there is a result.
 */
void
dites_cli_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* How many letters have to be changed, added or dropped to make one of the other. */
static guint
get_distance (const char *a,
              const char *b)
{
  gsize             n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = j;

  for (gsize i = 0; a[i] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i + 1;
      for (gsize j = 0; j < n; j++)
        {
          guint above = row[j + 1];
          guint cost = diagonal + (a[i] == b[j] ? 0 : 1);

          row[j + 1] = MIN (cost, MIN (row[j], above) + 1);
          diagonal = above;
        }
    }

  return row[n];
}

/**
 * dites_cli_suggest:
 * @word: what was typed
 * @words: (array zero-terminated=1): what could have been
 *
 * Returns: (nullable): the nearest of @words, if one is near
 */
const char *
dites_cli_suggest (const char        *word,
                   const char *const *words)
{
  g_autofree char *folded = dites_fold (word);
  guint            nearest = 1 + strlen (folded) / 3;
  const char      *suggestion = NULL;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      guint distance = get_distance (folded, words[i]);

      /* A word that was not typed to its end. */
      if (strlen (folded) > 2 && g_str_has_prefix (words[i], folded))
        return words[i];

      if (distance <= nearest)
        {
          nearest = distance == 0 ? 0 : distance - 1;
          suggestion = words[i];
        }
    }

  return suggestion;
}

/* A kind is known by its name, or by what the window calls it. */
static gboolean
is_called (const DitesKind *kind,
           const char      *folded)
{
  g_autofree char *label = dites_fold_words (dites_kind_get_label (kind));
  g_autofree char *plural = dites_fold_words (dites_kind_get_plural (kind));

  return strcmp (folded, kind->name) == 0 || strcmp (folded, label) == 0 || strcmp (folded, plural) == 0;
}

/**
 * dites_cli_get_kind:
 * @word: what was typed
 *
 * Returns: (nullable): the kind, or %NULL after saying what is wrong
 */
const DitesKind *
dites_cli_get_kind (const char *word)
{
  guint                   n_kinds;
  const DitesKind *const *kinds = dites_kind_get_all (&n_kinds);
  g_autofree const char **names = g_new0 (const char *, n_kinds + 1);
  g_autofree char        *folded = dites_fold_words (word);
  const char             *suggestion;

  for (guint i = 0; i < n_kinds; i++)
    {
      if (is_called (kinds[i], folded))
        return kinds[i];
      names[i] = kinds[i]->name;
    }

  suggestion = dites_cli_suggest (word, names);
  if (suggestion != NULL)
    {
      dites_cli_say (_("“%s” is not a kind of document; did you mean “%s”?"), word, suggestion);
    }
  else
    {
      g_autofree char *all = g_strjoinv (", ", (char **) names);

      dites_cli_say (_("“%s” is not a kind of document; the kinds are: %s"), word, all);
    }

  return NULL;
}

/* At the end of a command's help: the kinds, and what the window calls them. */
static void
describe_kinds (GOptionContext *context)
{
  guint                   n_kinds;
  const DitesKind *const *kinds = dites_kind_get_all (&n_kinds);
  g_autoptr (GString) text = g_string_new (_("Kinds:"));
  int width = 0;

  for (guint i = 0; i < n_kinds; i++)
    width = MAX (width, (int) strlen (kinds[i]->name));
  for (guint i = 0; i < n_kinds; i++)
    g_string_append_printf (text, "\n  %-*s  %s", width, kinds[i]->name, dites_kind_get_plural (kinds[i]));

  /* Translated already. */
  g_option_context_set_description (context, text->str);
}

/**
 * dites_cli_parse:
 * @cli: the program
 * @entries: (nullable): the command's own options
 * @words: (inout): what follows the command; the options are taken out
 * @minimum: how many words there must be besides
 * @maximum: how many there may be
 *
 * Reads the options of a command. Asked for help, it gives it and ends the
 * program.
 *
 * Returns: %FALSE after saying what is wrong
 */
gboolean
dites_cli_parse (DitesCli           *cli,
                 const GOptionEntry *entries,
                 char             ***words,
                 guint               minimum,
                 guint               maximum)
{
  const GOptionEntry common[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &cli->data_dir, N_("Where the data lies, instead of the usual place"), N_("DIR") },
    { NULL },
  };
  g_autofree char *usage = g_strdup_printf ("%s %s", cli->command->name, *cli->command->arguments != 0 ? _(cli->command->arguments) : "");
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;
  guint n_words;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, cli->command->summary);
  if (cli->command->takes_kind)
    describe_kinds (context);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, words, &error))
    {
      dites_cli_say ("dites32: %s", error->message);
      return FALSE;
    }

  n_words = g_strv_length (*words) - 1;
  if (n_words < minimum || n_words > maximum)
    {
      dites_cli_say (_("Usage: dites32 %s"), usage);
      return FALSE;
    }

  return TRUE;
}

/**
 * dites_cli_open:
 * @cli: the program
 *
 * Opens the store, once.
 *
 * Returns: %FALSE after saying why it cannot be opened
 */
gboolean
dites_cli_open (DitesCli *cli)
{
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "dites32", NULL);
  g_autoptr (GError) error = NULL;

  if (cli->store == NULL)
    cli->store = dites_store_open (cli->data_dir != NULL ? cli->data_dir : usual, g_get_host_name (), &error);
  if (cli->store == NULL)
    dites_cli_fail (error);

  return cli->store != NULL;
}

/**
 * dites_cli_open_reader:
 * @cli: the program
 *
 * Returns: (transfer full) (nullable): a reader of the store, or %NULL after
 *   saying why there is none
 */
DitesReader *
dites_cli_open_reader (DitesCli *cli)
{
  g_autoptr (GError) error = NULL;
  DitesReader *reader;

  if (!dites_cli_open (cli))
    return NULL;

  reader = dites_store_new_reader (cli->store, &error);
  if (reader == NULL)
    dites_cli_fail (error);

  return reader;
}

static void
print_help (void)
{
  gsize width = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = g_strdup_printf ("%s %s", commands[i]->name, *commands[i]->arguments != 0 ? _(commands[i]->arguments) : "");

      width = MAX (width, (gsize) g_utf8_strlen (usage, -1));
    }

  dites_cli_print (_("Usage: dites32 [--data-dir DIR] [FILE…]   the window, on the lists that are named"));
  dites_cli_print (_("       dites32 COMMAND …                    the same without a display"));
  dites_cli_print ("%s", "");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = g_strdup_printf ("%s %s", commands[i]->name, *commands[i]->arguments != 0 ? _(commands[i]->arguments) : "");
      int              padding = width - g_utf8_strlen (usage, -1);

      dites_cli_print ("  %s%*s  %s", usage, padding, "", _(commands[i]->summary));
    }
  dites_cli_print ("%s", "");
  dites_cli_print (_("“dites32 COMMAND --help” says more about a command."));
}

/* The command is the first word that is no option, and no option's value. */
static char *
take_command (char **words)
{
  for (gsize i = 1; words[i] != NULL; i++)
    {
      char *word = words[i];

      if (strcmp (word, "--data-dir") == 0 && words[i + 1] != NULL)
        {
          i++;
          continue;
        }
      if (*word == '-')
        continue;

      memmove (words + i, words + i + 1, sizeof (char *) * (g_strv_length (words + i + 1) + 1));
      return word;
    }

  return NULL;
}

static const DitesCliCommand *
find_command (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, word) == 0)
      return commands[i];

  return NULL;
}

static DitesCliStatus
refuse_command (const char *word)
{
  const char *names[G_N_ELEMENTS (commands) + 1] = { NULL };
  const char *suggestion;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    names[i] = commands[i]->name;

  suggestion = dites_cli_suggest (word, names);
  if (suggestion != NULL)
    dites_cli_say (_("There is no command “%s”; did you mean “%s”?"), word, suggestion);
  else
    dites_cli_say (_("There is no command “%s”; “dites32 --help” lists them"), word);

  return DITES_CLI_USAGE;
}

/* Whether a word names a file rather than a command that was mistyped. */
static gboolean
is_file (const char *word)
{
  g_autofree char *scheme = g_uri_parse_scheme (word);

  return scheme != NULL || strchr (word, G_DIR_SEPARATOR) != NULL || strchr (word, '.') != NULL ||
         g_file_test (word, G_FILE_TEST_EXISTS);
}

/**
 * dites_cli_wants:
 * @argc: how many words there are
 * @argv: the command line
 *
 * Returns: whether the command line asks for something that needs no display:
 *   a command, also a mistyped one, or what the program says of itself
 */
gboolean
dites_cli_wants (int    argc,
                 char **argv)
{
  static const char *const about[] = { "--help", "-h", "--version", NULL };
  g_auto (GStrv) words = g_strdupv (argv);
  g_autofree char *word = take_command (words);

  if (word != NULL)
    return find_command (word) != NULL || !is_file (word);

  for (gsize i = 0; about[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) words, about[i]))
      return TRUE;

  return FALSE;
}

/* What did not reach its file or its pipe was not done, where reading was all that was asked. */
static DitesCliStatus
check_output (const DitesCliCommand *command)
{
  gboolean wrote = command == &dites_cli_import || command == &dites_cli_add || command == &dites_cli_export_housing ||
                   command == &dites_cli_undo || command == &dites_cli_redo;

  if (fflush (stdout) == 0 && !ferror (stdout))
    return DITES_CLI_DONE;

  dites_cli_say (_("The answer could not be written in full"));
  return wrote ? DITES_CLI_REFUSED : DITES_CLI_FAILED;
}

/**
 * dites_cli_run:
 * @argc: how many words there are
 * @argv: the command line
 *
 * Runs one command, on the main context of the thread.
 *
 * Returns: what the program ends with, a #DitesCliStatus
 */
int
dites_cli_run (int    argc,
               char **argv)
{
  g_auto (GStrv) words = g_strdupv (argv);
  g_autofree char *word = take_command (words);
  DitesCli         cli = { NULL, NULL, NULL };
  DitesCliStatus   status;

  /* What a long list needs for a while goes back at once: by itself glibc would keep ever larger pieces. */
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, MMAP_THRESHOLD);
#endif

  if (word == NULL)
    {
      if (g_strv_contains ((const char *const *) words, "--version"))
        {
          dites_cli_print ("dites32 %s", VERSION);
          return DITES_CLI_DONE;
        }
      print_help ();
      return g_strv_contains ((const char *const *) words, "--help") ||
                 g_strv_contains ((const char *const *) words, "-h")
               ? DITES_CLI_DONE
               : DITES_CLI_USAGE;
    }

  cli.command = find_command (word);
  if (cli.command == NULL)
    return refuse_command (word);

  status = cli.command->run (&cli, &words);
  status = MAX (status, check_output (cli.command));

  g_clear_object (&cli.store);
  g_free (cli.data_dir);

  return status;
}
