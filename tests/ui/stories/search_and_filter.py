#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Typing finds, without accents and in any order; a filter narrows the list down, also
after a restart; all is shown again."""

from driver import STATE, main


def rows(app):
    return {node.name.split(",")[0] for node in app.find("list", "Interns").all("list item")}


def story(desk):
    desk.fill("intern")
    app = desk.start()
    app.find("list item", starts="MODÈLE Sacha")
    app.key("ctrl+f")
    app.type("sacha modele")
    app.wait_gone("list item", starts="FICTIF Camille")
    assert rows(app) == {"MODÈLE Sacha"}
    app.key("ctrl+a")
    app.type("zzzz")
    app.find("label", "Nothing Found")
    app.key("Escape")
    app.find("list item", starts="FICTIF Camille")

    app.find("toggle button", "Filters").press()
    app.find("toggle button", "Speciality (DES)").click()
    # So many values have a search field of their own.
    app.find("check box", "Allergology")
    app.type("emerg")
    app.wait_gone("check box", "Allergology")
    box = app.find("check box", "Emergency Medicine")
    for _ in range(20):
        if box.has(STATE.FOCUSED):
            break
        app.key("Tab")
    app.key("space", "Escape")
    app.wait_gone("list item", starts="FICTIF Camille")
    assert rows(app) == {"BIDON Alix"}
    app.quit()

    app = desk.start()
    app.find("list item", starts="BIDON Alix")
    assert rows(app) == {"BIDON Alix"}


main(story)
