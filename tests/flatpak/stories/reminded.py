#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who turns it on is told if the desktop forbids the program to run in the background. If it
does not, the program starts with the session, without a window, and says once what is due. A
click on that opens it. The portals are the real ones; what only GNOME's shell does is stood
in for: it knows which programs have a window, and shows notifications."""

import datetime
import json
import os
import pathlib
import shlex
import subprocess

from driver import STATE, main, wait
from gi.repository import GLib
from installed import Installed, get_pid, has_window, install, run
from services import own_name

SESSION = """<node><interface name="org.freedesktop.impl.portal.Background">
<method name="GetAppState"><arg type="a{sv}" direction="out"/></method>
<method name="NotifyBackground"><arg type="o" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="u" direction="out"/><arg type="a{sv}" direction="out"/></method>
<signal name="RunningApplicationsChanged"/>
</interface></node>"""

BUBBLES = """<node><interface name="org.freedesktop.Notifications">
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/></method>
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
<arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>"""
BUBBLES_PATH = "/org/freedesktop/Notifications"


def watch_windows():
    """Whoever knows which programs have a window; without that nobody is asked to run without one."""
    def called(_connection, _sender, _path, _interface, method, _parameters, invocation):
        invocation.return_value(GLib.Variant("(a{sv})", ({},)) if method == "GetAppState" else GLib.Variant("(ua{sv})", (0, {})))

    own_name("org.freedesktop.impl.portal.desktop.session", "/org/freedesktop/portal/desktop", SESSION, called)


class Bubbles:
    """Whoever shows notifications."""

    def __init__(self):
        self.shown = {}
        self.count = 0
        self.connection = own_name("org.freedesktop.Notifications", BUBBLES_PATH, BUBBLES, self.called)

    def called(self, _connection, _sender, _path, _interface, method, parameters, invocation):
        answer = None
        if method == "Notify":
            _name, replaced, _icon, title, body, actions, _hints, _time = parameters.unpack()
            self.count += 1
            number = replaced or self.count
            self.shown[number] = title, body, actions
            answer = GLib.Variant("(u)", (number,))
        elif method == "CloseNotification":
            self.shown.pop(parameters.unpack()[0], None)
        elif method == "GetCapabilities":
            answer = GLib.Variant("(as)", (["actions", "body", "persistence"],))
        else:
            answer = GLib.Variant("(ssss)", ("Bubbles", "", "1", "1.2"))
        invocation.return_value(answer)

    def click(self, number, action):
        """Does what a notification is for; it goes away."""
        del self.shown[number]
        self.connection.emit_signal(None, BUBBLES_PATH, "org.freedesktop.Notifications", "ActionInvoked", GLib.Variant("(us)", (number, action)))


def permit(program, answer):
    """What somebody said in the settings of the computer about running in the background."""
    store = "org.freedesktop.impl.portal.PermissionStore"
    run("gdbus", "call", "--session", "--dest", store, "--object-path", f"/{store.replace('.', '/')}", "--method", f"{store}.SetPermission",
        "background", "true", "background", program, f"['{answer}']")


def tenancy(id, intern, **more):
    return {"_id": f"tenancy:{id}", "housing": "housing:villa", "intern": intern, **more}


def story(desk):
    watch_windows()
    bubbles = Bubbles()
    autostart = pathlib.Path(os.environ["XDG_CONFIG_HOME"]) / f"autostart/{desk.program}.desktop"
    install(desk)
    desk.fill()
    app = desk.start()
    app.key("ctrl+comma")
    app.find("page tab", "This Desk").press()
    switch = app.find("check box", "What Is Due Today")
    assert not switch.has(STATE.CHECKED)
    permit(desk.program, "no")
    switch.click()
    app.find("label", "The settings of this computer forbid Dites32 to run in the background")
    assert not switch.has(STATE.CHECKED) and not autostart.exists()

    permit(desk.program, "yes")
    switch.click()
    wait(autostart.is_file, "the program to start with the session")
    wait(lambda: switch.has(STATE.CHECKED), "the switch to be on")
    app.key("Escape")
    app.quit()
    wait(lambda: get_pid() is None, "the program to end")

    today = datetime.date.today()
    later = (today + datetime.timedelta(days=90)).isoformat()
    for one in (tenancy("in", "intern:alix", start=today.isoformat(), end=later, state="confirmed"),
                tenancy("out", "intern:sacha", start="2026-01-02", end=today.isoformat(), state="occupied")):
        desk.cli("add", "tenancy", "--json", desk.file("due.json", json.dumps(one)))
    # The window said today what is due. This is the next morning.
    desk.remember(notified_day="2020-01-01")
    with open(desk.folder / "window.log", "ab") as log:
        entry = GLib.KeyFile()
        entry.load_from_file(str(autostart), GLib.KeyFileFlags.NONE)
        session = subprocess.Popen(shlex.split(entry.get_string("Desktop Entry", "Exec")), stdout=log, stderr=log)
    number, (title, body, actions) = wait(lambda: next(iter(bubbles.shown.items()), None), "what is due to be said")
    assert title == "Due Today" and "BIDON Alix" in body and "MODÈLE Sacha" in body, (title, body)
    assert get_pid() and not has_window(get_pid())

    bubbles.click(number, actions[0])
    app = Installed(desk)
    dialog = app.find("dialog", "Due Today")
    dialog.find("label", "BIDON Alix")
    app.key("Escape")
    app.key("ctrl+w")
    # It goes on without a window, and says nothing twice.
    wait(lambda: not has_window(app.process.pid), "the window to close")
    assert session.poll() is None and bubbles.count == 1 and not bubbles.shown

    # Whoever turns it off has it start no more.
    run("gapplication", "action", desk.program, "preferences")
    app.find("page tab", "This Desk").press()
    app.find("check box", "What Is Due Today").click()
    wait(lambda: not autostart.exists(), "the program to start no more")
    app.quit()


main(story)
