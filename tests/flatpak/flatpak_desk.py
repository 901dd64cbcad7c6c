# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as the staff have it: started by Flatpak, seen through its sandbox's wall.

What is told of it is told with the stories' own words; here is what differs: how it is
started, where its data lies, and that another program asks for files in its name.
"""

import configparser
import os
import pathlib
import pwd
import shlex
import shutil
import subprocess

from driver import SCREEN, STATE, Desk, Failure, Node, wait, xdotool
from screen import X11
from gi.repository import Atspi

# Asks for files and printers in the name of programs in a sandbox.
PORTAL = "xdg-desktop-portal-gtk"
# What is seen of a program in a sandbox from outside; the bus knows the last of them.
WALL = ("flatpak", "bwrap", "xdg-dbus-proxy")

# A dialog that looks for printers answers late.
Atspi.set_timeout(5000, 15000)

find_by_process = SCREEN.windows


def find_windows(process):
    """A process has another number inside its sandbox: its windows are known by their class."""
    if pathlib.Path(f"/proc/{process}/comm").read_text().strip() not in WALL:
        return find_by_process(process)
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "dites32"], capture_output=True, text=True)
    return found.stdout.split()


if isinstance(SCREEN, X11):
    SCREEN.windows = find_windows


class FlatpakDesk(Desk):
    """Its data is where a sandbox keeps it, and nowhere else."""

    def __init__(self, program, folder, locale="C.UTF-8"):
        self.home = pathlib.Path.home() / ".var/app" / program
        if pathlib.Path.home() == pathlib.Path(pwd.getpwuid(os.getuid()).pw_dir):
            raise Failure("stories are not told on a person's own data")
        super().__init__(program, folder, locale)

    def prepare(self):
        shutil.rmtree(self.home, ignore_errors=True)
        self.data = self.home / "data/dites32"
        self.config = self.home / "config"
        super().prepare()

    def run(self, command, *words):
        """Runs a program of the sandbox's in it."""
        return subprocess.run(["flatpak", "run", "--user", f"--command={command}", self.program, *map(str, words)],
                              capture_output=True, text=True, timeout=60)

    def info(self, *words):
        """What Flatpak knows of it."""
        return subprocess.run(["flatpak", "info", "--user", self.program, *words], capture_output=True, text=True, check=True).stdout

    def command(self, words, window=False):
        """Files from outside are handed in one by one, as a file manager does it."""
        handed = []
        for word in map(str, words):
            handed += ["@@", word, "@@"] if os.path.exists(word) else [word]
        return ["flatpak", "run", "--user", "--die-with-parent", "--file-forwarding", self.program, *handed]

    def exported(self, folder, name, group):
        """What the desktop has of it, as Flatpak wrote it: the keys of a group of a file."""
        file = configparser.ConfigParser(interpolation=None)
        file.optionxform = str
        file.read(pathlib.Path(os.environ["DITES_ENTRIES"]) / folder / f"{self.program}.{name}")
        return file[group]

    def by_itself(self, *files):
        """As a file manager does it that does not know D-Bus."""
        words = shlex.split(self.exported("applications", "desktop", "Desktop Entry")["Exec"])
        where = words.index("%U")
        return [*words[:where], *(file.as_uri() for file in files), *words[where + 1:]]

    def environment(self, locale, window=False):
        return dict(os.environ, LC_ALL=locale)

    def is_program(self, accessible, process):
        # Whom the bus knows is the wall's keeper, not the program; and it knows for a while who has ended.
        accessible.clear_cache_single()
        return accessible.get_name() in (self.program, "dites32") and all(accessible != getattr(app, "accessible", None) for app in self.apps)

    def windows_for(self, app):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_name() == PORTAL:
                yield from Node(app, child).children()

    def confirm(self, app, dialog):
        """Once the name has arrived: this dialog's field takes the key for its own completion."""
        wait(lambda: any(node.text.startswith("/") for node in dialog.all("text") if node.has(STATE.EDITABLE)), "the name")
        next(node for node in dialog.all("button") if node.name in ("Open", "Save")).press()


def pick_in_portal(node):
    """Picks a row of a portal's dialog by keyboard, as one does who hears it."""
    wait(lambda: node.accessible.get_component_iface().grab_focus(), f"{node} to have the keyboard")
