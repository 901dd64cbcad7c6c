# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two homes get one more thing included in their charges, and each keeps what it had. Nothing
is done where nothing was entered, and one undo takes it back from both."""

import json

from driver import HERE, main, wait


def included(desk):
    return {home["title"].split()[0]: home.get("included") for home in desk.documents("housing")}


def choose_field(app, field, way):
    app.find("button", "Change a Field…").press()
    dialog = app.find("dialog", "Change a Field")
    dialog.find("combo box", "Field").pick(field)
    dialog.find("combo box", "What to Do").pick(way)
    return dialog


def story(desk):
    desk.fill("partner")
    for line in (HERE / "desk/housing.json").read_text().splitlines():
        home = json.loads(line)
        if home["_id"] == "housing:studio":
            home["included"] = ["water"]
        desk.cli("add", "housing", "--json", desk.file("home.json", json.dumps(home)))
    desk.remember(shown_kind="housing")
    app = desk.start()
    app.find("toggle button", "Select Several").press()
    app.find("list item", starts="Studio").click()
    app.find("list item", starts="Villa").click()
    app.find("label", "2 Selected")
    dialog = choose_field(app, "Included in the Charges", "Add")
    dialog.find("toggle button", "Internet").press()
    dialog.find("button", "Change").press()
    wait(lambda: included(desk) == {"Studio": ["water", "internet"], "Villa": ["internet"]}, "both to have one more")
    app.wait_gone("dialog", "Change a Field")

    # Nothing chosen is nothing done.
    dialog = choose_field(app, "Owner", "Enter a Value")
    dialog.find("button", "Change").press()
    dialog.find("label", "The value is still to be entered.")
    app.key("Escape")
    app.wait_gone("dialog", "Change a Field")
    app.key("ctrl+z")
    wait(lambda: included(desk) == {"Studio": ["water"], "Villa": None}, "both to be as before")


main(story)
