#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list is opened from the file manager: the desktop offers the program for it, starts it,
and hands it later lists too; there is one program, with as many windows as one asks for."""

from driver import main, wait
from installed import ID, Installed, get_pid, install, launch, run

LIST = "NOM;PRENOM;MAIL\n{name};Camille;camille.{name}@exemple.invalid\n"


def story(desk):
    install(desk)
    desk.fill("intern")
    for kind in ("text/csv", "text/tab-separated-values"):
        assert f"{ID}.desktop" in run("gio", "mime", kind), kind

    launch(desk.file("un.csv", LIST.format(name="TEMOIN")))
    app = Installed(desk)
    app.find("grouping", "Import")
    app.find("label", contains="TEMOIN")
    pid = get_pid()

    # Started once more it shows itself, and does not start once more.
    launch()
    run(*desk.by_itself(desk.file("deux.csv", LIST.format(name="FABLE"))))
    app.find("label", "List 1 of 2: un.csv")
    app.find("button", "Skip").press()
    app.find("label", contains="deux.csv")
    app.find("label", contains="FABLE")
    assert get_pid() == pid and len(app.frames()) == 1

    run("gapplication", "action", ID, "new-window")
    wait(lambda: len(app.frames()) == 2, "a second window")
    assert get_pid() == pid
    # Nothing was imported by all that.
    assert len(desk.documents("intern")) == 4

    run("gapplication", "action", ID, "quit")
    app.wait_end()
    assert get_pid() is None

    # The plan is not brought back, the windows are.
    launch()
    again = Installed(desk)
    wait(lambda: len(again.frames()) == 2, "both windows")
    assert not again.is_there("grouping", "Import")


main(story)
