/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-value-entry.h"

#include <string.h>

/* How long nobody types before what stands there is taken over, in milliseconds. */
#define PAUSE 1500

/**
 * DitesValueEntry:
 *
 * One value as text. What is typed is taken over when the entry is left, at Enter,
 * and after a pause if it is right by then; Escape brings back what is stored. A
 * wrong text stays, with its reason in "refusal". It knows nothing of where the
 * value is: "taken-over" hands it out, dites_value_entry_follow() brings it.
 */
struct _DitesValueEntry
{
  GtkEntry parent_instance;

  const DitesField *field;
  char             *stored;  /* (nullable): the value, as JSON */
  char             *shown;   /* the text that stands for it */
  char             *refusal; /* (nullable) */
  guint             pause_id;
  gboolean          held;    /* a pause takes nothing over */
  gboolean          taking;  /* what was typed is being handed out */
  gboolean          showing; /* the text changes, but nobody types */
};

typedef enum
{
  PROP_REFUSAL = 1,
} DitesValueEntryProperty;

static GParamSpec *properties[PROP_REFUSAL + 1];

typedef enum
{
  SIGNAL_TAKEN_OVER,
} DitesValueEntrySignal;

static guint signals[SIGNAL_TAKEN_OVER + 1];

G_DEFINE_FINAL_TYPE (DitesValueEntry, dites_value_entry, GTK_TYPE_ENTRY)

static gboolean
has_focus (DitesValueEntry *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static const char *
get_text (DitesValueEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self));
}

static gboolean
is_typed_in (DitesValueEntry *self)
{
  return strcmp (get_text (self), self->shown) != 0;
}

static char *
format (DitesValueEntry *self)
{
  return self->stored != NULL ? dites_value_format (self->field, dites_json_of (self->stored, -1), NULL, NULL) : g_strdup ("");
}

static void
show (DitesValueEntry *self)
{
  g_free (self->shown);
  self->shown = format (self);
  if (!is_typed_in (self))
    return;

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), self->shown);
  self->showing = FALSE;
}

/* What the text says: @json is NULL for nothing. */
static gboolean
parse (DitesValueEntry *self,
       char           **json,
       GError         **error)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (self)));

  *json = *text != '\0' ? dites_value_parse (self->field, text, error) : NULL;

  return *text == '\0' || *json != NULL;
}

/* Whether @json is what is stored; of several values, whether it is that one alone. */
static gboolean
is_stored (DitesValueEntry *self,
           const char      *json)
{
  DitesJson     value = json != NULL ? dites_json_of (json, -1) : (DitesJson) { NULL, 0 };
  DitesJson     other;
  DitesJsonIter iter;

  if (json == NULL || self->stored == NULL)
    return json == NULL && self->stored == NULL;
  if (dites_json_get_type (value) == DITES_JSON_ARRAY)
    {
      dites_json_iter_init (&iter, value);
      if (!dites_json_iter_next (&iter, NULL, &value) || dites_json_iter_next (&iter, NULL, &other))
        return FALSE;
    }

  return dites_json_equal (value, dites_json_of (self->stored, -1));
}

static gboolean
paused_cb (gpointer user_data)
{
  DitesValueEntry *self = user_data;
  g_autofree char *json = NULL;

  self->pause_id = 0;
  /* Who pauses in the middle of a number is not told that it is none. */
  if (parse (self, &json, NULL))
    dites_value_entry_take_over (self);

  return G_SOURCE_REMOVE;
}

static void
dites_value_entry_changed (DitesValueEntry *self)
{
  g_autofree char *json = NULL;

  if (self->showing)
    return;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!self->held)
    self->pause_id = g_timeout_add (PAUSE, paused_cb, self);
  if (self->refusal != NULL && parse (self, &json, NULL))
    dites_value_entry_refuse (self, NULL);
}

static void
activated_cb (DitesValueEntry *self)
{
  if (dites_value_entry_take_over (self))
    show (self);
}

static void
left_cb (DitesValueEntry *self)
{
  if (dites_value_entry_take_over (self))
    show (self);
}

static gboolean
pressed_cb (DitesValueEntry       *self,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            GtkEventControllerKey *controller)
{
  if (key != GDK_KEY_Escape || (!is_typed_in (self) && self->refusal == NULL))
    return GDK_EVENT_PROPAGATE;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  show (self);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  dites_value_entry_refuse (self, NULL);

  return GDK_EVENT_STOP;
}

static void
dites_value_entry_dispose (GObject *object)
{
  DitesValueEntry *self = DITES_VALUE_ENTRY (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);

  G_OBJECT_CLASS (dites_value_entry_parent_class)->dispose (object);
}

static void
dites_value_entry_finalize (GObject *object)
{
  DitesValueEntry *self = DITES_VALUE_ENTRY (object);

  g_free (self->stored);
  g_free (self->shown);
  g_free (self->refusal);

  G_OBJECT_CLASS (dites_value_entry_parent_class)->finalize (object);
}

static void
dites_value_entry_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DitesValueEntry *self = DITES_VALUE_ENTRY (object);

  switch ((DitesValueEntryProperty) prop_id)
    {
    case PROP_REFUSAL:
      g_value_set_string (value, self->refusal);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_value_entry_class_init (DitesValueEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dites_value_entry_dispose;
  object_class->finalize = dites_value_entry_finalize;
  object_class->get_property = dites_value_entry_get_property;

  properties[PROP_REFUSAL] =
    g_param_spec_string ("refusal", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * DitesValueEntry::taken-over:
   * @self: the entry
   * @json: (nullable): the value that was typed; %NULL for nothing, and an array
   *   where the field takes several
   *
   * A value was typed that is right in itself.
   */
  signals[SIGNAL_TAKEN_OVER] =
    g_signal_new ("taken-over", DITES_TYPE_VALUE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dites_value_entry_init (DitesValueEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->shown = g_strdup ("");
  gtk_entry_set_has_frame (GTK_ENTRY (self), FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);

  g_signal_connect (self, "changed", G_CALLBACK (dites_value_entry_changed), NULL);
  g_signal_connect (self, "activate", G_CALLBACK (activated_cb), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

static GtkInputPurpose
get_purpose (const DitesField *field)
{
  switch ((int) field->type)
    {
    case DITES_FIELD_EMAIL:
      return GTK_INPUT_PURPOSE_EMAIL;
    case DITES_FIELD_PHONE:
      return GTK_INPUT_PURPOSE_PHONE;
    case DITES_FIELD_NAME:
      return GTK_INPUT_PURPOSE_NAME;
    case DITES_FIELD_RPPS:
      return GTK_INPUT_PURPOSE_DIGITS;
    case DITES_FIELD_MONEY:
    case DITES_FIELD_AREA:
    case DITES_FIELD_NUMBER:
      return GTK_INPUT_PURPOSE_NUMBER;
    default:
      return GTK_INPUT_PURPOSE_FREE_FORM;
    }
}

/**
 * dites_value_entry_new:
 * @field: a field whose values are written on one line
 *
 * Returns: (transfer floating): an entry for one value of it
 */
GtkWidget *
dites_value_entry_new (const DitesField *field)
{
  DitesValueEntry *self = g_object_new (DITES_TYPE_VALUE_ENTRY, NULL);

  self->field = field;
  gtk_entry_set_input_purpose (GTK_ENTRY (self), get_purpose (field));

  return GTK_WIDGET (self);
}

/**
 * dites_value_entry_follow:
 * @self: an entry
 * @value: (nullable): what is stored now
 *
 * Shows a value, unless something else is being typed.
 */
void
dites_value_entry_follow (DitesValueEntry *self,
                          const DitesJson *value)
{
  g_autofree char *stored = value != NULL ? g_strndup (value->text, value->length) : NULL;
  g_autofree char *json = NULL;
  gboolean         typed_in = is_typed_in (self) || self->refusal != NULL;

  g_set_str (&self->stored, stored);
  if (typed_in && !self->taking)
    return;
  if (!has_focus (self))
    show (self);
  else if (parse (self, &json, NULL) && is_stored (self, json))
    /* Who is typing finds it in their own form until they are done. */
    g_set_str (&self->shown, get_text (self));
  else
    show (self);
}

/**
 * dites_value_entry_take_over:
 * @self: an entry
 *
 * Hands out what was typed, or says why it is not right.
 *
 * Returns: whether nothing is left that was typed and is not right
 */
gboolean
dites_value_entry_take_over (DitesValueEntry *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!is_typed_in (self))
    return self->refusal == NULL;
  if (!parse (self, &json, &error))
    {
      dites_value_entry_refuse (self, error->message);
      return FALSE;
    }

  dites_value_entry_refuse (self, NULL);
  if (is_stored (self, json))
    {
      g_set_str (&self->shown, get_text (self));
      return TRUE;
    }

  self->taking = TRUE;
  g_object_ref (self);
  g_signal_emit (self, signals[SIGNAL_TAKEN_OVER], 0, json);
  self->taking = FALSE;
  g_object_unref (self);

  return self->refusal == NULL;
}

/**
 * dites_value_entry_set_held:
 * @self: an entry
 * @held: whether a pause takes over nothing
 *
 * Has who is typing choose first, from what is proposed beside the entry.
 */
void
dites_value_entry_set_held (DitesValueEntry *self,
                            gboolean         held)
{
  self->held = held;
  if (held)
    g_clear_handle_id (&self->pause_id, g_source_remove);
}

/**
 * dites_value_entry_refuse:
 * @self: an entry
 * @reason: (nullable): why what was typed cannot be stored; %NULL if it can
 *
 * Sets its "refusal".
 */
void
dites_value_entry_refuse (DitesValueEntry *self,
                          const char      *reason)
{
  if (g_set_str (&self->refusal, reason))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFUSAL]);
}

/**
 * dites_value_entry_get_refusal:
 * @self: an entry
 *
 * Returns: (nullable): why what was typed is not stored
 */
const char *
dites_value_entry_get_refusal (DitesValueEntry *self)
{
  return self->refusal;
}
