/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-date-row.h"

#include <glib/gi18n.h>

#include "dites-calendar.h"

/**
 * DitesDateRow:
 *
 * A day, typed in any of the usual forms or chosen in a calendar. Alt+Down opens
 * the calendar; looking through its months chooses nothing yet.
 */
struct _DitesDateRow
{
  DitesEntryRow parent_instance;

  GtkMenuButton *button;
  DitesCalendar *calendar; /* (nullable): until it is asked for */
};

G_DEFINE_FINAL_TYPE (DitesDateRow, dites_date_row, DITES_TYPE_ENTRY_ROW)

static void
show_day (DitesDateRow *self)
{
  DitesJson        value;
  g_autofree char *iso = NULL;
  DitesDay         day = DITES_DAY_NONE;

  if (dites_field_row_get_value (DITES_FIELD_ROW (self), &value))
    {
      iso = dites_json_dup_string (value);
      day = iso != NULL ? dites_day_from_iso (iso) : DITES_DAY_NONE;
    }
  dites_calendar_show_day (self->calendar, day);
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

static void
chosen_cb (DitesDateRow *self,
           int           day)
{
  g_autofree char *text = dites_day_format (day, DITES_DAY_SHORT);

  dites_typed_value_set_text (dites_entry_row_get_typed (DITES_ENTRY_ROW (self)), text);
  gtk_menu_button_popdown (self->button);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
entry_pressed_cb (DitesDateRow   *self,
                  guint           key,
                  guint           code,
                  GdkModifierType state)
{
  if (key != GDK_KEY_Down || (state & GDK_ALT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_menu_button_popup (self->button);

  return GDK_EVENT_STOP;
}

static GtkWidget *
new_popover (DitesDateRow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = DITES_CALENDAR (dites_calendar_new ());
  g_signal_connect_object (self->calendar, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  g_signal_connect_object (popover, "show", G_CALLBACK (show_day), self, G_CONNECT_SWAPPED);

  return popover;
}

/* A form has many days, and of few the calendar is asked for. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, new_popover (user_data));
}

static void
dites_date_row_constructed (GObject *object)
{
  DitesDateRow       *self = DITES_DATE_ROW (object);
  DitesFieldRow      *row = DITES_FIELD_ROW (object);
  GtkWidget          *button = gtk_menu_button_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  g_autofree char    *name = NULL;

  G_OBJECT_CLASS (dites_date_row_parent_class)->constructed (object);

  /* Translators: %s is the label of a field that holds a day. */
  name = g_strdup_printf (_("Choose “%s” in a Calendar"), dites_field_get_label (dites_field_row_get_field (row)));
  self->button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  /* It would be called by what is in the calendar while that is shown. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
  dites_field_row_add (row, button, DITES_FIELD_ROW_BESIDE);

  g_signal_connect_object (key, "key-pressed", G_CALLBACK (entry_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (dites_typed_value_get_widget (dites_entry_row_get_typed (DITES_ENTRY_ROW (self))), key);
}

static void
dites_date_row_class_init (DitesDateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = dites_date_row_constructed;
}

static void
dites_date_row_init (DitesDateRow *self)
{
}

/**
 * dites_date_row_new:
 * @source: where the value is
 * @field: a field of a day
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
dites_date_row_new (DitesValueSource *source,
                    const DitesField *field)
{
  return g_object_new (DITES_TYPE_DATE_ROW, "source", source, "field", field, NULL);
}
