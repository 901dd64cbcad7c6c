# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A home is described from nothing: its title, what kind of home it is, its commune by typing,
its furniture."""

from driver import main, wait


def home(desk):
    homes = desk.documents("housing")
    return homes[0] if homes else {}


def drop_down(app, label):
    node = app.find("label", label)
    while not node.is_there("combo box"):
        node = node.parent
    return node.find("combo box")


def story(desk):
    desk.remember(shown_kind="housing")
    app = desk.start()
    app.key("ctrl+n")
    app.find("text", "Title").enter("Maison d'essai")
    wait(lambda: home(desk).get("title"), "the title to be stored")
    drop_down(app, "Kind of Home").pick("House")
    wait(lambda: home(desk).get("type") == "house", "the kind to be stored")
    field = app.find("text", "Commune")
    field.click()
    app.type("auch")
    app.find("label", "Auch")
    app.key("Return")
    wait(lambda: home(desk).get("commune") == "32013", "the commune to be stored")
    app.find("toggle button", "Hob").press()
    wait(lambda: home(desk).get("furniture") == ["hob"], "the furniture to be stored")


main(story)
