/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-filter.h"

/**
 * DitesPlanFilter:
 *
 * The rows of a plan that are in one state, as a list model of DitesPlanRow. Which
 * rows that are is worked out when the state is chosen and not again: a row on
 * which somebody has just decided stays where it is, so that the next one does not
 * jump under the pointer, and a decision can be taken back at its place. Only the
 * counts follow at once. Main thread.
 */
struct _DitesPlanFilter
{
  GObject parent_instance;

  DitesPlan    *plan; /* (nullable) */
  DitesPlanShow show;
  GArray       *rows;        /* (nullable): of guint32, the rows shown; all if %NULL */
  GHashTable   *remarked;    /* the rows that something is to be said about */
  guint         n_questions; /* answered or not */
};

static guint
get_n_shown (DitesPlanFilter *self)
{
  if (self->plan == NULL)
    return 0;

  return self->rows != NULL ? self->rows->len : g_list_model_get_n_items (G_LIST_MODEL (self->plan));
}

static GType
dites_plan_filter_get_item_type (GListModel *model)
{
  return DITES_TYPE_PLAN_ROW;
}

static guint
dites_plan_filter_get_n_items (GListModel *model)
{
  return get_n_shown (DITES_PLAN_FILTER (model));
}

static gpointer
dites_plan_filter_get_item (GListModel *model,
                            guint       position)
{
  DitesPlanFilter *self = DITES_PLAN_FILTER (model);

  if (position >= get_n_shown (self))
    return NULL;

  return dites_plan_get_row (self->plan, self->rows != NULL ? g_array_index (self->rows, guint32, position) : position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dites_plan_filter_get_item_type;
  iface->get_n_items = dites_plan_filter_get_n_items;
  iface->get_item = dites_plan_filter_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DitesPlanFilter, dites_plan_filter, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gboolean
is_shown (DitesPlanFilter *self,
          guint32          row)
{
  DitesRowState state;

  if (self->show == DITES_PLAN_SHOW_QUESTIONS)
    return dites_plan_is_question (self->plan, row);
  if (self->show == DITES_PLAN_SHOW_REMARKS)
    return g_hash_table_contains (self->remarked, GUINT_TO_POINTER (row));
  if (self->show == DITES_PLAN_SHOW_ABSENT)
    return FALSE;

  state = dites_plan_get_row_state (self->plan, row);
  switch (self->show)
    {
    case DITES_PLAN_SHOW_NEW:
      return state == DITES_ROW_NEW;
    case DITES_PLAN_SHOW_CHANGED:
      return state == DITES_ROW_CHANGED;
    case DITES_PLAN_SHOW_SAME:
      return state == DITES_ROW_SAME || state == DITES_ROW_MERGED;
    case DITES_PLAN_SHOW_REFUSED:
      return state == DITES_ROW_REFUSED;
    case DITES_PLAN_SHOW_SKIPPED:
      return state == DITES_ROW_SKIPPED;
    case DITES_PLAN_SHOW_ALL:
    case DITES_PLAN_SHOW_QUESTIONS:
    case DITES_PLAN_SHOW_REMARKS:
    case DITES_PLAN_SHOW_ABSENT:
    case DITES_PLAN_N_SHOWS:
    default:
      return TRUE;
    }
}

static void
refill (DitesPlanFilter *self,
        guint            n_before)
{
  g_clear_pointer (&self->rows, g_array_unref);
  if (self->plan != NULL && self->show != DITES_PLAN_SHOW_ALL)
    {
      guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->plan));

      self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
      for (guint32 row = 0; row < n_rows; row++)
        {
          if (is_shown (self, row))
            g_array_append_val (self->rows, row);
        }
    }

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, get_n_shown (self));
}

static void
dites_plan_filter_dispose (GObject *object)
{
  DitesPlanFilter *self = DITES_PLAN_FILTER (object);

  g_clear_object (&self->plan);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->remarked, g_hash_table_unref);

  G_OBJECT_CLASS (dites_plan_filter_parent_class)->dispose (object);
}

static void
dites_plan_filter_class_init (DitesPlanFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dites_plan_filter_dispose;
}

static void
dites_plan_filter_init (DitesPlanFilter *self)
{
  self->remarked = g_hash_table_new (NULL, NULL);
}

/**
 * dites_plan_filter_new:
 *
 * Returns: (transfer full): a filter that shows all rows of a plan it does not have yet
 */
DitesPlanFilter *
dites_plan_filter_new (void)
{
  return g_object_new (DITES_TYPE_PLAN_FILTER, NULL);
}

/**
 * dites_plan_filter_set_plan:
 * @self: a filter
 * @plan: (nullable): the plan whose rows are shown
 */
void
dites_plan_filter_set_plan (DitesPlanFilter *self,
                            DitesPlan       *plan)
{
  guint n_before;

  g_return_if_fail (DITES_IS_PLAN_FILTER (self));

  n_before = get_n_shown (self);
  g_set_object (&self->plan, plan);
  g_hash_table_remove_all (self->remarked);
  self->n_questions = 0;

  for (guint i = 0; plan != NULL && i < dites_plan_get_n_problems (plan); i++)
    {
      int row = dites_plan_get_problem_row (plan, i);

      if (row >= 0)
        g_hash_table_add (self->remarked, GINT_TO_POINTER (row));
    }
  for (guint i = 0; plan != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (plan)); i++)
    self->n_questions += dites_plan_is_question (plan, i);

  if (!dites_plan_filter_is_offered (self, self->show))
    self->show = DITES_PLAN_SHOW_ALL;
  refill (self, n_before);
}

/**
 * dites_plan_filter_set_show:
 * @self: a filter
 * @show: which rows to show
 *
 * Chooses the rows, as they are now.
 */
void
dites_plan_filter_set_show (DitesPlanFilter *self,
                            DitesPlanShow    show)
{
  g_return_if_fail (DITES_IS_PLAN_FILTER (self));
  g_return_if_fail (show < DITES_PLAN_N_SHOWS);

  self->show = show;
  refill (self, get_n_shown (self));
}

/**
 * dites_plan_filter_get_show:
 * @self: a filter
 *
 * Returns: which rows are shown
 */
DitesPlanShow
dites_plan_filter_get_show (DitesPlanFilter *self)
{
  g_return_val_if_fail (DITES_IS_PLAN_FILTER (self), DITES_PLAN_SHOW_ALL);

  return self->show;
}

/**
 * dites_plan_filter_count:
 * @self: a filter
 * @show: rows
 *
 * Returns: how many of them there are now; of the questions, how many are open
 */
guint
dites_plan_filter_count (DitesPlanFilter *self,
                         DitesPlanShow    show)
{
  DitesPlanCounts counts;

  g_return_val_if_fail (DITES_IS_PLAN_FILTER (self), 0);

  if (self->plan == NULL)
    return 0;

  counts = dites_plan_get_counts (self->plan);
  switch (show)
    {
    case DITES_PLAN_SHOW_QUESTIONS:
      return counts.doubtful;
    case DITES_PLAN_SHOW_NEW:
      return counts.added;
    case DITES_PLAN_SHOW_CHANGED:
      return counts.changed;
    case DITES_PLAN_SHOW_SAME:
      return counts.same;
    case DITES_PLAN_SHOW_REFUSED:
      return counts.refused;
    case DITES_PLAN_SHOW_SKIPPED:
      return counts.skipped;
    case DITES_PLAN_SHOW_REMARKS:
      return g_hash_table_size (self->remarked);
    case DITES_PLAN_SHOW_ABSENT:
      return dites_plan_get_n_absent (self->plan);
    case DITES_PLAN_SHOW_ALL:
    case DITES_PLAN_N_SHOWS:
    default:
      return counts.read;
    }
}

/**
 * dites_plan_filter_is_offered:
 * @self: a filter
 * @show: rows
 *
 * Returns: whether there is reason to look at them alone: there are some, or
 *   there were questions that are answered now
 */
gboolean
dites_plan_filter_is_offered (DitesPlanFilter *self,
                              DitesPlanShow    show)
{
  g_return_val_if_fail (DITES_IS_PLAN_FILTER (self), FALSE);

  return show == DITES_PLAN_SHOW_ALL || (show == DITES_PLAN_SHOW_QUESTIONS && self->n_questions > 0) ||
         dites_plan_filter_count (self, show) > 0;
}
