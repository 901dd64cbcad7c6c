/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-choices-row.h"

#include "dites-decoration.h"

/**
 * DitesChoicesRow:
 *
 * Any number of the choices of a field, each a toggle; one that is chosen has a
 * check mark too. Values that are none of the choices stay as they are.
 */
struct _DitesChoicesRow
{
  DitesFieldRow parent_instance;

  AdwWrapBox *box;
  GPtrArray  *toggles; /* of GtkToggleButton, by position of the choice */
  gboolean    showing; /* the toggles change, but nobody chooses */
};

G_DEFINE_FINAL_TYPE (DitesChoicesRow, dites_choices_row, DITES_TYPE_FIELD_ROW)

static gboolean
contains (const DitesJson *values,
          const char      *id)
{
  DitesJsonIter iter;
  DitesJson     element;

  if (values == NULL || dites_json_get_type (*values) != DITES_JSON_ARRAY)
    return FALSE;

  dites_json_iter_init (&iter, *values);
  while (dites_json_iter_next (&iter, NULL, &element))
    if (dites_json_string_equal (element, id))
      return TRUE;

  return FALSE;
}

static void
add_element (GString    *json,
             const char *text,
             gsize       length)
{
  if (json->len > 1)
    g_string_append_c (json, ',');
  g_string_append_len (json, text, length);
}

/* What is not one of the choices, after those that are. */
static void
add_unknown (GString          *json,
             const DitesField *field,
             DitesJson         values)
{
  DitesJsonIter iter;
  DitesJson     element;

  if (dites_json_get_type (values) != DITES_JSON_ARRAY)
    return;

  dites_json_iter_init (&iter, values);
  while (dites_json_iter_next (&iter, NULL, &element))
    {
      g_autofree char *id = dites_json_dup_string (element);

      if (id == NULL || dites_field_get_choice (field, id) == NULL)
        add_element (json, element.text, element.length);
    }
}

static void
toggled_cb (DitesChoicesRow *self)
{
  DitesFieldRow    *row = DITES_FIELD_ROW (self);
  const DitesField *field = dites_field_row_get_field (row);
  g_autoptr (GString) json = NULL;
  DitesJson values;

  if (self->showing)
    return;

  json = g_string_new ("[");
  for (guint i = 0; i < self->toggles->len; i++)
    if (gtk_toggle_button_get_active (self->toggles->pdata[i]))
      {
        g_autoptr (GString) id = g_string_new (NULL);

        dites_json_append_string (id, field->choices[i].id);
        add_element (json, id->str, id->len);
      }
  if (dites_field_row_get_value (row, &values))
    add_unknown (json, field, values);
  if (json->len > 1)
    g_string_append_c (json, ']');
  dites_field_row_set_value (row, json->len > 1 ? json->str : NULL);
}

static void
dites_choices_row_follow (DitesFieldRow   *row,
                          const DitesJson *value)
{
  DitesChoicesRow  *self = DITES_CHOICES_ROW (row);
  const DitesField *field = dites_field_row_get_field (row);

  self->showing = TRUE;
  for (guint i = 0; i < self->toggles->len; i++)
    gtk_toggle_button_set_active (self->toggles->pdata[i], contains (value, field->choices[i].id));
  self->showing = FALSE;
}

static GtkWidget *
new_toggle (DitesChoicesRow   *self,
            const DitesChoice *choice)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = dites_decoration_new ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (dites_choice_get_label (choice));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_add_css_class (toggle, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, dites_choice_get_label (choice), -1);
  g_object_bind_property (toggle, "active", check, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return toggle;
}

static void
dites_choices_row_constructed (GObject *object)
{
  DitesChoicesRow  *self = DITES_CHOICES_ROW (object);
  DitesFieldRow    *row = DITES_FIELD_ROW (object);
  const DitesField *field = dites_field_row_get_field (row);

  self->box = g_object_new (ADW_TYPE_WRAP_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "child-spacing", 6, "line-spacing", 6, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "choices");
  for (const DitesChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    {
      GtkWidget *toggle = new_toggle (self, choice);

      adw_wrap_box_append (self->box, toggle);
      g_ptr_array_add (self->toggles, toggle);
    }
  dites_field_row_add (row, GTK_WIDGET (self->box), DITES_FIELD_ROW_BELOW);
  dites_field_row_set_control (row, GTK_WIDGET (self->box));

  G_OBJECT_CLASS (dites_choices_row_parent_class)->constructed (object);
}

static void
dites_choices_row_finalize (GObject *object)
{
  g_ptr_array_unref (DITES_CHOICES_ROW (object)->toggles);

  G_OBJECT_CLASS (dites_choices_row_parent_class)->finalize (object);
}

static void
dites_choices_row_class_init (DitesChoicesRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = dites_choices_row_constructed;
  object_class->finalize = dites_choices_row_finalize;
  DITES_FIELD_ROW_CLASS (klass)->follow = dites_choices_row_follow;
}

static void
dites_choices_row_init (DitesChoicesRow *self)
{
  self->toggles = g_ptr_array_new ();
}

/**
 * dites_choices_row_new:
 * @source: where the value is
 * @field: a field with choices, any number of which it holds
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
dites_choices_row_new (DitesValueSource *source,
                       const DitesField *field)
{
  return g_object_new (DITES_TYPE_CHOICES_ROW, "source", source, "field", field, NULL);
}
