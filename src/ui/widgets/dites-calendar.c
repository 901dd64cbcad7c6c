/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-calendar.h"

#include <glib/gi18n.h>

/**
 * DitesCalendar:
 *
 * A calendar to choose a day in. A #GtkCalendar (4.18) tells a screen reader neither what its
 * arrows do nor which day the arrow keys have come to: here they go from day to day, and the
 * day is announced. "chosen" says that one is meant.
 */
struct _DitesCalendar
{
  GtkBox parent_instance;

  GtkCalendar *calendar;
};

typedef enum
{
  SIGNAL_CHOSEN,
} DitesCalendarSignal;

static guint signals[SIGNAL_CHOSEN + 1];

G_DEFINE_FINAL_TYPE (DitesCalendar, dites_calendar, GTK_TYPE_BOX)

static DitesDay
get_day (DitesCalendar *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  int year, month, day;

  g_date_time_get_ymd (date, &year, &month, &day);

  return dites_day_from_ymd (year, month, day);
}

static void
choose (DitesCalendar *self,
        DitesDay       day)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) day);
}

/* It selects a day also when its month is changed: only a click on a day means it. */
static void
released_cb (DitesCalendar *self,
             int            n_press,
             double         x,
             double         y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->calendar), x, y, GTK_PICK_DEFAULT);

  if (picked != NULL && gtk_widget_has_css_class (picked, "day-number"))
    choose (self, get_day (self));
}

static void
move (DitesCalendar *self,
      int            n_days,
      int            n_months)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autoptr (GDateTime) moved = g_date_time_add_full (date, 0, n_months, n_days, 0, 0, 0);
  g_autofree char *text = NULL;

  gtk_calendar_select_day (self->calendar, moved);
  text = dites_day_format (get_day (self), DITES_DAY_LONG);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->calendar), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
pressed_cb (DitesCalendar  *self,
            guint           key,
            guint           code,
            GdkModifierType state)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      choose (self, get_day (self));
      break;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, -forward, 0);
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, forward, 0);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -7, 0);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 7, 0);
      break;
    case GDK_KEY_Page_Up:
      move (self, 0, -1);
      break;
    case GDK_KEY_Page_Down:
      move (self, 0, 1);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  return GDK_EVENT_STOP;
}

static void
today_cb (DitesCalendar *self)
{
  choose (self, dites_day_today ());
}

/* Its buttons, in the order in which they stand. */
static void
collect_buttons (GtkWidget *widget,
                 GPtrArray *buttons)
{
  if (GTK_IS_BUTTON (widget))
    g_ptr_array_add (buttons, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_buttons (child, buttons);
}

static void
name_buttons (DitesCalendar *self)
{
  const char *const names[] = { _("Previous Month"), _("Next Month"), _("Previous Year"), _("Next Year") };
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  collect_buttons (GTK_WIDGET (self->calendar), buttons);
  for (guint i = 0; i < buttons->len && i < G_N_ELEMENTS (names); i++)
    gtk_widget_set_tooltip_text (buttons->pdata[i], names[i]);
}

static gboolean
dites_calendar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DITES_CALENDAR (widget)->calendar));
}

static void
dites_calendar_class_init (DitesCalendarClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = dites_calendar_grab_focus;

  /**
   * DitesCalendar::chosen:
   * @self: the calendar
   * @day: a #DitesDay
   *
   * A day was chosen.
   */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", DITES_TYPE_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
dites_calendar_init (DitesCalendar *self)
{
  GtkWidget          *today = gtk_button_new_with_mnemonic (_("_Today"));
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->calendar = g_object_new (GTK_TYPE_CALENDAR, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Calendar"), -1);
  name_buttons (self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_BUBBLE);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_TARGET);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), key);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->calendar));

  gtk_widget_add_css_class (today, "flat");
  g_signal_connect_object (today, "clicked", G_CALLBACK (today_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), today);
}

/**
 * dites_calendar_new:
 *
 * Returns: (transfer floating): a calendar that shows today
 */
GtkWidget *
dites_calendar_new (void)
{
  return g_object_new (DITES_TYPE_CALENDAR, NULL);
}

/**
 * dites_calendar_show_day:
 * @self: a calendar
 * @day: a day; %DITES_DAY_NONE for today
 *
 * Shows and marks a day.
 */
void
dites_calendar_show_day (DitesCalendar *self,
                         DitesDay       day)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, number;

  dites_day_get_ymd (day != DITES_DAY_NONE ? day : dites_day_today (), &year, &month, &number);
  date = g_date_time_new_local (year, month, number, 12, 0, 0);
  gtk_calendar_select_day (self->calendar, date);
}
