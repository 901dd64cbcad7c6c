/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-due-dialog.h"

#include <glib/gi18n.h>

#include "dites-decoration.h"
#include "dites-due.h"

/**
 * DitesDueDialog:
 *
 * Who arrives and who leaves today, and which offers their owners should confirm again; each
 * leads to its document.
 */
struct _DitesDueDialog
{
  AdwDialog parent_instance;

  GCancellable *cancellable;

  GtkStack           *stack;
  AdwStatusPage      *status;
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (DitesDueDialog, dites_due_dialog, ADW_TYPE_DIALOG)

static void
activated_cb (AdwActionRow *row)
{
  GtkWidget  *dialog = gtk_widget_get_ancestor (GTK_WIDGET (row), DITES_TYPE_DUE_DIALOG);
  const char *id = gtk_widget_get_name (GTK_WIDGET (row));

  gtk_widget_activate_action (dialog, "win.open-document", "s", id);
  adw_dialog_close (ADW_DIALOG (dialog));
}

static GtkWidget *
make_row (const DitesDue *due)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), due->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), due->about);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), dites_decoration_new ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_name (row, due->id);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), NULL);

  return row;
}

static const char *
get_heading (DitesDueReason reason)
{
  switch (reason)
    {
    case DITES_DUE_ARRIVAL:
      return _("Arrivals");

    case DITES_DUE_DEPARTURE:
      return _("Departures");

    case DITES_DUE_OFFER:
      return _("Offers to Reconfirm");

    default:
      g_return_val_if_reached (NULL);
    }
}

static void
show (DitesDueDialog *self,
      GPtrArray      *due)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < due->len; i++)
    {
      const DitesDue *one = due->pdata[i];

      if (i == 0 || one->reason != ((DitesDue *) due->pdata[i - 1])->reason)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, get_heading (one->reason));
          if (one->reason == DITES_DUE_OFFER)
            adw_preferences_group_set_description (group, _("Their owners said six months ago that they are still to let."));
          adw_preferences_page_add (self->page, group);
        }
      adw_preferences_group_add (group, make_row (one));
    }
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (DitesDueDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = dites_due_find_finish (DITES_STORE (object), result, &error);

  if (due == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (due == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_icon_name (self->status, "dialog-warning-symbolic");
      adw_status_page_set_title (self->status, _("What Is Due Cannot Be Read"));
      adw_status_page_set_description (self->status, escaped);
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
  else if (due->len == 0)
    {
      adw_status_page_set_icon_name (self->status, "object-select-symbolic");
      adw_status_page_set_title (self->status, _("Nothing Is Due Today"));
      adw_status_page_set_description (self->status, _("Nobody arrives or leaves, and no offer is to be reconfirmed."));
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
  else
    {
      show (self, due);
      gtk_stack_set_visible_child_name (self->stack, "list");
    }
}

static void
dites_due_dialog_dispose (GObject *object)
{
  DitesDueDialog *self = DITES_DUE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);

  /* A closed dialog would leave its child behind (libadwaita 1.7). */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);

  G_OBJECT_CLASS (dites_due_dialog_parent_class)->dispose (object);
}

static void
dites_due_dialog_finalize (GObject *object)
{
  DitesDueDialog *self = DITES_DUE_DIALOG (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (dites_due_dialog_parent_class)->finalize (object);
}

static void
dites_due_dialog_class_init (DitesDueDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dites_due_dialog_dispose;
  object_class->finalize = dites_due_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/dialogs/dites-due-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesDueDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DitesDueDialog, status);
  gtk_widget_class_bind_template_child (widget_class, DitesDueDialog, page);
}

static void
dites_due_dialog_init (DitesDueDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dites_due_dialog_new:
 * @store: the store
 *
 * Returns: (transfer floating): a dialog about today
 */
DitesDueDialog *
dites_due_dialog_new (DitesStore *store)
{
  DitesDueDialog *self = g_object_new (DITES_TYPE_DUE_DIALOG, NULL);

  dites_due_find_async (store, dites_day_today (), self->cancellable, found_cb, g_object_ref (self));

  return self;
}
