/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan.h"

#include <glib/gi18n.h>

#include "dites-plan-private.h"

/**
 * DitesPlan:
 *
 * What an import would do, row by row, before anything is written: a list
 * model of DitesPlanRow, one for each row of the list.
 *
 * A plan is made on any thread; once made it belongs to one, asks the store no
 * more, and can be changed: rows can be left out, and doubtful ones decided on.
 * Its counts are always what dites_plan_get_changes() then does; “changed” says
 * that they are others.
 */

typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
} DitesPlanSignal;

static guint signals[N_SIGNALS];

static GType
dites_plan_get_item_type (GListModel *model)
{
  return DITES_TYPE_PLAN_ROW;
}

static guint
dites_plan_get_n_items (GListModel *model)
{
  return DITES_PLAN (model)->n_rows;
}

/* Rows are made when they are asked for, and live as long as somebody holds them. */
static gpointer
dites_plan_get_item (GListModel *model,
                     guint       position)
{
  DitesPlan    *self = DITES_PLAN (model);
  DitesPlanRow *row;

  if (position >= self->n_rows)
    return NULL;

  row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
  if (row != NULL)
    return g_object_ref (row);

  row = dites_plan_row_new (self, position);
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);

  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dites_plan_get_item_type;
  iface->get_n_items = dites_plan_get_n_items;
  iface->get_item = dites_plan_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DitesPlan, dites_plan, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
free_drafts (DitesPlan *self)
{
  for (guint i = 0; self->drafts != NULL && i < self->n_rows; i++)
    g_clear_object (&self->drafts[i]);
  g_clear_pointer (&self->drafts, g_free);
}

static void
subject_clear (DitesPlanSubject *subject)
{
  g_clear_object (&subject->said);
  g_free (subject->id);
  g_clear_object (&subject->base);
  g_clear_object (&subject->document);
  for (guint i = 0; i < subject->n_parts; i++)
    {
      g_free (subject->parts[i].id);
      g_clear_object (&subject->parts[i].base);
      g_clear_object (&subject->parts[i].document);
    }
  g_free (subject->parts);
  g_clear_pointer (&subject->candidates, g_ptr_array_unref);
}

static void
dites_plan_finalize (GObject *object)
{
  DitesPlan *self = DITES_PLAN (object);

  free_drafts (self);
  g_clear_pointer (&self->reader, dites_plan_reader_free);
  g_clear_pointer (&self->table, dites_list_table_unref);
  g_clear_object (&self->mapping);
  g_free (self->entries);
  g_array_unref (self->subjects);
  g_hash_table_unref (self->by_base);
  g_hash_table_unref (self->made);
  g_hash_table_unref (self->companion_bases);
  g_hash_table_unref (self->latest);
  g_clear_pointer (&self->absents, g_ptr_array_unref);
  g_strfreev (self->earlier);
  g_array_unref (self->problems);
  g_string_chunk_free (self->messages);
  g_hash_table_unref (self->contradicted);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->dirty);
  g_clear_pointer (&self->joins, g_hash_table_unref);

  G_OBJECT_CLASS (dites_plan_parent_class)->finalize (object);
}

static void
dites_plan_class_init (DitesPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dites_plan_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
free_labels (GString *labels)
{
  g_string_free (labels, TRUE);
}

static void
dites_plan_init (DitesPlan *self)
{
  self->subjects = g_array_new (FALSE, TRUE, sizeof (DitesPlanSubject));
  g_array_set_clear_func (self->subjects, (GDestroyNotify) subject_clear);
  self->by_base = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->companion_bases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->latest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->problems = g_array_new (FALSE, FALSE, sizeof (DitesPlanReport));
  self->messages = g_string_chunk_new (4096);
  self->contradicted = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) free_labels);
  self->rows = g_hash_table_new (NULL, NULL);
  self->dirty = g_hash_table_new (NULL, NULL);
}

/**
 * dites_plan_report:
 * @self: a plan that is being made
 * @row: the row, or -1 for the whole list
 * @column: the column, or -1
 * @severity: how much it matters
 * @message: what is wrong
 */
void
dites_plan_report (DitesPlan    *self,
                   int           row,
                   int           column,
                   DitesSeverity severity,
                   const char   *message)
{
  DitesPlanReport report = { row, column, 0, severity, NULL };

  report.message = g_string_chunk_insert_const (self->messages, message);
  g_array_append_val (self->problems, report);
}

/**
 * dites_plan_add_label:
 * @labels: names, each quoted, with commas between them
 * @label: one more
 *
 * Adds a name to a sentence about several.
 */
void
dites_plan_add_label (GString    *labels,
                      const char *label)
{
  if (labels->len > 0)
    g_string_append (labels, ", ");
  /* Translators: the name of a field or the header of a column, within a sentence: only the quotation marks change. */
  g_string_append_printf (labels, _("“%s”"), label);
}

static void
report_cb (int           row,
           int           column,
           DitesSeverity severity,
           const char   *message,
           gpointer      user_data)
{
  dites_plan_report (user_data, row, column, severity, message);
}

static int
compare_reports (gconstpointer a,
                 gconstpointer b)
{
  const DitesPlanReport *first = a;
  const DitesPlanReport *second = b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;

  return (first->column > second->column) - (first->column < second->column);
}

/* What could not be read even before anybody asked what it means. */
static void
report_table (DitesPlan *self)
{
  guint n_problems = dites_list_table_get_n_problems (self->table);

  for (guint i = 0; i < n_problems; i++)
    {
      const DitesListProblem *problem = dites_list_table_get_problem (self->table, i);

      dites_plan_report (self, -1, -1, DITES_SEVERITY_WARNING, problem->message);
      g_array_index (self->problems, DitesPlanReport, self->problems->len - 1).line = problem->line;
    }
}

/* Columns that are not read, though nobody decided so. */
static void
report_unread (DitesPlan *self)
{
  guint n_columns = dites_list_mapping_get_n_columns (self->mapping);

  for (guint i = 0; i < n_columns; i++)
    {
      if (dites_list_mapping_get_use (self->mapping, i) == DITES_COLUMN_SENSITIVE)
        dites_plan_report (self, -1, i, DITES_SEVERITY_NOTICE, _("This column holds sensitive data and is not read"));
      else if (dites_list_mapping_get_use (self->mapping, i) == DITES_COLUMN_IGNORED &&
               !dites_list_mapping_is_decided (self->mapping, i))
        dites_plan_report (self, -1, i, DITES_SEVERITY_NOTICE, _("This column only sums up parts and is not read"));
    }
}

/**
 * dites_plan_make_once:
 * @table: a list
 * @mapping: what its columns are
 * @options: (nullable): what the caller knows
 * @known: what the store knows
 * @asked: (nullable): rows that a person is asked about, if they may be about somebody else
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Works out what an import of the list would do, without a look at what would
 * come of the same list afterwards.
 *
 * Returns: (transfer full) (nullable): as dites_plan_make()
 */
DitesPlan *
dites_plan_make_once (DitesListTable         *table,
                      DitesListMapping       *mapping,
                      const DitesPlanOptions *options,
                      const DitesKnown       *known,
                      GHashTable             *asked,
                      GCancellable           *cancellable,
                      GError                **error)
{
  g_autoptr (DitesPlan) self = g_object_new (DITES_TYPE_PLAN, NULL);

  self->table = dites_list_table_ref (table);
  self->mapping = dites_list_mapping_copy (mapping);
  self->kind = dites_list_mapping_get_kind (mapping);
  self->n_rows = dites_list_table_get_n_rows (table);
  self->entries = g_new0 (DitesPlanEntry, self->n_rows);
  self->drafts = g_new0 (DitesDocument *, self->n_rows);
  self->known = known;
  self->asked = asked;

  self->reader = dites_plan_reader_new (table, self->mapping, options, known, self->made, report_cb, self, error);
  if (self->reader == NULL)
    return NULL;
  self->companion = dites_plan_reader_get_companion (self->reader);
  report_table (self);
  report_unread (self);
  if (!dites_plan_identify_rows (self, options, cancellable, error))
    return NULL;

  dites_plan_report_contradictions (self);
  dites_plan_reader_close (self->reader);
  self->known = NULL;
  self->asked = NULL;
  free_drafts (self);
  g_array_sort (self->problems, compare_reports);

  return g_steal_pointer (&self);
}

/**
 * dites_plan_get_table:
 * @self: a plan
 *
 * Returns: (transfer none): the list
 */
DitesListTable *
dites_plan_get_table (DitesPlan *self)
{
  g_return_val_if_fail (DITES_IS_PLAN (self), NULL);

  return self->table;
}

/**
 * dites_plan_get_mapping:
 * @self: a plan
 *
 * Returns: (transfer none): what the columns were read as; a plan does not
 *   follow later changes of it
 */
DitesListMapping *
dites_plan_get_mapping (DitesPlan *self)
{
  g_return_val_if_fail (DITES_IS_PLAN (self), NULL);

  return self->mapping;
}

/**
 * dites_plan_get_semester:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the semester that the whole list is about
 */
DitesDocument *
dites_plan_get_semester (DitesPlan *self)
{
  g_return_val_if_fail (DITES_IS_PLAN (self), NULL);

  return dites_plan_reader_get_semester (self->reader);
}

/**
 * dites_plan_get_row:
 * @self: a plan
 * @row: a row of the list
 *
 * Returns: (transfer full): the row
 */
DitesPlanRow *
dites_plan_get_row (DitesPlan *self,
                    guint      row)
{
  g_return_val_if_fail (DITES_IS_PLAN (self), NULL);
  g_return_val_if_fail (row < self->n_rows, NULL);

  return dites_plan_get_item (G_LIST_MODEL (self), row);
}

/**
 * dites_plan_get_n_problems:
 * @self: a plan
 *
 * Returns: how many problems there are
 */
guint
dites_plan_get_n_problems (DitesPlan *self)
{
  g_return_val_if_fail (DITES_IS_PLAN (self), 0);

  return self->problems->len;
}

/**
 * dites_plan_get_problem:
 * @self: a plan
 * @index: from 0; those of the whole list first, then in the order of the rows
 *
 * Returns: a problem; @self holds its texts
 */
DitesPlanProblem
dites_plan_get_problem (DitesPlan *self,
                        guint      index)
{
  DitesPlanProblem       problem = { 0 };
  const DitesPlanReport *report;

  g_return_val_if_fail (DITES_IS_PLAN (self), problem);
  g_return_val_if_fail (index < self->problems->len, problem);

  report = &g_array_index (self->problems, DitesPlanReport, index);
  problem.severity = report->severity;
  problem.message = report->message;
  if (report->column >= 0)
    problem.column = dites_list_mapping_get_header (self->mapping, report->column);
  problem.line = report->line;
  if (report->row >= 0)
    problem.line = dites_list_table_get_line (self->table, report->row);
  if (report->row >= 0 && report->column >= 0)
    problem.value = dites_list_table_get_cell (self->table, report->row, report->column);

  return problem;
}

static void
notify_rows (DitesPlan *self)
{
  g_autoptr (GList) rows = g_hash_table_get_values (self->rows);

  for (GList *l = rows; l != NULL; l = l->next)
    dites_plan_row_notify (l->data);
}

/**
 * dites_plan_subject_changed:
 * @self: a plan
 * @subject: a subject on which somebody decided, or one of whose rows was left out or taken in
 *
 * Has its documents worked out anew before they are next asked for, and tells
 * the rows that are shown.
 */
void
dites_plan_subject_changed (DitesPlan *self,
                            guint32    subject)
{
  self->counted = FALSE;
  self->unsettled = TRUE;
  if (subject != DITES_NO_INDEX)
    {
      g_hash_table_add (self->dirty, GUINT_TO_POINTER (subject));
      g_hash_table_add (self->dirty, GUINT_TO_POINTER (dites_plan_get_effective (self, subject)));
    }
  notify_rows (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * dites_plan_forget_row:
 * @self: a plan
 * @row: a row whose object is no more
 */
void
dites_plan_forget_row (DitesPlan *self,
                       guint32    row)
{
  g_hash_table_remove (self->rows, GUINT_TO_POINTER (row));
}
