/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-due-row.h"

#include "dites-due.h"

/* So long it rests after a change, in milliseconds: many documents are looked through, and
 * somebody is typing. */
#define DELAY 2000

/**
 * DitesDueRow:
 *
 * Says how much is due today, and is there only if anything is.
 */
struct _DitesDueRow
{
  GtkListBoxRow parent_instance;

  DitesStore   *store;
  GCancellable *cancellable;
  GtkLabel     *count;
  DitesDay      day; /* that was looked at last */
  guint         find_id;
};

G_DEFINE_FINAL_TYPE (DitesDueRow, dites_due_row, GTK_TYPE_LIST_BOX_ROW)

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (DitesDueRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = dites_due_find_finish (DITES_STORE (object), result, &error);
  g_autofree char *text = NULL;

  if (due == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("Cannot look for what is due: %s", error->message);
      return;
    }

  text = g_strdup_printf ("%'u", due->len);
  gtk_label_set_label (self->count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), due->len > 0);
}

static void
find (DitesDueRow *self)
{
  self->day = dites_day_today ();
  dites_due_find_async (self->store, self->day, self->cancellable, found_cb, g_object_ref (self));
}

static void
find_cb (gpointer user_data)
{
  DitesDueRow *self = user_data;

  self->find_id = 0;
  find (self);
}

static void
changed_cb (DitesDueRow *self)
{
  if (self->find_id == 0)
    self->find_id = g_timeout_add_once (DELAY, find_cb, self);
}

static void
dites_due_row_dispose (GObject *object)
{
  DitesDueRow *self = DITES_DUE_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->find_id, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dites_due_row_parent_class)->dispose (object);
}

static void
dites_due_row_finalize (GObject *object)
{
  DitesDueRow *self = DITES_DUE_ROW (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (dites_due_row_parent_class)->finalize (object);
}

static void
dites_due_row_class_init (DitesDueRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dites_due_row_dispose;
  object_class->finalize = dites_due_row_finalize;
}

static void
dites_due_row_init (DitesDueRow *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * dites_due_row_new:
 * @store: what is looked through
 * @child: what the row shows
 * @count: a label in @child, for how much it is
 *
 * Returns: (transfer floating): a row, which is hidden as long as nothing is due
 */
GtkWidget *
dites_due_row_new (DitesStore *store,
                   GtkWidget  *child,
                   GtkLabel   *count)
{
  DitesDueRow *self = g_object_new (DITES_TYPE_DUE_ROW, "child", child, "visible", FALSE, "selectable", FALSE, NULL);

  self->store = g_object_ref (store);
  self->count = count;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  find (self);

  return GTK_WIDGET (self);
}

/**
 * dites_due_row_refresh:
 * @self: a row
 *
 * Looks at the calendar again.
 *
 * Returns: whether another day has begun
 */
gboolean
dites_due_row_refresh (DitesDueRow *self)
{
  if (self->day == dites_day_today ())
    return FALSE;

  find (self);

  return TRUE;
}
