/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-fold.h"

/* What the plan page says about a row, in words and markup. */

/* Fields that are said of somebody new, and of each of those that a row may be about. */
#define MAX_NEW      6
#define MAX_COMPARED 8

/* A longer text is cut: it stands in full in the document. */
#define MAX_LENGTH 160

/**
 * dites_plan_text_get_state:
 * @state: what becomes of a row
 *
 * Returns: the word for it
 */
const char *
dites_plan_text_get_state (DitesRowState state)
{
  switch (state)
    {
    case DITES_ROW_NEW:
      return C_("row of a list", "New");
    case DITES_ROW_CHANGED:
      return C_("row of a list", "Changed");
    case DITES_ROW_SAME:
      return C_("row of a list", "Known, Nothing New");
    case DITES_ROW_MERGED:
      return C_("row of a list", "Read Together with a Row Above");
    case DITES_ROW_DOUBTFUL:
      return C_("row of a list", "To Be Decided");
    case DITES_ROW_SKIPPED:
      return C_("row of a list", "Left Out");
    case DITES_ROW_REFUSED:
    default:
      return C_("row of a list", "Cannot Be Read");
    }
}

/**
 * dites_plan_text_get_icon_name:
 * @state: what becomes of a row
 *
 * Returns: the name of the icon for it
 */
const char *
dites_plan_text_get_icon_name (DitesRowState state)
{
  switch (state)
    {
    case DITES_ROW_NEW:
      return "list-add-symbolic";
    case DITES_ROW_CHANGED:
      return "document-edit-symbolic";
    case DITES_ROW_SAME:
    case DITES_ROW_MERGED:
      return "object-select-symbolic";
    case DITES_ROW_DOUBTFUL:
      return "dialog-question-symbolic";
    case DITES_ROW_SKIPPED:
      return "list-remove-symbolic";
    case DITES_ROW_REFUSED:
    default:
      return "dialog-warning-symbolic";
    }
}

/**
 * dites_plan_text_get_style:
 * @state: what becomes of a row
 *
 * Returns: the style class that goes with its icon and word
 */
const char *
dites_plan_text_get_style (DitesRowState state)
{
  switch (state)
    {
    case DITES_ROW_NEW:
      return "success";
    case DITES_ROW_CHANGED:
      return "accent";
    case DITES_ROW_DOUBTFUL:
      return "warning";
    case DITES_ROW_REFUSED:
      return "error";
    case DITES_ROW_SAME:
    case DITES_ROW_MERGED:
    case DITES_ROW_SKIPPED:
    default:
      return "dimmed";
    }
}

static gboolean
is_said (const char *text)
{
  return text != NULL && *text != '\0';
}

/* One line that is not too long. */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdup (text);
  g_autofree char *start = NULL;

  g_strdelimit (line, "\n\r\t", ' ');
  if (g_utf8_strlen (line, MAX_LENGTH * 4) <= MAX_LENGTH)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, MAX_LENGTH);

  return g_strconcat (start, "…", NULL);
}

static void
append_dimmed (GString    *markup,
               const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (markup, "<span alpha=\"65%%\">%s</span>", escaped);
}

static void
append_value (GString    *markup,
              const char *value,
              gboolean    marked)
{
  g_autofree char *line = shorten (value);
  g_autofree char *escaped = g_markup_escape_text (line, -1);

  g_string_append_printf (markup, marked ? "<b>%s</b>" : "%s", escaped);
}

/* “Winter semester 2026” says itself that it is a semester. */
static gboolean
names_itself (const char *label,
              const char *value)
{
  g_autofree char *folded_label = dites_fold_words (label);
  g_autofree char *folded_value = dites_fold_words (value);
  g_auto (GStrv) words = g_strsplit (folded_value, " ", -1);

  return g_strv_contains ((const char *const *) words, folded_label);
}

/* The label of a field before its value. */
static void
append_label (GString    *markup,
              const char *label,
              const char *value)
{
  if (names_itself (label, value))
    return;

  append_dimmed (markup, label);
  g_string_append (markup, "\302\240 ");
}

/* What the title says already. */
static gboolean
is_name (const DitesFieldChange *change)
{
  return change->field != NULL && change->field->type == DITES_FIELD_NAME;
}

/* A document that goes along says to whom: the title says that. */
static gboolean
is_owner (const DitesFieldChange *change,
          DitesImport            *import)
{
  return change->field != NULL && change->field->target != NULL &&
         strcmp (change->field->target, dites_list_mapping_get_kind (dites_import_get_mapping (import))->name) == 0;
}

static gboolean
is_added (const DitesFieldChange *change,
          DitesImport            *import)
{
  return !is_name (change) && !is_owner (change, import) && is_said (change->new_text) && !is_said (change->old_text);
}

/* What one looks for first: where somebody will be, then what lists show, then the rest. */
static guint
get_rank (const DitesFieldChange *change,
          DitesImport            *import)
{
  if (change->field == NULL || (change->field->flags & DITES_FIELD_LISTED) == 0)
    return 2;

  return change->kind == dites_list_mapping_get_kind (dites_import_get_mapping (import)) ? 1 : 0;
}

/* “Stage Sites  CH …   ·   Speciality  MG”: what is said of somebody for the first time. */
static char *
dup_added (GPtrArray   *changes,
           DitesImport *import,
           guint        max)
{
  GString *markup = g_string_new (NULL);
  guint    n = 0;

  for (guint rank = 0; rank < 3; rank++)
    for (guint i = 0; i < changes->len && n < max; i++)
      {
        const DitesFieldChange *change = changes->pdata[i];

        if (get_rank (change, import) != rank || !is_added (change, import))
          continue;
        if (n++ > 0)
          g_string_append (markup, "  ·  ");
        append_label (markup, change->label, change->new_text);
        append_value (markup, change->new_text, FALSE);
      }

  return g_string_free_and_steal (markup);
}

/* “E-Mail Addresses  old → new”, one a line, then what is added. */
static char *
dup_changed (GPtrArray   *changes,
             DitesImport *import)
{
  GString         *markup = g_string_new (NULL);
  g_autofree char *added = dup_added (changes, import, G_MAXUINT);

  for (guint i = 0; i < changes->len; i++)
    {
      const DitesFieldChange *change = changes->pdata[i];

      if (!is_said (change->old_text))
        continue;
      if (markup->len > 0)
        g_string_append_c (markup, '\n');
      append_label (markup, change->label, change->old_text);
      append_value (markup, change->old_text, FALSE);
      g_string_append (markup, " → ");
      append_value (markup, change->new_text, TRUE);
    }

  if (*added != '\0')
    {
      g_autoptr (GString) line = g_string_new (NULL);

      /* Translators: %s is what is written where nothing was: “Phone Numbers 06 39 98 00 12”. */
      g_string_printf (line, _("Added: %s"), added);
      if (markup->len > 0)
        g_string_append_c (markup, '\n');
      g_string_append (markup, line->str);
    }

  return g_string_free_and_steal (markup);
}

/**
 * dites_plan_text_dup_details:
 * @row: a row
 * @import: the import that its plan is of
 *
 * Returns: (transfer full): markup: what is written; empty when nothing is
 */
char *
dites_plan_text_dup_details (DitesPlanRow *row,
                             DitesImport  *import)
{
  DitesRowState state = dites_plan_row_get_state (row);
  g_autoptr (GPtrArray) changes = NULL;

  if (state != DITES_ROW_NEW && state != DITES_ROW_CHANGED)
    return g_strdup ("");

  changes = dites_plan_row_get_changes (row, dites_import_title_of, import);

  return state == DITES_ROW_NEW ? dup_added (changes, import, MAX_NEW) : dup_changed (changes, import);
}

/**
 * dites_plan_text_dup_problems:
 * @row: a row
 *
 * Returns: (transfer full): what is wrong with it, a line each; empty when nothing is
 */
char *
dites_plan_text_dup_problems (DitesPlanRow *row)
{
  g_autoptr (GPtrArray) problems = dites_plan_row_get_problems (row);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const DitesPlanProblem *problem = problems->pdata[i];

      if (i > 0)
        g_string_append_c (text, '\n');
      /* Most messages say the value themselves. */
      if (problem->column != NULL && is_said (problem->value) && strstr (problem->message, problem->value) == NULL)
        {
          g_autofree char *value = shorten (problem->value);

          /* Translators: the header of a column, what stands in it, and what is wrong with it. */
          g_string_append_printf (text, _("%s “%s”: %s"), problem->column, value, problem->message);
        }
      else if (problem->column != NULL)
        /* Translators: the header of a column, and what is wrong with it. */
        g_string_append_printf (text, _("%s: %s"), problem->column, problem->message);
      else
        g_string_append (text, problem->message);
    }

  return g_string_free_and_steal (text);
}

/* What is written another way is the same: CAMILLE and Camille. */
static gboolean
differ (const char *said,
        const char *known)
{
  g_autofree char *said_words = NULL;
  g_autofree char *known_words = NULL;

  if (!is_said (said) || !is_said (known))
    return FALSE;

  said_words = dites_fold_words (said);
  known_words = dites_fold_words (known);

  return strcmp (said_words, known_words) != 0;
}

static gboolean
can_be_compared (const DitesField *field)
{
  return (field->flags & DITES_FIELD_LIST_ONLY) == 0 && field->type != DITES_FIELD_ITEMS &&
         field->type != DITES_FIELD_PHOTOS;
}

static void
append_line (GString          *markup,
             const DitesField *field,
             const char       *value,
             gboolean          differs)
{
  if (markup->len > 0)
    g_string_append_c (markup, '\n');
  append_label (markup, dites_field_get_label (field), value);
  append_value (markup, value, differs);
  if (differs)
    {
      g_string_append_c (markup, ' ');
      /* Translators: stands after a value that is not the one that stands in the list. */
      append_dimmed (markup, _("(different)"));
    }
}

/* What @shown says, a field a line. What @other says otherwise is marked; names stand in the
 * title, and are only said again where they are others. */
static char *
dup_compared (DitesDocument *shown,
              DitesDocument *other,
              DitesImport   *import)
{
  const DitesKind *kind = dites_list_mapping_get_kind (dites_import_get_mapping (import));
  GString         *markup = g_string_new (NULL);
  guint            n = 0;

  for (const DitesField *field = kind->fields; field->name != NULL && n < MAX_COMPARED; field++)
    {
      g_autofree char *value = NULL;
      g_autofree char *other_value = NULL;
      gboolean         differs;

      if (!can_be_compared (field))
        continue;
      value = dites_field_format (field, shown, dites_import_title_of, import);
      other_value = other != NULL ? dites_field_format (field, other, dites_import_title_of, import) : NULL;
      differs = differ (other_value, value);
      if (!is_said (value) || (field->type == DITES_FIELD_NAME && !differs))
        continue;
      append_line (markup, field, value, differs);
      n++;
    }

  return g_string_free_and_steal (markup);
}

/**
 * dites_plan_text_dup_own:
 * @row: a row
 * @import: the import that its plan is of
 *
 * Returns: (transfer full): markup: what the row itself says, a field a line
 */
char *
dites_plan_text_dup_own (DitesPlanRow *row,
                         DitesImport  *import)
{
  g_autoptr (DitesDocument) draft = dites_plan_get_draft (dites_import_get_plan (import), dites_plan_row_get_index (row));

  return dup_compared (draft, NULL, import);
}

/**
 * dites_plan_text_dup_candidate:
 * @row: a row
 * @candidate: one that it may be about
 * @import: the import that its plan is of
 *
 * Returns: (transfer full): markup: what is known about @candidate, a field a line; what
 *   the row says otherwise is marked
 */
char *
dites_plan_text_dup_candidate (DitesPlanRow  *row,
                               DitesDocument *candidate,
                               DitesImport   *import)
{
  g_autoptr (DitesDocument) draft = dites_plan_get_draft (dites_import_get_plan (import), dites_plan_row_get_index (row));

  return dup_compared (candidate, draft, import);
}
