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
  g_array_unref (self->problems);
  g_string_chunk_free (self->messages);
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
 * dites_plan_make:
 * @table: a list
 * @mapping: what its columns are; the plan takes a copy
 * @options: (nullable): what the caller knows
 * @known: what the store knows; it is asked during this call only
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Works out what an import of the list would do. Nothing is written. It takes
 * about ten microseconds a row besides what @known takes, so long lists
 * belong into a worker thread.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL with @error set:
 *   %DITES_ERROR_INVALID when what was given as a semester is none,
 *   %G_IO_ERROR_CANCELLED
 */
DitesPlan *
dites_plan_make (DitesListTable         *table,
                 DitesListMapping       *mapping,
                 const DitesPlanOptions *options,
                 const DitesKnown       *known,
                 GCancellable           *cancellable,
                 GError                **error)
{
  g_autoptr (DitesPlan) self = NULL;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (DITES_IS_LIST_MAPPING (mapping), NULL);
  g_return_val_if_fail (known != NULL && known->find != NULL && known->get != NULL, NULL);

  self = g_object_new (DITES_TYPE_PLAN, NULL);
  self->table = dites_list_table_ref (table);
  self->mapping = dites_list_mapping_copy (mapping);
  self->kind = dites_list_mapping_get_kind (mapping);
  self->n_rows = dites_list_table_get_n_rows (table);
  self->entries = g_new0 (DitesPlanEntry, self->n_rows);
  self->drafts = g_new0 (DitesDocument *, self->n_rows);
  self->known = known;

  self->reader = dites_plan_reader_new (table, self->mapping, options, known, self->made, report_cb, self, error);
  if (self->reader == NULL)
    return NULL;
  self->companion = dites_plan_reader_get_companion (self->reader);
  report_table (self);
  report_unread (self);
  if (!dites_plan_identify_rows (self, options, cancellable, error))
    return NULL;

  dites_plan_reader_close (self->reader);
  self->known = NULL;
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

/* Somebody new, known and changed, or the same. */
static DitesRowState
get_outcome (const DitesPlanSubject *subject)
{
  if (subject->base == NULL)
    return DITES_ROW_NEW;
  if (subject->document != NULL)
    return DITES_ROW_CHANGED;

  for (guint i = 0; i < subject->n_parts; i++)
    {
      if (subject->parts[i].document != NULL)
        return DITES_ROW_CHANGED;
    }

  return DITES_ROW_SAME;
}

static gboolean
is_waiting (const DitesPlanSubject *subject)
{
  return subject->doubtful && subject->decision == DITES_DECISION_NONE;
}

static void
count_rows (DitesPlan *self,
            guint32    subject,
            guint32    effective,
            guint8    *counted)
{
  const DitesPlanSubject *found = dites_plan_get_subject (self, effective);

  for (guint32 row = dites_plan_get_subject (self, subject)->first; row != DITES_NO_INDEX;
       row = self->entries[row].next)
    {
      if (self->entries[row].excluded)
        self->counts.skipped++;
      else if (is_waiting (found) || is_waiting (dites_plan_get_subject (self, subject)))
        self->counts.doubtful++;
      else if (counted[effective])
        self->counts.same++;
      else
        {
          DitesRowState state = get_outcome (found);

          counted[effective] = TRUE;
          self->counts.added += state == DITES_ROW_NEW;
          self->counts.changed += state == DITES_ROW_CHANGED;
          self->counts.same += state == DITES_ROW_SAME;
        }
    }
}

/**
 * dites_plan_get_counts:
 * @self: a plan
 *
 * Returns: how many rows there are of each state
 */
DitesPlanCounts
dites_plan_get_counts (DitesPlan *self)
{
  DitesPlanCounts    none = { 0 };
  g_autofree guint8 *counted = NULL;

  g_return_val_if_fail (DITES_IS_PLAN (self), none);

  dites_plan_settle (self);
  if (self->counted)
    return self->counts;

  self->counts = none;
  self->counts.read = self->n_rows;
  counted = g_malloc0 (self->subjects->len + 1);
  for (guint32 i = 0; i < self->subjects->len; i++)
    count_rows (self, i, dites_plan_get_effective (self, i), counted);
  for (guint32 row = 0; row < self->n_rows; row++)
    {
      if (self->entries[row].subject == DITES_NO_INDEX && self->entries[row].excluded)
        self->counts.skipped++;
      else if (self->entries[row].subject == DITES_NO_INDEX)
        self->counts.refused++;
    }
  self->counted = TRUE;

  return self->counts;
}

/* Puts the semesters and sites that a document refers to and the store does not have. */
static void
put_references (DitesPlan       *self,
                DitesChangeSet  *changes,
                GHashTable      *put,
                const DitesKind *kind,
                DitesDocument   *document)
{
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      g_auto (GStrv) ids = NULL;

      if (field->type != DITES_FIELD_REFERENCE)
        continue;
      ids = dites_document_dup_strings (document, field->name);
      for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
        {
          DitesDocument *made = g_hash_table_lookup (self->made, ids[i]);

          if (made != NULL && g_hash_table_add (put, made))
            dites_change_set_put (changes, NULL, made);
        }
    }
}

static char *
make_name (DitesPlan *self)
{
  DitesPlanCounts  counts = dites_plan_get_counts (self);
  guint            n = counts.added + counts.changed;
  g_autofree char *what = g_utf8_strdown (n == 1 ? dites_kind_get_label (self->kind)
                                                 : dites_kind_get_plural (self->kind),
                                          -1);

  /* Translators: a number, and what there are so many of, in lower case: “Import of 41 interns”. */
  return g_strdup_printf (_("Import of %u %s"), n, what);
}

/**
 * dites_plan_get_changes:
 * @self: a plan
 *
 * Returns: (transfer full): what the import writes: semesters and sites that
 *   are needed, then people with their placements; empty when nothing is new
 */
DitesChangeSet *
dites_plan_get_changes (DitesPlan *self)
{
  g_autoptr (DitesChangeSet) changes = NULL;
  g_autoptr (GHashTable) put = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (DITES_IS_PLAN (self), NULL);

  name = make_name (self);
  changes = dites_change_set_new (name);
  put = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < self->subjects->len; i++)
    {
      DitesPlanSubject *subject = dites_plan_get_subject (self, i);

      if (subject->document != NULL)
        put_references (self, changes, put, self->kind, subject->document);
      for (guint j = 0; j < subject->n_parts; j++)
        {
          if (subject->parts[j].document != NULL)
            put_references (self, changes, put, self->companion, subject->parts[j].document);
        }
    }

  for (guint32 i = 0; i < self->subjects->len; i++)
    {
      DitesPlanSubject *subject = dites_plan_get_subject (self, i);

      if (subject->document != NULL)
        dites_change_set_put (changes, subject->base, subject->document);
      for (guint j = 0; j < subject->n_parts; j++)
        {
          if (subject->parts[j].document != NULL)
            dites_change_set_put (changes, subject->parts[j].base, subject->parts[j].document);
        }
    }

  return g_steal_pointer (&changes);
}

/* The first row that is not left out, among those of a subject and those that were joined to it. */
static guint32
get_primary_row (DitesPlan *self,
                 guint32    subject)
{
  GArray *joined = self->joins != NULL ? g_hash_table_lookup (self->joins, GUINT_TO_POINTER (subject)) : NULL;

  for (guint i = 0; i <= (joined != NULL ? joined->len : 0); i++)
    {
      guint32 source = i == 0 ? subject : g_array_index (joined, guint32, i - 1);

      for (guint32 row = dites_plan_get_subject (self, source)->first; row != DITES_NO_INDEX;
           row = self->entries[row].next)
        {
          if (!self->entries[row].excluded)
            return row;
        }
    }

  return DITES_NO_INDEX;
}

/**
 * dites_plan_get_row_state:
 * @self: a plan
 * @row: a row
 *
 * Returns: what becomes of the row
 */
DitesRowState
dites_plan_get_row_state (DitesPlan *self,
                          guint32    row)
{
  const DitesPlanEntry *entry = &self->entries[row];
  guint32               effective;

  dites_plan_settle (self);
  if (entry->excluded)
    return DITES_ROW_SKIPPED;
  if (entry->subject == DITES_NO_INDEX)
    return DITES_ROW_REFUSED;

  effective = dites_plan_get_effective (self, entry->subject);
  if (is_waiting (dites_plan_get_subject (self, entry->subject)) ||
      is_waiting (dites_plan_get_subject (self, effective)))
    return DITES_ROW_DOUBTFUL;
  if (get_primary_row (self, effective) != row)
    return DITES_ROW_MERGED;

  return get_outcome (dites_plan_get_subject (self, effective));
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
