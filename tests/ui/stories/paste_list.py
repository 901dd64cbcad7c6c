# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows that were copied in a spreadsheet are pasted, looked at, and imported."""

from driver import main, wait

ROWS = "NOM\tPRENOM\tMAIL\tTELEPHONE\nFICTIF\tCamille\tcamille.fictif@exemple.invalid\t06 39 98 00 01\nBIDON\tAlix\talix.bidon@exemple.invalid\t\n"


def story(desk):
    app = desk.start()
    app.copy(ROWS)
    app.key("ctrl+v")
    page = app.find("grouping", "Import")
    page.find("label", starts="To be written: 2 new interns")
    assert desk.documents("intern") == []
    page.find("button", "Import").press()
    interns = wait(lambda: desk.documents("intern"), "the interns to be stored")
    assert sorted(intern["family_name"] for intern in interns) == ["BIDON", "FICTIF"]
    assert next(intern for intern in interns if intern["family_name"] == "FICTIF")["phones"] == ["+33639980001"]


main(story)
