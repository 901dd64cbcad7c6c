#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of a home is printed: the desktop's own dialog asks for the printer, and what it
gets is the sheet. No printer is needed: one that prints into a file is always there."""

import pathlib
import subprocess

from driver import main, wait
from flatpak_desk import pick_in_portal


def story(desk):
    desk.fill()
    desk.remember(shown_kind="housing")
    app = desk.start()
    app.find("label", "Studio au pied de l’exemple").click()
    app.find("text", "Title")
    app.key("ctrl+p")
    dialog = app.open_dialog()
    pick_in_portal(dialog.find("table cell", "Print to File"))
    dialog.find("button", "Print").press()
    path = wait(lambda: next((pathlib.Path.home() / "Documents").glob("*.pdf"), None), "the paper")
    said = wait(lambda: subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True).stdout, "its text")
    assert "Studio au pied de l’exemple" in said, said


main(story)
