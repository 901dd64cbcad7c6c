# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A column was not understood: it is said what it is, and the next list with the same header
is read right without asking."""

from driver import main, wait

HEADER = "NOM;PRENOM;JOINDRE\n"


def story(desk):
    first = desk.file("a.csv", HEADER + "FICTIF;Camille;hello\n")
    app = desk.start(first)
    page = app.find("grouping", "Import")
    page.find("combo box", contains="JOINDRE").pick("Ties to the Gers")
    page.find("button", "Import").press()
    wait(lambda: [intern.get("local_ties") for intern in desk.documents("intern")] == ["hello"], "the column to be read")
    desk.cli("import", desk.file("b.csv", HEADER + "BIDON;Alix;bonjour\n"))
    assert {intern.get("local_ties") for intern in desk.documents("intern")} == {"hello", "bonjour"}


main(story)
