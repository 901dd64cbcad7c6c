# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A home is described from nothing: its title, what kind of home it is, its commune by typing,
its furniture, its classes of energy, its rooms."""

from driver import main, wait


def home(desk):
    homes = desk.documents("housing")
    return homes[0] if homes else {}


def drop_down(app, label):
    node = app.find("label", label)
    while not node.is_there("combo box"):
        node = node.parent
    return node.find("combo box")


def choose_class(app, label, name):
    """Presses a letter of one of the two classes."""
    next(node for node in app.all("grouping", label)).find("radio button", name).press()


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

    # The classes are letters, each named; each room is let by itself.
    choose_class(app, "Energy Class (DPE)", "Class D")
    wait(lambda: home(desk).get("dpe") == "D", "the energy class to be stored")
    choose_class(app, "Greenhouse Gas Class (GES)", "Class B")
    wait(lambda: home(desk).get("ges") == "B", "the climate class to be stored")
    rooms = app.find("list", "Rooms Let Separately")
    for n, name in enumerate(("Chambre bleue", "Chambre verte")):
        rooms.find(name="Rooms Let Separately: Add").reach()
        app.key("Return")
        wait(lambda: len(list(rooms.all("text", "Name"))) == n + 1, "the form of the room")
        list(rooms.all("text", "Name"))[n].reach()
        app.type(name + "\t")
        wait(lambda: [unit.get("name") for unit in home(desk).get("units", [])][n:] == [name], "the room to be stored")


main(story)
