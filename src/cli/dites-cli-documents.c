/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "dites-cli-private.h"
#include "dites-export-csv.h"
#include "dites-load-job.h"

/* More of them are not read but scrolled by. */
#define MAX_REFUSALS 50

static gboolean
collect (DitesDocument *document,
         gpointer       user_data)
{
  g_ptr_array_add (user_data, g_object_ref (document));

  return TRUE;
}

static void
print_row (const DitesKind *kind,
           DitesDocument   *document,
           DitesReader     *reader)
{
  g_autofree char *title = dites_kind_title (kind, document, dites_reader_title_of, reader);
  g_autofree char *subtitle = dites_kind_subtitle (kind, document, dites_reader_title_of, reader);

  dites_cli_print ("%s  %s%s%s", dites_document_get_id (document), title, *subtitle != '\0' ? "  " : "", subtitle);
}

/* The documents leave as they are stored, byte for byte: nothing rounds a number in between. */
static void
print_json (const DitesKind *kind,
            GPtrArray       *documents)
{
  printf ("{\"kind\":\"%s\",\"documents\":[", kind->name);
  for (guint i = 0; i < documents->len; i++)
    printf ("%s\n%s", i > 0 ? "," : "", dites_document_get_text (documents->pdata[i], NULL));
  puts ("]}");
}

static void
print_csv (const DitesKind *kind,
           GPtrArray       *documents,
           DitesReader     *reader)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  dites_csv_append_header (csv, kind);
  for (guint i = 0; i < documents->len; i++)
    {
      dites_csv_append_document (csv, kind, documents->pdata[i], dites_reader_title_of, reader);
      fwrite (csv->str, 1, csv->len, stdout);
      g_string_truncate (csv, 0);
    }
  fwrite (csv->str, 1, csv->len, stdout);
}

/* Which documents are missing is said after the others, where nothing scrolls it away. */
static DitesCliStatus
tell_damaged (GPtrArray *damaged)
{
  for (guint i = 0; i < damaged->len; i++)
    dites_cli_say (_("%s: %s"), (const char *) damaged->pdata[i], _("This document is damaged and cannot be read"));

  return damaged->len > 0 ? DITES_CLI_REFUSED : DITES_CLI_DONE;
}

static DitesCliStatus
run_list (DitesCli *cli,
          char   ***words)
{
  g_autofree char   *search = NULL;
  gboolean           json = FALSE;
  gboolean           csv = FALSE;
  const GOptionEntry entries[] = {
    { "search", 0, 0, G_OPTION_ARG_STRING, &search, N_("Only what has these words"), N_("TEXT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("As one JSON object"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_("As a table for a spreadsheet"), NULL },
    { NULL },
  };
  g_autoptr (DitesReader) reader = NULL;
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) damaged = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  const DitesKind *kind;

  if (!dites_cli_parse (cli, entries, words, 1, 1))
    return DITES_CLI_USAGE;
  kind = dites_cli_get_kind ((*words)[1]);
  if (kind == NULL)
    return DITES_CLI_USAGE;
  if (json && csv)
    {
      dites_cli_say (_("“--json” and “--csv” exclude each other"));
      return DITES_CLI_USAGE;
    }
  reader = dites_cli_open_reader (cli);
  if (reader == NULL)
    return DITES_CLI_FAILED;

  if (!dites_reader_foreach_readable (reader, kind->name, search, collect, documents, damaged, &error))
    return dites_cli_fail (error);

  if (json)
    print_json (kind, documents);
  else if (csv)
    print_csv (kind, documents, reader);
  else
    for (guint i = 0; i < documents->len; i++)
      print_row (kind, documents->pdata[i], reader);

  return dites_reader_is_complete (reader, &error) ? tell_damaged (damaged) : dites_cli_fail (error);
}

static gboolean
is_same_group (const char *a,
               const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

/* Prints what a document has of one group, wherever the table has its fields. */
static void
print_group (const DitesKind *kind,
             const char      *group,
             DitesDocument   *document,
             DitesReader     *reader)
{
  gboolean begun = group == NULL;

  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *value = NULL;

      if (g_strcmp0 (group, dites_field_get_group (field)) != 0)
        continue;
      value = dites_field_format (field, document, dites_reader_title_of, reader);
      if (value == NULL || *value == '\0')
        continue;

      if (!begun)
        dites_cli_print ("\n%s", group);
      begun = TRUE;
      /* Translators: the name of a field, and what it holds. */
      dites_cli_print (_("  %s: %s"), dites_field_get_label (field), value);
    }
}

static void
print_fields (const DitesKind *kind,
              DitesDocument   *document,
              DitesReader     *reader)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      const char *group = dites_field_get_group (field);

      if (g_ptr_array_find_with_equal_func (groups, group, (GEqualFunc) is_same_group, NULL))
        continue;
      g_ptr_array_add (groups, (gpointer) group);
      print_group (kind, group, document, reader);
    }
}

static void
print_extra (const char *header,
             const char *text,
             gpointer    user_data)
{
  gboolean *begun = user_data;

  if (!*begun)
    dites_cli_print ("\n%s", _("More from the Lists"));
  *begun = TRUE;
  dites_cli_print (_("  %s: %s"), header, text);
}

static DitesCliStatus
run_show (DitesCli *cli,
          char   ***words)
{
  gboolean           json = FALSE;
  gboolean           begun = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("As one JSON object"), NULL },
    { NULL },
  };
  g_autoptr (DitesReader) reader = NULL;
  g_autoptr (DitesDocument) document = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  const DitesKind *kind;

  if (!dites_cli_parse (cli, entries, words, 1, 1))
    return DITES_CLI_USAGE;
  reader = dites_cli_open_reader (cli);
  if (reader == NULL)
    return DITES_CLI_FAILED;
  document = dites_reader_get (reader, (*words)[1], &error);
  if (document == NULL)
    return dites_cli_fail (error);

  kind = dites_kind_get (dites_document_get_kind (document));
  if (json || kind == NULL)
    {
      dites_cli_print ("%s", dites_document_get_text (document, NULL));
      return DITES_CLI_DONE;
    }

  print_row (kind, document, reader);
  print_fields (kind, document, reader);
  dites_document_foreach_extra (document, print_extra, &begun);
  problems = dites_kind_check (kind, document);
  for (guint i = 0; i < problems->len; i++)
    {
      const DitesProblem *problem = problems->pdata[i];

      dites_cli_print ("%s! %s", i == 0 ? "\n" : "", problem->message);
    }

  return dites_reader_is_complete (reader, &error) ? DITES_CLI_DONE : dites_cli_fail (error);
}

static GBytes *
read_input (const char *path,
            GError    **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GFile) file = NULL;
  guint8 buffer[65536];
  gsize  n;

  if (strcmp (path, "-") != 0)
    {
      file = g_file_new_for_commandline_arg (path);
      return g_file_load_bytes (file, NULL, NULL, error);
    }

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_byte_array_append (bytes, buffer, n);

  return g_bytes_new (bytes->data, bytes->len);
}

static void
print_refusals (GPtrArray *refusals)
{
  guint n_more = refusals->len > MAX_REFUSALS ? refusals->len - MAX_REFUSALS : 0;

  for (guint i = 0; i < refusals->len - n_more; i++)
    {
      const DitesLoadRefusal *refusal = refusals->pdata[i];

      dites_cli_say (_("Document %u: %s"), refusal->position, refusal->message);
    }
  if (n_more > 0)
    dites_cli_say (ngettext ("%u more document was refused", "%u more documents were refused", n_more), n_more);
}

static DitesCliStatus
add (DitesCli        *cli,
     const DitesKind *kind,
     const char      *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = read_input (path, &error);
  g_autofree char *directory = strcmp (path, "-") != 0 ? g_path_get_dirname (path) : NULL;

  if (text == NULL)
    return dites_cli_fail (error);
  if (!dites_cli_open (cli))
    return DITES_CLI_FAILED;

  dites_load_async (cli->store, kind != NULL ? kind->name : NULL, text, directory, NULL,
                    dites_cli_keep_result_cb, &result);
  dites_cli_wait (&result);
  loaded = dites_load_finish (cli->store, result, &refusals, &error);

  print_refusals (refusals);
  if (loaded == NULL)
    return dites_cli_fail (error);

  for (guint i = 0; i < loaded->len; i++)
    dites_cli_print ("%s", dites_document_get_id (loaded->pdata[i]));

  if (refusals->len == 0)
    return DITES_CLI_DONE;

  return loaded->len > 0 ? DITES_CLI_REFUSED : DITES_CLI_FAILED;
}

static DitesCliStatus
run_add (DitesCli *cli,
         char   ***words)
{
  g_autofree char   *path = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_FILENAME, &path, N_("The documents: one, an array, or one a line; “-” for standard input"), N_("FILE") },
    { NULL },
  };
  const DitesKind *kind = NULL;

  if (!dites_cli_parse (cli, entries, words, 0, 1))
    return DITES_CLI_USAGE;
  if (path == NULL)
    {
      dites_cli_say (_("Which documents? Give a file with “--json FILE”"));
      return DITES_CLI_USAGE;
    }
  if ((*words)[1] != NULL)
    {
      kind = dites_cli_get_kind ((*words)[1]);
      if (kind == NULL)
        return DITES_CLI_USAGE;
    }

  return add (cli, kind, path);
}

const DitesCliCommand dites_cli_list = { "list", N_("KIND"), N_("List the documents of a kind"), TRUE, run_list };
const DitesCliCommand dites_cli_show = { "show", N_("ID"), N_("Show a document"), FALSE, run_show };
const DitesCliCommand dites_cli_add = { "add", N_("[KIND]"), N_("Add documents from JSON"), TRUE, run_add };
