# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the window as a person does who sees it, hears it or has only a keyboard, and
looks at the effect from outside: in the store, in a file.

A story is a program with one function, named as its subject; see the stories folder.
Widgets are found by what they are and how they are called, and waited for.
"""

import contextlib
import json
import os
import pathlib
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback

# A warning of the accessibility bus's own library is no reason to stop. What the program
# warns of is looked at when it has ended.
os.environ.pop("G_DEBUG", None)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402, F401

from screen import SCREEN, xdotool  # noqa: E402, F401

PATIENCE = 20 * float(os.environ.get("DITES_PATIENCE", "1"))
HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
# In the order in which one refers to another.
KINDS = ("semester", "site", "partner", "housing", "intern", "placement", "tenancy")

STATE = Atspi.StateType
# What GTK 4.18 complains of in itself: something is announced by what just went away, and
# a desk without portals has none.
OF_TOOLKIT = ("g_variant_is_object_path: assertion", "Not a supported version of the OpenURI portal")


class Failure(AssertionError):
    """What a person would have seen is not there."""


class InVain(Failure):
    """It did not come in time."""


def wait(condition, what, patience=None):
    """Calls condition until it returns something true, and returns that."""
    end = time.monotonic() + (patience or PATIENCE)
    while True:
        with contextlib.suppress(GLib.Error):
            value = condition()
            if value:
                return value
        if time.monotonic() > end:
            raise InVain(f"waited in vain: {what}")
        time.sleep(0.03)


class Node:
    """Something in the window that can be seen or heard."""

    def __init__(self, app, accessible):
        self.app = app
        self.accessible = accessible

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible == other.accessible

    __hash__ = None

    def __repr__(self):
        with contextlib.suppress(GLib.Error):
            return f"{self.role} “{self.name}”"
        return "gone"

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def description(self):
        return self.accessible.get_description() or ""

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def parent(self):
        return Node(self.app, self.accessible.get_parent())

    @property
    def text(self):
        """What is written in it."""
        return Atspi.Text.get_text(self.accessible, 0, Atspi.Text.get_character_count(self.accessible))

    def has(self, *states):
        self.accessible.clear_cache_single()
        have = self.accessible.get_state_set()
        return all(have.contains(state) for state in states)

    def is_usable(self):
        return self.has(STATE.SENSITIVE)

    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Node(self.app, child)

    def walk(self, backwards=False):
        """All that is shown below, in reading order, or the last of it first."""
        for child in reversed(list(self.children())) if backwards else self.children():
            with contextlib.suppress(GLib.Error):
                if not child.has(STATE.SHOWING):
                    continue
                yield child
                yield from child.walk(backwards)

    def all(self, role=None, name=None, starts=None, contains=None, backwards=False):
        for node in self.walk(backwards):
            with contextlib.suppress(GLib.Error):
                if role is not None and node.role != role:
                    continue
                if name is not None and node.name != name:
                    continue
                if starts is not None and not node.name.startswith(starts):
                    continue
                if contains is not None and contains not in node.name:
                    continue
                yield node

    def find(self, role=None, name=None, patience=None, **more):
        """Waits for something that is shown, by what it is and how it is called."""
        what = " ".join(str(word) for word in (role or "anything", name or "", more or "") if word)
        return wait(lambda: next(self.all(role, name, **more), None), f"{what} in {self}", patience)

    def shows(self, text):
        return any(text in node.name for node in self.walk())

    def is_there(self, role=None, name=None, **more):
        return next(self.all(role, name, **more), None) is not None

    def wait_gone(self, role=None, name=None, **more):
        wait(lambda: not self.is_there(role, name, **more), f"{role} “{name}” to go away")

    def texts(self):
        return [node.name for node in self.walk() if node.name]

    def where(self):
        """The middle, on the screen, once it stays there."""
        seen = [None]

        def look():
            start = time.monotonic()
            box = self.accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            x, y = SCREEN.origin(self.app)
            seen.append((x + box.x + box.width // 2, y + box.y + box.height // 2))
            # Who answers late has not drawn yet what it knows.
            time.sleep(min(max(0.03, 2 * (time.monotonic() - start)), 0.5))
            return seen[-1] == seen[-2]

        wait(look, f"{self} to stay where it is")
        return seen[-1]

    def point(self):
        """Points at it as one does with a mouse, once more where it went away meanwhile."""
        place = self.where()
        SCREEN.move(*place)
        return self.where() == place

    def click(self, *modifiers, button=1, times=1):
        wait(self.point, f"{self} to be pointed at")
        for key in modifiers:
            SCREEN.hold(key, True)
        SCREEN.click(button, times)
        for key in modifiers:
            SCREEN.hold(key, False)

    def press(self):
        """Does what it is for, as a screen reader does."""
        wait(lambda: self.has(STATE.SENSITIVE), f"{self} to be of use")
        if not self.accessible.get_action_iface().do_action(0):
            raise Failure(f"{self} does nothing")

    def reach(self, key="Tab", most=80):
        """Goes to it by keyboard, from where the keyboard is."""
        for _ in range(most):
            if self.has(STATE.FOCUSED):
                return self
            before = wait(self.app.focused, "the keyboard to be somewhere")
            self.app.key(key)
            # A slow window is not outrun.
            with contextlib.suppress(InVain):
                wait(lambda: not before.has(STATE.FOCUSED), "the keyboard to go on", 1)
        raise Failure(f"the keyboard does not lead to {self}")

    def pick(self, text):
        """Opens a drop-down and goes down to a value by keyboard, over its search field where it has one."""
        self.click()
        wait(lambda: self.is_there("list item"), "something to be offered")
        if any(node.has(STATE.EDITABLE) for node in self.walk()):
            self.app.type(text)
            time.sleep(0.2)
            self.app.key("Down")
        else:
            self.app.key("Home")
        for _ in range(60):
            item = wait(self.focused_item, "the keyboard to be in the list")
            if any(name.startswith(text) for name in item.texts()):
                break
            self.app.key("Down")
            # A slow window is not outrun.
            with contextlib.suppress(InVain):
                wait(lambda: self.focused_item() != item, "the next to be offered", 1)
        else:
            raise Failure(f"the keyboard does not lead to {text}")
        self.app.key("Return")
        wait(lambda: self.focused_item() is None, "the drop-down to close")

    def focused_item(self):
        return next((node for node in self.all("list item") if node.has(STATE.FOCUSED)), None)

    def enter(self, text):
        """Clicks into a field, replaces what is in it, and goes on to the next."""
        wait(lambda: self.has(STATE.SENSITIVE), f"{self} to be of use")
        self.click()
        wait(lambda: self.has(STATE.FOCUSED), f"{self} to have the focus")
        self.app.key("ctrl+a")
        self.app.key("BackSpace") if text == "" else self.app.type(text)
        self.app.key("Tab")


class App(Node):
    """The program, running on the documents of a desk."""

    def __init__(self, desk, *words, locale="C.UTF-8", size=(1280, 860)):
        self.desk = desk
        self.locale = locale
        if size:
            desk.remember(window_width=size[0], window_height=size[1])
        self.log = open(desk.folder / "window.log", "ab")
        self.process = subprocess.Popen(desk.command(words, window=True), env=desk.environment(locale, window=True),
                                        cwd=desk.folder, stdout=self.log, stderr=self.log)
        super().__init__(self, wait(self.look, "the program to be there"))
        self.window = wait(self.find_window, "a window")
        if size:
            self.resize(*size)

    def look(self):
        if self.process.poll() is not None:
            said = (self.desk.folder / "window.log").read_text(errors="replace")[-1000:]
            raise Failure(f"the program ended with {self.process.returncode}: {said}")
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and self.desk.is_program(child, self.process):
                return child
        return None

    def find_window(self):
        """The window, once it is there and has the keyboard."""
        windows = SCREEN.windows(self.process.pid)
        return windows[-1] if windows and self.active() else None

    def resize(self, width, height):
        SCREEN.resize(self, width, height)

    def active(self):
        """The window that has the keyboard."""
        return next((node for node in self.children() if node.has(STATE.ACTIVE)), None)

    def focused(self):
        return next((node for node in self.walk() if node.has(STATE.FOCUSED)), None)

    def key(self, *keys):
        for key in keys:
            SCREEN.key(key)
            time.sleep(0.05)

    def type(self, text):
        SCREEN.type(text)

    def open_dialog(self):
        """Waits for the dialog that asks for a file, which is a window of its own."""
        def look():
            for child in self.desk.windows_for(self):
                if child.role in ("dialog", "file chooser") and child.has(STATE.ACTIVE):
                    return child
            return None
        return wait(look, "the dialog for files")

    def choose(self, dialog, path):
        """Pastes the name of a file. It is not typed: the dialog would complete it meanwhile."""
        def has_field():
            return any(node.has(STATE.EDITABLE, STATE.SHOWING) for node in dialog.all("text"))

        # A dialog that saves has the field from the start.
        if not dialog.is_there("button", "Save"):
            self.key("ctrl+l")
        wait(has_field, "the field for a name")
        self.copy(path)
        self.key("ctrl+a", "ctrl+v")
        n_windows = len(SCREEN.windows(self.process.pid))
        self.desk.confirm(self, dialog)
        # Nothing is asked of the program while it goes: GTK 4.18 would name a window that is no longer there.
        if n_windows > 1:
            wait(lambda: len(SCREEN.windows(self.process.pid)) < n_windows, "the window of the dialog to go away")
        wait(lambda: dialog not in list(self.desk.windows_for(self)), "the dialog for files to go away")

    def copy(self, text):
        """Puts a text on the clipboard, as another program would."""
        SCREEN.copy(str(text))

    def copied(self):
        """The text on the clipboard, as another program would get it."""
        return SCREEN.copied()

    def quit(self):
        """Ends the program as its users do; whatever was typed is written first."""
        self.key("ctrl+q")
        self.wait_end()

    def wait_end(self):
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise Failure("the program does not end") from None
        self.log.close()
        if status != 0:
            raise Failure(f"the program ended with {status}")

    def end(self):
        """At the end of a story that went wrong."""
        if self.process.poll() is None:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(5)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Desk:
    """A data folder of its own, the program on it, and what can be seen of it from outside."""

    def __init__(self, program, folder, locale="C.UTF-8"):
        self.program = program
        self.locale = locale
        self.folder = folder
        self.data = folder / "data"
        self.config = folder / "config"
        self.apps = []
        self.prepare()

    def prepare(self):
        # Without motion everything is at its place at once.
        settings = self.config / "gtk-4.0/settings.ini"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text("[Settings]\ngtk-enable-animations=0\n")

    # ---- How the program is started, and known from others

    def command(self, words, window=False):
        where = ["--data-dir", self.data]
        return [self.program, *where, *words] if window else [self.program, *map(str, words), *where]

    def by_itself(self, *words):
        """The same in its usual place, which a running program takes over."""
        return [self.program, *words]

    def environment(self, locale, window=False):
        more = {"GSETTINGS_BACKEND": "keyfile", "GTK_A11Y": "atspi", "XDG_CONFIG_HOME": str(self.config)} if window else {}
        return dict(os.environ, LC_ALL=locale, **more)

    def is_program(self, accessible, process):
        return accessible.get_process_id() == process.pid

    def windows_for(self, app):
        """The windows that the program asks for a file in."""
        return app.children()

    def confirm(self, app, dialog):
        app.key("Return")

    # ---- What is there

    def fill(self, *kinds):
        """Puts the documents of tests/ui/desk into the store."""
        for kind in kinds or KINDS:
            self.cli("add", kind, "--json", HERE / "desk" / f"{kind}.json")

    def remember(self, **settings):
        """Sets what the program remembers from one start to the next: texts, numbers and flags."""
        path = self.config / "glib-2.0/settings/keyfile"
        path.parent.mkdir(parents=True, exist_ok=True)
        remembered = GLib.KeyFile()
        with contextlib.suppress(GLib.Error):
            remembered.load_from_file(str(path), GLib.KeyFileFlags.NONE)
        for key, value in settings.items():
            remembered.set_value("org/gers/Dites32", key.replace("_", "-"), repr(value) if isinstance(value, str) else json.dumps(value))
        remembered.save_to_file(str(path))

    def keep_program(self, name, *types):
        """Another program on this machine, which is called for types of files or addresses and keeps what it
        was called with; returns the file that it keeps it in."""
        kept, script = self.folder / name, self.folder / f"{name}.sh"
        script.write_text(f'#!/bin/sh\necho "$1" > {kept}.partial\nmv {kept}.partial {kept}\n')
        script.chmod(0o755)
        folder = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "applications"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.desktop").write_text("\n".join([
            "[Desktop Entry]", "Type=Application", f"Name={name}", f"Exec={script} %u", f"MimeType={';'.join(types)};", ""]))
        (folder / "mimeapps.list").write_text("\n".join(["[Default Applications]", *(f"{it}={name}.desktop" for it in types), ""]))
        return kept

    def cli(self, *words, status=0):
        """What the command line says."""
        result = subprocess.run(self.command(words), capture_output=True, text=True, env=self.environment(self.locale), timeout=60)
        if result.returncode != status:
            raise Failure(f"{words} ended with {result.returncode}: {result.stderr}")
        return result.stdout

    def documents(self, kind, *words):
        return json.loads(self.cli("list", kind, *words, "--json"))["documents"]

    def show(self, id):
        return json.loads(self.cli("show", id, "--json"))

    def start(self, *words, **options):
        app = App(self, *words, **options)
        self.apps.append(app)
        return app

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def drag(self, app, target, *files):
        """Drags files from another program and drops them on something in the window."""
        end = target.where()
        with OtherProgram(app, "drag_source.py", *files) as source:
            source.drag(source.middle, end)
            source.hear("done")


class OtherProgram:
    """A small program beside the window that files are dragged from or to; it says in a line each what happens."""

    def __init__(self, app, script, *words):
        self.app = app
        self.process = subprocess.Popen([sys.executable, HERE / script, *map(str, words)], stdout=subprocess.PIPE, text=True)
        self.lines = queue.Queue()
        threading.Thread(target=lambda: [self.lines.put(line.strip()) for line in self.process.stdout], daemon=True).start()

    def __enter__(self):
        self.hear("ready")
        self.middle = wait(lambda: SCREEN.put_beside(self.process.pid), "the other program")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        SCREEN.activate(self.app)

    def hear(self, word=None):
        """Waits until it says a word, or anything; returns what it said."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                line = self.lines.get(timeout=max(0, end - time.monotonic()))
            except queue.Empty:
                raise InVain(f"the other program did not say {word or 'anything'}") from None
            if word in (None, line):
                return line

    def drag(self, start, end):
        """Drags from one place to another and drops there, once it is accepted there."""
        (left, top), (right, bottom) = start, end
        SCREEN.move(*start)
        SCREEN.button(1, True)
        try:
            # The pointer travels.
            for step in range(1, 17):
                SCREEN.move(left + (right - left) * step // 16, top + (bottom - top) * step // 16)
                time.sleep(0.04)
            self.hear("accepted")
        finally:
            SCREEN.button(1, False)


def get_warnings(folder):
    log = folder / "window.log"
    return [line for line in log.read_text(errors="replace").splitlines()
            if ("WARNING" in line or "CRITICAL" in line) and not any(known in line for known in OF_TOOLKIT)] if log.exists() else []


def make_desk(program, folder):
    """A desk for a program that is a file, or installed and known by its id."""
    if "/" in program:
        return Desk(pathlib.Path(program).resolve(), folder)
    from flatpak_desk import FlatpakDesk
    return FlatpakDesk(program, folder)


def tell(story, program):
    """Runs a story on a desk of its own; ends the test if it fails, but for what did not come in time to a
    program that runs on without a warning: that it may be told again is what it returns False for."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="story-"))
    desk = make_desk(program, folder)
    try:
        story(desk)
        for app in desk.apps:
            if app.process.poll() is None:
                app.quit()
        warnings = get_warnings(folder)
        if warnings:
            raise Failure("\n".join(["the program warns:", *warnings]))
        return True
    except Exception as failure:
        traceback.print_exc()
        keep = pathlib.Path(os.environ.get("G_TEST_BUILDDIR", tempfile.gettempdir())) / f"{pathlib.Path(sys.argv[0]).stem}.png"
        SCREEN.picture(keep)
        if keep.exists():
            print(f"The screen is in {keep}", file=sys.stderr)
        with contextlib.suppress(OSError):
            print((folder / "window.log").read_text(errors="replace")[-3000:], file=sys.stderr)
        for app in desk.apps:
            with contextlib.suppress(GLib.Error):
                print("\n".join(f"  {node}" for node in app.walk() if node.name), file=sys.stderr)
        if not isinstance(failure, InVain) or get_warnings(folder) or any(app.process.poll() is not None for app in desk.apps):
            sys.exit(1)
        return False
    finally:
        for app in desk.apps:
            app.end()
        shutil.rmtree(folder, ignore_errors=True)


def main(story):
    """Tells a story; the first argument is the program's path, or its id where it is installed. Keys and pointer
    are sent to a real display, which loses one now and then on a busy machine: a story that waits in vain is told
    once more, and that is said."""
    program = sys.argv[1]
    if not tell(story, program):
        print("Told once more.", file=sys.stderr)
        sys.exit(0 if tell(story, program) else 1)
