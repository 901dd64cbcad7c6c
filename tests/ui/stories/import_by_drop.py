#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list is dragged from the file manager and dropped on the window. Nothing is written
before Import is pressed."""

from driver import main, wait

LIST = "NOM;PRENOM;MAIL;TELEPHONE\nFICTIF;Camille;camille.fictif@exemple.invalid;0639980001\nEXEMPLE;Dominique;dominique.exemple@exemple.invalid;06 39 98 00 02\n"


def story(desk):
    path = desk.file("internes.csv", LIST.encode("cp1252"))
    app = desk.start()
    desk.drag(app, app.find("frame"), path)
    page = app.find("grouping", "Import")
    button = page.find("button", "Import")
    assert desk.documents("intern") == []
    button.press()
    interns = wait(lambda: desk.documents("intern"), "the interns to be stored")
    assert sorted(intern["family_name"] for intern in interns) == ["EXEMPLE", "FICTIF"]
    assert {phone for intern in interns for phone in intern["phones"]} == {"+33639980001", "+33639980002"}
    app.find("label", "FICTIF Camille")


main(story)
