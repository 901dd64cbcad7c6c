#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody types a name into the overview of the desktop: it finds the person without a
window, and a click on the answer opens the window on the person."""

import configparser

from driver import main, wait
from installed import ID, Installed, exported, get_pid, has_window, install, run

KEYS = configparser.ConfigParser()
KEYS.read(exported(f"{ID}.search-provider.ini"))
PROVIDER = KEYS["Shell Search Provider"]


def call(method, *words):
    """What the desktop would be told."""
    return run("gdbus", "call", "--session", "--dest", PROVIDER["BusName"], "--object-path", PROVIDER["ObjectPath"],
               "--method", f"org.gnome.Shell.SearchProvider2.{method}", *words).strip()


def story(desk):
    install(desk)
    desk.fill()
    assert PROVIDER["DesktopId"] == f"{ID}.desktop" and PROVIDER["Version"] == "2"
    assert get_pid() is None
    assert call("GetInitialResultSet", "['modele']") == "(['intern:sacha'],)"
    pid = get_pid()
    assert call("GetSubsearchResultSet", "['intern:sacha']", "['modele', 'sach']") == "(['intern:sacha'],)"
    metas = call("GetResultMetas", "['intern:sacha']")
    assert "MODÈLE Sacha" in metas and "Intern" in metas, metas
    assert get_pid() == pid and not has_window(pid)

    call("ActivateResult", "intern:sacha", "['modele']", "0")
    app = Installed(desk)
    assert app.process.pid == pid
    assert app.find("text", "First Name").text == "Sacha"

    call("LaunchSearch", "['studio', 'pied']", "0")
    wait(lambda: app.find("entry", "Search").text == "studio pied", "the words in the search field")
    app.find("label", "Studio au pied de l’exemple")
    app.wait_gone("label", "Villa imaginaire à partager")
    assert len(app.frames()) == 1


main(story)
