#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows are dragged out of the window into a folder: people arrive there as address cards,
homes as a table, and the sheet of a home as a PDF."""

import pathlib

from driver import OtherProgram, main


def drag_out(app, node):
    """Drags something from the window to another program; the file that this one gets, and what is in it."""
    start = node.where()
    with OtherProgram(app, "drop_target.py") as target:
        target.drag(start, target.middle)
        path = pathlib.Path(target.hear())
        return path.name, path.read_bytes()


def story(desk):
    desk.fill()
    app = desk.start()
    name, cards = drag_out(app, app.find("label", "FICTIF Camille"))
    assert name == "Interns.vcf" and b"FN:FICTIF Camille" in cards and cards.count(b"BEGIN:VCARD") == 1, (name, cards)

    # Several are dragged together.
    app.find("toggle button", "Select Several").press()
    app.find("list item", starts="FICTIF").click()
    app.find("list item", starts="BIDON").click()
    app.find("label", "2 Selected")
    name, cards = drag_out(app, app.find("label", "BIDON Alix"))
    assert cards.count(b"BEGIN:VCARD") == 2 and b"FN:BIDON Alix" in cards, cards
    app.key("Escape")

    app.find("list item", "Homes").click()
    name, table = drag_out(app, app.find("label", "Studio au pied de l’exemple"))
    assert name == "Homes.csv" and table.startswith(b"\xef\xbb\xbfTitle;"), (name, table)
    assert "Studio au pied de l’exemple".encode() in table and table.count(b"\r\n") == 2, table

    app.find("label", "Studio au pied de l’exemple").click()
    name, sheet = drag_out(app, app.find("label", "Can be dragged into a message or a folder"))
    assert name.endswith(".pdf") and sheet.startswith(b"%PDF"), name


main(story)
