#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No pointer at all: the keys are looked up, a person is found and changed, the window closed."""

from driver import STATE, main, wait


def story(desk):
    desk.fill("intern")
    app = desk.start()
    app.key("ctrl+question")
    row = app.find("list item", "Undo")
    assert row.description == "Ctrl+Z", row.description
    app.key("Escape")
    app.wait_gone("list item", "Undo")
    app.key("ctrl+f")
    app.type("modele")
    app.wait_gone("list item", starts="FICTIF")
    # From the field to its first row, and from there to the form.
    app.key("Down")
    wait(lambda: any(node.has(STATE.FOCUSED) for node in app.all("list item")), "a row to have the focus")
    app.key("Return")
    field = app.find("text", "First Name")
    for _ in range(60):
        if field.has(STATE.FOCUSED):
            break
        app.key("Tab")
    assert field.has(STATE.FOCUSED)
    app.key("ctrl+a")
    app.type("Sasha")
    app.key("ctrl+w")
    app.wait_end()
    assert desk.show("intern:sacha")["first_name"] == "Sasha"


main(story)
