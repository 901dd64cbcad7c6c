#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""drag_source.py FILE…: stands in for the file manager: a small window from which the
files can be dragged. Says "ready" when it has the keyboard, "accepted" when they are over
what takes them, and "done" when that has them."""

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, GObject, Gtk  # noqa: E402


def prepare(_source, _x, _y):
    files = Gdk.FileList.new_from_list([Gio.File.new_for_commandline_arg(path) for path in sys.argv[1:]])
    return Gdk.ContentProvider.new_for_value(GObject.Value(Gdk.FileList, files))


def say(word):
    print(word, flush=True)


def begin(_source, drag):
    drag.connect("notify::selected-action", lambda *_: drag.get_selected_action() and say("accepted"))


Gtk.init()
source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
source.connect("prepare", prepare)
source.connect("drag-begin", begin)
source.connect("drag-end", lambda *_: say("done"))
label = Gtk.Label(label="Files")
label.add_controller(source)
window = Gtk.Window(title="Files", child=label, decorated=False, default_width=120, default_height=120)
window.connect("notify::is-active", lambda *_: window.is_active() and say("ready"))
window.present()
GLib.MainLoop().run()
