/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "test-ui.h"

/* What a desktop offers over D-Bus: the portal that is asked whether a program may run in the
 * background, and the place for notifications. It has a thread and a connection of its own:
 * the toolkit asks portals and waits. What it is asked is seen on the main thread. */
typedef struct
{
  GThread         *thread;
  GMainContext    *context;
  GMainLoop       *loop;
  GDBusConnection *connection;
  int              up; /* (atomic) */

  /* How it answers. */
  guint    response;
  gboolean granted;
  gboolean silent;

  /* What it was asked last. */
  guint     n_requests;
  GVariant *options;      /* (nullable) */
  GVariant *notification; /* (nullable): what is shown */
} Desktop;

static const char desktop_xml[] =
  "<node>"
  " <interface name='org.freedesktop.portal.Background'>"
  "  <method name='RequestBackground'>"
  "   <arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/>"
  "  </method>"
  " </interface>"
  " <interface name='org.gtk.Notifications'>"
  "  <method name='AddNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/></method>"
  "  <method name='RemoveNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/></method>"
  " </interface>"
  "</node>";

static inline void
desktop_answer (Desktop    *desktop,
                const char *sender,
                const char *token)
{
  GVariantBuilder  results = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *path = g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", name, token);
  gboolean         autostart = FALSE;

  g_variant_lookup (desktop->options, "autostart", "b", &autostart);
  g_variant_builder_add (&results, "{sv}", "background", g_variant_new_boolean (desktop->granted));
  g_variant_builder_add (&results, "{sv}", "autostart", g_variant_new_boolean (desktop->granted && autostart));
  g_dbus_connection_emit_signal (desktop->connection, sender, path, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(ua{sv})", desktop->response, &results), NULL);
}

/* Something that it was asked, on its way to the main thread. */
typedef struct
{
  Desktop               *desktop;
  GDBusMethodInvocation *invocation;
} DesktopCall;

static inline gboolean
desktop_take (gpointer user_data)
{
  g_autofree DesktopCall *call = user_data;
  Desktop                *desktop = call->desktop;
  GVariant               *parameters = g_dbus_method_invocation_get_parameters (call->invocation);
  const char             *method = g_dbus_method_invocation_get_method_name (call->invocation);

  if (g_str_equal (method, "RequestBackground"))
    {
      const char *token;

      g_clear_pointer (&desktop->options, g_variant_unref);
      desktop->options = g_variant_get_child_value (parameters, 1);
      desktop->n_requests++;
      g_assert_true (g_variant_lookup (desktop->options, "handle_token", "&s", &token));
      /* The answer may come before the handle: programs must be ready for that. */
      if (!desktop->silent)
        desktop_answer (desktop, g_dbus_method_invocation_get_sender (call->invocation), token);
      g_dbus_method_invocation_return_value (call->invocation, g_variant_new ("(o)", "/org/freedesktop/portal/desktop/request/handle"));

      return G_SOURCE_REMOVE;
    }

  g_clear_pointer (&desktop->notification, g_variant_unref);
  if (g_str_equal (method, "AddNotification"))
    desktop->notification = g_variant_get_child_value (parameters, 2);
  g_dbus_method_invocation_return_value (call->invocation, NULL);

  return G_SOURCE_REMOVE;
}

static inline void
desktop_call (GDBusConnection       *connection,
              const char            *sender,
              const char            *object_path,
              const char            *interface_name,
              const char            *method_name,
              GVariant              *parameters,
              GDBusMethodInvocation *invocation,
              gpointer               user_data)
{
  DesktopCall *call = g_new0 (DesktopCall, 1);

  call->desktop = user_data;
  call->invocation = invocation;
  g_idle_add_full (G_PRIORITY_DEFAULT, desktop_take, call, NULL);
}

static inline void
desktop_own (Desktop    *desktop,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (desktop->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                                            "org.freedesktop.DBus", "RequestName", g_variant_new ("(su)", name, 0),
                                                            NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
}

static inline gpointer
desktop_run (gpointer data)
{
  static const GDBusInterfaceVTable vtable = { desktop_call, NULL, NULL, { 0 } };
  Desktop                          *desktop = data;
  const char *const                 paths[] = { "/org/freedesktop/portal/desktop", "/org/gtk/Notifications" };
  g_autofree char                  *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusNodeInfo) node = NULL;
  g_autoptr (GError) error = NULL;
  guint ids[G_N_ELEMENTS (paths)];

  g_main_context_push_thread_default (desktop->context);
  desktop->connection = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                                NULL, NULL, &error);
  g_assert_no_error (error);
  node = g_dbus_node_info_new_for_xml (desktop_xml, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      ids[i] = g_dbus_connection_register_object (desktop->connection, paths[i], node->interfaces[i], &vtable, desktop, NULL, &error);
      g_assert_no_error (error);
    }
  desktop_own (desktop, "org.freedesktop.portal.Desktop");
  desktop_own (desktop, "org.gtk.Notifications");
  g_atomic_int_set (&desktop->up, TRUE);
  g_main_loop_run (desktop->loop);

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    g_dbus_connection_unregister_object (desktop->connection, ids[i]);
  g_dbus_connection_close_sync (desktop->connection, NULL, NULL);
  g_clear_object (&desktop->connection);
  g_main_context_pop_thread_default (desktop->context);

  return NULL;
}

/* Is there from now on, and grants what it is asked. */
static inline void
desktop_start (Desktop *desktop)
{
  *desktop = (Desktop) { .granted = TRUE };
  desktop->context = g_main_context_new ();
  desktop->loop = g_main_loop_new (desktop->context, FALSE);
  desktop->thread = g_thread_new ("desktop", desktop_run, desktop);
  while (!g_atomic_int_get (&desktop->up))
    g_usleep (500);
}

static inline gboolean
desktop_quit (gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_REMOVE;
}

static inline void
desktop_stop (Desktop *desktop)
{
  if (desktop->thread == NULL)
    return;

  g_main_context_invoke (desktop->context, desktop_quit, desktop->loop);
  g_thread_join (g_steal_pointer (&desktop->thread));
  /* What it had not heard yet. */
  ui_settle ();
  g_clear_pointer (&desktop->loop, g_main_loop_unref);
  g_clear_pointer (&desktop->context, g_main_context_unref);
  g_clear_pointer (&desktop->options, g_variant_unref);
  g_clear_pointer (&desktop->notification, g_variant_unref);
}
