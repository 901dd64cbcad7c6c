/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-extra-group.h"

#include <glib/gi18n.h>

#include "dites-wrapped-texts.h"

/**
 * DitesExtraGroup:
 *
 * What lists said about a document that no field of it takes: columns that were kept
 * as they are, and cells that could not be read. What has been dealt with can be taken
 * away. Hidden when there is nothing of it.
 */
struct _DitesExtraGroup
{
  AdwPreferencesGroup parent_instance;

  DitesEditor *editor;
  GPtrArray   *rows; /* of GtkWidget */
  char        *text; /* (nullable): what the rows show, as JSON */
};

typedef enum
{
  PROP_EDITOR = 1,
} DitesExtraGroupProperty;

static GParamSpec *properties[PROP_EDITOR + 1];

G_DEFINE_FINAL_TYPE (DitesExtraGroup, dites_extra_group, ADW_TYPE_PREFERENCES_GROUP)

static void
focus_before (GtkWidget *widget)
{
  do
    widget = gtk_widget_get_prev_sibling (widget);
  while (widget != NULL && !gtk_widget_child_focus (widget, GTK_DIR_TAB_BACKWARD));
}

static void
remove_cb (DitesExtraGroup *self,
           GtkWidget       *button)
{
  GtkWidget       *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  g_autofree char *header = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  g_autofree char *message = NULL;
  guint            index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;

  /* Translators: %s is what was taken away. */
  message = g_strdup_printf (_("Removed: %s"), header);
  /* GTK 4.18 loses a reference on what is around the focus when the row that has it goes. */
  gtk_root_set_focus (gtk_widget_get_root (button), NULL);
  dites_editor_remove_extra (self->editor, header);
  /* To the row that has come to its place, to the last, or to what stands before them. */
  if (self->rows->len > 0)
    gtk_widget_child_focus (self->rows->pdata[MIN (index, self->rows->len - 1)], GTK_DIR_TAB_FORWARD);
  else
    focus_before (GTK_WIDGET (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", message);
}

static void
add_button (DitesExtraGroup *self,
            GtkWidget       *row,
            const char      *header)
{
  GtkWidget       *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = NULL;

  /* Translators: %s is the header of a column. */
  label = g_strdup_printf (_("Remove “%s”"), header);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_row (const char *header,
         const char *text,
         gpointer    user_data)
{
  DitesExtraGroup *self = user_data;
  GtkWidget       *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), header);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  add_button (self, row, header);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
changed_cb (DitesExtraGroup *self)
{
  DitesDocument   *document = dites_editor_get_document (self->editor);
  DitesJson        extra = { NULL, 0 };
  g_autofree char *text = NULL;

  if (document != NULL && dites_document_get (document, DITES_EXTRA, &extra))
    text = g_strndup (extra.text, extra.length);
  if (!g_set_str (&self->text, text))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  if (document != NULL)
    dites_document_foreach_extra (document, add_row, self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
dites_extra_group_constructed (GObject *object)
{
  DitesExtraGroup *self = DITES_EXTRA_GROUP (object);

  G_OBJECT_CLASS (dites_extra_group_parent_class)->constructed (object);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("More from the Lists"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("As it was received: no field above takes it"));
  dites_wrap_texts (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

static void
dites_extra_group_finalize (GObject *object)
{
  DitesExtraGroup *self = DITES_EXTRA_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_free (self->text);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (dites_extra_group_parent_class)->finalize (object);
}

static void
dites_extra_group_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch ((DitesExtraGroupProperty) prop_id)
    {
    case PROP_EDITOR:
      DITES_EXTRA_GROUP (object)->editor = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_extra_group_class_init (DitesExtraGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = dites_extra_group_constructed;
  object_class->finalize = dites_extra_group_finalize;
  object_class->set_property = dites_extra_group_set_property;

  properties[PROP_EDITOR] = g_param_spec_object ("editor", NULL, NULL, DITES_TYPE_EDITOR, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dites_extra_group_init (DitesExtraGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * dites_extra_group_new:
 * @editor: the editor of a document
 *
 * Returns: (transfer floating): what lists said about the document beside its fields
 */
GtkWidget *
dites_extra_group_new (DitesEditor *editor)
{
  return g_object_new (DITES_TYPE_EXTRA_GROUP, "editor", editor, NULL);
}
