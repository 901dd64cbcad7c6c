# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list with the keyboard alone: arrows, the menu of a row, several rows, Delete."""

from driver import STATE, main, wait


def families(desk):
    return {intern["family_name"] for intern in desk.documents("intern")}


def rows(app):
    return list(app.find("list", "Interns").all("list item"))


def focused_row(app):
    return next((node for node in app.all("list item") if node.has(STATE.FOCUSED)), None)


def story(desk):
    desk.fill("intern")
    app = desk.start()
    app.find("list item", starts="FICTIF")
    app.key("ctrl+f", "Down")
    first = wait(lambda: focused_row(app), "a row to have the focus")
    name = first.name.split()[0]
    # From its menu into the trash.
    app.key("shift+F10")
    app.find("menu")
    app.key("t")
    wait(lambda: name not in families(desk), "the first to be in the trash")
    # The keyboard is in the list still.
    wait(lambda: focused_row(app), "another row to have the focus")
    app.key("Down")
    second = wait(lambda: focused_row(app), "the next row to have the focus")
    name = second.name.split()[0]
    app.key("Delete")
    wait(lambda: name not in families(desk) and len(families(desk)) == 2, "the next to be in the trash")
    app.key("ctrl+z", "ctrl+z")
    wait(lambda: len(families(desk)) == 4, "both to be back")
    # All of them at once, from anywhere but where a text is being typed.
    app.key("ctrl+f")
    app.type("fictif")
    wait(lambda: len(rows(app)) == 1, "one to be found")
    app.key("ctrl+a", "BackSpace")
    wait(lambda: len(rows(app)) == 4, "the text to be gone")
    app.find("toggle button", "Select Several").reach()
    app.key("ctrl+a")
    app.find("label", "4 Selected")


main(story)
