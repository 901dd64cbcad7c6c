/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-preferences-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-background.h"
#include "dites-editor.h"
#include "dites-field-row.h"
#include "dites-heading.h"
#include "dites-language.h"
#include "dites-wrapped-texts.h"

/* The one document of its kind. */
#define MISSION "mission:mission"

/**
 * DitesPreferencesDialog:
 *
 * The mission, which is a document and shared by all desks, and what belongs to
 * this desk alone, which is a setting.
 */
struct _DitesPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  DitesStore   *store;
  GSettings    *settings;
  DitesEditor  *editor; /* the mission's */
  gboolean      built;
  GCancellable *cancellable;
  gboolean      asking; /* the desktop, whether it may notify */

  AdwPreferencesGroup *mission;
  AdwEntryRow         *desk_name;
  AdwComboRow         *export_language;
  AdwSwitchRow        *notify_due;
};

typedef enum
{
  PROP_STORE = 1,
  PROP_SETTINGS,
} DitesPreferencesDialogProperty;

static GParamSpec *properties[PROP_SETTINGS + 1];

G_DEFINE_FINAL_TYPE (DitesPreferencesDialog, dites_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* In the order of the choices. */
static const char *const languages[] = { "system", "fr", "en" };

static gboolean
language_to_position (GValue   *value,
                      GVariant *variant,
                      gpointer  user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (g_variant_get_string (variant, NULL), languages[i]) == 0)
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
position_to_language (const GValue       *value,
                      const GVariantType *type,
                      gpointer            user_data)
{
  return g_variant_new_string (languages[MIN (g_value_get_uint (value), G_N_ELEMENTS (languages) - 1)]);
}

static void
language_cb (DitesPreferencesDialog *self)
{
  guint position = MIN (adw_combo_row_get_selected (self->export_language), G_N_ELEMENTS (languages) - 1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->export_language),
                               dites_language_is_there (languages[position]) ? "" : _("Not installed on this computer: the language of the interface is taken"));
}

/* The switch says what is so, and never what somebody only wished for. */
static void
show_notify (DitesPreferencesDialog *self,
             const char             *obstacle)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->notify_due),
                               obstacle != NULL ? obstacle : _("Arrivals, departures and offers to reconfirm, once a day, also while no window is open"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->notify_due), !self->asking && g_settings_is_writable (self->settings, "notify-due"));
  adw_switch_row_set_active (self->notify_due, g_settings_get_boolean (self->settings, "notify-due"));
}

/* The answer may come when nobody looks at the dialog any more: nothing is changed then. */
static void
allowed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (DitesPreferencesDialog) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  gboolean allowed = dites_background_request_finish (result, &error);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL || self->settings == NULL)
    return;

  self->asking = FALSE;
  if (allowed)
    g_settings_set_boolean (self->settings, "notify-due", TRUE);
  show_notify (self, allowed ? NULL : error->message);
  if (!allowed)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->notify_due), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Turning it off is done at once: the desktop is only told. */
static void
notify_due_cb (DitesPreferencesDialog *self)
{
  gboolean  wanted = adw_switch_row_get_active (self->notify_due);
  GWeakRef *weak;

  if (self->asking || wanted == g_settings_get_boolean (self->settings, "notify-due"))
    return;

  if (!wanted)
    {
      g_settings_set_boolean (self->settings, "notify-due", FALSE);
      dites_background_request_async (FALSE, NULL, NULL, NULL);
      show_notify (self, NULL);
      return;
    }

  self->asking = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->notify_due), FALSE);
  weak = g_new (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  dites_background_request_async (TRUE, self->cancellable, allowed_cb, weak);
}

static void
notify_changed_cb (DitesPreferencesDialog *self)
{
  if (!self->asking)
    show_notify (self, NULL);
}

static void follow (DitesPreferencesDialog *self,
                    DitesEditor            *editor);

static void
build_mission (DitesPreferencesDialog *self)
{
  const DitesKind *kind = dites_editor_get_kind (self->editor);

  self->built = TRUE;
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      GtkWidget *row = dites_field_row_new (self->editor, field);

      adw_preferences_group_add (self->mission, row);
      /* Else it would be somewhere among them when the dialog opens. */
      if (field == kind->fields)
        adw_dialog_set_focus (ADW_DIALOG (self), row);
    }
}

static void
changed_cb (DitesPreferencesDialog *self)
{
  if (dites_editor_is_missing (self->editor))
    {
      g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("mission", MISSION);
      g_autoptr (DitesDocument) draft = dites_document_builder_end (builder);
      g_autoptr (DitesEditor) editor = dites_editor_new_for_draft (self->store, draft);

      follow (self, editor);
    }
  if (!self->built && dites_editor_get_document (self->editor) != NULL)
    build_mission (self);
}

static void
follow (DitesPreferencesDialog *self,
        DitesEditor            *editor)
{
  g_set_object (&self->editor, editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
dites_preferences_dialog_constructed (GObject *object)
{
  DitesPreferencesDialog *self = DITES_PREFERENCES_DIALOG (object);
  g_autoptr (DitesEditor) editor = dites_editor_new (self->store, MISSION);

  G_OBJECT_CLASS (dites_preferences_dialog_parent_class)->constructed (object);

  g_settings_bind (self->settings, "desk-name", self->desk_name, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "export-language", self->export_language, "selected", G_SETTINGS_BIND_DEFAULT,
                                language_to_position, position_to_language, NULL, NULL);
  g_signal_connect_object (self->export_language, "notify::selected", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);
  language_cb (self);
  show_notify (self, NULL);
  g_signal_connect_object (self->notify_due, "notify::active", G_CALLBACK (notify_due_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::notify-due", G_CALLBACK (notify_changed_cb), self, G_CONNECT_SWAPPED);
  follow (self, editor);
}

static void
dites_preferences_dialog_dispose (GObject *object)
{
  DitesPreferencesDialog *self = DITES_PREFERENCES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->editor);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);

  /* A closed dialog would leave its child behind (libadwaita 1.7). */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);

  G_OBJECT_CLASS (dites_preferences_dialog_parent_class)->dispose (object);
}

static void
dites_preferences_dialog_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  DitesPreferencesDialog *self = DITES_PREFERENCES_DIALOG (object);

  switch ((DitesPreferencesDialogProperty) prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_preferences_dialog_class_init (DitesPreferencesDialogClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dites_preferences_dialog_constructed;
  object_class->dispose = dites_preferences_dialog_dispose;
  object_class->set_property = dites_preferences_dialog_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, DITES_TYPE_STORE, flags);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/dialogs/dites-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesPreferencesDialog, mission);
  gtk_widget_class_bind_template_child (widget_class, DitesPreferencesDialog, desk_name);
  gtk_widget_class_bind_template_child (widget_class, DitesPreferencesDialog, export_language);
  gtk_widget_class_bind_template_child (widget_class, DitesPreferencesDialog, notify_due);
}

static void
dites_preferences_dialog_init (DitesPreferencesDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  dites_wrap_texts (adw_dialog_get_child (ADW_DIALOG (self)));
  /* Where the pages are chosen above, there is no title to be a heading. */
  dites_heading_mark (adw_dialog_get_child (ADW_DIALOG (self)), adw_dialog_get_title (ADW_DIALOG (self)));
}

/**
 * dites_preferences_dialog_new:
 * @store: where the mission lies
 * @settings: where this desk's own lies
 *
 * Returns: (transfer floating): the dialog
 */
DitesPreferencesDialog *
dites_preferences_dialog_new (DitesStore *store,
                              GSettings  *settings)
{
  return g_object_new (DITES_TYPE_PREFERENCES_DIALOG, "store", store, "settings", settings, NULL);
}
