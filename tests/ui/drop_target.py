#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""drop_target.py: stands in for the file manager: a small window on which files can be
dropped. Says "ready" when it can be seen, and then the path of each file that it gets."""

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402


def take(_target, files, _x, _y):
    for file in files.get_files():
        print(file.get_path(), flush=True)
    return True


def say_ready(*_):
    print("ready", flush=True)
    return GLib.SOURCE_REMOVE


Gtk.init()
target = Gtk.DropTarget.new(Gdk.FileList, Gdk.DragAction.COPY)
target.connect("drop", take)
label = Gtk.Label(label="Drop here")
label.add_controller(target)
window = Gtk.Window(title="Drop here", child=label, decorated=False, default_width=160, default_height=160)
window.connect("map", lambda *_: GLib.timeout_add(200, say_ready))
window.present()
GLib.MainLoop().run()
