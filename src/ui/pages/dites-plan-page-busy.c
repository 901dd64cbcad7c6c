/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-page-private.h"

/* How the page says that something is being done: over the whole of it while there is no
 * plan yet, at its foot when the plan is made anew or written. */

/* What is done faster than this, in milliseconds, is not worth a word. */
#define PATIENCE 250

#define PULSE 100

static gboolean
pulse_cb (gpointer data)
{
  DitesPlanPage *self = data;

  gtk_progress_bar_pulse (self->busy_progress);

  return G_SOURCE_CONTINUE;
}

/* What was pressed is of no use meanwhile. The keyboard goes to the rows: who presses twice does not mean “Cancel”. */
static void
keep_focus (DitesPlanPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_root_get_focus (root) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static gboolean
patience_cb (gpointer data)
{
  DitesPlanPage *self = data;

  self->busy_id = 0;
  if (self->plan == NULL)
    gtk_stack_set_visible_child_name (self->stack, "busy");
  else
    {
      gtk_stack_set_visible_child_name (self->bottom, "busy");
      keep_focus (self);
    }
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->busy_label), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (self->writing)
    self->pulse_id = g_timeout_add (PULSE, pulse_cb, self);

  return G_SOURCE_REMOVE;
}

void
dites_plan_page_show_busy (DitesPlanPage *self,
                           const char    *what)
{
  dites_plan_page_show_title (self);
  adw_status_page_set_title (self->busy_page, what);
  gtk_label_set_label (self->busy_label, what);
  dites_plan_page_show_progress (self, 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.import", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.cancel", TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->bottom), self->plan != NULL);
  if (self->plan == NULL)
    gtk_stack_set_visible_child_name (self->stack, "blank");
  if (self->busy_id == 0)
    self->busy_id = g_timeout_add (PATIENCE, patience_cb, self);
}

void
dites_plan_page_show_progress (DitesPlanPage *self,
                               double         fraction)
{
  gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
  gtk_progress_bar_set_fraction (self->busy_progress, CLAMP (fraction, 0, 1));
}

void
dites_plan_page_show_idle (DitesPlanPage *self)
{
  g_clear_handle_id (&self->busy_id, g_source_remove);
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.cancel", FALSE);
  gtk_stack_set_visible_child_name (self->bottom, "intent");
  if (self->plan != NULL)
    dites_plan_page_queue_update (self);
}
