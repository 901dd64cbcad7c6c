#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A row may be about somebody known: the candidates stand side by side, one is chosen, and
the known person gets what is new in the list."""

from driver import main, wait

LIST = "NOM;PRENOM;MAIL;TELEPHONE\nEXEMPLE;Dominique;dominique.nouveau@exemple.invalid;06 39 98 00 12\n"


def story(desk):
    desk.fill("intern")
    app = desk.start(desk.file("liste.csv", LIST))
    page = app.find("grouping", "Import")
    page.find("label", "To Be Decided")
    # What is known and what is in the list can both be read.
    page.find("label", contains="dominique.exemple@exemple.invalid (different)")
    page.find("label", contains="dominique.nouveau@exemple.invalid")
    page.find("toggle button", "The Same Person: EXEMPLE Dominique").press()
    page.find("label", "Changed")
    page.find("button", "Import").press()
    wait(lambda: "dominique.nouveau@exemple.invalid" in desk.show("intern:dominique")["emails"], "the new address")
    assert len(desk.documents("intern")) == 4


main(story)
