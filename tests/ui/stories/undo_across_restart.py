#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was imported is taken back after the program was ended and started again, and
once more done again after that."""

from driver import main, wait


def story(desk):
    path = desk.file("liste.csv", "NOM;PRENOM;MAIL\nFICTIF;Camille;camille.fictif@exemple.invalid\n")
    desk.cli("import", path)
    app = desk.start()
    app.find("label", "FICTIF Camille")
    undo = app.find("button", starts="Undo")
    assert "Import" in undo.name, undo.name
    app.key("ctrl+z")
    wait(lambda: desk.documents("intern") == [], "the import to be undone")
    app.wait_gone("label", "FICTIF Camille")
    app.quit()

    app = desk.start()
    assert "Import" in app.find("button", starts="Redo").name
    app.key("ctrl+shift+z")
    wait(lambda: len(desk.documents("intern")) == 1, "the import to be done again")
    app.find("label", "FICTIF Camille")


main(story)
