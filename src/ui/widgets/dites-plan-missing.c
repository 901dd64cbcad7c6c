/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-missing.h"

#include <glib/gi18n.h>

#include "dites-wrapped-texts.h"

/**
 * DitesPlanMissing:
 *
 * Those whom an earlier version of a list placed and whom it names no more: who and where,
 * and for each a switch that has the import move the placement to the trash.
 */
struct _DitesPlanMissing
{
  AdwPreferencesGroup parent_instance;

  DitesPlan *plan; /* (nullable) */
  GPtrArray *rows; /* of AdwSwitchRow, in the order of the plan */
};

G_DEFINE_FINAL_TYPE (DitesPlanMissing, dites_plan_missing, ADW_TYPE_PREFERENCES_GROUP)

static void
switched_cb (DitesPlanMissing *self,
             GParamSpec       *pspec,
             AdwSwitchRow     *row)
{
  guint index;

  if (g_ptr_array_find (self->rows, row, &index))
    dites_plan_trash_absent (self->plan, index, adw_switch_row_get_active (row));
}

static void
add_row (DitesPlanMissing      *self,
         const DitesPlanAbsent *absent)
{
  GtkWidget *row = adw_switch_row_new ();
  GtkWidget *label = gtk_label_new (_("To the trash"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), absent->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), absent->where);
  gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), absent->trashed);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
dites_plan_missing_dispose (GObject *object)
{
  g_clear_object (&DITES_PLAN_MISSING (object)->plan);

  G_OBJECT_CLASS (dites_plan_missing_parent_class)->dispose (object);
}

static void
dites_plan_missing_finalize (GObject *object)
{
  g_ptr_array_unref (DITES_PLAN_MISSING (object)->rows);

  G_OBJECT_CLASS (dites_plan_missing_parent_class)->finalize (object);
}

static void
dites_plan_missing_class_init (DitesPlanMissingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dites_plan_missing_dispose;
  G_OBJECT_CLASS (klass)->finalize = dites_plan_missing_finalize;
}

static void
dites_plan_missing_init (DitesPlanMissing *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("No Longer in This List"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("An earlier version of this list placed them for the semester. Their placements stay as they are; those that are switched on move to the trash with the import."));
  dites_wrap_texts (GTK_WIDGET (self));
}

/**
 * dites_plan_missing_show:
 * @self: the group
 * @plan: a plan
 *
 * Shows who is named no more by the list of the plan.
 */
void
dites_plan_missing_show (DitesPlanMissing *self,
                         DitesPlan        *plan)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  g_set_object (&self->plan, plan);
  for (guint i = 0; i < dites_plan_get_n_absent (plan); i++)
    add_row (self, dites_plan_get_absent (plan, i));
}
