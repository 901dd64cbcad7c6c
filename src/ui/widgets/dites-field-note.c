/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-field-note.h"

/**
 * DitesFieldNote:
 *
 * What stands under a field: what belongs there, or what is wrong with it, in words. A
 * screen reader says it with the control that it is about.
 */
struct _DitesFieldNote
{
  GtkBox parent_instance;

  GtkImage           *icon;
  GtkLabel           *label;
  DitesFieldNoteStyle style;
};

G_DEFINE_FINAL_TYPE (DitesFieldNote, dites_field_note, GTK_TYPE_BOX)

static const struct
{
  const char *icon_name;
  const char *css_class;
} styles[] = {
  [DITES_FIELD_NOTE_HINT] = { NULL, "dimmed" },
  [DITES_FIELD_NOTE_NOTICE] = { "dialog-information-symbolic", "dimmed" },
  [DITES_FIELD_NOTE_WARNING] = { "dialog-warning-symbolic", "warning" },
  [DITES_FIELD_NOTE_ERROR] = { "dialog-error-symbolic", "error" },
};

static void
describe (DitesFieldNote *self,
          GtkAccessible  *control)
{
  gboolean wrong = self->style == DITES_FIELD_NOTE_ERROR;

  gtk_accessible_update_property (control, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_text (self->label), -1);
  gtk_accessible_update_state (control, GTK_ACCESSIBLE_STATE_INVALID, wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (wrong)
    gtk_accessible_update_relation (control, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->label, NULL, -1);
  else
    gtk_accessible_reset_relation (control, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
}

static void
dites_field_note_class_init (DitesFieldNoteClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/gers/Dites32/widgets/dites-field-note.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DitesFieldNote, icon);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DitesFieldNote, label);
}

static void
dites_field_note_init (DitesFieldNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dites_field_note_style_of:
 * @severity: how bad a problem is
 *
 * Returns: how a note about it looks
 */
DitesFieldNoteStyle
dites_field_note_style_of (DitesSeverity severity)
{
  switch (severity)
    {
    case DITES_SEVERITY_ERROR:
      return DITES_FIELD_NOTE_ERROR;
    case DITES_SEVERITY_BLOCKS:
    case DITES_SEVERITY_WARNING:
      return DITES_FIELD_NOTE_WARNING;
    case DITES_SEVERITY_NOTICE:
    default:
      return DITES_FIELD_NOTE_NOTICE;
    }
}

/**
 * dites_field_note_dup_problems:
 * @problems: (nullable) (element-type DitesProblem): what is wrong with a document
 * @field: a field of it
 * @worst: (out): how bad the worst of it is
 *
 * Returns: (transfer full) (nullable): all that is wrong with the field, a line each
 */
char *
dites_field_note_dup_problems (GPtrArray        *problems,
                               const DitesField *field,
                               DitesSeverity    *worst)
{
  g_autoptr (GString) text = g_string_new (NULL);

  *worst = DITES_SEVERITY_NOTICE;
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const DitesProblem *problem = problems->pdata[i];

      if (g_strcmp0 (problem->field, field->name) != 0)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", problem->message);
      *worst = MAX (*worst, problem->severity);
    }

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/**
 * dites_field_note_show:
 * @self: a note
 * @text: what it says; "" for nothing, and it is not there
 * @style: how it looks
 *
 * Shows something. dites_field_note_describe() has the control say it too.
 */
void
dites_field_note_show (DitesFieldNote     *self,
                       const char         *text,
                       DitesFieldNoteStyle style)
{
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), styles[i].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), styles[style].css_class);
  gtk_image_set_from_icon_name (self->icon, styles[style].icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), styles[style].icon_name != NULL);
  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), *text != '\0');
  self->style = style;
}

/**
 * dites_field_note_describe:
 * @self: a note
 * @control: what it is about
 *
 * Has a screen reader say with @control what is shown now, and whether it is wrong.
 */
void
dites_field_note_describe (DitesFieldNote *self,
                           GtkWidget      *control)
{
  describe (self, GTK_ACCESSIBLE (control));
  /* The focus goes to the button in it. */
  if (GTK_IS_DROP_DOWN (control))
    describe (self, GTK_ACCESSIBLE (gtk_widget_get_first_child (control)));
}
