#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list is opened with Ctrl+O: the file dialog, its name typed, Import by keyboard."""

from driver import main, wait


def story(desk):
    path = desk.file("liste.csv", "NOM;PRENOM;MAIL\nBIDON;Alix;alix.bidon@exemple.invalid\n")
    app = desk.start()
    app.key("ctrl+o")
    dialog = app.open_dialog()
    app.choose(dialog, path)
    app.find("grouping", "Import").find("button", "Import").press()
    interns = wait(lambda: desk.documents("intern"), "the intern to be stored")
    assert [intern["family_name"] for intern in interns] == ["BIDON"]


main(story)
