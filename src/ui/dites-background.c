/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-background.h"

#include <glib/gi18n.h>

/* Asks the desktop whether the program may run while it has no window, and start with the
 * session: the background portal, which sandboxes and desktops without them both have. */

#define PORTAL      "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define REQUEST     "org.freedesktop.portal.Request"

/* What a request ended with. */
enum
{
  RESPONSE_GRANTED,
  RESPONSE_CANCELLED,
};

typedef struct
{
  GDBusConnection *connection;
  char            *path; /* of the request */
  gboolean         autostart;
  guint            subscription;
  GSource         *cancelled; /* (nullable) */
} Request;

/* Waits no longer, so that nothing holds the task any more but who ends it. */
static void
stop_waiting (Request *request)
{
  if (request->subscription != 0)
    g_dbus_connection_signal_unsubscribe (request->connection, request->subscription);
  request->subscription = 0;
  if (request->cancelled != NULL)
    g_source_destroy (request->cancelled);
  g_clear_pointer (&request->cancelled, g_source_unref);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  stop_waiting (request);
  g_clear_object (&request->connection);
  g_free (request->path);
  g_free (request);
}

static void
refuse (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                           "%s", _("The settings of this computer forbid Dites32 to run in the background"));
}

static void
response_cb (GDBusConnection *connection,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  /* Whoever waits for the answer may let go of all this on the way. */
  g_autoptr (GTask) task = g_object_ref (user_data);
  Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) results = NULL;
  gboolean granted = FALSE;
  guint    response;

  stop_waiting (request);
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  if (response == RESPONSE_CANCELLED)
    {
      refuse (task);
      return;
    }

  /* What is not wanted need not be granted. */
  g_variant_lookup (results, request->autostart ? "autostart" : "background", "b", &granted);
  if (response == RESPONSE_GRANTED && (granted || !request->autostart))
    g_task_return_boolean (task, TRUE);
  else
    refuse (task);
}

static void
called_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);

  if (reply != NULL)
    return;

  /* Nobody waits for it any more. */
  if (request->subscription == 0)
    return;

  stop_waiting (request);
  g_debug ("No background portal: %s", error->message);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           "%s", _("This computer has no service that lets programs run in the background"));
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);

  stop_waiting (g_task_get_task_data (task));
  g_task_return_error_if_cancelled (task);

  return G_SOURCE_REMOVE;
}

static GVariant *
make_options (Request    *request,
              const char *token)
{
  static const char *const command[] = { "dites32", "--gapplication-service", NULL };
  GVariantBuilder          options = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (_("To say what is due each day, also when no window is open")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (request->autostart));
  /* Not by D-Bus: that would show the window with each login. */
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));

  return g_variant_new ("(sa{sv})", "", &options);
}

static void
got_bus_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Request         *request = g_task_get_task_data (task);
  GError          *error = NULL;
  g_autofree char *token = g_strdup_printf ("dites32_%u", g_random_int ());
  g_autofree char *sender = NULL;

  request->connection = g_bus_get_finish (result, &error);
  if (request->connection == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* The answer may be sent before the call returns: it is listened for first. */
  sender = g_strdup (g_dbus_connection_get_unique_name (request->connection) + 1);
  g_strdelimit (sender, ".", '_');
  request->path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
  request->subscription =
    g_dbus_connection_signal_subscribe (request->connection, PORTAL, REQUEST, "Response", request->path, NULL,
                                        G_DBUS_SIGNAL_FLAGS_NONE, response_cb, g_object_ref (task), g_object_unref);
  if (g_task_get_cancellable (task) != NULL)
    {
      request->cancelled = g_cancellable_source_new (g_task_get_cancellable (task));
      g_source_set_callback (request->cancelled, G_SOURCE_FUNC (cancelled_cb), g_object_ref (task), g_object_unref);
      g_source_attach (request->cancelled, g_task_get_context (task));
    }
  g_dbus_connection_call (request->connection, PORTAL, PORTAL_PATH, "org.freedesktop.portal.Background", "RequestBackground",
                          make_options (request, token), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, called_cb, g_object_ref (task));
}

/**
 * dites_background_request_async:
 * @autostart: whether the program shall start with the session; %FALSE takes it back
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Asks whether the program may run without a window, to say what is due.
 */
void
dites_background_request_async (gboolean            autostart,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask   *task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->autostart = autostart;
  g_task_set_source_tag (task, dites_background_request_async);
  g_task_set_task_data (task, request, request_free);
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, got_bus_cb, task);
}

/**
 * dites_background_request_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether it may, or no longer will if that was asked; otherwise @error is
 *   %G_IO_ERROR_PERMISSION_DENIED if it was refused, or says that nobody could be asked
 */
gboolean
dites_background_request_finish (GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dites_background_request_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
