#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""drop_target.py: stands in for the file manager: a small window on which files can be
dropped. Says "ready" when it has the keyboard, "accepted" when files are over it, and then
the path of each file that it gets."""

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402


def say(word):
    print(word, flush=True)


def take(_target, files, _x, _y):
    for file in files.get_files():
        say(file.get_path())
    return True


def enter(_target, _x, _y):
    say("accepted")
    return Gdk.DragAction.COPY


Gtk.init()
target = Gtk.DropTarget.new(Gdk.FileList, Gdk.DragAction.COPY)
target.connect("drop", take)
target.connect("enter", enter)
label = Gtk.Label(label="Drop here")
label.add_controller(target)
window = Gtk.Window(title="Drop here", child=label, decorated=False, default_width=120, default_height=120)
window.connect("notify::is-active", lambda *_: window.is_active() and say("ready"))
window.present()
GLib.MainLoop().run()
