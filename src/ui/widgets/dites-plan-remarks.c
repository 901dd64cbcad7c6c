/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-remarks.h"

#include <glib/gi18n.h>

#include "dites-decoration.h"

/**
 * DitesPlanRemarks:
 *
 * What is to be said about a list as a whole; not seen when that is nothing.
 */
struct _DitesPlanRemarks
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* of GtkWidget */
};

G_DEFINE_FINAL_TYPE (DitesPlanRemarks, dites_plan_remarks, ADW_TYPE_PREFERENCES_GROUP)

/* Remarks that are shown; the others are much like them. */
#define MAX_REMARKS 30

static void
add_remark (DitesPlanRemarks *self,
            const char       *title,
            const char       *where)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (where != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), dites_decoration_new ("dialog-information-symbolic"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static char *
dup_where (const DitesPlanProblem *problem)
{
  if (problem->line > 0)
    return g_strdup_printf (_("Line %u"), problem->line);
  if (problem->column != NULL)
    return g_strdup_printf (_("Column “%s”"), problem->column);

  return NULL;
}

static void
dites_plan_remarks_finalize (GObject *object)
{
  g_ptr_array_unref (DITES_PLAN_REMARKS (object)->rows);

  G_OBJECT_CLASS (dites_plan_remarks_parent_class)->finalize (object);
}

static void
dites_plan_remarks_class_init (DitesPlanRemarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dites_plan_remarks_finalize;
}

static void
dites_plan_remarks_init (DitesPlanRemarks *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Remarks on the List"));
}

/**
 * dites_plan_remarks_show:
 * @self: the remarks
 * @import: an import that has a plan
 *
 * Shows what is to be said about the list of the import.
 */
void
dites_plan_remarks_show (DitesPlanRemarks *self,
                         DitesImport      *import)
{
  DitesPlan *plan = dites_import_get_plan (import);
  guint      n_problems = dites_plan_get_n_problems (plan);
  guint      n_notes = dites_list_table_get_n_dropped (dites_plan_get_table (plan), DITES_LIST_DROPPED_FOOTER);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  if (dites_import_get_warning (import) != NULL)
    add_remark (self, dites_import_get_warning (import), NULL);
  if (n_notes > 0)
    {
      g_autofree char *note = g_strdup_printf (ngettext ("%'u line was taken for a sum or a note, and not for a row",
                                                         "%'u lines were taken for sums or notes, and not for rows", n_notes),
                                               n_notes);

      add_remark (self, note, NULL);
    }
  for (guint i = 0; i < MIN (n_problems, MAX_REMARKS) && dites_plan_get_problem_row (plan, i) < 0; i++)
    {
      DitesPlanProblem problem = dites_plan_get_problem (plan, i);
      g_autofree char *where = dup_where (&problem);

      /* The columns say themselves that they are not read. */
      if (problem.severity != DITES_SEVERITY_NOTICE)
        add_remark (self, problem.message, where);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}
