#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in French: a list in, a date typed as in France, undone."""

from driver import main, wait

LOCALE = "fr_FR.UTF-8"


def story(desk):
    desk.locale = LOCALE
    path = desk.file("liste.csv", "NOM;PRENOM;MAIL\nFICTIF;Camille;camille.fictif@exemple.invalid\n")
    app = desk.start(path, locale=LOCALE)
    page = app.find("grouping", "Importation")
    page.find("label", contains="1 nouvel interne")
    page.find("button", "Importer").press()
    wait(lambda: desk.documents("intern"), "the intern to be stored")
    app.find("label", "FICTIF Camille").click()
    app.find("text", "Date de naissance").enter("1er mars 1998")
    wait(lambda: desk.documents("intern")[0].get("birth_date") == "1998-03-01", "the date to be stored")
    wait(lambda: app.find("text", "Date de naissance").text == "01/03/1998", "the date as the French write it")
    assert "Date de naissance" in app.find("button", starts="Annuler").name
    app.key("ctrl+z")
    wait(lambda: desk.documents("intern")[0].get("birth_date") is None, "the date to be undone")


main(story)
