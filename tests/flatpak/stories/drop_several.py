#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two lists that lie in different folders are dropped at once: the sandbox lets both in, one
after the other, and not their folders."""

from driver import main, wait


def story(desk):
    files = []
    for name in ("FICTIF", "BIDON"):
        folder = desk.folder / name
        folder.mkdir()
        files.append(folder / f"{name}.csv")
        files[-1].write_text(f"NOM;PRENOM;MAIL\n{name};Alix;alix.{name}@exemple.invalid\n")
    app = desk.start()
    desk.drag(app, app.find("frame"), *files)
    for turn in (1, 2):
        app.find("label", starts=f"List {turn} of 2")
        app.find("grouping", "Import").find("button", "Import").press()
        wait(lambda: len(desk.documents("intern")) == turn, "the list to be imported")
    assert {intern["family_name"] for intern in desk.documents("intern")} == {"FICTIF", "BIDON"}
    for file in files:
        assert desk.run("ls", file.parent).returncode != 0


main(story)
