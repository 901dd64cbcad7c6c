#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list has columns that may not be kept: the page says so, and nothing of them is stored."""

from driver import main, wait

LIST = "NOM;PRENOM;MAIL;IBAN;NIR\nFICTIF;Camille;camille.fictif@exemple.invalid;FR7600000000000000000000097;299999999999999\n"


def story(desk):
    app = desk.start(desk.file("liste.csv", LIST))
    page = app.find("grouping", "Import")
    assert {"IBAN", "NIR"} <= {node.name for node in page.find("list", "Columns").all("list item")}
    page.find("label", starts="Never read")
    page.find("button", "Import").press()
    intern = wait(lambda: desk.documents("intern"), "the intern to be stored")[0]
    assert "FR76" not in str(intern) and "2999" not in str(intern)
    assert b"FR7600000000000000000000097" not in (desk.data / "dites32.sqlite").read_bytes()


main(story)
