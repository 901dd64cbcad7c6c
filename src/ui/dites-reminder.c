/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-reminder.h"

#include <glib/gi18n.h>

#include "dites-application-private.h"
#include "dites-background.h"
#include "dites-due.h"

/* How often the calendar is looked at: a timer does not run while the machine sleeps. */
#define LOOK_SECONDS 600

/* One notification, which tomorrow's takes the place of. */
#define NOTIFICATION "due"

/**
 * DitesReminder:
 *
 * Says once a day what is due, if somebody asked for that and there is no window that shows
 * it. As long as it is asked for, the program goes on without a window.
 */
struct _DitesReminder
{
  GObject parent_instance;

  DitesApplication *application; /* not held: it has the reminder */
  GCancellable     *cancellable;
  gboolean          holding;
  gboolean          looking;
  guint             look_id;
};

G_DEFINE_FINAL_TYPE (DitesReminder, dites_reminder, G_TYPE_OBJECT)

static gboolean
is_wanted (DitesReminder *self)
{
  return g_settings_get_boolean (self->application->settings, "notify-due");
}

static void
notify (DitesReminder *self,
        GPtrArray     *due)
{
  g_autoptr (GNotification) notification = g_notification_new (_("Due Today"));
  g_autofree char *text = dites_due_text (due);

  g_notification_set_body (notification, text);
  if (due->len == 1)
    g_notification_set_default_action_and_target (notification, "app.open-document", "s", ((DitesDue *) due->pdata[0])->id);
  else
    g_notification_set_default_action (notification, "app.show-due");
  g_application_send_notification (G_APPLICATION (self->application), NOTIFICATION, notification);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (DitesReminder) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = dites_due_find_finish (DITES_STORE (object), result, &error);
  g_autofree char *today = NULL;

  self->looking = FALSE;
  if (due == NULL)
    {
      g_debug ("Cannot look for what is due: %s", error->message);
      return;
    }
  if (!self->holding)
    return;

  today = dites_day_to_iso (dites_day_today ());
  g_settings_set_string (self->application->settings, "notified-day", today);
  if (due->len > 0 && gtk_application_get_windows (GTK_APPLICATION (self->application)) == NULL)
    notify (self, due);
}

/* Says what is due, if it was not said today. */
static void
look (DitesReminder *self)
{
  DitesDay         today = dites_day_today ();
  g_autofree char *iso = dites_day_to_iso (today);
  g_autofree char *notified = g_settings_get_string (self->application->settings, "notified-day");
  DitesStore      *store;

  if (self->looking || g_strcmp0 (iso, notified) == 0)
    return;

  store = dites_application_get_store (self->application);
  if (store == NULL)
    return;

  self->looking = TRUE;
  dites_due_find_async (store, today, self->cancellable, found_cb, g_object_ref (self));
}

static gboolean
look_cb (gpointer user_data)
{
  look (user_data);

  return G_SOURCE_CONTINUE;
}

static void
let_go (DitesReminder *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  if (self->holding)
    g_application_release (G_APPLICATION (self->application));
  self->holding = FALSE;
}

static void
wanted_cb (DitesReminder *self)
{
  if (!is_wanted (self))
    {
      let_go (self);
      g_application_withdraw_notification (G_APPLICATION (self->application), NOTIFICATION);
      return;
    }
  if (!self->holding)
    {
      g_application_hold (G_APPLICATION (self->application));
      self->holding = TRUE;
      self->look_id = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
    }
  look (self);
}

/* Who sees the window sees it there. */
static void
window_added_cb (DitesReminder *self)
{
  g_application_withdraw_notification (G_APPLICATION (self->application), NOTIFICATION);
}

/* Somebody may have taken the permission back in the system's settings: then the switch is
 * off. A portal that does not answer takes nothing back. */
static void
allowed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DitesReminder) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!dites_background_request_finish (result, &error) && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_settings_set_boolean (self->application->settings, "notify-due", FALSE);
}

static void
dites_reminder_finalize (GObject *object)
{
  DitesReminder *self = DITES_REMINDER (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (dites_reminder_parent_class)->finalize (object);
}

static void
dites_reminder_class_init (DitesReminderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dites_reminder_finalize;
}

static void
dites_reminder_init (DitesReminder *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * dites_reminder_new:
 * @application: the application, once it has started; it outlives the reminder
 *
 * Returns: (transfer full): a reminder that follows the settings
 */
DitesReminder *
dites_reminder_new (DitesApplication *application)
{
  DitesReminder *self = g_object_new (DITES_TYPE_REMINDER, NULL);

  self->application = application;
  g_signal_connect_object (application->settings, "changed::notify-due", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "window-added", G_CALLBACK (window_added_cb), self, G_CONNECT_SWAPPED);
  if (is_wanted (self))
    {
      dites_background_request_async (TRUE, self->cancellable, allowed_cb, g_object_ref (self));
      wanted_cb (self);
    }

  return self;
}

/**
 * dites_reminder_stop:
 * @self: a reminder
 *
 * Has it do nothing more.
 */
void
dites_reminder_stop (DitesReminder *self)
{
  g_cancellable_cancel (self->cancellable);
  let_go (self);
}
