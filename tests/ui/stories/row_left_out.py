#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A row is switched off before the import: it is not written, the others are."""

from driver import main, wait


def story(desk):
    path = desk.file("liste.csv", "NOM;PRENOM;MAIL\nFICTIF;Camille;camille.fictif@exemple.invalid\nBIDON;Alix;alix.bidon@exemple.invalid\n")
    app = desk.start(path)
    page = app.find("grouping", "Import")
    page.find("label", starts="To be written: 2 new interns")
    page.find("check box", "Import BIDON Alix").press()
    page.find("label", starts="To be written: 1 new intern")
    page.find("button", "Import").press()
    interns = wait(lambda: desk.documents("intern"), "the intern to be stored")
    assert [intern["family_name"] for intern in interns] == ["FICTIF"]


main(story)
