#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two fields are changed and each is taken back by itself, and done again, by keyboard; the
buttons say what they would do."""

from driver import main, wait


def names(desk):
    document = desk.show("intern:camille")
    return document["family_name"], document["first_name"]


def story(desk):
    desk.fill("intern")
    app = desk.start()
    app.find("label", "FICTIF Camille").click()
    app.find("text", "Birth Name").enter("EXEMPLE")
    wait(lambda: names(desk) == ("EXEMPLE", "Camille"), "the family name to be stored")
    app.find("text", "First Name").enter("Claude")
    wait(lambda: names(desk) == ("EXEMPLE", "Claude"), "the first name to be stored")
    app.find("label", "EXEMPLE Claude")
    assert "First Name" in app.find("button", starts="Undo: ").name
    app.key("ctrl+z")
    wait(lambda: names(desk) == ("EXEMPLE", "Camille"), "the first name to be undone")
    app.key("ctrl+z")
    wait(lambda: names(desk) == ("FICTIF", "Camille"), "the family name to be undone")
    app.find("label", "FICTIF Camille")
    app.key("ctrl+shift+z")
    wait(lambda: names(desk) == ("EXEMPLE", "Camille"), "the family name to be done again")


main(story)
