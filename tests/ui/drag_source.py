#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""drag_source.py FILE…: stands in for the file manager: a small window from which the
files can be dragged. Says "ready" when it can be seen."""

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, GObject, Gtk  # noqa: E402


def prepare(_source, _x, _y):
    files = Gdk.FileList.new_from_list([Gio.File.new_for_commandline_arg(path) for path in sys.argv[1:]])
    return Gdk.ContentProvider.new_for_value(GObject.Value(Gdk.FileList, files))


def say_ready(*_):
    print("ready", flush=True)
    return GLib.SOURCE_REMOVE


Gtk.init()
source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
source.connect("prepare", prepare)
label = Gtk.Label(label="Files")
label.add_controller(source)
window = Gtk.Window(title="Files", child=label, decorated=False, default_width=120, default_height=120)
window.connect("map", lambda *_: GLib.timeout_add(200, say_ready))
window.present()
GLib.MainLoop().run()
