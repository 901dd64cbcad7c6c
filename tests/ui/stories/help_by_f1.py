# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""F1 opens the page of the help that fits what is shown: a list, a person, a home, an
import. A stand-in for the help viewer notes what it was asked for."""

import os

from driver import SOURCE, main, wait


def story(desk):
    desk.fill()
    asked = desk.folder / "asked"
    viewer = desk.file("bin-yelp", f"#!/bin/sh\necho \"$1\" >> {asked}\n")
    viewer.chmod(0o755)
    folder = desk.folder / "bin"
    folder.mkdir()
    viewer.rename(folder / "yelp")
    os.environ["PATH"] = f"{folder}:{os.environ['PATH']}"
    app = desk.start()

    def expect(page):
        app.key("F1")
        line = f"help:org.gers.Dites32/{page}"
        wait(lambda: asked.is_file() and asked.read_text().splitlines()[-1:] == [line], f"the page “{page}”")
        assert (SOURCE / f"help/C/{page}.page").is_file()

    app.find("list item", starts="FICTIF Camille")
    expect("find")
    app.find("list item", starts="FICTIF Camille").click()
    app.find("text", "First Name")
    expect("edit")
    app.find("list item", "Homes").click()
    app.find("label", "Studio au pied de l’exemple").click()
    app.find("text", "Title")
    expect("home")
    app.key("ctrl+o")
    app.choose(app.open_dialog(), desk.file("liste.csv", "NOM;PRENOM\nFICTIF;Noa\n"))
    app.find("grouping", "Import")
    expect("import")


main(story)
