#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A home is given to an intern: the intern is found by typing, stored as what the tenancy
refers to, and opened from there."""

from driver import main, wait


def story(desk):
    desk.fill()
    desk.remember(shown_kind="tenancy")
    app = desk.start()
    app.find("list item", starts="FICTIF Camille").click()
    app.find("button", "Intern: FICTIF Camille").press()
    dialog = app.find("dialog")
    dialog.find("list item", starts="EXEMPLE Dominique")
    app.type("alix bid")
    dialog.wait_gone("list item", starts="EXEMPLE Dominique")
    dialog.find("list item", starts="BIDON Alix")
    app.key("Return")
    wait(lambda: desk.documents("tenancy")[0]["intern"] == "intern:alix", "the other intern to be stored")
    app.find("button", "Open “BIDON Alix”").press()
    assert app.find("text", "First Name").text == "Alix"


main(story)
