/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-bulk-dialog.h"

#include <glib/gi18n.h>

#include "dites-bulk.h"
#include "dites-field-row.h"
#include "dites-loose-source.h"
#include "dites-wrapped-texts.h"

/**
 * DitesBulkDialog:
 *
 * Changes a field of several documents alike: which field, what is done with it,
 * then the value or values, in the row that the field has in a form.
 */
struct _DitesBulkDialog
{
  AdwDialog parent_instance;

  DitesStore       *store;
  const DitesKind  *kind;
  char            **ids;
  GPtrArray        *fields; /* of const DitesField * */
  GArray           *ways;   /* of DitesBulkWays: those of the field */
  DitesLooseSource *source;
  GtkWidget        *value_row; /* (nullable) */

  AdwPreferencesGroup *options;
  AdwComboRow         *field_row;
  AdwComboRow         *way_row;
  AdwPreferencesGroup *value_group;
  AdwPreferencesGroup *problem_group;
  GtkLabel            *problem_label;
};

G_DEFINE_FINAL_TYPE (DitesBulkDialog, dites_bulk_dialog, ADW_TYPE_DIALOG)

static const DitesField *
get_field (DitesBulkDialog *self)
{
  return self->fields->pdata[adw_combo_row_get_selected (self->field_row)];
}

static DitesBulkWays
get_way (DitesBulkDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->way_row);

  return selected < self->ways->len ? g_array_index (self->ways, DitesBulkWays, selected) : DITES_BULK_SET;
}

/* What is done, in the words of who does it. */
static const char *
get_way_label (const DitesField *field,
               DitesBulkWays     way)
{
  switch ((int) way)
    {
    case DITES_BULK_ADD:
      return C_("bulk", "Add");

    case DITES_BULK_REMOVE:
      return C_("bulk", "Remove");

    case DITES_BULK_CLEAR:
      return C_("bulk", "Leave Empty");

    case DITES_BULK_SET:
    default:
      return dites_bulk_get_ways (field) & DITES_BULK_ADD ? C_("bulk", "Replace All") : C_("bulk", "Enter a Value");
    }
}

static void
show_problem (DitesBulkDialog *self,
              const char      *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_group), problem != NULL);
  if (problem != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
hide_problem (DitesBulkDialog *self)
{
  show_problem (self, NULL);
}

static void
way_chosen_cb (DitesBulkDialog *self)
{
  show_problem (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->value_group), get_way (self) != DITES_BULK_CLEAR);
}

/* What adds comes first: it takes nothing away from anybody. */
static void
list_ways (DitesBulkDialog  *self,
           const DitesField *field)
{
  static const DitesBulkWays order[] = { DITES_BULK_ADD, DITES_BULK_REMOVE, DITES_BULK_SET, DITES_BULK_CLEAR };
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_array_set_size (self->ways, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (dites_bulk_get_ways (field) & order[i])
      {
        g_array_append_val (self->ways, order[i]);
        gtk_string_list_append (labels, get_way_label (field, order[i]));
      }
  adw_combo_row_set_model (self->way_row, G_LIST_MODEL (labels));
  gtk_widget_set_visible (GTK_WIDGET (self->way_row), self->ways->len > 1);
}

static void
field_chosen_cb (DitesBulkDialog *self)
{
  const DitesField *field = get_field (self);

  if (self->value_row != NULL)
    adw_preferences_group_remove (self->value_group, self->value_row);
  self->value_row = dites_field_row_new_for_source (DITES_VALUE_SOURCE (self->source), field);
  adw_preferences_group_add (self->value_group, self->value_row);
  list_ways (self, field);
  way_chosen_cb (self);
}

/* Whether there is something to do; what was chosen or entered is in @value. */
static gboolean
read_value (DitesBulkDialog *self,
            DitesJson       *value)
{
  if (!dites_field_row_take_over (DITES_FIELD_ROW (self->value_row)))
    {
      gtk_widget_grab_focus (self->value_row);
      return FALSE;
    }
  if (dites_field_row_get_value (DITES_FIELD_ROW (self->value_row), value))
    return TRUE;

  show_problem (self, get_way (self) == DITES_BULK_REMOVE ? _("What shall be removed is still to be chosen.")
                                                          : _("The value is still to be entered."));
  gtk_widget_grab_focus (self->value_row);

  return FALSE;
}

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DitesBulkDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = dites_bulk_set_finish (DITES_STORE (object), result, &error);

  if (done == NULL)
    {
      show_problem (self, error->message);
      return;
    }

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", done);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DitesBulkDialog *self = DITES_BULK_DIALOG (widget);
  DitesBulkWays    way = get_way (self);
  g_autofree char *json = NULL;
  DitesJson        value;

  if (way != DITES_BULK_CLEAR)
    {
      if (!read_value (self, &value))
        return;
      json = g_strndup (value.text, value.length);
    }

  dites_bulk_set_async (self->store, (const char *const *) self->ids, get_field (self), way, json, NULL, changed_cb, g_object_ref (self));
}

static void
dites_bulk_dialog_dispose (GObject *object)
{
  /* A closed dialog would leave its child behind (libadwaita 1.7). */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);

  G_OBJECT_CLASS (dites_bulk_dialog_parent_class)->dispose (object);
}

static void
dites_bulk_dialog_finalize (GObject *object)
{
  DitesBulkDialog *self = DITES_BULK_DIALOG (object);

  g_clear_object (&self->store);
  g_strfreev (self->ids);
  g_ptr_array_unref (self->fields);
  g_array_unref (self->ways);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (dites_bulk_dialog_parent_class)->finalize (object);
}

static void
dites_bulk_dialog_class_init (DitesBulkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dites_bulk_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = dites_bulk_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/dialogs/dites-bulk-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesBulkDialog, options);
  gtk_widget_class_bind_template_child (widget_class, DitesBulkDialog, field_row);
  gtk_widget_class_bind_template_child (widget_class, DitesBulkDialog, way_row);
  gtk_widget_class_bind_template_child (widget_class, DitesBulkDialog, value_group);
  gtk_widget_class_bind_template_child (widget_class, DitesBulkDialog, problem_group);
  gtk_widget_class_bind_template_child (widget_class, DitesBulkDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, way_chosen_cb);
  gtk_widget_class_install_action (widget_class, "bulk.change", NULL, change_action);
}

static void
dites_bulk_dialog_init (DitesBulkDialog *self)
{
  self->fields = g_ptr_array_new ();
  self->ways = g_array_new (FALSE, FALSE, sizeof (DitesBulkWays));
  gtk_widget_init_template (GTK_WIDGET (self));
  dites_wrap_texts (adw_dialog_get_child (ADW_DIALOG (self)));
}

/* The state is what is changed most. */
static guint
fill_fields (DitesBulkDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint first = 0;

  for (const DitesField *field = self->kind->fields; field->name != NULL; field++)
    {
      if (dites_bulk_get_ways (field) == 0)
        continue;
      if (g_strcmp0 (field->name, self->kind->state_field) == 0)
        first = self->fields->len;
      g_ptr_array_add (self->fields, (gpointer) field);
      gtk_string_list_append (labels, dites_field_get_label (field));
    }
  adw_combo_row_set_model (self->field_row, G_LIST_MODEL (labels));

  return first;
}

/**
 * dites_bulk_dialog_new:
 * @store: the store
 * @kind: what is changed
 * @ids: (array zero-terminated=1): documents of @kind
 *
 * Returns: (transfer floating): the dialog
 */
DitesBulkDialog *
dites_bulk_dialog_new (DitesStore        *store,
                       const DitesKind   *kind,
                       const char *const *ids)
{
  DitesBulkDialog *self = g_object_new (DITES_TYPE_BULK_DIALOG, NULL);
  g_autofree char *count = dites_kind_dup_count (kind, g_strv_length ((char **) ids));
  guint            first;

  self->store = g_object_ref (store);
  self->kind = kind;
  self->ids = g_strdupv ((char **) ids);
  self->source = dites_loose_source_new (store);
  adw_preferences_group_set_title (self->options, count);
  first = fill_fields (self);
  g_signal_connect_object (self->field_row, "notify::selected", G_CALLBACK (field_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->source, "changed", G_CALLBACK (hide_problem), self, G_CONNECT_SWAPPED);
  adw_combo_row_set_selected (self->field_row, first);
  field_chosen_cb (self);

  return self;
}
