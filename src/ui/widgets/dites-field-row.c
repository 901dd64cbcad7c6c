/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-field-row.h"

#include <glib/gi18n.h>

#include "dites-drop-down-name.h"
#include "dites-field-note.h"
#include "dites-row-focus.h"

/**
 * DitesFieldRow:
 *
 * One field in a form: its label, what it has, and under it what belongs there or
 * what is wrong with it, in words. What the types of rows share; each of them adds
 * its parts and says which of them is its control.
 */
typedef struct
{
  DitesValueSource *source;
  const DitesField *field;
  char             *refusal; /* (nullable): why what was typed is not set */
  gconstpointer     typing;  /* (nullable): which value is being typed, for comparison */

  AdwWrapBox     *title_box;
  GtkBox         *main;
  GtkBox         *end;
  DitesFieldNote *note;
  GtkWidget      *control; /* (nullable) */
} DitesFieldRowPrivate;

typedef enum
{
  PROP_SOURCE = 1,
  PROP_FIELD,
} DitesFieldRowProperty;

static GParamSpec *properties[PROP_FIELD + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DitesFieldRow, dites_field_row, ADW_TYPE_PREFERENCES_ROW)

static void
show_note (DitesFieldRow      *self,
           const char         *text,
           DitesFieldNoteStyle style)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (self);

  dites_field_note_show (priv->note, text, style);
  if (style == DITES_FIELD_NOTE_ERROR)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  if (priv->control != NULL)
    dites_field_note_describe (priv->note, priv->control);
}

/* Where there is a line to write on, the word stands on it; a longer hint might be cut there. */
static void
show_required (DitesFieldRow *self)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (self);
  const char           *text = C_("field", "Required");

  if (!GTK_IS_ENTRY (priv->control))
    {
      show_note (self, text, DITES_FIELD_NOTE_HINT);
      return;
    }

  show_note (self, "", DITES_FIELD_NOTE_HINT);
  gtk_entry_set_placeholder_text (GTK_ENTRY (priv->control), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
update_note (DitesFieldRow *self)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (self);
  const char           *hint = dites_field_get_hint (priv->field);
  g_autofree char      *problems = NULL;
  DitesSeverity         worst;
  DitesJson             value;
  gboolean              missing = (priv->field->flags & DITES_FIELD_REQUIRED) != 0 && !dites_value_source_get (priv->source, priv->field, &value);

  if (GTK_IS_ENTRY (priv->control))
    gtk_entry_set_placeholder_text (GTK_ENTRY (priv->control), NULL);
  if (priv->refusal != NULL)
    {
      show_note (self, priv->refusal, DITES_FIELD_NOTE_ERROR);
      return;
    }

  problems = dites_field_note_dup_problems (dites_value_source_get_problems (priv->source), priv->field, &worst);
  if (problems != NULL)
    /* What is still missing is no mistake. */
    show_note (self, problems, missing ? DITES_FIELD_NOTE_WARNING : dites_field_note_style_of (worst));
  else if (missing && *hint == '\0')
    show_required (self);
  else
    show_note (self, hint, DITES_FIELD_NOTE_HINT);
}

static void
changed_cb (DitesFieldRow *self)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (self);
  DitesJson             value;
  gboolean              has = dites_value_source_get (priv->source, priv->field, &value);

  DITES_FIELD_ROW_GET_CLASS (self)->follow (self, has ? &value : NULL);
  update_note (self);
}

/* What was typed until now is meant. */
static void
end_typing (DitesFieldRow *self)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (self);

  if (priv->typing == NULL)
    return;

  priv->typing = NULL;
  dites_value_source_hold (priv->source, FALSE);
}

static void
left_cb (DitesFieldRow *self)
{
  if (DITES_FIELD_ROW_GET_CLASS (self)->take_over != NULL)
    DITES_FIELD_ROW_GET_CLASS (self)->take_over (self);
  end_typing (self);
}

/* A click beside the control means the control. */
static void
released_cb (DitesFieldRow   *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (self);
  GtkWidget            *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (priv->control == NULL || picked == NULL || picked == priv->control || gtk_widget_is_ancestor (picked, priv->control))
    return;
  for (; picked != NULL && picked != GTK_WIDGET (self); picked = gtk_widget_get_parent (picked))
    if (gtk_widget_get_focusable (picked))
      return;

  if (GTK_IS_ENTRY (priv->control))
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (priv->control));
  else if (gtk_widget_grab_focus (priv->control))
    gtk_widget_activate (priv->control);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
dites_field_row_grab_focus (GtkWidget *widget)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (DITES_FIELD_ROW (widget));

  return priv->control != NULL && gtk_widget_grab_focus (priv->control);
}

/* The page may go while its field is being typed in. */
static void
dites_field_row_unmap (GtkWidget *widget)
{
  left_cb (DITES_FIELD_ROW (widget));

  GTK_WIDGET_CLASS (dites_field_row_parent_class)->unmap (widget);
}

static void
dites_field_row_constructed (GObject *object)
{
  DitesFieldRow        *self = DITES_FIELD_ROW (object);
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (self);

  G_OBJECT_CLASS (dites_field_row_parent_class)->constructed (object);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), dites_field_get_label (priv->field));
  g_signal_connect_object (priv->source, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

static void
dites_field_row_finalize (GObject *object)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (DITES_FIELD_ROW (object));

  g_clear_object (&priv->source);
  g_free (priv->refusal);

  G_OBJECT_CLASS (dites_field_row_parent_class)->finalize (object);
}

static void
dites_field_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (DITES_FIELD_ROW (object));

  switch ((DitesFieldRowProperty) prop_id)
    {
    case PROP_SOURCE:
      priv->source = g_value_dup_object (value);
      break;

    case PROP_FIELD:
      priv->field = g_value_get_pointer (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_field_row_class_init (DitesFieldRowClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dites_field_row_constructed;
  object_class->finalize = dites_field_row_finalize;
  object_class->set_property = dites_field_row_set_property;
  dites_row_focus_install (widget_class);
  widget_class->grab_focus = dites_field_row_grab_focus;
  widget_class->unmap = dites_field_row_unmap;

  properties[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, DITES_TYPE_VALUE_SOURCE, flags);
  properties[PROP_FIELD] = g_param_spec_pointer ("field", NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (DITES_TYPE_FIELD_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/widgets/dites-field-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, DitesFieldRow, title_box);
  gtk_widget_class_bind_template_child_private (widget_class, DitesFieldRow, main);
  gtk_widget_class_bind_template_child_private (widget_class, DitesFieldRow, end);
  gtk_widget_class_bind_template_child_private (widget_class, DitesFieldRow, note);
}

static void
dites_field_row_init (DitesFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * dites_field_row_get_source:
 * @self: a row
 *
 * Returns: (transfer none): where its value is
 */
DitesValueSource *
dites_field_row_get_source (DitesFieldRow *self)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (self);

  return priv->source;
}

/**
 * dites_field_row_get_field:
 * @self: a row
 *
 * Returns: its field
 */
const DitesField *
dites_field_row_get_field (DitesFieldRow *self)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (self);

  return priv->field;
}

/**
 * dites_field_row_get_value:
 * @self: a row
 * @value: (out): what the source has, which is good until the next change
 *
 * Returns: whether it has anything
 */
gboolean
dites_field_row_get_value (DitesFieldRow *self,
                           DitesJson     *value)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (self);

  return dites_value_source_get (priv->source, priv->field, value);
}

static gboolean
set_value (DitesFieldRow *self,
           const char    *json)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (self);
  g_autoptr (GError) error = NULL;
  gboolean set = dites_value_source_set (priv->source, priv->field, json, &error);

  dites_field_row_refuse (self, set ? NULL : error->message);

  return set;
}

/**
 * dites_field_row_set_value:
 * @self: a row
 * @json: (nullable): what its field shall be; %NULL for nothing
 *
 * Sets the field, or says beside it why it may not be that.
 *
 * Returns: whether it was set
 */
gboolean
dites_field_row_set_value (DitesFieldRow *self,
                           const char    *json)
{
  end_typing (self);

  return set_value (self, json);
}

/**
 * dites_field_row_set_typed:
 * @self: a row
 * @typed: a value that hands out what was typed
 * @json: (nullable): what the row's field shall be; %NULL for nothing
 *
 * As dites_field_row_set_value(), but all that is set of one value until it is left
 * is one change: who pauses in the middle of a word has one undo for the word.
 *
 * Returns: whether it was set
 */
gboolean
dites_field_row_set_typed (DitesFieldRow   *self,
                           DitesTypedValue *typed,
                           const char      *json)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (self);
  gboolean              goes_on = dites_typed_value_is_typing (typed);
  gboolean              set;

  if (priv->typing != typed)
    end_typing (self);
  if (goes_on)
    {
      priv->typing = typed;
      dites_value_source_hold (priv->source, TRUE);
    }
  set = set_value (self, json);
  if (!goes_on)
    end_typing (self);

  return set;
}

/**
 * dites_field_row_refuse:
 * @self: a row
 * @reason: (nullable): why what was typed cannot be set; %NULL if it can
 *
 * Says beside the field, and to its page, why it has not what was typed.
 */
void
dites_field_row_refuse (DitesFieldRow *self,
                        const char    *reason)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (self);

  if (!g_set_str (&priv->refusal, reason))
    return;

  update_note (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "document.note-refusal", NULL);
  if (reason != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), reason, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * dites_field_row_is_refused:
 * @self: a row
 *
 * Returns: whether something was typed that cannot be set
 */
gboolean
dites_field_row_is_refused (DitesFieldRow *self)
{
  return ((DitesFieldRowPrivate *) dites_field_row_get_instance_private (self))->refusal != NULL;
}

/**
 * dites_field_row_take_over:
 * @self: a row
 *
 * Sets what was typed and not set yet, as leaving the row does.
 *
 * Returns: whether nothing typed is left that cannot be set
 */
gboolean
dites_field_row_take_over (DitesFieldRow *self)
{
  left_cb (self);

  return !dites_field_row_is_refused (self);
}

/**
 * dites_field_row_has_focus:
 * @self: a row
 *
 * Returns: whether the focus is in it, so that it may be in the course of being typed in
 */
gboolean
dites_field_row_has_focus (DitesFieldRow *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/**
 * dites_field_row_add:
 * @self: a row
 * @part: a part of it
 * @place: where it stands
 *
 * Adds a part to a row, after those in its place already.
 */
void
dites_field_row_add (DitesFieldRow     *self,
                     GtkWidget         *part,
                     DitesFieldRowPlace place)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (self);

  switch (place)
    {
    case DITES_FIELD_ROW_BELOW:
      gtk_box_append (priv->main, part);
      gtk_widget_add_css_class (GTK_WIDGET (self), "below");
      break;
    case DITES_FIELD_ROW_TITLE:
      adw_wrap_box_append (priv->title_box, part);
      break;
    case DITES_FIELD_ROW_BESIDE:
    default:
      gtk_box_append (priv->end, part);
      gtk_widget_set_visible (GTK_WIDGET (priv->end), TRUE);
    }
  if (place != DITES_FIELD_ROW_BELOW && gtk_widget_get_valign (part) == GTK_ALIGN_FILL)
    gtk_widget_set_valign (part, GTK_ALIGN_CENTER);
}

/**
 * dites_field_row_set_control:
 * @self: a row
 * @control: (nullable): the part that has the value
 *
 * Names the part that the label and the note are about, and that gets the focus
 * when the row is meant.
 */
void
dites_field_row_set_control (DitesFieldRow *self,
                             GtkWidget     *control)
{
  DitesFieldRowPrivate *priv = dites_field_row_get_instance_private (self);

  priv->control = control;
  if (control == NULL)
    return;

  if (GTK_IS_EDITABLE (control) || GTK_IS_TEXT_VIEW (control) || GTK_IS_DROP_DOWN (control))
    gtk_widget_add_css_class (GTK_WIDGET (self), "single");
  if (GTK_IS_DROP_DOWN (control))
    dites_drop_down_name (GTK_DROP_DOWN (control), dites_field_get_label (priv->field));
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, dites_field_get_label (priv->field), -1);
  if (priv->field != NULL)
    update_note (self);
}
