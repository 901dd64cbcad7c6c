# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of a home is looked at and printed with Ctrl+P, here into a file."""

import os
import pathlib
import subprocess

from driver import main, wait


def story(desk):
    desk.fill()
    desk.remember(shown_kind="housing")
    app = desk.start()
    app.find("label", "Studio au pied de l’exemple").click()
    app.find("button", "Preview").press()
    app.find("dialog", contains="Preview")
    app.key("Escape")
    app.wait_gone("dialog", contains="Preview")
    app.key("ctrl+p")
    dialog = app.open_dialog()
    # The only printer that there is.
    dialog.find("label", "Print to File")
    for _ in range(30):
        if dialog.find("button", "Print").is_usable():
            break
        app.key("Tab", "Down", "space")
    dialog.find("button", "Print").press()
    folders = [pathlib.Path(os.environ["HOME"]), desk.folder]
    path = wait(lambda: next((path for folder in folders for path in folder.rglob("output.pdf") if path.stat().st_size > 1000), None),
                "the sheet to be printed")
    said = wait(lambda: subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True).stdout, "its text")
    assert "Studio au pied de l’exemple" in said and "430" in said, said


main(story)
