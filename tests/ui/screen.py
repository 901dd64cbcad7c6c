# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keyboard, pointer and clipboard of the display that a test runs on, and where windows
are on it: with xdotool and xclip under X, with what mutter offers to remote desktops on
Wayland, where no program can do that to another.
"""

import os
import subprocess
import threading
import time

import gi

gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, Gio, GLib  # noqa: E402

# The size of the display of with-display.
WIDTH, HEIGHT = (int(number) for number in os.environ.get("DITES_SCREEN", "1600x1000").split("x"))


def xdotool(*words):
    return subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True, text=True).stdout


class X11:
    """A display with a window manager."""

    # Around a window that cannot have a shadow.
    FRAME = 5
    # What GTK 4.18 subtracts too much from where something is, in such a window.
    OFFSET = 17

    def key(self, keys):
        xdotool("key", "--clearmodifiers", keys)

    def type(self, text):
        xdotool("type", "--clearmodifiers", "--delay", 12, text)

    def hold(self, key, held):
        xdotool("keydown" if held else "keyup", key)

    def move(self, x, y):
        xdotool("mousemove", x, y)

    def button(self, button, pressed):
        xdotool("mousedown" if pressed else "mouseup", button)

    def click(self, button=1, times=1):
        xdotool("click", "--repeat", times, "--delay", 60, button)

    def copy(self, text):
        subprocess.run(["xclip", "-selection", "clipboard"], input=text, text=True, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def copied(self):
        found = subprocess.run(["xclip", "-selection", "clipboard", "-o", "-t", "UTF8_STRING"], capture_output=True, text=True)
        return found.stdout

    def windows(self, process):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(process)], capture_output=True, text=True)
        return found.stdout.split()

    def origin(self, app):
        """Where the content of the window begins that has the keyboard."""
        active = xdotool("getactivewindow").strip()
        if active not in self.windows(app.process.pid):
            active = app.window
        geometry = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", active).split())
        return int(geometry["X"]) + self.OFFSET, int(geometry["Y"]) + self.OFFSET

    def resize(self, app, width, height):
        """Gives the window a size. Where nothing can be seen through it has a frame for a shadow."""
        xdotool("windowmove", "--sync", app.window, 20, 20)
        xdotool("windowsize", app.window, width + 2 * self.FRAME, height + 2 * self.FRAME)
        time.sleep(0.3)

    def activate(self, app):
        xdotool("windowactivate", "--sync", app.window)

    def put_beside(self, process):
        """Puts the small window of another program beside the window, and returns its middle, once it is there."""
        found = self.windows(process)
        if not found:
            return None
        xdotool("windowmove", "--sync", found[-1], 1360, 60)
        geometry = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", found[-1]).split())
        return int(geometry["X"]) + int(geometry["WIDTH"]) // 2, int(geometry["Y"]) + int(geometry["HEIGHT"]) // 2

    def picture(self, path):
        subprocess.run(["import", "-window", "root", str(path)], check=False)


class Mutter:
    """GNOME's compositor without a screen: what a remote desktop would do."""

    NAME = "org.gnome.Mutter.RemoteDesktop"
    BUTTONS = {1: 0x110, 2: 0x112, 3: 0x111}
    KEYS = {"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L"}
    TEXT = ("text/plain;charset=utf-8", "UTF8_STRING", "text/plain")
    # A new window grows to its size for a quarter of a second, whatever is said of animations, and what is
    # pointed at meanwhile is elsewhere in it.
    GROWTH = 0.5

    def __init__(self):
        self.content = b""
        self.placed = []
        self.connection = Gio.DBusConnection.new_for_address_sync(
            Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION),
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.session = self.call_on("/org/gnome/Mutter/RemoteDesktop", self.NAME, "CreateSession").unpack()[0]
        self.call("Start")
        self.call("EnableClipboard", GLib.Variant("(a{sv})", ({},)))
        threading.Thread(target=self.serve, daemon=True).start()
        # Without a keyboard there is nothing that a window could have.
        self.key("shift")
        # There are no places without a picture of the screen, only ways: the first one ends in the corner.
        self.at = (0, 0)
        self.move(-2 * WIDTH, -2 * HEIGHT)
        self.at = (0, 0)

    def call_on(self, path, interface, method, parameters=None):
        return self.connection.call_sync(self.NAME, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE, -1)

    def call(self, method, parameters=None):
        return self.call_on(self.session, f"{self.NAME}.Session", method, parameters)

    def call_for_file(self, method, parameters):
        """What answers with a file in which the content of the clipboard goes."""
        answer, files = self.connection.call_with_unix_fd_list_sync(
            self.NAME, self.session, f"{self.NAME}.Session", method, parameters, None, Gio.DBusCallFlags.NONE, -1, None)
        return files.get(answer.unpack()[0])

    def serve(self):
        """Hands out what was copied, while the story goes on."""
        context = GLib.MainContext.new()
        context.push_thread_default()
        self.connection.signal_subscribe(None, f"{self.NAME}.Session", "SelectionTransfer", self.session, None,
                                         Gio.DBusSignalFlags.NONE, self.transfer)
        GLib.MainLoop.new(context, False).run()

    def transfer(self, _connection, _sender, _path, _interface, _signal, parameters):
        _type, serial = parameters.unpack()
        with os.fdopen(self.call_for_file("SelectionWrite", GLib.Variant("(u)", (serial,))), "wb") as file:
            file.write(self.content)
        self.call("SelectionWriteDone", GLib.Variant("(ub)", (serial, True)))

    def keysym(self, symbol, pressed):
        self.call("NotifyKeyboardKeysym", GLib.Variant("(ub)", (symbol, pressed)))
        time.sleep(0.006)

    def symbol_of(self, key):
        return Gdk.unicode_to_keyval(ord(key)) if len(key) == 1 else Gdk.keyval_from_name(self.KEYS.get(key, key))

    def key(self, keys):
        """Presses keys together, and lets the main one go last: GTK opens a menu in the name of the last thing it read
        of the keyboard, which on a busy machine is the letting go, and mutter refuses that of any other key."""
        symbols = [self.symbol_of(key) for key in keys.split("+")]
        for symbol in symbols:
            self.keysym(symbol, True)
        for symbol in symbols:
            self.keysym(symbol, False)

    def type(self, text):
        """Types; what no key has is pasted."""
        if not text.isascii():
            self.copy(text)
            self.key("ctrl+v")
            time.sleep(0.1)
            return
        for letter in text:
            symbol = self.symbol_of({"\t": "Tab", "\n": "Return"}.get(letter, letter))
            self.keysym(symbol, True)
            self.keysym(symbol, False)

    def hold(self, key, held):
        self.keysym(self.symbol_of(key), held)

    def move(self, x, y):
        self.call("NotifyPointerMotionRelative", GLib.Variant("(dd)", (x - self.at[0], y - self.at[1])))
        self.at = (x, y)
        time.sleep(0.05)

    def button(self, button, pressed):
        self.call("NotifyPointerButton", GLib.Variant("(ib)", (self.BUTTONS[button], pressed)))
        time.sleep(0.03)

    def click(self, button=1, times=1):
        for _ in range(times):
            self.button(button, True)
            self.button(button, False)

    def copy(self, text):
        self.content = text.encode()
        self.call("SetSelection", GLib.Variant("(a{sv})", ({"mime-types": GLib.Variant("as", self.TEXT)},)))

    def copied(self):
        file = self.call_for_file("SelectionRead", GLib.Variant("(s)", (self.TEXT[0],)))
        os.set_blocking(file, True)
        with os.fdopen(file, "rb") as content:
            return content.read().decode()

    def windows(self, _process):
        return ["the one"]

    def origin(self, app):
        """Where the window begins that has the keyboard: in the middle, where mutter would put the first alone."""
        window = self.active(app)
        if window not in self.placed:
            self.place("F2")
            self.placed.append(window)
        box = window.accessible.get_component_iface().get_extents(1)
        return (WIDTH - box.width) // 2 - box.x, (HEIGHT - box.height) // 2 - box.y

    def active(self, app):
        """Waits for the window that has the keyboard."""
        for _ in range(200):
            window = app.active()
            if window:
                return window
            time.sleep(0.05)
        raise LookupError("no window has the keyboard")

    def resize(self, app, width, height):
        """A window has its size from the start, but not at once."""
        for _ in range(60):
            box = self.active(app).accessible.get_component_iface().get_extents(1)
            if (box.width, box.height) == (width, height):
                break
            time.sleep(0.05)

    def activate(self, app):
        """What was dragged from has gone: the keyboard goes to where it was."""
        self.active(app)

    def place(self, key):
        """Puts the window that has just got the keyboard where with-display lets this key put it."""
        self.key(f"Super_L+{key}")
        time.sleep(self.GROWTH)

    def put_beside(self, _process):
        self.place("F1")
        return WIDTH - 60, 60

    def picture(self, path):
        """Nobody can take one without a screen cast."""


SCREEN = Mutter() if os.environ.get("DITES_TEST_DISPLAY") == "mutter" else X11()
