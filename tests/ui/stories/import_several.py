# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two lists are opened at once and shown one after the other: the first is imported, of the
second nothing is written before it is confirmed too."""

from driver import main, wait


def families(desk):
    return sorted(intern["family_name"] for intern in desk.documents("intern"))


def story(desk):
    first = desk.file("a.csv", "NOM;PRENOM;MAIL\nFICTIF;Camille;camille.fictif@exemple.invalid\n")
    second = desk.file("b.csv", "NOM;PRENOM;MAIL\nBIDON;Alix;alix.bidon@exemple.invalid\n")
    app = desk.start(first, second)
    app.find("label", contains="List 1 of 2")
    app.find("grouping", "Import").find("button", "Import").press()
    wait(lambda: families(desk) == ["FICTIF"], "the first to be imported")
    app.find("label", contains="List 2 of 2")
    assert families(desk) == ["FICTIF"]
    app.find("grouping", "Import").find("button", "Import").press()
    wait(lambda: families(desk) == ["BIDON", "FICTIF"], "the second to be imported")
    # Each is a step of its own.
    app.key("ctrl+z")
    wait(lambda: families(desk) == ["FICTIF"], "the second to be undone")


main(story)
