#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows are copied into a spreadsheet, a cell is changed there, and the cells are pasted
back: the plan says what is different, and nothing else is written. What is shown is
exported as a table that comes back as it was."""

import json

from driver import main, wait


def story(desk):
    desk.fill("intern")
    app = desk.start()
    before = {intern["_id"]: intern for intern in desk.documents("intern")}
    app.find("toggle button", "Select Several").press()
    app.find("list item", starts="EXEMPLE").click()
    app.find("list item", starts="MODÈLE").click()
    app.find("label", "2 Selected")
    app.key("ctrl+c")
    cells = wait(app.copied, "the cells on the clipboard")
    lines = cells.splitlines()
    assert len(lines) == 3 and "EXEMPLE\t" in lines[1] and "06 39 98 00 04" in lines[2], cells

    app.copy(cells.replace("06 39 98 00 04", "06 39 98 00 44"))
    app.key("ctrl+v")
    page = app.find("grouping", "Import")
    page.find("label", contains="1 changed")
    page.find("button", "Import").press()
    wait(lambda: desk.show("intern:sacha")["phones"] == ["+33639980004", "+33639980044"] or
         desk.show("intern:sacha")["phones"] == ["+33639980044"], "the number to be changed")
    for intern in desk.documents("intern"):
        assert intern["_id"] == "intern:sacha" or intern == before[intern["_id"]], intern

    # What the search leaves is what is exported.
    app.key("alt+Left")
    app.find("list", "Interns")
    app.key("ctrl+f")
    app.type("camille")
    app.wait_gone("label", "MODÈLE Sacha")
    app.find("button", "Cancel").press()
    app.find("toggle button", "List Menu").press()
    app.find("menu")
    app.key("e")
    path = desk.folder / "internes.csv"
    app.choose(app.open_dialog(), path)
    wait(lambda: path.is_file() and path.stat().st_size > 20, "the table to be written")
    table = path.read_bytes()
    assert table.startswith(b"\xef\xbb\xbf") and table.count(b"\r\n") == 2 and b";FICTIF;" in table, table
    plan = json.loads(desk.cli("import", path, "--dry-run", "--json"))
    assert plan["rows"]["same"] == 1 and plan["rows"]["changed"] == 0 and plan["rows"]["new"] == 0, plan


main(story)
