/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "dites-cli-private.h"
#include "dites-error.h"
#include "dites-import.h"
#include "dites-semester.h"

/* How often a plan is made again when somebody else writes in between. */
#define MAX_TRIES 5

typedef struct
{
  char            *semester;
  char            *kind_name;
  char            *encoding;
  const DitesKind *kind; /* (nullable) */
  gboolean         repair;
  gboolean         dry_run;
  gboolean         json;
} Options;

/* Standard output holds the JSON and nothing else. */
static void
print_report (JsonNode *report)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, report);
  text = json_generator_to_data (generator, NULL);
  dites_cli_print ("%s", text);
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_int (JsonBuilder *builder,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_columns (JsonBuilder      *builder,
             DitesListMapping *mapping)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < dites_list_mapping_get_n_columns (mapping); i++)
    {
      DitesColumnUse use = dites_list_mapping_get_use (mapping, i);

      if (use == DITES_COLUMN_EMPTY)
        continue;

      json_builder_begin_object (builder);
      add_string (builder, "header", dites_list_mapping_get_header (mapping, i));
      switch (use)
        {
        case DITES_COLUMN_FIELD:
          add_string (builder, "field", dites_list_mapping_get_field (mapping, i)->name);
          add_string (builder, "kind", dites_list_mapping_get_field_kind (mapping, i)->name);
          break;
        case DITES_COLUMN_EXTRA:
          add_string (builder, "kept_as", "extra");
          break;
        case DITES_COLUMN_SENSITIVE:
          add_string (builder, "ignored", "sensitive");
          break;
        case DITES_COLUMN_IGNORED:
          add_string (builder, "ignored", "decided");
          break;
        case DITES_COLUMN_EMPTY:
        default:
          break;
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_rows (JsonBuilder           *builder,
          const DitesPlanCounts *counts)
{
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_object (builder);
  add_int (builder, "read", counts->read);
  add_int (builder, "new", counts->added);
  add_int (builder, "changed", counts->changed);
  add_int (builder, "same", counts->same);
  add_int (builder, "doubtful", counts->doubtful);
  add_int (builder, "refused", counts->refused);
  if (counts->skipped > 0)
    add_int (builder, "skipped", counts->skipped);
  json_builder_end_object (builder);
}

static const char *
get_severity_name (DitesSeverity severity)
{
  switch (severity)
    {
    case DITES_SEVERITY_NOTICE:
      return "notice";
    case DITES_SEVERITY_WARNING:
      return "warning";
    case DITES_SEVERITY_BLOCKS:
    case DITES_SEVERITY_ERROR:
    default:
      return "error";
    }
}

static void
add_problems (JsonBuilder *builder,
              DitesPlan   *plan)
{
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < dites_plan_get_n_problems (plan); i++)
    {
      DitesPlanProblem problem = dites_plan_get_problem (plan, i);

      json_builder_begin_object (builder);
      add_int (builder, "line", problem.line);
      if (problem.column != NULL)
        add_string (builder, "column", problem.column);
      if (problem.value != NULL)
        add_string (builder, "value", problem.value);
      add_string (builder, "severity", get_severity_name (problem.severity));
      add_string (builder, "message", problem.message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Named only where there are some: most lists have no earlier version. */
static void
add_absent (JsonBuilder *builder,
            DitesPlan   *plan)
{
  if (dites_plan_get_n_absent (plan) == 0)
    return;

  json_builder_set_member_name (builder, "absent");
  json_builder_begin_array (builder);
  for (guint i = 0; i < dites_plan_get_n_absent (plan); i++)
    {
      const DitesPlanAbsent *absent = dites_plan_get_absent (plan, i);

      json_builder_begin_object (builder);
      add_string (builder, "id", dites_document_get_id (absent->placement));
      add_string (builder, "title", absent->title);
      add_string (builder, "where", absent->where);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_report (JsonBuilder   *builder,
            DitesImport   *import,
            const Options *options)
{
  DitesListTable  *table = dites_import_get_table (import);
  DitesPlan       *plan = dites_import_get_plan (import);
  DitesPlanCounts  counts = dites_plan_get_counts (plan);
  g_autofree char *name = g_file_get_basename (dites_import_get_file (import));
  g_autofree char *shown = g_filename_display_name (name);
  const char       separator[] = { dites_list_table_get_separator (table), '\0' };

  json_builder_begin_object (builder);
  add_string (builder, "file", shown);
  add_string (builder, "encoding", dites_list_table_get_encoding (table));
  add_string (builder, "separator", separator);
  add_int (builder, "header_line", dites_list_table_get_header_line (table));
  json_builder_set_member_name (builder, "dry_run");
  json_builder_add_boolean_value (builder, options->dry_run);
  add_columns (builder, dites_import_get_mapping (import));
  add_rows (builder, &counts);
  add_problems (builder, plan);
  add_absent (builder, plan);
  json_builder_end_object (builder);
}

/* A file of which nothing could be read has its place in the answer too. */
static void
add_failure (JsonBuilder  *builder,
             const char   *name,
             const GError *error)
{
  json_builder_begin_object (builder);
  add_string (builder, "file", name);
  add_string (builder, "error", error->message);
  json_builder_end_object (builder);
}

/* What no row has to do with. */
static void
say_what_helps (DitesImport *import)
{
  if (dites_list_table_is_doubly_encoded (dites_import_get_table (import)))
    dites_cli_say (_("  Some letters were encoded twice, as in “Ã©” for “é”: “--repair” repairs them"));
  if (dites_plan_get_counts (dites_import_get_plan (import)).read == 0)
    dites_cli_say (_("  The list has no row under its header"));
}

static void
print_problem (const DitesPlanProblem *problem)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (problem->line > 0)
    g_string_append_printf (line, _("Line %u: "), problem->line);
  if (problem->column != NULL)
    g_string_append_printf (line, _("column “%s”: "), problem->column);
  g_string_append (line, problem->message);
  dites_cli_say ("  %s", line->str);
}

/* What tells somebody from others of the same name: a day, an address, a number. */
static char *
dup_candidate (DitesImport   *import,
               DitesDocument *candidate)
{
  const DitesKind *kind = dites_list_mapping_get_kind (dites_import_get_mapping (import));
  g_autofree char *title = dites_kind_title (kind, candidate, dites_import_title_of, import);
  GString         *line = g_string_new (title);

  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *value = NULL;

      if (field->type != DITES_FIELD_DATE && field->type != DITES_FIELD_EMAIL && field->type != DITES_FIELD_RPPS)
        continue;
      value = dites_field_format (field, candidate, dites_import_title_of, import);
      if (value != NULL && *value != '\0')
        g_string_append_printf (line, ", %s", value);
    }

  return g_string_free (line, FALSE);
}

/* Nothing is written of a doubtful row, so it is said whom it may be about. */
static void
print_doubtful (DitesImport *import)
{
  DitesPlan *plan = dites_import_get_plan (import);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (plan)); i++)
    {
      g_autoptr (DitesPlanRow) row = dites_plan_get_row (plan, i);
      g_autoptr (GPtrArray) candidates = NULL;
      g_autofree char *title = NULL;

      if (dites_plan_row_get_state (row) != DITES_ROW_DOUBTFUL)
        continue;

      title = dites_plan_row_dup_title (row);
      candidates = dites_plan_row_get_candidates (row);
      for (guint j = 0; j < candidates->len; j++)
        {
          g_autofree char *candidate = dup_candidate (import, candidates->pdata[j]);

          /* Translators: a line of a file, the name that stands there, somebody known, and the identifier of that one. */
          dites_cli_say (_("  Line %u: “%s” may be %s (%s); nothing was written of it"), dites_plan_row_get_line (row), title,
                         candidate, dites_document_get_id (candidates->pdata[j]));
        }
    }
}

/* Nothing is done about them: what becomes of a placement is for a person to say. */
static void
print_absent (DitesPlan *plan)
{
  for (guint i = 0; i < dites_plan_get_n_absent (plan); i++)
    {
      const DitesPlanAbsent *absent = dites_plan_get_absent (plan, i);

      /* Translators: somebody, the stage that an earlier version of the list said, and the identifier of the placement. */
      dites_cli_say (_("  No longer in this list: %s, placed by an earlier version: %s (%s)"), absent->title, absent->where,
                     dites_document_get_id (absent->placement));
    }
}

static void
print_counts (DitesImport   *import,
              const Options *options)
{
  DitesPlan       *plan = dites_import_get_plan (import);
  DitesPlanCounts  counts = dites_plan_get_counts (plan);
  g_autofree char *name = g_file_get_basename (dites_import_get_file (import));
  g_autofree char *shown = g_filename_display_name (name);

  for (guint i = 0; i < dites_plan_get_n_problems (plan); i++)
    {
      DitesPlanProblem problem = dites_plan_get_problem (plan, i);

      print_problem (&problem);
    }

  if (counts.doubtful > 0)
    print_doubtful (import);
  print_absent (plan);
  dites_cli_print (options->dry_run
                     /* Translators: what an import would do with the rows of a file. */
                     ? _("%s: %u rows read; new: %u, changed: %u, same: %u, doubtful: %u, refused: %u (nothing was written)")
                     /* Translators: what an import has done with the rows of a file. */
                     : _("%s: %u rows read; new: %u, changed: %u, same: %u, doubtful: %u, refused: %u"),
                   shown, counts.read, counts.added, counts.changed, counts.same, counts.doubtful, counts.refused);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  dites_cli_progress (_("Reading the list…"), fraction);
}

static gboolean
plan (DitesImport *import,
      GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DitesPlan) made = NULL;

  dites_import_plan_async (import, progress_cb, NULL, NULL, dites_cli_keep_result_cb, &result);
  dites_cli_wait (&result);
  made = dites_import_plan_finish (import, result, error);
  dites_cli_progress ("", 1);

  return made != NULL;
}

static gboolean
write_plan (DitesImport *import,
            GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dites_import_write_async (import, NULL, dites_cli_keep_result_cb, &result);
  dites_cli_wait (&result);

  return dites_import_write_finish (import, result, error);
}

/* Makes the plan and does it; again, when somebody else wrote in between. */
static gboolean
import_file (DitesImport *import,
             gboolean     dry_run,
             GError     **error)
{
  for (int i = 1; TRUE; i++)
    {
      g_autoptr (GError) failure = NULL;

      if (!plan (import, error))
        return FALSE;
      if (dry_run || write_plan (import, &failure))
        return TRUE;
      if (i == MAX_TRIES || !g_error_matches (failure, DITES_ERROR, DITES_ERROR_CONFLICT))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
}

static DitesCliStatus
import_one (DitesCli      *cli,
            const char    *path,
            const Options *options,
            JsonBuilder   *builder)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (DitesImport) import = dites_import_new (cli->store, file);
  g_autoptr (GError) error = NULL;
  DitesPlanCounts counts;

  dites_import_set_kind (import, options->kind);
  dites_import_set_semester (import, options->semester);
  dites_import_set_encoding (import, options->encoding);
  dites_import_set_repair (import, options->repair);

  if (!import_file (import, options->dry_run, &error))
    {
      g_autofree char *name = g_filename_display_basename (path);

      dites_cli_say (_("%s: %s"), name, error->message);
      if (builder != NULL)
        add_failure (builder, name, error);
      return DITES_CLI_FAILED;
    }
  say_what_helps (import);

  if (builder != NULL)
    add_report (builder, import, options);
  else
    print_counts (import, options);
  counts = dites_plan_get_counts (dites_import_get_plan (import));

  return counts.refused + counts.doubtful > 0 ? DITES_CLI_REFUSED : DITES_CLI_DONE;
}

/* One file gives its own object, several give one with all of theirs. */
static DitesCliStatus
import_files (DitesCli      *cli,
              char         **paths,
              const Options *options)
{
  gboolean several = paths[1] != NULL;
  g_autoptr (JsonBuilder) builder = options->json ? json_builder_new () : NULL;
  DitesCliStatus worst = DITES_CLI_DONE;
  guint          n_done = 0;

  if (builder != NULL && several)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "files");
      json_builder_begin_array (builder);
    }
  for (gsize i = 0; paths[i] != NULL; i++)
    {
      DitesCliStatus status = import_one (cli, paths[i], options, builder);

      worst = MAX (worst, status);
      n_done += status != DITES_CLI_FAILED ? 1 : 0;
    }
  if (builder != NULL && several)
    {
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }

  if (builder != NULL)
    {
      g_autoptr (JsonNode) report = json_builder_get_root (builder);

      print_report (report);
    }

  /* Something was changed, so this is no failure of all. */
  return worst == DITES_CLI_FAILED && n_done > 0 ? DITES_CLI_REFUSED : worst;
}

static DitesCliStatus
run_with (DitesCli *cli,
          Options  *options,
          char   ***words)
{
  const GOptionEntry entries[] = {
    { "semester", 0, 0, G_OPTION_ARG_STRING, &options->semester, N_("The semester of the list, if the list does not say it"), N_("SEMESTER") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options->kind_name, N_("What the list is about, if its headers do not say it"), N_("KIND") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options->encoding, N_("The encoding of the file: utf-8, windows-1252, utf-16le or utf-16be"), N_("ENCODING") },
    { "repair", 0, 0, G_OPTION_ARG_NONE, &options->repair, N_("Repair letters that were encoded twice"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run, N_("Only say what would be done"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_("As one JSON object"), NULL },
    { NULL },
  };
  DitesTerm                term;
  static const char *const encodings[] = { "utf-8", "windows-1252", "utf-16le", "utf-16be", NULL };

  if (!dites_cli_parse (cli, entries, words, 1, G_MAXUINT))
    return DITES_CLI_USAGE;
  if (options->kind_name != NULL && (options->kind = dites_cli_get_kind (options->kind_name)) == NULL)
    return DITES_CLI_USAGE;
  if (options->encoding != NULL && !g_strv_contains (encodings, options->encoding))
    {
      dites_cli_say (_("“%s” is not an encoding that lists come in"), options->encoding);
      return DITES_CLI_USAGE;
    }
  if (options->semester != NULL && !g_str_has_prefix (options->semester, "semester:") &&
      !dites_term_find_in_text (options->semester, &term))
    {
      dites_cli_say (_("“%s” is not a semester: “H25”, “E26” or “hiver 2025” are"), options->semester);
      return DITES_CLI_USAGE;
    }
  if (!dites_cli_open (cli))
    return DITES_CLI_FAILED;

  return import_files (cli, *words + 1, options);
}

static DitesCliStatus
run_import (DitesCli *cli,
            char   ***words)
{
  Options        options = { NULL };
  DitesCliStatus status = run_with (cli, &options, words);

  g_free (options.semester);
  g_free (options.kind_name);
  g_free (options.encoding);

  return status;
}

const DitesCliCommand dites_cli_import = { "import", N_("FILE…"), N_("Import lists of interns, or of other things"), TRUE, run_import };
