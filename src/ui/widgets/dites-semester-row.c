/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-semester-row.h"

#include <glib/gi18n.h>

#include "dites-decoration.h"
#include "dites-semester.h"
#include "dites-store-reads.h"

/**
 * DitesSemesterRow:
 *
 * The semester that is under way and its days. Activated it leads to who is where in it.
 */
struct _DitesSemesterRow
{
  GtkListBoxRow parent_instance;

  DitesStore   *store;
  GCancellable *cancellable;
  char         *id; /* of the semester that is shown */
  GtkLabel     *title;
  GtkLabel     *days;
};

G_DEFINE_FINAL_TYPE (DitesSemesterRow, dites_semester_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_days (DitesSemesterRow *self,
           DitesDay          start,
           DitesDay          end)
{
  g_autofree char *from = dites_day_format (start, DITES_DAY_LONG);
  g_autofree char *to = dites_day_format (end, DITES_DAY_LONG);
  /* Translators: the first and the last day of a semester or a stay. */
  g_autofree char *days = g_strdup_printf (C_("days", "%s to %s"), from, to);
  g_autofree char *description = g_strdup_printf ("%s\n%s", gtk_label_get_label (self->title), days);

  gtk_label_set_label (self->days, days);
  /* Its name says where it leads. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
got_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (DitesSemesterRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesSnapshot) snapshot = dites_store_get_finish (DITES_STORE (object), result, &error);
  DitesDay start, end;

  if (snapshot == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("Cannot read the semester: %s", error->message);
      return;
    }
  if (snapshot->document == NULL || snapshot->trashed)
    return;

  start = dites_semester_get_start (snapshot->document);
  end = dites_semester_get_end (snapshot->document);
  if (start != DITES_DAY_NONE && end != DITES_DAY_NONE)
    show_days (self, start, end);
}

static void
dites_semester_row_dispose (GObject *object)
{
  DitesSemesterRow *self = DITES_SEMESTER_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dites_semester_row_parent_class)->dispose (object);
}

static void
dites_semester_row_finalize (GObject *object)
{
  DitesSemesterRow *self = DITES_SEMESTER_ROW (object);

  g_clear_object (&self->cancellable);
  g_free (self->id);

  G_OBJECT_CLASS (dites_semester_row_parent_class)->finalize (object);
}

static void
dites_semester_row_class_init (DitesSemesterRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dites_semester_row_dispose;
  object_class->finalize = dites_semester_row_finalize;
}

static GtkLabel *
append_label (GtkBox     *box,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static void
dites_semester_row_init (DitesSemesterRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->cancellable = g_cancellable_new ();
  self->title = append_label (GTK_BOX (lines), "heading");
  self->days = append_label (GTK_BOX (lines), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->days), "dimmed");
  gtk_widget_set_margin_top (lines, 8);
  gtk_widget_set_margin_bottom (lines, 8);
  gtk_box_append (GTK_BOX (box), dites_decoration_new ("x-office-calendar-symbolic"));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Who Is Where This Semester"));
}

/**
 * dites_semester_row_new:
 * @store: where the semester's document is, if it has one
 *
 * Returns: (transfer floating): a row for the semester that is under way
 */
GtkWidget *
dites_semester_row_new (DitesStore *store)
{
  DitesSemesterRow *self = g_object_new (DITES_TYPE_SEMESTER_ROW, NULL);

  self->store = g_object_ref (store);
  dites_semester_row_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * dites_semester_row_refresh:
 * @self: a row
 *
 * Looks at the calendar and the store again. The semester's days are those of its document,
 * or the usual ones as long as there is none.
 */
void
dites_semester_row_refresh (DitesSemesterRow *self)
{
  DitesTerm        term = dites_term_of_day (dites_day_today ());
  g_autofree char *label = dites_term_get_label (term);

  g_free (self->id);
  self->id = dites_term_get_id (term);
  gtk_label_set_label (self->title, label);
  show_days (self, dites_semester_get_default_start (term.winter, term.year), dites_semester_get_default_end (term.winter, term.year));
  dites_store_get_async (self->store, self->id, self->cancellable, got_cb, g_object_ref (self));
}

/**
 * dites_semester_row_get_id:
 * @self: a row
 *
 * Returns: the id of the semester that is shown
 */
const char *
dites_semester_row_get_id (DitesSemesterRow *self)
{
  return self->id;
}

/**
 * dites_semester_row_get_label:
 * @self: a row
 *
 * Returns: how the semester that is shown is called
 */
const char *
dites_semester_row_get_label (DitesSemesterRow *self)
{
  return gtk_label_get_label (self->title);
}
