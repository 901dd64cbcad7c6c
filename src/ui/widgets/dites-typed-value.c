/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-typed-value.h"

#include <string.h>

#include "dites-lines-view.h"
#include "dites-typed-text.h"

/* How long nobody types before what stands there is taken over, in milliseconds. */
#define PAUSE 1500

/**
 * DitesTypedValue:
 *
 * One value as text that can be typed over. What is typed is taken over when its
 * widget is left, at Enter, and after a pause if it is right by then; Escape brings
 * back what is stored. A wrong text stays, with its reason in "refusal". It knows
 * nothing of where the value is: "taken-over" hands it out, and
 * dites_typed_value_follow() brings it.
 */
struct _DitesTypedValue
{
  GObject parent_instance;

  const DitesField *field;
  GtkWidget        *widget;  /* a GtkEntry or a GtkTextView */
  char             *stored;  /* (nullable): the value, as JSON */
  char             *shown;   /* the text that stands for it */
  char             *refusal; /* (nullable) */
  guint             pause_id;
  gboolean          held;    /* a pause takes nothing over */
  gboolean          taking;  /* what was typed is being handed out */
  gboolean          typing;  /* … and more may be typed */
  gboolean          showing; /* the text changes, but nobody types */
};

typedef enum
{
  PROP_REFUSAL = 1,
} DitesTypedValueProperty;

static GParamSpec *properties[PROP_REFUSAL + 1];

typedef enum
{
  SIGNAL_TAKEN_OVER,
} DitesTypedValueSignal;

static guint signals[SIGNAL_TAKEN_OVER + 1];

G_DEFINE_FINAL_TYPE (DitesTypedValue, dites_typed_value, G_TYPE_OBJECT)

static gboolean
has_focus (DitesTypedValue *self)
{
  return (gtk_widget_get_state_flags (self->widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static gboolean
is_typed_in (DitesTypedValue *self)
{
  g_autofree char *text = dites_typed_text_dup (self->widget);

  return strcmp (text, self->shown) != 0;
}

static void
show (DitesTypedValue *self)
{
  g_free (self->shown);
  self->shown = self->stored != NULL ? dites_value_format (self->field, dites_json_of (self->stored, -1), NULL, NULL) : g_strdup ("");
  if (!is_typed_in (self))
    return;

  self->showing = TRUE;
  dites_typed_text_set (self->widget, self->shown);
  self->showing = FALSE;
}

/* What the text says: @json is NULL for nothing. */
static gboolean
parse (DitesTypedValue *self,
       char           **json,
       GError         **error)
{
  g_autofree char *text = g_strstrip (dites_typed_text_dup (self->widget));

  *json = *text != '\0' ? dites_value_parse (self->field, text, error) : NULL;

  return *text == '\0' || *json != NULL;
}

/* Whether @json is what is stored; of several values, whether it is that one alone. */
static gboolean
is_stored (DitesTypedValue *self,
           const char      *json)
{
  DitesJson     value = { NULL, 0 };
  DitesJson     other;
  DitesJsonIter iter;

  if (json == NULL || self->stored == NULL)
    return json == NULL && self->stored == NULL;

  value = dites_json_of (json, -1);
  if (dites_json_get_type (value) == DITES_JSON_ARRAY)
    {
      dites_json_iter_init (&iter, value);
      if (!dites_json_iter_next (&iter, NULL, &value) || dites_json_iter_next (&iter, NULL, &other))
        return FALSE;
    }

  return dites_json_equal (value, dites_json_of (self->stored, -1));
}

static void
keep_text (DitesTypedValue *self)
{
  g_free (self->shown);
  self->shown = dites_typed_text_dup (self->widget);
}

static gboolean
take_over_typing (DitesTypedValue *self)
{
  g_autoptr (DitesTypedValue) held = g_object_ref (self);
  gboolean good;

  self->typing = TRUE;
  good = dites_typed_value_take_over (self);
  self->typing = FALSE;

  return good;
}

static gboolean
paused_cb (gpointer user_data)
{
  DitesTypedValue *self = user_data;
  g_autofree char *json = NULL;

  self->pause_id = 0;
  /* Who pauses in the middle of a number is not told that it is none. */
  if (parse (self, &json, NULL))
    take_over_typing (self);

  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (DitesTypedValue *self)
{
  g_autofree char *json = NULL;

  if (self->showing)
    return;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!self->held)
    self->pause_id = g_timeout_add (PAUSE, paused_cb, self);
  if (self->refusal != NULL && parse (self, &json, NULL))
    dites_typed_value_refuse (self, NULL);
}

static void
done_cb (DitesTypedValue *self)
{
  if (dites_typed_value_take_over (self))
    show (self);
}

static void
activate_cb (DitesTypedValue *self)
{
  if (take_over_typing (self))
    show (self);
}

static gboolean
pressed_cb (DitesTypedValue       *self,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            GtkEventControllerKey *controller)
{
  if (key != GDK_KEY_Escape || (!is_typed_in (self) && self->refusal == NULL))
    return GDK_EVENT_PROPAGATE;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  show (self);
  if (GTK_IS_EDITABLE (self->widget))
    gtk_editable_set_position (GTK_EDITABLE (self->widget), -1);
  dites_typed_value_refuse (self, NULL);

  return GDK_EVENT_STOP;
}

static void
dites_typed_value_finalize (GObject *object)
{
  DitesTypedValue *self = DITES_TYPED_VALUE (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_object (&self->widget);
  g_free (self->stored);
  g_free (self->shown);
  g_free (self->refusal);

  G_OBJECT_CLASS (dites_typed_value_parent_class)->finalize (object);
}

static void
dites_typed_value_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DitesTypedValue *self = DITES_TYPED_VALUE (object);

  switch ((DitesTypedValueProperty) prop_id)
    {
    case PROP_REFUSAL:
      g_value_set_string (value, self->refusal);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_typed_value_class_init (DitesTypedValueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dites_typed_value_finalize;
  object_class->get_property = dites_typed_value_get_property;

  properties[PROP_REFUSAL] =
    g_param_spec_string ("refusal", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * DitesTypedValue::taken-over:
   * @self: the value
   * @json: (nullable): what was typed; %NULL for nothing, and an array where the
   *   field takes several
   *
   * A value was typed that is right in itself.
   */
  signals[SIGNAL_TAKEN_OVER] =
    g_signal_new ("taken-over", DITES_TYPE_TYPED_VALUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dites_typed_value_init (DitesTypedValue *self)
{
  self->shown = g_strdup ("");
}

static DitesTypedValue *
new_for_widget (const DitesField *field,
                GtkWidget        *widget)
{
  DitesTypedValue    *self = g_object_new (DITES_TYPE_TYPED_VALUE, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->field = field;
  self->widget = g_object_ref_sink (widget);
  gtk_widget_set_hexpand (widget, TRUE);

  g_signal_connect_object (focus, "leave", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, key);

  return self;
}

/**
 * dites_typed_value_new_for_entry:
 * @field: a field whose values are written on one line
 *
 * Returns: (transfer full): one value of it, in a new #GtkEntry
 */
DitesTypedValue *
dites_typed_value_new_for_entry (const DitesField *field)
{
  GtkWidget       *entry = dites_typed_text_new_entry (field);
  DitesTypedValue *self = new_for_widget (field, entry);

  g_signal_connect_object (entry, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dites_typed_value_new_for_text_view:
 * @field: a field whose values may have several lines
 *
 * Returns: (transfer full): one value of it, in a new #DitesLinesView
 */
DitesTypedValue *
dites_typed_value_new_for_text_view (const DitesField *field)
{
  GtkWidget       *view = dites_lines_view_new ();
  DitesTypedValue *self = new_for_widget (field, view);

  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dites_typed_value_get_widget:
 * @self: a value
 *
 * Returns: (transfer none): what it is typed in
 */
GtkWidget *
dites_typed_value_get_widget (DitesTypedValue *self)
{
  return self->widget;
}

/**
 * dites_typed_value_follow:
 * @self: a value
 * @value: (nullable): what is stored now
 *
 * Shows what is stored, unless something else is being typed.
 */
void
dites_typed_value_follow (DitesTypedValue *self,
                          const DitesJson *value)
{
  g_autofree char *stored = value != NULL ? g_strndup (value->text, value->length) : NULL;
  g_autofree char *json = NULL;

  g_set_str (&self->stored, stored);
  if ((is_typed_in (self) || self->refusal != NULL) && !self->taking)
    return;
  if (has_focus (self) && parse (self, &json, NULL) && is_stored (self, json))
    /* Who is typing finds it in their own form until they are done. */
    keep_text (self);
  else
    show (self);
}

/**
 * dites_typed_value_set_text:
 * @self: a value
 * @text: what shall stand there
 *
 * Types for a person: what they chose in another way, such as a day in a calendar.
 */
void
dites_typed_value_set_text (DitesTypedValue *self,
                            const char      *text)
{
  dites_typed_text_set (self->widget, text);
  done_cb (self);
}

/**
 * dites_typed_value_take_over:
 * @self: a value
 *
 * Hands out what was typed, or says why it is not right.
 *
 * Returns: whether nothing is left that was typed and is not right
 */
gboolean
dites_typed_value_take_over (DitesTypedValue *self)
{
  g_autoptr (DitesTypedValue) held = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!is_typed_in (self))
    return self->refusal == NULL;
  if (!parse (self, &json, &error))
    {
      dites_typed_value_refuse (self, error->message);
      return FALSE;
    }

  dites_typed_value_refuse (self, NULL);
  if (is_stored (self, json))
    {
      keep_text (self);
      return TRUE;
    }

  held = g_object_ref (self);
  self->taking = TRUE;
  g_signal_emit (self, signals[SIGNAL_TAKEN_OVER], 0, json);
  self->taking = FALSE;

  return self->refusal == NULL;
}

/**
 * dites_typed_value_set_held:
 * @self: a typed value
 * @held: whether a pause takes over nothing
 *
 * Has who is typing choose first, from what is proposed beside it.
 */
void
dites_typed_value_set_held (DitesTypedValue *self,
                            gboolean         held)
{
  self->held = held;
  if (held)
    g_clear_handle_id (&self->pause_id, g_source_remove);
}

/**
 * dites_typed_value_is_typing:
 * @self: a typed value
 *
 * Returns: whether what is being handed out may not be the last of it, since its
 *   widget was not left
 */
gboolean
dites_typed_value_is_typing (DitesTypedValue *self)
{
  return self->typing;
}

/**
 * dites_typed_value_refuse:
 * @self: a value
 * @reason: (nullable): why what was typed cannot be stored; %NULL if it can
 *
 * Sets "refusal".
 */
void
dites_typed_value_refuse (DitesTypedValue *self,
                          const char      *reason)
{
  if (g_set_str (&self->refusal, reason))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFUSAL]);
}

/**
 * dites_typed_value_get_refusal:
 * @self: a value
 *
 * Returns: (nullable): why what was typed is not stored
 */
const char *
dites_typed_value_get_refusal (DitesTypedValue *self)
{
  return self->refusal;
}

/**
 * dites_typed_value_is_blank:
 * @self: a value
 *
 * Returns: whether nothing stands there
 */
gboolean
dites_typed_value_is_blank (DitesTypedValue *self)
{
  g_autofree char *text = g_strstrip (dites_typed_text_dup (self->widget));

  return *text == '\0';
}
