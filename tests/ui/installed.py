# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a desktop has it: a desktop entry and a service on the session's bus, its
documents in the usual place. It is started by whoever asks for it, not by the story. What
Flatpak installed the desktop has already."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import time

import gi
from driver import STATE, App, Node, wait

gi.require_version("GioUnix", "2.0")
from gi.repository import Atspi, Gio, GioUnix, GLib  # noqa: E402

ID = os.environ["DITES_APPLICATION_ID"]
# Where the desktop entry and what belongs to it were built, or exported by Flatpak.
ENTRIES = pathlib.Path(os.environ["DITES_ENTRIES"])
SERVICE = """[D-BUS Service]
Name={id}
Exec=/bin/sh -c "exec '{program}' --gapplication-service >> '{log}' 2>&1"
"""


def ask_bus(method, parameters, reply=None):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method, parameters,
                         GLib.VariantType(reply) if reply else None, Gio.DBusCallFlags.NONE, -1, None)


def get_pid():
    """The process that has the program's name on the bus; None if nobody has."""
    with contextlib.suppress(GLib.Error):
        return ask_bus("GetConnectionUnixProcessID", GLib.Variant("(s)", (ID,)), "(u)").unpack()[0]
    return None


def exported(name):
    """The file that the desktop has of the program by this name."""
    return next(ENTRIES.rglob(name))


def run(*words):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True, timeout=60).stdout


def launch(*files):
    """Starts it as a file manager does, by its desktop entry."""
    GioUnix.DesktopAppInfo.new(f"{ID}.desktop").launch([Gio.File.new_for_path(str(file)) for file in files])
    Gio.bus_get_sync(Gio.BusType.SESSION).flush_sync()


def install(desk):
    """Makes the desktop know the program."""
    if "/" not in str(desk.program):
        ask_bus("UpdateActivationEnvironment", GLib.Variant("(a{ss})", ({"LC_ALL": "C.UTF-8"},)))
        ask_bus("ReloadConfig", None)
        return
    data = pathlib.Path(os.environ["XDG_DATA_HOME"])
    desk.data = data / "dites32"
    shutil.rmtree(desk.data, ignore_errors=True)
    services = data / "dbus-1/services"
    applications = data / "applications"
    services.mkdir(parents=True, exist_ok=True)
    applications.mkdir(parents=True, exist_ok=True)
    (services / f"{ID}.service").write_text(SERVICE.format(id=ID, program=desk.program, log=desk.folder / "window.log"))
    # What is not on the path is not offered.
    entry = exported(f"{ID}.desktop").read_text().replace("Exec=dites32 ", f"Exec={desk.program} ")
    (applications / f"{ID}.desktop").write_text(entry)
    subprocess.run(["update-desktop-database", applications], check=True)
    # What the program finds is what the bus was told.
    ask_bus("UpdateActivationEnvironment", GLib.Variant("(a{ss})", ({
        "LC_ALL": "C.UTF-8", "GSETTINGS_BACKEND": "keyfile", "GTK_A11Y": "atspi", "G_DEBUG": "",
        "XDG_CONFIG_HOME": str(desk.folder / "config")},)))
    ask_bus("ReloadConfig", None)


class Process:
    """A process that somebody else started: only whether it runs can be known."""

    returncode = 0

    def __init__(self, pid):
        self.pid = pid

    def poll(self):
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def wait(self, patience=10):
        end = time.monotonic() + patience
        while self.poll() is None:
            if time.monotonic() > end:
                raise subprocess.TimeoutExpired(ID, patience)
            time.sleep(0.03)
        return 0

    def terminate(self):
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)

    def kill(self):
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)


class Installed(App):
    """The program that runs already, once it has a window."""

    def __init__(self, desk, size=(1280, 860)):
        self.desk = desk
        self.log = open(desk.folder / "window.log", "ab")
        self.process = Process(wait(get_pid, "the program to be on the bus"))
        desk.apps.append(self)
        Node.__init__(self, self, wait(self.look, "the program to be there"))
        self.window = wait(self.find_window, "a window")
        self.resize(*size)

    def frames(self):
        return [node for node in self.children() if node.role == "frame" and node.has(STATE.SHOWING)]


def has_window(pid):
    """Whether a process shows anything."""
    desktop = Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(index) for index in range(desktop.get_child_count())]
    return any(any(Node(None, program).all("frame")) for program in programs if program is not None and program.get_process_id() == pid)
