/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-bulk-dialog.h"

#include <glib/gi18n.h>

#include "dites-bulk.h"

/**
 * DitesBulkDialog:
 *
 * Gives a field of several documents the same value: which field, then which value.
 * What tells people apart is not offered, nor what is more than one value.
 */
struct _DitesBulkDialog
{
  AdwDialog parent_instance;

  DitesStore      *store;
  const DitesKind *kind;
  char           **ids;
  GPtrArray       *fields; /* of const DitesField * */

  AdwPreferencesGroup *options;
  AdwComboRow         *field_row;
  AdwComboRow         *choice_row;
  AdwEntryRow         *entry_row;
  GtkLabel            *problem_label;
};

G_DEFINE_FINAL_TYPE (DitesBulkDialog, dites_bulk_dialog, ADW_TYPE_DIALOG)

static gboolean
is_offered (const DitesField *field)
{
  if (field->flags & (DITES_FIELD_LIST_ONLY | DITES_FIELD_MULTIPLE))
    return FALSE;

  switch (field->type)
    {
    case DITES_FIELD_CHOICE:
    case DITES_FIELD_FLAG:
    case DITES_FIELD_DATE:
    case DITES_FIELD_MONEY:
    case DITES_FIELD_AREA:
    case DITES_FIELD_NUMBER:
    case DITES_FIELD_COMMUNE:
    case DITES_FIELD_TEXT:
      return TRUE;

    case DITES_FIELD_NAME:
    case DITES_FIELD_LINES:
    case DITES_FIELD_EMAIL:
    case DITES_FIELD_PHONE:
    case DITES_FIELD_RPPS:
    case DITES_FIELD_DEGREES:
    case DITES_FIELD_REFERENCE:
    case DITES_FIELD_ITEMS:
    case DITES_FIELD_PHOTOS:
    default:
      return FALSE;
    }
}

static const DitesField *
get_field (DitesBulkDialog *self)
{
  return self->fields->pdata[adw_combo_row_get_selected (self->field_row)];
}

static gboolean
is_chosen_from (const DitesField *field)
{
  return field->type == DITES_FIELD_CHOICE || field->type == DITES_FIELD_FLAG;
}

static void
show_problem (DitesBulkDialog *self,
              const char      *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  if (problem != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry_row), "error");
      gtk_accessible_announce (GTK_ACCESSIBLE (self), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry_row), "error");
}

/* The choices of a field; the first is to have none. */
static GListModel *
list_choices (const DitesField *field)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _("Not Entered"));
  for (const DitesChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    gtk_string_list_append (choices, dites_choice_get_label (choice));
  if (field->type == DITES_FIELD_FLAG)
    {
      gtk_string_list_append (choices, _("Yes"));
      gtk_string_list_append (choices, _("No"));
    }

  return G_LIST_MODEL (choices);
}

static void
field_chosen_cb (DitesBulkDialog *self)
{
  const DitesField *field = get_field (self);

  show_problem (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->entry_row), "");
  gtk_widget_set_visible (GTK_WIDGET (self->choice_row), is_chosen_from (field));
  gtk_widget_set_visible (GTK_WIDGET (self->entry_row), !is_chosen_from (field));
  if (is_chosen_from (field))
    {
      g_autoptr (GListModel) choices = list_choices (field);

      adw_combo_row_set_model (self->choice_row, choices);
      adw_combo_row_set_selected (self->choice_row, 1);
    }
}

/* What was chosen or typed; %NULL with no error for nothing. */
static char *
read_value (DitesBulkDialog *self,
            GError         **error)
{
  const DitesField *field = get_field (self);
  guint             chosen = adw_combo_row_get_selected (self->choice_row);
  g_autofree char  *text = NULL;

  if (is_chosen_from (field))
    {
      if (chosen == 0)
        return NULL;
      if (field->type == DITES_FIELD_FLAG)
        return g_strdup (chosen == 1 ? "true" : "false");
      return g_strdup_printf ("\"%s\"", field->choices[chosen - 1].id);
    }

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry_row))));

  return *text != '\0' ? dites_value_parse (field, text, error) : NULL;
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
  g_autoptr (GError) error = NULL;
  g_autofree char *json = read_value (self, &error);

  if (error != NULL)
    {
      show_problem (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->entry_row));
      return;
    }

  dites_bulk_set_async (self->store, (const char *const *) self->ids, get_field (self), json, NULL, changed_cb, g_object_ref (self));
}

static void
text_changed_cb (DitesBulkDialog *self)
{
  show_problem (self, NULL);
}

static void
dites_bulk_dialog_finalize (GObject *object)
{
  DitesBulkDialog *self = DITES_BULK_DIALOG (object);

  g_clear_object (&self->store);
  g_strfreev (self->ids);
  g_ptr_array_unref (self->fields);

  G_OBJECT_CLASS (dites_bulk_dialog_parent_class)->finalize (object);
}

static void
dites_bulk_dialog_class_init (DitesBulkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dites_bulk_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/dialogs/dites-bulk-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesBulkDialog, options);
  gtk_widget_class_bind_template_child (widget_class, DitesBulkDialog, field_row);
  gtk_widget_class_bind_template_child (widget_class, DitesBulkDialog, choice_row);
  gtk_widget_class_bind_template_child (widget_class, DitesBulkDialog, entry_row);
  gtk_widget_class_bind_template_child (widget_class, DitesBulkDialog, problem_label);
  gtk_widget_class_install_action (widget_class, "bulk.change", NULL, change_action);
}

static void
dites_bulk_dialog_init (DitesBulkDialog *self)
{
  self->fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The state is what is changed most. */
static guint
fill_fields (DitesBulkDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint first = 0;

  for (const DitesField *field = self->kind->fields; field->name != NULL; field++)
    {
      if (!is_offered (field))
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
  g_autofree char *count = dites_bulk_count_text (kind, g_strv_length ((char **) ids));
  guint            first;

  self->store = g_object_ref (store);
  self->kind = kind;
  self->ids = g_strdupv ((char **) ids);
  adw_preferences_group_set_title (self->options, count);
  first = fill_fields (self);
  g_signal_connect_object (self->field_row, "notify::selected", G_CALLBACK (field_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry_row, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  adw_combo_row_set_selected (self->field_row, first);
  field_chosen_cb (self);

  return self;
}
