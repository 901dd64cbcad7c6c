/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-date-row.h"

#include <glib/gi18n.h>

#include "dites-day.h"

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
  GtkCalendar   *calendar;
};

G_DEFINE_FINAL_TYPE (DitesDateRow, dites_date_row, DITES_TYPE_ENTRY_ROW)

/* The day that stands there, or today. */
static DitesDay
get_day (DitesDateRow *self)
{
  DitesJson        value;
  g_autofree char *iso = NULL;
  DitesDay         day = DITES_DAY_NONE;

  if (dites_field_row_get_value (DITES_FIELD_ROW (self), &value))
    {
      iso = dites_json_dup_string (value);
      day = iso != NULL ? dites_day_from_iso (iso) : DITES_DAY_NONE;
    }

  return day != DITES_DAY_NONE ? day : dites_day_today ();
}

static void
show_day (DitesDateRow *self)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  dites_day_get_ymd (get_day (self), &year, &month, &day);
  date = g_date_time_new_local (year, month, day, 12, 0, 0);
  gtk_calendar_select_day (self->calendar, date);
}

static void
choose (DitesDateRow *self,
        DitesDay      day)
{
  g_autofree char *text = dites_day_format (day, DITES_DAY_SHORT);

  dites_typed_value_set_text (dites_entry_row_get_typed (DITES_ENTRY_ROW (self)), text);
  gtk_menu_button_popdown (self->button);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
choose_shown (DitesDateRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  int year, month, day;

  g_date_time_get_ymd (date, &year, &month, &day);
  choose (self, dites_day_from_ymd (year, month, day));
}

/* The calendar selects a day also when its month is changed: only a click on a day means it. */
static void
calendar_released_cb (DitesDateRow *self,
                      int           n_press,
                      double        x,
                      double        y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->calendar), x, y, GTK_PICK_DEFAULT);

  if (picked != NULL && gtk_widget_has_css_class (picked, "day-number"))
    choose_shown (self);
}

static gboolean
calendar_pressed_cb (DitesDateRow *self,
                     guint         key)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;

  choose_shown (self);

  return GDK_EVENT_STOP;
}

static void
today_cb (DitesDateRow *self)
{
  choose (self, dites_day_today ());
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
  GtkWidget          *popover = gtk_popover_new ();
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget          *today = gtk_button_new_with_mnemonic (_("_Today"));
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_BUBBLE);
  g_signal_connect_object (click, "released", G_CALLBACK (calendar_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (calendar_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), key);

  gtk_widget_add_css_class (today, "flat");
  g_signal_connect_object (today, "clicked", G_CALLBACK (today_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), today);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
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
