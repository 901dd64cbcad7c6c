/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-field-group.h"

#include <glib/gi18n.h>

#include "dites-field-row.h"
#include "dites-wrapped-texts.h"

/**
 * DitesFieldGroup:
 *
 * The fields of one group of a kind, in the order of its table. A group in which a
 * stored document has nothing begins folded, so that what is there is seen first.
 */
struct _DitesFieldGroup
{
  AdwPreferencesGroup parent_instance;

  DitesEditor *editor;
  const char  *name; /* (nullable): as the table has it, untranslated */
  GPtrArray   *rows; /* of DitesFieldRow */
  GtkWidget   *fold;
  gboolean     folded;
};

typedef enum
{
  PROP_EDITOR = 1,
  PROP_NAME,
} DitesFieldGroupProperty;

static GParamSpec *properties[PROP_NAME + 1];

G_DEFINE_FINAL_TYPE (DitesFieldGroup, dites_field_group, ADW_TYPE_PREFERENCES_GROUP)

static void
set_folded (DitesFieldGroup *self,
            gboolean         folded)
{
  const char      *title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self));
  g_autofree char *name = NULL;

  self->folded = folded;
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (self->rows->pdata[i], !folded);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), folded ? _("Nothing entered yet") : NULL);
  gtk_widget_set_visible (self->fold, folded);

  /* Translators: %s is the name of a group of fields. */
  name = g_strdup_printf (_("Fill In “%s”"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
unfold_cb (DitesFieldGroup *self)
{
  set_folded (self, FALSE);
  dites_field_group_focus_first (self);
}

static gboolean
is_empty (DitesFieldGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const DitesField *field = dites_field_row_get_field (self->rows->pdata[i]);
      DitesJson         value;

      if ((field->flags & DITES_FIELD_REQUIRED) != 0 || dites_field_row_get_value (self->rows->pdata[i], &value))
        return FALSE;
    }

  return TRUE;
}

/* What another window, an undo or a merge fills in is shown. */
static void
changed_cb (DitesFieldGroup *self)
{
  if (self->folded && !is_empty (self))
    set_folded (self, FALSE);
}

static void
dites_field_group_constructed (GObject *object)
{
  DitesFieldGroup  *self = DITES_FIELD_GROUP (object);
  const DitesField *fields = dites_editor_get_kind (self->editor)->fields;

  G_OBJECT_CLASS (dites_field_group_parent_class)->constructed (object);

  for (const DitesField *field = fields; field->name != NULL; field++)
    {
      GtkWidget *row;

      if ((field->flags & DITES_FIELD_LIST_ONLY) != 0 || g_strcmp0 (field->group, self->name) != 0)
        continue;
      if (self->rows->len == 0)
        adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), dites_field_get_group (field));
      row = dites_field_row_new (self->editor, field);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }

  self->fold = gtk_button_new_with_label (_("Fill In"));
  gtk_widget_add_css_class (self->fold, "flat");
  gtk_widget_set_valign (self->fold, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->fold, "clicked", G_CALLBACK (unfold_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->fold);

  dites_wrap_texts (GTK_WIDGET (self));
  /* The first group is what a document is about. */
  set_folded (self, !dites_editor_is_draft (self->editor) && self->name != NULL && g_strcmp0 (fields->group, self->name) != 0 && is_empty (self));
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
dites_field_group_finalize (GObject *object)
{
  DitesFieldGroup *self = DITES_FIELD_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (dites_field_group_parent_class)->finalize (object);
}

static void
dites_field_group_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  DitesFieldGroup *self = DITES_FIELD_GROUP (object);

  switch ((DitesFieldGroupProperty) prop_id)
    {
    case PROP_EDITOR:
      self->editor = g_value_dup_object (value);
      break;

    case PROP_NAME:
      self->name = g_intern_string (g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_field_group_class_init (DitesFieldGroupClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dites_field_group_constructed;
  object_class->finalize = dites_field_group_finalize;
  object_class->set_property = dites_field_group_set_property;

  properties[PROP_EDITOR] = g_param_spec_object ("editor", NULL, NULL, DITES_TYPE_EDITOR, flags);
  properties[PROP_NAME] = g_param_spec_string ("group", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dites_field_group_init (DitesFieldGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * dites_field_group_new:
 * @editor: the editor of a document
 * @name: (nullable): the group of some of its fields, as the table has it
 *
 * Returns: (transfer floating): the rows of those fields
 */
GtkWidget *
dites_field_group_new (DitesEditor *editor,
                       const char  *name)
{
  return g_object_new (DITES_TYPE_FIELD_GROUP, "editor", editor, "group", name, NULL);
}

/**
 * dites_field_group_show_field:
 * @self: a group
 * @name: the name of a field
 *
 * Shows a field and gives it the focus.
 *
 * Returns: whether it is one of this group
 */
gboolean
dites_field_group_show_field (DitesFieldGroup *self,
                              const char      *name)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (strcmp (dites_field_row_get_field (self->rows->pdata[i])->name, name) == 0)
      {
        if (self->folded)
          set_folded (self, FALSE);
        gtk_widget_grab_focus (self->rows->pdata[i]);
        return TRUE;
      }

  return FALSE;
}

/**
 * dites_field_group_focus_first:
 * @self: a group
 *
 * Returns: whether its first field got the focus
 */
gboolean
dites_field_group_focus_first (DitesFieldGroup *self)
{
  return self->rows->len > 0 && gtk_widget_grab_focus (self->rows->pdata[0]);
}

/**
 * dites_field_group_get_row:
 * @self: a group
 * @type: a type of field
 *
 * Returns: (transfer none) (nullable): the row of its first field of that type
 */
GtkWidget *
dites_field_group_get_row (DitesFieldGroup *self,
                           DitesFieldType   type)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (dites_field_row_get_field (self->rows->pdata[i])->type == type)
      return self->rows->pdata[i];

  return NULL;
}
