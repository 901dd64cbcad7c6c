# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for programs of the desktop that are asked for something over the bus, while a
story goes on."""

import threading

from gi.repository import Gio, GLib


def own_name(name, path, xml, called):
    """Has a name and an object with an interface on the session's bus, on a connection of its own, until the
    story ends; calls called as Gio does, in another thread. Returns the connection."""
    connection = Gio.DBusConnection.new_for_address_sync(
        Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION),
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
    ready = threading.Event()

    def serve():
        context = GLib.MainContext.new()
        context.push_thread_default()
        connection.register_object(path, Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0], called, None, None)
        # A story that is told once more takes it from the first.
        connection.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                             GLib.Variant("(su)", (name, Gio.BusNameOwnerFlags.ALLOW_REPLACEMENT | Gio.BusNameOwnerFlags.REPLACE)),
                             None, Gio.DBusCallFlags.NONE, -1)
        ready.set()
        GLib.MainLoop.new(context, False).run()

    threading.Thread(target=serve, daemon=True).start()
    ready.wait(10)
    return connection
