/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-error.h"
#include "dites-import-order.h"
#include "dites-import-summary.h"
#include "dites-plan-page-private.h"

/* What the page has done: lists put in order, planned, written, one after the other. One
 * thing is done at a time; what was asked for before is stopped, and its answer ignored. */

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  dites_plan_page_show_progress (user_data, fraction);
}

static GCancellable *
start (DitesPlanPage *self,
       const char    *what)
{
  dites_plan_page_stop (self);
  self->cancellable = g_cancellable_new ();
  dites_plan_page_show_busy (self, what);

  return self->cancellable;
}

/* Whether the answer is to what was asked for last. */
static gboolean
is_awaited (DitesPlanPage *self,
            GAsyncResult  *result)
{
  return self->cancellable != NULL && g_task_get_cancellable (G_TASK (result)) == self->cancellable;
}

static void
finish (DitesPlanPage *self)
{
  g_clear_object (&self->cancellable);
  dites_plan_page_show_idle (self);
}

static void
planned_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DitesPlanPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesPlan) plan = dites_import_plan_finish (DITES_IMPORT (object), result, &error);

  if (!is_awaited (self, result))
    return;

  finish (self);
  if (plan != NULL)
    dites_plan_page_show_plan (self);
  else
    dites_plan_page_show_error (self, error);
}

/**
 * dites_plan_page_make_plan:
 * @self: a page
 *
 * Makes the plan of the list that is shown, or makes it anew.
 */
void
dites_plan_page_make_plan (DitesPlanPage *self)
{
  DitesImport  *import = dites_plan_page_get_import (self);
  GCancellable *cancellable = start (self, _("Reading the List…"));

  dites_import_plan_async (import, progress_cb, self, cancellable, planned_cb, g_object_ref (self));
}

static void
order (DitesPlanPage *self)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  for (guint i = self->position; i < self->imports->len; i++)
    g_ptr_array_add (rest, self->imports->pdata[i]);
  dites_import_order (rest);
  for (guint i = 0; i < rest->len; i++)
    self->imports->pdata[self->position + i] = rest->pdata[i];
}

static void look_at_next (DitesPlanPage *self);

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DitesPlanPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesPlan) plan = dites_import_plan_finish (DITES_IMPORT (object), result, &error);

  if (!is_awaited (self, result))
    return;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      finish (self);
      dites_plan_page_show_error (self, error);
      return;
    }

  /* What is no list says so in its turn. */
  self->n_ordered++;
  look_at_next (self);
}

/* Which semester a list is about is known when it has been read. */
static void
look_at_next (DitesPlanPage *self)
{
  DitesImport *import;

  if (self->n_ordered < self->imports->len)
    {
      import = self->imports->pdata[self->n_ordered];
      dites_import_plan_async (import, progress_cb, self, self->cancellable, looked_cb, g_object_ref (self));
      return;
    }

  order (self);
  finish (self);
  if (dites_import_get_plan (dites_plan_page_get_import (self)) != NULL)
    dites_plan_page_show_plan (self);
  else
    dites_plan_page_make_plan (self);
}

/**
 * dites_plan_page_begin:
 * @self: a page
 *
 * Shows the list that comes next. Several that were not looked at yet are put
 * into the order of their semesters first.
 */
void
dites_plan_page_begin (DitesPlanPage *self)
{
  self->n_ordered = MAX (self->n_ordered, self->position);
  if (self->imports->len - self->position > 1 && self->n_ordered < self->imports->len)
    {
      self->n_ordered = self->position;
      start (self, _("Reading the Lists…"));
      look_at_next (self);
      return;
    }

  self->n_ordered = self->imports->len;
  dites_plan_page_make_plan (self);
}

/**
 * dites_plan_page_next:
 * @self: a page
 *
 * Goes on to the next list; leaves the page after the last one.
 */
void
dites_plan_page_next (DitesPlanPage *self)
{
  dites_plan_page_stop (self);
  g_clear_object (&self->plan);
  if (self->position + 1 < self->imports->len)
    {
      self->position++;
      dites_plan_page_begin (self);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DitesPlanPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean         written = dites_import_write_finish (DITES_IMPORT (object), result, &error);
  gboolean         awaited = is_awaited (self, result);
  g_autofree char *done = NULL;

  self->writing = FALSE;
  if (awaited)
    finish (self);

  if (written)
    {
      DitesPlan *plan = dites_import_get_plan (DITES_IMPORT (object));

      done = dites_import_summary_result (plan);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", done);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-kind", "s",
                                  dites_list_mapping_get_kind (dites_plan_get_mapping (plan))->name);
      dites_plan_page_next (self);
    }
  else if (g_error_matches (error, DITES_ERROR, DITES_ERROR_CONFLICT))
    {
      self->conflicted = TRUE;
      dites_plan_page_make_plan (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      adw_banner_set_title (self->notice_banner, error->message);
      adw_banner_set_revealed (self->notice_banner, TRUE);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }
}

/**
 * dites_plan_page_write:
 * @self: a page that shows a plan
 *
 * Does what the plan says. Without success all stays as it is, and is said.
 */
void
dites_plan_page_write (DitesPlanPage *self)
{
  GCancellable *cancellable = start (self, _("Writing…"));

  adw_banner_set_revealed (self->notice_banner, FALSE);
  self->writing = TRUE;
  dites_import_write_async (dites_plan_page_get_import (self), cancellable, written_cb, g_object_ref (self));
}

/**
 * dites_plan_page_stop:
 * @self: a page
 *
 * Stops what is being done.
 */
void
dites_plan_page_stop (DitesPlanPage *self)
{
  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}
