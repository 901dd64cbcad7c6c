#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two of four interns are selected and get the same value at once; one undo takes both back."""

from driver import main, wait


def states(desk):
    return {intern["family_name"]: intern["state"] for intern in desk.documents("intern")}


def story(desk):
    desk.fill("intern")
    app = desk.start()
    app.find("toggle button", "Select Several").press()
    app.find("list item", starts="FICTIF").click()
    app.find("list item", starts="BIDON").click()
    app.find("label", "2 Selected")
    app.find("button", "Change a Field…").press()
    dialog = app.find("dialog", "Change a Field")
    dialog.find("combo box", "Field").pick("State")
    dialog.find("combo box", "State").pick("Left")
    dialog.find("button", "Change").press()
    wait(lambda: states(desk) == {"FICTIF": "left", "BIDON": "left", "EXEMPLE": "active", "MODÈLE": "active"}, "the two to be changed")
    app.wait_gone("dialog", "Change a Field")
    app.key("ctrl+z")
    wait(lambda: set(states(desk).values()) == {"active"}, "both to be as before")


main(story)
