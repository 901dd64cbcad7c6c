/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-reader-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-cell.h"
#include "dites-stage-text.h"

static int
find_column (DitesPlanReader *self,
             const char      *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DitesPlanColumn *column = &g_array_index (self->columns, DitesPlanColumn, i);

      if (column->field != NULL && g_str_equal (column->field->name, field))
        return column->number;
    }

  return -1;
}

static void
find_companion_fields (DitesPlanReader *self)
{
  for (const DitesField *field = self->companion->fields; field->name != NULL; field++)
    {
      if (field->type != DITES_FIELD_REFERENCE || field->flags & DITES_FIELD_MULTIPLE)
        continue;
      if (self->owner == NULL && g_strcmp0 (field->target, self->kind->name) == 0)
        self->owner = field;
      else if (self->when == NULL && g_strcmp0 (field->target, "semester") == 0)
        self->when = field;
    }
}

/* Whether the list says anything that belongs to a semester; a column of which no cell is filled does not. */
static gboolean
says_of_companion (DitesPlanReader *self)
{
  guint n_rows = dites_list_table_get_n_rows (self->table);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DitesPlanColumn *column = &g_array_index (self->columns, DitesPlanColumn, i);

      for (guint row = 0; !column->own && row < n_rows; row++)
        {
          const char *cell = dites_list_table_get_cell (self->table, row, column->number);

          if (cell != NULL && !dites_cell_is_blank (cell))
            return TRUE;
        }
    }

  return FALSE;
}

/* Without a semester, where somebody is cannot be written; that is said once for the whole list. */
static void
report_semester (DitesPlanReader *self)
{
  if (self->when != NULL && self->semester == NULL && says_of_companion (self) &&
      find_column (self, "semester_label") < 0)
    self->report (-1, -1, DITES_SEVERITY_WARNING,
                  _("The list does not say which semester it is about: choose one, or the stages are kept as they are written"),
                  self->user_data);
}

/**
 * dites_plan_reader_new:
 * @table: a list
 * @mapping: what its columns are
 * @options: (nullable): what the caller knows
 * @known: what the store knows; it must stay until dites_plan_reader_close()
 * @made: takes the semesters and sites that are made, by their id
 * @report_func: told of what is wrong
 * @user_data: data for @report_func
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a reader, or %NULL with @error set
 */
DitesPlanReader *
dites_plan_reader_new (DitesListTable         *table,
                       DitesListMapping       *mapping,
                       const DitesPlanOptions *options,
                       const DitesKnown       *known,
                       GHashTable             *made,
                       DitesReportFunc         report_func,
                       gpointer                user_data,
                       GError                **error)
{
  g_autoptr (DitesPlanReader) self = g_new0 (DitesPlanReader, 1);

  self->table = dites_list_table_ref (table);
  self->kind = dites_list_mapping_get_kind (mapping);
  self->companion = dites_kind_get (self->kind->list_companion);
  self->known = known;
  self->open = TRUE;
  self->report = report_func;
  self->user_data = user_data;
  self->columns = dites_plan_columns_new (mapping, table);
  self->drafts[DITES_PART_OWN] = dites_draft_new (self->kind);
  self->reported = g_malloc0 (dites_list_table_get_n_rows (table) + 1);
  self->cut = g_malloc0 (dites_list_table_get_n_columns (table) + 1);
  self->references = dites_plan_references_new (known);
  if (self->companion == NULL)
    return g_steal_pointer (&self);

  self->drafts[DITES_PART_COMPANION] = dites_draft_new (self->companion);
  self->semesters = dites_plan_semesters_new (known, made);
  self->stages = dites_plan_stages_new (known, made);
  self->orders = g_new0 (guint16, dites_list_table_get_n_rows (table) + 1);
  find_companion_fields (self);
  if (self->when != NULL &&
      !dites_plan_semesters_of_list (self->semesters, table, find_column (self, "arrival"), options, &self->semester,
                                     &self->given, error))
    return NULL;
  report_semester (self);

  return g_steal_pointer (&self);
}

/**
 * dites_plan_reader_free:
 * @self: (transfer full) (nullable): a reader
 */
void
dites_plan_reader_free (DitesPlanReader *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->table, dites_list_table_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->drafts[DITES_PART_OWN], dites_draft_free);
  g_clear_pointer (&self->drafts[DITES_PART_COMPANION], dites_draft_free);
  g_clear_pointer (&self->semesters, dites_plan_semesters_free);
  g_clear_pointer (&self->stages, dites_plan_stages_free);
  g_clear_pointer (&self->references, dites_plan_references_free);
  g_clear_pointer (&self->later, g_ptr_array_unref);
  g_free (self->orders);
  g_free (self->season);
  g_free (self->reported);
  g_free (self->cut);
  g_free (self);
}

/**
 * dites_plan_reader_close:
 * @self: a reader that has read all rows
 *
 * From now on nothing is reported, and the store is not asked any more.
 */
void
dites_plan_reader_close (DitesPlanReader *self)
{
  self->open = FALSE;
  self->known = NULL;
  dites_plan_references_close (self->references);
  g_clear_pointer (&self->reported, g_free);
}

/**
 * dites_plan_reader_get_semester:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): the semester that the whole list is about
 */
DitesDocument *
dites_plan_reader_get_semester (DitesPlanReader *self)
{
  return self->semester;
}

/**
 * dites_plan_reader_get_companion:
 * @self: a reader
 *
 * Returns: (nullable): the kind that goes along with that of the list
 */
const DitesKind *
dites_plan_reader_get_companion (DitesPlanReader *self)
{
  return self->companion;
}

/* The semester of the row: what the caller said, else what the row says, else that of the list. */
static DitesDocument *
get_semester (DitesPlanReader *self)
{
  DitesDocument *titled;

  if (self->when == NULL || self->given)
    return self->semester;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DitesPlanColumn *column = &g_array_index (self->columns, DitesPlanColumn, i);
      const char            *cell;
      DitesDocument         *found;

      if (column->role != DITES_ROLE_SEMESTER_LABEL)
        continue;

      cell = dites_plan_reader_get_raw_cell (self, column);
      found = cell != NULL && *cell != '\0' ? dites_plan_semesters_of_text (self->semesters, cell) : NULL;
      if (found != NULL)
        return found;
    }

  /* Several lists may stand one below the other, each with its title. */
  titled = dites_plan_semesters_of_title (self->semesters, dites_list_table_get_title (self->table, self->row));

  return titled != NULL ? titled : self->semester;
}

static void
begin (DitesPlanReader *self,
       DitesPart        part,
       guint            row)
{
  self->row = row;
  self->part = 1 << part;
  memset (self->cut, 0, dites_list_table_get_n_columns (self->table));
  dites_draft_reset (self->drafts[part]);
}

/* The column that a field of the row was read from, if any. */
static const DitesPlanColumn *
find_column_of (DitesPlanReader *self,
                DitesPart        part,
                const char      *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DitesPlanColumn *column = &g_array_index (self->columns, DitesPlanColumn, i);

      if (column->field != NULL && column->own == (part == DITES_PART_OWN) && g_str_equal (column->field->name, field))
        return column;
    }

  return NULL;
}

/* What the kind’s own rules say of what the row says; of what it leaves out, nothing. */
static void
report_rules (DitesPlanReader *self,
              DitesPart        part,
              DitesDocument   *document)
{
  const DitesKind *kind = part == DITES_PART_OWN ? self->kind : self->companion;
  g_autoptr (GPtrArray) problems = NULL;

  if (kind->check == NULL || !self->open || self->reported[self->row] & self->part)
    return;

  problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_problem_free);
  kind->check (document, problems);
  for (guint i = 0; i < problems->len; i++)
    {
      const DitesProblem    *problem = problems->pdata[i];
      const DitesPlanColumn *column = problem->field != NULL ? find_column_of (self, part, problem->field) : NULL;

      if (column != NULL && problem->severity > DITES_SEVERITY_NOTICE && dites_document_get (document, problem->field, NULL))
        dites_plan_reader_report (self, column->number, DITES_SEVERITY_WARNING, problem->message);
    }
}

static DitesDocument *
end (DitesPlanReader *self,
     DitesPart        part)
{
  DitesDocument *document = dites_draft_end (self->drafts[part]);

  report_rules (self, part, document);
  if (self->open)
    self->reported[self->row] |= self->part;

  return document;
}

static gboolean
is_name (const DitesPlanColumn *column)
{
  return column->role == DITES_ROLE_FULL_NAME || column->role == DITES_ROLE_FAMILY_NAME;
}

static void
read_own_cell (DitesPlanReader       *self,
               const DitesPlanColumn *column,
               const char            *cell)
{
  switch (column->role)
    {
    case DITES_ROLE_EXTRA:
      dites_plan_reader_keep_cell (self, DITES_PART_OWN, column, cell);
      break;

    case DITES_ROLE_FULL_NAME:
      dites_plan_reader_read_full_name (self, column, cell);
      break;

    case DITES_ROLE_FAMILY_NAME:
      dites_plan_reader_read_family_name (self, column, cell);
      break;

    case DITES_ROLE_SEMESTER_NO:
      dites_plan_reader_read_semester_no (self, DITES_PART_OWN, column, cell);
      break;

    case DITES_ROLE_CONTACT:
      dites_plan_reader_read_contacts (self, DITES_PART_OWN, column, cell);
      break;

    case DITES_ROLE_REFERENCE:
      dites_plan_reader_read_reference (self, DITES_PART_OWN, column, cell);
      break;

    case DITES_ROLE_VALUE:
    case DITES_ROLE_SEMESTER_LABEL:
    case DITES_ROLE_STAGE:
    case DITES_ROLE_ESTABLISHMENT:
    case DITES_ROLE_DEPARTMENT:
    case DITES_ROLE_SUPERVISOR:
    default:
      dites_plan_reader_read_value (self, DITES_PART_OWN, column, cell);
      break;
    }
}

/* Most rows are about the semester of the one above. */
static void
look_at_semester (DitesPlanReader *self,
                  DitesDocument   *semester)
{
  if (semester == self->dated)
    return;

  self->dated = semester;
  self->order = MIN (dites_plan_semester_get_order (semester), G_MAXUINT16);
  g_free (self->season);
  self->season = semester != NULL ? dites_document_dup_string (semester, "season") : NULL;

  /* The season decides what some numbers of semesters mean. */
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DitesPlanColumn *column = &g_array_index (self->columns, DitesPlanColumn, i);

      if (column->role == DITES_ROLE_SEMESTER_NO)
        dites_plan_column_forget (column);
    }
}

/**
 * dites_plan_reader_read_own:
 * @self: a reader
 * @row: a row
 *
 * Returns: (transfer full): what the row says about the document of the list’s kind
 */
DitesDocument *
dites_plan_reader_read_own (DitesPlanReader *self,
                            guint            row)
{
  DitesDocument *semester;
  gboolean       homeless;

  begin (self, DITES_PART_OWN, row);
  semester = get_semester (self);
  homeless = self->when != NULL && semester == NULL;
  look_at_semester (self, semester);
  if (self->open && semester != NULL)
    self->orders[row] = self->order;

  /* Names are last: an address may tell them apart, and a column for the usual name goes before. */
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < self->columns->len; i++)
        {
          const DitesPlanColumn *column = &g_array_index (self->columns, DitesPlanColumn, i);
          g_autofree char       *owned = NULL;
          const char            *cell;

          if ((!column->own && !homeless) || is_name (column) != (pass == 1))
            continue;
          cell = dites_plan_reader_get_cell (self, column, &owned);
          if (cell == NULL)
            continue;

          if (column->own)
            read_own_cell (self, column, cell);
          else
            dites_plan_reader_keep_cell (self, DITES_PART_OWN, column, cell);
        }
    }

  return end (self, DITES_PART_OWN);
}

/* The cells about the stage, and what they come to. */
static void
read_stage (DitesPlanReader *self)
{
  DitesDraft *draft = self->drafts[DITES_PART_COMPANION];
  const char *cells[DITES_ROLE_SUPERVISOR] = { NULL };
  g_autoptr (GPtrArray) supervisors = g_ptr_array_new ();
  g_autoptr (GPtrArray) owned_cells = g_ptr_array_new_with_free_func (g_free);
  const DitesPlanColumn *first = NULL, *doctor = NULL;
  const DitesField      *sites = dites_kind_get_field (self->companion, "sites");
  const DitesPlanStage  *stage;
  const char            *title;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DitesPlanColumn *column = &g_array_index (self->columns, DitesPlanColumn, i);
      char                  *owned = NULL;
      const char            *cell;

      if (column->role < DITES_ROLE_STAGE)
        continue;
      cell = dites_plan_reader_get_cell (self, column, &owned);
      if (owned != NULL)
        g_ptr_array_add (owned_cells, owned);
      if (cell == NULL)
        continue;

      if (first == NULL)
        first = column;
      if (column->role == DITES_ROLE_SUPERVISOR)
        {
          doctor = doctor != NULL ? doctor : column;
          g_ptr_array_add (supervisors, (gpointer) cell);
        }
      else
        {
          cells[column->role] = cell;
        }
    }

  /* The title above the rows may be the place, where no column is. */
  title = dites_list_table_get_title (self->table, self->row);
  if (first == NULL && title != NULL && dites_stage_text_is_telling (title))
    cells[DITES_ROLE_STAGE] = title;
  else if (first == NULL)
    return;
  if (sites == NULL)
    return;

  g_ptr_array_add (supervisors, NULL);
  stage = dites_plan_stages_read (self->stages, cells[DITES_ROLE_STAGE], cells[DITES_ROLE_ESTABLISHMENT],
                                  cells[DITES_ROLE_DEPARTMENT], (const char *const *) supervisors->pdata);
  if (stage->sites != NULL)
    dites_draft_add (draft, sites, stage->sites);
  dites_draft_set_string (draft, "stage_type", stage->stage_type);
  dites_draft_set_string (draft, "setting", stage->setting);
  dites_draft_set_string (draft, "days", stage->days);
  if (stage->doctors != NULL && doctor != NULL && doctor != first)
    dites_draft_add_extra (draft, doctor->key, stage->doctors);
  if (stage->rest != NULL && first != NULL)
    {
      g_autofree char *message =
        g_strdup_printf (_("The place “%s” could not be found; it is kept as it is written"), stage->rest);

      dites_plan_reader_report (self, first->number, DITES_SEVERITY_WARNING, message);
      dites_draft_add_extra (draft, first->key, stage->rest);
    }
}

static void
read_companion_cells (DitesPlanReader *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DitesPlanColumn *column = &g_array_index (self->columns, DitesPlanColumn, i);
      g_autofree char       *owned = NULL;
      const char            *cell;

      if (column->own || column->role >= DITES_ROLE_STAGE)
        continue;
      cell = dites_plan_reader_get_cell (self, column, &owned);
      if (cell == NULL)
        continue;

      if (column->role == DITES_ROLE_CONTACT)
        dites_plan_reader_read_contacts (self, DITES_PART_COMPANION, column, cell);
      else if (column->role == DITES_ROLE_REFERENCE)
        dites_plan_reader_read_reference (self, DITES_PART_COMPANION, column, cell);
      else if (column->role != DITES_ROLE_SEMESTER_LABEL)
        dites_plan_reader_read_value (self, DITES_PART_COMPANION, column, cell);
      else if (dites_plan_semesters_of_text (self->semesters, cell) == NULL)
        dites_plan_reader_keep_cell (self, DITES_PART_COMPANION, column, cell);
    }
}

static char *
derive_id (const DitesKind *kind,
           DitesDocument   *draft,
           const char      *owner)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  dites_kind_identify (kind, draft, keys);

  return dites_document_derived_id (kind->name, keys->len > 0 ? g_ptr_array_index (keys, 0) : owner);
}

/**
 * dites_plan_reader_read_companion:
 * @self: a reader
 * @row: a row
 * @owner: the id of the document that it goes along with
 * @id: (out): return location for the id that it has when it is new
 *
 * Returns: (transfer full) (nullable): what the row says about the document
 *   that goes along, or %NULL when there is none
 */
DitesDocument *
dites_plan_reader_read_companion (DitesPlanReader *self,
                                  guint            row,
                                  const char      *owner,
                                  char           **id)
{
  DitesDocument *semester, *draft;

  *id = NULL;
  if (self->companion == NULL || self->owner == NULL)
    return NULL;

  begin (self, DITES_PART_COMPANION, row);
  semester = get_semester (self);
  if (self->when != NULL && semester == NULL)
    return NULL;

  dites_draft_set_string (self->drafts[DITES_PART_COMPANION], self->owner->name, owner);
  if (self->when != NULL)
    dites_draft_set_string (self->drafts[DITES_PART_COMPANION], self->when->name, dites_document_get_id (semester));
  read_stage (self);
  read_companion_cells (self);
  draft = end (self, DITES_PART_COMPANION);
  *id = derive_id (self->companion, draft, owner);

  return draft;
}

/**
 * dites_plan_reader_make_companion:
 * @self: a reader whose lists have something that goes along
 * @owner: the id of the document that it goes along with
 * @semester: the id of a semester
 *
 * Returns: (transfer full): what identifies the one of that semester, and no more
 */
DitesDocument *
dites_plan_reader_make_companion (DitesPlanReader *self,
                                  const char      *owner,
                                  const char      *semester)
{
  DitesDraft *draft = self->drafts[DITES_PART_COMPANION];

  dites_draft_reset (draft);
  dites_draft_set_string (draft, self->owner->name, owner);
  dites_draft_set_string (draft, self->when->name, semester);

  return dites_draft_end (draft);
}

/**
 * dites_plan_reader_get_order:
 * @self: a reader
 * @row: a row that has been read
 *
 * Returns: a number that is greater for later semesters; 0 when the row is about none
 */
guint
dites_plan_reader_get_order (DitesPlanReader *self,
                             guint            row)
{
  return self->orders != NULL ? self->orders[row] : 0;
}

/**
 * dites_plan_reader_get_later_semesters:
 * @self: a reader that has read all rows
 *
 * Returns: (transfer none) (element-type DitesDocument): the semesters of the
 *   store that are after the first one of the list, the last one first
 */
GPtrArray *
dites_plan_reader_get_later_semesters (DitesPlanReader *self)
{
  guint n_rows = dites_list_table_get_n_rows (self->table);
  guint first = 0;

  if (self->later != NULL)
    return self->later;

  for (guint row = 0; self->orders != NULL && row < n_rows; row++)
    {
      if (self->orders[row] > 0 && (first == 0 || self->orders[row] < first))
        first = self->orders[row];
    }
  if (first > 0 && self->owner != NULL && self->when != NULL && self->known != NULL)
    self->later = dites_plan_semesters_later (self->semesters, first);
  else
    self->later = g_ptr_array_new ();

  return self->later;
}
