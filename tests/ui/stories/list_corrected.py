#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list comes again without somebody it placed before: that is said, nothing changes by itself,
and a switch takes the placement away with the import and gives it back with Ctrl+Z."""

from driver import main, wait

HEADER = "Semestre d'hiver 2026-2027;;\nNOM;PRENOM;TERRAIN DE STAGE\n"
ROWS = ["FICTIF;Camille;CH CONDOM\n", "BIDON;Alix;CH AUCH / URGENCES\n", "FABLE;Zoe;CH MIRANDE\n"]


def story(desk):
    desk.cli("import", desk.file("liste.csv", HEADER + "".join(ROWS)))
    app = desk.start(desk.file("liste-2.csv", HEADER + "".join(ROWS[:2])))
    page = app.find("grouping", "Import")
    page.find("label", contains="1 person whom an earlier version placed is no longer in this list.")
    assert len(desk.documents("placement")) == 3
    page.find("toggle button", "No Longer in This List: 1").press()
    page.find("label", "Centre hospitalier de Mirande")
    page.find("check box", "FABLE Zoe").click()
    page.find("label", starts="To be written: 1 placement to the trash.")
    page.find("button", "Import").press()
    wait(lambda: len(desk.documents("placement")) == 2, "the placement to go to the trash")
    app.key("ctrl+z")
    wait(lambda: len(desk.documents("placement")) == 3, "the placement to come back")


main(story)
