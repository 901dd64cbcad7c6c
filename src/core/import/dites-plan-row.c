/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-row.h"

#include <string.h>

#include "dites-plan-merge.h"
#include "dites-plan-private.h"

/**
 * DitesPlanRow:
 *
 * One row of a list and what becomes of it. It is made when somebody looks at
 * it, and holds nothing but its number; “state”, “title” and “excluded” are
 * those of the plan, and notify when a decision changes them.
 */
struct _DitesPlanRow
{
  GObject parent_instance;

  DitesPlan *plan;
  guint32    row;
  char      *decision; /* (nullable) */
};

typedef enum
{
  PROP_LINE = 1,
  PROP_STATE,
  PROP_TITLE,
  PROP_EXCLUDED,
} DitesPlanRowProperty;

static GParamSpec *properties[PROP_EXCLUDED + 1];

G_DEFINE_FINAL_TYPE (DitesPlanRow, dites_plan_row, G_TYPE_OBJECT)

static void
dites_plan_row_finalize (GObject *object)
{
  DitesPlanRow *self = DITES_PLAN_ROW (object);

  if (self->plan != NULL)
    dites_plan_forget_row (self->plan, self->row);
  g_clear_object (&self->plan);
  g_free (self->decision);

  G_OBJECT_CLASS (dites_plan_row_parent_class)->finalize (object);
}

static void
dites_plan_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DitesPlanRow *self = DITES_PLAN_ROW (object);

  switch ((DitesPlanRowProperty) prop_id)
    {
    case PROP_LINE:
      g_value_set_uint (value, dites_plan_row_get_line (self));
      break;

    case PROP_STATE:
      g_value_set_int (value, dites_plan_row_get_state (self));
      break;

    case PROP_TITLE:
      g_value_take_string (value, dites_plan_row_dup_title (self));
      break;

    case PROP_EXCLUDED:
      g_value_set_boolean (value, dites_plan_row_is_excluded (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_plan_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DitesPlanRow *self = DITES_PLAN_ROW (object);

  switch ((DitesPlanRowProperty) prop_id)
    {
    case PROP_EXCLUDED:
      dites_plan_row_set_excluded (self, g_value_get_boolean (value));
      break;

    case PROP_LINE:
    case PROP_STATE:
    case PROP_TITLE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_plan_row_class_init (DitesPlanRowClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = dites_plan_row_finalize;
  object_class->get_property = dites_plan_row_get_property;
  object_class->set_property = dites_plan_row_set_property;

  properties[PROP_LINE] = g_param_spec_uint ("line", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_STATE] =
    g_param_spec_int ("state", NULL, NULL, DITES_ROW_NEW, DITES_ROW_SKIPPED, DITES_ROW_NEW, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_EXCLUDED] =
    g_param_spec_boolean ("excluded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dites_plan_row_init (DitesPlanRow *self)
{
}

/**
 * dites_plan_row_new:
 * @plan: a plan
 * @row: a row of it that has no object
 *
 * Returns: (transfer full): the object
 */
DitesPlanRow *
dites_plan_row_new (DitesPlan *plan,
                    guint32    row)
{
  DitesPlanRow *self = g_object_new (DITES_TYPE_PLAN_ROW, NULL);

  self->plan = g_object_ref (plan);
  self->row = row;

  return self;
}

/**
 * dites_plan_row_notify:
 * @self: a row
 *
 * Says that what becomes of the row may have changed.
 */
void
dites_plan_row_notify (DitesPlanRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/* The subject that the row counts for, or NULL when it was refused. */
static DitesPlanSubject *
get_subject (DitesPlanRow *self)
{
  guint32 subject = self->plan->entries[self->row].subject;

  dites_plan_settle (self->plan);
  if (subject == DITES_NO_INDEX)
    return NULL;

  return dites_plan_get_subject (self->plan, dites_plan_get_effective (self->plan, subject));
}

/* The subject of the row itself, on which decisions are made. */
static DitesPlanSubject *
get_own_subject (DitesPlanRow *self)
{
  guint32 subject = self->plan->entries[self->row].subject;

  return subject != DITES_NO_INDEX ? dites_plan_get_subject (self->plan, subject) : NULL;
}

/**
 * dites_plan_row_get_index:
 * @self: a row
 *
 * Returns: its number in the list, from 0
 */
guint
dites_plan_row_get_index (DitesPlanRow *self)
{
  g_return_val_if_fail (DITES_IS_PLAN_ROW (self), 0);

  return self->row;
}

/**
 * dites_plan_row_get_line:
 * @self: a row
 *
 * Returns: the line of the file that it begins on, from 1
 */
guint
dites_plan_row_get_line (DitesPlanRow *self)
{
  g_return_val_if_fail (DITES_IS_PLAN_ROW (self), 0);

  return dites_list_table_get_line (self->plan->table, self->row);
}

/**
 * dites_plan_row_get_state:
 * @self: a row
 *
 * Returns: what becomes of it
 */
DitesRowState
dites_plan_row_get_state (DitesPlanRow *self)
{
  g_return_val_if_fail (DITES_IS_PLAN_ROW (self), DITES_ROW_REFUSED);

  return dites_plan_get_row_state (self->plan, self->row);
}

/**
 * dites_plan_row_dup_title:
 * @self: a row
 *
 * Returns: (transfer full): what people call the one it is about
 */
char *
dites_plan_row_dup_title (DitesPlanRow *self)
{
  DitesDocument *document;
  g_autoptr (DitesDocument) draft = NULL;

  g_return_val_if_fail (DITES_IS_PLAN_ROW (self), NULL);

  document = dites_plan_row_get_document (self);
  if (document == NULL)
    document = draft = dites_plan_get_draft (self->plan, self->row);

  return dites_kind_title (self->plan->kind, document, NULL, NULL);
}

/**
 * dites_plan_row_get_document:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the one it is about, as it will be after
 *   the import; %NULL when that is not decided, or the row was refused or left out
 */
DitesDocument *
dites_plan_row_get_document (DitesPlanRow *self)
{
  DitesPlanSubject *subject;

  g_return_val_if_fail (DITES_IS_PLAN_ROW (self), NULL);

  subject = get_subject (self);
  if (subject == NULL)
    return NULL;

  return subject->document != NULL ? subject->document : subject->base;
}

/**
 * dites_plan_row_get_changes:
 * @self: a row
 * @title_of: (nullable) (scope call): knows the titles of documents of the store
 * @user_data: data for @title_of
 *
 * Returns: (transfer full) (element-type DitesFieldChange): what is written, field by
 *   field, as people read it; empty for rows that write nothing themselves
 */
GPtrArray *
dites_plan_row_get_changes (DitesPlanRow  *self,
                            DitesTitleFunc title_of,
                            gpointer       user_data)
{
  DitesPlanSubject *subject;
  DitesRowState     state;

  g_return_val_if_fail (DITES_IS_PLAN_ROW (self), NULL);

  state = dites_plan_row_get_state (self);
  subject = get_subject (self);
  if (subject == NULL || (state != DITES_ROW_NEW && state != DITES_ROW_CHANGED))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) dites_field_change_free);

  return dites_plan_describe_changes (self->plan, subject, title_of, user_data);
}

/**
 * dites_plan_row_get_problems:
 * @self: a row
 *
 * Returns: (transfer full) (element-type DitesPlanProblem): what is wrong with it; the plan
 *   holds their texts
 */
GPtrArray *
dites_plan_row_get_problems (DitesPlanRow *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);
  GArray    *reports;
  guint      begin = 0, end;

  g_return_val_if_fail (DITES_IS_PLAN_ROW (self), problems);

  reports = self->plan->problems;
  end = reports->len;
  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;

      if (g_array_index (reports, DitesPlanReport, middle).row < (gint32) self->row)
        begin = middle + 1;
      else
        end = middle;
    }

  for (; begin < reports->len && g_array_index (reports, DitesPlanReport, begin).row == (gint32) self->row; begin++)
    {
      DitesPlanProblem problem = dites_plan_get_problem (self->plan, begin);

      g_ptr_array_add (problems, g_memdup2 (&problem, sizeof problem));
    }

  return problems;
}

static char *
dup_candidate_id (DitesPlan                *plan,
                  const DitesPlanCandidate *candidate)
{
  const DitesPlanSubject *subject;

  if (candidate->subject == DITES_NO_INDEX)
    return g_strdup (dites_document_get_id (candidate->document));

  subject = dites_plan_get_subject (plan, dites_plan_get_effective (plan, candidate->subject));

  return g_strdup (subject->base != NULL ? dites_document_get_id (subject->base) : subject->id);
}

static gboolean
has_id (GPtrArray  *documents,
        const char *id)
{
  for (guint i = 0; i < documents->len; i++)
    {
      if (strcmp (dites_document_get_id (g_ptr_array_index (documents, i)), id) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * dites_plan_row_get_candidates:
 * @self: a row
 *
 * Returns: (transfer full) (element-type DitesDocument): whom a doubtful row
 *   may be about: documents of the store, and others that are new in the list
 */
GPtrArray *
dites_plan_row_get_candidates (DitesPlanRow *self)
{
  GPtrArray              *documents = g_ptr_array_new_with_free_func (g_object_unref);
  const DitesPlanSubject *subject;

  g_return_val_if_fail (DITES_IS_PLAN_ROW (self), documents);

  subject = get_own_subject (self);
  for (guint i = 0; subject != NULL && subject->candidates != NULL && i < subject->candidates->len; i++)
    {
      const DitesPlanCandidate *candidate = g_ptr_array_index (subject->candidates, i);
      g_autofree char          *id = dup_candidate_id (self->plan, candidate);

      if (id == NULL || has_id (documents, id) ||
          dites_plan_leads_to (self->plan, candidate, self->plan->entries[self->row].subject))
        continue;
      if (*dites_document_get_id (candidate->document) != '\0')
        g_ptr_array_add (documents, g_object_ref (candidate->document));
      else
        g_ptr_array_add (documents, dites_plan_new_document (self->plan->table, self->plan->kind, id, candidate->document));
    }

  return documents;
}

/**
 * dites_plan_row_get_decision:
 * @self: a row
 *
 * Returns: (nullable): what was decided: the id of a candidate, or %DITES_PLAN_NEW
 */
const char *
dites_plan_row_get_decision (DitesPlanRow *self)
{
  const DitesPlanSubject *subject;

  g_return_val_if_fail (DITES_IS_PLAN_ROW (self), NULL);

  subject = get_own_subject (self);
  g_clear_pointer (&self->decision, g_free);
  if (subject != NULL && subject->decision == DITES_DECISION_NEW)
    self->decision = g_strdup (DITES_PLAN_NEW);
  else if (subject != NULL && subject->decision == DITES_DECISION_CANDIDATE)
    self->decision = dup_candidate_id (self->plan, g_ptr_array_index (subject->candidates, subject->choice));

  return self->decision;
}

static gboolean
find_choice (DitesPlanRow           *self,
             const DitesPlanSubject *subject,
             const char             *id,
             guint                  *choice)
{
  for (guint i = 0; i < subject->candidates->len; i++)
    {
      const DitesPlanCandidate *candidate = g_ptr_array_index (subject->candidates, i);
      g_autofree char          *candidate_id = dup_candidate_id (self->plan, candidate);

      if (g_strcmp0 (candidate_id, id) == 0 &&
          !dites_plan_leads_to (self->plan, candidate, self->plan->entries[self->row].subject))
        {
          *choice = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * dites_plan_row_decide:
 * @self: a doubtful row
 * @decision: (nullable): the id of one of its candidates, or %DITES_PLAN_NEW;
 *   %NULL to leave it open again
 *
 * Decides whom the row is about. Rows that share its RPPS number or address
 * follow.
 *
 * Returns: whether that could be decided
 */
gboolean
dites_plan_row_decide (DitesPlanRow *self,
                       const char   *decision)
{
  DitesPlanSubject *subject;
  guint32           index;

  g_return_val_if_fail (DITES_IS_PLAN_ROW (self), FALSE);

  subject = get_own_subject (self);
  if (subject == NULL || !subject->doubtful)
    return FALSE;

  index = self->plan->entries[self->row].subject;
  if (decision == NULL)
    subject->decision = DITES_DECISION_NONE;
  else if (strcmp (decision, DITES_PLAN_NEW) == 0)
    subject->decision = DITES_DECISION_NEW;
  else if (find_choice (self, subject, decision, &subject->choice))
    subject->decision = DITES_DECISION_CANDIDATE;
  else
    return FALSE;

  dites_plan_subject_changed (self->plan, index);

  return TRUE;
}

/**
 * dites_plan_row_is_excluded:
 * @self: a row
 *
 * Returns: whether it was left out
 */
gboolean
dites_plan_row_is_excluded (DitesPlanRow *self)
{
  g_return_val_if_fail (DITES_IS_PLAN_ROW (self), FALSE);

  return self->plan->entries[self->row].excluded;
}

/**
 * dites_plan_row_set_excluded:
 * @self: a row
 * @excluded: whether to leave it out
 *
 * Leaves a row out of the import, or takes it in again.
 */
void
dites_plan_row_set_excluded (DitesPlanRow *self,
                             gboolean      excluded)
{
  DitesPlanEntry *entry;

  g_return_if_fail (DITES_IS_PLAN_ROW (self));

  entry = &self->plan->entries[self->row];
  excluded = excluded != FALSE;
  if (entry->excluded == excluded)
    return;

  entry->excluded = excluded;
  dites_plan_subject_changed (self->plan, entry->subject);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXCLUDED]);
}
